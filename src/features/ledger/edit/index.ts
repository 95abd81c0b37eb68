import type { Action, Ctx, Outcome, Timers, View } from '../../../feature.js';
import { escapeText } from '../../../text/escape.js';
import { findProjects } from '../../project/door.js';
import type { Subcommand } from '../subcommand.js';
import { tellUntold } from './act/consent.js';
import {
  openAdd,
  openEdit,
  openReason,
  openStep,
  pause,
  pressedEdit,
  pressedStep,
  pressedUndo,
  recategorise,
  resume,
  say,
  sentAdd,
  sentEdit,
  sentReason,
  sentStep,
  withdraw,
} from './forms.js';
import { editIds, type WithReason } from './ids.js';
import { firstWord, splitDay } from './input.js';
import {
  openPostpone,
  postponeLine,
  pressedConsent,
  pressedPostpone,
  pressedRefuse,
  sentPostpone,
  sentRefuse,
} from './postponing.js';

const onlyProject = (rest: string): boolean => /^\S*$/.test(rest);

/** What `/ledger …` does to what the ledger says. */
export const editSubcommands: readonly Subcommand[] = [
  { names: ['add', '新增'], opensForm: onlyProject, run: addLine },
  { names: ['edit', '修改'], opensForm: () => true, run: editLine },
  { names: ['postpone', '延期'], opensForm: onlyProject, run: postponed },
  { names: ['withdraw', '撤销'], opensForm: onlyProject, run: (ctx, rest) => withReason(ctx, rest, 'withdraw') },
  {
    names: ['recategorise', 'recategorize', '改类'],
    opensForm: onlyProject,
    run: (ctx, rest) => withReason(ctx, rest, 'recategorise'),
  },
  { names: ['pause', '暂停'], opensForm: onlyProject, run: (ctx, rest) => withReason(ctx, rest, 'pause') },
  { names: ['resume', '恢复'], run: resumed },
];

export const editActions: readonly Action[] = [
  { id: editIds.add.id, rights: ['edit-ledger'], opensForm: true, run: (ctx) => openAdd(ctx) },
  { id: editIds.edit.id, rights: ['edit-ledger'], opensForm: true, run: pressedEdit },
  { id: editIds.step.id, rights: ['edit-ledger'], opensForm: true, run: pressedStep },
  { id: editIds.postpone.id, rights: ['postpone-milestone'], opensForm: true, run: pressedPostpone },
  { id: editIds.consent.id, rights: ['consent-postponement'], run: pressedConsent },
  { id: editIds.refuse.id, rights: ['consent-postponement'], opensForm: true, run: pressedRefuse },
  { id: editIds.undo.id, rights: ['undo-edit'], run: pressedUndo },
];

export const editViews: readonly View[] = [
  { id: editIds.addForm.id, rights: ['edit-ledger'], run: sentAdd },
  { id: editIds.editForm.id, rights: ['edit-ledger'], run: sentEdit },
  { id: editIds.stepForm.id, rights: ['edit-ledger'], run: sentStep },
  { id: editIds.reasonForm.id, rights: ['edit-ledger'], run: sentReason },
  { id: editIds.postponeForm.id, rights: ['postpone-milestone'], run: sentPostpone },
  { id: editIds.refuseForm.id, rights: ['consent-postponement'], run: sentRefuse },
];

export const editTimers: Timers = {
  next: (store, program, now) => store.postponements.nextUntold(program.id, now),
  run: tellUntold,
};

const refuse = (refusal: { wrong: string; instead: string }): Outcome => ({
  kind: 'refuse',
  refusal: { ...refusal, understood: null },
});

/** The project that a line begins with; a refusal where it is none, or several. */
async function projectIn(ctx: Ctx, text: string): Promise<{ readonly id: number; readonly rest: string } | Outcome> {
  const { word, rest } = firstWord(text);
  if (word === '') return refuse(say(ctx).unread);
  const found = await findProjects(ctx, word);
  if (found.kind === 'one') return { id: found.project.id, rest };
  const called = escapeText(word);
  if (found.kind === 'none') return refuse(say(ctx).noProject(called));
  return refuse(
    say(ctx).notOne(called, found.projects.map(({ code }) => code).join(ctx.language === 'zh' ? '、' : ', ')),
  );
}

/** `/ledger 新增` opens the form; with a project, that of a milestone of it. */
async function addLine(ctx: Ctx, rest: string): Promise<Outcome> {
  if (rest === '') return openAdd(ctx);
  const project = await projectIn(ctx, rest);
  return 'kind' in project ? project : openStep(ctx, project.id, null);
}

/** `/ledger 修改 P-017`, `/ledger 修改 P-017 主体封顶`. */
async function editLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const project = await projectIn(ctx, rest);
  if ('kind' in project) return project;
  if (project.rest === '') return openEdit(ctx, project.id);
  const milestone = await milestoneIn(ctx, project.id, project.rest);
  return typeof milestone === 'number' ? openStep(ctx, project.id, milestone) : milestone;
}

/** The milestone of a name, as it is or as part of one; a refusal that lists them else. */
async function milestoneIn(ctx: Ctx, projectId: number, called: string): Promise<number | Outcome> {
  const milestones = (await ctx.store.names(ctx.program)).byId.get(projectId)?.milestones ?? [];
  const exact = milestones.filter(({ name }) => name === called);
  const [one, another] =
    exact.length > 0 ? exact : milestones.filter(({ name }) => called !== '' && name.includes(called));
  if (one && !another) return one.id;
  const names = milestones.map(({ name }) => escapeText(name)).join(ctx.language === 'zh' ? '、' : ', ');
  return refuse(say(ctx).noMilestone(escapeText(called), names));
}

/** `/ledger 延期 P-017 主体封顶 2020-08-31 雨季停工`. */
async function postponed(ctx: Ctx, rest: string): Promise<Outcome> {
  const project = await projectIn(ctx, rest);
  if ('kind' in project) return project;
  if (project.rest === '') return openPostpone(ctx, project.id);
  const parts = splitDay(project.rest, ctx.today);
  const milestone = await milestoneIn(ctx, project.id, parts?.before ?? project.rest);
  if (typeof milestone !== 'number') return milestone;
  if (parts === null || parts.after === '') return refuse(say(ctx).unread);
  return postponeLine(ctx, { projectId: project.id, milestoneId: milestone, to: parts.day, reason: parts.after });
}

async function withReason(ctx: Ctx, text: string, act: WithReason): Promise<Outcome> {
  const project = await projectIn(ctx, text);
  if ('kind' in project) return project;
  const { id: projectId, rest } = project;
  if (rest === '') return openReason(ctx, projectId, act);
  const given = { projectId, version: null };
  if (act === 'withdraw') return withdraw(ctx, { ...given, reason: rest });
  if (act === 'pause') {
    const parts = splitDay(rest, ctx.today);
    const reason = [parts?.before, parts?.after].filter(Boolean).join(' ');
    return parts && reason !== '' ? pause(ctx, { ...given, reason }, parts.day) : refuse(say(ctx).unread);
  }
  const { word, rest: reason } = firstWord(rest);
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  const [category] =
    [...categories].find(([key, { zh, en }]) => [key, zh, en.toLowerCase()].includes(word.toLowerCase())) ?? [];
  return category && reason !== '' ? recategorise(ctx, { ...given, reason }, category) : refuse(say(ctx).unread);
}

async function resumed(ctx: Ctx, text: string): Promise<Outcome> {
  const project = await projectIn(ctx, text);
  return 'kind' in project ? project : resume(ctx, project.id);
}
