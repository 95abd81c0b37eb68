import type { Step } from '../../../domain/obstacle.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where a case climbs (提级): by hand, taken by a leader, taken up by who raised it, or by itself. */
export const words = {
  raised: { zh: (rung: string) => `已提级到${rung}。`, en: (rung: string) => `Raised to the ${rung}.` },
  raisedBy: {
    zh: (who: string, to: string, reason: string) => `${who}提级到${to}：${reason}`,
    en: (who: string, to: string, reason: string) => `${who} raised it to the ${to}: ${reason}`,
  },
  silence: {
    zh: (days: string, to: string) => `${days}未认领，提级到${to}`,
    en: (days: string, to: string) => `Not claimed in ${days}; raised to the ${to}`,
  },
  promise: {
    zh: (to: string) => `承诺未兑现，提级到${to}`,
    en: (to: string) => `Promise missed; raised to the ${to}`,
  },
  absence: {
    zh: (to: string) => `无人在岗，直接到${to}`,
    en: (to: string) => `Nobody is there: straight to the ${to}`,
  },
  lapsedSilence: {
    zh: (days: string) => `${days}未认领，已在最高一级`,
    en: (days: string) => `Not claimed in ${days}; it is at the top`,
  },
  lapsedPromise: { zh: '承诺未兑现，已在最高一级', en: 'Promise missed; it is at the top' },
  whyUp: { zh: '为什么提到您这级', en: 'Why to your rung' },
} as const satisfies Phrases;

export const raised = (phrases: PhrasesOf, { state }: ObstacleCase): string =>
  inLanguage(words, phrases.language).raised(phrases.rungWith(state.rung, state.departmentId));

export function raisedStep(phrases: PhrasesOf, by: string, step: Extract<Step, { kind: 'raised' }>): string {
  const say = inLanguage(words, phrases.language);
  const to = phrases.rungWith(step.to, step.toUnitId);
  const line = {
    asked: () => say.raisedBy(by || phrases.say.somebody, to, phrases.typed(step.reason ?? '')),
    silence: () => say.silence(phrases.workdays(step.workdays), to),
    promise: () => say.promise(to),
    absence: () => say.absence(to),
  }[step.why]();
  return [line, phrases.skipped(step.skipped)].filter(Boolean).join(phrases.stop);
}

export function lapsedStep(phrases: PhrasesOf, { why, workdays }: Extract<Step, { kind: 'lapsed' }>): string {
  const say = inLanguage(words, phrases.language);
  return why === 'silence' ? say.lapsedSilence(phrases.workdays(workdays)) : say.lapsedPromise;
}
