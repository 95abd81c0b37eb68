import type { LedgerChange } from '../../domain/ledger-change.js';
import { NO_RESPONSIBILITIES, type Responsibilities } from '../../domain/responsibilities.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Position } from '../../store/positions.js';
import { refusedTo, whyNot } from './denied.js';
import { doneBefore, logPeople } from './log.js';
import { bindForm, boundMessage, nothingToBindMessage } from './messages/bind.js';
import { unknownPosition } from './messages/positions.js';
import { deniedRefusal, staleMessage } from './messages/refusals.js';
import { workLines } from './messages/responsibilities.js';
import type { Denied, Part } from './model.js';
import { seePosition } from './positions.js';
import { partsOf, readParts } from './responsibility-parts.js';

type AtPosition = { readonly position: number };

export async function openBind(ctx: Ctx, { position }: AtPosition): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-positions');
  if (refused) return refused;
  const seen = await seePosition(ctx, position);
  if (!seen) return unknownPosition('', ctx.language);
  const { holderId } = seen.position;
  const work = holderId === null ? null : unbound(await ctx.store.responsibilities.of(ctx.program.id, holderId));
  if (work === null || workLines(work, ctx.language).length === 0)
    return { kind: 'say', message: nothingToBindMessage(seen.position, ctx.language) };
  return bindForm(ctx, seen.position, work);
}

export async function bind(
  ctx: Ctx,
  { position }: AtPosition,
  { what }: { readonly what: readonly string[] },
): Promise<Outcome> {
  const { language } = ctx;
  const bound = await bindWork(ctx, position, readParts(what));
  switch (bound.kind) {
    case 'bound':
      return { kind: 'say', message: boundMessage(bound.position, bound.work, language) };
    case 'nothing':
      return { kind: 'say', message: nothingToBindMessage(bound.position, language) };
    case 'stale':
      return { kind: 'say', message: staleMessage(language) };
    case 'gone':
      return unknownPosition('', language);
    case 'denied':
      return deniedRefusal(bound, language);
  }
}

type Bound =
  | { readonly kind: 'bound'; readonly position: Position; readonly work: Responsibilities }
  | { readonly kind: 'nothing'; readonly position: Position }
  | { readonly kind: 'stale' | 'gone' }
  | Denied;

/** What of its holder's work goes with a position from now on: all of it, or the parts that were chosen. */
export async function bindWork(ctx: Ctx, id: number, chosen: readonly Part[]): Promise<Bound> {
  const refused = whyNot(ctx, 'change-positions');
  if (refused) return refused;
  const { program } = ctx;
  return ctx.store.transaction(async (tx): Promise<Bound> => {
    const position = await tx.positions.lock(program.id, id);
    if (!position) return { kind: 'gone' };
    if (await doneBefore(ctx, tx))
      return { kind: 'bound', position, work: await tx.responsibilities.ofPosition(program.id, id, position.holderId) };
    const held =
      position.holderId === null ? NO_RESPONSIBILITIES : await tx.responsibilities.of(program.id, position.holderId);
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
const unbound = (work: Responsibilities): Responsibilities => ({
  projects: work.projects.filter(({ positionId }) => positionId === null),
  sponsored: work.sponsored.filter(({ positionId }) => positionId === null),
  milestones: work.milestones.filter(({ positionId }) => positionId === null),
  units: work.units.filter(({ positionId }) => positionId === null),
  obstacles: [],
});

function bindingOf(work: Responsibilities, holderId: number | null, id: number): readonly LedgerChange[] {
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
