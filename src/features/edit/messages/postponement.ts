import type { Button, KnownBlock } from '@slack/types';
import { LIGHT_WORDS } from '../../../domain/because.js';
import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { tenthsUp } from '../../../domain/exact.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Light } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Changed, SeenPostponement, WaitingPostponements } from '../model.js';
import { changedMessage } from './changed.js';
import { phrases } from './phrases.js';

export const words = {
  none: phrases.none,
  because: phrases.because,
  threadDue: phrases.threadDue,
  asked: {
    zh: (milestone: string, to: string, who: string) =>
      `${milestone}延到${to}，要${who}同意，已经问了。同意后才改，结果会告诉您。`,
    en: (milestone: string, to: string, who: string) =>
      `${milestone} by ${to} needs ${who}’s consent and was asked for. It moves when they consent; you will hear.`,
  },
  waiting: {
    zh: (by: string, to: string, who: string) => `${by}已申请延到${to}，正等${who}同意。`,
    en: (by: string, to: string, who: string) => `${by} has asked for ${to} already; ${who} has not decided yet.`,
  },
  consentTitle: {
    zh: (by: string) => `${by}申请延期，等您定`,
    en: (by: string) => `${by} asks to postpone; yours to decide`,
  },
  history: {
    zh: (first: string, times: number) => `原定${first}，延过${times}次`,
    en: (first: string, times: number) => `first due ${first}, postponed ${times === 1 ? 'once' : `${times} times`}`,
  },
  overdue: { zh: (days: number) => `已超期${days}天`, en: (days: number) => `${countEn(days, 'day')} overdue` },
  lights: {
    zh: (before: string, after: string) => `灯：${before} → ${after}`,
    en: (before: string, after: string) => `Light: ${before} → ${after}`,
  },
  pace: {
    zh: (before: string, after: string) => `序时：${before} → ${after}`,
    en: (before: string, after: string) => `Pace: ${before} → ${after}`,
  },
  consentGate: {
    zh: (goal: string, on: string) => `关口：过了${on}的${goal}`,
    en: (goal: string, on: string) => `Gate: past ${goal} on ${on}`,
  },
  more: {
    zh: (count: number) => `另有${count}件延期等您定，定一件再出一件`,
    en: (count: number) => `${count} more to decide: each shows as another is decided`,
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
  { postponement, project, milestone, askedBy, consenter }: SeenPostponement,
  language: Language,
  year: number,
) {
  const say = inLanguage(words, language);
  const { fromDay, toDay } = postponement;
  const to = dayWords(toDay, language, year);
  const from = fromDay === null ? say.none : dayWords(fromDay, language, year);
  const step = escapeText(milestoneName(milestone.name, language));
  const about = `${project.code} ${escapeText(clip(project.fields.name, 40))}`;
  return {
    say,
    to,
    step,
    by: named(askedBy, language),
    who: named(consenter, language),
    about,
    line: `${about} · ${say.threadDue(step, from, to)}`,
    why: say.because(escapeText(clip(postponement.reason, 500))),
  };
}

/** To the one who asked: who was asked to consent, or whom they wait for already; and what else was changed with it. */
export function askedMessage(
  seen: SeenPostponement,
  waiting: boolean,
  language: Language,
  year: number,
  changed: Changed | null = null,
): Message {
  const { say, to, step, by, who, about } = partsOf(seen, language, year);
  const asked = waiting ? say.waiting(by, to, who) : say.asked(`${about} · ${step}`, to, who);
  const made = changed && changedMessage(changed, language, year);
  return made === null ? plain(asked) : { text: `${asked} ${made.text}`, blocks: [section(asked), ...made.blocks] };
}

/** What it does: where it began, lights, pace, gates; what is the same before and after goes without saying. */
export function effectLines(seen: SeenPostponement, language: Language, year: number): readonly string[] {
  const say = inLanguage(words, language);
  const { postponement, milestone, effect, gates } = seen;
  const { fromDay, standing } = postponement;
  const day = (of: LocalDay) => dayWords(of, language, year);
  const times = milestone.postponed - (standing === 'granted' ? 1 : 0);
  const light = (of: Light | null) => (of === null ? say.none : LIGHT_WORDS[of][language]);
  const percent = (pace: number | null) => (pace === null ? say.none : `${tenthsUp(pace)}%`);
  const lines: string[] = [];
  if (milestone.firstDue !== null && times > 0) lines.push(say.history(day(milestone.firstDue), times));
  const late = fromDay === null ? 0 : daysBetween(fromDay, seen.askedOn);
  if (late > 0) lines.push(say.overdue(late));
  if (effect !== null) {
    const { before, after } = effect;
    if (before.projectLight !== after.projectLight)
      lines.push(say.lights(light(before.projectLight), light(after.projectLight)));
    if (before.pace !== after.pace) lines.push(say.pace(percent(before.pace), percent(after.pace)));
  }
  return [...lines, ...gates.map(({ goal, on }) => say.consentGate(escapeText(goal[language]), day(on)))];
}

/** To whoever consents: what would move, with what effect, and why; once it was decided, by whom and how. */
export function consentMessage(seen: SeenPostponement, language: Language, year: number): Message {
  const { say, by, line, why } = partsOf(seen, language, year);
  const { postponement } = seen;
  const title = say.consentTitle(by);
  const text = section([`*${title}*`, line, ...effectLines(seen, language, year), why].join('\n'));
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

/** Those that wait on one person, on their home tab or list: each with its effect and the two answers. */
export const postponementBlocks = (
  { language, program }: Pick<Ctx, 'language' | 'program'>,
  { count, shown }: WaitingPostponements,
): KnownBlock[] => [
  ...shown.flatMap((each) => askedBlocks(each, language, program.year)),
  ...(count > shown.length ? [context(inLanguage(words, language).more(count - shown.length))] : []),
];

function askedBlocks(seen: SeenPostponement, language: Language, year: number): KnownBlock[] {
  const { say, by, line, why } = partsOf(seen, language, year);
  const { id } = seen.postponement;
  const own = (made: Button): Button => ({ ...made, action_id: `${made.action_id}#${id}` });
  return [
    section([`*${say.consentTitle(by)}*`, line, ...effectLines(seen, language, year), why].join('\n')),
    actions(
      own(button(ids.consent, { postponement: id }, say.consent, 'primary')),
      own(button(ids.refuse, { postponement: id }, say.refuse)),
    ),
  ];
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
