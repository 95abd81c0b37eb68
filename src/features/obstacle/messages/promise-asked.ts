import type { LocalDay } from '../../../domain/day.js';
import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { consentButtons } from './buttons.js';
import { about } from './face.js';
import { type PhrasesOf, phrasesOf } from './parts.js';

/** All that is said of a day later than a rung may promise by itself: asked of the rung above, which agrees or refuses. */
export const words = {
  asked: {
    zh: (day: string) => `已报上一级：要到${day}。同意后才算，期限照走`,
    en: (day: string) => `Asked the rung above for ${day}; until it agrees the clock runs on`,
  },
  agreed: { zh: '已同意', en: 'Agreed' },
  refused: { zh: '已回：不同意', en: 'Refused' },
  askedBy: {
    zh: (who: string, day: string, latest: string, reason: string) =>
      `${who}要到${day}（本级最晚${latest}）：${reason}`,
    en: (who: string, day: string, latest: string, reason: string) =>
      `${who} asks for ${day} (${latest} at most): ${reason}`,
  },
  refusedBy: {
    zh: (who: string, day: string, reason: string) => `${who}不同意到${day}：${reason}`,
    en: (who: string, day: string, reason: string) => `${who} refuses ${day}: ${reason}`,
  },
  ask: {
    zh: (number: number, day: string) => `卡点${number}号要到${day}，等您同意`,
    en: (number: number, day: string) => `Obstacle ${number}: ${day} is asked for`,
  },
} as const satisfies Phrases;

/** To the rung above: a day later than the rung below may promise by itself. */
export function consentMessage(seen: Seen, step: Step | null, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const day = phrases.day(seen.obstacle.state.promiseAskedFor ?? seen.obstacle.since);
  const text = inLanguage(words, phrases.language).ask(seen.obstacle.number, day);
  const by = step?.kind === 'promise-asked' ? phrases.actor(step.by, step.standsInFor) : '';
  const why = step?.kind === 'promise-asked' ? `\n${promiseAskedStep(phrases, by, step)}` : '';
  return {
    text,
    blocks: [section(`*${text}*\n${about(seen, phrases)}${why}`), actions(...consentButtons(seen, phrases))],
  };
}

export const promiseAsked = (phrases: PhrasesOf, { promisedFor }: { readonly promisedFor: LocalDay }): string =>
  inLanguage(words, phrases.language).asked(phrases.day(promisedFor));

export const promiseAgreed = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).agreed;

export const promiseRefused = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).refused;

export const promiseAskedStep = (
  phrases: PhrasesOf,
  by: string,
  { promisedFor, latest, reason }: Extract<Step, { kind: 'promise-asked' }>,
): string =>
  inLanguage(words, phrases.language).askedBy(by, phrases.day(promisedFor), phrases.day(latest), phrases.typed(reason));

export const promiseRefusedStep = (
  phrases: PhrasesOf,
  by: string,
  { promisedFor, reason }: Extract<Step, { kind: 'promise-refused' }>,
): string => inLanguage(words, phrases.language).refusedBy(by, phrases.day(promisedFor), phrases.typed(reason));
