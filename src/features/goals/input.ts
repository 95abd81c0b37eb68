import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { toYuan } from '../../domain/exact.js';
import type { GoalMeasure, PlanGoal } from '../../domain/plan.js';
import { findAmounts } from '../../domain/report-line/spoken-amount.js';
import { findDays } from '../../domain/report-line/spoken-day.js';

type Named = Pick<PlanGoal, 'key' | 'name' | 'measure'>;

/** What `/goals …` asks for. */
export type GoalsRequest =
  | { readonly ask: 'all' }
  | { readonly ask: 'one'; readonly goal: string }
  /** `on` null: today. */
  | { readonly ask: 'record'; readonly goal: string; readonly value: number; readonly on: LocalDay | null }
  | { readonly ask: 'unknown-goal'; readonly said: string }
  | { readonly ask: 'several'; readonly said: string; readonly goals: readonly string[] }
  | { readonly ask: 'unread-value'; readonly goal: string; readonly said: string };

const ALL = /^(?:|all|now|全部|目标)$/i;

/**
 * Reads the text after `/goals`: a goal by its name or a part of it, then perhaps its value: `到位资金 12.3亿`,
 * `利用外资 310万美元6月15日`, `招商活动 11次`. Full- and half-width are the same.
 */
export function readGoalsText(text: string, goals: readonly Named[], today: LocalDay): GoalsRequest {
  const plain = text.normalize('NFKC').trim();
  if (ALL.test(plain)) return { ask: 'all' };
  const whole = goalsNamed(plain, goals);
  if (whole.length === 1) return { ask: 'one', goal: whole[0] ?? '' };
  const value = /^(.*?[^\d.,$¥\s])\s*((?:(?:大?约|近|about)\s*)?[$¥]?\d.*)$/i.exec(plain);
  const said = (value?.[1] ?? plain).trim();
  const found = value === null ? whole : goalsNamed(said, goals);
  const [only, ...others] = found;
  if (only === undefined) return { ask: 'unknown-goal', said };
  if (others.length > 0) return { ask: 'several', said, goals: found };
  const goal = goals.find(({ key }) => key === only);
  if (value === null || goal === undefined) return { ask: 'one', goal: only };
  return readValue(goal, value[2] ?? '', today);
}

function readValue(goal: Named, said: string, today: LocalDay): GoalsRequest {
  const { rest, on } = takeDay(said, today);
  const value = on === undefined ? null : READ[goal.measure](rest);
  if (value === null || on === undefined) return { ask: 'unread-value', goal: goal.key, said };
  return { ask: 'record', goal: goal.key, value, on };
}

/** The day at the end of what was said, if there is one; undefined where it is no single day or has not come yet. */
function takeDay(said: string, today: LocalDay): { readonly rest: string; readonly on: LocalDay | null | undefined } {
  const iso = /\s(\d{4}-\d{2}-\d{2})$/.exec(said);
  if (iso?.[1] !== undefined) {
    const on = isLocalDay(iso[1]) && iso[1] <= today ? iso[1] : undefined;
    return { rest: said.slice(0, iso.index).trim(), on };
  }
  const day = findDays(said, today).at(-1);
  if (day === undefined || said.slice(day.end).trim() !== '') return { rest: said, on: null };
  return { rest: said.slice(0, day.start).trim(), on: day.past !== null && day.past <= today ? day.past : undefined };
}

const whole = (number: number): number | null => (Number.isSafeInteger(number) && number >= 0 ? number : null);
const counted = (shape: RegExp) => (said: string) => {
  const number = shape.exec(said)?.[1];
  return number === undefined ? null : whole(Number(number.replaceAll(',', '')));
};

const READ: Readonly<Record<GoalMeasure, (said: string) => number | null>> = {
  '10k-yuan': (said) => {
    const [amount, ...others] = findAmounts(said);
    const exact = amount !== undefined && others.length === 0 && amount.start === 0 && amount.end === said.length;
    return exact && amount.wan !== null ? toYuan(amount.wan) : null;
  },
  '10k-dollars': (said) => {
    const chinese = /^(\d[\d,.]*)\s*(亿|万)\s*(?:美元|美金|美刀|usd|dollars?)$/i.exec(said);
    const english = /^(?:us)?\$\s*(\d[\d,.]*)\s*(million|m)$|^(\d[\d,.]*)\s*(?:million|m)\s*(?:dollars?|usd)$/i.exec(
      said,
    );
    const figure = chinese?.[1] ?? english?.[1] ?? english?.[3];
    if (figure === undefined) return null;
    const times = chinese === null ? 100 : chinese[2] === '亿' ? 10_000 : 1;
    return Number.isFinite(Number(figure.replaceAll(',', '')))
      ? toYuan(Number(figure.replaceAll(',', '')) * times)
      : null;
  },
  activities: counted(/^(\d[\d,]*)\s*(?:次|场|个|activities)?$/i),
  projects: counted(/^(\d[\d,]*)\s*(?:个|项|projects)?$/i),
  share: counted(/^(\d{1,3})\s*%$/),
};

/** The goals that a name means: by all of it first, else by a part. */
function goalsNamed(said: string, goals: readonly Named[]): readonly string[] {
  const name = fold(said);
  if (name === '') return [];
  const named = goals.map(({ key, name: of }) => ({ key, names: [key, of.zh, of.en].map(fold) }));
  const exact = named.filter(({ names }) => names.includes(name));
  const found = exact.length > 0 ? exact : named.filter(({ names }) => names.some((each) => each.includes(name)));
  return found.map(({ key }) => key);
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:,，、]+/g, '');
