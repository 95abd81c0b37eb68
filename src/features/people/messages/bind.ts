import type { Responsibilities } from '../../../domain/responsibilities.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { form, plain, section } from '../../../slack/blocks.js';
import type { Position } from '../../../store/positions.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { holderWords } from './parts.js';
import { phrases } from './phrases.js';
import { countsWords, workField } from './responsibilities.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  bindTitle: { zh: '归到岗位', en: 'Belongs to the position' },
  save: phrases.save,
  close: phrases.close,
  line: phrases.line,
  bindWhat: { zh: '现任名下的', en: 'Of the holder’s work' },
  bindHint: { zh: '不选就是全部', en: 'All of it where nothing is chosen' },
  bound: {
    zh: (name: string, what: string) => `已归到${name}：${what}。`,
    en: (name: string, what: string) => `Belongs to ${name} now: ${what}.`,
  },
  nothingToBind: {
    zh: (name: string) => `${name}的现任名下没有可归的工作。`,
    en: (name: string) => `The holder of ${name} has no work that could belong to it.`,
  },
} as const satisfies Phrases;

export function bindForm(ctx: Ctx, position: Position, work: Responsibilities): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.bindTitle, submit: say.save, close: say.close };
  return {
    kind: 'view',
    view: form(ids.bindForm, { position: position.id, place: ctx.place }, texts, [
      section(say.line(escapeText(position.name), holderWords(position, ctx.language))),
      workField('what', say.bindWhat, work, say.bindHint, ctx.language),
    ]),
  };
}

/** What goes with a position from now on. */
export const boundMessage = ({ name }: Position, work: Responsibilities, language: Language): Message =>
  plain(inLanguage(words, language).bound(escapeText(name), countsWords(work, language)));

export const nothingToBindMessage = ({ name }: Position, language: Language): Message =>
  plain(inLanguage(words, language).nothingToBind(escapeText(name)));
