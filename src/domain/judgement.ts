import type { GateState } from './gate.js';
import type { Words } from './plan.js';

/**
 * What is said of a goal and its gate, in one word: the forecast's before the day, the fact's after it. `today`: it is the
 * gate's day and not reached yet, so there is no verdict. `none`: it has no gate.
 */
export const JUDGEMENTS = ['pass', 'miss', 'passed', 'missed', 'today', 'no-forecast', 'not-entered', 'none'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

const JUDGED: Readonly<Record<Judgement, Words>> = {
  pass: { zh: '能过', en: 'pass' },
  miss: { zh: '过不了', en: 'miss' },
  passed: { zh: '已过关', en: 'passed' },
  missed: { zh: '未过关', en: 'missed' },
  today: { zh: '今天关口', en: 'gate today' },
  'no-forecast': { zh: '不预测', en: 'no forecast' },
  'not-entered': { zh: '未登记', en: 'not entered' },
  none: { zh: '没有关口', en: 'no gate' },
};

export const judgementWords = (judgement: Judgement, language: keyof Words): string => JUDGED[judgement][language];

/** The word for one gate of a goal: of one that has passed its own verdict, of the next the goal's. */
export function judgementOfGate({ daysLeft, held }: GateState, goal: Judgement): Judgement {
  if (daysLeft >= 0) return goal;
  return held === 'reached' ? 'passed' : held === 'not-entered' ? held : 'missed';
}
