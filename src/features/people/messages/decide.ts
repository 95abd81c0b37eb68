import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { form, input, plain } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Decided } from '../model.js';
import { personField } from './fields.js';
import { phrases } from './phrases.js';
import { decidedWords } from './request.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  tieTitle: { zh: '这是谁', en: 'Who it is' },
  tieSubmit: { zh: '关联', en: 'Tie' },
  close: phrases.close,
  tieWho: { zh: '名册里的人', en: 'Person on the list' },
  refuseTitle: { zh: '不通过', en: 'Refuse' },
  refuse: phrases.refuse,
  refuseWhy: { zh: '原因（会告诉本人）', en: 'Why (they are told)' },
  already: { zh: '这条申请已经有人处理。', en: 'Somebody has decided on this already.' },
  personTied: phrases.personTied,
  accountTied: phrases.accountTied,
  gone: phrases.gone,
} as const satisfies Phrases;

/** A coordinator looks up who it is. */
export function tieForm(ctx: Ctx, request: number): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.tieTitle, submit: say.tieSubmit, close: say.close };
  const fields = [personField('person', say.tieWho, {}, ctx.language)];
  return { kind: 'view', view: form(ids.tieForm, { request }, texts, fields) };
}

export function refuseForm(ctx: Ctx, request: number): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.refuseTitle, submit: say.refuse, close: say.close };
  const why = input(
    'why',
    say.refuseWhy,
    { type: 'plain_text_input', action_id: 'why', max_length: 300 },
    { optional: true },
  );
  return { kind: 'view', view: form(ids.refuseForm, { request }, texts, [why]) };
}

/** What came of a decision, to the one who decided. */
export function decidedMessage(decided: Exclude<Decided, { kind: 'denied' }>, language: Language): Message {
  const say = inLanguage(words, language);
  switch (decided.kind) {
    case 'decided':
      return plain(decidedWords(decided.seen, language));
    case 'already':
      return plain(`${say.already}${language === 'en' ? ' ' : ''}${decidedWords(decided.seen, language)}`);
    case 'person-tied':
      return plain(say.personTied);
    case 'account-tied':
      return plain(say.accountTied);
    case 'gone':
      return plain(say.gone);
  }
}

/** The request was decided while somebody filled in a form about it. */
export const requestGoneMessage = (language: Language): Message => plain(inLanguage(words, language).already);
