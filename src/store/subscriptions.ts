import { CADENCES, type Cadence } from '../domain/cadence.js';
import type { Instant, LocalDay } from '../domain/day.js';
import type { DigestScope } from '../domain/plan.js';
import type { Language } from '../text/language.js';
import type { Database } from './database.js';
import type { Subscription as SubscriptionRow } from './generated/client.js';

/** A channel that gets the digest of a scope. */
export type Subscription = {
  readonly id: number;
  readonly programId: number;
  readonly channelId: string;
  readonly cadence: Cadence;
  readonly scope: DigestScope;
  readonly language: Language;
  readonly sinceAt: Instant;
};

export type NewSubscription = Omit<Subscription, 'id'> & { readonly personId: number | null };

/** What the activity log keeps of a posted digest. */
export type PostedDigest = {
  readonly cadence: Cadence;
  readonly knownAt: Instant;
  readonly moment: Instant;
  /** Changes are those counted after this moment; digests posted before this was kept have none. */
  readonly after?: Instant;
  readonly late: boolean;
};

export function subscriptionsIn(database: Database) {
  return {
    /** Subscribes a channel; where it is subscribed to that scope already, `added` is false and nothing changes but the language. */
    async add({ scope, sinceAt, ...rest }: NewSubscription): Promise<{ readonly id: number; readonly added: boolean }> {
      const [row] = await database.$queryRaw<{ id: number; added: boolean }[]>`
        INSERT INTO subscription ("programId", "channelId", cadence, "scopeOf", "scopeKey", language, "personId", "sinceAt")
        VALUES (${rest.programId}, ${rest.channelId}, ${rest.cadence}, ${scope.of}, ${keyOf(scope)}, ${rest.language},
                ${rest.personId}, ${new Date(sinceAt)}::timestamptz)
        ON CONFLICT ("programId", "channelId", cadence, "scopeOf", "scopeKey") DO UPDATE SET language = EXCLUDED.language
        RETURNING id, xmax = 0 AS added`;
      if (!row) throw new Error('subscription: the database answered nothing to an insert');
      return row;
    },

    /** Ends a subscription; false where there was none. */
    async remove(programId: number, id: number): Promise<boolean> {
      const { count } = await database.subscription.deleteMany({ where: { programId, id } });
      return count > 0;
    },

    /** Whether a cause has acted already: a payload that is tried again says what it said the first time. */
    async wasCausedBy(workspaceId: string, cause: string): Promise<boolean> {
      return (await database.activity.findFirst({ where: { workspaceId, cause }, select: { id: true } })) !== null;
    },

    async ofChannel(programId: number, channelId: string): Promise<readonly Subscription[]> {
      const rows = await database.subscription.findMany({ where: { programId, channelId }, orderBy: { id: 'asc' } });
      return rows.map(subscriptionOf);
    },

    async ofProgram(programId: number, cadence: Cadence): Promise<readonly Subscription[]> {
      const rows = await database.subscription.findMany({ where: { programId, cadence }, orderBy: { id: 'asc' } });
      return rows.map(subscriptionOf);
    },

    /**
     * Holds a subscription until the transaction ends, so that two processes write its digest one after the other;
     * null where it was ended meanwhile.
     */
    async lock(id: number): Promise<Subscription | null> {
      await database.$queryRaw`SELECT id FROM subscription WHERE id = ${id} FOR UPDATE`;
      const row = await database.subscription.findUnique({ where: { id } });
      return row ? subscriptionOf(row) : null;
    },

    /** The moment of the newest digest of some subscriptions that was due before `moment`; null where they had none. */
    async lastMoment(workspaceId: string, ids: readonly number[], moment: Instant): Promise<Instant | null> {
      const [row] = await database.$queryRaw<{ moment: number | null }[]>`
        SELECT max((after->>'moment')::float8) AS moment FROM activity
        WHERE "workspaceId" = ${workspaceId} AND thing = 'subscription' AND "thingId" = ANY(${[...ids]}::int[])
          AND action = 'digest-posted' AND (after->>'moment')::float8 < ${moment}`;
      return row?.moment ?? null;
    },

    /** The digest of a scope that was posted first for the slot of a day, whose moment that is: of several the one that comes most often. */
    async postedOn(
      programId: number,
      { day, moment, scope }: { readonly day: LocalDay; readonly moment: Instant; readonly scope: DigestScope },
    ): Promise<PostedDigest | null> {
      const rows = await database.$queryRaw<{ after: PostedDigest }[]>`
        SELECT after FROM activity
        WHERE "programId" = ${programId} AND at >= ${new Date(moment)}::timestamptz AND action = 'digest-posted'
          AND after->>'day' = ${day} AND after->'scope' = ${JSON.stringify(scope)}::jsonb
        ORDER BY id`;
      const posted = rows.map(({ after }) => after);
      return CADENCES.flatMap((cadence) => posted.find((each) => each.cadence === cadence) ?? [])[0] ?? null;
    },

    /**
     * What was posted under the cause of a slot: first the digest, then each correction, with the moment whose
     * knowledge went into it. Empty: nothing was.
     */
    async postedUnder(workspaceId: string, cause: string): Promise<readonly PostedDigest[]> {
      const rows = await database.activity.findMany({
        where: { workspaceId, cause },
        select: { after: true },
        orderBy: { ordinal: 'asc' },
      });
      return rows.map((row) => row.after as PostedDigest);
    },
  };
}

const keyOf = (scope: DigestScope): string => (scope.of === 'plan' ? '' : scope.key);

const subscriptionOf = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  programId: row.programId,
  channelId: row.channelId,
  cadence: row.cadence as Cadence,
  scope: (row.scopeOf === 'plan' ? { of: 'plan' } : { of: row.scopeOf, key: row.scopeKey }) as DigestScope,
  language: row.language === 'en' ? 'en' : 'zh',
  sinceAt: row.sinceAt.getTime(),
});
