import type { Digest, JudgedGoal } from '../../../domain/digest/compute.js';
import type { GateState, GoalValue } from '../../../domain/gate.js';
import { inLanguage } from '../../../text/language.js';
import { words } from './goal-words.js';
import type { Phrases } from './phrases.js';

/** `推算37个，能过`, `数据太少，不预测`; `bare`: a number of whole things without its unit. */
export function outcome(goal: JudgedGoal, phrases: Phrases, bare = false): string {
  const own = inLanguage(words, phrases.language);
  const { forecast, judgement } = goal;
  const said = own.judgement(judgement);
  if (judgement === 'no-forecast') return own.tooFew;
  if (forecast?.kind !== 'pace') return said;
  const value = forecastWords(goal, forecast.value, phrases, bare);
  return phrases.zh ? `${own.forecast(value)}，${said}` : `${own.forecast(value)}: ${said}`;
}

export function forecastWords({ goal }: JudgedGoal, value: number, phrases: Phrases, bare: boolean): string {
  const measure = goal.measure === 'share' ? 'projects' : goal.measure;
  if ((measure === 'projects' || measure === 'activities') && (bare || !phrases.zh)) return String(value);
  return phrases.quantity(measure, value);
}

export const neededWords = ({ goal }: JudgedGoal, gate: GateState, { quantity }: Phrases): string =>
  quantity(goal.measure, gate.needed, 'up');

export const missingWords = ({ goal }: JudgedGoal, gate: GateState, { quantity }: Phrases): string =>
  quantity(goal.measure === 'share' ? 'projects' : goal.measure, gate.missing, 'up');

export const amountOf = (value: GoalValue): number => (value.of === 'share' ? value.reached : value.number);

/** `58.3%（35/60）`, `29/36`, `2/40亿元`: with the gate, of what that needs; `bare`: a share as its fraction alone. */
export function haveWords(goal: JudgedGoal, gate: GateState | null, phrases: Phrases, bare = false): string {
  const { state, whole } = goal;
  const { value } = state;
  const before = phrases.periodic ? goal.before : null;
  if (value.of === 'share') {
    const was = before?.of === 'share' && before.reached !== value.reached ? `${before.reached}→` : '';
    const fraction = `${was}${value.reached}/${value.outOf}`;
    const percent = was === '' || before === null ? '' : `${shareWords(before, goal, phrases)}→`;
    return bare ? fraction : `${percent}${shareWords(value, goal, phrases)}${phrases.bracket(fraction)}`;
  }
  const target = gate?.needed ?? (whole ? state.target : state.counted.length + state.notCounted.length);
  return phrases.against(goal.goal, value.number, target, before === null ? null : amountOf(before), whole);
}

/** A share to one decimal, rounded down; another value as it is. */
export function shareWords(value: GoalValue, { goal }: JudgedGoal, { quantity }: Phrases): string {
  if (value.of === 'number') return quantity(goal.measure, value.number);
  return `${value.outOf === 0 ? 0 : Math.floor((value.reached * 1000) / value.outOf) / 10}%`;
}

/** In a period without any rise it says so. */
export function sinceWords(goal: JudgedGoal, digest: Digest, phrases: Phrases): string {
  if (!phrases.periodic || goal.before === null || amountOf(goal.before) < amountOf(goal.state.value)) return '';
  const own = inLanguage(words, phrases.language);
  return `${phrases.zh ? '，' : ', '}${own.unchanged(phrases.period(digest.cadence))}`;
}
