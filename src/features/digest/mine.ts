import { addDays } from '../../domain/day.js';
import type { Digest } from '../../domain/digest/compute.js';
import type { Ctx, Outcome } from '../../feature.js';
import { waitingPostponements } from '../edit/door.js';
import { recallable } from '../factor/door.js';
import { openMilestones } from '../progress/door.js';
import { dueLeads } from '../promotion/door.js';
import { ownItems } from '../review/door.js';
import { waitingSlips } from '../slip/door.js';
import { tripProposals } from '../trip/door.js';
import { mineView } from './messages/mine.js';
import { type Mine, mineCount, type Showing } from './model.js';

/** Who has more of them waiting is told of no more, as on the home tab. */
const MOST_OBSTACLES = 200;
const DUE_DAYS = 7;

/**
 * What waits on somebody: obstacles that they have to move, later days to consent to, slips, action items, leads, proposals to
 * decide, milestones of theirs that are overdue or due within a week. The number and the list are made of the same.
 */
export async function readMine(ctx: Ctx): Promise<Mine> {
  const { store, program, person, today } = ctx;
  const soon = addDays(today, DUE_DAYS);
  // One after the other: the embedded store has one connection.
  return {
    obstacles: await store.cards.waitingOn(program.id, [person.id, ...person.standsInFor], MOST_OBSTACLES),
    postponements: await waitingPostponements(ctx),
    slips: await waitingSlips(ctx),
    items: await ownItems(ctx),
    leads: await dueLeads(ctx),
    trips: await tripProposals(ctx),
    recalls: await recallable(ctx),
    due: (await openMilestones(ctx)).filter(({ due }) => due !== null && due <= soon),
  };
}

/** The presser's own list, whatever channel the digest stands in whose button it was. */
export const showMine = async (ctx: Ctx): Promise<Outcome> => ({
  kind: 'view',
  view: mineView(await readMine(ctx), ctx),
});

/** How many, and of their obstacles those that came since the digest before. */
export function countMine(
  mine: Mine,
  { after, obstacles }: Pick<Digest, 'after' | 'obstacles'>,
): NonNullable<Showing['you']> {
  const since = new Map(obstacles.map(({ id, since: at }) => [id, at]));
  const fresh = mine.obstacles.filter(({ id, recordedAt }) => (since.get(id) ?? recordedAt) > after).length;
  return { count: mineCount(mine), fresh };
}
