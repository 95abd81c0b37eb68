import { LIGHT_MARKS } from '../../../domain/because.js';
import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { isDone } from '../../../domain/milestone.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx } from '../../../feature.js';
import { typedLine } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { SeenProject } from '../model.js';

const words = {
  next: { zh: '接下来的节点', en: 'Next milestones' },
  moreMilestones: {
    zh: (count: number) => `另有${count}个未完成的节点，见路线图`,
    en: (count: number) => `${countEn(count, 'more open milestone')} in the roadmap`,
  },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  overdue: {
    zh: (days: number) => `超期${days}天`,
    en: (days: number) => `${countEn(days, 'day')} overdue`,
  },
  noDue: { zh: '未定期限', en: 'no date' },
  postponed: {
    zh: (first: string, now: string, times: number) => `原定${first}，现定${now}，延期${times}次`,
    en: (first: string, now: string, times: number) =>
      `first due ${first}, now ${now}, postponed ${times === 1 ? 'once' : `${times} times`}`,
  },
  forecast: { zh: (day: string) => `预计${day}完成`, en: (day: string) => `expected ${day}` },
  allDone: { zh: '全部节点已完成。', en: 'All milestones are done.' },
  noMilestones: { zh: '没有列出节点。', en: 'No milestones are listed.' },
} as const satisfies Phrases;

const MOST_NEXT = 5;

/** The open milestones that come next, each with its light, its day and how often that was put off. */
export function nextMilestones(ctx: Ctx, { project, milestoneLights, ledger }: SeenProject): string {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const day = (of: LocalDay) => dayWords(of, language, program.year);
  const [comma, gap] = language === 'zh' ? ['，', '　'] : [', ', ' · '];
  const open = project.milestones.filter((milestone) => !isDone(milestone));
  if (project.milestones.length === 0) return say.noMilestones;
  if (open.length === 0) return say.allDone;
  const lines = open.slice(0, MOST_NEXT).map((milestone) => {
    const light = milestoneLights[project.milestones.indexOf(milestone)] ?? null;
    const late = milestone.due === null ? 0 : daysBetween(milestone.due, ctx.today);
    const due = milestone.due === null ? say.noDue : late > 0 ? `*${say.overdue(late)}*` : say.due(day(milestone.due));
    const put = ledger.postponed.find((each) => each.milestone === milestone.name);
    const parts = [
      due,
      ...(put === undefined || milestone.due === null
        ? []
        : [say.postponed(day(put.firstDue), day(milestone.due), put.times)]),
      `${milestone.percent}%`,
      ...(milestone.forecast === null ? [] : [say.forecast(day(milestone.forecast))]),
    ];
    return `${light === null ? '•' : LIGHT_MARKS[light]} ${typedLine(milestoneName(milestone.name, language), language === 'zh' ? 40 : 60)}${gap}${parts.join(comma)}`;
  });
  const more = open.length > MOST_NEXT ? [say.moreMilestones(open.length - MOST_NEXT)] : [];
  return [`*${say.next}*`, ...lines, ...more].join('\n');
}
