import type { Sheet } from './pieces.js';
import { classOf, neighbour, tagsIn } from './said-signs.js';

/** The amounts that may be the year's completed investment, with the signs that speak for or against each. */
export function moneySigns(sheet: Sheet): { readonly amount: number; readonly signs: readonly string[] }[] {
  return sheet.amounts.slice(0, 4).map((each, amount) => {
    const piece = sheet.pieces.findIndex((other) => other.kind === 'amount' && other.at === amount);
    const clause = sheet.pieces[piece]?.clause;
    let from = piece;
    while (from > 0 && sheet.pieces[from - 1]?.clause === clause && sheet.pieces[from - 1]?.kind !== 'amount')
      from -= 1;
    let to = piece + 1;
    while (sheet.pieces[to] !== undefined && sheet.pieces[to]?.clause === clause) to += 1;
    const written = sheet.line.plain.slice(sheet.pieces[from]?.start, each.end);
    const signs = [
      'money',
      `money:sure:${each.wan !== null}`,
      `money:first:${amount === 0}`,
      `money:of:${Math.min(sheet.amounts.length, 3)}`,
      `money:next:${classOf(neighbour(sheet, piece, 1), sheet)}`,
      `money:last:${classOf(neighbour(sheet, piece, -1), sheet)}`,
      `money:completed:${/完成|complet|固投|invested|spent|投/.test(written)}`,
      `money:sum:${/累计|累积|截至|截止|至今|今年|本年|共/.test(written)}`,
    ];
    for (const tag of tagsIn(sheet, from, piece)) signs.push(`money:before:${tag}`);
    for (const tag of tagsIn(sheet, piece + 1, to)) signs.push(`money:after:${tag}`);
    return { amount, signs };
  });
}
