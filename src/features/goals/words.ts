import { countEn } from '../../domain/day-words.js';

/** Every phrase that `/goals` says. Numbers come formatted, names escaped. */
export const goalsWords = {
  turns: { zh: '分母变动', en: 'What is counted has changed' },
  turnAdded: { zh: '新列入台账', en: 'new in the ledger' },
  turnWithdrawn: { zh: '已撤销，不再计入', en: 'withdrawn, not counted any more' },
  turnRestored: { zh: '恢复，重新计入', en: 'back again, counted' },
  turnRecategorised: {
    zh: (from: string, to: string) => `${from} → ${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
  turnWhy: { zh: (why: string) => `（${why}）`, en: (why: string) => ` (${why})` },
  turnsMore: { zh: (count: number) => `共 ${count} 个项目`, en: (count: number) => `${count} projects in all` },
  title: {
    zh: (day: string) => `目标与关口 · ${day}`,
    en: (day: string) => `Goals and gates · ${day}`,
  },
  goals: { zh: '目标与关口', en: 'Goals and gates' },
  about: {
    zh: (projects: number, time: string) => `全部项目（${projects} 个） · 截至 ${time}`,
    en: (projects: number, time: string) => `Whole plan (${countEn(projects, 'project')}) · as at ${time}`,
  },
  noGoals: { zh: '本次攻坚行动没有设定目标。', en: 'This program has no goals.' },
  more: {
    zh: (count: number) => `另有 ${count} 项目标，输入名称查看`,
    en: (count: number) => `${countEn(count, 'more goal')}: type the name`,
  },
  list: { zh: '名单', en: 'List' },
  recorded: { zh: '按登记的数值计算，不由项目汇总', en: 'Taken from what was recorded, not added up from projects' },
  notRecorded: { zh: '还没有登记过数值', en: 'Nothing was recorded yet' },
  lastRecorded: { zh: (day: string) => `数值截至 ${day}`, en: (day: string) => `As of ${day}` },

  rescue: {
    zh: (count: number) => `要过这一关，最有把握的 ${count} 个项目`,
    en: (count: number) =>
      `To pass this gate, the ${count === 1 ? 'likeliest project' : `${count} likeliest projects`}`,
  },
  rescueShort: {
    zh: (missing: number, count: number) =>
      count === 0 ? `还差 ${missing} 个，没有项目能赶在关口前` : `还差 ${missing} 个，有望赶在关口前的只有 ${count} 个`,
    en: (missing: number, count: number) =>
      count === 0
        ? `${missing} to go; no project can still make it`
        : `${missing} to go; only ${count} can still make it`,
  },
  rescueLeft: {
    zh: (nodes: number) => `还有 ${nodes} 个节点`,
    en: (nodes: number) => `${countEn(nodes, 'milestone')} left`,
  },
  rescueMoney: {
    zh: (amount: string) => `年度计划还差 ${amount}`,
    en: (amount: string) => `${amount} short of the year's plan`,
  },
  expected: { zh: (day: string) => `预计 ${day}`, en: (day: string) => `expected ${day}` },
  wasDue: { zh: (day: string) => `原定 ${day}，已过期`, en: (day: string) => `was due ${day}` },
  noDay: { zh: '没有计划时间', en: 'no planned day' },
  noOwner: { zh: '责任人未定', en: 'no owner yet' },
  others: {
    zh: (count: number) => `另有 ${count} 个不在您可以查看的范围内`,
    en: (count: number) => `${count} more are outside of what you may see`,
  },
  rest: { zh: (count: number) => `等 ${count} 个，见名单`, en: (count: number) => `${count} in all, see the list` },

  counts: { zh: '计入', en: 'Counts' },
  countsNot: { zh: '未计入', en: 'Does not count' },
  countedOf: {
    zh: (counted: number, not: number) => `计入 ${counted} 个，未计入 ${not} 个`,
    en: (counted: number, not: number) => `${counted} count, ${not} do not`,
  },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  page: {
    zh: (page: number, pages: number) => `第 ${page}/${pages} 页`,
    en: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  close: { zh: '关闭', en: 'Close' },

  keptValue: {
    zh: (goal: string, value: string, day: string) => `已登记：${goal} ${value}（截至 ${day}）`,
    en: (goal: string, value: string, day: string) => `Recorded: ${goal} ${value} (as of ${day})`,
  },
  valueBefore: { zh: (value: string) => `上次 ${value}`, en: (value: string) => `before ${value}` },
  firstValue: { zh: '首次登记', en: 'the first value' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: {
    zh: (goal: string, value: string) => `已撤销：${goal} ${value}`,
    en: (goal: string, value: string) => `Undone: ${goal} ${value}`,
  },
  standsAgain: { zh: (value: string) => `现在是 ${value}`, en: (value: string) => `now ${value}` },
  standsNone: { zh: '现在没有登记的数值', en: 'nothing is recorded now' },
  noRecord: { zh: '找不到这条登记', en: 'This record was not found' },
  noRecordInstead: { zh: '输入 `/goals` 查看现在的数值', en: 'Type `/goals` for the present values' },

  addedUp: { zh: '这项目标由项目汇总，不能直接登记', en: 'This goal is added up from projects and cannot be recorded' },
  addedUpInstead: {
    zh: '上报项目进度用 `/progress`；完成投资用 `/progress P-017 完成投资 1200万`',
    en: 'Report projects with `/progress`; investment with `/progress P-017 完成投资 1200万`',
  },
  recordInstead: {
    zh: '请统筹人员登记；查看用 `/goals`',
    en: 'Ask a coordinator to record it; to look type `/goals`',
  },
  askCoordinator: { zh: '请统筹人员把您加入人员名单', en: 'Ask a coordinator to add you to the list of people' },
  unknownGoal: { zh: (said: string) => `没有叫“${said}”的目标`, en: (said: string) => `No goal is called “${said}”` },
  several: { zh: (said: string) => `“${said}”对得上好几项目标`, en: (said: string) => `“${said}” fits several goals` },
  nameInstead: {
    zh: (names: string) => `用目标的名称：${names}`,
    en: (names: string) => `Write the goal's name: ${names}`,
  },
  unreadValue: {
    zh: (said: string) => `看不懂数值“${said}”`,
    en: (said: string) => `The value “${said}” is not understood`,
  },
  understoodGoal: { zh: (goal: string) => `目标 ${goal}`, en: (goal: string) => `goal ${goal}` },
  valueInstead: {
    zh: (example: string) => `写明数量和单位，是年初以来的累计数，例如 \`${example}\``,
    en: (example: string) => `Write the amount with its unit, counted since the year began, such as \`${example}\``,
  },
} as const;

/** What to type for a value in each measure, after the goal's name. */
export const EXAMPLES = {
  '10k-yuan': { zh: '12.3亿 6月15日', en: '1.23 billion yuan' },
  '10k-dollars': { zh: '310万美元', en: '$3.1 million' },
  activities: { zh: '11次', en: '11' },
  projects: { zh: '12个', en: '12' },
  share: { zh: '60%', en: '60%' },
} as const;
