import { countEn, dayWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { askedWords } from '../../prompt/door.js';
import { ids } from '../ids.js';
import type { KnownSelf } from '../model.js';
import { labels, rolesWords } from './parts.js';

/** What the bot knows about a person. */
export const words = {
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
      `*请假*：${from}至${to}${delegate === null ? '，没有指定代理人' : `，由${delegate}代理`}`,
    en: (from: string, to: string, delegate: string | null) =>
      `*Leave*: ${from} to ${to}${delegate === null ? ', nobody stands in' : `, ${delegate} stands in`}`,
  },
  owns: {
    zh: (projects: number, milestones: number) => `*负责*：项目${projects}个，未完成的节点${milestones}个`,
    en: (projects: number, milestones: number) =>
      `*You answer for*: ${countEn(projects, 'project')}, ${countEn(milestones, 'open milestone')}`,
  },
  sponsors: {
    zh: (count: number) => `*包保*：项目${count}个`,
    en: (count: number) => `*You sponsor*: ${countEn(count, 'project')}`,
  },
  program: { zh: (name: string) => `*攻坚行动*：${name}`, en: (name: string) => `*Program*: ${name}` },
  kept: {
    zh: (reports: number, obstacles: number) =>
      `*留存的记录*：您的上报${reports}条，提出的卡点${obstacles}个。上报只能撤销或更正，不能删除。照片和附件在 Slack 里，我只记文件名。`,
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

/** What the bot knows about a person, to that person. */
export function meMessage(ctx: Ctx, { self, units, people, leave, asked }: KnownSelf): Message {
  const { language, person, program } = ctx;
  const say = inLanguage({ ...words, ...askedWords }, language);
  const comma = language === 'zh' ? '、' : ', ';
  const name = (id: number | null) => (id === null ? null : escapeText(people.get(id)?.[language] ?? ''));
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, language, program.year);
  const owns = self.projects > 0 || self.openMilestones > 0;
  const who = [
    say.name(escapeText(language === 'zh' ? person.name : person.nameEn)),
    ...(self.title === null || self.title[language] === ''
      ? []
      : [say.title(escapeText(clip(self.title[language], 60)))]),
    say.roles(rolesWords(person.roles, units, language)),
    say.account(self.email === null ? null : escapeText(self.email)),
    ...(person.standsInFor.length === 0 ? [] : [say.standsInFor(person.standsInFor.map(name).join(comma))]),
    ...(leave === null ? [] : [say.leave(day(leave.from), day(leave.to), name(leave.delegateId))]),
  ];
  const does = [
    ...(owns ? [say.owns(self.projects, self.openMilestones)] : []),
    ...(self.sponsored === 0 ? [] : [say.sponsors(self.sponsored)]),
    ...(owns ? [asked === 'all' ? say.askedAll : say.askedDue] : []),
    say.program(escapeText(clip(program.name[language], 60))),
  ];
  return {
    text: say.meTitle,
    blocks: [
      header(say.meTitle),
      section(who.join('\n')),
      section(does.join('\n')),
      section([say.kept(self.reports, self.obstacles), say.seenBy].join('\n')),
      context(say.wrong),
      actions(
        button(ids.settings, {}, inLanguage(labels, language).settings),
        button(ids.complain, {}, inLanguage(labels, language).complain),
      ),
    ],
  };
}
