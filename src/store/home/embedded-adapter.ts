import { AsyncLocalStorage } from 'node:async_hooks';
import { PGlite } from '@electric-sql/pglite';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** Marks what runs inside a transaction; `open` turns false at its end, so that work begun there and left running goes on. */
export const currentTransaction = new AsyncLocalStorage<{ open: boolean }>();

/** What pglite-prisma-adapter's adapter has beyond its types. */
interface AdapterInside extends SqlDriverAdapter {
  onError(error: unknown): never;
  startTransactionInner(
    connection: Pick<PGlite, 'transaction'>,
    options: unknown,
  ): ReturnType<SqlDriverAdapter['startTransaction']>;
}

/**
 * Prisma's way to PGlite, with three faults of pglite-prisma-adapter 0.7 mended: a script's failure was never waited for,
 * a commit that failed (a deferred constraint, a full disk) was answered as done, and a query outside of the open
 * transaction but awaited by it waited for itself until Prisma's timeout.
 */
export class EmbeddedAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = 'pglite-prisma-adapter';
  readonly #database: PGlite;

  constructor(database: PGlite) {
    this.#database = database;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const database = this.#database;
    const adapter = (await new PrismaPGlite(database).connect()) as unknown as AdapterInside;
    const { queryRaw, executeRaw } = adapter;

    adapter.queryRaw = (query) => {
      refuseInsideTransaction();
      return queryRaw.call(adapter, query);
    };
    adapter.executeRaw = (query) => {
      refuseInsideTransaction();
      return executeRaw.call(adapter, query);
    };
    adapter.executeScript = async (script) => {
      // In a transaction, so that a failed script cannot leave the one shared connection in an aborted one.
      await database.transaction((transaction) => transaction.exec(script)).catch((error) => adapter.onError(error));
    };
    adapter.startTransaction = async () => {
      refuseInsideTransaction();
      // One connection: transactions follow one another, so that every isolation level holds without being asked for.
      let failure: { error: unknown } | null = null;
      const transaction = await adapter.startTransactionInner(
        {
          transaction: (run) =>
            database.transaction(run).catch((error: unknown) => {
              failure = { error };
              throw error;
            }),
        },
        { usePhantomQuery: true },
      );
      const commit = transaction.commit.bind(transaction);
      transaction.commit = async () => {
        await commit();
        if (failure) adapter.onError(failure.error);
      };
      return transaction;
    };
    return adapter;
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return new EmbeddedAdapter(new PGlite()).connect();
  }
}

function refuseInsideTransaction(): void {
  if (currentTransaction.getStore()?.open) {
    throw new Error(
      'A query beside the open transaction would wait for itself: use the transaction that was handed in.',
    );
  }
}
