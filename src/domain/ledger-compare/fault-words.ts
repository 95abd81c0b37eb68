import { say } from '../ledger-sheet/fault-words/say.js';
import type { Words } from '../plan.js';

/** What to do about a figure that is left out until a press says that it is meant. */
export const IF_MEANT = [
  '核对数字和单位；确实如此，按“也导入存疑的完成投资”',
  'check figure and unit; if it is so, press “Import doubtful figures too”',
] as const;

const lastZh = (last: string | null) => (last === null ? '' : `（上次 ${last}万元）`);
const lastEn = (last: string | null) => (last === null ? '' : ` (it was ${last})`);

/** What can be wrong with a row beside the ledger: why, and what to write or do instead. */
export const COMPARE_FAULTS = {
  twice: (code: string, other: string) =>
    say(
      `与 ${other} 是同一个项目（${code}），只读前一行`,
      `the same project as ${other} (${code}); only the earlier row was read`,
      '删掉其中一行',
      'delete one of the two rows',
    ),
  codeTaken: (code: string) =>
    say(
      `编号 ${code} 已是另一个项目的，未导入`,
      `the code ${code} belongs to another project; left out`,
      '改成没有用过的编号，或留空由系统编号',
      'write a code that is free, or leave it blank to be given one',
    ),
  noUnit: () =>
    say('新项目没有责任单位，未导入', 'a new project without a unit; left out', '填写责任单位', 'fill in the unit'),
  noCategory: () =>
    say(
      '新项目没有类别，未导入',
      'a new project without a category; left out',
      '填写类别，或放在类别的小标题下',
      'fill in the category, or put it under the heading of one',
    ),
  longName: (most: number) =>
    say(
      `项目名称超过${most}字，未导入`,
      `the name is longer than ${most} characters; left out`,
      '写简称，内容写到建设内容',
      'write a short name and put the rest into the content',
    ),
  tooLarge: (field: Words) =>
    say(`${field.zh}过大，未导入`, `the ${field.en} is too large; left out`, '核对金额和单位', 'check amount and unit'),
  'amount-falls': (file: string, now: string) =>
    say(
      `完成投资 ${file}万元，少于已上报的 ${now}万元，未导入`,
      `investment done is ${file} (10k yuan), less than the ${now} reported; left out`,
      ...IF_MEANT,
    ),
  'over-total': (file: string, total: string, last: string | null) =>
    say(
      `完成投资 ${file}万元，超过总投资 ${total}万元${lastZh(last)}，未导入`,
      `investment done is ${file} (10k yuan), more than the total of ${total}${lastEn(last)}; left out`,
      ...IF_MEANT,
    ),
  'over-year': (file: string, plan: string, last: string | null) =>
    say(
      `完成投资一次增加到 ${file}万元，超过全年计划 ${plan}万元${lastZh(last)}，未导入`,
      `investment done rises at once to ${file} (10k yuan), by more than the year’s plan of ${plan}${lastEn(last)}; left out`,
      ...IF_MEANT,
    ),
  outOfOrder: (step: string, earlier: string, percent: string) =>
    say(
      `“${step}”写已完成，前面的“${earlier}”是${percent}%，未导入`,
      `‘${step}’ is called done while the earlier ‘${earlier}’ is at ${percent}%; left out`,
      `“${earlier}”也完成的，写已完成；否则单独上报`,
      `call ‘${earlier}’ done as well, or report the step in a line`,
    ),
  site: (text: string) =>
    say(
      `建设地点“${text}”不是方案里的园区，未导入`,
      `the site ‘${text}’ is none of the plan’s; left out`,
      '写园区的名称，或留空',
      'write the name of a site, or leave it blank',
    ),
  longMilestone: (most: number) =>
    say(
      `节点名称超过${most}字，未导入`,
      `a milestone’s name is longer than ${most} characters; left out`,
      '写节点的简称',
      'write a short name',
    ),
} as const;
