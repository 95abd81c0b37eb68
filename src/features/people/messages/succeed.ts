import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import type { Position } from '../../../store/positions.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenPosition, Succeeded } from '../model.js';
import { personField } from './fields.js';
import { holderWords, nameOf } from './parts.js';
import { phrases } from './phrases.js';
import { countsWords } from './responsibilities.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  successorTitle: { zh: '岗位换人', en: 'Successor' },
  save: phrases.save,
  close: phrases.close,
  line: phrases.line,
  successorWho: { zh: '由谁接任', en: 'Who takes over' },
  successorHint: { zh: '不选就是空缺', en: 'Vacant where nobody is chosen' },
  preview: {
    zh: (name: string, from: string, to: string) => `${name}：${from} → ${to}`,
    en: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  },
  vacant: phrases.vacant,
  nothing: phrases.nothing,
  willNothing: {
    zh: '这个岗位名下没有工作，只换人。',
    en: 'Nothing belongs to this position: only its holder changes.',
  },
  will: { zh: (what: string) => `将移交：${what}`, en: (what: string) => `Will be handed over: ${what}` },
  willVacant: {
    zh: '空缺期间，这些没有责任人，早上不催报。',
    en: 'While it is vacant they have no owner, and nobody is asked about them.',
  },
  confirm: { zh: '确认移交', en: 'Hand over' },
  done: {
    zh: (name: string, to: string, what: string) => `${name}已由${to}接任。已移交：${what}。`,
    en: (name: string, to: string, what: string) => `${to} holds ${name} now. Handed over: ${what}.`,
  },
  doneVacant: { zh: (name: string) => `${name}已空缺。`, en: (name: string) => `${name} is vacant now.` },
  undo: phrases.undo,
  same: {
    zh: (name: string, who: string) => `${name}本来就由${who}担任。`,
    en: (name: string, who: string) => `${who} holds ${name} already.`,
  },
  holdsObstacles: {
    zh: '名下还有在办的卡点，不能空缺；请直接换人。',
    en: 'Open obstacles wait on it: it cannot be left vacant. Name a successor instead.',
  },
} as const satisfies Phrases;

export function successorForm(ctx: Ctx, position: Position): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts = { title: say.successorTitle, submit: say.save, close: say.close };
  return {
    kind: 'view',
    view: form(ids.successorForm, { position: position.id, place: ctx.place }, texts, [
      section(say.line(escapeText(position.name), holderWords(position, ctx.language))),
      personField('to', say.successorWho, { optional: true, hint: say.successorHint }, ctx.language),
    ]),
  };
}

/** What a change of holder would hand over, before anything is. */
export function previewMessage(
  { position, work, duties }: SeenPosition,
  to: Pick<Contact, 'id' | 'name' | 'nameEn'> | null,
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const line = say.preview(
    escapeText(position.name),
    holderWords(position, language),
    to ? nameOf(to, language) : say.vacant,
  );
  const counts = countsWords(work, language, duties);
  return {
    text: line,
    blocks: [
      section(`*${line}*\n${counts === say.nothing ? say.willNothing : say.will(counts)}`),
      ...(to === null && counts !== say.nothing ? [context(say.willVacant)] : []),
      actions(
        button(
          ids.succeed,
          { position: position.id, from: position.holderId, to: to?.id ?? null },
          say.confirm,
          'primary',
        ),
      ),
    ],
  };
}

export function succeededMessage(
  { seen, to, cause }: Extract<Succeeded, { kind: 'succeeded' }>,
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const name = escapeText(seen.position.name);
  const counts = countsWords(seen.work, language, seen.duties);
  const line = to ? say.done(name, nameOf(to, language), counts) : say.doneVacant(name);
  return { text: line, blocks: [section(line), actions(button(ids.undo, { cause }, say.undo))] };
}

/** They hold it already. */
export const sameHolderMessage = ({ name }: Position, to: Contact | null, language: Language): Message =>
  plain(inLanguage(words, language).same(escapeText(name), to ? nameOf(to, language) : ''));

/** A position on which obstacles wait is not left vacant. */
export const holdsObstaclesMessage = (language: Language): Message => plain(inLanguage(words, language).holdsObstacles);
