import { type Instant, instantAt, localDay } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Plan } from '../../domain/plan.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ListedProgram } from '../../store/programs.js';
import type { Carried } from '../../store/programs-carry.js';
import { inLanguage } from '../../text/language.js';
import { words } from './words.js';

export type Denied = { readonly denied: string };

/** Why somebody may not see to the programs of a workspace; null where they may. */
function whyNot(ctx: Ctx): Denied | null {
  const permission = may(ctx.person, 'manage-programs', { programId: ctx.program.id });
  return permission.allowed ? null : { denied: denialWords(permission.denied, ctx.language) };
}

/** The programs of the workspace, the newest year first. */
export async function listPrograms(ctx: Ctx): Promise<readonly ListedProgram[] | Denied> {
  return whyNot(ctx) ?? ctx.store.programs.ofWorkspace(ctx.program.workspaceId);
}

/** What the next year would take over from this one. */
export async function whatCarries(ctx: Ctx): Promise<Carried | Denied> {
  return whyNot(ctx) ?? ctx.store.programs.carries(ctx.program.id);
}

export type Made =
  | Denied
  | { readonly kind: 'made'; readonly program: ListedProgram; readonly carried: Carried | null }
  | { readonly kind: 'exists'; readonly key: string };

/** Makes the program of a year out of the one that is run: people and open projects go on. It is not yet the one that is run. */
export async function carryOver(ctx: Ctx, year: number, name: string | null): Promise<Made> {
  const denied = whyNot(ctx);
  if (denied) return denied;
  const { program, person, now } = ctx;
  const key = keyOf(program.key, program.year, year);
  const renamed = (text: string) => text.replaceAll(String(program.year), String(year));
  const from = localDay(`${year}${program.from.slice(4)}`);
  const next = {
    key,
    year,
    from,
    to: localDay(`${year + Number(program.to.slice(0, 4)) - program.year}${program.to.slice(4)}`),
    name: { zh: name ?? renamed(program.name.zh), en: name ?? renamed(program.name.en) },
  };
  // What was reached last year is no news of this year's first digest.
  const countsAt = Math.min(now, instantAt(from, '00:00', program.timeZone));
  const note = inLanguage(words, 'zh').carriedNote(program.name.zh);
  return ctx.store.transaction(async (tx): Promise<Made> => {
    const carried = await tx.programs.carries(program.id);
    const id = await tx.programs.carryOver(program.id, next, { personId: person.id, at: now, countsAt, note });
    if (id === null) return ctx.again ? made(ctx, tx, key, carried) : { kind: 'exists', key };
    await log(ctx, tx, 'carry-program', id, { key, from: program.key, ...carried });
    return made(ctx, tx, key, carried);
  });
}

/** Loads a plan beside the program that is run; it is not yet the one that is run. */
export async function loadBeside(ctx: Ctx, plan: Plan): Promise<Made> {
  const denied = whyNot(ctx);
  if (denied) return denied;
  const { workspaceId } = ctx.program;
  return ctx.store.transaction(async (tx): Promise<Made> => {
    const loaded = await tx.programs.load({ id: workspaceId }, plan, ctx.now, false);
    if ('exists' in loaded) return ctx.again ? made(ctx, tx, plan.key, null) : { kind: 'exists', key: plan.key };
    await log(ctx, tx, 'load-plan', loaded.programId, { key: plan.key, projects: plan.projects.length });
    return made(ctx, tx, plan.key, null);
  });
}

async function made(ctx: Ctx, tx: Transaction, key: string, carried: Carried | null): Promise<Made> {
  const program = (await tx.programs.ofWorkspace(ctx.program.workspaceId)).find((each) => each.key === key);
  if (!program) throw new Error(`the program ${key} was made and is not there`);
  return { kind: 'made', program, carried };
}

export type Turned =
  | Denied
  | { readonly kind: 'turned' | 'already'; readonly program: ListedProgram; readonly before: ListedProgram | null }
  | { readonly kind: 'unknown' };

/** Makes another program the one that is run. Its people are written to, and its digests sent, from now on. */
export async function switchTo(ctx: Ctx, which: Which): Promise<Turned> {
  return turn(ctx, which, async (tx, program) => {
    if (program.archived) await tx.programs.archive(ctx.program.workspaceId, program.id, null);
    if (!(await tx.programs.switchTo(ctx.program.workspaceId, program.id))) return false;
    await log(ctx, tx, 'switch-program', program.id, { key: program.key, from: ctx.program.key });
    await tx.send('settle', { programId: program.id }, { key: `settle:${program.id}:${ctx.cause}` });
    return true;
  });
}

/** Puts a program that is not run away, or takes it out again. */
export async function archive(ctx: Ctx, which: Which, away: boolean): Promise<Turned> {
  return turn(ctx, which, async (tx, program) => {
    if (!(await tx.programs.archive(ctx.program.workspaceId, program.id, away ? ctx.now : null))) return false;
    await log(ctx, tx, away ? 'archive-program' : 'restore-program', program.id, { key: program.key });
    return true;
  });
}

/** A program by its id, or by what somebody calls it: its year, key or name. */
export type Which = { readonly id: number } | { readonly called: string };

async function turn(
  ctx: Ctx,
  which: Which,
  act: (tx: Transaction, program: ListedProgram) => Promise<boolean>,
): Promise<Turned> {
  const denied = whyNot(ctx);
  if (denied) return denied;
  return ctx.store.transaction(async (tx): Promise<Turned> => {
    const all = await tx.programs.ofWorkspace(ctx.program.workspaceId);
    const found = all.filter((each) => isCalled(each, which));
    const [program] = found;
    if (!program || found.length > 1) return { kind: 'unknown' };
    const before = all.find((each) => each.current) ?? null;
    const done = await act(tx, program);
    const now = (await tx.programs.ofWorkspace(ctx.program.workspaceId)).find((each) => each.id === program.id);
    return { kind: done ? 'turned' : 'already', program: now ?? program, before };
  });
}

function isCalled(program: ListedProgram, which: Which): boolean {
  if ('id' in which) return program.id === which.id;
  const called = which.called.replace(/年$/, '').toLowerCase();
  return [String(program.year), program.key.toLowerCase(), program.name.zh, program.name.en.toLowerCase()].includes(
    called,
  );
}

/** `dong-e-2020` becomes `dong-e-2021`. */
const keyOf = (key: string, from: number, year: number): string =>
  key.includes(String(from)) ? key.replace(String(from), String(year)) : `${key}-${year}`;

function log(ctx: Ctx, tx: Transaction, action: string, programId: number, after: object): Promise<void> {
  const at: Instant = ctx.now;
  return tx.activity.add([
    {
      workspaceId: ctx.program.workspaceId,
      programId,
      at,
      personId: ctx.person.id,
      action,
      thing: 'program',
      thingId: programId,
      after,
      cause: ctx.cause,
    },
  ]);
}
