import type { ObstacleState } from '../../domain/obstacle.js';
import type { Matter } from '../../domain/plan.js';
import type { Transaction } from '../../store/index.js';
import type { Acts, CaseContext } from './model.js';

/** A case, as far as its context depends on it. `state` null: it is being filed. */
type About = { readonly projectId: number; readonly matter: Matter; readonly state: ObstacleState | null };

/** Reads the context of a case within its transaction. */
export async function contextOf(
  ctx: Acts,
  tx: Pick<Transaction, 'obstacles' | 'leaves'>,
  about: About,
): Promise<CaseContext> {
  const [context] = await contextsOf(ctx, tx, [about]);
  if (!context) throw new Error('a case has no context');
  return context;
}

/** The contexts of several, in their order. */
export async function contextsOf(
  ctx: Acts,
  tx: Pick<Transaction, 'obstacles' | 'leaves'>,
  cases: readonly About[],
): Promise<readonly CaseContext[]> {
  const { program } = ctx;
  const { prompts, ladder } = program.policy;
  const all = await tx.obstacles.units(program.id);
  const units = new Map(all.map((unit) => [unit.id, unit]));
  const leaves = await tx.leaves.from(program.id, ctx.today);
  const byKey = new Map(all.map((unit) => [unit.key, unit.id]));
  const wanted = cases.map(({ projectId, matter, state }) => ({
    projectId,
    departmentId: state?.departmentId ?? byKey.get(ladder.departments[matter] ?? '') ?? null,
  }));
  const seats = await tx.obstacles.seatsOf(program.id, wanted);
  return wanted.map(({ departmentId }, index) => ({
    units,
    now: ctx.now,
    today: ctx.today,
    calendar: ctx.calendar,
    timeZone: program.timeZone,
    reminderTime: prompts.reminder,
    morningTime: prompts.morning,
    quietFrom: prompts.quietFrom,
    quietTo: prompts.quietTo,
    seats: seats[index] ?? NOBODY,
    departmentId,
    leaves,
  }));
}

/** Of a project that is not in the program. */
const NOBODY = { unit: null, department: null, sponsor: null, commander: null };
