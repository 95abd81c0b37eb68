import { addDays, type LocalDay } from '../../../domain/day.js';
import { workdayFrom } from '../../../domain/workday.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Setting } from './script.js';

/** Somebody is away, or says nothing for some weeks; whoever stands in is `delegate`, if anybody does. */
export type Away = {
  readonly who: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly why: 'leave' | 'silence';
  readonly delegate: string | null;
};

/** The leaves of a year (two in three people once, some twice) and the silences (one in six). */
export function awaysOf({ plan, calendar, seed }: Setting): readonly Away[] {
  const owners = new Set(plan.projects.flatMap(({ owner }) => (owner === null ? [] : [owner])));
  const heads = new Map(plan.units.flatMap(({ key, head }) => (head === null ? [] : [[key, head]])));
  return plan.people.flatMap((person): Away[] => {
    const { key } = person;
    if (key === plan.commander || person.roles.every(({ role }) => role === 'viewer')) return [];
    const unit = person.roles.find((held) => held.unit !== null)?.unit ?? null;
    const head = unit === null ? undefined : heads.get(unit);
    const colleagues = plan.people.filter(
      (other) => other.key !== key && other.roles.some((held) => held.unit !== null && held.unit === unit),
    );
    const near = [...(head === undefined || head === key ? [] : [head]), ...colleagues.map((other) => other.key)];
    const [first, ...others] = near;
    const aways: Away[] = [];
    for (const turn of [0, 1]) {
      if (share(seed, key, 'leave', turn) > (turn === 0 ? 0.66 : 0.2)) continue;
      const from = workdayFrom(
        addDays(plan.from, between(70 + turn * 150, 200 + turn * 150, seed, key, turn)),
        calendar,
      );
      const to = addDays(from, between(1, 6, seed, key, 'days', turn));
      const covered = first !== undefined && share(seed, key, 'covered', turn) < 0.8;
      const delegate = covered ? pick([first, ...others], seed, key, 'delegate', turn) : null;
      if (to <= plan.to) aways.push({ who: key, from, to, why: 'leave', delegate });
    }
    if (owners.has(key) && share(seed, key, 'silence') < 0.17) {
      const from = workdayFrom(addDays(plan.from, between(60, 330, seed, key, 'silent')), calendar);
      aways.push({
        who: key,
        from,
        to: addDays(from, between(7, 20, seed, key, 'quiet')),
        why: 'silence',
        delegate: null,
      });
    }
    return aways;
  });
}

export const awayOn = (who: string, day: LocalDay, aways: readonly Away[]): Away | null =>
  aways.find((away) => away.who === who && away.from <= day && day <= away.to) ?? null;

/** Who acts for somebody on a day, by the delegates of leaves; null: nobody does. */
export function actingFor(who: string, day: LocalDay, aways: readonly Away[]): string | null {
  let acting: string | null = who;
  for (let steps = 0; acting !== null && steps < 5; steps += 1) {
    const away: Away | null = awayOn(acting, day, aways);
    if (!away || away.why === 'silence') return acting;
    acting = away.delegate;
  }
  return acting;
}
