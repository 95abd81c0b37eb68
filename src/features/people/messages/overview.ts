import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../message.js';
import { actions, button, context, divider, header, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Overview, ToDo } from '../model.js';
import { cardLines } from './card.js';
import { nameOf, whoWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  mine: { zh: '我的名册', en: 'What I hold' },
  toDo: { zh: '待办', en: 'To do' },
  nothingToDo: {
    zh: '账号都已关联，没有待核对的申请，没有待移交的工作。',
    en: 'Every account is tied, nobody asks to be let in, no work waits to be handed over.',
  },
  requests: {
    zh: (count: number) => `待核对的申请${count}条，见各条消息`,
    en: (count: number) => `${count} request${count === 1 ? '' : 's'} to be let in, each in its message`,
  },
  leaving: {
    zh: (who: string, count: number) => `${who}已没有角色，名下还有${count}项`,
    en: (who: string, count: number) => `${who} has no role any more and still holds ${count}`,
  },
  leaves: phrases.leaves,
  vacant: {
    zh: (names: string) => `空缺的岗位：${names}`,
    en: (names: string) => `Vacant positions: ${names}`,
  },
  untied: {
    zh: (count: number) => `${count}人没有账号`,
    en: (count: number) => `${count} without an account`,
  },
  giveCode: phrases.giveCode,
  more: phrases.more,
  add: { zh: '登记人员', en: 'Add a person' },
  role: phrases.role,
  positions: { zh: '岗位', en: 'Positions' },
} as const satisfies Phrases;

const MOST_ROWS = 10;

/** `/people` alone. */
export function overviewMessage({ own, toDo }: Overview, language: Language): Message {
  const say = inLanguage(words, language);
  return {
    text: say.mine,
    blocks: [header(say.mine), section(cardLines(own, language)), ...(toDo === null ? [] : toDoBlocks(toDo, language))],
  };
}

function toDoBlocks({ untied, requests, leaving, vacant }: ToDo, language: Language): KnownBlock[] {
  const say = inLanguage(words, language);
  const join = language === 'zh' ? '、' : ', ';
  const nothing = untied.length + requests.length + leaving.length + vacant.length === 0;
  return [
    divider,
    header(say.toDo),
    ...(nothing ? [section(say.nothingToDo)] : []),
    ...(requests.length > 0 ? [section(say.requests(requests.length))] : []),
    ...leaving
      .slice(0, MOST_ROWS)
      .map(({ person, count }) =>
        section(say.leaving(nameOf(person, language), count), button(ids.leaves, { person: person.id }, say.leaves)),
      ),
    ...(vacant.length > 0 ? [section(say.vacant(vacant.map(({ name }) => escapeText(name)).join(join)))] : []),
    ...(untied.length > 0 ? [section(`*${say.untied(untied.length)}*`)] : []),
    ...untied
      .slice(0, MOST_ROWS)
      .map((person) => section(whoWords(person, language), button(ids.code, { person: person.id }, say.giveCode))),
    ...(untied.length > MOST_ROWS ? [context(say.more(untied.length - MOST_ROWS))] : []),
    actions(
      button(ids.add, { request: null }, say.add, 'primary'),
      button(ids.role, { person: null }, say.role),
      button(ids.positions, {}, say.positions),
    ),
  ];
}
