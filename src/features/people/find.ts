import { namedExactly, nearestNames } from '../../domain/near-name.js';
import type { Words } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import { unknownRefusal } from './messages/refusals.js';
import { choiceMessage } from './messages/several.js';
import type { FoundPerson } from './model.js';

const MOST_NEAR = 5;

/** The person of a name. Nobody is guessed: where several have it, or none, they are offered. */
export async function findPerson(ctx: Ctx, typed: string): Promise<FoundPerson> {
  const people = await ctx.store.roster.all(ctx.program.id);
  const exact = namedExactly(typed, people);
  const [one] = exact;
  if (one && exact.length === 1) return { kind: 'one', person: one };
  if (exact.length > 1) return { kind: 'several', people: exact.slice(0, MOST_NEAR) };
  const near = nearestNames(typed, people, MOST_NEAR);
  return near.length > 0 ? { kind: 'near', people: near } : { kind: 'nobody' };
}

/** Whom a line begins with: `张三 单位负责人 水利局`, and what is left of it. The longest name wins. */
export async function personInFront(
  ctx: Ctx,
  text: string,
): Promise<{ readonly found: FoundPerson; readonly rest: string }> {
  const people = await ctx.store.roster.all(ctx.program.id);
  const plain = text.trim();
  const lower = plain.toLowerCase();
  const fits = (name: string) =>
    lower.startsWith(name.toLowerCase()) && /^(?:$|[\s,，、:：])/.test(plain.slice(name.length));
  const names = [...new Set(people.flatMap(({ name, nameEn }) => [name, nameEn]).filter(fits))];
  const [longest] = names.sort((one, other) => other.length - one.length);
  const [word = ''] = plain.split(/[\s,，、]+/);
  const called = longest ?? word;
  return { found: await findPerson(ctx, called), rest: plain.slice(called.length).replace(/^[\s,，、:：]+/, '') };
}

type UnitChoice = { readonly id: number; readonly name: Words; readonly headId: number | null };

/** The unit of a name or nickname; null where none, or several, are called so. */
export async function findUnit(ctx: Ctx, typed: string): Promise<UnitChoice | null> {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return null;
  const units = await ctx.store.roster.units(ctx.program.id);
  const called = units.filter(({ key, name, aliases }) =>
    [key, name.zh, name.en, ...aliases].some((each) => each.toLowerCase() === wanted),
  );
  const [one] = called.length > 0 ? called : units.filter(({ name }) => name.zh.includes(wanted));
  return one ?? null;
}

/** Who was typed is not one person: they are offered, or the refusal says what to type. */
export const notOne = (ctx: Ctx, found: Exclude<FoundPerson, { kind: 'one' }>, called: string): Outcome =>
  found.kind === 'nobody'
    ? unknownRefusal(called, ctx.language)
    : { kind: 'say', message: choiceMessage(found, called, ctx.language) };
