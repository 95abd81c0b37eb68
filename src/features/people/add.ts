import type { Role } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import { romanName } from '../../text/roman-name.js';
import { readAsked } from './asked-in.js';
import { decideWithin } from './decide.js';
import { refusedTo, whyNot } from './denied.js';
import { doneBefore, logPeople } from './log.js';
import { addedMessage, addFaults, addForm } from './messages/add.js';
import { decidedMessage, requestGoneMessage } from './messages/decide.js';
import { deniedRefusal } from './messages/refusals.js';
import type { PersonAdded } from './model.js';
import { giveOrTake, IN_UNIT } from './role.js';

export async function openAdd(ctx: Ctx, { request }: { readonly request: number | null }): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-roles');
  if (refused) return refused;
  const open = request === null ? [] : await ctx.store.accountRequests.open(ctx.program.id, 1_000);
  const found = open.find((each) => each.id === request);
  return addForm(ctx, request, found ? readAsked(found.said) : null);
}

const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/;

type Fields = {
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly role: Role | null;
  readonly unit: number | null;
};

/** The form as it was sent: what is wrong is said at its field. */
export async function add(
  ctx: Ctx,
  { request }: { readonly request: number | null },
  fields: Fields,
): Promise<Outcome> {
  const say = addFaults(ctx.language);
  const { role, unit: unitId, nameEn, email } = fields;
  const name = fields.name?.replace(/\s+/g, ' ') ?? null;
  const emailWrong = email !== null && !EMAIL.test(email);
  if (name === null || role === null || emailWrong) {
    const errors = {
      ...(name === null && { name: say.nameNeeded }),
      ...(role === null && { role: say.chooseOne }),
      ...(emailWrong && { email: say.emailWrong }),
    };
    return { kind: 'errors', errors };
  }
  const added = await addPerson(ctx, { name, nameEn, title: fields.title ?? '', email, role, unitId, request });
  switch (added.kind) {
    case 'added':
      return { kind: 'say', message: addedMessage(added, ctx.language) };
    case 'unit-needed':
      return { kind: 'errors', errors: { unit: say.unitNeeded } };
    case 'email-taken':
      return { kind: 'errors', errors: { email: say.emailTaken } };
    case 'there':
      return { kind: 'errors', errors: { name: say.there(name) } };
    case 'denied':
      return deniedRefusal(added, ctx.language);
    case 'already':
      return { kind: 'say', message: requestGoneMessage(ctx.language) };
    default:
      return { kind: 'say', message: decidedMessage(added, ctx.language) };
  }
}

export type NewPerson = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly title: string;
  readonly email: string | null;
  readonly role: Role;
  readonly unitId: number | null;
  /** The request of whoever this turned out to be. */
  readonly request: number | null;
};

/** Puts somebody new on the list, with a role; a request that is theirs is granted with it. */
export async function addPerson(ctx: Ctx, wanted: NewPerson): Promise<PersonAdded> {
  const { program } = ctx;
  const denied = whyNot(ctx, 'change-roles');
  if (denied) return denied;
  const { role, unitId, name, email } = wanted;
  if (IN_UNIT.has(role) && unitId === null) return { kind: 'unit-needed' };
  return ctx.store.transaction(async (tx): Promise<PersonAdded> => {
    await tx.programs.touch(program.id);
    const again = await doneBefore(ctx, tx);
    const people = await tx.roster.all(program.id);
    const same = people.find((each) => each.name === name && each.duties.some((held) => held.unitId === unitId));
    if (same) return again ? { kind: 'added', person: same, decided: null } : { kind: 'there', person: same };
    if (email !== null && (await tx.roster.byEmail(program.workspaceId, email)) !== null)
      return { kind: 'email-taken' };
    if (wanted.request !== null) {
      const request = await tx.accountRequests.lock(program.id, wanted.request);
      if (!request || request.decidedAt !== null) return { kind: 'already' };
    }
    const title = wanted.title;
    const nameEn = wanted.nameEn ?? romanName(name);
    const added = { name, nameEn, title: { zh: title, en: title }, email };
    const id = await tx.roster.add({ workspaceId: program.workspaceId, ...added });
    await giveOrTake(ctx, tx, { personId: id, role, unitId, add: true });
    await logPeople(ctx, tx, ctx.person.id, [
      {
        action: 'add-person',
        thing: 'person',
        thingId: id,
        before: null,
        after: { ...added, roles: [{ role, unitId }] },
      },
    ]);
    const tying = { ...ctx, cause: `${ctx.cause}:tie` };
    const decided = wanted.request === null ? null : await decideWithin(tying, tx, wanted.request, { person: id });
    const person = (await tx.roster.all(program.id)).find((each) => each.id === id);
    return person ? { kind: 'added', person, decided } : { kind: 'gone' };
  });
}
