import type { Step } from '../../../domain/obstacle.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { adoptedStep } from './adopted.js';
import { claimedStep } from './claimed.js';
import { commentedStep, instructedStep } from './commented.js';
import { confirmedStep, disputedStep, headAskedStep, urgentConfirmedStep } from './confirmed.js';
import { dismissedStep } from './dismissed.js';
import { handedOverStep, succeededStep } from './handed-over.js';
import type { PhrasesOf } from './parts.js';
import { promiseAskedStep, promiseRefusedStep } from './promise-asked.js';
import { queriedStep, supplementedStep } from './queried.js';
import { lapsedStep, raisedStep } from './raised.js';
import { unverifiedStep } from './reminders.js';
import { resolvedStep } from './resolved.js';
import { sortedStep } from './sorted.js';
import { returnedStep, verifiedStep } from './verified.js';
import { withdrawnStep } from './withdrawn.js';

export const words = {
  flagged: {
    zh: (who: string, rung: string) => `${who}提出，先到${rung}`,
    en: (who: string, rung: string) => `${who} flagged it, first to the ${rung}`,
  },
  flaggedOutside: {
    zh: (who: string) => `${who}提出，等确认，不计灯`,
    en: (who: string) => `${who} flagged it; unconfirmed, no light yet`,
  },
} as const satisfies Phrases;

/** A step as its thread and the card's life tell it, without a stop at its end: its sentence is in the file of its name. */
export function stepLine(phrases: PhrasesOf, step: Step): string {
  const by = 'by' in step && step.by !== null ? phrases.actor(step.by, step.standsInFor) : '';
  switch (step.kind) {
    case 'flagged':
      return flaggedStep(phrases, by, step);
    case 'claimed':
      return claimedStep(phrases, by, step);
    case 'promise-asked':
      return promiseAskedStep(phrases, by, step);
    case 'promise-refused':
      return promiseRefusedStep(phrases, by, step);
    case 'confirmed':
      return confirmedStep(phrases, by, step);
    case 'disputed':
      return disputedStep(phrases, by, step);
    case 'head-asked':
      return headAskedStep(phrases, step);
    case 'urgent-confirmed':
      return urgentConfirmedStep(phrases, by);
    case 'queried':
      return queriedStep(phrases, by, step);
    case 'supplemented':
      return supplementedStep(phrases, by, step);
    case 'instructed':
      return instructedStep(phrases, by, step);
    case 'commented':
      return commentedStep(phrases, by, step);
    case 'resolved':
      return step.none ? dismissedStep(phrases, by, step) : resolvedStep(phrases, by, step);
    case 'verified':
      return verifiedStep(phrases, by);
    case 'returned':
      return returnedStep(phrases, by, step);
    case 'raised':
      return raisedStep(phrases, by, step);
    case 'lapsed':
      return lapsedStep(phrases, step);
    case 'handed-over':
      return handedOverStep(phrases, by, step);
    case 'sorted':
      return sortedStep(phrases, by, step);
    case 'succeeded':
      return succeededStep(phrases, step);
    case 'withdrawn':
      return withdrawnStep(phrases, by, step);
    case 'adopted':
      return adoptedStep(phrases, by);
    case 'unverified':
      return unverifiedStep(phrases, step);
    case 'announced':
    case 'half-way':
    case 'promise-due':
      return '';
  }
}

function flaggedStep(phrases: PhrasesOf, by: string, step: Extract<Step, { kind: 'flagged' }>): string {
  const say = inLanguage(words, phrases.language);
  if (step.confirmation) return say.flaggedOutside(by);
  return [say.flagged(by, phrases.rung(step.rung)), phrases.skipped(step.skipped)].filter(Boolean).join(phrases.stop);
}
