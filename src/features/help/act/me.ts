import { leaveOn } from '../../../domain/leave.js';
import type { Words } from '../../../domain/plan.js';
import type { Asked } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import type { EnteredLeave } from '../../../store/leaves.js';
import type { Self } from '../../../store/selves.js';
import { chosenAsked } from '../../prompt/door.js';

/** Everything that the bot knows about the asker. */
export type KnownSelf = {
  readonly self: Self;
  readonly units: ReadonlyMap<number, Words>;
  readonly people: ReadonlyMap<number, Words>;
  /** The leave that they are on, or the next. */
  readonly leave: EnteredLeave | null;
  readonly asked: Asked;
};

export async function knowSelf(ctx: Ctx): Promise<KnownSelf> {
  const { store, program, person, today } = ctx;
  const self = await store.selves.about(program.id, person.id);
  const { units, people } = await store.search(program);
  const leaves = (await store.leaves.from(program.id, today)).filter((leave) => leave.personId === person.id);
  const leave =
    leaveOn(person.id, today, leaves) ?? leaves.toSorted((one, other) => (one.from < other.from ? -1 : 1))[0];
  return { self, units, people, leave: (leave as EnteredLeave | undefined) ?? null, asked: await chosenAsked(ctx) };
}
