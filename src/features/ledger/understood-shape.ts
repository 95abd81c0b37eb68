import { z } from 'zod';
import type { LedgerChange } from '../../domain/ledger-change.js';
import type { Choices } from '../../domain/ledger-compare/index.js';
import { STAGES } from '../../domain/plan.js';
import type { Understood } from './model.js';

/*
 * What a preview kept is read by its shape: one that an earlier version wrote, or that is broken, is found out before
 * anything of it is written.
 */

const number = z.number().nullable();
const choice = z.union([z.int(), z.literal('new'), z.literal('blank')]);
const unknownName = z.object({
  key: z.string(),
  name: z.string(),
  times: z.int(),
  sheet: z.string(),
  cell: z.string(),
});
const fields = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const milestone = z.looseObject({ name: z.string(), due: z.string().nullable() });

/** Its fields are the ledger's own, which refuses what it does not have. */
const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add-project'),
    project: z.looseObject({
      code: z.string(),
      name: z.string(),
      category: z.string(),
      focusArea: z.string(),
      unitId: z.int(),
      stage: z.enum(STAGES),
      nicknames: z.array(z.string()),
      milestones: z.array(milestone),
    }),
  }),
  z.object({
    kind: z.literal('change-project'),
    projectId: z.int(),
    before: fields,
    after: fields,
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal('add-milestone'), projectId: z.int(), milestone }),
  z.object({
    kind: z.literal('change-milestone'),
    projectId: z.int(),
    milestoneId: z.int(),
    before: fields,
    after: fields,
    reason: z.string().nullable(),
  }),
]) as unknown as z.ZodType<LedgerChange>;

const choices: z.ZodType<Choices> = z.object({
  people: z.record(z.string(), choice),
  units: z.record(z.string(), choice),
  categories: z.record(z.string(), z.string().nullable()),
  projects: z.record(z.string(), z.union([z.int(), z.literal('new')])),
  lower: z.boolean(),
});

const named = unknownName.extend({ candidates: z.array(z.int()), chosen: choice.nullable() });

const understood: z.ZodType<Understood> = z.object({
  counts: z.object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    withdrawn: z.int(),
    held: z.int(),
    faults: z.int(),
    warnings: z.int(),
    absent: z.int(),
    people: z.int(),
    units: z.int(),
  }),
  choices,
  heads: z.array(z.string()),
  people: z.array(named),
  units: z.array(named),
  categories: z.array(unknownName.extend({ chosen: z.string().nullable() })),
  likely: z.array(
    z.object({
      key: z.string(),
      sheet: z.string(),
      row: z.int(),
      name: z.string(),
      candidates: z.array(z.object({ id: z.int(), code: z.string(), name: z.string() })),
      chosen: z.union([z.int(), z.literal('new')]).nullable(),
    }),
  ),
  writes: z.object({
    units: z.array(z.object({ id: z.int(), name: z.string() })),
    people: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        phone: z.string(),
        role: z.enum(['official', 'leader']),
        unitId: number,
      }),
    ),
    changes: z.array(change),
    figures: z.array(z.object({ code: z.string(), projectId: number, before: number, done: z.number() })),
    finished: z.array(z.object({ code: z.string(), projectId: number, milestoneId: number, name: z.string() })),
  }),
  made: z.object({ people: z.array(z.int()), units: z.array(z.int()) }).exactOptional(),
});

/** What stayed of a file; null where it has another shape: the file is to be sent again. */
export const readUnderstood = (kept: unknown): Understood | null => understood.safeParse(kept).data ?? null;
