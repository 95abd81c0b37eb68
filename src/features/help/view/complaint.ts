import type { ModalView } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, input, option, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids } from '../ids.js';
import { MOST_COMPLAINT } from '../input.js';
import { complaintWords } from '../words.js';

type Named = Pick<Contact, 'name' | 'nameEn'>;

const named = (who: Named, language: Language): string => escapeText(language === 'zh' ? who.name : who.nameEn);
const quoted = (text: string): string => `>${escapeText(text).replaceAll('\n', '\n>')}`;

/** To a coordinator: what somebody said, with the button to answer them. `by` null: without a name, so nobody can. */
export function complaintMessage(
  { id, by, text }: { readonly id: number; readonly by: Named | null; readonly text: string },
  language: Language,
): Message {
  const say = inLanguage(complaintWords, language);
  const head = by === null ? say.fromNobody : say.from(named(by, language));
  return {
    text: `${head.replaceAll('*', '')}${escapeText(text)}`.slice(0, 3500),
    blocks: [
      section(`${head}\n${quoted(text)}`),
      context(say.noStatistics),
      ...(by === null ? [] : [actions(button(ids.reply, { id }, say.reply))]),
    ],
  };
}

/** To who complained: what they said, and what a coordinator answers. */
export function answeredMessage(by: Named, about: string, text: string, language: Language): Message {
  const say = inLanguage(complaintWords, language);
  const head = say.answered(named(by, language));
  return {
    text: `${head}${escapeText(text)}`.slice(0, 3500),
    blocks: [section(`${head}\n${quoted(text)}`), context(say.youSaid(escapeText(about.slice(0, 300))))],
  };
}

/** To the other coordinators. */
export function answeredNote(by: Named, asker: Named, text: string, language: Language): Message {
  const head = inLanguage(complaintWords, language).answeredBy(named(by, language), named(asker, language));
  return { text: `${head}${escapeText(text)}`.slice(0, 3500), blocks: [section(`${head}\n${quoted(text)}`)] };
}

/** To who complained, at once: who got it. */
export function sentMessage(to: readonly Contact[], anonymous: boolean, language: Language): Message {
  const say = inLanguage(complaintWords, language);
  const names = to.map((each) => named(each, language)).join(language === 'zh' ? '、' : ', ');
  return plain(anonymous ? say.sentAnonymously(names) : say.sent(names));
}

export function complaintForm({ language, place }: Ctx): ModalView {
  const say = inLanguage(complaintWords, language);
  return form(ids.complaintForm, { place }, { title: say.formTitle, submit: say.submit, close: say.close }, [
    input(
      'text',
      say.text,
      { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: MOST_COMPLAINT },
      { hint: say.textHint },
    ),
    input(
      'anonymous',
      say.anonymous,
      { type: 'checkboxes', action_id: 'anonymous', options: [option(say.anonymousOption, 'yes')] },
      { optional: true },
    ),
  ]);
}

export function replyForm({ language, place }: Ctx, id: number): ModalView {
  const say = inLanguage(complaintWords, language);
  return form(ids.replyForm, { place, id }, { title: say.replyTitle, submit: say.submit, close: say.close }, [
    input(
      'text',
      say.replyText,
      { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: MOST_COMPLAINT },
      { hint: say.replyHint },
    ),
  ]);
}
