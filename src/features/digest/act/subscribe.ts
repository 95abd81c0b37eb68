import { type Cadence, nextClose } from '../../../domain/cadence.js';
import type { LocalDay } from '../../../domain/day.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { DigestScope, Words } from '../../../domain/plan.js';
import { nextWorkday } from '../../../domain/workday.js';
import type { Ctx } from '../../../feature.js';
import type { ScopeName } from '../../../store/facts.js';
import type { Transaction } from '../../../store/index.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { readScope } from '../input.js';
import { digestWords } from '../words.js';
import { dueOn } from './read.js';
import type { Refused } from './show.js';

/** A subscription as it is said back; null names the whole plan. */
export type Said = {
  readonly id: number;
  readonly scope: DigestScope;
  readonly name: Words | null;
  readonly language: Language;
  readonly cadence: Cadence;
};

export type Subscribed = {
  readonly kind: 'subscribed';
  readonly result: 'added' | 'already' | 'relanguaged';
  readonly subscription: Said;
  /** `HH:mm` */
  readonly time: string;
  readonly next: LocalDay;
};

export type Unsubscribed = { readonly kind: 'unsubscribed'; readonly ended: readonly Said[] };

/** Subscribes the channel to the digest of a scope. */
export async function subscribe(
  ctx: Ctx,
  scopeWords: string,
  language: Language | null,
  cadence: Cadence,
): Promise<Subscribed | Refused> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return refused;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const scope = scopeOf(ctx, scopeWords, scopes);
  return 'refused' in scope ? scope : subscribeTo(ctx, { scope, language: language ?? ctx.language, cadence }, scopes);
}

/** Subscribes again to what was just ended. */
export async function resubscribe(ctx: Ctx, ended: readonly Wanted[]): Promise<readonly Subscribed[] | Refused> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return refused;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const results: Subscribed[] = [];
  for (const wanted of ended) results.push(await subscribeTo(ctx, wanted, scopes));
  return results;
}

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
    const again = ctx.again && (await tx.subscriptions.wasCausedBy(ctx.program.workspaceId, causeOf(ctx, added.id)));
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
export async function unsubscribe(
  ctx: Ctx,
  scopeWords: string,
  cadence: Cadence | null,
): Promise<Unsubscribed | Refused> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return refused;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const scope = scopeWords === '' ? null : scopeOf(ctx, scopeWords, scopes);
  if (scope !== null && 'refused' in scope) return scope;
  return end(
    ctx,
    scopes,
    (held) => (scope === null || sameScope(held.scope, scope)) && (cadence === null || held.cadence === cadence),
  );
}

/** Takes one subscription back, from the button under it. */
export async function unsubscribeFrom(ctx: Ctx, id: number): Promise<Unsubscribed | Refused> {
  const refused = refuseChannel(ctx);
  if (refused !== null) return refused;
  return end(ctx, await ctx.store.facts.scopes(ctx.program.id), (held) => held.id === id);
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
function refuseChannel(ctx: Ctx): Refused | null {
  const words = inLanguage(digestWords, ctx.language);
  const permission = may(ctx.person, 'subscribe-channel', { programId: ctx.program.id });
  if (!permission.allowed) {
    return {
      refused: { wrong: denialWords(permission.denied, ctx.language), understood: null, instead: words.askCoordinator },
    };
  }
  const channelId = ctx.place.channelId;
  if (channelId !== null && !channelId.startsWith('D')) return null;
  return { refused: { wrong: words.channelsOnly, understood: null, instead: words.channelsOnlyInstead } };
}

function scopeOf(ctx: Ctx, said: string, scopes: readonly ScopeName[]): DigestScope | Refused {
  const words = inLanguage(digestWords, ctx.language);
  const read = readScope(said, scopes);
  if ('scope' in read) return read.scope;
  const candidates = ('several' in read ? read.several : read.unknown).slice(0, 5);
  const names = candidates.map(({ name }) => name[ctx.language]).join(ctx.language === 'zh' ? '、' : ', ');
  const wrong = 'several' in read ? words.manyScopes(said) : words.unknownScope(said);
  return { refused: { wrong, understood: null, instead: words.scopeInstead(names) } };
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
