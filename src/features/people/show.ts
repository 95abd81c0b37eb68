import { may } from '../../domain/permission.js';
import type { Words } from '../../domain/plan.js';
import { NO_RESPONSIBILITIES, responsibilityCount } from '../../domain/responsibilities.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Listed } from '../../store/roster.js';
import { codeUnits } from './code.js';
import { findPerson, findUnit, notOne } from './find.js';
import { noCardRefusal, personMessage } from './messages/card.js';
import { overviewMessage } from './messages/overview.js';
import { unknownRefusal } from './messages/refusals.js';
import { unitMessage } from './messages/several.js';
import type { Overview, SeenPerson } from './model.js';

/** `/people` alone: what I hold, and, for a coordinator, what needs doing. */
export const showOverview = async (ctx: Ctx): Promise<Outcome> => ({
  kind: 'say',
  message: overviewMessage(await seeOverview(ctx), ctx.language),
});

/** `/people 张三`, `/people 水利局`. */
export async function show(ctx: Ctx, called: string): Promise<Outcome> {
  const unit = await findUnit(ctx, called);
  const found = await findPerson(ctx, called);
  if (found.kind === 'one') return showCard(ctx, { person: found.person.id });
  return unit ? showUnit(ctx, unit) : notOne(ctx, found, called);
}

export async function showCard(ctx: Ctx, { person }: { readonly person: number }): Promise<Outcome> {
  const seen = await seePerson(ctx, person);
  return seen ? { kind: 'say', message: personMessage(seen, ctx.language) } : noCardRefusal(ctx.language);
}

async function showUnit(ctx: Ctx, { id, name }: { readonly id: number; readonly name: Words }): Promise<Outcome> {
  const called = name[ctx.language];
  const people = await seeUnit(ctx, id);
  if (people === null) return unknownRefusal(called, ctx.language);
  return { kind: 'say', message: unitMessage(called, people, ctx.language) };
}

/** Somebody's card; null where there is nobody such, or they may not be seen, which is not told apart. */
async function seePerson(ctx: Ctx, personId: number): Promise<SeenPerson | null> {
  const { program } = ctx;
  const person = (await ctx.store.roster.all(program.id)).find((each) => each.id === personId);
  if (!person) return null;
  const unitIds = person.duties.flatMap(({ unitId }) => unitId ?? []);
  if (!may(ctx.person, 'see-owned', { programId: program.id, personId, unitIds }).allowed) return null;
  const names = await ctx.store.names(program);
  return {
    person,
    work: await ctx.store.responsibilities.of(program.id, personId),
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

/** What I hold, and, for a coordinator, what needs doing. */
async function seeOverview(ctx: Ctx): Promise<Overview> {
  const { program, person } = ctx;
  const own: SeenPerson = (await seePerson(ctx, person.id)) ?? {
    person: { ...person, title: { zh: '', en: '' }, email: null, language: ctx.language, duties: [] },
    work: NO_RESPONSIBILITIES,
    positions: [],
    shared: [],
    may: { code: false, roles: false, untie: false },
  };
  if (!may(person, 'tie-account', { programId: program.id }).allowed) return { own, toDo: null };
  const people = await ctx.store.roster.all(program.id);
  const gone = people.filter((each) => each.duties.length === 0);
  const leaving = [];
  for (const each of gone)
    leaving.push({
      person: each,
      count: responsibilityCount(await ctx.store.responsibilities.of(program.id, each.id)),
    });
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

/** People of a unit, to be listed: for who sees the plan, and its own. */
async function seeUnit(ctx: Ctx, unitId: number): Promise<readonly Listed[] | null> {
  const own = ctx.person.roles.some((held) => held.unitId === unitId);
  const sees = may(ctx.person, 'see-owned', { programId: ctx.program.id, personId: 0, unitIds: [unitId] }).allowed;
  if (!own && !sees) return null;
  const people = await ctx.store.roster.all(ctx.program.id);
  return people.filter((each) => each.duties.some((held) => held.unitId === unitId));
}
