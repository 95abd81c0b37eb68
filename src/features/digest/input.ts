import { addDays, isLocalDay, type LocalDay } from '../../domain/day.js';
import type { DigestScope } from '../../domain/plan.js';
import { findDays } from '../../domain/report-line/spoken-day.js';
import type { ScopeName } from '../../store/facts.js';
import type { Language } from '../../text/language.js';

/** What `/digest …` asks for. */
export type DigestRequest =
  | { readonly ask: 'now' }
  | { readonly ask: 'day'; readonly day: LocalDay }
  | { readonly ask: 'subscribe'; readonly scopeWords: string; readonly language: Language | null }
  | { readonly ask: 'unsubscribe'; readonly scopeWords: string }
  | { readonly ask: 'vague-day' | 'unknown'; readonly said: string };

const SUBSCRIBE = /^(?:subscribe|订阅)\s*/i;
const UNSUBSCRIBE = /^(?:unsubscribe|退订|取消订阅)\s*/i;
const LANGUAGE = /(?:^|\s)(zh|en|中文|英文|english|chinese)$/i;
const NOW = /^(?:|now|today|今天|今日|现在)$/i;
const YESTERDAY = /^(?:yesterday|昨天|昨日)$/i;

/** Reads the text after `/digest`. Full- and half-width are the same; a bare month and date is the one that has passed. */
export function readDigestText(text: string, today: LocalDay): DigestRequest {
  const plain = text.normalize('NFKC').trim();
  if (NOW.test(plain)) return { ask: 'now' };
  if (YESTERDAY.test(plain)) return { ask: 'day', day: addDays(today, -1) };
  if (UNSUBSCRIBE.test(plain)) return { ask: 'unsubscribe', scopeWords: plain.replace(UNSUBSCRIBE, '').trim() };
  if (SUBSCRIBE.test(plain)) {
    const rest = plain.replace(SUBSCRIBE, '').trim();
    const said = LANGUAGE.exec(rest)?.[1]?.toLowerCase();
    const language = said === undefined ? null : /^(?:en|english|英文)$/.test(said) ? 'en' : 'zh';
    return { ask: 'subscribe', scopeWords: rest.replace(LANGUAGE, '').trim(), language };
  }
  return readDay(plain, today);
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
