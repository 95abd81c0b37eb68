import { activityIn } from './activity.js';
import type { Database } from './database.js';
import { payloadsIn } from './payloads.js';
import { peopleIn } from './people.js';
import { postsIn } from './posts.js';
import { programsIn } from './programs.js';
import { projectsIn } from './projects.js';
import { reportsIn } from './reports.js';
import type { PrismaClient } from './generated/client.js';

/** Everything that can be read and written, in the words of the domain; bound to the store or to one transaction. */
function aggregatesIn(database: Database) {
  return {
    activity: activityIn(database),
    payloads: payloadsIn(database),
    people: peopleIn(database),
    posts: postsIn(database),
    programs: programsIn(database),
    projects: projectsIn(database),
    reports: reportsIn(database),
  };
}

/** Sends a job within a transaction: it exists when, and only when, the transaction commits. */
export type SendJob = (database: Database, name: string, data: object, options: { readonly key: string }) => Promise<void>;

/** The store inside a transaction; `send` is the outbox to the jobs. */
export type Transaction = ReturnType<typeof aggregatesIn> & {
  readonly send: (name: string, data: object, options: { readonly key: string }) => Promise<void>;
};

export type Store = ReturnType<typeof assembleStore>;

export function assembleStore(client: PrismaClient, sendJob: SendJob) {
  return {
    ...aggregatesIn(client),
    /** Runs `work` in one transaction: all of it happens, or none. */
    transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      return client.$transaction(
        (tx) => work({ ...aggregatesIn(tx), send: (name, data, options) => sendJob(tx, name, data, options) }),
        { maxWait: 30_000, timeout: 60_000 },
      );
    },
  };
}
