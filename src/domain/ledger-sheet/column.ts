import { type MoneyUnit, moneyUnitIn } from './amount-cell.js';
import { squeezed } from './clean.js';
import { COLUMN_WORDS, type ColumnField, MILESTONE_GROUP, MILESTONE_NAME, TIME_GROUP } from './column-words.js';

/** One reading of a head: what its column holds, and how sure that is (0 is surest). */
export type ColumnMeaning =
  | { readonly field: ColumnField; readonly rank: number }
  | { readonly field: 'milestone'; readonly rank: number; readonly name: string };

export type Label = { readonly plain: string; readonly unit: MoneyUnit | null };

/** A head's text without blanks, brackets and unit: 总 投 资\n（亿元） is 总投资, in 亿元. */
export function labelOf(text: string): Label {
  // 开(竣)工时间 names two days; other brackets only explain.
  const whole = squeezed(text)
    .replace(/[(（]([竣完])[)）]/g, '$1')
    .replace(/^(.+)[(（](实际|计划|预计)[)）]$/, '$2$1');
  const plain = whole
    // 用地（亩） is an area and no milestone: a unit that is not money stays a part of the head.
    .replace(/[(（[【](?:单位[:：]?)?(亩|个|%|吨|平方米|㎡|m2|人|户|公里|家|台|套|吨标准?煤|万美元)[)）\]】]/g, '$1')
    .replace(/[(（[【][^()（）[\]【】]*[)）\]】]/g, '')
    .replace(/(?:[:：,，/、]?(?:单位[:：]?)?(?:亿元|百万元|万元|千元))$/, '')
    .replace(/[:：*★☆.。、,，;；/\\“”"'‘’|]/g, '');
  return { plain, unit: moneyUnitIn(whole) ?? (/亿元$/.test(whole) ? '亿元' : /万元$/.test(whole) ? '万元' : null) };
}

// Words that say something only together with the head above them.
const NEEDS_PARENT =
  /^(?:姓名|名称|名字|单位|电话|联系电话|联系方式|手机|手机号|时间|日期|金额|数额|总额|计划|目标|完成|已完成|累计|累计完成|实际|实际完成|计划数|完成数|起|止|开始|结束|开工|竣工|投产|完工|计划投资|完成投资|投资|年度|领导|小计|合计|总计|\d{1,2}[-~至]\d{1,2}月(?:份)?|计划完成时间|计划时间|完成时间|完成时限|时限|要求时限|实际时间|实际完成时间)$/;
const PLANNED = /^(?:计划|计划时间|计划完成时间|计划完成|完成时间|完成时限|时限|要求时限|时间|目标时间|节点时间)$/;
const ACTUAL = /实际/;
/** A sheet with one row a milestone: its name and its day in two columns. */
const NODE_LIST = /^(?:关键|工作|时间)?(?:节点|里程碑)(?:名称|内容|事项|时间|时限|完成时间)$/;
const NEVER_MILESTONE =
  /^(?:备注|责任人|负责人|联系人|联系电话|电话|责任单位|牵头单位|配合单位|包保领导|进展|进展情况|存在问题|问题|投资|总投资)$/;

/** What a person matched a head to before: a field, a milestone's name, or nothing that the ledger needs. */
export type KnownColumn = { readonly field: ColumnField } | { readonly milestone: string } | 'ignored';

/** The program's year, and heads of its own that the county has matched (by their texts, `columnKey`). */
export type HeadRules = { readonly year: number | null; readonly columns: ReadonlyMap<string, KnownColumn> };

/** A head without blanks, brackets and unit: how a matched column is remembered. */
export const columnKey = (head: string): string => labelOf(head).plain;

/** Everything that the heads over a column, from the highest to the lowest, can mean; the best first. */
export function meaningsOf(path: readonly string[], { year, columns }: HeadRules): readonly ColumnMeaning[] {
  const labels = path.filter((label) => label !== '');
  const leaf = labels.at(-1);
  if (leaf === undefined) return [];
  const known = columns.get(leaf);
  if (known === 'ignored') return [];
  if (known !== undefined)
    return 'field' in known
      ? [{ field: known.field, rank: -1 }]
      : [{ field: 'milestone', rank: -1, name: known.milestone }];
  const parents = labels.slice(0, -1);
  const above = parents.join('');
  if (otherYear(`${above}${leaf}`, year)) return [];
  const milestone = milestoneIn(leaf, parents);
  if (milestone !== undefined) return milestone === null ? [] : [milestone];
  if (TIME_GROUP.test(above) && !/节点/.test(above)) {
    if (/^(?:计划|预计)?(?:开工|开始|动工|起|开建|启动)(?:时间|日期|年月)?$/.test(leaf))
      return [{ field: 'start', rank: 0 }];
    if (/^(?:计划|预计)?(?:竣工|完工|结束|止|投产|建成|竣工投产|建成投产)(?:时间|日期|年月)?$/.test(leaf))
      return [{ field: 'end', rank: 0 }];
  }
  // The progress planned for the year is not the progress reached.
  if (/计划|目标/.test(above) && /进度|进展/.test(leaf)) return [{ field: 'content', rank: 2 }];
  const joined = `${above}${leaf}`;
  const texts =
    parents.length === 0
      ? [leaf]
      : NEEDS_PARENT.test(leaf)
        ? [joined, `${parents.at(-1)}${leaf}`, leaf]
        : [leaf, `${parents.at(-1)}${leaf}`, joined];
  for (const text of texts) {
    const meanings = fieldsOf(text.replace(/(?:姓名|名字)$|(?<=单位|部门)名称$/, ''));
    if (meanings.length > 0) return meanings;
  }
  return MILESTONE_NAME.test(milestoneName(leaf)) ? [{ field: 'milestone', rank: 4, name: milestoneName(leaf) }] : [];
}

function fieldsOf(text: string): ColumnMeaning[] {
  const meanings = COLUMN_WORDS.filter(({ is, not }) => is.test(text) && !not?.test(text)).map(({ field, rank }) => ({
    field,
    rank,
  }));
  // 开工 and 竣工 alone can be milestones or the works' start and end; the sheet's other columns decide.
  if (MILESTONE_NAME.test(text) && meanings.length > 0)
    return [...meanings, { field: 'milestone', rank: 4, name: text }];
  return meanings;
}

/** Undefined: no milestone's column by its place; null: one that is left alone (the actual day). */
function milestoneIn(leaf: string, parents: readonly string[]): ColumnMeaning | null | undefined {
  const group = parents.findIndex((parent) => MILESTONE_GROUP.test(parent));
  if (group >= 0) {
    if (NEVER_MILESTONE.test(leaf) || NODE_LIST.test(leaf)) return undefined;
    const inside = [...parents.slice(group + 1), leaf];
    if (inside.length > 1 && ACTUAL.test(leaf)) return null;
    const named = inside.length > 1 && PLANNED.test(leaf) ? inside.at(-2) : leaf;
    if (named === undefined || PLANNED.test(named)) return undefined;
    return { field: 'milestone', rank: 0, name: milestoneName(named) };
  }
  const parent = parents.at(-1);
  // 土地手续 over 计划完成时间 and 实际完成时间 is a step of the county's own.
  if (parent !== undefined && (MILESTONE_NAME.test(milestoneName(parent)) || isStep(parent))) {
    if (PLANNED.test(leaf)) return { field: 'milestone', rank: 1, name: milestoneName(parent) };
    if (ACTUAL.test(leaf)) return null;
  }
  return undefined;
}

const isStep = (head: string) =>
  fieldsOf(head).length === 0 && !TIME_GROUP.test(head) && !/投资|资金|单位|领导|情况|计划|目标/.test(head);

/** 开工时间 under 节点计划 is the milestone 开工. */
export function milestoneName(label: string): string {
  return label.replace(/(?:计划)?(?:完成)?(?:时间|时限|日期)$/, '').replace(/^计划(?=.{2,})/, '') || label;
}

/** A column of another year (2021年计划投资, 截至2019年底完成投资) says nothing about this program's. */
function otherYear(text: string, year: number | null): boolean {
  const years = [...text.matchAll(/(20\d\d)(?=年)/g)].map((match) => Number(match[1]));
  if (/(?:上年|去年|以前年度|明年|下年)/.test(text)) return true;
  return year !== null && years.length > 0 && !years.includes(year);
}
