import { z } from 'zod';
import { CADENCES, type Cadence } from '../../domain/cadence.js';
import { type Instant, isLocalDay, type LocalDay } from '../../domain/day.js';
import type { DigestScope } from '../../domain/plan.js';
import { defineId } from '../../slack/blocks.js';

const scopeShape: z.ZodType<DigestScope> = z.union([
  z.object({ of: z.literal('plan') }),
  z.object({ of: z.enum(['unit', 'sponsor', 'category', 'site', 'focus-area']), key: z.string() }),
]);

export const LISTS = [
  'goals',
  'goal',
  'events',
  'changes',
  'red',
  'amber',
  'green',
  'unlit',
  'obstacles',
  'slips',
  'items',
  'items-overdue',
  'items-running',
  'items-done',
  'factors',
  'promotion',
  'unreported',
  'units',
  'unit',
  'more',
] as const;
/** A list behind a number, of the moment and knowledge that the number was computed with: so they agree for ever. */
export type ListRequest = {
  readonly scope: DigestScope;
  readonly day: LocalDay;
  readonly moment: Instant;
  readonly knownAt: Instant;
  readonly cadence: Cadence;
  /** Changes after this moment; null: since the daily digest before. */
  readonly after: Instant | null;
  readonly list: (typeof LISTS)[number];
  /** Of lists `goal` and `unit`: which, by its key. */
  readonly goal: string | null;
  /** Counts from 0. */
  readonly page: number;
};

export const listShape: z.ZodType<ListRequest> = z.object({
  scope: scopeShape,
  day: z.string().refine(isLocalDay),
  moment: z.int(),
  knownAt: z.int(),
  // Buttons of digests that were posted before there were others have neither.
  cadence: z.enum(CADENCES).default('daily'),
  after: z.int().nullable().default(null),
  // Standings were told once, and their buttons stand in old digests.
  list: z.preprocess((list) => (list === 'standings' ? 'units' : list), z.enum(LISTS)),
  goal: z.string().nullable(),
  page: z.int().min(0),
}) as unknown as z.ZodType<ListRequest>;

const subscriptionShape = z.object({ id: z.int() });
const againShape = z.object({
  scope: scopeShape,
  language: z.enum(['zh', 'en']),
  cadence: z.enum(CADENCES),
});

/** Opens a list in a form of its own. */
export const openList = defineId('digest.open', listShape);
/** Shows another list or page in the form that is open. */
export const pageList = defineId('digest.turn', listShape);
/** Nudges a project of a list, which is then shown again. */
export const nudgeInList = defineId('digest.nudge', z.object({ request: listShape, project: z.number() }));
/** What waits on who presses it. */
export const openMine = defineId('digest.mine', z.object({ scope: scopeShape }));
export const refreshDigest = defineId('digest.refresh', z.object({ scope: scopeShape }));
export const undoSubscription = defineId('digest.unsubscribe', subscriptionShape);
export const subscribeAgain = defineId('digest.resubscribe', z.object({ subscriptions: z.array(againShape) }));
/** The list's form is only looked at: nothing is sent. */
export const listForm = defineId('digest.list', z.object({}));
