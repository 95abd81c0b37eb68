import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { details, offerRow, verifyButtons, workOffers } from './buttons.js';
import { about, standingLine } from './face.js';
import { type PhrasesOf, phrasesOf } from './parts.js';

/** All that reminds somebody of a case; when that is sent: domain/reminder.ts. */
export const words = {
  halfWay: {
    zh: (number: number, moment: string) => `卡点${number}号时间过半，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number}, half-way: until ${moment}`,
  },
  promiseDue: {
    zh: (number: number) => `卡点${number}号：您承诺今天办结`,
    en: (number: number) => `Obstacle ${number}: you promised today`,
  },
  unverified: {
    zh: (number: number) => `卡点${number}号办结后还没有核实`,
    en: (number: number) => `Obstacle ${number} was resolved and is not verified yet`,
  },
  unverifiedTold: {
    zh: (number: number, who: string) => `卡点${number}号办结后还没有核实，等${who}`,
    en: (number: number, who: string) =>
      `Obstacle ${number} was resolved and is still not verified; it is for ${who} to do.`,
  },
  remindedRaiser: { zh: '到期未核实，已提醒提出人', en: 'Not verified in time; who raised it was reminded' },
  toldCoordinators: { zh: '仍未核实，已告知项目办', en: 'Still not verified; the Project Office was told' },
} as const satisfies Phrases;

/** To the one who holds it: half of the time is over. */
export function halfWayMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = inLanguage(words, phrases.language).halfWay(
    seen.obstacle.number,
    phrases.moment(seen.obstacle.state.deadline),
  );
  return {
    text,
    blocks: [
      section(`*${text}*\n${about(seen, phrases)}\n${standingLine(seen, phrases)}`),
      ...offerRow(seen, phrases, workOffers(seen, phrases)),
    ],
  };
}

/** To the one who promised this day, in its morning. */
export function promiseDueMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = inLanguage(words, phrases.language).promiseDue(seen.obstacle.number);
  return {
    text,
    blocks: [section(`*${text}*\n${about(seen, phrases)}`), ...offerRow(seen, phrases, workOffers(seen, phrases))],
  };
}

/** To who verifies, or to the coordinators: it was resolved and nobody verified it. */
export function unverifiedMessage(seen: Seen, language: Language, program: Program, toCoordinator: boolean): Message {
  const phrases = phrasesOf(seen, language, program);
  const { number, raisedById, ownerId, state } = seen.obstacle;
  const verifiers = [...new Set([raisedById, ...(ownerId === null ? [] : [ownerId])])].map(phrases.name);
  const text = toCoordinator
    ? inLanguage(words, phrases.language).unverifiedTold(number, verifiers.join(language === 'zh' ? '、' : ' or '))
    : inLanguage(words, phrases.language).unverified(number);
  const resolved = state.standing === 'resolved' ? standingLine(seen, phrases) : '';
  return {
    text,
    blocks: [
      section(`*${text}*\n${about(seen, phrases)}\n${resolved}`),
      actions(...(toCoordinator ? [details(seen, language)] : verifyButtons(seen, phrases))),
    ],
  };
}

export function unverifiedStep(phrases: PhrasesOf, { toCoordinators }: Extract<Step, { kind: 'unverified' }>): string {
  const say = inLanguage(words, phrases.language);
  return toCoordinators ? say.toldCoordinators : say.remindedRaiser;
}
