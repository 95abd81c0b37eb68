import { STANDING_LABELS, type Step } from '../../../domain/obstacle.js';
import type { Program } from '../../../domain/program.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, section } from '../../../slack/blocks.js';
import { clip, escapeText, quoted } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { details, press, verifyButtons } from './buttons.js';
import { claimed } from './claimed.js';
import { type ForRaiser, words as noticeWords } from './notices.js';
import { caseWords, phrasesOf } from './parts.js';
import { words as reminderWords } from './reminders.js';

/** What is told of a case to who raised it on a project that they may not know of: no name of it, no unit, nobody. */
export const words = {
  handedOn: { zh: '已转责任单位', en: 'Passed on to the unit in charge' },
  stands: { zh: (standing: string) => `现在：${standing}`, en: (standing: string) => `Now: ${standing}` },
  resolved: { zh: (what: string) => `已办结：${what}`, en: (what: string) => `Resolved: ${what}` },
  none: { zh: (why: string) => `说是不属卡点：${why}`, en: (why: string) => `Said to be no obstacle: ${why}` },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  queried: { zh: (text: string) => `要补充：${text}`, en: (text: string) => `Asked for: ${text}` },
  ended: { zh: '已结', en: 'Ended' },
  raised: { zh: '已提级', en: 'Raised to the next rung' },
  passed: { zh: '已转办', en: 'Handed over' },
  returned: {
    zh: (count: number, reason: string) => `退回（第${count}次）：${reason}`,
    en: (count: number, reason: string) => `Not found cleared and returned (${count}): ${reason}`,
  },
  verified: { zh: '已核实销号', en: 'Verified and closed' },
  comment: { zh: (text: string) => `有留言：${text}`, en: (text: string) => `A comment: ${text}` },
  lapsed: { zh: '到期未办，已在最高一级', en: 'Past its time, and at the top of the ladder' },
} as const satisfies Phrases;

/** Number and code, and what they said themselves. */
const handedOnTitle = ({ obstacle }: Seen, language: Language): string =>
  `${inLanguage(caseWords, language).number(obstacle.number)} · ${obstacle.code}`;

const quoteOf = ({ obstacle }: Seen): string => quoted(escapeText(clip(obstacle.text, 300)));

function stepWords(seen: Seen, step: Step, language: Language, program: Program): string {
  const say = inLanguage(words, language);
  const phrases = phrasesOf(seen, language, program);
  const { typed } = phrases;
  switch (step.kind) {
    case 'claimed':
      return claimed(phrases, step);
    case 'resolved':
      return step.none ? say.none(typed(step.what)) : say.resolved(typed(step.what));
    case 'confirmed':
      return say.confirmed;
    case 'queried':
      return say.queried(typed(step.text));
    case 'withdrawn':
      return say.ended;
    case 'raised':
      return say.raised;
    case 'handed-over':
      return say.passed;
    case 'returned':
      return say.returned(step.count, typed(step.reason));
    case 'verified':
      return say.verified;
    case 'commented':
      return say.comment(typed(step.text));
    case 'lapsed':
      return say.lapsed;
    default:
      return say.handedOn;
  }
}

/** How it stands, in the fewest words that tell it. */
function standing(seen: Seen, language: Language, program: Program): string {
  const say = inLanguage(words, language);
  const { state } = seen.obstacle;
  if (state.standing === 'open') return say.handedOn;
  if (state.standing === 'resolved')
    return (state.dismissed ? say.none : say.resolved)(
      phrasesOf(seen, language, program).typed(state.resolution ?? ''),
    );
  return say.stands(STANDING_LABELS[state.standing][language]);
}

/** The case itself, to the same reader, with what they can still do about it. */
export function handedOnMessage({ language, program }: Pick<Ctx, 'language' | 'program'>, seen: Seen): Message {
  const { state } = seen.obstacle;
  const title = handedOnTitle(seen, language);
  const { handedOn: passed } = inLanguage(words, language);
  const now = standing(seen, language, program);
  const buttons =
    state.standing === 'open'
      ? [press(seen, { language }, 'withdraw')]
      : state.standing === 'resolved'
        ? verifyButtons(seen, phrasesOf(seen, language, program))
        : [];
  return {
    text: `${passed} · ${title}`,
    blocks: [
      section([`*${title}*`, quoteOf(seen), passed, ...(now === passed ? [] : [now])].join('\n')),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
    ],
  };
}

export const handedOn: ForRaiser = {
  news(seen, step, language, program) {
    const title = handedOnTitle(seen, language);
    if (step === null) {
      const { number, state } = seen.obstacle;
      const own = inLanguage(noticeWords, language);
      const until = phrasesOf(seen, language, program).moment(state.verifyBy ?? 0);
      const asked = state.dismissed ? own.askAccept(number) : own.askVerify(number, until);
      return toVerify(seen, asked, language, program);
    }
    const news = stepWords(seen, step, language, program);
    return {
      text: `${title} · ${news}`,
      blocks: [section(`*${title}* · ${news}\n${quoteOf(seen)}`), actions(details(seen, language))],
    };
  },
  unverified: (seen, language, program) =>
    toVerify(seen, inLanguage(reminderWords, language).unverified(seen.obstacle.number), language, program),
  spent(seen, language, program) {
    const title = handedOnTitle(seen, language);
    const now = standing(seen, language, program);
    return { text: `${title} · ${now}`, blocks: [section(`*${title}*\n${quoteOf(seen)}\n${now}`)] };
  },
};

function toVerify(seen: Seen, asked: string, language: Language, program: Program): Message {
  const lines = [`*${asked}*`, seen.obstacle.code, quoteOf(seen), standing(seen, language, program)];
  return {
    text: asked,
    blocks: [section(lines.join('\n')), actions(...verifyButtons(seen, phrasesOf(seen, language, program)))],
  };
}
