import type { Cadence } from '../../domain/cadence.js';
import { addDays, isLocalDay, type LocalDay } from '../../domain/day.js';
import type { ScopeName } from '../../domain/digest/facts.js';
import type { DigestScope } from '../../domain/plan.js';
import { findDays } from '../../domain/report-line/spoken-day.js';
import type { Language } from '../../text/language.js';

/** What `/digest …` asks for. */
export type DigestRequest =
  | { readonly ask: 'now' }
  | { readonly ask: 'day'; readonly day: LocalDay }
  | {
      readonly ask: 'subscribe';
      readonly cadence: Cadence;
      readonly scopeWords: string;
      readonly language: Language | null;
    }
  /** `cadence` null: of any. */
  | { readonly ask: 'unsubscribe'; readonly cadence: Cadence | null; readonly scopeWords: string }
  | { readonly ask: 'vague-day' | 'unknown'; readonly said: string };

const SUBSCRIBE = /^(?:subscribe|订阅)\s*/i;
const UNSUBSCRIBE = /^(?:unsubscribe|退订|取消订阅)\s*/i;
const LANGUAGE = /(?:^|\s)(zh|en|中文|英文|english|chinese)$/i;
/** Half-monthly before monthly: 半月报 holds 月报. */
const CADENCE_WORDS: readonly (readonly [Cadence, RegExp])[] = [
  ['half-monthly', /(?:^|\s)(?:half-?monthly|fortnightly)(?=\s|$)|(?:每)?半月报?/i],
  ['weekly', /(?:^|\s)weekly(?=\s|$)|周报|每周/i],
  ['monthly', /(?:^|\s)monthly(?=\s|$)|月报|每月/i],
  ['daily', /(?:^|\s)daily(?=\s|$)|日报|每日|每天/i],
];
const NOW = /^(?:|now|today|今天|今日|现在)$/i;
const YESTERDAY = /^(?:yesterday|昨天|昨日)$/i;

/** Reads the text after `/digest`. Full- and half-width are the same; a bare month and date is the one that has passed. */
export function readDigestText(text: string, today: LocalDay): DigestRequest {
  const plain = text.normalize('NFKC').trim();
  if (NOW.test(plain)) return { ask: 'now' };
  if (YESTERDAY.test(plain)) return { ask: 'day', day: addDays(today, -1) };
  if (UNSUBSCRIBE.test(plain)) {
    const { cadence, rest } = takeCadence(plain.replace(UNSUBSCRIBE, '').trim());
    return { ask: 'unsubscribe', cadence, scopeWords: rest };
  }
  if (SUBSCRIBE.test(plain)) {
    const { cadence, rest } = takeCadence(plain.replace(SUBSCRIBE, '').trim());
    const said = LANGUAGE.exec(rest)?.[1]?.toLowerCase();
    const language = said === undefined ? null : /^(?:en|english|英文)$/.test(said) ? 'en' : 'zh';
    return { ask: 'subscribe', cadence: cadence ?? 'daily', scopeWords: rest.replace(LANGUAGE, '').trim(), language };
  }
  return readDay(plain, today);
}

/** The first word that says how often, and what is left. */
function takeCadence(text: string): { readonly cadence: Cadence | null; readonly rest: string } {
  for (const [cadence, shape] of CADENCE_WORDS) {
    const said = shape.exec(text);
    if (said === null) continue;
    return { cadence, rest: `${text.slice(0, said.index)} ${text.slice(said.index + said[0].length)}`.trim() };
  }
  return { cadence: null, rest: text };
}

function readDay(plain: string, today: LocalDay): DigestRequest {
  if (isLocalDay(plain)) return { ask: 'day', day: plain };
  const [day] = findDays(plain, today);
  const whole = day !== undefined && plain.slice(0, day.start).trim() === '' && plain.slice(day.end).trim() === '';
  if (!whole) return { ask: 'unknown', said: plain };
  const read = day.past ?? day.coming;
  return read === null ? { ask: 'vague-day', said: plain } : { ask: 'day', day: read };
}

export type ScopeRead =
  | { readonly scope: DigestScope }
  | { readonly unknown: readonly ScopeName[] }
  | { readonly several: readonly ScopeName[] };

const WHOLE = /^(?:|plan|all|全部|全县|整个计划|whole plan)$/i;

/** What a digest should be cut by, by the words that people use for it: a full name or key first, else a part of one. */
export function readScope(words: string, scopes: readonly ScopeName[]): ScopeRead {
  const said = fold(words);
  if (WHOLE.test(words.trim())) return { scope: { of: 'plan' } };
  const named = scopes.map((scope) => ({
    scope,
    names: [scope.key, scope.name.zh, scope.name.en, ...scope.aliases].map(fold),
  }));
  const exact = named.filter(({ names }) => names.includes(said));
  const found = exact.length > 0 ? exact : named.filter(({ names }) => names.some((name) => name.includes(said)));
  const [only, ...others] = found.map(({ scope }) => scope);
  if (only === undefined) return { unknown: scopes };
  return others.length === 0 ? { scope: { of: only.of, key: only.key } } : { several: [only, ...others] };
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
