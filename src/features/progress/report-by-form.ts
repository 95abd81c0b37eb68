import { may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { MilestoneLine } from '../../store/projects.js';
import { askOrder } from './ask-order.js';
import type { FilledForm } from './ids.js';
import { type FormFields, readForm } from './input.js';
import { faultErrors, formOutcome, recordedOutcome } from './messages/form.js';
import type { FormRecorded } from './model.js';
import { record } from './record.js';

/** A select holds 100 options; who owns more finds the rest by a line. */
const MOST_OPTIONS = 100;

/** Opens the form of the caller's own milestones; of one project where it is named, with one milestone chosen. */
export async function openForm(
  ctx: Ctx,
  of: {
    readonly project?: number | undefined;
    readonly milestone?: number | undefined;
    readonly percent?: number | undefined;
    readonly note?: string | undefined;
  } = {},
): Promise<Outcome> {
  const listed = await (of.project === undefined ? openMilestones(ctx) : milestonesToReport(ctx, of.project));
  const chosen = listed.filter(({ id }) => id === of.milestone);
  return formOutcome(ctx, [...chosen, ...listed.filter(({ id }) => id !== of.milestone)], of);
}

/** A form that was sent: kept, or an error at the field that is wrong. */
export async function reportByForm(ctx: Ctx, filled: FilledForm): Promise<Outcome> {
  const read = readForm(filled);
  if ('faults' in read) return faultErrors(ctx, read.faults);
  const recorded = await keepForm(ctx, read.fields);
  return 'order' in recorded ? askOrder(ctx, recorded.order) : recordedOutcome(ctx, recorded);
}

/** The caller's open milestones, what is due first; a unit head's and coordinator's own, too. */
export const openMilestones = (ctx: Ctx): Promise<readonly MilestoneLine[]> =>
  ctx.store.projects.openMilestonesOf(ctx.program.id, [ctx.person.id, ...ctx.person.standsInFor], MOST_OPTIONS);

/** The open milestones of one project that the caller may report. */
export async function milestonesToReport(ctx: Ctx, projectId: number): Promise<readonly MilestoneLine[]> {
  const { person, program, store } = ctx;
  const project = (await store.search(program)).byId.get(projectId);
  if (!project) return [];
  const { ownerId, coOwnerIds, unitId, sponsorId } = project;
  const thing = { programId: program.id, ownerId, coOwnerIds, unitId, sponsorId };
  const open = await store.projects.openMilestonesOfProject(program.id, projectId, MOST_OPTIONS);
  return open.filter(({ milestoneOwnerId }) => may(person, 'report-milestone', { ...thing, milestoneOwnerId }).allowed);
}

/** Keeps what a form states. `gone`: the milestone is not in the ledger any more. */
async function keepForm(ctx: Ctx, fields: FormFields): Promise<FormRecorded> {
  const names = await ctx.store.names(ctx.program);
  const project = [...names.byId.values()].find((each) =>
    each.milestones.some((milestone) => milestone.id === fields.milestoneId),
  );
  const milestone = project?.milestones.find((each) => each.id === fields.milestoneId);
  if (!project || !milestone) return { gone: true };
  const { percent, doneOn, forecast, investment, note } = fields;
  const item = {
    project,
    milestone,
    percent,
    done: doneOn !== null || percent === 100,
    doneOn,
    forecast,
    investment,
    note,
    // In a form, what is noted beside a percent that falls is why.
    why: note === '' ? null : note,
  };
  const said = [
    project.code,
    milestone.name,
    percent === null ? '' : `${percent}%`,
    doneOn ? `${doneOn}完成` : '',
    forecast ? `预计${forecast}完成` : '',
    investment === null ? '' : `完成投资${investment}万`,
    note,
  ]
    .filter((part) => part !== '')
    .join(' ');
  return record({ ctx, items: [item], said, files: [], countsAt: ctx.now, amends: null });
}
