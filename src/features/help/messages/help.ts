import type { KnownBlock } from '@slack/types';
import { yearWords } from '../../../domain/day-words.js';
import type { Role, Words } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { findBlock } from '../../project/door.js';
import { ids } from '../ids.js';
import type { Examples } from '../model.js';
import { labels, rolesWords } from './parts.js';

/** How to do each thing, in the words that are typed; the examples are the asker's own. */
export const words = {
  title: { zh: '攻坚怎么用', en: 'How to use Gongjian' },
  you: {
    zh: (name: string, roles: string) => `${name}，您是${roles}。能用的都在这里，例子照着打就行。`,
    en: (name: string, roles: string) =>
      `${name}, your roles: ${roles}. This is what you can do; type it as the examples show.`,
  },
  report: {
    zh: (code: string, milestone: string, year: string) =>
      `*上报进度*\n发给我，或在项目的讨论串里回复：\`${code} ${milestone} 80%\`，后面可以写说明、附照片\n在任何频道：\`/progress ${code} ${milestone} 80%\`；只打 \`/progress\` 会打开表单\n投资：\`${code} 完成投资 1200万\`（${year}累计）。报错了，按回执上的“更正”或“撤销”`,
    en: (code: string, milestone: string, year: string) =>
      `*Report progress*\nWrite to me, or reply in the project’s thread: \`${code} ${milestone} 80%\`, with a note or photos behind it\nIn any channel: \`/progress ${code} ${milestone} 80%\`; \`/progress\` alone opens a form\nInvestment: \`${code} 完成投资 1200万\` (${year}, cumulative). If it was wrong, press Amend or Undo under the answer`,
  },
  asked: {
    zh: '*早上的催报*\n工作日早上问您到期的事，在消息里按按钮就行；报过的不问。想少问，发 `/gongjian 设置`',
    en: '*Morning questions*\nOn working mornings you are asked about what is due; press a button in the message. What you reported is not asked. To be asked less: `/gongjian settings`',
  },
  obstacle: {
    zh: (code: string) =>
      `*提出卡点*\n\`/obstacle ${code} 土地指标未批，影响开工\`；只打 \`/obstacle\` 会打开表单。到期没人办，会自动提级\n\`/obstacle 列表 我的\` 看办到哪一步`,
    en: (code: string) =>
      `*Flag an obstacle*\n\`/obstacle ${code} 土地指标未批,影响开工\`; \`/obstacle\` alone opens a form. Without a claim in time it climbs by itself\n\`/obstacle list mine\` shows what became of it`,
  },
  leave: {
    zh: '*请假*\n`/dayoff 5月6日-9日 由张强代`，请假期间的催报和卡点由代理人接',
    en: '*Leave*\n`/dayoff 5月6日-9日 由张强代`: your delegate gets what falls in those days',
  },
  unit: {
    zh: '*本单位*\n`/digest` 看本单位的红黄绿灯和未报名单；`/obstacle 列表 本单位` 看卡点，`/slip` 看督办单，`/factor` 看要素。本单位的项目您都可以报',
    en: '*Your unit*\n`/digest` shows its lights and who did not report; `/obstacle list unit` its obstacles, `/slip` its slips, `/factor` land and quotas. You may report for all of its projects',
  },
  waiting: {
    zh: '*等您办的*\n`/obstacle 列表 等我`，在消息里认领、办结或提级；也在应用主页上',
    en: '*What waits on you*\n`/obstacle list waiting`: claim, resolve or raise it in the message; it is on the home tab, too',
  },
  standing: {
    zh: '*看进展*\n`/digest` 看此刻的日报，只有您能看到；`/digest 2020-06-16` 看那一天的。每个数都能点开看名单\n`/goals` 看目标与关口，按现在的进度能不能达到',
    en: '*See where it stands*\n`/digest` shows the digest of this moment to you alone; `/digest 2020-06-16` that day’s. Every number opens its list\n`/goals` shows goals and gates, and whether they will be reached at the present pace',
  },
  coordinate: {
    zh: '*项目办*\n台账：`/ledger` 导入、导出、模板、修改；人员与账号：`/people`\n订阅：在频道里打 `/digest 订阅`（后面可加 `周报`、`半月报`、`月报`），`/digest 退订` 取消\n登记到位资金等数值：`/goals 到位资金 12.3亿`；卡点经验：`/obstacle 经验`\n督办单：`/slip 高集镇 报送方案 6月30日`，`/slip` 看在办的，`/slip 9` 看一张、转红、作废\n交办事项：`/review 贺卫国 5个工作日内落实P-003用地`，`/review` 看在办的，`/review 12` 看一件\n会议：`/review 日历`，`/review 日历 7月`；关口过后：`/review 复盘`\n要素：`/factor 土地 120亩` 记一批指标，`/factor 土地` 看次序、配置\n这个月问了多少、省了多少：`/gongjian 负担`',
    en: '*Coordinators*\nLedger: `/ledger` imports, exports, edits; people and accounts: `/people`\nSubscribe a channel: `/digest subscribe` there (`weekly`, `half-monthly`, `monthly`), `/digest unsubscribe` ends it\nRecord a value such as funds in place: `/goals 到位资金 12.3亿`; lessons: `/obstacle lessons`\nSlips: `/slip 高集镇 报送方案 30 June`; `/slip` lists the open ones, `/slip 9` opens one\nAction items: `/review He Weiguo P-003 land by 2 July`; `/review` lists the open ones, `/review 12` opens one\nReviews: `/review calendar`, `/review calendar July`; past a gate: `/review lookback`\nFactors: `/factor land 120 mu` enters a batch, `/factor land` shows the order and allocates\nWhat was asked and spared this month: `/gongjian burden`',
  },
  find: {
    zh: (code: string, initials: string) =>
      `*找项目*\n\`/gongjian ${code}\`、\`/gongjian ${initials}\`：编号、名称的一部分、拼音首字母、单位、责任人都行\n\`/gongjian 我\` 看我记着您什么，\`/gongjian 意见 …\` 给项目办提意见`,
    en: (code: string, initials: string) =>
      `*Find a project*\n\`/gongjian ${code}\`, \`/gongjian ${initials}\`: a code, part of a name, pinyin initials, a unit, an owner\n\`/gongjian me\` shows what I know about you, \`/gongjian complain …\` tells the coordinators`,
  },
  form: { zh: '上报进度', en: 'Report progress' },
  flag: { zh: '提出卡点', en: 'Flag an obstacle' },
} as const satisfies Phrases;

/** What each role is told about, in this order; who has several is told all of theirs, once. */
const TOPICS = ['report', 'asked', 'obstacle', 'leave', 'unit', 'waiting', 'standing', 'coordinate', 'find'] as const;
type Topic = (typeof TOPICS)[number];
const TOLD: Readonly<Record<Role, readonly Topic[]>> = {
  official: ['report', 'asked', 'obstacle', 'leave', 'find'],
  'unit-head': ['report', 'obstacle', 'leave', 'unit', 'waiting', 'find'],
  leader: ['waiting', 'standing', 'leave', 'find'],
  commander: ['waiting', 'standing', 'find'],
  coordinator: ['report', 'obstacle', 'standing', 'coordinate', 'find'],
  viewer: ['standing', 'find'],
};

/** In the examples of who has no project of their own. */
const SOME_MILESTONE = '主体封顶';

/** How to use the bot, for this person. */
export function helpMessage(ctx: Ctx, examples: Examples, units: ReadonlyMap<number, Words>): Message {
  const { language, person, program } = ctx;
  const say = inLanguage({ ...words, ...labels }, language);
  const told = new Set(person.roles.flatMap(({ role }) => TOLD[role]));
  const topics = TOPICS.filter((topic) => told.has(topic));
  const milestone = plainCode(clip(examples.milestone ?? SOME_MILESTONE, 20));
  const code = plainCode(examples.code);
  const texts: Readonly<Record<Topic, string>> = {
    report: say.report(code, milestone, yearWords(program.year, ctx.today, language)),
    asked: say.asked,
    obstacle: say.obstacle(code),
    leave: say.leave,
    unit: say.unit,
    waiting: say.waiting,
    standing: say.standing,
    coordinate: say.coordinate,
    find: say.find(code, examples.initials),
  };
  const name = escapeText(language === 'zh' ? person.name : person.nameEn);
  const blocks: KnownBlock[] = [
    header(say.title),
    section(say.you(name, rolesWords(person.roles, units, language))),
    ...topics.map((topic) => section(texts[topic])),
    findBlock(language),
    actions(
      ...(told.has('report') ? [button(progressIds.open, {}, say.form, 'primary')] : []),
      ...(told.has('obstacle') ? [button(obstacleIds.open, {}, say.flag)] : []),
      button(ids.settings, {}, say.settings),
      button(ids.me, {}, say.me),
      button(ids.complain, {}, say.complain),
    ),
  ];
  return { text: say.title, blocks };
}

/** A name inside of an example: nothing that would end it. */
const plainCode = (text: string): string => text.replaceAll('`', '').replace(/[&<>]/g, '').replace(/\s+/g, ' ').trim();
