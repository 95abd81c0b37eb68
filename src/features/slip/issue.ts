import type { LocalDay } from '../../domain/day.js';
import { paceShare } from '../../domain/pace.js';
import { denialWords, may } from '../../domain/permission.js';
import { deeper, earnedColour, issued, OPEN_SLIPS, type SlipColour } from '../../domain/slip.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { SlipCase } from '../../store/slips.js';
import type { Draft, KnownDraft } from './ids.js';
import { LONGEST_TEXT, readSlipLine } from './line.js';
import { issueForm } from './messages/issue-form.js';
import { issuedMessage, previewMessage } from './messages/issued.js';
import { deniedRefusal, formFaults, issueRefusal, issueWords, lineRefusal } from './messages/refusals.js';
import type { IssueRefused } from './model.js';
import { log } from './move.js';
import { tellSlip } from './posts.js';
import { seen } from './see.js';

type Issued =
  | { readonly kind: 'issued'; readonly slip: SlipCase }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'refused'; readonly because: IssueRefused };

/** A line: read back, to be issued by one press. */
export async function previewLine(ctx: Ctx, text: string): Promise<Outcome> {
  const { store, program } = ctx;
  const permission = may(ctx.person, 'issue-slip', { programId: program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const units = await store.obstacles.units(program.id);
  const names = await store.names(program);
  const read = readSlipLine(text, { ...ctx, units, projects: [...names.byId.values()] });
  if ('fault' in read) return lineRefusal(ctx, read.fault, [...names.byCode.keys()][0] ?? null);
  const { obstacleNumber, ...slip } = read.slip;
  const obstacle = obstacleNumber === null ? null : await store.obstacles.byNumber(program.id, obstacleNumber);
  if (obstacleNumber !== null && obstacle === null)
    return lineRefusal(ctx, { what: 'obstacle', typed: String(obstacleNumber) }, null);
  const draft: Draft = {
    ...slip,
    obstacle: obstacle?.id ?? null,
    project: slip.project ?? obstacle?.projectId ?? null,
  };
  const refused = await whyNot(ctx, store, draft);
  if (refused !== null) return issueRefusal(ctx, refused, draft);
  const unit = units.find(({ id }) => id === draft.unit);
  if (unit === undefined) throw new Error(`unit ${draft.unit} is not in the program`);
  const project = draft.project === null ? null : (names.byId.get(draft.project) ?? null);
  const colour = await colourOf(ctx, store, draft);
  return { kind: 'say', message: previewMessage(ctx, { draft, unit, project, colour, obstacle: obstacleNumber }) };
}

/** Opens the form, with what is known. */
export async function openIssueForm(ctx: Ctx, known: KnownDraft): Promise<Outcome> {
  const permission = may(ctx.person, 'issue-slip', { programId: ctx.program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return issueForm(ctx, await ctx.store.obstacles.units(ctx.program.id), known);
}

/** The press below what was read back. */
export async function issueDraft(ctx: Ctx, draft: Draft): Promise<Outcome> {
  const outcome = await answer(ctx, await issue(ctx, draft), draft);
  return outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;
}

type Fields = {
  readonly unit: number | null;
  readonly text: string | null;
  readonly due: LocalDay | null;
  readonly urgent: string | null;
};

/** The form as it was sent: what is wrong is said at its field, and what was typed stays. */
export async function issueByForm(
  ctx: Ctx,
  about: Pick<Draft, 'project' | 'milestone' | 'obstacle'>,
  { unit, text, due, urgent }: Fields,
): Promise<Outcome> {
  const say = formFaults(ctx);
  const wrong = (errors: Readonly<Record<string, string>>): Outcome => ({ kind: 'errors', errors });
  const permission = may(ctx.person, 'issue-slip', { programId: ctx.program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const known = new Set((await ctx.store.obstacles.units(ctx.program.id)).map(({ id }) => id));
  if (unit === null || !known.has(unit)) return wrong({ unit: say.unit });
  if (text === null) return wrong({ text: say.text });
  if (text.length > LONGEST_TEXT) return wrong({ text: say.long });
  if (due === null) return wrong({ due: say.due });
  const { project, milestone, obstacle } = about;
  // What the text names is what it is about, where the form was not opened on something.
  const names = await ctx.store.names(ctx.program);
  const meant = project ?? [...names.byCode].find(([code]) => text.includes(code))?.[1].id ?? null;
  const steps = meant === null ? [] : (names.byId.get(meant)?.milestones ?? []);
  const step = milestone ?? steps.find(({ name }) => text.includes(name))?.id ?? null;
  const draft: Draft = { unit, project: meant, milestone: step, obstacle, text, due, urgent };
  const result = await issue(ctx, draft);
  if (result.kind !== 'refused') return answer(ctx, result, draft);
  const field = { past: 'due', 'day-off': 'due', nobody: 'unit', done: 'text', same: 'text' }[result.because];
  return wrong({ [field]: issueWords(ctx, result.because, draft).wrong });
}

async function answer(ctx: Ctx, result: Issued, draft: Draft): Promise<Outcome> {
  switch (result.kind) {
    case 'denied':
      return deniedRefusal(ctx, result.why);
    case 'refused':
      return issueRefusal(ctx, result.because, draft);
    case 'issued':
      return { kind: 'say', message: issuedMessage(ctx, await seen(ctx, result.slip)) };
  }
}

/** Issues a slip, under the next number; the fourth of a unit waits. */
async function issue(ctx: Ctx, draft: Draft): Promise<Issued> {
  const { program } = ctx;
  const permission = may(ctx.person, 'issue-slip', { programId: program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  return ctx.store.transaction(async (tx): Promise<Issued> => {
    const done = await tx.once(ctx, () => tx.slips.byCause(program.id, ctx.cause));
    if (done) return { kind: 'issued', slip: done };
    await tx.slips.lockUnit(draft.unit);
    const because = await whyNot(ctx, tx, draft);
    if (because !== null) return { kind: 'refused', because };
    const full = (await tx.slips.openOf(program.id, draft.unit)) >= OPEN_SLIPS;
    const id = await tx.slips.issue({
      programId: program.id,
      unitId: draft.unit,
      projectId: draft.project,
      milestoneId: draft.milestone,
      obstacleId: draft.obstacle,
      text: draft.text,
      urgentReason: draft.urgent,
      issuedById: ctx.person.id,
      at: ctx.now,
      cause: ctx.cause,
      state: issued(await colourOf(ctx, tx, draft), draft.due, full),
    });
    const slip = await tx.slips.byId(program.id, id);
    if (slip === null) throw new Error(`slip ${id} was not read`);
    await log(ctx, tx, slip, { event: { do: 'issue' }, personId: ctx.person.id, cause: ctx.cause });
    await tellSlip(ctx, tx, slip);
    return { kind: 'issued', slip };
  });
}

type Reads = Pick<Transaction, 'obstacles' | 'slips' | 'facts'>;

async function whyNot(ctx: Ctx, reads: Reads, draft: Draft): Promise<IssueRefused | null> {
  if (draft.due < ctx.today) return 'past';
  if (!ctx.calendar.isWorkday(draft.due)) return 'day-off';
  const unit = (await reads.obstacles.units(ctx.program.id)).find(({ id }) => id === draft.unit);
  if (unit === undefined || unit.headId === null) return 'nobody';
  if (draft.milestone === null) return null;
  if ((await matterOf(ctx, reads, draft))?.milestone.doneOn) return 'done';
  // One matter, one slip: it changes its colour and never its number.
  const open = await reads.slips.ofMilestones(ctx.program.id, [draft.milestone]);
  return open.length > 0 ? 'same' : null;
}

/** What its milestone earns, yellow at least where it is urgent: this is a person's hand, and may issue a red one. */
async function colourOf(ctx: Ctx, reads: Pick<Reads, 'facts'>, draft: Draft): Promise<SlipColour> {
  const { program, today } = ctx;
  const least: SlipColour = draft.urgent === null ? 'blue' : 'yellow';
  const matter = await matterOf(ctx, reads, draft);
  if (matter === null) return least;
  const { state, milestone } = matter;
  const pace = paceShare(milestone, state, today, program.from);
  const { due, percent, doneOn } = milestone;
  const earned = earnedColour({ due, percent: doneOn === null ? percent : 100, pace, watched: false }, ctx);
  return earned === null ? least : deeper(least, earned);
}

/** The milestone that one is about as it stands now, with its project; null: it is about none. */
async function matterOf({ store, program, now }: Ctx, { facts }: Pick<Reads, 'facts'>, { project, milestone }: Draft) {
  if (project === null || milestone === null) return null;
  const named = (await store.names(program)).byId.get(project)?.milestones.find(({ id }) => id === milestone);
  const [state] = await facts.current(program, now, [project]);
  const found = state?.milestones.find(({ name }) => name === named?.name);
  return state === undefined || found === undefined ? null : { state, milestone: found };
}
