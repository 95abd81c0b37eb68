import type { LocalDay } from '../../domain/day.js';
import { isFarBeyond } from '../../domain/goal-record.js';
import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome, type Refusal } from '../../feature.js';
import { askedMessage, recordedMessage, undoneMessage } from './messages/record.js';
import { addedUpRefusal, computedRefusal, deniedRefusal, noRecordRefusal } from './messages/refusals.js';
import type { Recorded } from './model.js';

/**
 * Records the value of a goal that no project adds up to, as it stood on a day. Cumulative since the year began. One far beyond
 * its target is asked about, unless it is `meant`: the cause of the question that was answered so.
 */
export async function recordGoal(
  ctx: Ctx,
  key: string,
  value: number,
  on: LocalDay,
  meant: string | null = null,
): Promise<Outcome> {
  const refusal = refuse(ctx);
  if (refusal !== null) return { kind: 'refuse', refusal };
  const { id: programId, workspaceId } = ctx.program;
  const goals = await ctx.store.facts.goals(programId, { moment: ctx.now, knownAt: ctx.now });
  const goal = goals.find((each) => each.key === key);
  if (goal === undefined || goal.rule.by !== 'recorded')
    return { kind: 'refuse', refusal: addedUpRefusal(ctx.language) };
  if (goal.rule.from !== undefined)
    return { kind: 'refuse', refusal: computedRefusal(goal, goal.rule.from, ctx.language) };
  const cause = meant ?? ctx.cause;
  if (meant === null && isFarBeyond(goal, value))
    return { kind: 'say', message: askedMessage({ goal, value, before: goal.recorded, on, asked: cause }, ctx) };
  const recorded = await ctx.store.transaction(async (tx): Promise<Recorded> => {
    const kept = await tx.goalRecords.keep({
      programId,
      goal: key,
      personId: ctx.person.id,
      value,
      onDay: on,
      at: ctx.now,
      cause,
    });
    const standing = await tx.goalRecords.standing(programId, key, ctx.now);
    const earlier = standing.filter(({ id, onDay }) => id < kept.id && onDay <= on).at(-1)?.value ?? null;
    if (!kept.again)
      await tx.activity.add([
        {
          workspaceId,
          programId,
          at: ctx.now,
          personId: ctx.person.id,
          action: 'goal-recorded',
          thing: 'goal-record',
          thingId: kept.id,
          before: { goal: key, value: earlier },
          after: { goal: key, value, on },
          cause,
        },
      ]);
    return { id: kept.id, goal, value, before: earlier, on };
  });
  return { kind: 'say', message: recordedMessage(recorded, ctx) };
}

/** A value that was asked about, and is meant. Asked by one payload it is recorded once, however often it is pressed. */
export const recordMeantGoal = async (
  ctx: Ctx,
  {
    goal,
    value,
    on,
    asked,
  }: { readonly goal: string; readonly value: number; readonly on: LocalDay; readonly asked: string },
): Promise<Outcome> => inItsPlace(await recordGoal(ctx, goal, value, on, asked));

/** Takes a recorded value back. A digest that counted it is corrected. */
export async function undoGoalRecord(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const refusal = refuse(ctx);
  if (refusal !== null) return { kind: 'refuse', refusal };
  const { id: programId, workspaceId } = ctx.program;
  const undone = await ctx.store.transaction(async (tx) => {
    const record = await tx.goalRecords.undo(programId, id, ctx.now);
    if (record === null || record.undone) return record;
    await tx.activity.add([
      {
        workspaceId,
        programId,
        at: ctx.now,
        personId: ctx.person.id,
        action: 'goal-record-undone',
        thing: 'goal-record',
        thingId: id,
        before: { goal: record.goal, value: record.value, on: record.onDay },
        cause: ctx.cause,
      },
    ]);
    await ctx.announce(tx, 'report-changed', { programId, countedAt: record.recordedAt });
    return record;
  });
  const goals = await ctx.store.facts.goals(programId, { moment: ctx.now, knownAt: ctx.now });
  const goal = goals.find(({ key }) => key === undone?.goal);
  if (undone === null || goal === undefined) return { kind: 'refuse', refusal: noRecordRefusal(ctx) };
  return { kind: 'replace', message: undoneMessage({ goal, value: undone.value, stands: goal.recorded }, ctx) };
}

function refuse({ person, program, language }: Ctx): Refusal | null {
  const permission = may(person, 'record-goal', { programId: program.id });
  return permission.allowed ? null : deniedRefusal(denialWords(permission.denied, language), 'recordInstead', language);
}
