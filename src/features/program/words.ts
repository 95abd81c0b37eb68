/** Every phrase of this feature. */
export const words = {
  title: { zh: '攻坚行动', en: 'Programs' },
  line: {
    zh: (name: string, year: number, projects: number) => `*${name}*\n${year} 年 · 项目 ${projects} 个`,
    en: (name: string, year: number, projects: number) => `*${name}*\n${year} · ${projects} projects`,
  },
  current: { zh: '正在运行', en: 'being run' },
  archived: { zh: '已归档', en: 'archived' },
  create: { zh: '建立新年度', en: 'New program' },
  use: { zh: '启用', en: 'Run this one' },
  back: { zh: '切回', en: 'Go back' },
  archive: { zh: '归档', en: 'Archive' },
  restore: { zh: '取出', en: 'Take out' },
  formTitle: { zh: '建立新年度', en: 'New program' },
  submit: { zh: '建立', en: 'Make it' },
  close: { zh: '取消', en: 'Cancel' },
  year: { zh: '年度', en: 'Year' },
  name: { zh: '名称（不填则沿用，改年份）', en: 'Name (left out: the same with the new year)' },
  file: { zh: '计划文件（YAML，可不附）', en: 'Plan file (YAML, if there is one)' },
  fileHint: {
    zh: '不附文件，就从现在这个行动沿用人员和未完项目。',
    en: 'Without a file, people and open projects go on from the present program.',
  },
  carries: {
    zh: (people: number, projects: number, milestones: number) =>
      `沿用将带入：人员 ${people} 名、未完项目 ${projects} 个、未完节点 ${milestones} 个。已报的进度一并带入，不再重报。`,
    en: (people: number, projects: number, milestones: number) =>
      `What goes on: ${people} people, ${projects} open projects, ${milestones} open milestones. What was reported goes with them and is not asked again.`,
  },
  made: {
    zh: (name: string) => `已建立：${name}。还没有启用。`,
    en: (name: string) => `Made: ${name}. It is not being run yet.`,
  },
  madeHint: {
    zh: '启用前先看一遍：目标关口按年份顺移，请核对；台账用 /ledger 修改。',
    en: 'Look it over first: gates were moved by the years between; the ledger is changed with /ledger.',
  },
  switched: {
    zh: (name: string) => `已启用：${name}。从现在起按它上报、催报、出日报。`,
    en: (name: string) => `Now being run: ${name}. Reports, prompts and digests are its own from now on.`,
  },
  switchedHint: {
    zh: (before: string) => `${before} 原样保留，可以随时切回。`,
    en: (before: string) => `${before} is kept as it is; you can go back at any time.`,
  },
  already: {
    zh: (name: string) => `${name} 本来就是这样，没有改动。`,
    en: (name: string) => `${name} is so already; nothing was changed.`,
  },
  archivedNow: { zh: (name: string) => `已归档：${name}。`, en: (name: string) => `Archived: ${name}.` },
  restoredNow: { zh: (name: string) => `已取出：${name}。`, en: (name: string) => `Taken out: ${name}.` },
  carriedNote: { zh: (name: string) => `结转自${name}`, en: (name: string) => `carried over from ${name}` },
  denied: {
    zh: (why: string) => ({ wrong: `没有改动：${why}。`, instead: '请找统筹人员办理。' }),
    en: (why: string) => ({ wrong: `Nothing was changed: ${why}.`, instead: 'Ask a coordinator.' }),
  },
  unknown: {
    zh: { wrong: '没有这个攻坚行动，或说得不够明确。', instead: '写年份，例如 /program 启用 2021；/program 看全部。' },
    en: {
      wrong: 'There is no such program, or several.',
      instead: 'Give its year: /program switch 2021. /program lists all.',
    },
  },
  unread: {
    zh: { wrong: '没有看懂。', instead: '/program 看全部；/program 新建；/program 启用 2021；/program 归档 2019。' },
    en: {
      wrong: 'This was not understood.',
      instead: '/program; /program new; /program switch 2021; /program archive 2019.',
    },
  },
  faultYear: { zh: '写四位年份，例如 2021', en: 'Give a year such as 2021' },
  faultExists: { zh: '这个年度已经建立', en: 'There is one for this year already' },
  faultFile: {
    zh: '文件取不到，请重新附上（不超过 2 MB）',
    en: 'The file cannot be had; attach it again (2 MB at most)',
  },
  faultPlan: {
    zh: (first: string, more: number) => `${first}${more > 0 ? `（另有 ${more} 处）` : ''}`,
    en: (first: string, more: number) => `${first}${more > 0 ? ` (and ${more} more)` : ''}`,
  },
} as const;
