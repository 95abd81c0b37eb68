import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Instant, instantAt, isLocalDay, type LocalDay } from '../../domain/day.js';
import type { Plan } from '../../domain/plan.js';
import { readScript, ScriptError, type ScriptLine } from './happening.js';

const day = z
  .string()
  .refine(isLocalDay, 'give a day as 2020-06-17')
  .transform((text) => text as LocalDay);
const shape = z.strictObject({
  /** A plan file, from the folder. */
  plan: z.string().min(1),
  /** A file of mechanisms that take the place of the plan's, from the folder. */
  mechanisms: z.string().min(1).optional(),
  /** The first day: the plan is loaded before its morning. The last: until its midnight. */
  from: day,
  to: day,
  /** Files of happenings, from the folder, in the order of time. */
  script: z.array(z.string().min(1)).min(1),
});

/** The one file of a replay's folder that is always there. */
export const CASE_FILE = 'replay.yaml';
/** When the plan is loaded on the first day. */
const LOADED_AT = '08:10';

/** A folder's replay: its plan, from when to when, and what happens. */
export type ReplayCase = {
  readonly folder: string;
  readonly plan: Plan;
  readonly planFile: string;
  readonly mechanismsFile: string | null;
  readonly begins: Instant;
  readonly ends: Instant;
  readonly script: readonly ScriptLine[];
};

type Head = Pick<ReplayCase, 'plan' | 'planFile' | 'mechanismsFile'> &
  Pick<z.infer<typeof shape>, 'from' | 'to' | 'script'>;

type ReadPlan = (file: string, mechanisms: string | null) => Promise<Plan>;

/** What a folder's replay is of, without what happens. */
export async function readHead(folder: string, readPlan: ReadPlan): Promise<Head> {
  const file = join(folder, CASE_FILE);
  const parsed = shape.safeParse(parse(await readFile(file, 'utf8'), { schema: 'failsafe' }));
  if (!parsed.success)
    throw new ScriptError(
      parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const { plan, mechanisms, ...rest } = parsed.data;
  const planFile = join(folder, plan);
  const mechanismsFile = mechanisms === undefined ? null : join(folder, mechanisms);
  return { ...rest, planFile, mechanismsFile, plan: await readPlan(planFile, mechanismsFile) };
}

/** Reads a folder's replay; `until` cuts it off after a day. Throws a ScriptError that names file, line and field. */
export async function readCase(folder: string, readPlan: ReadPlan, until: LocalDay | null): Promise<ReplayCase> {
  const { from, to, script: files, ...head } = await readHead(folder, readPlan);
  const { plan } = head;
  const people = new Set(plan.people.map(({ key }) => key));
  const last = until !== null && until < to ? until : to;
  const begins = instantAt(from, LOADED_AT, plan.timeZone);
  const ends = instantAt(last, '23:59', plan.timeZone);
  const script: ScriptLine[] = [];
  for (const name of files) {
    const path = join(folder, name);
    script.push(...readScript(await readFile(path, 'utf8'), path, people, plan.timeZone));
  }
  return { ...head, folder, begins, ends, script: script.filter(({ at }) => at >= begins && at <= ends) };
}
