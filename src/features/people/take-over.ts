import type { LedgerChange, MilestoneFields, ProjectFields } from '../../domain/ledger-change.js';
import type { Responsibilities } from '../../domain/responsibilities.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { succeed } from '../obstacle/door.js';
import { sayInThreads } from '../project/door.js';
import { handOverPrompts } from '../prompt/door.js';
import { succeedItems } from '../review/door.js';
import { threadMessage } from './messages/taken-over.js';

/** Work that goes from one person to another; `positionId`: because they hold that position now. */
type TakeOver = {
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly positionId: number | null;
  readonly work: Responsibilities;
  /** All that they hold; with it, or with their unit, go action items that are about no project of theirs. */
  readonly everything?: boolean;
};

/** What of it was taken over, for the log: enough to giveOrTake it back. */
export type Taken = {
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly owned: readonly number[];
  readonly sponsored: readonly number[];
  readonly unitIds: readonly number[];
  readonly obstacleIds: readonly number[];
  readonly itemIds: readonly number[];
};

/** Something of it was given to somebody else meanwhile: nothing is kept of what was begun. */
export class StaleTakeOver extends Error {}

/**
 * Within a transaction: everything of `work` is the successor's from now on, with one change of the ledger. The threads of its
 * projects, and today's open questions, hear of it. `stale`: some of it was given to somebody else meanwhile.
 */
export async function takeOver(ctx: Ctx, tx: Transaction, given: TakeOver): Promise<Taken | 'stale'> {
  const { program, person, now, cause } = ctx;
  const { fromId, toId, work } = given;
  const by = { workspaceId: program.workspaceId, personId: person.id, at: now, cause };
  const changes = changesOf(given);
  if (changes.length > 0 && (await tx.ledger.apply(program.id, changes, by)).kind === 'stale') return 'stale';
  for (const { id } of work.units) if (!(await tx.duties.setHead(id, fromId, toId))) return 'stale';
  const obstacleIds =
    fromId === null || toId === null
      ? []
      : await succeed(
          ctx,
          tx,
          work.obstacles.map(({ id }) => id),
          { byId: person.id, fromId, toId },
        );
  const itemIds =
    fromId === null || toId === null
      ? []
      : await succeedItems(
          ctx,
          tx,
          {
            projectIds: work.projects.map(({ id }) => id),
            milestoneIds: work.milestones.map(({ id }) => id),
            rest: given.everything === true || work.units.length > 0,
          },
          { byId: person.id, fromId, toId },
        );
  if (fromId !== null && toId !== null) await handOverPrompts(ctx, tx, fromId, toId);
  const owned = work.projects.map(({ id }) => id);
  const sponsored = work.sponsored.map(({ id }) => id);
  await tellThreads(ctx, tx, toId, { owned, sponsored });
  await tx.programs.touch(program.id);
  return { fromId, toId, owned, sponsored, unitIds: work.units.map(({ id }) => id), obstacleIds, itemIds };
}

/** One change a project and milestone, whatever of it changes hands. */
function changesOf({ fromId, toId, positionId, work }: TakeOver): readonly LedgerChange[] {
  const before = new Map<number, Partial<ProjectFields>>();
  const after = new Map<number, Partial<ProjectFields>>();
  const change = (id: number, was: Partial<ProjectFields>, is: Partial<ProjectFields>) => {
    before.set(id, { ...before.get(id), ...was });
    after.set(id, { ...after.get(id), ...is });
  };
  // What goes with the position stays with it; what is given to a person leaves it (store/ledger.ts).
  const owner = positionId === null ? {} : { ownerPositionId: positionId };
  const sponsor = positionId === null ? {} : { sponsorPositionId: positionId };
  for (const { id } of work.projects) change(id, { ownerId: fromId, ...owner }, { ownerId: toId, ...owner });
  for (const { id } of work.sponsored) change(id, { sponsorId: fromId, ...sponsor }, { sponsorId: toId, ...sponsor });
  const milestone = (ownerId: number | null): Partial<MilestoneFields> => ({ ownerId, ...owner });
  return [
    ...[...before].map(
      ([projectId, was]): LedgerChange => ({
        kind: 'change-project',
        projectId,
        before: was,
        after: after.get(projectId) ?? {},
        reason: null,
      }),
    ),
    ...work.milestones.map(
      ({ id, projectId }): LedgerChange => ({
        kind: 'change-milestone',
        projectId,
        milestoneId: id,
        before: milestone(fromId),
        after: milestone(toId),
        reason: null,
      }),
    ),
  ];
}

/** The threads of projects say whose they are now; said again under the same cause, in place. */
export async function tellThreads(
  ctx: Pick<Ctx, 'program' | 'now' | 'cause'>,
  tx: Transaction,
  toId: number | null,
  { owned, sponsored }: Pick<Taken, 'owned' | 'sponsored'>,
): Promise<void> {
  const to = toId === null ? null : ((await tx.people.contacts(ctx.program.workspaceId, [toId])).get(toId) ?? null);
  await sayInThreads(
    ctx,
    tx,
    [...new Set([...owned, ...sponsored])].map((projectId) => ({
      projectId,
      say: (language) =>
        threadMessage(to, { owner: owned.includes(projectId), sponsor: sponsored.includes(projectId) }, language),
    })),
  );
}
