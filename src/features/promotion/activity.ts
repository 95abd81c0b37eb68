import { type LocalDay, monthStart } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import { LONGEST_ACTIVITY, readActivityLine } from '../../domain/promotion/activity.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Act } from '../../store/activity.js';
import type { Activity } from '../../store/promotion.js';
import { type Promoting, promotingIn } from './context.js';
import type { Draft } from './ids.js';
import { activityForm, askedMessage, recordedMessage, sameDayMessage, undoneMessage } from './messages/activity.js';
import { activityFaults, activityRefusal, deniedRefusal, offRefusal, refusal } from './messages/refusals.js';
import { readMonth } from './month.js';

/** A line about a trip: read back, to be recorded by one press. */
export async function readBack(ctx: Ctx, promoting: Promoting, text: string): Promise<Outcome> {
  const leaders = await ctx.store.promotion.leaders(ctx.program.id);
  const self = leaders.some(({ id }) => id === ctx.person.id) ? ctx.person.id : null;
  const read = readActivityLine(text, { today: ctx.today, leaders, self });
  if ('fault' in read) return activityRefusal(ctx, read.fault);
  const { leaderId, joinedIds, ...rest } = read.activity;
  const draft: Draft = { ...rest, leader: leaderId, joined: [...joinedIds], apart: false };
  const denied = deniedFor(ctx, promoting, draft.leader);
  return denied ?? { kind: 'say', message: askedMessage(ctx, draft, namesOf(leaders)) };
}

/** The press below what was read back. */
export async function recordDraft(ctx: Ctx, draft: Draft): Promise<Outcome> {
  const outcome = await record(ctx, draft);
  return outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;
}

/** Opens the form, with what was understood. */
export async function openActivityForm(ctx: Ctx, draft: Draft): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  return deniedFor(ctx, promoting, draft.leader) ?? activityForm(ctx, draft);
}

type Fields = {
  readonly on: LocalDay | null;
  readonly where: string | null;
  readonly field: string | null;
  readonly firms: string | null;
};

/** The form as it was sent: what is wrong is said at its field, and what was typed stays. */
export async function recordByForm(ctx: Ctx, draft: Draft, { on, where, field, firms }: Fields): Promise<Outcome> {
  const say = activityFaults(ctx);
  const wrong = (errors: Readonly<Record<string, string>>): Outcome => ({ kind: 'errors', errors });
  if (on === null || on > ctx.today) return wrong({ on: say.on });
  if (where === null || where.length > LONGEST_ACTIVITY) return wrong({ where: say.where });
  const counted = firms === null ? null : Number(firms.normalize('NFKC'));
  if (counted !== null && !(Number.isSafeInteger(counted) && counted >= 0 && counted < 10_000))
    return wrong({ firms: say.firms });
  return record(ctx, { ...draft, on, place: where, field, firms: counted });
}

async function record(ctx: Ctx, draft: Draft): Promise<Outcome> {
  const { program, person, store } = ctx;
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const denied = deniedFor(ctx, promoting, draft.leader);
  if (denied !== null) return denied;
  const leaders = await store.promotion.leaders(program.id);
  if (!leaders.some(({ id }) => id === draft.leader)) return activityRefusal(ctx, 'leader');
  const result = await store.transaction(async (tx): Promise<Activity | readonly Activity[]> => {
    const done = await tx.once(ctx, () => tx.promotion.byCause(program.id, ctx.cause));
    if (done) return done;
    // Two leaders of one activity are one: who led it, did it.
    await tx.promotion.lockDays(program.id);
    const there = await tx.promotion.ofDay(program.id, draft.on, draft.place);
    const own = there.filter(({ leaderId }) => leaderId === draft.leader);
    if (own.length > 0 || (there.length > 0 && !draft.apart)) return own.length > 0 ? own : there;
    const { leader: leaderId, joined: joinedIds, apart: _, ...said } = draft;
    const kept = await tx.promotion.keep({
      ...said,
      leaderId,
      joinedIds,
      programId: program.id,
      recordedById: person.id,
      at: ctx.now,
      cause: ctx.cause,
    });
    if (kept === null) throw new Error('an activity was not kept under its lock');
    await tx.activity.add([activityAct(ctx, kept, 'activity-recorded')]);
    return kept;
  });
  const names = namesOf(leaders);
  if ('id' in result) {
    const month = await readMonth(ctx, promoting, monthStart(result.on));
    return { kind: 'say', message: recordedMessage(ctx, result, month) };
  }
  const own = result.some(({ leaderId }) => leaderId === draft.leader);
  return own ? refusal(ctx, 'recordedBefore') : { kind: 'say', message: sameDayMessage(ctx, draft, result, names) };
}

/** Takes one back; the digest that counted it is corrected. */
export async function undoActivity(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const { program, store } = ctx;
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const activity = await store.promotion.activity(program.id, id);
  if (activity === null) return refusal(ctx, 'gone');
  const { leaderId, recordedById } = activity;
  const permission = may(ctx.person, 'undo-activity', { ...promoting.thing, leaderId, recordedById });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  await store.transaction(async (tx) => {
    if (!(await tx.promotion.undo(program.id, id, ctx.now))) return;
    await tx.activity.add([activityAct(ctx, activity, 'activity-undone')]);
    await ctx.announce(tx, 'report-changed', { programId: program.id, countedAt: activity.recordedAt });
  });
  const month = await readMonth(ctx, promoting, monthStart(activity.on));
  return { kind: 'replace', message: undoneMessage(ctx, activity, month) };
}

function deniedFor(ctx: Ctx, { thing }: Promoting, leaderId: number): Outcome | null {
  const permission = may(ctx.person, 'record-activity', { ...thing, leaderId });
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}

const namesOf = (leaders: readonly { readonly id: number; readonly name: string; readonly nameEn: string }[]) =>
  new Map(leaders.map((leader) => [leader.id, leader]));

/** What was done about an activity, for the log. */
export const activityAct = (ctx: Ctx, { id, leaderId, on, place, field, firms }: Activity, action: string): Act => ({
  workspaceId: ctx.program.workspaceId,
  programId: ctx.program.id,
  at: ctx.now,
  personId: ctx.person.id,
  action,
  thing: 'promotion-activity',
  thingId: id,
  after: { leader: leaderId, on, place, field, firms },
  cause: ctx.cause,
});
