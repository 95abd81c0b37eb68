import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Language, Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Seen } from '../model.js';
import { verifyButtons, workButtons } from './buttons.js';
import { about, standingLine } from './face.js';
import { caseWords, type PhrasesOf, phrasesOf } from './parts.js';

export const words = {
  ...caseWords,
  calls: { zh: (mention: string) => `${mention} 请办理。`, en: (mention: string) => `${mention} please see to it.` },
  halfWay: {
    zh: (number: number, moment: string) => `卡点 ${number} 号的时间已过半，${moment} 到期。`,
    en: (number: number, moment: string) => `Half of the time of obstacle ${number} is over; it ends ${moment}.`,
  },
  askVerify: {
    zh: (number: number, moment: string) => `卡点 ${number} 号已办结，请核实，限 ${moment} 前。`,
    en: (number: number, moment: string) =>
      `Obstacle ${number} is said to be cleared; please verify it until ${moment}.`,
  },
  unverified: {
    zh: (number: number) => `卡点 ${number} 号办结后还没有核实，请核实销号或退回。`,
    en: (number: number) => `Obstacle ${number} was resolved and is not verified yet; please verify or return it.`,
  },
  unverifiedTold: {
    zh: (number: number, who: string) => `卡点 ${number} 号办结后一直没有核实，核实人是${who}。`,
    en: (number: number, who: string) =>
      `Obstacle ${number} was resolved and is still not verified; it is for ${who} to do.`,
  },
  nobody: {
    zh: (number: number) => `卡点 ${number} 号已到最高一级，但无人在岗，也没有代理。请安排人办理。`,
    en: (number: number) =>
      `Obstacle ${number} is at the top of the ladder and nobody is there or stands in. Please see who takes it.`,
  },
} as const satisfies Phrases;

/** A step in the thread of the card, with who must act now where it is for them. */
export function stepMessage(
  seen: Seen,
  step: Step,
  language: Language,
  program: Program,
  mention: string | null,
): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = phrases.step(step);
  return {
    text,
    blocks: [
      section(mention === null ? text : `${text}\n${inLanguage(words, phrases.language).calls(`<@${mention}>`)}`),
    ],
  };
}

/** To who flagged it: what became of it; null asks them to verify. */
export function newsMessage(seen: Seen, step: Step | null, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  if (step === null) {
    const asked = inLanguage(words, phrases.language).askVerify(
      seen.obstacle.number,
      phrases.moment(seen.obstacle.state.verifyBy ?? 0),
    );
    return {
      text: asked,
      blocks: [
        section(`*${asked}*\n${about(seen, phrases)}\n${resolvedLines(seen, phrases)}`),
        actions(...verifyButtons(seen, phrases)),
      ],
    };
  }
  const news = phrases.step(step);
  return {
    text: `${phrases.title} · ${news}`,
    blocks: [
      section(`*${phrases.title}* · ${news}\n${about(seen, phrases)}`),
      context(standingLine(seen, phrases)),
      actions(button(ids.card, { id: seen.obstacle.id }, phrases.say.details)),
    ],
  };
}

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
      actions(...workButtons(seen, phrases)),
    ],
  };
}

/** To who verifies, or to the coordinators: it was resolved and nobody verified it. */
export function unverifiedMessage(seen: Seen, language: Language, program: Program, toCoordinator: boolean): Message {
  const phrases = phrasesOf(seen, language, program);
  const { number, raisedById, ownerId } = seen.obstacle;
  const verifiers = [...new Set([raisedById, ...(ownerId === null ? [] : [ownerId])])].map(phrases.name);
  const text = toCoordinator
    ? inLanguage(words, phrases.language).unverifiedTold(number, verifiers.join(language === 'zh' ? '、' : ' or '))
    : inLanguage(words, phrases.language).unverified(number);
  return {
    text,
    blocks: [
      section(`*${text}*\n${about(seen, phrases)}\n${resolvedLines(seen, phrases)}`),
      toCoordinator
        ? actions(button(ids.card, { id: seen.obstacle.id }, phrases.say.details))
        : actions(...verifyButtons(seen, phrases)),
    ],
  };
}

/** To the coordinators: it is at the top and nobody is there. */
export function nobodyMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = inLanguage(words, phrases.language).nobody(seen.obstacle.number);
  return {
    text,
    blocks: [
      section(`*${text}*\n${about(seen, phrases)}`),
      actions(button(ids.card, { id: seen.obstacle.id }, phrases.say.details)),
    ],
  };
}

/** In the place of what asked somebody to act, once somebody did. */
export function spentMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = standingLine(seen, phrases);
  return {
    text: `${phrases.title} · ${text}`,
    blocks: [section(`*${phrases.title}*\n${about(seen, phrases)}\n${text}`)],
  };
}

/** What the one who raised it hears, where they may know of its project. */
export const openly = {
  news: newsMessage,
  unverified: (seen: Seen, language: Language, program: Program) => unverifiedMessage(seen, language, program, false),
  spent: spentMessage,
};

/** The same for who may know of it or not. */
export type ForRaiser = typeof openly;

const resolvedLines = (seen: Seen, phrases: PhrasesOf): string =>
  seen.obstacle.state.standing === 'resolved' ? standingLine(seen, phrases) : '';
