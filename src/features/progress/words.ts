import type { Phrases } from '../../text/language.js';

/** Every phrase of reporting, zh-CN and English side by side. Texts of people come in escaped. */
export const words = {
  kept: { zh: '已记下', en: 'Noted' },
  late: { zh: (day: string) => `补报 ${day}`, en: (day: string) => `late report for ${day}` },
  undoneLine: { zh: '已撤销', en: 'taken back' },
  amendedLine: { zh: '已更正，见下', en: 'amended, see below' },
  undo: { zh: '撤销', en: 'Undo' },
  amend: { zh: '更正', en: 'Amend' },
  undone: { zh: '已撤销，不再计入', en: 'Taken back; it no longer counts' },
  undoneHint: {
    zh: '重新上报：直接再发一条，或用 /progress。',
    en: 'To report again, send another line or use /progress.',
  },
  alreadyUndone: { zh: '这一条先前已经撤销。', en: 'This was taken back before.' },
  undoDenied: { zh: '这一条不能撤销', en: 'This cannot be taken back' },
  undoInstead: {
    zh: '再报一次最新进度，或请项目办更正。',
    en: 'report the newest progress again, or ask the coordinators to correct it.',
  },
  done: { zh: '已完成', en: 'done' },
  doneOn: { zh: (day: string) => `已完成（${day}）`, en: (day: string) => `done (${day})` },
  percent: { zh: (percent: number) => `${percent}%`, en: (percent: number) => `${percent}%` },
  before: { zh: (percent: number) => `上次 ${percent}%`, en: (percent: number) => `before ${percent}%` },
  forecast: { zh: (day: string) => `预计 ${day}完成`, en: (day: string) => `expected ${day}` },
  noted: { zh: '说明', en: 'note' },
  investment: {
    zh: (amount: string) => `今年累计完成投资 ${amount}`,
    en: (amount: string) => `${amount} invested this year`,
  },
  askProject: { zh: '说的是哪个项目？', en: 'Which project is this about?' },
  askMilestone: {
    zh: (project: string) => `${project} 的哪个节点？`,
    en: (project: string) => `Which milestone of ${project}?`,
  },
  askPercent: { zh: '现在是百分之几？', en: 'How many percent is it now?' },
  askDay: { zh: '是哪一天？', en: 'On which day?' },
  askAmount: { zh: '今年累计完成投资是多少（万元）？', en: 'How much was invested this year (10k yuan)?' },
  askHint: {
    zh: '点一个即可；都不对，就把话说全再发一次。',
    en: 'Press one; if none fits, send the line again with everything in it.',
  },
  askOpen: {
    zh: '请连同数字再发一次，例如：P-017 主体封顶 80%',
    en: 'Send it again with the number, such as: P-017 主体封顶 80%',
  },
  typed: { zh: (text: string) => `您发的：${text}`, en: (text: string) => `You typed: ${text}` },
  tooLong: {
    zh: {
      wrong: '这一条太长，没有记下。',
      instead: '一条只说进度，不超过 1000 字；长材料请作为附件发到项目的讨论串。',
    },
    en: {
      wrong: 'This is too long and was not noted.',
      instead:
        'say the progress alone in a line of at most 1,000 characters; attach long texts in the project’s thread.',
    },
  },
  falls: {
    zh: (from: number, to: number) => ({
      wrong: `进度不能悄悄回退：上次报的是 ${from}%，这次是 ${to}%，没有记下。`,
      instead: '确需改低，请写明上次报多了，例如：上次报多了，应为 55%。',
    }),
    en: (from: number, to: number) => ({
      wrong: `Progress cannot fall silently: it was ${from}%, this says ${to}%, and was not noted.`,
      instead: 'if the earlier figure was too high, say so, such as: last time was too high, it is 55%.',
    }),
  },
  future: {
    zh: (day: string) => ({
      wrong: `完成日期 ${day} 还没有到，没有记下。`,
      instead: '还没完成的，请写预计，例如：预计 6月30日完成。',
    }),
    en: (day: string) => ({
      wrong: `The day of completion, ${day}, is still to come, so it was not noted.`,
      instead: 'give a forecast for what is not done, such as: expected 30 June.',
    }),
  },
  nothingNew: {
    zh: {
      wrong: '没有看到进度，没有记下。',
      instead: '请写百分数、完成日期或说明，例如：P-017 主体封顶 80% 塔吊已到位。',
    },
    en: {
      wrong: 'No progress was found in it, so nothing was noted.',
      instead: 'give a percent, a day of completion or a note, such as: P-017 主体封顶 80% crane on site.',
    },
  },
  denied: {
    zh: (why: string) => ({
      wrong: `没有记下：${why}。`,
      instead: '请告诉该项目的责任人，由他上报；责任人有变动，请告诉项目办。',
    }),
    en: (why: string) => ({
      wrong: `Not noted: ${why}.`,
      instead: 'tell the owner of the project; if the owner has changed, tell the coordinators.',
    }),
  },
  unknownProject: {
    zh: (typed: string) => ({ wrong: `台账里没有 ${typed}，没有记下。`, instead: '请核对编号，或写项目名称、简称。' }),
    en: (typed: string) => ({
      wrong: `The ledger has no ${typed}, so nothing was noted.`,
      instead: 'check the code, or give the project’s name.',
    }),
  },
  over100: {
    zh: (percent: string) => ({ wrong: `进度 ${percent} 超过 100%，没有记下。`, instead: '请写 0 到 100 之间的数。' }),
    en: (percent: string) => ({
      wrong: `Progress of ${percent} is more than 100%, so it was not noted.`,
      instead: 'give a number from 0 to 100.',
    }),
  },
  formTitle: { zh: '上报进度', en: 'Report progress' },
  amendTitle: { zh: '更正上报', en: 'Amend a report' },
  submit: { zh: '上报', en: 'Report' },
  amendSubmit: { zh: '更正', en: 'Amend' },
  close: { zh: '取消', en: 'Cancel' },
  milestone: { zh: '节点', en: 'Milestone' },
  milestoneHint: { zh: '按到期先后排列', en: 'What is due first comes first' },
  percentLabel: { zh: '完成百分比', en: 'Percent done' },
  percentHint: { zh: '0 到 100；填 100 即完成', en: '0 to 100; 100 is done' },
  doneOnLabel: { zh: '完成日期', en: 'Done on' },
  doneOnHint: { zh: '已完成才填', en: 'Only if it is done' },
  forecastLabel: { zh: '预计完成日期', en: 'Expected on' },
  investmentLabel: { zh: '今年累计完成投资（万元）', en: 'Invested this year (10k yuan)' },
  noteLabel: { zh: '说明', en: 'Note' },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  noDue: { zh: '未定期限', en: 'no date' },
  lineLabel: { zh: '这一条应为', en: 'It should say' },
  lineHint: { zh: '写法同平时上报；日报会随之更正', en: 'Written as usual; the digest is corrected with it' },
  nothingDue: {
    zh: '您名下没有在办的节点。替别的项目上报，请写明编号，例如：/progress P-017 主体封顶 80%',
    en: 'You own no open milestone. To report on another project give its code, such as: /progress P-017 主体封顶 80%',
  },
  faultMilestone: { zh: '请选一个节点', en: 'Choose a milestone' },
  faultPercent: { zh: '请填 0 到 100 的整数', en: 'Give a whole number from 0 to 100' },
  faultAmount: { zh: '请填数字，单位万元', en: 'Give a number, in 10k yuan' },
  faultNothing: {
    zh: '至少填一项：百分比、日期、投资或说明',
    en: 'Fill in at least one: percent, a day, investment or a note',
  },
  faultFuture: {
    zh: '完成日期还没有到；未完成请填预计完成日期',
    en: 'This day is still to come; use the expected day for what is not done',
  },
  faultFalls: {
    zh: (from: number) => `上次报的是 ${from}%，不能低于它；确需改低，请在上一条上报处按「更正」`,
    en: (from: number) => `It was ${from}% and cannot fall; to lower it, press Amend at the earlier report`,
  },
  amended: { zh: '已更正', en: 'Amended' },
  amendGone: {
    zh: '这一条已经撤销或更正过，请直接再报一次。',
    en: 'This was taken back or amended before; report it again instead.',
  },
  notUnderstood: { zh: '没有看懂，请写全：编号、节点、百分数', en: 'Not understood: give code, milestone and percent' },
  projectLine: {
    zh: (unit: string, owner: string, sponsor: string) => `${unit} · 责任人 ${owner} · 包保领导 ${sponsor}`,
    en: (unit: string, owner: string, sponsor: string) => `${unit} · owner ${owner} · sponsor ${sponsor}`,
  },
  projectHint: { zh: '进度在这里回复即可，例如：主体封顶 80%', en: 'Reply here to report, such as: 主体封顶 80%' },
  nobody: { zh: '未定', en: 'open' },
} as const satisfies Phrases;
