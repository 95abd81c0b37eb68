import type { LocalDay } from '../day.js';
import { saysNothing, squeezed } from './clean.js';
import { dayFor, findDates, plainDates } from './find-dates.js';

export type NodeReading = { readonly name: string; readonly due: LocalDay | null; readonly done: boolean };

const FILLER =
  /^(?:前|之前|以前|底|止|起|左右|内|完成|办理|办结|取得|实现|进行|开展|全部|全面|启动|达到|并|[:：,，.。、()（）\-—~])+|(?:前|之前|以前|底|完成|办结|办理|手续|取得|[:：,，.。、()（）\-—~])+$/g;

/** The milestones of a text in one cell: `用地2月底,施工许可3月`, `2月底前完成用地手续；4月开工`. `unread`: pieces without a date. */
export function readNodes(
  text: string,
  year: number,
): { readonly nodes: readonly NodeReading[]; readonly unread: readonly string[]; readonly impossible: boolean } {
  const nodes: NodeReading[] = [];
  const unread: string[] = [];
  let impossible = false;
  if (saysNothing(text)) return { nodes, unread, impossible };
  // A dot parts milestones only where it stands in no date.
  const pieces = text
    .replace(/[①-⑳]/g, '\n')
    .normalize('NFKC')
    .replace(
      /(?:^|[\n;；。,，])\s*(?:\d{1,2}[、.)](?!\d)|\d{1,2}[.、](?=\d{1,2}月|\d{4}年|[一二三四上下]季?半?)|[(]\d{1,2}[)])/g,
      '\n',
    )
    .split(/[\n;；。,，]+|、(?=[^、]*\d)/);
  for (const piece of pieces) {
    const plain = plainDates(squeezed(piece));
    if (plain === '') continue;
    const found = findDates(plain, year);
    const first = found[0];
    const taken = found.at(-1);
    if (first === undefined || taken === undefined) {
      unread.push(plain);
      continue;
    }
    const before = plain.slice(0, first.at);
    const after = plain.slice(taken.end);
    const name = (before.replace(FILLER, '') || after.replace(FILLER, '')).replace(FILLER, '');
    const due = dayFor(taken.told, 'due');
    if (due === null) impossible = true;
    if (name === '' || due === null) unread.push(plain);
    else nodes.push({ name, due, done: /已/.test(plain) });
  }
  return { nodes, unread, impossible };
}
