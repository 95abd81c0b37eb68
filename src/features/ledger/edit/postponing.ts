import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx, Outcome, Pressed, SentView } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import { decide } from './act/consent.js';
import { type Postponed, postpone, type WantedPostponement } from './act/postpone.js';
import { changedOutcome, denied, say, told } from './forms.js';
import { editIds } from './ids.js';
import { chosenDay, chosenId, typed } from './input.js';
import { askedMessage, consentMessage, decidedWords } from './view/postpone.js';
import { postponeForm, refuseForm } from './view/reason-forms.js';

/** The form; for whoever may postpone something of the project. */
export async function openPostpone(ctx: Ctx, projectId: number): Promise<Outcome> {
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, projectId);
  if (!project) return told(say(ctx).gone);
  const { ownerId, unitId, sponsorId } = project.fields;
  const thing = { programId: project.programId, ownerId, coOwnerIds: project.coOwnerIds, unitId, sponsorId };
  const rights = [null, ...project.milestones.map((milestone) => milestone.ownerId)].map((milestoneOwnerId) =>
    may(ctx.person, 'postpone-milestone', { ...thing, milestoneOwnerId }),
  );
  const [first] = rights;
  if (first && !first.allowed && !rights.some(({ allowed }) => allowed))
    return denied(ctx, denialWords(first.denied, ctx.language));
  return postponeForm(ctx, project) ?? told(say(ctx).nothingOpen);
}

export const pressedPostpone = (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  openPostpone(ctx, editIds.postpone.value.parse(value).project);

export async function sentPostpone(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const { project } = editIds.postponeForm.value.parse(sent.metadata);
  const milestoneId = chosenId(sent, 'milestone');
  const to = chosenDay(sent, 'to');
  const reason = typed(sent, 'reason');
  const words = say(ctx);
  if (milestoneId === null) return { kind: 'errors', errors: { milestone: words.chooseOne } };
  if (to === null) return { kind: 'errors', errors: { to: words.needed } };
  if (reason === null) return { kind: 'errors', errors: { reason: words.needed } };
  const postponed = await postpone(ctx, { projectId: project, milestoneId, to, reason });
  const field = faultField(postponed);
  return field === null ? outcomeOf(ctx, postponed) : { kind: 'errors', errors: { [field]: whyNot(ctx, postponed) } };
}

/** `/ledger 延期 P-017 主体封顶 2020-08-31 雨季停工`. */
export async function postponeLine(ctx: Ctx, wanted: WantedPostponement): Promise<Outcome> {
  const postponed = await postpone(ctx, wanted);
  return faultField(postponed) === null ? outcomeOf(ctx, postponed) : denied(ctx, whyNot(ctx, postponed));
}

const faultField = ({ kind }: Postponed): 'to' | 'milestone' | null =>
  kind === 'not-later' || kind === 'past'
    ? 'to'
    : kind === 'done' || kind === 'not-open' || kind === 'nobody'
      ? 'milestone'
      : null;

function whyNot(ctx: Ctx, { kind }: Postponed): string {
  const words = say(ctx);
  const texts: Partial<Record<Postponed['kind'], string>> = {
    'not-later': words.notLater,
    past: words.past,
    done: words.done,
    'not-open': words.notOpen,
    nobody: words.nobody,
  };
  return texts[kind] ?? words.stale;
}

function outcomeOf(ctx: Ctx, postponed: Postponed): Outcome {
  const { language, program } = ctx;
  switch (postponed.kind) {
    case 'asked':
    case 'waiting':
      return {
        kind: 'say',
        message: askedMessage(postponed.seen, postponed.kind === 'waiting', language, program.year),
      };
    case 'changed':
    case 'denied':
    case 'gone':
    case 'stale':
      return changedOutcome(ctx, postponed);
    default:
      return told(whyNot(ctx, postponed));
  }
}

export const pressedConsent = (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  decided(ctx, editIds.consent.value.parse(value).postponement, null, true);

export async function pressedRefuse(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { postponement } = editIds.refuse.value.parse(value);
  const found = await ctx.store.postponements.byId(ctx.program.id, postponement);
  if (!found) return told(say(ctx).gone);
  const permission = may(ctx.person, 'consent-postponement', { programId: ctx.program.id, sponsorId: found.sponsorId });
  return permission.allowed ? refuseForm(ctx, postponement) : denied(ctx, denialWords(permission.denied, ctx.language));
}

export async function sentRefuse(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const why = typed(sent, 'why');
  if (why === null) return { kind: 'errors', errors: { why: say(ctx).needed } };
  return decided(ctx, editIds.refuseForm.value.parse(sent.metadata).postponement, why, false);
}

async function decided(ctx: Ctx, id: number, refused: string | null, pressed: boolean): Promise<Outcome> {
  const { language, program } = ctx;
  const result = await decide(ctx, id, refused);
  switch (result.kind) {
    case 'decided':
      // The question itself says what was decided.
      return pressed
        ? { kind: 'replace', message: consentMessage(result.seen, language, program.year) }
        : { kind: 'say', message: plain(decidedWords(result.seen, language)) };
    case 'already':
      return told(`${say(ctx).alreadyDecided}${language === 'en' ? ' ' : ''}${decidedWords(result.seen, language)}`);
    case 'denied':
      return denied(ctx, result.why);
    case 'gone':
      return told(say(ctx).gone);
    case 'stale':
      return told(say(ctx).stale);
  }
}
