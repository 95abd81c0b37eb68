import { LRUCache } from 'lru-cache';
import type { Instant } from '../../domain/day.js';
import type { Ctx, Outcome, SentView, UnlinkedCtx } from '../../feature.js';
import type { Language } from '../../text/language.js';
import type { Arrival } from './payload.js';

/** One arrival being worked, with what it still owes to Slack. */
export type Delivery = {
  readonly arrival: Arrival;
  /** The loading form that was opened for it, by its view id; null where none was, or where it came too late. */
  readonly form: Promise<string | null> | null;
  /** Answers a form that was sent; null for everything else, which was acknowledged before. */
  readonly answered: ((response: object) => void) | null;
  /** When it arrived, where it waited or is tried again; null: just now. */
  readonly heardAt: Instant | null;
  /** It is being worked again: its process died, or a fault stopped it. */
  readonly retried: boolean;
  /** How often it was begun, this time included. */
  readonly tries: number;
};

/** How an arrival is to be worked, found by its name in the features' contents pages. */
export type Work = {
  readonly run: (ctx: Ctx) => Promise<Outcome>;
  /** What the person typed, to be shown in a refusal. */
  readonly typed: string | null;
  /** What was filled into a form, by field. */
  readonly fields?: SentView['fields'] | undefined;
  /** Where somebody whom the program does not know is let in. */
  readonly unlinked?: ((ctx: UnlinkedCtx) => Promise<Outcome>) | undefined;
};

/** What people read, as last seen: for the few sentences that must not wait for the store. */
export type KnownLanguages = {
  readonly of: (userId: string) => Language;
  readonly learn: (userId: string, language: Language) => void;
};

export function knowLanguages(): KnownLanguages {
  const known = new LRUCache<string, Language>({ max: 50_000 });
  return {
    of: (userId) => known.get(userId) ?? 'zh',
    learn: (userId, language) => void known.set(userId, language),
  };
}
