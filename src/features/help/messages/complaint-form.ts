import type { ModalView } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { form, input, option } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { MOST_COMPLAINT } from '../line.js';

/** The forms of a complaint or wish, and of the answer to one. */
export const words = {
  formTitle: { zh: '给项目办提意见', en: 'Tell the coordinators' },
  submit: { zh: '送出', en: 'Send' },
  close: { zh: '取消', en: 'Cancel' },
  text: { zh: '意见或建议', en: 'Complaint or wish' },
  textHint: {
    zh: '用得不顺手、催得不对、数字不准，都可以说。不进入任何统计。',
    en: 'What is awkward, asked wrongly or not right. It enters no statistics.',
  },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  anonymousOption: {
    zh: '不告诉项目办是谁提的（这样项目办没法回复您）',
    en: 'Do not say who it comes from (nobody can answer you then)',
  },
  replyTitle: { zh: '回复意见', en: 'Answer' },
  replyText: { zh: '回复', en: 'Answer' },
  replyHint: { zh: '直接私信给提意见的人。', en: 'It goes to the direct messages of who wrote.' },
} as const satisfies Phrases;

/** A complaint or wish to the coordinators, with a name or without. */
export function complaintForm({ language, place }: Ctx): ModalView {
  const say = inLanguage(words, language);
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

/** A coordinator's answer to a complaint. */
export function replyForm({ language, place }: Ctx, id: number): ModalView {
  const say = inLanguage(words, language);
  return form(ids.replyForm, { place, id }, { title: say.replyTitle, submit: say.submit, close: say.close }, [
    input(
      'text',
      say.replyText,
      { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: MOST_COMPLAINT },
      { hint: say.replyHint },
    ),
  ]);
}
