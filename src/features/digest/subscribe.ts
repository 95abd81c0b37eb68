import { nextClose } from '../../domain/cadence.js';
import type { LocalDay } from '../../domain/day.js';
import type { ScopeName } from '../../domain/digest/facts.js';
import { denialWords, may } from '../../domain/permission.js';
import type { DigestScope, Words } from '../../domain/plan.js';
import { nextWorkday } from '../../domain/workday.js';
import type { Ctx, Outcome, Refusal } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { type DigestRequest, readScope } from './input.js';
import { channelsOnlyRefusal, deniedRefusal, scopeRefusal } from './messages/refusals.js';
import {
  resubscribedMessage,
  subscribedMessage,
  undoneMessage,
  unsubscribedMessage,
} from './messages/subscriptions.js';
import type { Said, Subscribed, Unsubscribed } from './model.js';
import { dueOn } from './read.js';

/** Subscribes the channel to the digest of a scope. */
export async function subscribe(ctx: Ctx, request: Asked<'subscribe'>): Promise<Outcome> {
  const { scopeWords, language, cadence } = request;
  const refused = refuseChannel(ctx);
  if (refused !== null) return { kind: 'refuse', refusal: refused };
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const read = readScope(scopeWords, scopes);
  if (!('scope' in read)) return { kind: 'refuse', refusal: scopeRefusal(scopeWords, read, ctx.language) };
  const done = await subscribeTo(ctx, { scope: read.scope, language: language ?? ctx.language, cadence }, scopes);
  return { kind: 'say', message: subscribedMessage(done, ctx) };
}

/** Subscribes again to what was just ended. */
export async function resubscribe(
  ctx: Ctx,
  { subscriptions }: { readonly subscriptions: readonly Wanted[] },
): Promise<Outcome> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return { kind: 'refuse', refusal: refused };
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const done: Subscribed[] = [];
  for (const wanted of subscriptions) done.push(await subscribeTo(ctx, wanted, scopes));
  return { kind: 'replace', message: resubscribedMessage(done, ctx) };
}

type Asked<Ask extends DigestRequest['ask']> = Extract<DigestRequest, { readonly ask: Ask }>;
type Wanted = Pick<Said, 'scope' | 'language' | 'cadence'>;

async function subscribeTo(
  ctx: Ctx,
  { scope, language, cadence }: Wanted,
  scopes: readonly ScopeName[],
): Promise<Subscribed> {
  const channelId = ctx.place.channelId ?? '';
  const { id, was } = await ctx.store.transaction(async (tx) => {
    const held = await tx.subscriptions.ofChannel(ctx.program.id, channelId);
    const before = held.find((each) => each.cadence === cadence && sameScope(each.scope, scope)) ?? null;
    const added = await tx.subscriptions.add({
      programId: ctx.program.id,
      channelId,
      cadence,
      scope,
      language,
      personId: ctx.person.id,
      sinceAt: ctx.now,
    });
    const again = ctx.retried && (await tx.subscriptions.wasCausedBy(ctx.program.workspaceId, causeOf(ctx, added.id)));
    if (again) return { id: added.id, was: null };
    if (before?.language !== language)
      await log(tx, ctx, 'digest-subscribed', [{ id: added.id, scope, language, cadence }], channelId);
    return { id: added.id, was: before };
  });
  return {
    kind: 'subscribed',
    result: was === null ? 'added' : was.language === language ? 'already' : 'relanguaged',
    subscription: { id, scope, name: nameOf(scope, scopes), language, cadence },
    time: ctx.program.policy.prompts.digest,
    next: nextClose(cadence, nextDigestDay(ctx), ctx.calendar),
  };
}

/** Ends the channel's subscriptions: of one scope or cadence where words name it, else all. */
export async function unsubscribe(ctx: Ctx, { scopeWords, cadence }: Asked<'unsubscribe'>): Promise<Outcome> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return { kind: 'refuse', refusal: refused };
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const read = scopeWords === '' ? null : readScope(scopeWords, scopes);
  if (read !== null && !('scope' in read))
    return { kind: 'refuse', refusal: scopeRefusal(scopeWords, read, ctx.language) };
  const done = await end(
    ctx,
    scopes,
    (held) => (read === null || sameScope(held.scope, read.scope)) && (cadence === null || held.cadence === cadence),
  );
  return { kind: 'say', message: unsubscribedMessage(done, ctx.language) };
}

/** Takes one subscription back, from the button under it. */
export async function undoSubscribing(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return { kind: 'refuse', refusal: refused };
  const done = await end(ctx, await ctx.store.facts.scopes(ctx.program.id), (held) => held.id === id);
  return { kind: 'replace', message: undoneMessage(done, ctx.language) };
}

async function end(ctx: Ctx, scopes: readonly ScopeName[], which: (held: Said) => boolean): Promise<Unsubscribed> {
  const channelId = ctx.place.channelId ?? '';
  const ended = await ctx.store.transaction(async (tx) => {
    const held = await tx.subscriptions.ofChannel(ctx.program.id, channelId);
    const named = held
      .map(({ id, scope, language, cadence }) => ({ id, scope, language, cadence, name: nameOf(scope, scopes) }))
      .filter(which);
    for (const { id } of named) await tx.subscriptions.remove(ctx.program.id, id);
    await log(tx, ctx, 'digest-unsubscribed', named, channelId);
    return named;
  });
  return { kind: 'unsubscribed', ended };
}

async function log(
  tx: Transaction,
  ctx: Ctx,
  action: string,
  held: readonly Omit<Said, 'name'>[],
  channelId: string,
): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  await tx.activity.add(
    held.map(({ id, scope, language, cadence }) => ({
      workspaceId,
      programId,
      at: ctx.now,
      personId: ctx.person.id,
      action,
      thing: 'subscription',
      thingId: id,
      after: { channelId, scope, language, cadence },
      // Several of one press each have a cause of their own.
      cause: causeOf(ctx, id),
      ordinal: 0,
    })),
  );
}

const causeOf = (ctx: Ctx, id: number): string => `${ctx.cause}:subscription:${id}`;

/** Coordinators only, and only where several people read. */
function refuseChannel(ctx: Ctx): Refusal | null {
  const permission = may(ctx.person, 'subscribe-channel', { programId: ctx.program.id });
  if (!permission.allowed)
    return deniedRefusal(denialWords(permission.denied, ctx.language), 'askCoordinator', ctx.language);
  const channelId = ctx.place.channelId;
  return channelId !== null && !channelId.startsWith('D') ? null : channelsOnlyRefusal(ctx.language);
}

/** The day on which the next digest comes: today while its time has not come on a working day. */
function nextDigestDay({ now, today, program, calendar }: Ctx): LocalDay {
  return calendar.isWorkday(today) && now < dueOn(today, program) ? today : nextWorkday(today, calendar);
}

const nameOf = (scope: DigestScope, scopes: readonly ScopeName[]): Words | null =>
  scope.of === 'plan'
    ? null
    : (scopes.find((each) => each.of === scope.of && each.key === scope.key)?.name ?? { zh: scope.key, en: scope.key });

const sameScope = (one: DigestScope, other: DigestScope): boolean =>
  one.of === other.of && (one.of === 'plan' || (other.of !== 'plan' && one.key === other.key));
