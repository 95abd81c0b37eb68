import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, context, section } from '../../../slack/blocks.js';
import type { Language, Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { act, details, verifyButtons } from './buttons.js';
import { about, standingLine } from './face.js';
import { type PhrasesOf, phrasesOf } from './parts.js';
import { unverifiedMessage } from './reminders.js';
import { stepLine } from './steps.js';

export const words = {
  calls: {
    zh: (mention: string) => `等${mention}：认领、办结或提级`,
    en: (mention: string) => `${mention}: claim, resolve or raise it`,
  },
  newHolder: {
    zh: (number: number, to: string) => `卡点${number}号已到${to}，您不用再办`,
    en: (number: number, to: string) => `Obstacle ${number} is with the ${to} now; nothing is left for you`,
  },
  askAccept: {
    zh: (number: number) => `卡点${number}号不属卡点，您同意吗？`,
    en: (number: number) => `Obstacle ${number} is said to be none: do you accept that?`,
  },
  askVerify: {
    zh: (number: number, moment: string) => `卡点${number}号已办结，等您核实，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number} is said to be cleared; verify by ${moment}`,
  },
  nobody: {
    zh: (number: number) => `卡点${number}号已到最高一级，无人在岗，也没有代理`,
    en: (number: number) => `Obstacle ${number} is at the top of the ladder and nobody is there or stands in`,
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
  const text = stepLine(phrases, step);
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
    const say = inLanguage(words, phrases.language);
    const { number, state } = seen.obstacle;
    const asked = state.dismissed ? say.askAccept(number) : say.askVerify(number, phrases.moment(state.verifyBy ?? 0));
    return {
      text: asked,
      blocks: [
        section(`*${asked}*\n${about(seen, phrases)}\n${resolvedLines(seen, phrases)}`),
        actions(...verifyButtons(seen, phrases)),
      ],
    };
  }
  const news = stepLine(phrases, step);
  return {
    text: `${phrases.title} · ${news}`,
    blocks: [
      section(`*${phrases.title}* · ${news}\n${about(seen, phrases)}`),
      context(standingLine(seen, phrases)),
      actions(
        ...(step.kind === 'queried' && seen.obstacle.state.query === 'asked' ? [act(seen, phrases, 'supplement')] : []),
        details(seen, language),
      ),
    ],
  };
}

/** The same below the card of who had it: nothing is left for them to do. */
export function releasedMessage(seen: Seen, step: Step, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const { number, state } = seen.obstacle;
  const released = inLanguage(words, phrases.language).newHolder(
    number,
    phrases.rungWith(state.rung, state.departmentId),
  );
  const line = stepLine(phrases, step);
  return { text: `${released} · ${line}`, blocks: [section(`${line}\n*${released}*`)] };
}

/** To the coordinators: it is at the top and nobody is there. */
export function nobodyMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = inLanguage(words, phrases.language).nobody(seen.obstacle.number);
  return {
    text,
    blocks: [section(`*${text}*\n${about(seen, phrases)}`), actions(details(seen, language))],
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
