import type { LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import type { Forecast } from '../../../domain/forecast.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { PlanGoal, Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import type { NamedRescue, SeenGoal } from '../model.js';

/** Phrases that several messages share. Numbers come formatted, names escaped. */
export const words = {
  foreseen: {
    zh: (value: string, since: string, before: string, days: number, risen: string) =>
      `推算${value}：${since}${before}，${days}天增${risen}`,
    en: (value: string, since: string, before: string, days: number, risen: string) =>
      `Forecast ${value}: ${before} on ${since}, +${risen} in ${countEn(days, 'day')}`,
  },
  thin: {
    zh: (days: number) => (days === 0 ? '还没有可推算的数据' : `只有${days}天的数据，不到14天`),
    en: (days: number) =>
      days === 0 ? 'Nothing to forecast from yet' : `Only ${countEn(days, 'day')} of data, less than 14`,
  },
  thinRecords: {
    zh: (days: readonly string[], count: number) => {
      if (count === 1) return `只有${days.join('')}一次登记`;
      return count === 2 ? `只有${days.join('、')}两次，隔不到14天` : `登记${count}次，最近${days.at(-1)}，隔不到14天`;
    },
    en: (days: readonly string[], count: number) =>
      count === 1
        ? `Recorded once, on ${days.join('')}`
        : `Recorded ${count} times, last on ${days.at(-1)}: less than 14 days apart`,
  },
  rescue: {
    zh: (count: number) => `要过这一关，最有把握的${count}个项目`,
    en: (count: number) =>
      `To pass this gate, the ${count === 1 ? 'likeliest project' : `${count} likeliest projects`}`,
  },
  rescueShort: {
    zh: (missing: number, count: number) =>
      count === 0 ? `还差${missing}个，没有项目能赶在关口前` : `还差${missing}个，有望赶在关口前的只有${count}个`,
    en: (missing: number, count: number) =>
      count === 0
        ? `${missing} to go; no project can still make it`
        : `${missing} to go; only ${count} can still make it`,
  },
  rescueLeft: {
    zh: (nodes: number) => `还有${nodes}个节点`,
    en: (nodes: number) => `${countEn(nodes, 'milestone')} left`,
  },
  rescueMoney: {
    zh: (amount: string) => `年度计划还差 ${amount}`,
    en: (amount: string) => `${amount} short of the year's plan`,
  },
  expected: { zh: (day: string) => `预计${day}`, en: (day: string) => `expected ${day}` },
  wasDue: { zh: (day: string) => `原定${day}，已过期`, en: (day: string) => `was due ${day}` },
  noDay: { zh: '没有计划时间', en: 'no planned day' },
  noOwner: { zh: '责任人未定', en: 'no owner yet' },
  others: {
    zh: (count: number) => `另有${count}个不在您可以查看的范围内`,
    en: (count: number) => `${count} more are outside of what you may see`,
  },
  rest: { zh: (count: number) => `等${count}个，见名单`, en: (count: number) => `${count} in all, see the list` },
} as const satisfies Catalogue;

/** Speaks of goals in one language; everything that people typed is escaped here. */
export function goalPhrases(program: Program, language: Language) {
  const shared = inLanguage(words, language);
  const zh = language === 'zh';
  const say = goalWords(language, program.year);
  const colon = zh ? '：' : ': ';
  const comma = zh ? '，' : ', ';
  const day = (of: LocalDay): string => dayWords(of, language, program.year);
  const name = (of: Words, most = 30): string => escapeText(clip(of[language], most));

  /** The name with its value, every gate that was missed for good, the last that was passed, the next, and what that is foreseen by. */
  function goalLines(seen: SeenGoal): string[] {
    const { goal, state, gate, forecast, judgement } = seen;
    const passed = state.gates.findLast((each) => each.daysLeft < 0 && each.held === 'reached');
    const shown = state.gates.filter(
      (each) => each === gate || each === passed || (each.daysLeft < 0 && each.held !== 'reached'),
    );
    const stands = judgement === 'not-entered' ? '' : ` ${tight(say.value(seen))}`;
    return [
      `*${name(goal.name, 60)}*${stands}`,
      ...shown.map((each) => say.gate(goal, each, judgement)),
      ...(forecast === null || judgement === 'not-entered' ? [] : forecastLines(goal, forecast)),
    ];
  }

  const tight = (text: string): string => (zh ? text.replaceAll(' ', '') : text);

  /** What the forecast carries on from; of too little data, which days there are. */
  function forecastLines({ measure, rule }: PlanGoal, forecast: Forecast): string[] {
    const amount = (value: number) => tight(say.quantity(measure === 'share' ? 'projects' : measure, value));
    switch (forecast.kind) {
      case 'reached':
      case 'passed':
        return [];
      case 'thin': {
        const days = forecast.on.map((each) => tight(day(each)));
        if (rule.by !== 'recorded' || days.length === 0) return [shared.thin(forecast.days)];
        return [shared.thinRecords(days.length > 2 ? days.slice(-2) : days, days.length)];
      }
      case 'pace': {
        const { value, since, before, days, risen } = forecast;
        return [shared.foreseen(amount(value), tight(day(since)), amount(before), days, amount(risen))];
      }
    }
  }

  /** What a gate in danger could still be brought home by: a heading, and a line a project. */
  function rescueLines(seen: SeenGoal, most: number): string[] {
    const { rescue, gate, goal } = seen;
    if (rescue === null || gate === null) return [];
    const count = rescue.projects.length + rescue.hidden;
    const heading = rescue.enough ? shared.rescue(count) : shared.rescueShort(gate.missing, count);
    if (count === 0) return [heading];
    const shown = rescue.projects.slice(0, most);
    return [
      `${heading}${colon}`.trimEnd(),
      ...shown.map((project) => `• ${rescueLine(goal, project, seen.today)}`),
      ...(rescue.projects.length > shown.length ? [shared.rest(count)] : []),
      ...(rescue.hidden > 0 ? [shared.others(rescue.hidden)] : []),
    ];
  }

  function rescueLine(
    goal: PlanGoal,
    { code, name: of, person, expected, left }: NamedRescue,
    today: LocalDay,
  ): string {
    const way =
      goal.rule.by === 'stage'
        ? [whenWords(expected, today), shared.rescueLeft(left)]
        : left > 0
          ? [shared.rescueMoney(say.yuan(left))]
          : [];
    const who = person === null ? shared.noOwner : name(person, zh ? 10 : 30);
    return `${escapeText(code)} ${escapeText(clip(of, 20))}${colon}${[...way, who].join(comma)}`;
  }

  /** A day that has passed is no expectation any more. */
  function whenWords(expected: LocalDay | null, today: LocalDay): string {
    if (expected === null) return shared.noDay;
    return expected < today ? shared.wasDue(day(expected)) : shared.expected(day(expected));
  }

  return { program, shared, language, zh, say, colon, comma, day, name, goalLines, rescueLines };
}

export type GoalPhrases = ReturnType<typeof goalPhrases>;
