import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { whoLabel, whoWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  several: {
    zh: (name: string) => `叫“${name}”的不止一人，是哪一位？`,
    en: (name: string) => `Several are called “${name}”. Which one?`,
  },
  near: {
    zh: (name: string) => `没有叫“${name}”的。是不是：`,
    en: (name: string) => `Nobody is called “${name}”. Perhaps:`,
  },
  unitPeople: {
    zh: (unit: string, count: number) => `${unit}的人员（${count}人）`,
    en: (unit: string, count: number) => `${unit}: ${count} ${count === 1 ? 'person' : 'people'}`,
  },
  noAccount: phrases.noAccount,
  more: phrases.more,
} as const satisfies Phrases;

/** People to choose from, each with a button to their card. */
export function choiceMessage(
  { kind, people }: { readonly kind: 'several' | 'near'; readonly people: readonly Listed[] },
  called: string,
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const name = escapeText(called);
  const title = kind === 'several' ? say.several(name) : say.near(name);
  const buttons = people.map((person) => button(ids.card, { person: person.id }, whoLabel(person, language)));
  return { text: title, blocks: [section(title), actions(...buttons)] };
}

const MOST_LISTED = 40;

/** The people of a unit. */
export function unitMessage(unit: string, people: readonly Listed[], language: Language): Message {
  const say = inLanguage(words, language);
  const title = say.unitPeople(escapeText(unit), people.length);
  const lines = people.slice(0, MOST_LISTED).map((person) => {
    const account = person.slackUserId === null ? ` · ${say.noAccount}` : '';
    return `${whoWords(person, language)}${account}`;
  });
  const more = people.length > MOST_LISTED ? [context(say.more(people.length - MOST_LISTED))] : [];
  return { text: title, blocks: [section(`*${title}*\n${lines.join('\n')}`), ...more] };
}
