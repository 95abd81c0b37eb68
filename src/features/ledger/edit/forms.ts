import type { Ctx, Outcome, Pressed, SentView } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import { inLanguage } from '../../../text/language.js';
import {
  addMilestone,
  addProject,
  changeMilestone,
  changeProject,
  deniedEdit,
  type Named,
  type ProjectChanged,
} from './act/change.js';
import { undoEdit } from './act/undo.js';
import { editIds } from './ids.js';
import { chosenDay, chosenId, chosenStage, type Faults, readProjectForm, typed } from './input.js';
import { addedMessage, changedMessage, stepAddedMessage } from './view/changed.js';
import { addForm, editForm, stepForm } from './view/forms.js';
import { reasonForm } from './view/reason-forms.js';
import { editWords } from './words.js';

export const say = (ctx: Ctx) => inLanguage(editWords, ctx.language);
export const told = (text: string): Outcome => ({ kind: 'say', message: plain(text) });
export const denied = (ctx: Ctx, why: string): Outcome => ({
  kind: 'refuse',
  refusal: { ...say(ctx).denied(why), understood: null },
});

/** What the plan's keys are called. */
export async function namesOf(ctx: Ctx): Promise<Named> {
  const { units, categories, focusAreas, sites } = await ctx.store.programs.names(ctx.program.id);
  const called = new Map([...units].map(([id, { name }]) => [id, name]));
  return { people: new Map(), units: called, categories, focusAreas, sites };
}

export function changedOutcome(ctx: Ctx, changed: ProjectChanged): Outcome {
  switch (changed.kind) {
    case 'changed':
      return { kind: 'say', message: changedMessage(changed, ctx.language, ctx.program.year) };
    case 'denied':
      return denied(ctx, changed.why);
    default:
      return told(say(ctx)[changed.kind]);
  }
}

const faultErrors = (ctx: Ctx, faults: Faults): Outcome => ({
  kind: 'errors',
  errors: Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, say(ctx)[fault]])),
});

export async function openAdd(ctx: Ctx): Promise<Outcome> {
  const refused = deniedEdit(ctx);
  return refused ? denied(ctx, refused.why) : addForm(ctx, await namesOf(ctx));
}

export async function openEdit(ctx: Ctx, projectId: number): Promise<Outcome> {
  const refused = deniedEdit(ctx);
  if (refused) return denied(ctx, refused.why);
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, projectId);
  return project ? editForm(ctx, project, await namesOf(ctx)) : told(say(ctx).gone);
}

export async function openStep(ctx: Ctx, projectId: number, milestoneId: number | null): Promise<Outcome> {
  const refused = deniedEdit(ctx);
  if (refused) return denied(ctx, refused.why);
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, projectId);
  const milestone = project?.milestones.find(({ id }) => id === milestoneId) ?? null;
  if (!project || (milestoneId !== null && milestone === null)) return told(say(ctx).gone);
  const ownerId = milestone?.ownerId ?? 0;
  const owner = (await ctx.store.people.contacts(ctx.program.workspaceId, [ownerId])).get(ownerId);
  return stepForm(ctx, project, milestone, owner ? { zh: owner.name, en: owner.nameEn } : null);
}

export async function openReason(
  ctx: Ctx,
  projectId: number,
  act: 'withdraw' | 'recategorise' | 'pause',
): Promise<Outcome> {
  const refused = deniedEdit(ctx);
  if (refused) return denied(ctx, refused.why);
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, projectId);
  return project ? reasonForm(ctx, project, act, await namesOf(ctx)) : told(say(ctx).gone);
}

export const pressedEdit = (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  openEdit(ctx, editIds.edit.value.parse(value).project);

export const pressedStep = (ctx: Ctx, { value }: Pressed): Promise<Outcome> => {
  const { project, milestone } = editIds.step.value.parse(value);
  return openStep(ctx, project, milestone);
};

export async function sentAdd(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const category = typed(sent, 'category');
  const stage = chosenStage(sent, 'stageNow');
  const read = readProjectForm(sent);
  const faults = {
    ...('faults' in read ? read.faults : {}),
    ...(category === null ? { category: 'chooseOne' as const } : {}),
  };
  if ('faults' in read || category === null) return faultErrors(ctx, faults);
  const names = await namesOf(ctx);
  if (!names.categories.has(category)) return faultErrors(ctx, { category: 'chooseOne' });
  const added = await addProject(ctx, { ...read.fields, category, stage: stage ?? 'lead' });
  if (added.kind === 'denied') return denied(ctx, added.why);
  if (added.kind === 'there') return { kind: 'errors', errors: { name: say(ctx).there(added.code) } };
  return { kind: 'say', message: addedMessage(added, ctx.language) };
}

export async function sentEdit(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const { project, version } = editIds.editForm.value.parse(sent.metadata);
  const read = readProjectForm(sent);
  if ('faults' in read) return faultErrors(ctx, read.faults);
  const given = { projectId: project, version, reason: typed(sent, 'reason') };
  return changedOutcome(ctx, await changeProject(ctx, given, () => read.fields));
}

export async function sentStep(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const { project, version, milestone } = editIds.stepForm.value.parse(sent.metadata);
  const name = typed(sent, 'name')?.replace(/\s+/g, ' ') ?? null;
  if (name === null) return faultErrors(ctx, { name: 'needed' });
  const fields = {
    name,
    due: chosenDay(sent, 'due'),
    ownerId: chosenId(sent, 'ownerId'),
    stage: chosenStage(sent, 'stage'),
  };
  if (milestone !== null)
    return changedOutcome(
      ctx,
      await changeMilestone(ctx, { projectId: project, milestoneId: milestone, version }, fields),
    );
  const added = await addMilestone(ctx, project, fields);
  switch (added.kind) {
    case 'added':
      return { kind: 'say', message: stepAddedMessage(added, ctx.language) };
    case 'there':
      return { kind: 'errors', errors: { name: say(ctx).stepThere } };
    case 'gone':
      return told(say(ctx).gone);
    case 'denied':
      return denied(ctx, added.why);
  }
}

export async function sentReason(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const { project, version, act } = editIds.reasonForm.value.parse(sent.metadata);
  const reason = typed(sent, 'reason');
  if (reason === null) return faultErrors(ctx, { reason: 'needed' });
  const given = { projectId: project, version, reason };
  if (act === 'withdraw') return withdraw(ctx, given);
  if (act === 'recategorise') {
    const category = typed(sent, 'category');
    if (category === null) return faultErrors(ctx, { category: 'chooseOne' });
    return recategorise(ctx, given, category);
  }
  const until = chosenDay(sent, 'until');
  if (until === null) return faultErrors(ctx, { until: 'needed' });
  if (until < ctx.today) return { kind: 'errors', errors: { until: say(ctx).past } };
  return pause(ctx, given, until);
}

type Given = { readonly projectId: number; readonly version: number | null; readonly reason: string };

export const withdraw = async (ctx: Ctx, given: Given): Promise<Outcome> =>
  changedOutcome(
    ctx,
    await changeProject(ctx, given, () => ({ standing: 'withdrawn', pauseReason: null, pausedUntil: null })),
  );

export async function recategorise(ctx: Ctx, given: Given, category: string): Promise<Outcome> {
  if (!(await namesOf(ctx)).categories.has(category)) return faultErrors(ctx, { category: 'chooseOne' });
  return changedOutcome(ctx, await changeProject(ctx, given, () => ({ category })));
}

export const pause = async (
  ctx: Ctx,
  given: Given,
  until: NonNullable<ReturnType<typeof chosenDay>>,
): Promise<Outcome> =>
  changedOutcome(
    ctx,
    await changeProject(ctx, given, () => ({ standing: 'paused', pauseReason: given.reason, pausedUntil: until })),
  );

export const resume = async (ctx: Ctx, projectId: number): Promise<Outcome> =>
  changedOutcome(
    ctx,
    await changeProject(ctx, { projectId, version: null, reason: null }, () => ({
      standing: 'open',
      pauseReason: null,
      pausedUntil: null,
    })),
  );

export async function pressedUndo(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const words = say(ctx);
  const undone = await undoEdit(ctx, editIds.undo.value.parse(value).cause);
  switch (undone.kind) {
    case 'undone':
      return { kind: 'replace', message: plain(words.undone) };
    case 'gone':
      return { kind: 'replace', message: plain(words.undoGone) };
    case 'late':
      return told(words.undoLate);
    case 'stale':
      return told(words.undoStale);
    case 'denied':
      return denied(ctx, undone.why);
  }
}
