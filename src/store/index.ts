import type { Job, Sent } from '../job.js';
import { accountRequestsIn } from './account-requests.js';
import { accountsIn } from './accounts.js';
import { actionItemsIn } from './action-items.js';
import { type Act, activityIn, type LoggedAct, onActs } from './activity.js';
import { exportIn } from './activity-export.js';
import { batched } from './batch.js';
import { burdenIn } from './burden.js';
import { cardsIn } from './cards.js';
import { coOwnersIn } from './co-owners.js';
import { complaintsIn } from './complaints.js';
import type { Database } from './database.js';
import { dueIn } from './due.js';
import { dutiesIn } from './duties.js';
import { evidenceIn } from './evidence.js';
import { factorsIn } from './factors.js';
import { factsIn } from './facts.js';
import { firmNeedsIn } from './firm-needs.js';
import type { Prisma } from './generated/client.js';
import { goalRecordsIn } from './goal-records.js';
import { happeningsIn } from './happenings.js';
import { healthIn } from './home/health.js';
import type { Store as OpenStore } from './home/open.js';
import { indicatorSheetsIn } from './indicator-sheets.js';
import { instructionsIn } from './instructions.js';
import { leavesIn } from './leaves.js';
import { ledgerIn } from './ledger.js';
import { ledgerExportIn } from './ledger-export.js';
import { ledgerImportsIn } from './ledger-imports.js';
import { ledgerNow } from './ledger-now.js';
import { ledgerProjectsIn } from './ledger-projects.js';
import { namesOf } from './names.js';
import { nudgesIn } from './nudges.js';
import { obstaclesIn } from './obstacles.js';
import { payloadsIn } from './payloads.js';
import { peopleIn } from './people.js';
import { personSummariesIn } from './person-summaries.js';
import { positionsIn } from './positions.js';
import { postponementsIn } from './postponements.js';
import { type Notice, type NoticeFrom, postsIn } from './posts.js';
import { programsIn } from './programs.js';
import { projectsIn } from './projects.js';
import { promotionIn } from './promotion.js';
import { promotionImportsIn } from './promotion-imports.js';
import { promotionLeadsIn } from './promotion-leads.js';
import { promotionMoneyIn } from './promotion-money.js';
import { promptsIn } from './prompts.js';
import { questionsIn } from './questions.js';
import { recordedIn } from './recorded.js';
import { type Revised, rememberRevision } from './remember-revision.js';
import { reportsIn } from './reports.js';
import { responsibilitiesIn } from './responsibilities.js';
import { reviewLessonsIn } from './review-lessons.js';
import { reviewSlotsIn } from './review-slots.js';
import { rosterIn } from './roster.js';
import { searchIn } from './search.js';
import { slipsIn } from './slips.js';
import { slotsIn } from './slots.js';
import { statedIn } from './stated.js';
import { subscriptionsIn } from './subscriptions.js';
import { onTouched } from './touched.js';
import { tripsIn } from './trips.js';
import { visitsIn } from './visits.js';

/** Everything that can be read and written, in the words of the domain; bound to the store or to one transaction. */
function aggregatesIn(database: Database) {
  return {
    accountRequests: accountRequestsIn(database),
    accounts: accountsIn(database),
    actionItems: actionItemsIn(database),
    activity: { ...activityIn(database), ...exportIn(database) },
    coOwners: coOwnersIn(database),
    duties: dutiesIn(database),
    burden: burdenIn(database),
    cards: cardsIn(database),
    due: dueIn(database),
    complaints: complaintsIn(database),
    evidence: evidenceIn(database),
    factors: factorsIn(database),
    facts: factsIn(database),
    firmNeeds: firmNeedsIn(database),
    goalRecords: goalRecordsIn(database),
    happenings: happeningsIn(database),
    health: healthIn(database),
    indicatorSheets: indicatorSheetsIn(database),
    instructions: instructionsIn(database),
    leaves: leavesIn(database),
    ledger: {
      ...ledgerIn(database),
      /** All of it, as it stands. */
      now: (programId: number) => ledgerNow(database, programId),
    },
    ledgerExport: ledgerExportIn(database),
    ledgerImports: ledgerImportsIn(database),
    ledgerProjects: ledgerProjectsIn(database),
    nudges: nudgesIn(database),
    obstacles: obstaclesIn(database),
    payloads: payloadsIn(database),
    people: peopleIn(database),
    positions: positionsIn(database),
    postponements: postponementsIn(database),
    posts: postsIn(database),
    programs: programsIn(database),
    projects: projectsIn(database),
    promotion: promotionIn(database),
    promotionImports: promotionImportsIn(database),
    promotionLeads: promotionLeadsIn(database),
    promotionMoney: promotionMoneyIn(database),
    prompts: promptsIn(database),
    questions: questionsIn(database),
    recorded: recordedIn(database),
    reports: { ...reportsIn(database), ...statedIn(database) },
    personSummaries: personSummariesIn(database),
    subscriptions: subscriptionsIn(database),
    reviewLessons: reviewLessonsIn(database),
    reviewSlots: reviewSlotsIn(database),
    roster: rosterIn(database),
    slips: slipsIn(database),
    slots: slotsIn(database),
    trips: tripsIn(database),
    visits: visitsIn(database),
    responsibilities: responsibilitiesIn(database),
  };
}

/** Sends a job within a transaction: it exists when, and only when, the transaction commits. */
export type SendJob = <Data extends object>(
  database: Prisma.TransactionClient,
  job: Job<Data>,
  data: Data,
  sent: Sent,
) => Promise<void>;

/** The store inside a transaction; `send` is the outbox to the jobs. */
export type Transaction = ReturnType<typeof aggregatesIn> & {
  readonly send: <Data extends object>(
    job: Job<Data>,
    data: Data,
    sent: Sent & { readonly key: string },
  ) => Promise<void>;
  /** What was written down for a channel is sent once the transaction has committed. Use `notify`, which does both. */
  readonly deliver: (channelId: string) => void;
  /**
   * Says something in a channel or to a person, once the transaction has committed; answers the post's id, for what is said
   * under it. A dedupe key has one post: said again with another message, that one is edited in place.
   *
   *     const parent = await tx.notify(ctx, { to: channelId, dedupeKey: `digest:${day}`, message: top });
   *     await tx.notify(ctx, { to: channelId, dedupeKey: `digest:${day}:list`, message: list, under: parent });
   */
  readonly notify: (from: NoticeFrom, notice: Notice) => Promise<number>;
  /** Several at once, in one statement; answers their ids by dedupe key. */
  readonly notifyAll: (from: NoticeFrom, notices: readonly Notice[]) => Promise<ReadonlyMap<string, number>>;
  /**
   * What a payload did before, where it is being tried again after a fault or a crash: then a verb answers with that and
   * does nothing twice. Null: it did nothing yet. Without `find`, it is the first line of the log that the cause left.
   *
   *     const done = await tx.once(ctx, () => tx.obstacles.byCause(ctx.program.id, ctx.cause));
   *     if (done) return { kind: 'flagged', obstacle: done };
   *     if (await tx.once(ctx)) return { kind: 'decided' };
   */
  readonly once: Once;
};

/** See Transaction.once; `again` and `cause` are the context's (a cause of its own where one payload does several things). */
type Once = {
  (ctx: Tried): Promise<LoggedAct | null>;
  <Done>(ctx: Pick<Tried, 'retried'>, find: () => Promise<Done | null>): Promise<Done | null>;
};
type Tried = {
  readonly retried: boolean;
  readonly cause: string;
  readonly program: { readonly workspaceId: string };
};

export type Store = ReturnType<typeof assembleStore>;

/** `changed`: told what was added to the log by a transaction that has committed; it must not take long. */
export function assembleStore(
  opened: OpenStore,
  sendJob: SendJob,
  dispatch: (channelId: string) => void = () => {},
  changed: (acts: readonly Act[]) => void = () => {},
) {
  const aggregates = aggregatesIn(opened.client);
  let touches = 0;
  return {
    ...aggregates,
    batched,
    /** How often this process has changed what stands of a program: what was read before is old. */
    touches: (): number => touches,
    /** The names of a program's projects, kept in memory as long as they stand. */
    names: rememberRevision(async ({ id }: Revised) => namesOf(await aggregates.projects.named(id))),
    /** What its projects are found by, kept in the same way. */
    search: rememberRevision(({ id }: Revised) => searchIn(opened.client).read(id)),
    /**
     * Runs `work` in one transaction: all of it happens, or none. It is run again when it lost a conflict, so it must
     * change nothing but the store, and await nothing but `tx`.
     */
    transaction<T>(
      work: (tx: Transaction) => Promise<T>,
      options: { readonly durable?: 'at once' | 'soon' } = {},
    ): Promise<T> {
      return opened.transaction((tx) => {
        onActs(tx, (acts) => opened.afterCommit(tx, () => changed(acts)));
        onTouched(tx, () =>
          opened.afterCommit(tx, () => {
            touches += 1;
          }),
        );
        const aggregates = aggregatesIn(tx);
        const deliver = (channelId: string) => opened.afterCommit(tx, () => dispatch(channelId));
        const notifyAll = async (from: NoticeFrom, notices: readonly Notice[]) => {
          const ids = await aggregates.posts.notify(from, notices);
          for (const channelId of new Set(notices.map((notice) => notice.to))) deliver(channelId);
          return ids;
        };
        return work({
          ...aggregates,
          send: (job, data, sent) => sendJob(tx, job, data, sent),
          deliver,
          notifyAll,
          async notify(from, notice) {
            const id = (await notifyAll(from, [notice])).get(notice.dedupeKey);
            if (id === undefined) throw new Error(`the post ${notice.dedupeKey} was not written`);
            return id;
          },
          once: async <Done>(ctx: Tried, find?: () => Promise<Done | null>) => {
            if (!ctx.retried) return null;
            return find ? find() : aggregates.activity.byCause(ctx.program.workspaceId, ctx.cause);
          },
        } as Transaction);
      }, options);
    },
  };
}
