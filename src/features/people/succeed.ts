import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { PositionDuty } from '../../store/positions.js';
import { refusedTo, whyNot } from './denied.js';
import { findPerson, notOne } from './find.js';
import { doneBefore, logPeople } from './log.js';
import { unknownPosition } from './messages/positions.js';
import { deniedRefusal, staleMessage } from './messages/refusals.js';
import {
  holdsObstaclesMessage,
  previewMessage,
  sameHolderMessage,
  succeededMessage,
  successorForm,
} from './messages/succeed.js';
import type { Succeeded } from './model.js';
import { notifyBoth } from './notify-both.js';
import { seenOf, seePosition } from './positions.js';
import { StaleTakeOver, takeOver } from './take-over.js';

const VACANT = /^(?:空缺|无|vacant|nobody|none)$/i;

/** `/people position 镇长 张三`: what it would hand over, to be confirmed. */
export async function succeedByLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-positions');
  if (refused) return refused;
  const all = await ctx.store.positions.all(ctx.program.id);
  const lower = rest.toLowerCase();
  const [position] = all
    .filter(({ name }) => lower === name.toLowerCase() || lower.startsWith(`${name.toLowerCase()} `))
    .sort((one, other) => other.name.length - one.name.length);
  if (!position) return unknownPosition(rest.split(/\s+/)[0] ?? rest, ctx.language);
  const called = rest.slice(position.name.length).trim();
  if (called === '') return successorForm(ctx, position);
  if (VACANT.test(called)) return preview(ctx, position.id, null);
  const found = await findPerson(ctx, called);
  return found.kind === 'one' ? preview(ctx, position.id, found.person.id) : notOne(ctx, found, called);
}

type AtPosition = { readonly position: number };

export async function openSuccessor(ctx: Ctx, { position }: AtPosition): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-positions');
  if (refused) return refused;
  const seen = await seePosition(ctx, position);
  return seen ? successorForm(ctx, seen.position) : unknownPosition('', ctx.language);
}

export const previewSuccessor = async (
  ctx: Ctx,
  { position }: AtPosition,
  { to }: { readonly to: number | null },
): Promise<Outcome> => refusedTo(ctx, 'change-positions') ?? preview(ctx, position, to);

async function preview(ctx: Ctx, positionId: number, toId: number | null): Promise<Outcome> {
  const seen = await seePosition(ctx, positionId);
  if (!seen) return unknownPosition('', ctx.language);
  const people = await ctx.store.people.contacts(ctx.program.workspaceId, toId === null ? [] : [toId]);
  const to = toId === null ? null : (people.get(toId) ?? null);
  const same = toId !== null && toId === seen.position.holderId;
  const message = same ? sameHolderMessage(seen.position, to, ctx.language) : previewMessage(seen, to, ctx.language);
  return { kind: 'say', message };
}

type Confirmed = AtPosition & { readonly from: number | null; readonly to: number | null };

export async function confirmSuccessor(ctx: Ctx, { position, from, to }: Confirmed): Promise<Outcome> {
  const { language } = ctx;
  const succeeded = await succeedIn(ctx, position, from, to);
  switch (succeeded.kind) {
    case 'succeeded':
      return { kind: 'replace', message: succeededMessage(succeeded, language) };
    case 'holds-obstacles':
      return { kind: 'say', message: holdsObstaclesMessage(language) };
    case 'stale':
    case 'same':
      return { kind: 'replace', message: staleMessage(language) };
    case 'gone':
      return unknownPosition('', language);
    case 'denied':
      return deniedRefusal(succeeded, language);
  }
}

/**
 * The successor takes over all that a position brings. `fromId`: who held it when it was previewed. A position with open
 * obstacles is not left vacant: they would wait on nobody.
 */
export async function succeedIn(ctx: Ctx, id: number, fromId: number | null, toId: number | null): Promise<Succeeded> {
  const refused = whyNot(ctx, 'change-positions');
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
      await notifyBoth(ctx, tx, { from, to, work: seen.work, position: position.name });
      return { kind: 'succeeded', seen, from, to, cause: ctx.cause };
    })
    .catch((error: unknown) => {
      if (error instanceof StaleTakeOver) return { kind: 'stale' };
      throw error;
    });
}

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
