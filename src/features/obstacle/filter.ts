import { RUNG_LABELS } from '../../domain/ladder.js';
import { MATTER_LABELS } from '../../domain/obstacle-words.js';
import { MATTERS, RUNGS } from '../../domain/plan.js';
import type { ListFilter } from './ids.js';

const NAMED: readonly (readonly [ListFilter['of'], RegExp])[] = [
  ['waiting', /^(?:等我办?|待办|waiting(?: on me)?)$/],
  ['mine', /^(?:我的|mine)$/],
  ['unit', /^(?:本单位|我单位|(?:my )?unit)$/],
  ['overdue', /^(?:超期|逾期|过期|overdue|past(?: the)? deadline)$/],
  ['all', /^(?:全部|所有|all|)$/],
];

/** The filter that somebody typed after `list`, or null where it is none. */
export function readFilter(typed: string): ListFilter | null {
  const plain = typed.normalize('NFKC').trim().toLowerCase();
  const named = NAMED.find(([, pattern]) => pattern.test(plain))?.[0];
  if (named !== undefined) return { of: named } as ListFilter;
  const label = (labels: { zh: string; en: string }) => labels.zh === plain || labels.en.toLowerCase() === plain;
  const matter = MATTERS.find((each) => label(MATTER_LABELS[each]) || each === plain);
  if (matter) return { of: 'matter', matter };
  const rung = RUNGS.find((each) => label(RUNG_LABELS[each]) || each === plain);
  return rung ? { of: 'rung', rung } : null;
}
