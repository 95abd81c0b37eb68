import type { LedgerChange } from '../../../domain/ledger-change.js';
import { denialWords, may } from '../../../domain/permission.js';
import { NO_WORK, type Work } from '../../../domain/work.js';
import type { Ctx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Contact } from '../../../store/people.js';
import type { Position, PositionDuty } from '../../../store/positions.js';
import { doneBefore, logPeople } from './log.js';
import { type Part, partsOf } from './parts.js';
import { takeOver } from './take-over.js';
import { tellBoth } from './tell.js';

type Denied = { readonly kind: 'denied'; readonly why: string };

const denied = (ctx: Ctx): Denied | null => {
  const permission = may(ctx.person, 'change-positions', { programId: ctx.program.id });
  return permission.allowed ? null : { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
};

/** A position with what it brings. */
export type SeenPosition = { readonly position: Position; readonly work: Work; readonly duties: number };

export async function seePositions(ctx: Ctx): Promise<readonly SeenPosition[] | Denied> {
  const refused = denied(ctx);
  if (refused) return refused;
  const seen: SeenPosition[] = [];
  for (const position of await ctx.store.positions.all(ctx.program.id))
    seen.push(await seenOf(ctx.store, ctx, position));
  return seen;
}

async function seenOf(
  store: Pick<Transaction, 'work' | 'positions'>,
  ctx: Ctx,
  position: Position,
): Promise<SeenPosition> {
  const work = await store.work.ofPosition(ctx.program.id, position.id, position.holderId);
  return { position, work, duties: (await store.positions.duties(position.id)).length };
}

export async function seePosition(ctx: Ctx, id: number): Promise<SeenPosition | null> {
  if (denied(ctx)) return null;
  const position = await ctx.store.positions.byId(ctx.program.id, id);
  return position ? seenOf(ctx.store, ctx, position) : null;
}

export type PositionMade =
  | { readonly kind: 'made'; readonly position: Position }
  | { readonly kind: 'name-taken' }
  | Denied;

/** Makes a position; what it brings is said next. */
export async function makePosition(
  ctx: Ctx,
  wanted: { readonly name: string; readonly unitId: number | null; readonly holderId: number | null },
): Promise<PositionMade> {
  const refused = denied(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<PositionMade> => {
    const programId = ctx.program.id;
    await tx.programs.touch(programId);
    if (await doneBefore(ctx, tx)) {
      const made = (await tx.positions.all(programId)).find(({ name }) => name === wanted.name);
      return made ? { kind: 'made', position: made } : { kind: 'name-taken' };
    }
    const id = await tx.positions.add({ programId, ...wanted });
    const position = id === null ? null : await tx.positions.byId(programId, id);
    if (!position) return { kind: 'name-taken' };
    await logPeople(ctx, tx, ctx.person.id, [
      { action: 'make-position', thing: 'position', thingId: position.id, before: null, after: wanted },
    ]);
    return { kind: 'made', position };
  });
}

export type Bound =
  | { readonly kind: 'bound'; readonly position: Position; readonly work: Work }
  | { readonly kind: 'nothing'; readonly position: Position }
  | { readonly kind: 'stale' | 'gone' }
  | Denied;

/** What of its holder's work goes with a position from now on: all of it, or the parts that were chosen. */
export async function bindWork(ctx: Ctx, id: number, chosen: readonly Part[]): Promise<Bound> {
  const refused = denied(ctx);
  if (refused) return refused;
  const { program } = ctx;
  return ctx.store.transaction(async (tx): Promise<Bound> => {
    const position = await tx.positions.lock(program.id, id);
    if (!position) return { kind: 'gone' };
    if (await doneBefore(ctx, tx))
      return { kind: 'bound', position, work: await tx.work.ofPosition(program.id, id, position.holderId) };
    const held = position.holderId === null ? NO_WORK : await tx.work.of(program.id, position.holderId);
    const work = partsOf(unbound(held), chosen);
    const duties = position.holderId === null ? [] : await tx.duties.of(program.id, [position.holderId]);
    const heads = new Set(work.units.map((unit) => unit.id));
    const changes = bindingOf(work, position.holderId, id);
    if (changes.length === 0 && heads.size === 0) return { kind: 'nothing', position };
    const by = { workspaceId: program.workspaceId, personId: ctx.person.id, at: ctx.now, cause: ctx.cause };
    if (changes.length > 0 && (await tx.ledger.apply(program.id, changes, by)).kind === 'stale')
      return { kind: 'stale' };
    // Who heads a unit by the position does so with the role that says it; an official's role goes with the position's unit.
    const going = duties.filter(
      ({ role, unitId }) => unitId !== null && (role === 'unit-head' ? heads.has(unitId) : unitId === position.unitId),
    );
    await tx.positions.bind(
      id,
      [...heads],
      going.map((duty) => duty.id),
    );
    await logPeople(ctx, tx, ctx.person.id, [
      {
        action: 'bind-work',
        thing: 'position',
        thingId: id,
        after: { units: [...heads], roles: going.map(({ role, unitId }) => ({ role, unitId })) },
      },
    ]);
    await tx.programs.touch(program.id);
    return { kind: 'bound', position, work };
  });
}

/** Of what somebody holds, what goes with no position yet. Obstacles follow from the rest. */
export const unbound = (work: Work): Work => ({
  projects: work.projects.filter(({ positionId }) => positionId === null),
  sponsored: work.sponsored.filter(({ positionId }) => positionId === null),
  milestones: work.milestones.filter(({ positionId }) => positionId === null),
  units: work.units.filter(({ positionId }) => positionId === null),
  obstacles: [],
});

function bindingOf(work: Work, holderId: number | null, id: number): readonly LedgerChange[] {
  const owned = new Set(work.projects.map((project) => project.id));
  const sponsored = new Set(work.sponsored.map((project) => project.id));
  return [
    ...[...new Set([...owned, ...sponsored])].map(
      (projectId): LedgerChange => ({
        kind: 'change-project',
        projectId,
        before: {
          ...(owned.has(projectId) ? { ownerId: holderId, ownerPositionId: null } : {}),
          ...(sponsored.has(projectId) ? { sponsorId: holderId, sponsorPositionId: null } : {}),
        },
        after: {
          ...(owned.has(projectId) ? { ownerPositionId: id } : {}),
          ...(sponsored.has(projectId) ? { sponsorPositionId: id } : {}),
        },
        reason: null,
      }),
    ),
    ...work.milestones.map(
      ({ id: milestoneId, projectId }): LedgerChange => ({
        kind: 'change-milestone',
        projectId,
        milestoneId,
        before: { ownerId: holderId, ownerPositionId: null },
        after: { ownerPositionId: id },
        reason: null,
      }),
    ),
  ];
}

export type Succeeded =
  | {
      readonly kind: 'succeeded';
      readonly seen: SeenPosition;
      readonly from: Contact | null;
      readonly to: Contact | null;
      readonly cause: string;
    }
  | { readonly kind: 'stale' | 'gone' | 'holds-obstacles' | 'same' }
  | Denied;

/**
 * The successor takes over all that a position brings. `fromId`: who held it when it was previewed. A position with open
 * obstacles is not left vacant: they would wait on nobody.
 */
export async function succeedIn(ctx: Ctx, id: number, fromId: number | null, toId: number | null): Promise<Succeeded> {
  const refused = denied(ctx);
  if (refused) return refused;
  const { program } = ctx;
  return ctx.store
    .transaction(async (tx): Promise<Succeeded> => {
      const position = await tx.positions.lock(program.id, id);
      if (!position) return { kind: 'gone' };
      const people = await tx.people.contacts(program.workspaceId, [fromId ?? 0, toId ?? 0]);
      const from = people.get(fromId ?? 0) ?? null;
      const to = people.get(toId ?? 0) ?? null;
      if (await doneBefore(ctx, tx))
        return { kind: 'succeeded', seen: await seenOf(tx, ctx, position), from, to, cause: ctx.cause };
      if (fromId === toId) return { kind: 'same' };
      if (position.holderId !== fromId || (toId !== null && to === null)) return { kind: 'stale' };
      const seen = await seenOf(tx, ctx, position);
      if (toId === null && seen.work.obstacles.length > 0) return { kind: 'holds-obstacles' };
      const duties = await tx.positions.duties(id);
      const moved = await moveDuties(ctx, tx, id, duties, toId);
      const taken = await takeOver(ctx, tx, { fromId, toId, positionId: id, work: seen.work });
      if (taken === 'stale') throw new StaleTakeOver();
      await tx.positions.setHolder(id, toId);
      await logPeople(ctx, tx, ctx.person.id, [
        {
          action: 'take-over',
          thing: 'position',
          thingId: id,
          before: { holderId: fromId },
          after: { ...taken, holderId: toId, roles: moved },
        },
      ]);
      await tellBoth(ctx, tx, { from, to, work: seen.work, position: position.name });
      return { kind: 'succeeded', seen, from, to, cause: ctx.cause };
    })
    .catch((error: unknown) => {
      if (error instanceof StaleTakeOver) return { kind: 'stale' };
      throw error;
    });
}

/** Something of it was given to somebody else meanwhile: nothing is kept of what was begun. */
export class StaleTakeOver extends Error {}

/** The roles of a position are the successor's; where there is none, nobody's. */
async function moveDuties(
  ctx: Ctx,
  tx: Transaction,
  positionId: number,
  duties: readonly PositionDuty[],
  toId: number | null,
) {
  const moved = [];
  for (const { personId, role, unitId } of duties) {
    const duty = { programId: ctx.program.id, role, unitId };
    const had = personId !== null && (await tx.duties.remove({ ...duty, personId }));
    const given = toId !== null && (await tx.duties.add({ ...duty, personId: toId, positionId }));
    moved.push({ role, unitId, had, given });
  }
  return moved;
}
