import type { KnownBlock } from '@slack/types';
import { LIGHT_MARKS, LIGHT_WORDS, STAGE_WORDS } from '../../../domain/because.js';
import type { LocalDay } from '../../../domain/day.js';
import { countEn, dayWords, yearWords } from '../../../domain/day-words.js';
import { hasEvidence } from '../../../domain/evidence.js';
import { isDone } from '../../../domain/milestone.js';
import type { Words } from '../../../domain/plan.js';
import { reasonWords } from '../../../domain/reason.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText, typedLine } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { ids as editIds } from '../../edit/ids.js';
import { projectFactorBlocks } from '../../factor/door.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { projectLeadBlocks } from '../../promotion/door.js';
import { projectItemBlocks } from '../../review/door.js';
import { ids } from '../ids.js';
import type { LogNames, SeenProject } from '../model.js';
import { happeningLine } from './happening.js';
import { instructionBlocks } from './instructions.js';
import { leadButtons } from './leads.js';
import { nextMilestones } from './next-milestones.js';
import { obstacleText } from './obstacle.js';
import { reportLine } from './report-line.js';
import { roadmapPicture } from './roadmap.js';

export const words = {
  noLight: { zh: '不亮灯', en: 'no light' },
  stage: { zh: '阶段', en: 'Stage' },
  progress: {
    zh: (percent: number, pace: number | null) =>
      pace === null ? `进度 ${percent}%` : `进度 ${percent}%，序时应达 ${pace}%`,
    en: (percent: number, pace: number | null) =>
      pace === null ? `${percent}% done` : `${percent}% done, pace is ${pace}%`,
  },
  doneOf: {
    zh: (done: number, total: number) => `节点完成 ${done}/${total}`,
    en: (done: number, total: number) => `${done} of ${countEn(total, 'milestone')} done`,
  },
  paused: {
    zh: (until: string | null, reason: string | null) =>
      `已暂停${until === null ? '' : `至${until}`}${reason === null ? '' : `：${reason}`}`,
    en: (until: string | null, reason: string | null) =>
      `Paused${until === null ? '' : ` until ${until}`}${reason === null ? '' : `: ${reason}`}`,
  },
  investment: { zh: '投资', en: 'Investment' },
  doneThisYear: {
    zh: (year: string, amount: string, day: string | null) =>
      `${year}完成 ${amount}${day === null ? '' : `（${day}报）`}`,
    en: (year: string, amount: string, day: string | null) =>
      `${amount} done ${year}${day === null ? '' : ` (reported ${day})`}`,
  },
  yearPlan: { zh: (amount: string) => `年度计划 ${amount}`, en: (amount: string) => `${amount} planned for the year` },
  total: { zh: (amount: string) => `总投资 ${amount}`, en: (amount: string) => `${amount} in all` },
  noFigures: {
    zh: (year: string) => `${year}完成投资还没有上报`,
    en: (year: string) => `no investment was reported ${year}`,
  },
  unit: { zh: '责任单位', en: 'Unit' },
  owner: { zh: '责任人', en: 'Owner' },
  coOwners: { zh: '共同责任人', en: 'With' },
  sponsor: { zh: '包保领导', en: 'Sponsor' },
  nobody: { zh: '未定', en: 'nobody yet' },
  category: { zh: '类别', en: 'Category' },
  site: { zh: '园区', en: 'Site' },
  content: { zh: '建设内容', en: 'What is built' },
  problem: { zh: '台账所记问题', en: 'Problem in the ledger' },
  obstacles: {
    zh: (count: number) => `未销号的卡点${count}个`,
    en: (count: number) => `${countEn(count, 'open obstacle')}`,
  },
  noObstacles: { zh: '没有未销号的卡点。', en: 'No open obstacles.' },
  moreObstacles: {
    zh: (count: number, code: string) => `另有${count}个，发 /obstacle 列表 查看（${code}）`,
    en: (count: number, code: string) => `${count} more of ${code} in /obstacle list`,
  },
  details: { zh: '卡片', en: 'Card' },
  reports: { zh: '最近上报', en: 'Newest reports' },
  seeEvidence: { zh: (day: string) => `看${day}附件`, en: (day: string) => `Attachments of ${day}` },
  noReports: { zh: '还没有上报。', en: 'Nothing was reported yet.' },
  life: { zh: '经过', en: 'What happened' },
  report: { zh: '上报进度', en: 'Report progress' },
  flag: { zh: '提出卡点', en: 'Flag an obstacle' },
  edit: { zh: '修改', en: 'Edit' },
  otherMatches: {
    zh: (typed: string, count: number) => `另有${count}个项目也符合“${typed}”`,
    en: (typed: string, count: number) =>
      `${countEn(count, 'other project')} also ${count === 1 ? 'fits' : 'fit'} "${typed}"`,
  },
  seeAll: { zh: '看全部', en: 'See all' },
} as const satisfies Phrases;

const MOST_REASONS = 3;
const MOST_OBSTACLES = 5;
/** Buttons that open what shows a report. */
const MOST_SHOWN = 3;

/** A project on one screen: how it stands and why, whose it is, what comes next, what stops it, what happened. */
export function cardMessage(
  ctx: Ctx,
  seen: SeenProject,
  names: LogNames,
  also: { typed: string; others: number } | null,
): Message {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const colon = zh ? '：' : ': ';
  const comma = zh ? '，' : ', ';
  const gap = zh ? '　' : ' · ';
  const { project, lit, progress, ledger } = seen;
  const day = (of: LocalDay) => dayWords(of, language, program.year);
  const name = (of: Words | null, most = zh ? 20 : 40) => (of === null ? say.nobody : typedLine(of[language], most));
  const year = yearWords(program.year, ctx.today, language);
  const fact = (label: string, value: string) => `${label}${colon}${value}`;

  const title = `${project.code} ${clip(project.name, 100)}`;
  const top: KnownBlock[] = [
    header(title),
    section([lightLine(), standingLine()].join('\n')),
    section(facts().join('\n')),
  ];
  const picture = roadmapPicture(seen, top.length, ctx);
  const blocks: KnownBlock[] = [
    ...top,
    section(nextMilestones(ctx, seen)),
    ...instructionBlocks(ctx, seen.instructions ?? [], project.id),
    ...projectItemBlocks(ctx, seen.items ?? [], project.id),
    ...projectFactorBlocks(ctx, seen.factors ?? [], project.id),
    ...projectLeadBlocks(ctx, seen.lead ?? null),
    ...obstacleBlocks(),
    section(
      [
        `*${say.reports}*`,
        ...(seen.reports.length === 0 ? [say.noReports] : seen.reports.map((each) => reportLine(ctx, each))),
      ].join('\n'),
    ),
    ...evidenceButtons(),
    ...(seen.happenings.length === 0
      ? []
      : [
          context(
            [
              `*${say.life}*`,
              ...seen.happenings.map((each) => happeningLine(each, { language, program, names, today: ctx.today })),
            ].join('\n'),
          ),
        ]),
    ...(also === null || also.others === 0 ? [] : [context(say.otherMatches(typedLine(also.typed, 40), also.others))]),
    ...buttons(),
  ];
  const text = `${title}${comma}${lit.light === null ? say.noLight : LIGHT_WORDS[lit.light][language]}`;
  return { text, blocks, ...(picture === null ? {} : { picture }) };

  /** Of the newest reports that have something to show: a statement once, though it may stand in several lines. */
  function evidenceButtons(): KnownBlock[] {
    const shown = new Map(
      seen.reports.filter(({ evidence }) => hasEvidence(evidence)).map((each) => [each.cause, each]),
    );
    const newest = [...shown.values()].slice(0, MOST_SHOWN);
    if (newest.length === 0) return [];
    return [
      actions(
        ...newest.map(({ cause, onDay }) => button(progressIds.evidence, { cause }, say.seeEvidence(day(onDay)))),
      ),
    ];
  }

  function lightLine(): string {
    const reasons = lit.reasons.slice(0, MOST_REASONS).map((reason) => {
      const shortened =
        'milestone' in reason && reason.milestone !== null
          ? { ...reason, milestone: clip(reason.milestone, 30) }
          : reason;
      return escapeText(reasonWords(shortened, language, program.year));
    });
    const [first = '', ...others] = reasons;
    // Without a light the reason says so itself.
    if (lit.light === null && first !== '') return `*${first}*`;
    const light =
      lit.light === null ? `*${say.noLight}*` : `${LIGHT_MARKS[lit.light]} *${LIGHT_WORDS[lit.light][language]}*`;
    return [`${light}${first === '' ? '' : `${colon}${first}`}`, ...others.map((reason) => `• ${reason}`)].join('\n');
  }

  function standingLine(): string {
    const { milestones } = project;
    const paused =
      project.standing === 'paused'
        ? [
            say.paused(
              ledger.pausedUntil === null ? null : day(ledger.pausedUntil),
              ledger.pauseReason === null ? null : typedLine(ledger.pauseReason, 60),
            ),
          ]
        : [];
    return [
      fact(say.stage, STAGE_WORDS[project.stage][language]),
      ...(milestones.length === 0
        ? []
        : [
            say.progress(Math.floor(progress.percent), progress.pace === null ? null : Math.floor(progress.pace)),
            say.doneOf(milestones.filter(isDone).length, milestones.length),
          ]),
      ...paused,
    ].join(gap);
  }

  function facts(): string[] {
    const money = [
      project.doneInvestment === null
        ? say.noFigures(year)
        : say.doneThisYear(
            year,
            moneyWords(project.doneInvestment, language),
            ledger.figuresOn === null ? null : day(ledger.figuresOn),
          ),
      ...(project.yearPlan === null ? [] : [say.yearPlan(moneyWords(project.yearPlan, language))]),
      ...(project.totalInvestment === null ? [] : [say.total(moneyWords(project.totalInvestment, language))]),
    ];
    return [
      fact(say.investment, money.join(comma)),
      [
        fact(say.unit, name(project.unitName)),
        fact(say.owner, name(project.ownerName)),
        ...(ledger.coOwners.length === 0
          ? []
          : [
              fact(
                say.coOwners,
                ledger.coOwners
                  .slice(0, 5)
                  .map((each) => name(each))
                  .join(zh ? '、' : ', '),
              ),
            ]),
        fact(say.sponsor, name(project.sponsorName)),
      ].join(gap),
      [
        ...(ledger.category === null ? [] : [fact(say.category, name(ledger.category))]),
        ...(ledger.site === null ? [] : [fact(say.site, name(ledger.site))]),
      ].join(gap),
      ledger.content === null ? '' : fact(say.content, typedLine(ledger.content, 200)),
      ledger.problem === null ? '' : fact(say.problem, typedLine(ledger.problem, 200)),
    ].filter((line) => line !== '');
  }

  function obstacleBlocks(): KnownBlock[] {
    const { obstacles } = seen;
    if (obstacles.length === 0) return [context(say.noObstacles)];
    const more = obstacles.length - MOST_OBSTACLES;
    return [
      section(`*${say.obstacles(obstacles.length)}*`),
      ...obstacles
        .slice(0, MOST_OBSTACLES)
        .map((each) => section(obstacleText(ctx, each, false), button(obstacleIds.card, { id: each.id }, say.details))),
      ...(more > 0 ? [context(say.moreObstacles(more, project.code))] : []),
    ];
  }

  function buttons(): KnownBlock[] {
    const { id } = project;
    const row = [
      ...(seen.mayReport ? [button(progressIds.open, { project: id }, say.report, 'primary')] : []),
      ...(project.standing === 'withdrawn' ? [] : [button(obstacleIds.open, { project: id }, say.flag)]),
      ...leadButtons(ctx, project),
      ...(seen.mayEdit ? [button(editIds.edit, { project: id }, say.edit)] : []),
      ...(also !== null && also.others > 0 ? [button(ids.list, { typed: clip(also.typed, 200) }, say.seeAll)] : []),
    ];
    return row.length === 0 ? [] : [actions(...row)];
  }
}
