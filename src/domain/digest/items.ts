import { overdueDays } from '../action-item.js';
import type { LocalDay } from '../day.js';
import type { DigestScope } from '../plan.js';
import type { FactItem } from './facts.js';

/** Action items by how they stand: done, running (their day has not passed) and overdue add up to all. */
export type DigestItems = Readonly<Record<'all' | 'done' | 'running' | 'overdue', readonly FactItem[]>>;

/** Those of a scope: the whole plan has all, another what is about its projects. */
export function itemsOf(
  items: readonly FactItem[] | null,
  scope: DigestScope,
  own: ReadonlySet<number>,
  day: LocalDay,
): DigestItems | null {
  if (items === null) return null;
  const seen = items.filter(({ projectId }) => scope.of === 'plan' || (projectId !== null && own.has(projectId)));
  const open = seen.filter(({ standing }) => standing === 'open');
  const isOverdue = (each: FactItem) => overdueDays(each, day) > 0;
  const overdue = open.filter(isOverdue);
  const running = open.filter((each) => !isOverdue(each));
  const done = seen.filter(({ standing }) => standing === 'done');
  return { all: [...overdue, ...running, ...done], done, running, overdue };
}
