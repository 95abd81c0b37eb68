import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome, Refusal } from '../../feature.js';
import type { GoalListRequest } from './ids.js';
import { goalView } from './messages/goal-list.js';
import { goalsMessage } from './messages/goals.js';
import { deniedRefusal, noRecordRefusal } from './messages/refusals.js';
import type { GoalsSeen } from './model.js';
import { readGoals } from './read.js';

/** The plan's goals as they stand now; of one goal where a key names it. */
export async function seeGoals(ctx: Ctx, key: string | null): Promise<Outcome> {
  const refusal = refuse(ctx);
  if (refusal !== null) return { kind: 'refuse', refusal };
  const seen = await readGoals(ctx, ctx.today, { moment: ctx.now, knownAt: ctx.now }, true, key);
  return { kind: 'say', message: goalsMessage(seen, ctx.language) };
}

/** The list behind a goal, as it stood when its number was said. */
export async function seeList(ctx: Ctx, request: GoalListRequest): Promise<Outcome> {
  const refusal = refuse(ctx);
  if (refusal !== null) return { kind: 'refuse', refusal };
  const { goal, day, moment, knownAt, page } = request;
  const seen = await readGoals(ctx, day, { moment, knownAt }, false, goal);
  const [only] = seen.goals;
  if (only === undefined) return { kind: 'refuse', refusal: noRecordRefusal(ctx) };
  return { kind: 'view', view: goalView(seen, only, page, ctx.language) };
}

/** The same for another feature; null where the person may not see goals. */
export async function goalsNow(ctx: Ctx): Promise<GoalsSeen | null> {
  return refuse(ctx) === null ? readGoals(ctx, ctx.today, { moment: ctx.now, knownAt: ctx.now }, true, null) : null;
}

function refuse({ person, program, language }: Ctx): Refusal | null {
  const permission = may(person, 'see-goals', { programId: program.id });
  return permission.allowed
    ? null
    : deniedRefusal(denialWords(permission.denied, language), 'askCoordinator', language);
}
