import { denialWords, may } from '../../../domain/permission.js';
import type { Role } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { NotTied } from '../../../store/accounts.js';
import type { Transaction } from '../../../store/index.js';
import type { Listed } from '../../../store/roster.js';
import { romanName } from '../../../text/roman-name.js';
import { doneBefore, logPeople } from './log.js';
import { type Decided, decideWithin } from './request.js';
import { IN_UNIT } from './see.js';

export type RoleChange = {
  readonly personId: number;
  readonly role: Role;
  readonly unitId: number | null;
  readonly add: boolean;
};

export type RoleChanged =
  | { readonly kind: 'changed' | 'same'; readonly person: Listed; readonly change: RoleChange }
  | { readonly kind: 'last-coordinator' | 'unit-needed' | 'gone' }
  | { readonly kind: 'denied'; readonly why: string };

/** Gives somebody a role or takes it. There is always somebody who coordinates. */
export async function changeRole(ctx: Ctx, change: RoleChange): Promise<RoleChanged> {
  const { program } = ctx;
  const permission = may(ctx.person, 'change-roles', { programId: program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  if (IN_UNIT.has(change.role) && change.unitId === null) return { kind: 'unit-needed' };
  return ctx.store.transaction(async (tx): Promise<RoleChanged> => {
    await tx.programs.touch(program.id);
    const again = await doneBefore(ctx, tx);
    const before = (await tx.roster.all(program.id)).find((each) => each.id === change.personId);
    if (!before) return { kind: 'gone' };
    const kind = again ? 'changed' : await turn(ctx, tx, change);
    if (kind === 'last-coordinator') return { kind };
    const person = (await tx.roster.all(program.id)).find((each) => each.id === change.personId) ?? {
      ...before,
      duties: [],
    };
    if (kind === 'changed' && !again)
      await logPeople(ctx, tx, ctx.person.id, [
        {
          action: change.add ? 'add-role' : 'remove-role',
          thing: 'person',
          thingId: change.personId,
          before: { roles: rolesOf(before) },
          after: { roles: rolesOf(person) },
        },
      ]);
    return { kind, person, change };
  });
}

const rolesOf = ({ duties }: Listed) => duties.map(({ role, unitId }) => ({ role, unitId }));

async function turn(ctx: Ctx, tx: Transaction, { personId, role, unitId, add }: RoleChange) {
  const duty = { programId: ctx.program.id, personId, role, unitId };
  if (add) {
    const added = await tx.duties.add(duty);
    // Who already heads a unit by name goes on doing so; both are its heads.
    if (added && role === 'unit-head' && unitId !== null) await tx.duties.setHead(unitId, null, personId);
    return added ? 'changed' : 'same';
  }
  const held = (await tx.duties.of(ctx.program.id, [personId])).some(
    (each) => each.role === role && each.unitId === unitId,
  );
  if (!held) return 'same';
  if (role === 'coordinator' && (await tx.duties.holders(ctx.program.id, 'coordinator')) === 1) {
    const own = (await tx.duties.of(ctx.program.id, [personId])).filter((each) => each.role === 'coordinator');
    if (own.length === 1) return 'last-coordinator';
  }
  await tx.duties.remove(duty);
  if (role === 'unit-head' && unitId !== null)
    await tx.duties.setHead(unitId, personId, await tx.duties.otherHead(ctx.program.id, unitId, personId));
  return 'changed';
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

export type PersonAdded =
  | { readonly kind: 'added'; readonly person: Listed; readonly decided: Decided | null }
  | { readonly kind: 'unit-needed' | 'email-taken' }
  /** Somebody of that name is there already, in the same unit. */
  | { readonly kind: 'there'; readonly person: Listed }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: NotTied }
  | { readonly kind: 'already' };

/** Puts somebody new on the list, with a role; a request that is theirs is granted with it. */
export async function addPerson(ctx: Ctx, wanted: NewPerson): Promise<PersonAdded> {
  const { program } = ctx;
  const permission = may(ctx.person, 'change-roles', { programId: program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
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
    await turn(ctx, tx, { personId: id, role, unitId, add: true });
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
