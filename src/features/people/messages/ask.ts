import type { Person } from '../../../domain/program.js';
import type { Outcome, UnlinkedCtx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { form, input, plain } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Asked } from '../model.js';
import { nameOf } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  askTitle: { zh: '申请加入', en: 'Ask to be let in' },
  send: { zh: '提交', en: 'Send' },
  close: phrases.close,
  askName: { zh: '姓名', en: 'Your name' },
  askUnit: { zh: '单位', en: 'Your unit' },
  askWords: { zh: '说明', en: 'What you would add' },
  askWordsHint: {
    zh: '例如负责哪个项目、接谁的工作、电话',
    en: 'such as which project you own, whose work you took over, your phone',
  },
  asked: {
    zh: '已转给项目办核对，结果会在这里告诉您。',
    en: 'The coordinators were asked; you will hear from them here.',
  },
  waiting: {
    zh: '您的申请还在核对中，不用再交。',
    en: 'Your request is still being looked at; there is no need to send it again.',
  },
  refusedLately: {
    zh: '您的申请没有通过，一天以后可以再交；有急事请当面找项目办。',
    en: 'Your request was refused; you may ask again after a day. If it is urgent, see the coordinators in person.',
  },
  member: {
    zh: (name: string) => `您已在名册里：${name}。`,
    en: (name: string) => `You are on the list: ${name}.`,
  },
} as const satisfies Phrases;

export const MOST_SAID = 600;

/** The form of who asks to be let in; their account's name stands in it already. */
export function askForm(ctx: UnlinkedCtx): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.askTitle, submit: say.send, close: say.close };
  const { name } = ctx.account;
  return {
    kind: 'view',
    view: form(ids.askForm, { place: ctx.place }, texts, [
      input('name', say.askName, {
        type: 'plain_text_input',
        action_id: 'name',
        max_length: 40,
        ...(name === '' ? {} : { initial_value: clip(name, 40) }),
      }),
      input('unit', say.askUnit, { type: 'plain_text_input', action_id: 'unit', max_length: 60 }),
      input(
        'words',
        say.askWords,
        { type: 'plain_text_input', action_id: 'words', multiline: true, max_length: MOST_SAID },
        { optional: true, hint: say.askWordsHint },
      ),
    ]),
  };
}

export function askedMessage({ kind }: Asked, language: Language): Message {
  const say = inLanguage(words, language);
  return plain({ asked: say.asked, waiting: say.waiting, 'refused-lately': say.refusedLately }[kind]);
}

/** To somebody who is on the list already. */
export const memberMessage = (person: Pick<Person, 'name' | 'nameEn'>, language: Language): Message =>
  plain(inLanguage(words, language).member(nameOf(person, language)));
