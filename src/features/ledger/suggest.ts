import { evened, matchSearchKey, searchKey } from '../../domain/search-key.js';
import type { Ctx, Outcome } from '../../feature.js';
import { nameOptions } from './messages/names-form.js';
import type { Suggested } from './model.js';
import { mayNotEdit } from './rights.js';

/** The people that a menu offers. */
export async function peopleOptions(ctx: Ctx, typed: string): Promise<Outcome> {
  if (mayNotEdit(ctx) !== null) return { kind: 'options', options: [] };
  return { kind: 'options', options: nameOptions(await suggestPeople(ctx, typed), ctx) };
}

/** The units that a menu offers. */
export async function unitOptions(ctx: Ctx, typed: string): Promise<Outcome> {
  if (mayNotEdit(ctx) !== null) return { kind: 'options', options: [] };
  return { kind: 'options', options: nameOptions(await suggestUnits(ctx, typed), ctx) };
}

const MOST_SUGGESTED = 80;

/** People of the program whose name was typed in part, in characters or pinyin; all of them, where nothing was. */
async function suggestPeople(ctx: Ctx, typed: string): Promise<readonly Suggested[]> {
  const people = await ctx.store.roster.all(ctx.program.id);
  return best(typed, people, (person) => [person.name, person.nameEn]).map(({ id, name, nameEn, title, duties }) => ({
    id,
    label: ctx.language === 'zh' ? name : `${nameEn} ${name}`,
    about: title[ctx.language] || (duties.find(({ unitName }) => unitName !== null)?.unitName?.[ctx.language] ?? ''),
  }));
}

async function suggestUnits(ctx: Ctx, typed: string): Promise<readonly Suggested[]> {
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
        const match = matchSearchKey(wanted, searchKey(name));
        return match === null ? [] : [RANKS[match.covers]];
      });
      return ranks.length === 0 ? [] : [{ thing, rank: Math.min(...ranks) }];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_SUGGESTED)
    .map(({ thing }) => thing);
}
