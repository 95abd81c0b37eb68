import { nearestNames } from '../../domain/near-name.js';
import type { Ctx, Outcome } from '../../feature.js';
import { option } from '../../slack/blocks.js';
import { whoLabel } from './messages/parts.js';

const MOST = 50;

/** People by name, sound or unit, as somebody types; everybody while nothing is typed. */
export async function peopleOptions(ctx: Ctx, typed: string): Promise<Outcome> {
  const people = await ctx.store.roster.all(ctx.program.id);
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  const inUnit = people.filter((each) =>
    each.duties.some(
      ({ unitName }) => unitName !== null && wanted !== '' && unitName[ctx.language].toLowerCase().includes(wanted),
    ),
  );
  const near = wanted === '' ? people : [...new Set([...nearestNames(wanted, people, MOST), ...inUnit])];
  return {
    kind: 'options',
    options: near.slice(0, MOST).map((person) => option(whoLabel(person, ctx.language), String(person.id))),
  };
}

/** Units by name and nickname, as somebody types. */
export async function unitOptions(ctx: Ctx, typed: string): Promise<Outcome> {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  const units = (await ctx.store.roster.units(ctx.program.id)).filter(({ key, name, aliases }) =>
    [key, name.zh, name.en, ...aliases].some((each) => each.toLowerCase().includes(wanted)),
  );
  return {
    kind: 'options',
    options: units.slice(0, MOST).map(({ id, name }) => option(name[ctx.language], String(id))),
  };
}
