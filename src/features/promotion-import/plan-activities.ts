import type { LocalDay } from '../../domain/day.js';
import { namedExactly } from '../../domain/near-name.js';
import type { ActivityRow, RowFault } from '../../domain/promotion/sheet/types.js';
import { evened } from '../../domain/search-key.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { NewActivityRow, Planned } from './model.js';

/**
 * Which activities are new. One of the same leader, day and place is there already; of another leader's of that day and place a
 * file does not say whether it is the same trip, as a line would be asked: that row is left to a line.
 */
export async function planActivities(
  { program }: Pick<Ctx, 'program'>,
  tx: Transaction,
  rows: readonly ActivityRow[],
): Promise<Planned<NewActivityRow>> {
  if (rows.length === 0) return { fresh: [], there: 0, faults: [] };
  const leaders = await tx.promotion.leaders(program.id);
  const nameOf = new Map(leaders.map(({ id, name }) => [id, name]));
  const ledBy = new Map<string, number[]>();
  for (const { on, place, leaderId } of await tx.promotion.standing(program.id)) add(ledBy, keyOf(on, place), leaderId);
  const fresh: NewActivityRow[] = [];
  const faults: RowFault[] = [];
  let there = 0;
  for (const { leader: led, joined, ...row } of rows) {
    const { sheet, row: at } = row;
    const [leader, ...namesakes] = namedExactly(led, leaders);
    if (leader === undefined || namesakes.length > 0) {
      faults.push({ sheet, row: at, why: 'leader-unknown', text: led });
      continue;
    }
    const key = keyOf(row.on, row.place);
    const before = ledBy.get(key) ?? [];
    const [first] = before;
    if (before.includes(leader.id)) there += 1;
    else if (first !== undefined) faults.push({ sheet, row: at, why: 'same-trip', text: nameOf.get(first) ?? '' });
    else {
      const called = joined.map((name) => ({ name, found: namedExactly(name, leaders) }));
      const joinedIds = called.flatMap(({ found: [one, ...more] }) => (one && more.length === 0 ? [one.id] : []));
      // Who joined and is no county leader is not counted with them, and stands with what was said.
      const others = called.flatMap(({ name, found }) => (found.length === 1 ? [] : [name]));
      fresh.push({
        ...row,
        text: [row.text, ...others].filter((each) => each !== '').join('；'),
        leaderId: leader.id,
        joinedIds: [...new Set(joinedIds)].filter((id) => id !== leader.id),
      });
      add(ledBy, key, leader.id);
    }
  }
  return { fresh, there, faults };
}

/** A place is the same however wide its letters and blanks are. */
const keyOf = (on: LocalDay, place: string): string => `${on} ${evened(place)}`;

function add(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}
