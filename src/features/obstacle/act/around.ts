import type { ObstacleState, Surroundings } from '../../../domain/obstacle.js';
import type { Matter } from '../../../domain/plan.js';
import type { JobCtx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { UnitSeat } from '../../../store/obstacles.js';

/** Who acts when: what a program, its people and its leaves look like to one case at this moment. */
export type Scene = { readonly around: Surroundings; readonly units: ReadonlyMap<number, UnitSeat> };

/** What an act needs of its context, whether a person or the clock caused it. */
export type Acts = Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause'>;

/** A case, as far as its scene depends on it. `state` null: it is being filed. */
type About = { readonly projectId: number; readonly matter: Matter; readonly state: ObstacleState | null };

/** Reads the scene of a case within its transaction. */
export async function sceneOf(ctx: Acts, tx: Transaction, about: About): Promise<Scene> {
  const [scene] = await scenesOf(ctx, tx, [about]);
  if (!scene) throw new Error('a case has no scene');
  return scene;
}

/** The scenes of several, in their order. */
export async function scenesOf(ctx: Acts, tx: Transaction, cases: readonly About[]): Promise<readonly Scene[]> {
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
    around: {
      now: ctx.now,
      today: ctx.today,
      calendar: ctx.calendar,
      timeZone: program.timeZone,
      reminderTime: prompts.reminder,
      quietFrom: prompts.quietFrom,
      quietTo: prompts.quietTo,
      seats: seats[index] ?? NOBODY,
      departmentId,
      leaves,
    },
  }));
}

/** Of a project that is not in the program. */
const NOBODY = { unit: null, department: null, sponsor: null, commander: null };
