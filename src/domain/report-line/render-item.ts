import type { ReportItem } from './types.js';

/** One line that says exactly what the item says: understandLine gives the item back. For forms, amendments and exports. */
export function renderItem(item: ReportItem): string {
  const parts = [item.project];
  if (item.milestone !== null) parts.push(item.milestone);
  if (item.corrects) parts.push('更正:');
  if (item.done) parts.push(item.doneOn === null ? '已完成' : `已于${item.doneOn}完成`);
  else if (item.percent !== null) parts.push(`${item.percent}%`);
  const clauses = [parts.join(' ')];
  if (item.forecast !== null) clauses.push(`预计${item.forecast}完成`);
  if (item.investment !== null) clauses.push(`累计完成投资${item.investment}万元`);
  if (item.note !== '') clauses.push(`备注:${item.note}`);
  return clauses.join(',');
}
