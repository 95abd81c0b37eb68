import { dayWords } from '../../../domain/day-words.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenPostponement } from '../model.js';
import { phrases } from './phrases.js';

export const words = {
  none: phrases.none,
  because: phrases.because,
  threadDue: phrases.threadDue,
  asked: {
    zh: (milestone: string, to: string, sponsor: string) =>
      `${milestone} 延到 ${to}会越过关口，已请${sponsor}同意。同意后才改，结果会告诉您。`,
    en: (milestone: string, to: string, sponsor: string) =>
      `${milestone} by ${to} would pass a gate: ${sponsor} was asked. It moves when they consent; you will hear.`,
  },
  waiting: {
    zh: (by: string, to: string, sponsor: string) => `${by}已申请延到 ${to}，正等${sponsor}同意。`,
    en: (by: string, to: string, sponsor: string) =>
      `${by} has asked for ${to} already; ${sponsor} has not decided yet.`,
  },
  consentTitle: {
    zh: (by: string) => `${by}申请延期，请您定`,
    en: (by: string) => `${by} asks to postpone; it is for you to decide`,
  },
  consentGate: {
    zh: (goal: string, on: string) => `会越过「${goal}」${on}的关口`,
    en: (goal: string, on: string) => `It would pass the gate of “${goal}” on ${on}`,
  },
  consent: { zh: '同意', en: 'Consent' },
  refuse: phrases.refuse,
  granted: { zh: (by: string) => `${by}已同意`, en: (by: string) => `${by} consented` },
  refused: {
    zh: (by: string, why: string) => `${by}不同意：${why}`,
    en: (by: string, why: string) => `${by} refused: ${why}`,
  },
  lapsed: {
    zh: '到期日已另有改动，或节点已完成，这条申请作废',
    en: 'The day was changed by other ways, or the milestone is done: this is void',
  },
  alreadyDecided: { zh: '这条延期已经定了。', en: 'This was decided before.' },
} as const satisfies Phrases;

const named = (contact: Contact | null, language: Language): string =>
  contact ? escapeText(language === 'zh' ? contact.name : contact.nameEn) : inLanguage(words, language).none;

function partsOf(
  { postponement, project, milestone, askedBy, sponsor }: SeenPostponement,
  language: Language,
  year: number,
) {
  const say = inLanguage(words, language);
  const { fromDay, toDay } = postponement;
  const to = dayWords(toDay, language, year);
  const from = fromDay === null ? say.none : dayWords(fromDay, language, year);
  const step = escapeText(milestone.name);
  const about = `${project.code} ${escapeText(clip(project.fields.name, 40))}`;
  return {
    say,
    to,
    step,
    by: named(askedBy, language),
    who: named(sponsor, language),
    about,
    line: `${about} · ${say.threadDue(step, from, to)}`,
    why: say.because(escapeText(clip(postponement.reason, 500))),
  };
}

/** To the one who asked: who was asked to consent, or whom they wait for already. */
export function askedMessage(seen: SeenPostponement, waiting: boolean, language: Language, year: number): Message {
  const { say, to, step, by, who, about } = partsOf(seen, language, year);
  return plain(waiting ? say.waiting(by, to, who) : say.asked(`${about} · ${step}`, to, who));
}

/** To the sponsor: what would move past which gate, and why; once it was decided, by whom and how. */
export function consentMessage(seen: SeenPostponement, language: Language, year: number): Message {
  const { say, by, line, why } = partsOf(seen, language, year);
  const { postponement, gates } = seen;
  const title = say.consentTitle(by);
  const passes = gates.map(({ goal, on }) => say.consentGate(escapeText(goal[language]), dayWords(on, language, year)));
  const text = section([`*${title}*`, line, ...passes, why].join('\n'));
  if (postponement.standing !== 'asked')
    return {
      text: `${title} · ${decidedWords(seen, language)}`,
      blocks: [text, context(decidedWords(seen, language))],
    };
  return {
    text: `${title}\n${line}`,
    blocks: [
      text,
      actions(
        button(ids.consent, { postponement: postponement.id }, say.consent, 'primary'),
        button(ids.refuse, { postponement: postponement.id }, say.refuse),
      ),
    ],
  };
}

export function decidedWords({ postponement, decidedBy }: SeenPostponement, language: Language): string {
  const say = inLanguage(words, language);
  const by = named(decidedBy, language);
  if (postponement.standing === 'granted') return say.granted(by);
  if (postponement.standing === 'withdrawn') return say.lapsed;
  return say.refused(by, escapeText(clip(postponement.why ?? '', 300)) || say.none);
}

/** To the one who asked, once it was decided. */
export function answerMessage(seen: SeenPostponement, language: Language, year: number): Message {
  const { line } = partsOf(seen, language, year);
  return plain(`${line}\n${decidedWords(seen, language)}`);
}

/** To the one who comes second: that it was decided, and how. */
export const alreadyWords = (seen: SeenPostponement, language: Language): string =>
  `${inLanguage(words, language).alreadyDecided}${language === 'en' ? ' ' : ''}${decidedWords(seen, language)}`;
