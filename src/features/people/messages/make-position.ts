import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, input, section } from '../../../slack/blocks.js';
import type { Position } from '../../../store/positions.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { personField, unitField } from './fields.js';
import { holderWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  makeTitle: { zh: '新设岗位', en: 'New position' },
  save: phrases.save,
  close: phrases.close,
  name: { zh: '岗位名称', en: 'Name' },
  nameHint: { zh: '例如：大桥镇镇长', en: 'such as Mayor of Daqiao Town' },
  unit: phrases.unit,
  holder: { zh: '现任', en: 'Held by' },
  made: {
    zh: (name: string, holder: string) => `已设岗位：${name}（${holder}）。`,
    en: (name: string, holder: string) => `Position made: ${name} (${holder}).`,
  },
  madeHow: {
    zh: '接着把现任名下的工作归到岗位，以后换人就一起移交。',
    en: 'Now say what of the holder’s work belongs to it: it will be handed over with the position.',
  },
  bind: phrases.bind,
  nameNeeded: { zh: '请填名称', en: 'Give the name' },
  nameTaken: { zh: '已有同名岗位', en: 'There is a position of this name' },
} as const satisfies Phrases;

export function positionForm(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.makeTitle, submit: say.save, close: say.close };
  return {
    kind: 'view',
    view: form(ids.positionForm, { place: ctx.place }, texts, [
      input('name', say.name, { type: 'plain_text_input', action_id: 'name', max_length: 40 }, { hint: say.nameHint }),
      unitField('unit', say.unit, { optional: true }),
      personField('holder', say.holder, { optional: true }, ctx.language),
    ]),
  };
}

export function madeMessage(position: Position, language: Language): Message {
  const say = inLanguage(words, language);
  const line = say.made(escapeText(position.name), holderWords(position, language));
  if (position.holderId === null) return { text: line, blocks: [section(line)] };
  return {
    text: line,
    blocks: [
      section(line),
      context(say.madeHow),
      actions(button(ids.bind, { position: position.id }, say.bind, 'primary')),
    ],
  };
}

/** What may be wrong with its name. */
export function positionFaults(language: Language) {
  const say = inLanguage(words, language);
  return { nameNeeded: say.nameNeeded, nameTaken: say.nameTaken };
}
