import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';

/** A line of the log about people: what was, and what is. */
export type LoggedChange = {
  readonly action: string;
  readonly thing: 'person' | 'account' | 'position' | 'project';
  readonly thingId: number | null;
  readonly before?: object | null;
  readonly after?: object | null;
};

/** Writes down who did what to whom. Its causes end in `people`: the ledger writes its own lines under the bare cause. */
export function logPeople(
  ctx: Pick<JobCtx, 'program' | 'now' | 'cause'>,
  tx: Transaction,
  personId: number | null,
  lines: readonly LoggedChange[],
): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  return tx.activity.add(
    lines.map((each) => ({ ...each, workspaceId, programId, at: ctx.now, personId, cause: causeOf(ctx.cause) })),
  );
}

export const causeOf = (cause: string): string => `${cause}:people`;

/** Whether this payload did its work before: it is being tried again. */
export const doneBefore = (
  ctx: Pick<JobCtx, 'program' | 'cause'> & { readonly retried: boolean },
  tx: Transaction,
): Promise<boolean> =>
  ctx.retried ? tx.activity.caused(ctx.program.workspaceId, causeOf(ctx.cause)) : Promise.resolve(false);
