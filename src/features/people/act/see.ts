import { namedExactly, nearestNames } from '../../../domain/near-name.js';
import { may } from '../../../domain/permission.js';
import type { Role, Words } from '../../../domain/plan.js';
import { NO_WORK, type Work, workCount } from '../../../domain/work.js';
import type { Ctx } from '../../../feature.js';
import type { AccountRequest } from '../../../store/account-requests.js';
import type { Position } from '../../../store/positions.js';
import type { Listed } from '../../../store/roster.js';
import { codeUnits } from './account.js';

/** Somebody with all that they hold, as far as the one who asks may see it. */
export type SeenPerson = {
  readonly person: Listed;
  readonly work: Work;
  readonly positions: readonly Position[];
  readonly shared: readonly { readonly code: string; readonly name: string }[];
  /** What the one who asks may do about them. */
  readonly may: { readonly code: boolean; readonly roles: boolean; readonly untie: boolean };
};

/** Somebody's card; null where there is nobody such, or they may not be seen, which is not told apart. */
export async function seePerson(ctx: Ctx, personId: number): Promise<SeenPerson | null> {
  const { program } = ctx;
  const person = (await ctx.store.roster.all(program.id)).find((each) => each.id === personId);
  if (!person) return null;
  const unitIds = person.duties.flatMap(({ unitId }) => unitId ?? []);
  if (!may(ctx.person, 'see-owned', { programId: program.id, personId, unitIds }).allowed) return null;
  const names = await ctx.store.names(program);
  return {
    person,
    work: await ctx.store.work.of(program.id, personId),
    positions: await ctx.store.positions.heldBy(program.id, personId),
    shared: [...names.byId.values()].filter((each) => each.coOwners.some((co) => co.personId === personId)),
    may: {
      code:
        person.slackUserId === null &&
        may(ctx.person, 'make-code', { programId: program.id, personId, unitIds: codeUnits(person) }).allowed,
      roles: may(ctx.person, 'change-roles', { programId: program.id }).allowed,
      untie: person.slackUserId !== null && may(ctx.person, 'tie-account', { programId: program.id }).allowed,
    },
  };
}

/** What needs a coordinator's hand. */
export type ToDo = {
  readonly untied: readonly Listed[];
  readonly requests: readonly AccountRequest[];
  /** Who has no role any more and still holds work, with how much. */
  readonly leaving: readonly { readonly person: Listed; readonly count: number }[];
  /** Positions that nobody holds. */
  readonly vacant: readonly Position[];
};

export type Overview = { readonly own: SeenPerson; readonly toDo: ToDo | null };

/** What I hold, and, for a coordinator, what needs doing. */
export async function seeOverview(ctx: Ctx): Promise<Overview> {
  const { program, person } = ctx;
  const own: SeenPerson = (await seePerson(ctx, person.id)) ?? {
    person: { ...person, title: { zh: '', en: '' }, email: null, language: ctx.language, duties: [] },
    work: NO_WORK,
    positions: [],
    shared: [],
    may: { code: false, roles: false, untie: false },
  };
  if (!may(person, 'tie-account', { programId: program.id }).allowed) return { own, toDo: null };
  const people = await ctx.store.roster.all(program.id);
  const gone = people.filter((each) => each.duties.length === 0);
  const leaving = [];
  for (const each of gone)
    leaving.push({ person: each, count: workCount(await ctx.store.work.of(program.id, each.id)) });
  return {
    own,
    toDo: {
      untied: people.filter((each) => each.slackUserId === null && each.duties.length > 0),
      requests: await ctx.store.accountRequests.open(program.id, 20),
      leaving: leaving.filter(({ count }) => count > 0),
      vacant: (await ctx.store.positions.all(program.id)).filter((each) => each.holderId === null),
    },
  };
}

/** Who is meant by what was typed. */
export type FoundPerson =
  | { readonly kind: 'one'; readonly person: Listed }
  | { readonly kind: 'several' | 'near'; readonly people: readonly Listed[] }
  | { readonly kind: 'nobody' };

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

export type UnitChoice = { readonly id: number; readonly name: Words; readonly headId: number | null };

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

/** People of a unit, to be listed: for who sees the plan, and its own. */
export async function seeUnit(ctx: Ctx, unitId: number): Promise<readonly Listed[] | null> {
  const own = ctx.person.roles.some((held) => held.unitId === unitId);
  const sees = may(ctx.person, 'see-owned', { programId: ctx.program.id, personId: 0, unitIds: [unitId] }).allowed;
  if (!own && !sees) return null;
  const people = await ctx.store.roster.all(ctx.program.id);
  return people.filter((each) => each.duties.some((held) => held.unitId === unitId));
}

/** Roles that are held in a unit. */
export const IN_UNIT: ReadonlySet<Role> = new Set(['official', 'unit-head']);
