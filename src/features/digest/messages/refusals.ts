import { type LocalDay, weekday } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Ctx, Refusal } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { DigestRequest, ScopeRead } from '../input.js';
import { words as shared } from './phrases.js';

/** Why somebody cannot be shown a digest or subscribe to it, and what to type instead. */
export const words = {
  channelsOnly: {
    zh: '只有频道可以订阅日报，私信不行',
    en: 'Only channels can subscribe to the digest, direct messages cannot',
  },
  channelsOnlyInstead: {
    zh: '在频道里输入 `/digest 订阅`；自己看用 `/digest`',
    en: 'Type `/digest subscribe` in a channel; for yourself `/digest`',
  },
  askCoordinator: {
    zh: '请统筹人员在本频道输入 `/digest 订阅`；自己看用 `/digest`',
    en: 'Ask a coordinator to type `/digest subscribe` here; for yourself `/digest`',
  },
  outOfScope: { zh: '输入 `/digest` 查看自己单位的项目', en: 'Type `/digest` for the projects of your own unit' },
  noUnit: { zh: '您还没有归属单位', en: 'You belong to no unit yet' },
  noUnitInstead: {
    zh: '请统筹人员在人员名单里补上单位',
    en: 'Ask a coordinator to add your unit to the list of people',
  },
  unknownWords: { zh: (said: string) => `看不懂“${said}”`, en: (said: string) => `“${said}” is not understood` },
  usage: {
    zh: '`/digest`、`/digest 2020-06-30`、`/digest 昨天`、`/digest 订阅 周报 经济开发区 中文`、`/digest 退订`',
    en: '`/digest`, `/digest 2020-06-30`, `/digest yesterday`, `/digest subscribe weekly <unit> en`, `/digest unsubscribe`',
  },
  unknownScope: {
    zh: (said: string) => `没有叫“${said}”的单位、领导、类别、园区或聚力`,
    en: (said: string) => `No unit, leader, category, site or focus area is called “${said}”`,
  },
  manyScopes: { zh: (said: string) => `“${said}”对得上好几个`, en: (said: string) => `“${said}” fits several` },
  scopeInstead: {
    zh: (names: string) => `用全称，例如 ${names}`,
    en: (names: string) => `Write the full name, for example ${names}`,
  },
  futureDay: { zh: (day: string) => `${day}还没有到`, en: (day: string) => `${day} is still to come` },
  beforeProgram: {
    zh: (day: string) => `${day}在本次攻坚行动开始之前`,
    en: (day: string) => `${day} is before the program began`,
  },
  dayInstead: {
    zh: (from: string, to: string) => `选${from}到${to}之间的一天，例如 \`/digest 昨天\``,
    en: (from: string, to: string) => `Choose a day from ${from} to ${to}, such as \`/digest yesterday\``,
  },
  vagueDay: {
    zh: (said: string) => `“${said}”指不到具体哪一天`,
    en: (said: string) => `“${said}” names no single day`,
  },
} as const satisfies Phrases;

/** Why there is no digest of a day, or null where there is one. */
export function dayRefusal(
  day: LocalDay,
  { today, program, language }: Pick<Ctx, 'today' | 'program' | 'language'>,
): Refusal | null {
  if (day <= today && day >= program.from) return null;
  const own = inLanguage(words, language);
  const said = (of: LocalDay) => dayWords(of, language, program.year);
  return {
    wrong: day > today ? own.futureDay(said(day)) : own.beforeProgram(said(day)),
    understood: `${said(day)} ${inLanguage(shared, language).weekday(weekday(day))}`,
    instead: own.dayInstead(said(program.from), said(today)),
  };
}

export function unreadRefusal(request: Extract<DigestRequest, { readonly said: string }>, language: Language): Refusal {
  const own = inLanguage(words, language);
  const said = escapeText(clip(request.said, 40));
  return {
    wrong: request.ask === 'vague-day' ? own.vagueDay(said) : own.unknownWords(said),
    understood: null,
    instead: own.usage,
  };
}

/** Who may not, and who or what helps instead. */
export function deniedRefusal(wrong: string, instead: 'askCoordinator' | 'outOfScope', language: Language): Refusal {
  return { wrong, understood: null, instead: inLanguage(words, language)[instead] };
}

/** Direct messages have no subscriptions. */
export function channelsOnlyRefusal(language: Language): Refusal {
  const { channelsOnly, channelsOnlyInstead } = inLanguage(words, language);
  return { wrong: channelsOnly, understood: null, instead: channelsOnlyInstead };
}

export function noUnitRefusal(language: Language): Refusal {
  const { noUnit, noUnitInstead } = inLanguage(words, language);
  return { wrong: noUnit, understood: null, instead: noUnitInstead };
}

/** What was named is nothing that a digest can be cut by, or several: with names that are. */
export function scopeRefusal(
  said: string,
  read: Exclude<ScopeRead, { readonly scope: unknown }>,
  language: Language,
): Refusal {
  const { manyScopes, unknownScope, scopeInstead } = inLanguage(words, language);
  const candidates = ('several' in read ? read.several : read.unknown).slice(0, 5);
  const names = candidates.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
  const wrong = 'several' in read ? manyScopes(said) : unknownScope(said);
  return { wrong, understood: null, instead: scopeInstead(names) };
}
