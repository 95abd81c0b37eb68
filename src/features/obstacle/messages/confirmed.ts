import type { Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Message } from '../../../message.js';
import { actions, section } from '../../../slack/blocks.js';
import { quoted } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { act, confirmButtons, press } from './buttons.js';
import { about, standingLine } from './face.js';
import { type PhrasesOf, phrasesOf } from './parts.js';

/** All that is said where an outsider's case, or an urgency, is asked about, confirmed (确认) or disputed (有异议). */
export const words = {
  ask: {
    zh: (number: number, moment: string) => `卡点${number}号等确认，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number}: is it so? By ${moment}`,
  },
  askSponsor: {
    zh: (number: number, moment: string) => `卡点${number}号有异议，等您定，限${moment}`,
    en: (number: number, moment: string) => `Obstacle ${number} is disputed; decide by ${moment}`,
  },
  askUrgent: {
    zh: (number: number) => `卡点${number}号要加急，等单位负责人同意`,
    en: (number: number) => `Obstacle ${number} asks to be urgent; the unit head agrees`,
  },
  confirmed: { zh: '已确认，开始计时', en: 'Confirmed; the clock runs' },
  confirmedBy: {
    zh: (who: string) => `${who}确认，开始计时`,
    en: (who: string) => `${who} confirmed it; the clock runs`,
  },
  upheldBy: {
    zh: (who: string) => `${who}定：属卡点，开始计时`,
    en: (who: string) => `${who} decided: it stands; the clock runs`,
  },
  stands: { zh: '到期未确认，按提出的算', en: 'Nobody answered in time: it stands as flagged' },
  disputed: { zh: '已记下异议', en: 'The dispute is recorded' },
  disputedBy: {
    zh: (who: string, reason: string) => `${who}有异议：${reason}`,
    en: (who: string, reason: string) => `${who} disputes it: ${reason}`,
  },
  wrong: { zh: '哪里不对', en: 'What is wrong' },
  headAsked: { zh: (who: string) => `责任人未答，改问${who}`, en: (who: string) => `No answer; ${who} is asked` },
  urgent: { zh: '已同意加急，期限减半', en: 'Urgent from now on: half the time' },
  urgentBy: {
    zh: (who: string) => `${who}同意加急，期限减半`,
    en: (who: string) => `${who} agrees that it is urgent: half the time`,
  },
} as const satisfies Phrases;

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
  const text = state.confirmation === 'sponsor' ? say.askSponsor(number, until) : say.ask(number, until);
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
      actions(press(seen, phrases, 'confirm-urgent'), act(seen, phrases, 'comment')),
    ],
  };
}

export const confirmed = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).confirmed;
export const disputed = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).disputed;
export const urgentConfirmed = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).urgent;

export function confirmedStep(phrases: PhrasesOf, by: string, step: Extract<Step, { kind: 'confirmed' }>): string {
  const say = inLanguage(words, phrases.language);
  if (step.by === null) return say.stands;
  return step.upheld ? say.upheldBy(by) : say.confirmedBy(by);
}

export const disputedStep = (phrases: PhrasesOf, by: string, { reason }: Extract<Step, { kind: 'disputed' }>): string =>
  inLanguage(words, phrases.language).disputedBy(by, phrases.typed(reason));

export const headAskedStep = (phrases: PhrasesOf, { toId }: Extract<Step, { kind: 'head-asked' }>): string =>
  inLanguage(words, phrases.language).headAsked(phrases.name(toId));

export const urgentConfirmedStep = (phrases: PhrasesOf, by: string): string =>
  inLanguage(words, phrases.language).urgentBy(by);
