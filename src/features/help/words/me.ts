import { countEn } from '../../../domain/day-words.js';
import type { Phrases } from '../../../text/language.js';

/** What a person chose, and what the bot knows about them. */
export const meWords = {
  settingsTitle: { zh: '设置', en: 'Settings' },
  language: {
    zh: '*语言*：中文。跟随您在 Slack 里的语言设置，改了那里，这里就跟着变。',
    en: '*Language*: English. It follows your language in Slack; change it there and it changes here.',
  },
  askedAll: {
    zh: '*早上的催报*：到期、超期的，和一周没有上报的，都问您。',
    en: '*Morning questions*: about what is due or overdue, and what was not reported for a week.',
  },
  askedDue: {
    zh: '*早上的催报*：只问您七天内到期和已超期的。',
    en: '*Morning questions*: only about what is due within seven days or overdue.',
  },
  askLess: { zh: '只问到期和超期的', en: 'Only ask what is due or overdue' },
  askAll: { zh: '恢复全部催报', en: 'Ask about all again' },
  program: { zh: (name: string) => `*攻坚行动*：${name}`, en: (name: string) => `*Program*: ${name}` },

  meTitle: { zh: '我记着您这些', en: 'What I know about you' },
  name: { zh: (name: string) => `*姓名*：${name}`, en: (name: string) => `*Name*: ${name}` },
  title: { zh: (title: string) => `*职务*：${title}`, en: (title: string) => `*Title*: ${title}` },
  roles: { zh: (roles: string) => `*角色*：${roles}`, en: (roles: string) => `*Roles*: ${roles}` },
  account: {
    zh: (email: string | null) => `*账号*：就是您现在用的 Slack 账号${email === null ? '' : `，邮箱 ${email}`}`,
    en: (email: string | null) =>
      `*Account*: the Slack account that you use now${email === null ? '' : `, e-mail ${email}`}`,
  },
  standsInFor: {
    zh: (names: string) => `*今天代理*：${names}`,
    en: (names: string) => `*Today you stand in for*: ${names}`,
  },
  leave: {
    zh: (from: string, to: string, delegate: string | null) =>
      `*请假*：${from}至 ${to}${delegate === null ? '，没有指定代理人' : `，由${delegate}代理`}`,
    en: (from: string, to: string, delegate: string | null) =>
      `*Leave*: ${from} to ${to}${delegate === null ? ', nobody stands in' : `, ${delegate} stands in`}`,
  },
  owns: {
    zh: (projects: number, milestones: number) => `*负责*：项目 ${projects} 个，未完成的节点 ${milestones} 个`,
    en: (projects: number, milestones: number) =>
      `*You answer for*: ${countEn(projects, 'project')}, ${countEn(milestones, 'open milestone')}`,
  },
  sponsors: {
    zh: (count: number) => `*包保*：项目 ${count} 个`,
    en: (count: number) => `*You sponsor*: ${countEn(count, 'project')}`,
  },
  kept: {
    zh: (reports: number, obstacles: number) =>
      `*留存的记录*：您的上报 ${reports} 条，提出的卡点 ${obstacles} 个。上报只能撤销或更正，不能删除。照片和附件在 Slack 里，我只记文件名。`,
    en: (reports: number, obstacles: number) =>
      `*Kept*: ${countEn(reports, 'report')} and ${countEn(obstacles, 'obstacle')} of yours. A report can be taken back or amended, not deleted. Photos and files stay in Slack; I keep their names alone.`,
  },
  seenBy: {
    zh: '*谁能看到*：您的上报和卡点，项目所在单位的人、包保领导、县领导、项目办和列席人员能看到；您的设置和我的私信回执只有您自己能看到；您提的意见只有项目办能看到。',
    en: '*Who may see it*: your reports and obstacles are seen by the unit of the project, its sponsor, the county’s leaders, the coordinators and viewers; your settings and my private answers by you alone, what you tell the coordinators by them alone.',
  },
  wrong: {
    zh: '有不对的，发 `/gongjian 意见` 告诉项目办。',
    en: 'If something is wrong, tell the coordinators with `/gongjian complain`.',
  },
} as const satisfies Phrases;
