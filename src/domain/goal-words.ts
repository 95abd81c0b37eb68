import { clip, escapeText } from '../text/escape.js';
import type { LocalDay } from './day.js';
import { dayWords } from './day-words.js';
import { decimalText, yuanOf } from './exact.js';
import { type GateState, gateHoldWords } from './gate.js';
import type { GoalState } from './goal.js';
import type { GoalMeasure, PlanGoal, Words } from './plan.js';

/** A goal as it is said. `whole`: of the whole plan, so that its target means something. */
export type GoalSaid = { readonly goal: PlanGoal; readonly state: GoalState; readonly whole: boolean };

/** Whether a gate of the goal was missed, or will be at the pace that the calendar asks for. */
export const goalInDanger = ({ state }: Pick<GoalSaid, 'state'>): boolean =>
  state.gates.some(({ held }) => held === 'behind' || held === 'missed');

/** Says goals and their numbers in one language. `year`: the reader's own, see dayWords. Names are escaped for Slack. */
export function goalWords(language: keyof Words, year: number) {
  const zh = language === 'zh';
  const day = (of: LocalDay): string => dayWords(of, language, year);
  const list = (parts: readonly string[]): string => parts.join(zh ? '，' : ', ');
  const bracket = (text: string): string => (zh ? `（${text}）` : ` (${text})`);

  /** A number of a goal in its measure: `12 个`, `68.33%`, `25.3 亿元`. */
  function quantity(measure: GoalMeasure, number: number, way: Way = 'down'): string {
    switch (measure) {
      case 'share':
        return `${number}%`;
      case 'projects':
        return zh ? `${number} 个` : String(number);
      case 'activities':
        return zh ? `${number} 次` : String(number);
      case '10k-yuan':
        return yuan(number, way);
      case '10k-dollars':
        return zh ? `${shorten(number, 1, way)} 万美元` : `$${shorten(number, 100, way)} million`;
    }
  }

  /** A value beside its target, in the target's unit: `25.3/40 亿元`. */
  function against(measure: GoalMeasure, number: number, target: number): string {
    if (measure === '10k-yuan') {
      const unit = zh ? (target >= 10_000 ? 10_000 : 1) : target >= 100_000 ? 100_000 : 100;
      return `${shorten(number, unit, 'down')}/${yuan(target, 'up')}`;
    }
    if (measure === '10k-dollars' && !zh)
      return `$${shorten(number, 100, 'down')}/${shorten(target, 100, 'up')} million`;
    return `${measure === '10k-dollars' ? shorten(number, 1, 'down') : number}/${quantity(measure, target, 'up')}`;
  }

  /** An amount in 10k yuan as people say it. */
  function yuan(amount: number, way: Way = 'down'): string {
    if (zh) return amount >= 10_000 ? `${shorten(amount, 10_000, way)} 亿元` : `${shorten(amount, 1, way)} 万元`;
    return amount >= 100_000
      ? `${shorten(amount, 100_000, way)} billion yuan`
      : `${shorten(amount, 100, way)} million yuan`;
  }

  function value({ goal, state, whole }: GoalSaid): string {
    if (state.value.of === 'share') {
      const { reached, outOf } = state.value;
      return `${reached}/${outOf}${bracket(`${state.shown}%`)}`;
    }
    if (goal.rule.by === 'figures' || goal.rule.by === 'recorded') {
      return whole ? against(goal.measure, state.shown, state.target) : quantity(goal.measure, state.shown);
    }
    return `${state.shown}/${whole ? state.target : state.counted.length + state.notCounted.length}`;
  }

  /** `6 月 30 日关口 60%：进度落后，还差 3 个`. */
  function gate(goal: PlanGoal, state: GateState): string {
    const needed =
      state.needed === goal.target && goal.measure !== 'share' ? '' : quantity(goal.measure, state.needed, 'up');
    const held = gateHoldWords(state.held, language);
    const danger = state.held === 'behind' || state.held === 'missed';
    const missing = quantity(goal.measure === 'share' ? 'projects' : goal.measure, state.missing, 'up');
    const left = zh ? `还差 ${missing}` : `${missing} to go`;
    const holds = [danger ? `*${held}*` : held, ...(state.missing > 0 ? [left] : [])];
    const name = zh ? `${day(state.on)}关口 ${needed}` : `gate ${day(state.on)} ${needed}`;
    return `${name.trimEnd()}${zh ? '：' : ': '}${list(holds)}`;
  }

  /** A goal with the gate that it has to pass next; `all`: and those that it did not pass in time. */
  function line(said: GoalSaid, nameLength: number, all: boolean): string {
    const { goal, state } = said;
    const next = state.nextGate ?? state.gates.at(-1) ?? null;
    const missed = all ? state.gates.filter((each) => each.held === 'missed' && each !== next) : [];
    const gates = [...missed, ...(next === null ? [] : [next])].map((each) => gate(goal, each));
    const name = `${escapeText(clip(goal.name[language], nameLength))} ${value(said)}`;
    return gates.length === 0 ? name : list([name, gates.join(zh ? '；' : '; ')]);
  }

  return { quantity, against, yuan, value, gate, line };
}

/** What is reached is rounded down, what is demanded or missing up, so that on the screen they add up. */
type Way = 'down' | 'up';

/** An amount in 10k in units of so many 10k, at most two decimals: 39.999 reached is not 40. */
function shorten(wan: number, unit: number, way: Way): string {
  const hundredths = way === 'down' ? Math.floor(yuanOf(wan) / (unit * 100)) : Math.ceil(yuanOf(wan) / (unit * 100));
  return decimalText(hundredths, 2);
}
