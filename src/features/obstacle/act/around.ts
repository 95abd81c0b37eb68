import type { ObstacleState, Surroundings } from '../../../domain/obstacle.js';
import type { Matter } from '../../../domain/plan.js';
import type { JobCtx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { UnitSeat } from '../../../store/obstacles.js';

/** Who acts when: what a program, its people and its leaves look like to one case at this moment. */
export type Scene = { readonly around: Surroundings; readonly units: ReadonlyMap<number, UnitSeat> };

/** What an act needs of its context, whether a person or the clock caused it. */
export type Acts = Pick<JobCtx, 'now' | 'today' | 'program' | 'calendar' | 'cause'>;

/** Reads the scene of a case within its transaction. `state` null: it is being filed. */
export async function sceneOf(
  ctx: Acts,
  tx: Transaction,
  about: { readonly projectId: number; readonly matter: Matter },
  state: ObstacleState | null,
): Promise<Scene> {
  const { program } = ctx;
  const { prompts, ladder } = program.policy;
  const units = await tx.obstacles.units(program.id);
  const responsible = units.find((unit) => unit.key === ladder.departments[about.matter])?.id ?? null;
  const departmentId = state?.departmentId ?? responsible;
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    around: {
      now: ctx.now,
      today: ctx.today,
      calendar: ctx.calendar,
      timeZone: program.timeZone,
      reminderTime: prompts.reminder,
      quietFrom: prompts.quietFrom,
      quietTo: prompts.quietTo,
      seats: await tx.obstacles.seats(program.id, about.projectId, departmentId),
      departmentId,
      leaves: await tx.leaves.from(program.id, ctx.today),
    },
  };
}
