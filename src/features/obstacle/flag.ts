import { actsFor } from '../../domain/leave.js';
import { kindOf, matterOf } from '../../domain/matter.js';
import { alikeness, type Confirmation, flag, hasSubstance, nextDue, sameTrouble } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import type { NamedProject } from '../../store/projects.js';
import { tellAskers } from '../project/door.js';
import { contextOf } from './context.js';
import type { Flagged, Flagging } from './model.js';
import { thingOf } from './rights.js';
import { saveTransition } from './save.js';

/**
 * Files an obstacle. Anyone in the program may. What says the same as an open one of the project (that the person may
 * see) is not filed unless `anyway`. `also`: what belongs to it, in the same transaction; of the open one where it says the same.
 */
export async function flagObstacle(
  ctx: Ctx,
  flagging: Flagging,
  anyway: boolean,
  also?: (tx: Transaction, obstacle: ObstacleCase) => Promise<void>,
): Promise<Flagged> {
  const permission = may(ctx.person, 'flag-obstacle', { programId: ctx.program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  const { urgentReason, since } = flagging;
  if (urgentReason !== null && !hasSubstance(urgentReason)) return { kind: 'no-reason' };
  if (since > ctx.today) return { kind: 'since-ahead', since };
  const names = await ctx.store.names(ctx.program);
  const called = calledBy(names.byId.get(flagging.projectId));
  return ctx.store.transaction(async (tx) => {
    const again = ctx.retried ? await tx.obstacles.byCause(ctx.program.id, ctx.cause) : null;
    if (again) return { kind: 'flagged', obstacle: again };
    await tx.obstacles.holdProject(flagging.projectId);
    const same = anyway ? null : await alikeOne(ctx, tx, flagging, called);
    const obstacle = same ?? (await file(ctx, tx, flagging));
    await also?.(tx, obstacle);
    return { kind: same ? 'alike' : 'flagged', obstacle };
  });
}

/** What a bare text says stands in the way: its kind and its matter are read off it. */
export function flaggingOf(text: string, at: Pick<Flagging, 'projectId' | 'milestoneId' | 'since'>): Flagging {
  const plain = text.normalize('NFKC').toLowerCase();
  return {
    ...at,
    kind: kindOf(plain) ?? 'stumbling-block',
    matter: matterOf(plain),
    text,
    help: null,
    urgentReason: null,
    refersTo: null,
    files: [],
  };
}

/** What every text about a project may say, which tells nothing of its trouble. */
const calledBy = (project: NamedProject | undefined): readonly string[] =>
  project === undefined
    ? []
    : [
        project.code,
        project.name,
        ...project.nicknames.map(({ text }) => text),
        ...project.milestones.map(({ name }) => name),
      ];

async function alikeOne(
  ctx: Ctx,
  tx: Transaction,
  { projectId, text }: Flagging,
  called: readonly string[],
): Promise<ObstacleCase | null> {
  const ranked = (await tx.obstacles.openOf(ctx.program.id, projectId))
    .filter((each) => may(ctx.person, 'see-obstacle', thingOf(each)).allowed)
    .filter((each) => sameTrouble(each.text, text, called))
    .map((each) => ({ each, alike: alikeness(each.text, text) }))
    .sort((one, other) => other.alike - one.alike);
  return ranked[0]?.each ?? null;
}

async function file(ctx: Ctx, tx: Transaction, flagging: Flagging): Promise<ObstacleCase> {
  const { refersTo, kind, ...rest } = flagging;
  const context = await contextOf(ctx, tx, { ...flagging, state: null });
  const { seats } = context;
  const own = [ctx.person.id, ...ctx.person.standsInFor];
  const head = seats.unit === null ? null : actsFor(seats.unit, ctx.today, context.leaves).personId;
  const moved = flag(
    {
      by: ctx.person.id,
      kind,
      urgentReason: flagging.urgentReason,
      // With nobody there to agree, its reason has to do: the earth does not wait for a head on leave.
      urgentConfirmed: head === null || own.includes(head),
      confirmer: await confirmerOf(ctx, flagging, seats.unit),
      policy: ctx.program.policy.ladder,
    },
    context,
  );
  const earlier = refersTo === null ? null : await tx.obstacles.byNumber(ctx.program.id, refersTo);
  const refersToId = earlier && may(ctx.person, 'see-obstacle', thingOf(earlier)).allowed ? earlier.id : null;
  const { id } = await tx.obstacles.file({
    ...rest,
    refersToId,
    programId: ctx.program.id,
    raisedById: ctx.person.id,
    at: ctx.now,
    cause: ctx.cause,
    state: moved.state,
    dueAt: nextDue(moved.state, context)?.at ?? null,
  });
  if (flagging.milestoneId !== null) await tellAskers(ctx, tx, [flagging.milestoneId]);
  const filed = await tx.obstacles.byId(ctx.program.id, id);
  if (!filed) throw new Error(`obstacle ${id} was filed and is not there`);
  return saveTransition(ctx, tx, filed, moved, context, ctx.person.id);
}

/** Who is asked whether it is so, where somebody else than the owner's unit says so; null: nobody needs to be. */
async function confirmerOf(
  { store, program, person }: Ctx,
  { projectId, milestoneId }: Flagging,
  headId: number | null,
): Promise<{ readonly as: Confirmation; readonly id: number } | null> {
  const project = (await store.names(program)).byId.get(projectId);
  if (!project) return null;
  const { ownerId, coOwners, milestones, unitId } = project;
  const own = [person.id, ...person.standsInFor];
  const owners = [
    ownerId,
    ...coOwners.map(({ personId }) => personId),
    ...milestones.map((each) => each.ownerId),
    headId,
  ];
  if (owners.some((id) => id !== null && own.includes(id))) return null;
  if (person.roles.some((held) => held.unitId === unitId)) return null;
  const asked = milestones.find(({ id }) => id === milestoneId)?.ownerId ?? ownerId;
  if (asked !== null) return { as: 'owner', id: asked };
  return headId === null ? null : { as: 'head', id: headId };
}
