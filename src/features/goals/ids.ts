import { z } from 'zod';
import { type Instant, isLocalDay, type LocalDay } from '../../domain/day.js';
import { defineId } from '../../slack/blocks.js';

/** The list behind a goal, of the moment that its number was said at: so they agree for ever. */
export type GoalListRequest = {
  readonly goal: string;
  readonly day: LocalDay;
  readonly moment: Instant;
  readonly knownAt: Instant;
  /** Counts from 0. */
  readonly page: number;
};

const listShape = z.object({
  goal: z.string(),
  day: z.string().refine(isLocalDay),
  moment: z.int(),
  knownAt: z.int(),
  page: z.int().min(0),
}) as unknown as z.ZodType<GoalListRequest>;

/** Opens the list behind a goal in a form of its own. */
export const openGoal = defineId('goals.open', listShape);
/** Shows another page in the form that is open. */
export const pageGoal = defineId('goals.turn', listShape);
/** Records a value that was asked about; `asked`: the payload that asked. */
export const recordMeant = defineId(
  'goals.record',
  z.object({ goal: z.string(), value: z.number().min(0), on: z.string().refine(isLocalDay), asked: z.string() }),
);
export const undoRecord = defineId('goals.undo', z.object({ id: z.int() }));
/** The list's form is only looked at: nothing is sent. */
export const goalForm = defineId('goals.list', z.object({}));
