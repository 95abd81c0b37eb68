import type { z } from 'zod';
import type { LocalDay } from '../../domain/day.js';
import type { ProjectFields } from '../../domain/ledger-change.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { LedgerProjectRow } from '../../store/ledger-projects.js';
import { changedOutcome } from './answer.js';
import { changeProject } from './change.js';
import { effectOf } from './effect.js';
import { namesOf, projectIn } from './find.js';
import type { ids, WithReason } from './ids.js';
import { firstWord, splitDay } from './line.js';
import { effectMessage, keptAsItIs } from './messages/effect.js';
import { reasonForm } from './messages/reason-form.js';
import { formFaults, formKept, longReason, notChanged, unreadRefusal } from './messages/refusals.js';
import { refusedEdit } from './rights.js';
import { differing } from './write.js';

/*
 * What needs a reason: a project is withdrawn, goes to another category, or pauses. What that does is shown first; a second
 * press does it.
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
  { project: projectId, version, act }: z.infer<(typeof ids.reasonForm)['value']>,
  { reason, category, until }: z.infer<(typeof ids.reasonForm)['fields']>,
): Promise<Outcome> {
  const { language } = ctx;
  if (reason === null) return formFaults({ reason: 'needed' }, language);
  if (act === 'recategorise' && (category === null || !(await namesOf(ctx)).categories.has(category)))
    return formFaults({ category: 'chooseOne' }, language);
  if (act === 'pause' && until === null) return formFaults({ until: 'needed' }, language);
  if (act === 'pause' && until !== null && until < ctx.today) return formFaults({ until: 'past' }, language);
  const refused = refusedEdit(ctx);
  if (refused) return refused;
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, projectId);
  if (!project) return formKept('reason', 'gone', language);
  if (project.version !== version) return formKept('reason', 'stale', language);
  return askToConfirm(ctx, project, { act, reason, category, until });
}

/** `/ledger 退出 P-017 企业放弃`, `/ledger 改类 P-017 骨干企业 已投产`, `/ledger 暂停 P-017 8月31日 等规划`; a project alone opens the form. */
export const reasonByLine =
  (act: WithReason) =>
  async (ctx: Ctx, text: string): Promise<Outcome> => {
    const found = await projectIn(ctx, text);
    if ('kind' in found) return found;
    if (found.rest === '') return openReason(ctx, found.id, act);
    const refused = refusedEdit(ctx);
    if (refused) return refused;
    const read = act === 'recategorise' ? await readCategory(ctx, found.rest) : readWanted(ctx, act, found.rest);
    if (read === null) return unreadRefusal(ctx.language);
    if (read.reason.length > MOST_REASON) return longReason(MOST_REASON, ctx.language);
    const project = await ctx.store.ledgerProjects.byId(ctx.program.id, found.id);
    return project ? askToConfirm(ctx, project, { act, ...read }) : notChanged('gone', ctx.language);
  };

/** As long as its form takes; a button carries it. */
const MOST_REASON = 500;

type Read = { readonly reason: string; readonly category: string | null; readonly until: LocalDay | null };

/** Its effect is shown, and nothing is changed before the second press. */
async function askToConfirm(
  ctx: Ctx,
  project: LedgerProjectRow,
  { act, reason, category, until }: Read & { readonly act: WithReason },
): Promise<Outcome> {
  const { language, program } = ctx;
  const wanted = wantedOf(act, { reason, category, until });
  if (Object.keys(differing(project.fields, wanted).after).length === 0) return notChanged('same', language);
  const called = category === null ? undefined : (await namesOf(ctx)).categories.get(category);
  const asked = {
    project,
    act,
    reason,
    category: category !== null && called ? { key: category, name: called[language] } : null,
    until,
  };
  return { kind: 'say', message: effectMessage(asked, await effectOf(ctx, project, wanted), language, program.year) };
}

/** The second press. */
export async function confirmChange(
  ctx: Ctx,
  { project: projectId, version, act, ...read }: z.infer<(typeof ids.change)['value']>,
): Promise<Outcome> {
  const given = { projectId, version, reason: read.reason };
  return inItsPlace(changedOutcome(ctx, await changeProject(ctx, given, () => wantedOf(act, read))));
}

export async function keepAsItIs(ctx: Ctx, { project: id }: { readonly project: number }): Promise<Outcome> {
  const refused = refusedEdit(ctx);
  if (refused) return refused;
  const project = await ctx.store.ledgerProjects.byId(ctx.program.id, id);
  return project
    ? { kind: 'replace', message: keptAsItIs(project.code, ctx.language) }
    : notChanged('gone', ctx.language);
}

function wantedOf(act: WithReason, { reason, category, until }: Read): Wanted {
  if (act === 'withdraw') return withdrawn;
  if (act === 'recategorise') return category === null ? {} : { category };
  return until === null ? {} : paused(reason, until);
}

function readWanted(ctx: Ctx, act: 'withdraw' | 'pause', rest: string): Read | null {
  if (act === 'withdraw') return { reason: rest, category: null, until: null };
  const parts = splitDay(rest, ctx.today);
  const reason = [parts?.before, parts?.after].filter(Boolean).join(' ');
  return parts && reason !== '' ? { reason, category: null, until: parts.day } : null;
}

async function readCategory(ctx: Ctx, text: string): Promise<Read | null> {
  const { word, rest: reason } = firstWord(text);
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  const [category] =
    [...categories].find(([key, { zh, en }]) => [key, zh, en.toLowerCase()].includes(word.toLowerCase())) ?? [];
  return category && reason !== '' ? { category, reason, until: null } : null;
}
