import type { Choices, NameChoice, UnknownName } from '../../domain/ledger-compare/index.js';
import type { Ctx, Outcome } from '../../feature.js';
import { option } from '../../slack/blocks.js';
import { compareAgain } from './compare.js';
import { namesForm } from './messages/names-form.js';
import { refuse } from './messages/refusals.js';
import type { OfImport, Understood } from './model.js';
import { openImport } from './open-import.js';
import { showUpdated } from './show.js';

/** The form that says what becomes of names that the ledger does not have. */
export async function openNames(ctx: Ctx, { import: id }: OfImport): Promise<Outcome> {
  const open = await openImport(ctx, id);
  if ('refused' in open) return refuse(open);
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  const options = [...categories].map(([key, name]) => option(name[ctx.language], key));
  return { kind: 'view', view: namesForm(open, options, ctx.language) };
}

export async function namesByForm(ctx: Ctx, { import: id }: OfImport, decisions: Decisions): Promise<Outcome> {
  const open = await openImport(ctx, id);
  if ('refused' in open) return refuse(open);
  const { understood } = open;
  return showUpdated(ctx, await compareAgain(ctx, id, (choices) => decided(choices, understood, decisions)));
}

/** Decisions as a form sends them: by the place of each name in what was understood. */
export type Decisions = {
  readonly likely: ReadonlyMap<number, string>;
  readonly units: ReadonlyMap<number, string>;
  readonly categories: ReadonlyMap<number, string>;
  readonly people: ReadonlyMap<number, string>;
  /** What becomes of people and units that were not decided one by one. */
  readonly others: 'each' | 'make';
};

/** Choices with those of a form among them. */
export function decided(choices: Choices, understood: Understood, decisions: Decisions): Choices {
  const named = (known: Choices['people'], names: readonly UnknownName[], sent: ReadonlyMap<number, string>) => {
    const all: Record<string, NameChoice> = { ...known };
    for (const [at, value] of sent) {
      const choice = nameChoice(value);
      const key = names[at]?.key;
      if (key !== undefined && choice !== null) all[key] = choice;
    }
    if (decisions.others === 'make') for (const { key } of names) all[key] ??= 'new';
    return all;
  };
  const categories = { ...choices.categories };
  for (const [at, value] of decisions.categories) {
    const key = understood.categories[at]?.key;
    if (key !== undefined) categories[key] = value === 'blank' ? null : value;
  }
  const projects = { ...choices.projects };
  for (const [at, value] of decisions.likely) {
    const key = understood.likely[at]?.key;
    const choice = nameChoice(value);
    if (key !== undefined && choice !== null && choice !== 'blank') projects[key] = choice;
  }
  return {
    ...choices,
    people: named(choices.people, understood.people, decisions.people),
    units: named(choices.units, understood.units, decisions.units),
    categories,
    projects,
  };
}

function nameChoice(value: string): NameChoice | null {
  if (value === 'new' || value === 'blank') return value;
  const id = Number(value);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
