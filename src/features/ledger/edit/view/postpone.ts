import { dayWords } from '../../../../domain/day-words.js';
import type { Message } from '../../../../message.js';
import { actions, button, context, plain, section } from '../../../../slack/blocks.js';
import type { Contact } from '../../../../store/people.js';
import { clip, escapeText } from '../../../../text/escape.js';
import { inLanguage, type Language } from '../../../../text/language.js';
import type { SeenPostponement } from '../act/postponement.js';
import { editIds } from '../ids.js';
import { editWords } from '../words.js';

const named = (contact: Contact | null, language: Language): string =>
  contact ? escapeText(language === 'zh' ? contact.name : contact.nameEn) : inLanguage(editWords, language).none;

function partsOf(
  { postponement, project, milestone, askedBy, sponsor }: SeenPostponement,
  language: Language,
  year: number,
) {
  const say = inLanguage(editWords, language);
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
        button(editIds.consent, { postponement: postponement.id }, say.consent, 'primary'),
        button(editIds.refuse, { postponement: postponement.id }, say.refuse),
      ),
    ],
  };
}

export function decidedWords({ postponement, decidedBy }: SeenPostponement, language: Language): string {
  const say = inLanguage(editWords, language);
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
