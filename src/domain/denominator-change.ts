import type { Instant } from './day.js';
import type { Words } from './plan.js';

/** A line of the log that can change which projects goals count: a project came, went, or became one of another category. */
export type DenominatorLine = {
  readonly projectId: number;
  readonly code: string;
  readonly name: string;
  readonly added: boolean;
  readonly before: { readonly category?: string; readonly standing?: string };
  readonly after: { readonly category?: string; readonly standing?: string };
  readonly reason: string | null;
  readonly at: Instant;
};

/** What a span did to the denominators of goals by one project; categories are the plan's keys. */
export type DenominatorChange = {
  readonly projectId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: 'added' | 'withdrawn' | 'restored' | 'recategorised';
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly at: Instant;
};

/** What the lines (oldest first) come to, a project each, newest first; what was taken back within the span is not told. */
export function denominatorChanges(lines: readonly DenominatorLine[]): readonly DenominatorChange[] {
  const projects = new Map<number, DenominatorLine[]>();
  for (const line of lines) projects.set(line.projectId, [...(projects.get(line.projectId) ?? []), line]);
  return [...projects.values()].flatMap(changeOf).sort((one, other) => other.at - one.at);
}

function changeOf(lines: readonly DenominatorLine[]): DenominatorChange[] {
  const newest = lines.at(-1);
  if (!newest) return [];
  const { projectId, code, name, at } = newest;
  const about = { projectId, code, name, at, reason: lines.findLast(({ reason }) => reason !== null)?.reason ?? null };
  const [wasOut, isOut] = [firstOf(lines, 'standing') === 'withdrawn', lastOf(lines, 'standing') === 'withdrawn'];
  const added = lines.some((line) => line.added);
  if (added) return isOut ? [] : [{ ...about, kind: 'added', from: null, to: null }];
  if (wasOut !== isOut) return [{ ...about, kind: isOut ? 'withdrawn' : 'restored', from: null, to: null }];
  const [from, to] = [firstOf(lines, 'category'), lastOf(lines, 'category')];
  return from === to || isOut ? [] : [{ ...about, kind: 'recategorised', from, to }];
}

type Field = 'category' | 'standing';
const firstOf = (lines: readonly DenominatorLine[], field: Field): string | null =>
  lines.find(({ before }) => before[field] !== undefined)?.before[field] ?? null;
const lastOf = (lines: readonly DenominatorLine[], field: Field): string | null =>
  lines.findLast(({ after }) => after[field] !== undefined)?.after[field] ?? null;

/** What was done, in words; the categories by the names that the reader knows. */
export const denominatorWords: Readonly<Record<DenominatorChange['kind'], (from: string, to: string) => Words>> = {
  added: () => ({ zh: '新列入台账', en: 'new in the ledger' }),
  withdrawn: () => ({ zh: '退出，不再计入', en: 'left the plan, not counted any more' }),
  restored: () => ({ zh: '恢复，重新计入', en: 'back again, counted' }),
  recategorised: (from, to) => ({ zh: `${from}→${to}`, en: `${from} → ${to}` }),
};
