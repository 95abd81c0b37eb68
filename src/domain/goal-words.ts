import { clip, escapeText } from '../text/escape.js';
import type { LocalDay } from './day.js';
import { dayWords } from './day-words.js';
import { decimalText, yuanOf } from './exact.js';
import type { GateState } from './gate.js';
import type { GoalState } from './goal.js';
import { type Judgement, judgementOfGate, judgementWords } from './judgement.js';
import type { GoalMeasure, PlanGoal, Words } from './plan.js';

/** A goal as it is said. `whole`: of the whole plan, so that its target means something. */
export type GoalSaid = {
  readonly goal: PlanGoal;
  readonly state: GoalState;
  readonly whole: boolean;
  /** The one word for its next gate. */
  readonly judgement: Judgement;
};

/** Says goals and their numbers in one language. `year`: the reader's own, see dayWords. Names are escaped for Slack. */
export function goalWords(language: keyof Words, year: number) {
  const zh = language === 'zh';
  const day = (of: LocalDay): string => dayWords(of, language, year);
  const list = (parts: readonly string[]): string => parts.join(zh ? '，' : ', ');
  const bracket = (text: string): string => (zh ? `（${text}）` : ` (${text})`);

  /** A number of a goal in its measure: `12个`, `68.33%`, `25.3亿元`. */
  function quantity(measure: GoalMeasure, number: number, way: Way = 'down'): string {
    switch (measure) {
      case 'share':
        return `${number}%`;
      case 'projects':
        return zh ? `${number}个` : String(number);
      case 'activities':
        return zh ? `${number}次` : String(number);
      case '10k-yuan':
        return yuan(number, way);
      case '10k-dollars':
        return zh ? `${shorten(number, 1, way)}万美元` : `$${shorten(number, 100, way)} million`;
    }
  }

  /** A value beside its target, in the target's unit: `25.3/40亿元`. */
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
    if (zh) return amount >= 10_000 ? `${shorten(amount, 10_000, way)}亿元` : `${shorten(amount, 1, way)}万元`;
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

  /** `6月30日要60%：能过，还差1个`: the one word for a gate, and what is wanting; a miss with the day on which it was made good. */
  function gate(goal: PlanGoal, state: GateState, judgement: Judgement): string {
    const judged = judgementOfGate(state, judgement);
    const danger = judged === 'miss' || judged === 'missed';
    const word = judgementWords(judged, language);
    const missing = quantity(goal.measure === 'share' ? 'projects' : goal.measure, state.missing, 'up');
    const wanting = state.missing > 0 && judged !== 'not-entered';
    const said = [
      danger ? `*${word}*` : word,
      ...(wanting ? [zh ? `还差${missing}` : `${missing} to go`] : []),
      ...(state.toldOn === undefined ? [] : [zh ? `补报${day(state.toldOn)}` : `told ${day(state.toldOn)}`]),
      ...(state.metOn === undefined ? [] : [zh ? `${day(state.metOn)}补上` : `made good ${day(state.metOn)}`]),
    ];
    const needed = quantity(goal.measure, state.needed, 'up');
    const text = zh ? `${day(state.on)}要${needed}：${list(said)}` : `${day(state.on)} ${needed}: ${list(said)}`;
    return zh ? text.replaceAll(' ', '') : text;
  }

  /** A goal with the gate that it has to pass next, and those that it has not passed to this day. */
  function line(said: GoalSaid, nameLength: number): string {
    const { goal, state, judgement } = said;
    const next = state.nextGate ?? state.gates.at(-1) ?? null;
    const missed = state.gates.filter((each) => each.held === 'missed' && each.missing > 0 && each !== next);
    const gates = [...missed, ...(next === null ? [] : [next])].map((each) => gate(goal, each, judgement));
    const stands = judgement === 'not-entered' ? '' : ` ${value(said)}`;
    const name = `${escapeText(clip(goal.name[language], nameLength))}${stands}`;
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
