import { instantAt, localDay } from '../../domain/day.js';
import type { Plan } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Carried } from '../../store/programs-carry.js';
import { carryItems } from '../review/door.js';
import { refusedTo } from './denied.js';
import { log } from './log.js';
import { carriedNote, faultAt, madeMessage, planFault, programForm } from './messages/make.js';
import type { Made } from './model.js';

/** A plan of 80 projects is 40 KB. A larger file would keep others waiting while it is read. */
const LARGEST_PLAN = 2 * 1024 * 1024;

/** The form for a new year, with what it would take over from the program that is run. */
export async function openForm(ctx: Ctx): Promise<Outcome> {
  return refusedTo(ctx) ?? programForm(ctx, await ctx.store.programs.carries(ctx.program.id));
}

type Fields = { readonly year: number | null; readonly name: string | null; readonly file: string | null };

/** Makes the program of a year: of a plan file where one is attached, else out of the one that is run. */
export async function make(ctx: Ctx, _: unknown, { year, name, file }: Fields): Promise<Outcome> {
  const refused = refusedTo(ctx);
  if (refused) return refused;
  if (file !== null) return makeOfFile(ctx, file);
  if (year === null) return faultAt('year', 'year', ctx.language);
  return answer(ctx, await carryOver(ctx, year, name), 'year');
}

async function makeOfFile(ctx: Ctx, fileId: string): Promise<Outcome> {
  const file = await ctx.readFile(fileId, LARGEST_PLAN);
  if (typeof file === 'string') return faultAt('file', 'file', ctx.language);
  const read = await ctx.readPlan(file);
  return 'plan' in read ? answer(ctx, await loadBeside(ctx, read.plan), 'file') : planFault(read.errors, ctx.language);
}

const answer = ({ language }: Ctx, made: Made | null, field: 'year' | 'file'): Outcome =>
  made === null ? faultAt(field, 'exists', language) : { kind: 'say', message: madeMessage(made, language) };

/** People, open projects, leads in hand and what is still to be done go on. Null: there is a program of this year already. */
async function carryOver(ctx: Ctx, year: number, name: string | null): Promise<Made | null> {
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
  const note = carriedNote(program.name.zh);
  return ctx.store.transaction(async (tx) => {
    const carried = await tx.programs.carries(program.id);
    const id = await tx.programs.carryOver(program.id, next, { personId: person.id, at: now, countsAt, note });
    if (id === null) return ctx.retried ? madeOf(ctx, tx, key, carried) : null;
    await tx.promotionLeads.carry(program.id, id, ctx.cause);
    await carryItems(ctx, tx, id);
    await log(ctx, tx, 'carry-program', id, { key, from: program.key, ...carried });
    return madeOf(ctx, tx, key, carried);
  });
}

/** Loads a plan beside the program that is run. Null: there is one of its key already. */
async function loadBeside(ctx: Ctx, plan: Plan): Promise<Made | null> {
  return ctx.store.transaction(async (tx) => {
    const loaded = await tx.programs.load({ id: ctx.program.workspaceId }, plan, ctx.now, false);
    if ('exists' in loaded) return ctx.retried ? madeOf(ctx, tx, plan.key, null) : null;
    await log(ctx, tx, 'load-plan', loaded.programId, { key: plan.key, projects: plan.projects.length });
    return madeOf(ctx, tx, plan.key, null);
  });
}

async function madeOf(ctx: Ctx, tx: Transaction, key: string, carried: Carried | null): Promise<Made> {
  const program = (await tx.programs.ofWorkspace(ctx.program.workspaceId)).find((each) => each.key === key);
  if (!program) throw new Error(`the program ${key} was made and is not there`);
  return { program, carried };
}

/** `dong-e-2020` becomes `dong-e-2021`. */
const keyOf = (key: string, from: number, year: number): string =>
  key.includes(String(from)) ? key.replace(String(from), String(year)) : `${key}-${year}`;
