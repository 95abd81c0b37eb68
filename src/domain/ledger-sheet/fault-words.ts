import type { Words } from '../plan.js';

type Said = { readonly why: Words; readonly instead: Words };

const say = (zh: string, en: string, insteadZh: string, insteadEn: string): Said => ({
  why: { zh, en },
  instead: { zh: insteadZh, en: insteadEn },
});
const DAY_ZH = '写成 2020-06-30 或 6月底前';
const DAY_EN = 'write 2020-06-30 or 6月底前';

/** What the columns are called in faults. */
export const FIELD_WORDS = {
  code: { zh: '项目编号', en: 'code' },
  name: { zh: '项目名称', en: 'project name' },
  category: { zh: '类别', en: 'category' },
  unit: { zh: '责任单位', en: 'unit' },
  owner: { zh: '责任人', en: 'owner' },
  phone: { zh: '联系电话', en: 'telephone' },
  sponsor: { zh: '包保领导', en: 'sponsor' },
  totalInvestment: { zh: '总投资', en: 'total investment' },
  yearPlan: { zh: '年度计划投资', en: "year's planned investment" },
  done: { zh: '完成投资', en: 'investment done' },
  start: { zh: '计划开工时间', en: 'planned start' },
  end: { zh: '计划竣工时间', en: 'planned end' },
  content: { zh: '建设内容', en: 'content' },
  progress: { zh: '形象进度', en: 'progress' },
  problem: { zh: '存在问题', en: 'problem' },
  site: { zh: '建设地点', en: 'site' },
  remark: { zh: '备注', en: 'remark' },
} as const satisfies Readonly<Record<string, Words>>;

/** Every doubt that a cell can raise: why, and what to write there. Short, as a clerk would say it. */
export const FAULTS = {
  blank: (field: Words) => say(`${field.zh}空白`, `${field.en} is blank`, `填写${field.zh}`, `fill in the ${field.en}`),
  open: (field: Words, text: string) =>
    say(
      `${field.zh}写的是“${text}”`,
      `${field.en} says ‘${text}’: not known yet`,
      `定下后填写${field.zh}`,
      `fill in the ${field.en} once it is settled`,
    ),
  noDate: (field: Words, text: string) =>
    say(`${field.zh}“${text}”认不出是哪一天`, `${field.en} ‘${text}’ is no date that is understood`, DAY_ZH, DAY_EN),
  noSuchDay: (field: Words, text: string) =>
    say(`${field.zh}“${text}”没有这一天`, `${field.en} ‘${text}’ is a day that does not exist`, DAY_ZH, DAY_EN),
  farYear: (field: Words, text: string, year: number) =>
    say(
      `${field.zh}“${text}”与 ${year} 年相差太远`,
      `${field.en} ‘${text}’ is far from ${year}`,
      '核对年份',
      'check the year',
    ),
  severalDates: (field: Words, text: string, day: string) =>
    say(
      `${field.zh}“${text}”有几个日期，取 ${day}`,
      `${field.en} ‘${text}’ holds several dates; ${day} was taken`,
      '只写一个日期',
      'write one date only',
    ),
  dateWithText: (field: Words, text: string, day: string) =>
    say(
      `${field.zh}“${text}”带有其他文字，取 ${day}`,
      `${field.en} ‘${text}’ holds other words; ${day} was taken`,
      '只写日期，其余写到备注',
      'write the date only, the rest as a remark',
    ),
  aboutDate: (field: Words, text: string, day: string) =>
    say(
      `${field.zh}“${text}”是约数，取 ${day}`,
      `${field.en} ‘${text}’ is approximate; ${day} was taken`,
      DAY_ZH,
      DAY_EN,
    ),
  dateReadings: (field: Words, text: string, days: readonly string[]) =>
    say(
      `${field.zh}“${text}”可以是 ${days.join(' 或 ')}`,
      `${field.en} ‘${text}’ can be ${days.join(' or ')}`,
      DAY_ZH,
      DAY_EN,
    ),
  bareMonth: (field: Words, text: string) =>
    say(`${field.zh}只写了“${text}”，按月份理解`, `${field.en} is only ‘${text}’; read as a month`, DAY_ZH, DAY_EN),
  doneUndated: (field: Words, text: string) =>
    say(
      `${field.zh}写的是“${text}”，没有日期`,
      `${field.en} says ‘${text}’ without a date`,
      '写上完成日期',
      'write the day on which it was done',
    ),
  startUnknown: (field: Words, text: string) =>
    say(
      `${field.zh}写的是“${text}”，没有日期`,
      `${field.en} says ‘${text}’ without a date`,
      '写上开工日期，或填写建设起止时间',
      'write the day, or fill in 建设起止时间',
    ),
  endBeforeStart: (end: string, start: string) =>
    say(
      `计划竣工 ${end} 早于计划开工 ${start}`,
      `the planned end ${end} is before the planned start ${start}`,
      '核对年份',
      'check the year',
    ),
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
      `${field.zh}“${text}”是约数，取 ${wan} 万元`,
      `${field.en} ‘${text}’ is approximate; ${wan} was taken`,
      '写准确数字',
      'write the exact figure',
    ),
  amountWithText: (field: Words, text: string, wan: number) =>
    say(
      `${field.zh}“${text}”带有其他文字，取 ${wan} 万元`,
      `${field.en} ‘${text}’ holds other words; ${wan} was taken`,
      '只写数字，单位万元',
      'write a figure in 10k yuan (万元)',
    ),
  yuan: (field: Words, text: string, wan: number) =>
    say(
      `${field.zh}“${text}”以元为单位只合 ${wan} 万元`,
      `${field.en} ‘${text}’ in yuan is only ${wan} (10k yuan)`,
      '核对单位',
      'check the unit',
    ),
  planOverTotal: (plan: number, total: number) =>
    say(
      `年度计划投资 ${plan} 万元大于总投资 ${total} 万元`,
      `the year's plan ${plan} is more than the total ${total}`,
      '核对单位和数字',
      'check unit and figure',
    ),
  doneOverTotal: (done: number, total: number) =>
    say(
      `完成投资 ${done} 万元大于总投资 ${total} 万元`,
      `done ${done} is more than the total ${total}`,
      '核对单位和数字',
      'check unit and figure',
    ),
  tinyTotal: (total: number) =>
    say(
      `总投资只有 ${total} 万元`,
      `the total is only ${total} (10k yuan)`,
      '核对单位是不是亿元',
      'check whether 亿元 is meant',
    ),
  hugeTotal: (total: number) =>
    say(
      `总投资有 ${total} 万元`,
      `the total is as much as ${total} (10k yuan)`,
      '核对单位是不是万元',
      'check whether 万元 is meant',
    ),
  sharedAmount: (field: Words, rows: number) =>
    say(
      `${field.zh}合并了 ${rows} 行，每行都计了全数`,
      `${field.en} is merged over ${rows} rows; each got the whole`,
      '分行填写',
      'fill in each row',
    ),
  severalNames: (field: Words, names: readonly string[]) =>
    say(
      `${field.zh}有 ${names.length} 个名字，取 ${names[0]}`,
      `${field.en} holds ${names.length} names; ${names[0]} was taken`,
      '只写一人，其他人写到备注',
      'write one person, the others as a remark',
    ),
  oddName: (field: Words, text: string) =>
    say(
      `${field.zh}“${text}”不像姓名`,
      `${field.en} ‘${text}’ does not look like a name`,
      '只写姓名',
      'write the name only',
    ),
  severalUnits: (units: readonly string[]) =>
    say(
      `责任单位有 ${units.length} 个，取 ${units[0]}`,
      `${units.length} units; ${units[0]} was taken`,
      '只写牵头的一个单位',
      'write the leading unit only',
    ),
  sameUnit: (unit: string, other: string) =>
    say(
      `“${unit}”与“${other}”应是同一单位`,
      `‘${unit}’ and ‘${other}’ seem to be the same unit`,
      `统一写成${other}`,
      `write ${other} throughout`,
    ),
  unitFromSheet: (name: string) =>
    say(
      `责任单位空白，取工作表名“${name}”`,
      `the unit is blank; the sheet's name ${name} was taken`,
      '填写责任单位',
      'fill in the unit',
    ),
  phone: (digits: number) =>
    say(`联系电话是 ${digits} 位`, `the telephone number has ${digits} digits`, '核对号码', 'check the number'),
  noName: () =>
    say('没有项目名称', 'no project name', '填写项目名称，或删掉这一行', 'fill in the name, or delete the row'),
  twice: (name: string, where: string) =>
    say(
      `“${name}”在 ${where} 已有`,
      `‘${name}’ is at ${where} already`,
      '删掉重复的一行，或改名区分',
      'delete one, or tell them apart by name',
    ),
  hidden: (name: string) =>
    say(
      `“${name}”在隐藏行，已读入`,
      `‘${name}’ is in a hidden row; it was read`,
      '不要的行请删除',
      'delete the row if it is not wanted',
    ),
  struckRow: (name: string) =>
    say(
      `“${name}”整行划掉，按退出处理`,
      `‘${name}’ is struck out; read as withdrawn`,
      '仍要保留的，去掉删除线',
      'take the line off if it stays',
    ),
  struckText: (text: string, kept: string) =>
    say(
      `划掉的“${text}”不计，取“${kept}”`,
      `‘${text}’ is struck out; ‘${kept}’ was taken`,
      '删去划掉的文字',
      'delete what is struck out',
    ),
  broken: (error: string) =>
    say(`公式没有结果（${error}）`, `the formula has no result (${error})`, '写成数字或文字', 'write the value itself'),
  moreLines: (text: string) =>
    say(
      `同一项目另有一行“${text}”，未读入`,
      `the same project has another line ‘${text}’, not read`,
      '写到一格里',
      'put it into one cell',
    ),
  nodeUndated: (text: string) =>
    say(
      `节点“${text}”没有日期，未读入`,
      `the milestone ‘${text}’ has no date and was not read`,
      '写成 用地2月底，施工许可3月',
      'write 用地2月底，施工许可3月',
    ),
  count: (label: string, said: number, found: number) =>
    say(
      `“${label}”写 ${said} 个，读到 ${found} 个`,
      `‘${label}’ says ${said}, ${found} were read`,
      '核对个数',
      'check the number',
    ),
  guessedMilestone: (head: string) =>
    say(
      `“${head}”一列多是日期，按节点理解`,
      `the column ‘${head}’ mostly holds dates; read as a milestone`,
      '改成表内节点名称',
      'use a milestone’s name as head',
    ),
  guessedYear: (year: number) =>
    say(
      `表内没有写明年份，按 ${year} 年理解`,
      `the sheet names no year; ${year} was taken`,
      '在标题写明年份',
      'name the year in the title',
    ),
  nestedCategory: (inner: string, outer: string) =>
    say(
      `“${inner}”在“${outer}”之下，类别取“${inner}”`,
      `‘${inner}’ is under ‘${outer}’; it was taken as category`,
      '每个项目写明类别',
      'write the category in each row',
    ),
  carriedCategory: (category: string) =>
    say(
      `类别空白，取上一行的“${category}”`,
      `the category is blank; ${category} of the row above was taken`,
      '填写类别',
      'fill in the category',
    ),
  unreadRow: (text: string) =>
    say(
      `“${text}”不知是项目还是类别，未读入`,
      `‘${text}’ is neither plainly a project nor a category; not read`,
      '补全这一行，或删去',
      'complete the row, or delete it',
    ),
  unreadSheet: (name: string) =>
    say(
      `工作表“${name}”没有认出表头，未读入`,
      `no head was found in the sheet ‘${name}’; not read`,
      '表头写明项目名称、责任单位、总投资',
      'write heads such as 项目名称, 责任单位, 总投资',
    ),
  hiddenSheet: (name: string) =>
    say(
      `工作表“${name}”是隐藏的，未读入`,
      `the sheet ‘${name}’ is hidden; not read`,
      '要读入的，取消隐藏',
      'unhide it if it is wanted',
    ),
} as const;
