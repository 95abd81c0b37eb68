import type { RoadmapChart, RoadmapMark, RoadmapStep } from '../../../charts/chart.js';
import { LIGHT_WORDS } from '../../../domain/because.js';
import { addDays, daysBetween, type LocalDay, monthEnd } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { isDone, type MilestoneState } from '../../../domain/milestone.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { paceFrom } from '../../../domain/pace.js';
import type { Program } from '../../../domain/program.js';
import type { Picture } from '../../../message.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { SeenProject } from '../model.js';

export const words = {
  title: { zh: (project: string) => `${project} 路线图`, en: (project: string) => `Roadmap of ${project}` },
  span: { zh: (from: string, to: string) => `${from}至${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  today: { zh: (day: string) => `今天${day}`, en: (day: string) => `Today, ${day}` },
  doneOn: { zh: (day: string) => `${day}完成`, en: (day: string) => `done ${day}` },
  done: { zh: '已完成', en: 'done' },
  doneLegend: { zh: '完成', en: 'Done' },
  forecastLegend: { zh: '预计', en: 'Expected' },
  letterGreen: { zh: '绿', en: 'G' },
  letterAmber: { zh: '黄', en: 'A' },
  letterRed: { zh: '红', en: 'R' },
  stepsMore: {
    zh: (shown: number, total: number) => `图中为其中${shown}个（共${total}个节点）`,
    en: (shown: number, total: number) => `${shown} of ${total} milestones are shown`,
  },
  doneOf: {
    zh: (done: number, total: number) => `节点完成 ${done}/${total}`,
    en: (done: number, total: number) => `${done} of ${countEn(total, 'milestone')} done`,
  },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  forecast: { zh: (day: string) => `预计${day}完成`, en: (day: string) => `expected ${day}` },
  noDue: { zh: '未定期限', en: 'no date' },
} as const satisfies Phrases;

/** As many rows as a phone shows without getting lost (charts/roadmap.ts draws no more). */
const MOST_STEPS = 18;
const MOST_ALT = 2000;

/** The roadmap of a project as a picture, with the same in words; null where it has no milestone. */
export function roadmapPicture(
  seen: SeenProject,
  before: number,
  { language, program, today }: { language: Language; program: Pick<Program, 'from' | 'year'>; today: LocalDay },
): Picture | null {
  const { project, milestoneLights } = seen;
  const { milestones } = project;
  if (milestones.length === 0) return null;
  const say = inLanguage(words, language);
  const day = (of: LocalDay) => dayWords(of, language, program.year);
  const [from, to] = spanOf(milestones, program.from, today);
  const at = (of: LocalDay) => (daysBetween(from, of) / Math.max(1, daysBetween(from, to))) * 100;
  const place = (of: LocalDay | null) => (of === null ? null : at(of));
  const shown = shownOf(milestones);
  const done = milestones.filter(isDone).length;

  const stepOf = (milestone: MilestoneState): RoadmapStep => {
    const finished = isDone(milestone);
    const light = milestoneLights[milestones.indexOf(milestone)] ?? null;
    const mark: RoadmapMark = finished ? 'done' : (light ?? 'none');
    const begins = paceFrom(milestone, project, program.from);
    const { due } = milestone;
    return {
      name: milestoneName(milestone.name, language),
      says: finished
        ? milestone.doneOn === null
          ? say.done
          : say.doneOn(day(milestone.doneOn))
        : [due === null ? say.noDue : say.due(day(due)), `${milestone.percent}%`].join(' · '),
      mark,
      letter: { done: '', none: '', green: say.letterGreen, amber: say.letterAmber, red: say.letterRed }[mark],
      span: begins === null || due === null ? null : { from: at(begins), to: at(due) },
      percent: finished ? 100 : milestone.percent,
      due: place(due),
      forecast: finished ? null : place(milestone.forecast),
      done: finished ? place(milestone.doneOn ?? due) : null,
    };
  };
  const steps = shown.map(stepOf);
  const about = [
    say.span(day(from), day(to)),
    say.doneOf(done, milestones.length),
    ...(shown.length < milestones.length ? [say.stepsMore(shown.length, milestones.length)] : []),
  ].join(' · ');
  const chart: RoadmapChart = {
    kind: 'roadmap',
    title: `${project.code} ${project.name}`,
    about,
    months: monthsIn(from, to, language).map(({ on, label }) => ({ at: at(on), label })),
    today: { at: at(today), label: say.today(day(today)) },
    steps,
    legend: [
      { mark: 'done', letter: '', label: say.doneLegend },
      { mark: 'green', letter: say.letterGreen, label: LIGHT_WORDS.green[language] },
      { mark: 'amber', letter: say.letterAmber, label: LIGHT_WORDS.amber[language] },
      { mark: 'red', letter: say.letterRed, label: LIGHT_WORDS.red[language] },
      { mark: 'forecast', letter: '', label: say.forecastLegend },
    ],
  };
  return { chart, alt: altOf(chart, shown), name: `roadmap-${project.code}`, before };

  /** The same in words: what it is about, the day, and each milestone with its light. */
  function altOf({ title }: RoadmapChart, listed: readonly MilestoneState[]): string {
    const zh = language === 'zh';
    const lines = listed.map((milestone, index) => {
      const step = steps[index];
      const light =
        step?.mark === 'green' || step?.mark === 'amber' || step?.mark === 'red'
          ? LIGHT_WORDS[step.mark][language]
          : '';
      const forecast = isDone(milestone) || milestone.forecast === null ? '' : say.forecast(day(milestone.forecast));
      const parts = [(step?.says ?? '').replace(' · ', zh ? '，' : ', '), forecast, light].filter(
        (part) => part !== '',
      );
      return `${clip(milestoneName(milestone.name, language), zh ? 30 : 50)}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`;
    });
    const head = [say.title(title), about.replaceAll(' · ', zh ? '，' : ', '), say.today(day(today))].join(
      zh ? '。' : '. ',
    );
    return clip(`${head}${zh ? '。' : '. '}${lines.join(zh ? '；' : '; ')}${zh ? '。' : '.'}`, MOST_ALT);
  }
}

/** From the program's first day, or what came before it, to the last thing that is planned, expected or done. */
function spanOf(milestones: readonly MilestoneState[], programFrom: LocalDay, today: LocalDay): [LocalDay, LocalDay] {
  const days = milestones.flatMap(({ due, doneOn, forecast }) => [due, doneOn, forecast]).filter((day) => day !== null);
  const all = [programFrom, today, ...days].sort();
  const from = all[0] ?? programFrom;
  const to = all.at(-1) ?? today;
  return [from, to === from ? addDays(from, 1) : to];
}

/** All, or those around what comes next: what was done long ago is left out first. */
function shownOf(milestones: readonly MilestoneState[]): readonly MilestoneState[] {
  if (milestones.length <= MOST_STEPS) return milestones;
  const next = milestones.findIndex((milestone) => !isDone(milestone));
  const start = Math.min(milestones.length - MOST_STEPS, Math.max(0, (next === -1 ? milestones.length : next) - 3));
  return milestones.slice(start, start + MOST_STEPS);
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The first day of each month; of many months, of each quarter or year. */
function monthsIn(
  from: LocalDay,
  to: LocalDay,
  language: Language,
): { readonly on: LocalDay; readonly label: string }[] {
  const months: { on: LocalDay; label: string }[] = [];
  const step = daysBetween(from, to) > 1400 ? 12 : daysBetween(from, to) > 430 ? 3 : 1;
  for (let on = addDays(monthEnd(addDays(from, -1)), 1); on <= to; on = addDays(monthEnd(on), 1)) {
    const month = Number(on.slice(5, 7));
    if ((month - 1) % step !== 0) continue;
    const name = language === 'zh' ? `${month}月` : (MONTHS_EN[month - 1] ?? '');
    const label =
      step === 12
        ? on.slice(0, 4)
        : step === 3 && month === 1
          ? language === 'zh'
            ? `${on.slice(0, 4)}年`
            : on.slice(0, 4)
          : name;
    months.push({ on, label });
  }
  return months;
}
