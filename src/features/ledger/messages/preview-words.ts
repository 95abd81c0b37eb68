import { countEn } from '../../../domain/day-words.js';

/** What a preview says. Names come escaped, numbers formatted. */
export const previewWords = {
  reading: { zh: (file: string) => `正在读取 ${file}…`, en: (file: string) => `Reading ${file}…` },
  readingFile: { zh: '正在读取表格…', en: 'Reading the file…' },
  previewSent: {
    zh: '正在读取，预览发到您和我的私信里。',
    en: 'It is being read; the preview comes into your direct messages with me.',
  },
  updated: {
    zh: (counts: string) => `上面的预览已更新：${counts}`,
    en: (counts: string) => `The preview above was updated: ${counts}`,
  },
  title: { zh: (file: string) => `导入预览：${file}`, en: (file: string) => `Import preview: ${file}` },
  count: {
    zh: {
      added: (count: number) => `新增 ${count}`,
      changed: (count: number) => `变更 ${count}`,
      unchanged: (count: number) => `不变 ${count}`,
      withdrawn: (count: number) => `撤销 ${count}`,
      people: (count: number) => `新建人员 ${count}`,
      units: (count: number) => `新建单位 ${count}`,
      held: (count: number) => `待定 ${count}`,
      faults: (count: number) => `有误 ${count}`,
      warnings: (count: number) => `提示 ${count}`,
    },
    en: {
      added: (count: number) => `${count} new`,
      changed: (count: number) => `${count} changed`,
      unchanged: (count: number) => `${count} unchanged`,
      withdrawn: (count: number) => `${count} withdrawn`,
      people: (count: number) => `${count} new ${count === 1 ? 'person' : 'people'}`,
      units: (count: number) => countEn(count, 'new unit'),
      held: (count: number) => `${count} to decide`,
      faults: (count: number) => countEn(count, 'fault'),
      warnings: (count: number) => countEn(count, 'warning'),
    },
  },
  notWritten: { zh: '还没有写入台账。', en: 'Nothing is written to the ledger yet.' },
  sameAsLedger: {
    zh: '表格与台账一致，没有要写入的。',
    en: 'The file says what the ledger says: there is nothing to write.',
  },
  nothingWritable: {
    zh: '没有可以写入的，先处理下面的问题。',
    en: 'Nothing can be written before the points below are settled.',
  },
  absent: {
    zh: (count: number) => `表中没有的 ${count} 个项目保持不变`,
    en: (count: number) => `${countEn(count, 'project')} of the ledger not in the file stay as they are`,
  },
  onlyRead: {
    zh: (columns: string) => `${columns}只用来核对，不写入`,
    en: (columns: string) => `${columns}: read for checking only`,
  },
  unknownHeads: {
    zh: (count: number, heads: string) => `没有认出的列 ${count} 个：${heads}`,
    en: (count: number, heads: string) => `${countEn(count, 'column')} not recognised: ${heads}`,
  },
  skippedSheets: {
    zh: (sheets: string) => `没有读的工作表：${sheets}`,
    en: (sheets: string) => `sheets not read: ${sheets}`,
  },
  year: {
    zh: (year: number) => `没写年份的日期按 ${year} 年`,
    en: (year: number) => `dates without a year are of ${year}`,
  },
  listBelow: { zh: '逐项清单在讨论串里', en: 'each change is listed in the thread' },

  write: { zh: (what: string) => `写入：${what}`, en: (what: string) => `Write: ${what}` },
  discard: { zh: '放弃', en: 'Discard' },
  matchColumns: { zh: (count: number) => `对列名（${count}）`, en: (count: number) => `Match columns (${count})` },
  changeColumns: { zh: '改列名', en: 'Change columns' },
  matchNames: {
    zh: (count: number) => `定人名、单位、项目（${count}）`,
    en: (count: number) => `Decide names (${count})`,
  },
  lower: {
    zh: (count: number) => `也导入调低的完成投资（${count}）`,
    en: (count: number) => `Import lower figures too (${count})`,
  },
  compareAgain: { zh: '重新比对', en: 'Compare again' },

  columns: {
    zh: {
      mark: '',
      code: '编号',
      name: '项目',
      unit: '责任单位',
      owner: '责任人',
      total: '总投资',
      plan: '年度计划',
      done: '完成投资',
      other: '其他变化',
    },
    en: {
      mark: '',
      code: 'Code',
      name: 'Project',
      unit: 'Unit',
      owner: 'Owner',
      total: 'Total',
      plan: 'Year plan',
      done: 'Done',
      other: 'Also changed',
    },
  },
  marks: {
    zh: { new: '新增', changed: '变更', withdrawn: '撤销' },
    en: { new: 'New', changed: 'Changed', withdrawn: 'Gone' },
  },
  legend: {
    zh: (shown: number, all: number) =>
      `金额单位万元。黄底是变化的格，划去的是原来的${shown < all ? `；共 ${all} 行，图中是前 ${shown} 行` : ''}`,
    en: (shown: number, all: number) =>
      `Amounts in 10k yuan. Yellow cells change, what is struck out was there before${shown < all ? `; the first ${shown} of ${all} rows` : ''}`,
  },
  altRow: {
    zh: (mark: string, code: string, name: string, what: string) =>
      `${mark} ${code} ${name}${what === '' ? '' : `：${what}`}`,
    en: (mark: string, code: string, name: string, what: string) =>
      `${mark} ${code} ${name}${what === '' ? '' : `: ${what}`}`,
  },

  groups: {
    zh: {
      changed: (count: number) => `变更 ${count} 个`,
      new: (count: number) => `新增 ${count} 个`,
      withdrawn: (count: number) => `撤销 ${count} 个（表中划去的行）`,
      faults: (count: number) => `有误 ${count} 处，这些格没有导入`,
      warnings: (count: number) => `提示 ${count} 处，请核对`,
      doubts: (count: number) => `可有几种读法 ${count} 处，按第一种`,
      likely: (count: number) => `像已有项目 ${count} 行，定下之前不写入`,
      names: (count: number) => `台账里没有的名字 ${count} 个，定下之前留空`,
      absent: (count: number) => `表中没有 ${count} 个，保持不变`,
    },
    en: {
      changed: (count: number) => `${count} changed`,
      new: (count: number) => `${count} new`,
      withdrawn: (count: number) => `${count} withdrawn (rows struck out in the file)`,
      faults: (count: number) => `${countEn(count, 'fault')}: these cells are left out`,
      warnings: (count: number) => `${countEn(count, 'warning')}: please check`,
      doubts: (count: number) => `${countEn(count, 'cell')} with several readings: the first is taken`,
      likely: (count: number) =>
        `${countEn(count, 'row')} like a project of the ledger: not written before it is decided`,
      names: (count: number) => `${countEn(count, 'name')} that the ledger does not have: blank until decided`,
      absent: (count: number) => `${count} not in the file: they stay as they are`,
    },
  },
  rowAt: {
    zh: (sheet: string, row: number) => `${sheet} 第 ${row} 行`,
    en: (sheet: string, row: number) => `${sheet}, row ${row}`,
  },
  more: {
    zh: (count: number) => `另有 ${count} 行没有列出`,
    en: (count: number) => `${countEn(count, 'more line')} not listed`,
  },
  noLonger: { zh: '（这一部分已没有内容，见上面的预览）', en: '(Nothing here any more; see the preview above)' },
  nothing: { zh: '空', en: 'blank' },
  finished: { zh: '已完成', en: 'done' },
  milestone: { zh: (name: string) => `节点“${name}”`, en: (name: string) => `milestone “${name}”` },
  milestones: { zh: (count: number) => `节点 ${count} 个`, en: (count: number) => countEn(count, 'milestone') },
  readings: {
    zh: (first: string, others: string) => `取“${first}”，也可读作 ${others}`,
    en: (first: string, others: string) => `taken as “${first}”, may be ${others}`,
  },
  mayBe: { zh: (names: string) => `可能是 ${names}`, en: (names: string) => `may be ${names}` },
  times: {
    zh: (count: number) => `出现 ${count} 次`,
    en: (count: number) => `named ${count === 1 ? 'once' : `${count} times`}`,
  },
} as const;
