import type { LocalDay } from '../../../domain/day.js';
import type { FactGoal } from '../../../domain/digest/facts.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import { inLanguage } from '../../../text/language.js';
import { goalsWords } from '../words.js';
import type { Refused } from './see.js';

/** A value that was recorded, and the one before it; in the goal's measure. */
export type Recorded = {
  readonly id: number;
  readonly goal: FactGoal;
  readonly value: number;
  readonly before: number | null;
  readonly on: LocalDay;
};

/** Records the value of a goal that no project adds up to, as it stood on a day. Cumulative since the year began. */
export async function recordGoal(ctx: Ctx, key: string, value: number, on: LocalDay): Promise<Recorded | Refused> {
  const words = inLanguage(goalsWords, ctx.language);
  const refused = refuse(ctx);
  if (refused !== null) return refused;
  const { id: programId, workspaceId } = ctx.program;
  const goals = await ctx.store.facts.goals(programId, { moment: ctx.now, knownAt: ctx.now });
  const goal = goals.find((each) => each.key === key);
  if (goal === undefined || goal.rule.by !== 'recorded')
    return { refused: { wrong: words.addedUp, understood: null, instead: words.addedUpInstead } };
  return ctx.store.transaction(async (tx) => {
    const kept = await tx.goalRecords.keep({
      programId,
      goal: key,
      personId: ctx.person.id,
      value,
      onDay: on,
      at: ctx.now,
      cause: ctx.cause,
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
          cause: ctx.cause,
        },
      ]);
    return { id: kept.id, goal, value, before: earlier, on };
  });
}

export type RecordUndone = { readonly goal: FactGoal; readonly value: number; readonly stands: number | null };

/** Takes a recorded value back; null where there is none such. A digest that counted it is corrected. */
export async function undoGoalRecord(ctx: Ctx, id: number): Promise<RecordUndone | Refused | null> {
  const refused = refuse(ctx);
  if (refused !== null) return refused;
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
  if (undone === null) return null;
  const goals = await ctx.store.facts.goals(programId, { moment: ctx.now, knownAt: ctx.now });
  const goal = goals.find(({ key }) => key === undone.goal);
  return goal === undefined ? null : { goal, value: undone.value, stands: goal.recorded };
}

function refuse(ctx: Ctx): Refused | null {
  const permission = may(ctx.person, 'record-goal', { programId: ctx.program.id });
  if (permission.allowed) return null;
  const wrong = denialWords(permission.denied, ctx.language);
  return { refused: { wrong, understood: null, instead: inLanguage(goalsWords, ctx.language).recordInstead } };
}
