import type { LedgerChange, MilestoneFields, NewMilestone, ProjectFields } from '../../../../domain/ledger-change.js';
import { denialWords, may } from '../../../../domain/permission.js';
import type { Stage, Words } from '../../../../domain/plan.js';
import type { Ctx } from '../../../../feature.js';
import type { Transaction } from '../../../../store/index.js';
import type { LedgerProjectRow } from '../../../../store/ledger-projects.js';
import { sayInThreads } from '../../../project/door.js';
import { threadWords } from '../view/changed.js';

export type Denied = { readonly kind: 'denied'; readonly why: string };

/** Why somebody may not edit the ledger; null where they may. */
export function deniedEdit(ctx: Ctx): Denied | null {
  const permission = may(ctx.person, 'edit-ledger', { programId: ctx.program.id });
  return permission.allowed ? null : { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
}

/** What was changed of a project or of a milestone of it: only what is another now. */
export type Changed = {
  readonly kind: 'changed';
  readonly project: LedgerProjectRow;
  readonly milestone: string | null;
  readonly before: Partial<ProjectFields & MilestoneFields>;
  readonly after: Partial<ProjectFields & MilestoneFields>;
  readonly reason: string | null;
  /** Names of what is spoken of. */
  readonly named: Named;
  readonly cause: string;
};
export type Named = {
  readonly people: ReadonlyMap<number, { readonly name: string; readonly nameEn: string }>;
  readonly units: ReadonlyMap<number, Words>;
  readonly categories: ReadonlyMap<string, Words>;
  readonly focusAreas: ReadonlyMap<string, Words>;
  readonly sites: ReadonlyMap<string, Words>;
};
export type ProjectChanged = Changed | Denied | { readonly kind: 'same' | 'stale' | 'gone' };

/**
 * Changes what the ledger says of a project. `version`: the project as the person saw it; where it is another by now, nothing is
 * changed. Its thread hears what concerns its people.
 */
export async function changeProject(
  ctx: Ctx,
  given: { readonly projectId: number; readonly version: number | null; readonly reason: string | null },
  wanted: (project: LedgerProjectRow) => Partial<ProjectFields>,
): Promise<ProjectChanged> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<ProjectChanged> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, given.projectId);
    if (!project) return { kind: 'gone' };
    if (ctx.again) {
      const logged = await tx.activity.byCause(ctx.program.workspaceId, ctx.cause);
      if (logged)
        return changedOf(ctx, tx, project, null, logged.before as object, logged.after as object, given.reason);
    }
    if (given.version !== null && given.version !== project.version) return { kind: 'stale' };
    const { before, after } = differing(project.fields, wanted(project));
    if (Object.keys(after).length === 0) return { kind: 'same' };
    const change: LedgerChange = { kind: 'change-project', projectId: project.id, before, after, reason: given.reason };
    if ((await apply(ctx, tx, [change])) === 'stale') return { kind: 'stale' };
    const changed = await changedOf(ctx, tx, project, null, before, after, given.reason);
    await tellThread(ctx, tx, changed);
    return changed;
  });
}

/** Changes what the ledger says of a milestone. */
export async function changeMilestone(
  ctx: Ctx,
  given: { readonly projectId: number; readonly milestoneId: number; readonly version: number | null },
  wanted: Partial<MilestoneFields>,
): Promise<ProjectChanged> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<ProjectChanged> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, given.projectId);
    const milestone = project?.milestones.find(({ id }) => id === given.milestoneId);
    if (!project || !milestone) return { kind: 'gone' };
    if (ctx.again) {
      const logged = await tx.activity.byCause(ctx.program.workspaceId, ctx.cause);
      if (logged)
        return changedOf(ctx, tx, project, milestone.name, logged.before as object, logged.after as object, null);
    }
    if (given.version !== null && given.version !== project.version) return { kind: 'stale' };
    const { name, due, ownerId, ownerPositionId, stage } = milestone;
    const { before, after } = differing<MilestoneFields>({ name, due, ownerId, ownerPositionId, stage }, wanted);
    if (Object.keys(after).length === 0) return { kind: 'same' };
    const change: LedgerChange = {
      kind: 'change-milestone',
      projectId: project.id,
      milestoneId: milestone.id,
      before,
      after,
      reason: null,
    };
    if ((await apply(ctx, tx, [change])) === 'stale') return { kind: 'stale' };
    const changed = await changedOf(ctx, tx, project, milestone.name, before, after, null);
    await tellThread(ctx, tx, changed);
    return changed;
  });
}

export type MilestoneAdded =
  | { readonly kind: 'added'; readonly project: LedgerProjectRow; readonly name: string; readonly cause: string }
  | Denied
  | { readonly kind: 'gone' | 'there' };

export async function addMilestone(ctx: Ctx, projectId: number, milestone: NewMilestone): Promise<MilestoneAdded> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  return ctx.store.transaction(async (tx): Promise<MilestoneAdded> => {
    const project = await tx.ledgerProjects.byId(ctx.program.id, projectId);
    if (!project) return { kind: 'gone' };
    const added = { kind: 'added' as const, project, name: milestone.name, cause: ctx.cause };
    if (ctx.again && (await tx.activity.caused(ctx.program.workspaceId, ctx.cause))) return added;
    if (project.milestones.some(({ name }) => name === milestone.name)) return { kind: 'there' };
    await apply(ctx, tx, [{ kind: 'add-milestone', projectId, milestone }]);
    return added;
  });
}

export type NewFields = Pick<ProjectFields, 'name' | 'category' | 'focusArea' | 'unitId'> &
  Partial<ProjectFields> & { readonly stage: Stage };
export type ProjectAdded =
  | {
      readonly kind: 'added';
      readonly code: string;
      readonly name: string;
      readonly projectId: number;
      readonly cause: string;
    }
  | Denied
  | { readonly kind: 'there'; readonly code: string };

/** A new project under the next code. One of the same name in the same unit is there already. */
export async function addProject(ctx: Ctx, fields: NewFields): Promise<ProjectAdded> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  const { program } = ctx;
  return ctx.store.transaction(async (tx): Promise<ProjectAdded> => {
    // Two at once get two codes: the first holds the program until it is through.
    await tx.programs.touch(program.id);
    const there = (await tx.projects.named(program.id)).find(
      ({ name, unitId }) => name === fields.name && unitId === fields.unitId,
    );
    if (there && ctx.again && (await tx.activity.caused(program.workspaceId, ctx.cause)))
      return { kind: 'added', code: there.code, name: there.name, projectId: there.id, cause: ctx.cause };
    if (there) return { kind: 'there', code: there.code };
    const code = await tx.ledgerProjects.nextCode(program.id);
    const project = { ...fields, code, nicknames: [], milestones: [] };
    await apply(ctx, tx, [{ kind: 'add-project', project }]);
    const id = (await tx.projects.named(program.id)).find((each) => each.code === code)?.id ?? 0;
    return { kind: 'added', code, name: fields.name, projectId: id, cause: ctx.cause };
  });
}

/** The ledger's one way to change; `stale` where somebody was quicker. */
export async function apply(ctx: Ctx, tx: Transaction, changes: readonly LedgerChange[]): Promise<'done' | 'stale'> {
  const { workspaceId, id } = ctx.program;
  const by = { workspaceId, personId: ctx.person.id, at: ctx.now, cause: ctx.cause };
  return (await tx.ledger.apply(id, changes, by)).kind === 'stale' ? 'stale' : 'done';
}

/** Of what is wanted, what is another than it is. */
function differing<Fields extends object>(
  is: Fields,
  wanted: Partial<Fields>,
): { readonly before: Partial<Fields>; readonly after: Partial<Fields> } {
  const keys = (Object.keys(wanted) as (keyof Fields)[]).filter((key) => (wanted[key] ?? null) !== (is[key] ?? null));
  const pick = (from: Partial<Fields>) =>
    Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Partial<Fields>;
  return { before: pick(is), after: pick(wanted) };
}

export async function changedOf(
  ctx: Ctx,
  tx: Transaction,
  project: LedgerProjectRow,
  milestone: string | null,
  before: Changed['before'],
  after: Changed['after'],
  reason: string | null,
): Promise<Changed> {
  const ids = [before.ownerId, after.ownerId, before.sponsorId, after.sponsorId].flatMap((id) => id ?? []);
  const { units, categories, focusAreas, sites } = await tx.programs.names(ctx.program.id);
  const named = {
    people: await tx.people.contacts(ctx.program.workspaceId, ids),
    units: new Map([...units].map(([id, { name }]) => [id, name])),
    categories,
    focusAreas,
    sites,
  };
  return { kind: 'changed', project, milestone, before, after, reason, named, cause: ctx.cause };
}

export async function tellThread(ctx: Ctx, tx: Transaction, changed: Changed): Promise<void> {
  const { year } = ctx.program;
  if (threadWords(changed, 'zh', year) === null) return;
  const say = (language: Ctx['language']) => threadWords(changed, language, year) ?? { text: '', blocks: [] };
  await sayInThreads(ctx, tx, [{ projectId: changed.project.id, say }]);
}
