import type { LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { type Forecast, forecastWords } from '../../../domain/forecast.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { PlanGoal, Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import type { NamedRescue, SeenGoal } from '../model.js';

/** Phrases that several messages share. Numbers come formatted, names escaped. */
export const words = {
  rescue: {
    zh: (count: number) => `要过这一关，最有把握的 ${count} 个项目`,
    en: (count: number) =>
      `To pass this gate, the ${count === 1 ? 'likeliest project' : `${count} likeliest projects`}`,
  },
  rescueShort: {
    zh: (missing: number, count: number) =>
      count === 0 ? `还差 ${missing} 个，没有项目能赶在关口前` : `还差 ${missing} 个，有望赶在关口前的只有 ${count} 个`,
    en: (missing: number, count: number) =>
      count === 0
        ? `${missing} to go; no project can still make it`
        : `${missing} to go; only ${count} can still make it`,
  },
  rescueLeft: {
    zh: (nodes: number) => `还有 ${nodes} 个节点`,
    en: (nodes: number) => `${countEn(nodes, 'milestone')} left`,
  },
  rescueMoney: {
    zh: (amount: string) => `年度计划还差 ${amount}`,
    en: (amount: string) => `${amount} short of the year's plan`,
  },
  expected: { zh: (day: string) => `预计 ${day}`, en: (day: string) => `expected ${day}` },
  wasDue: { zh: (day: string) => `原定 ${day}，已过期`, en: (day: string) => `was due ${day}` },
  noDay: { zh: '没有计划时间', en: 'no planned day' },
  noOwner: { zh: '责任人未定', en: 'no owner yet' },
  others: {
    zh: (count: number) => `另有 ${count} 个不在您可以查看的范围内`,
    en: (count: number) => `${count} more are outside of what you may see`,
  },
  rest: { zh: (count: number) => `等 ${count} 个，见名单`, en: (count: number) => `${count} in all, see the list` },
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

  /** The name with its value, then its gates, then what the present pace makes of the next one. */
  function goalLines(seen: SeenGoal): string[] {
    const { goal, state, gate, forecast } = seen;
    const missed = state.gates.filter((each) => each.held === 'missed' && each !== gate);
    const shown = [
      ...missed,
      ...(gate === null ? state.gates.slice(-1).filter((last) => !missed.includes(last)) : [gate]),
    ];
    return [
      `*${name(goal.name, 60)}* ${say.value(seen)}`,
      ...shown.map((each) => say.gate(goal, each)),
      ...(forecast === null ? [] : forecastLines(goal, forecast)),
    ];
  }

  function forecastLines(goal: PlanGoal, forecast: Forecast): string[] {
    if (forecast.kind === 'reached' || forecast.kind === 'passed') return [];
    return [forecastWords(spoken(goal, forecast), unitOf(goal), language, program.year)];
  }

  /** Large amounts are told in 亿, not in tens of thousands of 万. */
  function spoken(goal: PlanGoal, forecast: Forecast): Forecast {
    if (forecast.kind !== 'pace') return forecast;
    if (goal.measure === '10k-dollars' && !zh) return { ...forecast, value: forecast.value / 100 };
    if (goal.measure !== '10k-yuan') return forecast;
    return { ...forecast, value: zh ? Math.floor(forecast.value / 100) / 100 : forecast.value / 100 };
  }

  const unitOf = (goal: PlanGoal): Words => {
    switch (goal.measure) {
      case '10k-yuan':
        return { zh: ' 亿元', en: ' million yuan' };
      case '10k-dollars':
        return { zh: ' 万美元', en: ' million US dollars' };
      case 'activities':
        return { zh: ' 次', en: '' };
      default:
        return { zh: ' 个', en: ' projects' };
    }
  };

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
