import type { KnownBlock } from '@slack/types';
import { addDays, daysBetween, type LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx } from '../../../feature.js';
import { button, context, header, section } from '../../../slack/blocks.js';
import type { MilestoneLine } from '../../../store/projects.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as progressIds } from '../../progress/ids.js';

/** A person's open milestones. */
export const words = {
  mine: { zh: '我的节点', en: 'My milestones' },
  late: {
    zh: (late: number, due: number) => `超期${late}个，七天内到期${due}个`,
    en: (late: number, due: number) => `${late} overdue, ${due} due within seven days`,
  },
  none: { zh: '您名下没有在办的节点。', en: 'You own no open milestone.' },
  more: { zh: (count: number) => `另有${count}个，见上报表单`, en: (count: number) => `${count} more in the form` },
  report: { zh: '上报', en: 'Report' },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  overdue: { zh: (days: number) => `超期${days}天`, en: (days: number) => `${countEn(days, 'day')} overdue` },
  noDue: { zh: '未定期限', en: 'no date' },
  reported: {
    zh: (percent: number, day: string) => `${percent}%，${day}报`,
    en: (percent: number, day: string) => `${percent}%, reported ${day}`,
  },
  unreported: { zh: '还没有上报', en: 'not reported yet' },
} as const satisfies Phrases;

/** As many milestones as one looks through on a phone. */
const MOST_MILESTONES = 8;

/** The open milestones of a person, what is due first, each with the button to report it. */
export function milestoneBlocks(ctx: Ctx, milestones: readonly MilestoneLine[]): KnownBlock[] {
  const { today } = ctx;
  const say = inLanguage(words, ctx.language);
  const shown = milestones.slice(0, MOST_MILESTONES);
  const { late, due } = countDue(milestones, today);
  return [
    header(say.mine),
    ...(late + due === 0 ? [] : [context(say.late(late, due))]),
    ...(shown.length === 0
      ? [section(say.none)]
      : shown.map((each) =>
          section(
            lineOf(ctx, each),
            button(progressIds.open, { project: each.projectId, milestone: each.id }, say.report),
          ),
        )),
    ...(milestones.length > shown.length ? [context(say.more(milestones.length - shown.length))] : []),
  ];
}

function lineOf({ language, program, today }: Ctx, milestone: MilestoneLine): string {
  const say = inLanguage(words, language);
  const day = (of: LocalDay) => dayWords(of, language, program.year);
  const late = milestone.due === null ? 0 : daysBetween(milestone.due, today);
  const due = milestone.due === null ? say.noDue : late > 0 ? `*${say.overdue(late)}*` : say.due(day(milestone.due));
  const stands =
    milestone.percent === null || milestone.reportedOn === null
      ? say.unreported
      : say.reported(milestone.percent, day(milestone.reportedOn));
  return `*${escapeText(clip(milestoneName(milestone.name, language), 40))}* · ${milestone.code} ${escapeText(clip(milestone.projectName, 24))}\n${due} · ${stands}`;
}

/** Milestones that are overdue, and due within the days in which people are asked. */
function countDue(milestones: readonly MilestoneLine[], today: LocalDay): { late: number; due: number } {
  const soon = addDays(today, 7);
  return {
    late: milestones.filter(({ due }) => due !== null && due < today).length,
    due: milestones.filter(({ due }) => due !== null && due >= today && due <= soon).length,
  };
}
