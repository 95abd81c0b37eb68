import type { Button } from '@slack/types';
import type { Responsibilities } from '../../../domain/responsibilities.js';
import type { Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenPerson } from '../model.js';
import { dutiesWords, nameOf, wordsOf } from './parts.js';
import { phrases } from './phrases.js';
import { deniedRefusal } from './refusals.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  and: {
    zh: (list: string, count: number) => `${list} 等${count}个`,
    en: (list: string, count: number) => `${list} and ${count} more`,
  },
  owned: {
    zh: (count: number, codes: string) => `项目 ${count}（${codes}）`,
    en: (count: number, codes: string) => `${count} project${count === 1 ? '' : 's'} (${codes})`,
  },
  sharedWith: {
    zh: (count: number, codes: string) => `共同负责 ${count}（${codes}）`,
    en: (count: number, codes: string) => `${count} shared (${codes})`,
  },
  sponsored: {
    zh: (count: number, codes: string) => `包保 ${count}（${codes}）`,
    en: (count: number, codes: string) => `${count} sponsored (${codes})`,
  },
  milestones: {
    zh: (count: number) => `单独节点 ${count}`,
    en: (count: number) => `${count} single milestone${count === 1 ? '' : 's'}`,
  },
  heads: {
    zh: (names: string) => `主持 ${names}`,
    en: (names: string) => `heads ${names}`,
  },
  obstacles: phrases.obstacles,
  noWork: { zh: '没有项目、节点和卡点', en: 'no project, milestone or obstacle' },
  noAccount: phrases.noAccount,
  account: { zh: '账号已关联', en: 'has an account' },
  roles: { zh: '角色', en: 'Roles' },
  noRole: phrases.noRole,
  positionsLabel: { zh: '岗位', en: 'Positions' },
  work: { zh: '名下', en: 'Holds' },
  giveCode: phrases.giveCode,
  role: phrases.role,
  leaves: phrases.leaves,
  untie: { zh: '解除账号', en: 'Untie account' },
  gone: phrases.gone,
} as const satisfies Phrases;

/** Codes that one line names. */
const MOST_CODES = 12;

/** Codes in a row, cut where nobody reads on. */
export function codes(list: readonly { readonly code: string }[], language: Language): string {
  const say = inLanguage(words, language);
  const shown = list.slice(0, MOST_CODES).map(({ code }) => code);
  const joined = shown.join(language === 'zh' ? '、' : ', ');
  const rest = list.length - shown.length;
  return rest > 0 ? say.and(joined, language === 'zh' ? list.length : rest) : joined;
}

/** What somebody holds, in a line. */
function workWords(work: Responsibilities, shared: SeenPerson['shared'], language: Language): string {
  const say = inLanguage(words, language);
  const join = language === 'zh' ? '、' : ', ';
  const parts = [
    work.projects.length > 0 ? say.owned(work.projects.length, codes(work.projects, language)) : '',
    shared.length > 0 ? say.sharedWith(shared.length, codes(shared, language)) : '',
    work.sponsored.length > 0 ? say.sponsored(work.sponsored.length, codes(work.sponsored, language)) : '',
    work.milestones.length > 0 ? say.milestones(work.milestones.length) : '',
    work.units.length > 0 ? say.heads(work.units.map(({ name }) => wordsOf(name, language)).join(join)) : '',
    work.obstacles.length > 0 ? say.obstacles(work.obstacles.length) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? say.noWork : parts.join(language === 'zh' ? '，' : '; ');
}

export function cardLines({ person, work, positions, shared }: SeenPerson, language: Language): string {
  const say = inLanguage(words, language);
  const colon = language === 'zh' ? '：' : ': ';
  const title = wordsOf(person.title, language);
  const held = positions.map(({ name }) => escapeText(name)).join(language === 'zh' ? '、' : ', ');
  return [
    `*${nameOf(person, language)}*${title === '' ? '' : ` · ${title}`} · ${person.slackUserId === null ? say.noAccount : say.account}`,
    `${say.roles}${colon}${dutiesWords(person, language) || say.noRole}`,
    ...(held === '' ? [] : [`${say.positionsLabel}${colon}${held}`]),
    `${say.work}${colon}${workWords(work, shared, language)}`,
  ].join('\n');
}

/** Somebody's card, with what the reader may do. */
export function personMessage(seen: SeenPerson, language: Language): Message {
  const say = inLanguage(words, language);
  const { person } = seen;
  const buttons: Button[] = [
    ...(seen.may.code ? [button(ids.code, { person: person.id }, say.giveCode)] : []),
    ...(seen.may.roles ? [button(ids.role, { person: person.id }, say.role)] : []),
    ...(seen.may.roles ? [button(ids.leaves, { person: person.id }, say.leaves)] : []),
    ...(seen.may.untie ? [button(ids.untie, { person: person.id }, say.untie, 'danger')] : []),
  ];
  return {
    text: nameOf(person, language),
    blocks: [section(cardLines(seen, language)), ...(buttons.length === 0 ? [] : [actions(...buttons)])],
  };
}

/** Nobody such, or not theirs to see: which of both is not told. */
export const noCardRefusal = (language: Language): Outcome =>
  deniedRefusal({ why: inLanguage(words, language).gone.replace(/[。.]$/, '') }, language);
