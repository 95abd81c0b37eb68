import type { z } from 'zod';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { changedOutcome, formOutcome } from './answer.js';
import { milestoneIn, projectIn } from './find.js';
import type { ids } from './ids.js';
import { splitDay } from './line.js';
import { postponeForm } from './messages/postpone-form.js';
import { askedMessage } from './messages/postponement.js';
import type { FormFault } from './messages/refusals.js';
import { deniedRefusal, formFaults, notChanged, notPostponed, unreadRefusal } from './messages/refusals.js';
import type { NotPostponed, Postponed } from './model.js';
import { postpone } from './move-milestone.js';

/** The form; for whoever may postpone something of the project. */
export async function openPostpone(
  ctx: Ctx,
  { project: id, milestone, to }: z.infer<(typeof ids.postpone)['value']>,
): Promise<Outcome> {
  const { language } = ctx;
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, id);
  if (!project) return notChanged('gone', language);
  const { ownerId, unitId, sponsorId } = project.fields;
  const thing = { programId: project.programId, ownerId, coOwnerIds: project.coOwnerIds, unitId, sponsorId };
  const rights = [null, ...project.milestones.map((milestone) => milestone.ownerId)].map((milestoneOwnerId) =>
    may(ctx.person, 'postpone-milestone', { ...thing, milestoneOwnerId }),
  );
  const [first] = rights;
  if (first && !first.allowed && !rights.some(({ allowed }) => allowed))
    return deniedRefusal({ kind: 'denied', why: denialWords(first.denied, language) }, language);
  return (
    postponeForm(ctx, project, { milestone: milestone ?? null, to: to ?? null }) ?? notChanged('nothingOpen', language)
  );
}

/** `/ledger 延期 P-017 主体封顶 2020-08-31 雨季停工`. */
export async function postponeByLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const project = await projectIn(ctx, rest);
  if ('kind' in project) return project;
  if (project.rest === '') return openPostpone(ctx, { project: project.id });
  const parts = splitDay(project.rest, ctx.today);
  const milestone = await milestoneIn(ctx, project.id, parts?.before ?? project.rest);
  if (typeof milestone !== 'number') return milestone;
  if (parts === null || parts.after === '') return unreadRefusal(ctx.language);
  const wanted = { projectId: project.id, milestoneId: milestone, to: parts.day, reason: parts.after };
  const postponed = await postpone(ctx, wanted);
  return isFault(postponed) ? notPostponed(postponed.kind, ctx.language) : outcomeOf(ctx, postponed, null);
}

export async function postponeByForm(
  ctx: Ctx,
  { project }: z.infer<(typeof ids.postponeForm)['value']>,
  { milestone, to, reason }: z.infer<(typeof ids.postponeForm)['fields']>,
): Promise<Outcome> {
  const { language } = ctx;
  if (milestone === null) return formFaults({ milestone: 'chooseOne' }, language);
  if (to === null) return formFaults({ to: 'needed' }, language);
  if (reason === null) return formFaults({ reason: 'needed' }, language);
  const postponed = await postpone(ctx, { projectId: project, milestoneId: milestone, to, reason });
  if (!isFault(postponed)) return outcomeOf(ctx, postponed, 'milestone');
  const { field, fault } = FAULTS[postponed.kind];
  return formFaults({ [field]: fault }, language);
}

const FAULTS: Readonly<Record<NotPostponed, { readonly field: 'to' | 'milestone'; readonly fault: FormFault }>> = {
  'not-later': { field: 'to', fault: 'notLater' },
  past: { field: 'to', fault: 'past' },
  done: { field: 'milestone', fault: 'done' },
  'not-open': { field: 'milestone', fault: 'notOpen' },
  nobody: { field: 'milestone', fault: 'nobody' },
};

type NotMoved = { readonly kind: NotPostponed };
const isFault = (postponed: Postponed): postponed is NotMoved => postponed.kind in FAULTS;

/** `field`: where a form says that somebody was quicker; null: a line asked. */
function outcomeOf(ctx: Ctx, postponed: Exclude<Postponed, NotMoved>, field: string | null): Outcome {
  const { language, program } = ctx;
  if ('seen' in postponed)
    return {
      kind: 'say',
      message: askedMessage(postponed.seen, postponed.kind === 'waiting', language, program.year),
    };
  return field === null ? changedOutcome(ctx, postponed) : formOutcome(ctx, postponed, field);
}
