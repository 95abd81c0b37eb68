import type { LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { type Forecast, forecastWords } from '../../../domain/forecast.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { PlanGoal, Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { NamedRescue, SeenGoal } from '../act/see.js';
import { goalsWords } from '../words.js';

/** Speaks of goals in one language; everything that people typed is escaped here. */
export function goalPhrases(program: Program, language: Language) {
  const words = inLanguage(goalsWords, language);
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
    const heading = rescue.enough ? words.rescue(count) : words.rescueShort(gate.missing, count);
    if (count === 0) return [heading];
    const shown = rescue.projects.slice(0, most);
    return [
      `${heading}${colon}`.trimEnd(),
      ...shown.map((project) => `• ${rescueLine(goal, project, seen.today)}`),
      ...(rescue.projects.length > shown.length ? [words.rest(count)] : []),
      ...(rescue.hidden > 0 ? [words.others(rescue.hidden)] : []),
    ];
  }

  function rescueLine(
    goal: PlanGoal,
    { code, name: of, person, expected, left }: NamedRescue,
    today: LocalDay,
  ): string {
    const way =
      goal.rule.by === 'stage'
        ? [whenWords(expected, today), words.rescueLeft(left)]
        : left > 0
          ? [words.rescueMoney(say.yuan(left))]
          : [];
    const who = person === null ? words.noOwner : name(person, zh ? 10 : 30);
    return `${escapeText(code)} ${escapeText(clip(of, 20))}${colon}${[...way, who].join(comma)}`;
  }

  /** A day that has passed is no expectation any more. */
  function whenWords(expected: LocalDay | null, today: LocalDay): string {
    if (expected === null) return words.noDay;
    return expected < today ? words.wasDue(day(expected)) : words.expected(day(expected));
  }

  return { program, words, language, zh, say, colon, comma, day, name, goalLines, rescueLines };
}

export type GoalPhrases = ReturnType<typeof goalPhrases>;
