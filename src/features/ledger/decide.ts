import type { Choices, NameChoice, UnknownName } from '../../domain/ledger-compare/index.js';
import { evened, matchSpelt, spelt } from '../../domain/spelt.js';
import type { Ctx } from '../../feature.js';
import type { KeptImport } from '../../store/ledger-imports.js';
import { inLanguage } from '../../text/language.js';
import { mayNotEdit, type Refused } from './compare.js';
import { MATCHES, type Match } from './matches.js';
import { importWords } from './messages/import-words.js';
import type { Understood } from './understood.js';

/** What a form of an open import shows. */
export type OpenImport = { readonly kept: KeptImport; readonly understood: Understood };

/** An import that is still to be confirmed, for a form about it. */
export async function openImport(ctx: Ctx, id: number): Promise<OpenImport | Refused> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return denied;
  const words = inLanguage(importWords, ctx.language);
  const kept = await ctx.store.ledgerImports.byId(ctx.program.id, id);
  if (kept === null) return { refused: { ...words.gone, understood: null } };
  if (kept.standing !== 'previewed') return { refused: { ...words.decided[kept.standing], understood: null } };
  return { kept, understood: kept.understood as Understood };
}

/** A head that was matched before. */
export type Remembered = { readonly head: string; readonly match: string };
/** As many as a form has room for beside the new ones. */
const MOST_REMEMBERED = 40;

/** The heads that were matched before, in one order: a form names them by their place. */
export async function rememberedColumns(ctx: Ctx): Promise<readonly Remembered[]> {
  const kept = await ctx.store.ledgerImports.columns(ctx.program.id);
  return [...kept]
    .map(([head, match]) => ({ head, match }))
    .sort((one, other) => (one.head < other.head ? -1 : 1))
    .slice(0, MOST_REMEMBERED);
}

/** What was chosen for a remembered head that is no longer to be remembered. */
export const FORGET = 'forget';

/** Remembers what the heads of an import mean, for this file and the next ones; forgets what was wrong. */
export async function matchColumns(
  ctx: Ctx,
  id: number,
  matched: ReadonlyMap<number, string>,
  again: ReadonlyMap<number, string>,
): Promise<OpenImport | Refused> {
  const open = await openImport(ctx, id);
  if ('refused' in open) return open;
  const remembered = await rememberedColumns(ctx);
  const changed = [...again].flatMap(([at, match]) => {
    const head = remembered[at]?.head;
    return head === undefined || remembered[at]?.match === match ? [] : [{ head, match }];
  });
  await ctx.store.ledgerImports.forgetColumns(
    ctx.program.id,
    changed.filter(({ match }) => match === FORGET).map(({ head }) => head),
  );
  const fresh = [...matched].map(([at, match]) => ({ head: open.understood.heads[at], match }));
  const fields = new Map(
    [...fresh, ...changed].flatMap(({ head, match }) =>
      head === undefined || !MATCHES.includes(match as Match) ? [] : [[head, match] as const],
    ),
  );
  await ctx.store.ledgerImports.matchColumns(ctx.program.id, ctx.person.id, ctx.now, fields);
  return open;
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

/** Somebody or a unit to be chosen, with what tells two of one name apart. */
export type Suggested = { readonly id: number; readonly label: string; readonly about: string };
const MOST_SUGGESTED = 80;

/** People of the program whose name was typed in part, in characters or pinyin; all of them, where nothing was. */
export async function suggestPeople(ctx: Ctx, typed: string): Promise<readonly Suggested[]> {
  if (mayNotEdit(ctx) !== null) return [];
  const people = await ctx.store.roster.all(ctx.program.id);
  return best(typed, people, (person) => [person.name, person.nameEn]).map(({ id, name, nameEn, title, duties }) => ({
    id,
    label: ctx.language === 'zh' ? name : `${nameEn} ${name}`,
    about: title[ctx.language] || (duties.find(({ unitName }) => unitName !== null)?.unitName?.[ctx.language] ?? ''),
  }));
}

export async function suggestUnits(ctx: Ctx, typed: string): Promise<readonly Suggested[]> {
  if (mayNotEdit(ctx) !== null) return [];
  const units = await ctx.store.roster.units(ctx.program.id);
  return best(typed, units, (unit) => [unit.name.zh, unit.name.en, ...unit.aliases]).map(({ id, name }) => ({
    id,
    label: name[ctx.language],
    about: '',
  }));
}

const RANKS = { exact: 0, start: 1, part: 2 } as const;

function best<Thing>(
  typed: string,
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly string[],
): readonly Thing[] {
  const wanted = evened(typed);
  if (wanted === '') return things.slice(0, MOST_SUGGESTED);
  return things
    .flatMap((thing) => {
      const ranks = namesOf(thing).flatMap((name) => {
        const match = matchSpelt(wanted, spelt(name));
        return match === null ? [] : [RANKS[match.covers]];
      });
      return ranks.length === 0 ? [] : [{ thing, rank: Math.min(...ranks) }];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_SUGGESTED)
    .map(({ thing }) => thing);
}
