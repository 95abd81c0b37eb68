import type { z } from 'zod';
import { ladderTerms } from '../../domain/ladder.js';
import type { Matter, ObstacleKind } from '../../domain/plan.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { ids } from './ids.js';
import { privateCard } from './messages/card.js';
import { flaggedMessage } from './messages/flagged.js';
import { handedOnMessage } from './messages/handed-on.js';
import { notMoved, unknownRefusal } from './messages/refusals.js';
import { sorted } from './messages/sorted.js';
import { seeObstacle } from './see.js';
import { pressVerb } from './verb.js';

/** What is said of it; what is not said stays. */
type Given = { readonly matter?: Matter | undefined; readonly kind?: ObstacleKind | undefined };

/** 改事项、改类别: who raised it says what it is after all. */
export const sort = pressVerb<Given>({
  right: 'sort-obstacle',
  event: ({ by, obstacle, context, program }, given) => {
    const { state, matter: was } = obstacle;
    const { matter = was, kind = state.kind } = given;
    const { ladder } = program.policy;
    const department = [...context.units.values()].find(({ key }) => key === ladder.departments[matter]);
    return {
      do: 'sort',
      by,
      matter,
      kind,
      // A case keeps its first policy, for as long as it is of its first kind.
      terms: kind === state.kind ? state.terms : ladderTerms(ladder, kind),
      department: { id: department?.id ?? null, headId: department?.headId ?? null },
    };
  },
  matter: (given, obstacle) => given.matter ?? obstacle.matter,
  said: sorted,
});

/** One press on a menu: done, and shown in the place of the menu, where the next press changes it again. */
export async function chooseSort(
  ctx: Ctx,
  { id, version, card, ...given }: z.infer<typeof ids.sort.value>,
): Promise<Outcome> {
  const before = await seeObstacle(ctx, { id });
  if (!before) return unknownRefusal(ctx);
  const { matter, state } = before.obstacle;
  const same = (given.matter ?? matter) === matter && (given.kind ?? state.kind) === state.kind;
  const result = same ? null : await sort.run(ctx, { id, version }, given);
  if (result !== null && result.kind !== 'moved') return notMoved(ctx, result);
  const seen = result === null ? before : await seeObstacle(ctx, { id });
  if (!seen) return unknownRefusal(ctx);
  const message = seen.hidden
    ? handedOnMessage(ctx, seen)
    : card
      ? privateCard(ctx, seen)
      : flaggedMessage(ctx, seen, result !== null);
  return inItsPlace({ kind: 'say', message });
}
