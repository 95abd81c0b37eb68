import type { Words } from '../../plan.js';
import { say } from './say.js';

/** What can be doubtful about an amount. */
export const AMOUNTS = {
  noAmount: (field: Words, text: string) =>
    say(
      `${field.zh}“${text}”认不出金额`,
      `${field.en} ‘${text}’ is no amount that is understood`,
      '只写数字，单位万元',
      'write a figure in 10k yuan (万元)',
    ),
  foreign: (field: Words, text: string) =>
    say(
      `${field.zh}“${text}”不是人民币`,
      `${field.en} ‘${text}’ is not in yuan`,
      '折合成人民币万元填写',
      'convert it to 10k yuan (万元)',
    ),
  range: (field: Words, text: string) =>
    say(
      `${field.zh}“${text}”是一个范围`,
      `${field.en} ‘${text}’ is a range`,
      '写一个数字，单位万元',
      'write one figure in 10k yuan (万元)',
    ),
  negative: (field: Words, text: string) =>
    say(`${field.zh}“${text}”是负数`, `${field.en} ‘${text}’ is negative`, '核对后填写', 'check it'),
  about: (field: Words, text: string, wan: number) =>
    say(
      `${field.zh}“${text}”是约数，取 ${wan}万元`,
      `${field.en} ‘${text}’ is approximate; ${wan} was taken`,
      '写准确数字',
      'write the exact figure',
    ),
  amountWithText: (field: Words, text: string, wan: number) =>
    say(
      `${field.zh}“${text}”带有其他文字，取 ${wan}万元`,
      `${field.en} ‘${text}’ holds other words; ${wan} was taken`,
      '只写数字，单位万元',
      'write a figure in 10k yuan (万元)',
    ),
  yuan: (field: Words, text: string, wan: number) =>
    say(
      `${field.zh}“${text}”以元为单位只合 ${wan}万元`,
      `${field.en} ‘${text}’ in yuan is only ${wan} (10k yuan)`,
      '核对单位',
      'check the unit',
    ),
  planOverTotal: (plan: number, total: number) =>
    say(
      `年度计划投资 ${plan}万元大于总投资 ${total}万元`,
      `the year's plan ${plan} is more than the total ${total}`,
      '核对单位和数字',
      'check unit and figure',
    ),
  doneOverTotal: (done: number, total: number) =>
    say(
      `完成投资 ${done}万元大于总投资 ${total}万元`,
      `done ${done} is more than the total ${total}`,
      '核对单位和数字',
      'check unit and figure',
    ),
  tinyTotal: (total: number) =>
    say(
      `总投资只有 ${total}万元`,
      `the total is only ${total} (10k yuan)`,
      '核对单位是不是亿元',
      'check whether 亿元 is meant',
    ),
  hugeTotal: (total: number) =>
    say(
      `总投资有 ${total}万元`,
      `the total is as much as ${total} (10k yuan)`,
      '核对单位是不是万元',
      'check whether 万元 is meant',
    ),
  olderFigures: (head: string, newest: string) =>
    say(
      `累计完成投资有几列，取最近的“${newest}”，“${head}”未读入`,
      `several cumulative columns; the newest, ‘${newest}’, was taken, ‘${head}’ was not read`,
      '只留最近一列',
      'keep the newest column only',
    ),
  sharedAmount: (field: Words, rows: number) =>
    say(
      `${field.zh}合并了${rows}行，每行都计了全数`,
      `${field.en} is merged over ${rows} rows; each got the whole`,
      '分行填写',
      'fill in each row',
    ),
} as const;
