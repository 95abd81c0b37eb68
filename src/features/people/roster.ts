import type { Ctx, Outcome, Pressed, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { addPerson, changeRole, type RoleChange } from './act/roles.js';
import { type FoundPerson, findPerson, findUnit, personInFront, seeOverview, seePerson, seeUnit } from './act/see.js';
import { ids } from './ids.js';
import { chosenId, chosenRole, readPersonForm, readRoleLine, typed } from './input.js';
import { readAsked } from './said.js';
import { decidedMessage } from './view/account.js';
import { refuse, refusedTo } from './view/parts.js';
import { choiceMessage, overviewMessage, personMessage, unitMessage } from './view/person.js';
import { addedMessage, addForm, changedMessage, roleForm } from './view/roles.js';
import { words } from './words.js';

export const overview = async (ctx: Ctx): Promise<Outcome> => ({
  kind: 'say',
  message: overviewMessage(await seeOverview(ctx), ctx.language),
});

/** Who was typed is not one person: they are offered, or the refusal says what to type. */
export function notOne(ctx: Ctx, found: Exclude<FoundPerson, { kind: 'one' }>, called: string): Outcome {
  const say = inLanguage(words.people, ctx.language);
  const name = escapeText(called);
  if (found.kind === 'nobody') return refuse(say.unknown(name));
  const title = found.kind === 'several' ? say.several(name) : say.near(name);
  return { kind: 'say', message: choiceMessage(title, found.people, ctx.language) };
}

/** `/people 张三`, `/people 水利局`. */
export async function show(ctx: Ctx, called: string): Promise<Outcome> {
  const unit = await findUnit(ctx, called);
  const found = await findPerson(ctx, called);
  if (unit && found.kind !== 'one') return showUnit(ctx, unit.id, unit.name[ctx.language]);
  return found.kind === 'one' ? card(ctx, found.person.id) : notOne(ctx, found, called);
}

async function showUnit(ctx: Ctx, unitId: number, name: string): Promise<Outcome> {
  const say = inLanguage(words.people, ctx.language);
  const people = await seeUnit(ctx, unitId);
  if (people === null) return refuse(say.unknown(escapeText(name)));
  return { kind: 'say', message: unitMessage(say.unitPeople(escapeText(name), people.length), people, ctx) };
}

async function card(ctx: Ctx, personId: number): Promise<Outcome> {
  const seen = await seePerson(ctx, personId);
  if (seen) return { kind: 'say', message: personMessage(seen, ctx.language) };
  return refuse(
    inLanguage(words.people, ctx.language).denied(inLanguage(words.accounts, ctx.language).gone.replace(/[。.]$/, '')),
  );
}

export const pressedCard = (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  card(ctx, ids.card.value.parse(value).person);

export async function openAdd(ctx: Ctx, { value }: Pick<Pressed, 'value'>): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-roles');
  if (refused) return refused;
  const { request } = ids.add.value.parse(value);
  const open = request === null ? [] : await ctx.store.accountRequests.open(ctx.program.id, 1_000);
  const found = open.find((each) => each.id === request);
  return addForm(ctx, request, found ? readAsked(found.said) : null);
}

export async function openRole(ctx: Ctx, { value }: Pick<Pressed, 'value'>): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-roles');
  if (refused) return refused;
  const { person } = ids.role.value.parse(value);
  const people = person === null ? [] : await ctx.store.roster.all(ctx.program.id);
  return roleForm(ctx, people.find((each) => each.id === person) ?? null);
}

export async function sentAdd(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words.people, ctx.language);
  const { request } = ids.addForm.value.parse(sent.metadata);
  const read = readPersonForm(sent);
  if ('faults' in read) {
    const texts = { name: say.nameNeeded, role: say.chooseOne, email: say.emailWrong };
    return { kind: 'errors', errors: Object.fromEntries(read.faults.map((fault) => [fault, texts[fault]])) };
  }
  const added = await addPerson(ctx, { ...read.fields, request });
  switch (added.kind) {
    case 'added':
      return { kind: 'say', message: addedMessage(added, ctx.language) };
    case 'unit-needed':
      return { kind: 'errors', errors: { unit: say.unitNeeded } };
    case 'email-taken':
      return { kind: 'errors', errors: { email: say.emailTaken } };
    case 'there':
      return { kind: 'errors', errors: { name: say.there(read.fields.name) } };
    case 'denied':
      return refuse(say.denied(added.why));
    case 'already':
      return { kind: 'say', message: plain(inLanguage(words.accounts, ctx.language).already) };
    default:
      return { kind: 'say', message: decidedMessage(added, ctx.language) };
  }
}

export async function sentRole(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words.people, ctx.language);
  const personId = chosenId(sent, 'person');
  const role = chosenRole(sent);
  if (personId === null) return { kind: 'errors', errors: { person: say.chooseOne } };
  if (role === null) return { kind: 'errors', errors: { role: say.chooseOne } };
  const add = typed(sent, 'change') !== 'take';
  const changed = await turnRole(ctx, { personId, role, unitId: chosenId(sent, 'unit'), add });
  return changed === 'unit-needed' ? { kind: 'errors', errors: { unit: say.unitNeeded } } : changed;
}

/** `/people role 张三 单位负责人 水利局`; without a role, the form with the person in it. */
export async function roleLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const say = inLanguage(words.people, ctx.language);
  const { found, rest: line } = await personInFront(ctx, rest);
  if (found.kind !== 'one') return notOne(ctx, found, rest.split(/\s/)[0] ?? rest);
  if (line === '') return refusedTo(ctx, 'change-roles') ?? roleForm(ctx, found.person);
  const read = readRoleLine(line);
  if (read === null) return refuse(say.roleUnread);
  const unit = await findUnit(ctx, read.unit);
  if (read.unit !== '' && unit === null) return refuse(say.unknown(escapeText(read.unit)));
  const change = { personId: found.person.id, role: read.role, unitId: unit?.id ?? null, add: read.add };
  const changed = await turnRole(ctx, change);
  return changed === 'unit-needed' ? refuse(say.roleUnread) : changed;
}

async function turnRole(ctx: Ctx, change: RoleChange): Promise<Outcome | 'unit-needed'> {
  const say = inLanguage(words.people, ctx.language);
  const changed = await changeRole(ctx, change);
  switch (changed.kind) {
    case 'changed':
    case 'same': {
      const units = await ctx.store.roster.units(ctx.program.id);
      const unit = units.find((each) => each.id === change.unitId)?.name ?? null;
      return { kind: 'say', message: changedMessage(changed.kind, changed.person, change, unit, ctx.language) };
    }
    case 'last-coordinator':
      return refuse(say.lastCoordinator);
    case 'unit-needed':
      return 'unit-needed';
    case 'denied':
      return refuse(say.denied(changed.why));
    case 'gone':
      return refuse(say.unknown(''));
  }
}
