import { saysNothing, squeezed, tidyText } from './clean.js';
import type { Column, Head } from './head.js';
import type { Placed, SheetView } from './view.js';

/** What a row under a head is. */
export type RowKind =
  | { readonly is: 'project'; readonly name: Placed }
  /** A further line of the project above: its name is merged over both. */
  | { readonly is: 'continued'; readonly name: Placed }
  | {
      readonly is: 'section';
      readonly label: string;
      readonly level: number;
      readonly count: number | null;
      readonly guessed: boolean;
      readonly at: Placed;
    }
  | { readonly is: 'total'; readonly label: string; readonly count: number | null; readonly at: Placed }
  | { readonly is: 'nameless'; readonly at: Placed }
  | { readonly is: 'other' };

const TOTAL =
  /^(?:[\p{Script=Han}“”"、（(]{0,16}[)）]?)?(?:总合计|总计|合计|小计|共计)(?:[:：]|[(（]?共?\d+(?:个|项|家)?[)）]?|\d*$|$)/u;
const NOTE =
  /^(?:[*※])?(?:注|备注|说明|填表说明|填报说明|附|附注|附件|注意|填表人|填报人|审核人|审核|制表|制表人|联系人|联系电话|单位负责人|负责人|分管领导|主要领导|填报单位|填报时间|报送单位|报送时间|打印时间|签字|签章|盖章|数据来源)(?:[:：\d.、(（]|$)/;
/** The template's example row, and those that counties put under their heads. */
const EXAMPLE = /^(?:例|示例|样例|例如|填写示例|填报示例|e\.?g\.?|example)$/i;
const LEVELS = [
  /^第?[一二三四五六七八九十百]+(?:类|部分|大类)?[、.．:：]/,
  /^[(（][一二三四五六七八九十]+[)）]/,
  /^\d{1,2}[、.．](?!\d)/,
  /^[(（]\d{1,2}[)）]/,
];
const COUNT = /[(（[【,，:：]?(?:共计?|计|合计)?(\d{1,4})(?:个|项|家|件)(?:项目|企业)?[)）\]】]?$/;
const LONGEST_HEADING = 25;
const SENTENCE = /[。；;！!？?]/;
const LONGEST_LABEL = 40;

/** Tells projects from section heads, totals, notes and blank lines. */
export function kindOf(view: SheetView, head: Head, row: number): RowKind {
  const own = view.own(row).filter(({ cell }) => cell.text.trim() !== '' || cell.broken !== null);
  const first = own[0];
  const nameColumn = head.fields.get('name');
  if (nameColumn === undefined) return { is: 'other' };
  const name = view.at(row, nameColumn.column);
  if (first === undefined) return { is: 'other' };
  const text = squeezed(first.cell.text);
  const alone = own.length === 1;
  if (EXAMPLE.test(text) && !alone) return { is: 'other' };
  const label = /^\d*$/.test(text) && name !== null ? squeezed(name.cell.text) : text;
  if (TOTAL.test(label)) return { is: 'total', label, count: countIn(label), at: first };
  if (NOTE.test(text) && (alone || text.includes(':'))) return { is: 'other' };
  if (/^其中[:：]?/.test(label)) return { is: 'other' };
  const index = head.fields.get('index')?.column;
  const leads = alone && (first.column === index || numberedFromOne(view, row, index));
  const section = sectionIn(label, first, { alone, leads, bare: () => !own.some((placed) => isData(placed, head)) });
  if (section !== null) return section;
  if (name !== null && name.row < row && name.merge !== null) return { is: 'continued', name };
  if (name !== null && name.row === row && !saysNothing(name.cell.text)) {
    if (alone && SENTENCE.test(text)) return { is: 'other' };
    // One text in a line of its own, without a number: more likely a heading than a project of which nothing is known.
    if (alone && name.column === first.column && text.length <= LONGEST_HEADING)
      return { is: 'section', label: bareLabel(label), level: 0, count: null, at: first, guessed: true };
    return { is: 'project', name };
  }
  // Rows that were numbered beforehand and never filled in say nothing.
  const filled = own.filter(({ column, cell }) => column !== index && !saysNothing(cell.text));
  return filled.length >= 2 ? { is: 'nameless', at: filled[0] ?? first } : { is: 'other' };
}

function sectionIn(
  label: string,
  first: Placed,
  row: { alone: boolean; leads: boolean; bare: () => boolean },
): RowKind | null {
  const figure = first.cell.number !== null || /^\d+$/.test(squeezed(first.cell.text));
  if (label.length > LONGEST_LABEL || SENTENCE.test(label) || figure) return null;
  const level = LEVELS.findIndex((shape) => shape.test(label));
  const count = countIn(label);
  const numbered = level === 0 || level === 1;
  // 一、工业重点项目（20个） may bring its sums along, but never a unit, a person or a date.
  const plain = (numbered || count !== null) && row.bare();
  const across = row.alone && (row.leads || widthOf(first) >= 3 || numbered || count !== null);
  if (!plain && !across) return null;
  const bare = bareLabel(label);
  if (bare === '' || /^[\d.,]+$/.test(bare)) return null;
  return { is: 'section', label: bare, level: Math.max(level, 0), count, at: first, guessed: false };
}

/** The line below starts the numbering anew: what stands above it is the head of a section. */
function numberedFromOne(view: SheetView, row: number, index: number | undefined): boolean {
  const below = view.sheet.rows.find((each) => each.row > row && each.cells.size > 0);
  if (index === undefined || below === undefined) return false;
  return squeezed(view.at(below.row, index)?.cell.text ?? '') === '1';
}

/** 一、工业重点项目（20个） is 工业重点项目. */
function bareLabel(label: string): string {
  let bare = label;
  for (const shape of LEVELS) bare = bare.replace(shape, '');
  return tidyText(bare.replace(COUNT, '').replace(/[:：]$/, ''));
}

function countIn(label: string): number | null {
  const count = COUNT.exec(label)?.[1];
  return count === undefined ? null : Number(count);
}

const widthOf = ({ merge }: Placed) => (merge === null ? 1 : merge.right - merge.left + 1);

const DATA_FIELDS = [
  'unit',
  'unitOwner',
  'owner',
  'phone',
  'sponsor',
  'start',
  'end',
  'span',
  'nodes',
  'content',
  'progress',
] as const;

function isData({ column, cell }: Placed, head: Head): boolean {
  if (saysNothing(cell.text)) return false;
  const holds = (each: Column | undefined) => each?.column === column;
  return (
    DATA_FIELDS.some((field) => holds(head.fields.get(field))) || head.milestones.some((each) => holds(each.column))
  );
}
