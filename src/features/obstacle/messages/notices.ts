import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { quoted } from '../../../text/escape.js';
import type { Language, Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Seen } from '../model.js';
import { act, confirmButtons, consentButtons, offerRow, press, verifyButtons, workOffers } from './buttons.js';
import { about, standingLine } from './face.js';
import { caseWords, type PhrasesOf, phrasesOf } from './parts.js';

export const words = {
  ...caseWords,
  calls: {
    zh: (mention: string) => `等${mention}：认领、办结或提级`,
    en: (mention: string) => `${mention}: claim, resolve or raise it`,
  },
  halfWay: {
    zh: (number: number, moment: string) => `卡点${number}号时间过半，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number}, half-way: until ${moment}`,
  },
  promiseDue: {
    zh: (number: number) => `卡点${number}号：您承诺今天办结`,
    en: (number: number) => `Obstacle ${number}: you promised today`,
  },
  askConsent: {
    zh: (number: number, day: string) => `卡点${number}号要到${day}，等您同意`,
    en: (number: number, day: string) => `Obstacle ${number}: ${day} is asked for`,
  },
  askConfirm: {
    zh: (number: number, moment: string) => `卡点${number}号等确认，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number}: is it so? By ${moment}`,
  },
  askSettle: {
    zh: (number: number, moment: string) => `卡点${number}号有异议，等您定，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number} is disputed; decide by ${moment}`,
  },
  askUrgent: {
    zh: (number: number) => `卡点${number}号要加急，等单位负责人同意`,
    en: (number: number) => `Obstacle ${number} asks to be urgent; the unit head agrees`,
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
  unverified: {
    zh: (number: number) => `卡点${number}号办结后还没有核实`,
    en: (number: number) => `Obstacle ${number} was resolved and is not verified yet`,
  },
  unverifiedTold: {
    zh: (number: number, who: string) => `卡点${number}号办结后还没有核实，等${who}`,
    en: (number: number, who: string) =>
      `Obstacle ${number} was resolved and is still not verified; it is for ${who} to do.`,
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
  const news = phrases.step(step);
  return {
    text: `${phrases.title} · ${news}`,
    blocks: [
      section(`*${phrases.title}* · ${news}\n${about(seen, phrases)}`),
      context(standingLine(seen, phrases)),
      actions(
        ...(step.kind === 'queried' && seen.obstacle.state.query === 'asked'
          ? [act(seen, 'supplement', phrases.say.supplement)]
          : []),
        button(ids.card, { id: seen.obstacle.id }, phrases.say.details),
      ),
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

/** To the rung above: a day later than the rung below may promise by itself. */
export function consentMessage(seen: Seen, step: Step | null, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const day = phrases.day(seen.obstacle.state.promiseAskedFor ?? seen.obstacle.since);
  const text = inLanguage(words, phrases.language).askConsent(seen.obstacle.number, day);
  const why = step === null ? '' : `\n${phrases.step(step)}`;
  return {
    text,
    blocks: [section(`*${text}*\n${about(seen, phrases)}${why}`), actions(...consentButtons(seen, phrases))],
  };
}

/** To who says whether an outsider's is so: in the project's thread, or to the sponsor. */
export function confirmMessage(
  seen: Seen,
  language: Language,
  program: Program,
  mention: string | null = null,
): Message {
  const phrases = phrasesOf(seen, language, program);
  const say = inLanguage(words, phrases.language);
  const { number, state } = seen.obstacle;
  const until = phrases.moment(state.confirmBy ?? 0);
  const text = state.confirmation === 'sponsor' ? say.askSettle(number, until) : say.askConfirm(number, until);
  return {
    text,
    blocks: [
      section(
        [
          `*${text}*`,
          about(seen, phrases),
          standingLine(seen, phrases),
          ...(mention === null ? [] : [`<@${mention}>`]),
        ].join('\n'),
      ),
      actions(...confirmButtons(seen, phrases)),
    ],
  };
}

/** Into the project's thread: it is said to be urgent, and the unit head has not agreed yet. */
export function urgentMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const text = inLanguage(words, phrases.language).askUrgent(seen.obstacle.number);
  const why = quoted(phrases.typed(seen.obstacle.urgentReason ?? ''));
  return {
    text,
    blocks: [
      section(`*${text}*\n${phrases.project}\n${why}`),
      actions(press(seen, 'confirm-urgent', phrases.say.confirmUrgent), act(seen, 'comment', phrases.say.comment)),
    ],
  };
}

/** To who had it: where it went, so that nothing is left to do. */
export function movedOnMessage(seen: Seen, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  const { rung, departmentId } = seen.obstacle.state;
  const text = inLanguage(words, phrases.language).newHolder(
    seen.obstacle.number,
    phrases.rungWith(rung, departmentId),
  );
  return {
    text,
    blocks: [
      section(`*${text}*\n${about(seen, phrases)}`),
      actions(button(ids.card, { id: seen.obstacle.id }, phrases.say.details)),
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
