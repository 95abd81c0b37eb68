import type { z } from 'zod';
import type { LocalDay } from '../../domain/day.js';
import type { ProjectFields } from '../../domain/ledger-change.js';
import type { Ctx, Outcome } from '../../feature.js';
import { changedOutcome, formOutcome } from './answer.js';
import { changeProject } from './change.js';
import { namesOf, projectIn } from './find.js';
import type { ids, WithReason } from './ids.js';
import { firstWord, splitDay } from './line.js';
import { reasonForm } from './messages/reason-form.js';
import { formFaults, notChanged, unreadRefusal } from './messages/refusals.js';
import { refusedEdit } from './rights.js';

/*
 * What needs a reason: a project is withdrawn, goes to another category, or pauses.
 */

type Wanted = Partial<ProjectFields>;

const withdrawn: Wanted = { standing: 'withdrawn', pauseReason: null, pausedUntil: null };
const paused = (pauseReason: string, pausedUntil: LocalDay): Wanted => ({
  standing: 'paused',
  pauseReason,
  pausedUntil,
});

async function openReason(ctx: Ctx, projectId: number, act: WithReason): Promise<Outcome> {
  const refused = refusedEdit(ctx);
  if (refused) return refused;
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, projectId);
  return project ? reasonForm(ctx, project, act, await namesOf(ctx)) : notChanged('gone', ctx.language);
}

export async function reasonByForm(
  ctx: Ctx,
  { project, version, act }: z.infer<(typeof ids.reasonForm)['value']>,
  { reason, category, until }: z.infer<(typeof ids.reasonForm)['fields']>,
): Promise<Outcome> {
  const { language } = ctx;
  if (reason === null) return formFaults({ reason: 'needed' }, language);
  const change = async (wanted: Wanted) =>
    formOutcome(ctx, await changeProject(ctx, { projectId: project, version, reason }, () => wanted), 'reason');
  if (act === 'withdraw') return change(withdrawn);
  if (act === 'recategorise') {
    if (category === null || !(await namesOf(ctx)).categories.has(category))
      return formFaults({ category: 'chooseOne' }, language);
    return change({ category });
  }
  if (until === null) return formFaults({ until: 'needed' }, language);
  if (until < ctx.today) return formFaults({ until: 'past' }, language);
  return change(paused(reason, until));
}

/** `/ledger 退出 P-017 企业放弃`, `/ledger 改类 P-017 骨干企业 已投产`, `/ledger 暂停 P-017 8月31日 等规划`; a project alone opens the form. */
export const reasonByLine =
  (act: WithReason) =>
  async (ctx: Ctx, text: string): Promise<Outcome> => {
    const project = await projectIn(ctx, text);
    if ('kind' in project) return project;
    const { id: projectId, rest } = project;
    if (rest === '') return openReason(ctx, projectId, act);
    const read = act === 'recategorise' ? await readCategory(ctx, rest) : readWanted(ctx, act, rest);
    if (read === null) return unreadRefusal(ctx.language);
    const { wanted, reason } = read;
    return changedOutcome(ctx, await changeProject(ctx, { projectId, version: null, reason }, () => wanted));
  };

type Read = { readonly wanted: Wanted; readonly reason: string } | null;

function readWanted(ctx: Ctx, act: 'withdraw' | 'pause', rest: string): Read {
  if (act === 'withdraw') return { wanted: withdrawn, reason: rest };
  const parts = splitDay(rest, ctx.today);
  const reason = [parts?.before, parts?.after].filter(Boolean).join(' ');
  return parts && reason !== '' ? { wanted: paused(reason, parts.day), reason } : null;
}

async function readCategory(ctx: Ctx, text: string): Promise<Read> {
  const { word, rest: reason } = firstWord(text);
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  const [category] =
    [...categories].find(([key, { zh, en }]) => [key, zh, en.toLowerCase()].includes(word.toLowerCase())) ?? [];
  return category && reason !== '' ? { wanted: { category }, reason } : null;
}
