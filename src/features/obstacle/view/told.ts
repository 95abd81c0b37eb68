import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Language } from '../../../text/language.js';
import type { Seen } from '../act/see.js';
import { ids } from '../ids.js';
import { standingLine, verifyButtons, workButtons } from './card.js';
import { type PhrasesOf, phrasesOf } from './parts.js';

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
    blocks: [section(mention === null ? text : `${text}\n${phrases.say.calls(`<@${mention}>`)}`)],
  };
}

/** To who flagged it: what became of it; null asks them to verify. */
export function newsMessage(seen: Seen, step: Step | null, language: Language, program: Program): Message {
  const phrases = phrasesOf(seen, language, program);
  if (step === null) {
    const asked = phrases.say.askVerify(seen.obstacle.number, phrases.moment(seen.obstacle.state.verifyBy ?? 0));
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
  const text = phrases.say.halfWay(seen.obstacle.number, phrases.moment(seen.obstacle.state.deadline));
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
    ? phrases.say.unverifiedTold(number, verifiers.join(language === 'zh' ? '、' : ' or '))
    : phrases.say.unverified(number);
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
  const text = phrases.say.nobody(seen.obstacle.number);
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

const about = ({ obstacle }: Seen, phrases: PhrasesOf): string =>
  `${phrases.project}\n>${phrases.typed(obstacle.text).replaceAll('\n', '\n>')}`;

const resolvedLines = (seen: Seen, phrases: PhrasesOf): string =>
  seen.obstacle.state.standing === 'resolved' ? standingLine(seen, phrases) : '';
