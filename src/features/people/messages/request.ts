import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenRequest } from '../model.js';
import { MOST_SAID } from './ask.js';
import { nameOf, whoLabel, whoWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  requestWho: {
    zh: (account: string, name: string, unit: string) => `${account} 自称 *${name}*，${unit}`,
    en: (account: string, name: string, unit: string) => `${account} says to be *${name}*, ${unit}`,
  },
  requestTitle: { zh: '有人申请加入', en: 'Somebody asks to be let in' },
  isThis: { zh: (who: string) => `是${who}`, en: (who: string) => `It is ${who}` },
  requestNear: {
    zh: '名册里没有账号、名字相近的人。名字谁都能起，请核对后再按。',
    en: 'People on the list without an account whose names are near. Anybody can call themselves so: make sure before you press.',
  },
  requestNone: {
    zh: '名册里没有名字相近、又没有账号的人。',
    en: 'Nobody without an account on the list has a name near to this.',
  },
  chooseOther: { zh: '选其他人', en: 'Somebody else' },
  enrol: { zh: '登记为新人员', en: 'Put on the list' },
  refuse: phrases.refuse,
  nobody: phrases.nobody,
  refusedBy: { zh: (by: string) => `${by}未通过。`, en: (by: string) => `Refused by ${by}.` },
  tiedBySelf: {
    zh: (who: string) => `${who}已用口令自己关联，不用再处理。`,
    en: (who: string) => `${who} got in by a code; nothing is left to do.`,
  },
  tiedBy: {
    zh: (by: string, who: string) => `${by}已确认：是${who}，账号已关联。`,
    en: (by: string, who: string) => `${by} says that it is ${who}; the account is tied.`,
  },
  notLetIn: {
    zh: (why: string) => `您的申请没有通过${why === '' ? '' : `：${why}`}。可以当面找项目办。`,
    en: (why: string) =>
      `Your request was refused${why === '' ? '' : `: ${why}`}. You may see the coordinators in person.`,
  },
  welcome: phrases.welcome,
} as const satisfies Phrases;

/** To a coordinator: who asks, what they say, who may be meant; once it was decided, by whom and how. */
export function requestMessage(seen: SeenRequest, language: Language): Message {
  const say = inLanguage(words, language);
  const { request, asked, near } = seen;
  const who = say.requestWho(`<@${request.slackUserId}>`, escapeText(asked.name), escapeText(asked.unit));
  const said: KnownBlock[] = [
    section(`${say.requestTitle}\n${who}`),
    ...(asked.words === '' ? [] : [section(`>${escapeText(clip(asked.words, MOST_SAID))}`)]),
  ];
  const text = `${say.requestTitle}：${escapeText(asked.name)}`;
  if (request.decidedAt !== null) return { text, blocks: [...said, context(decidedWords(seen, language))] };
  const buttons = near.map((person) =>
    button(ids.tie, { request: request.id, person: person.id }, say.isThis(whoLabel(person, language)), 'primary'),
  );
  return {
    text,
    blocks: [
      ...said,
      context(near.length > 0 ? say.requestNear : say.requestNone),
      actions(
        ...buttons,
        button(ids.choose, { request: request.id }, say.chooseOther),
        button(ids.add, { request: request.id }, say.enrol),
        button(ids.refuse, { request: request.id }, say.refuse, 'danger'),
      ),
    ],
  };
}

/** Who decided on a request, and how. */
export function decidedWords({ request, decidedBy, person }: SeenRequest, language: Language): string {
  const say = inLanguage(words, language);
  const by = decidedBy ? nameOf(decidedBy, language) : say.nobody;
  if (person === null) return say.refusedBy(by);
  const who = whoWords(person, language);
  return request.decidedById === request.personId ? say.tiedBySelf(who) : say.tiedBy(by, who);
}

/** To who had asked. */
export function answerMessage({ person }: SeenRequest, why: string, language: Language): Message {
  const say = inLanguage(words, language);
  return plain(person === null ? say.notLetIn(escapeText(clip(why, 300))) : say.welcome(whoWords(person, language)));
}
