import type { Role } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Listed } from '../../store/roster.js';
import { refusedTo, whyNot } from './denied.js';
import { findUnit, notOne, personInFront } from './find.js';
import { doneBefore, logPeople } from './log.js';
import { chooseOne, deniedRefusal, unknownRefusal } from './messages/refusals.js';
import { changedMessage, lastCoordinatorRefusal, roleForm, unitNeeded, unreadRefusal } from './messages/role.js';
import type { ChangedRole, Denied, RoleChange } from './model.js';
import { readRoleLine } from './role-line.js';

export async function openRole(ctx: Ctx, { person }: { readonly person: number | null }): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-roles');
  if (refused) return refused;
  const people = person === null ? [] : await ctx.store.roster.all(ctx.program.id);
  return roleForm(ctx, people.find((each) => each.id === person) ?? null);
}

type Fields = {
  readonly person: number | null;
  readonly role: Role | null;
  readonly unit: number | null;
  readonly change: 'give' | 'take' | null;
};

export async function changeByForm(ctx: Ctx, _: unknown, { person, role, unit, change }: Fields): Promise<Outcome> {
  if (person === null) return chooseOne('person', ctx.language);
  if (role === null) return chooseOne('role', ctx.language);
  const changed = await changeRole(ctx, { personId: person, role, unitId: unit, add: change !== 'take' });
  return changed.kind === 'unit-needed' ? unitNeeded(ctx.language) : answer(ctx, changed);
}

/** `/people role 张三 单位负责人 水利局`; without a role, the form with the person in it. */
export async function changeByLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const { found, rest: line } = await personInFront(ctx, rest);
  if (found.kind !== 'one') return notOne(ctx, found, rest.split(/\s/)[0] ?? rest);
  if (line === '') return refusedTo(ctx, 'change-roles') ?? roleForm(ctx, found.person);
  const read = readRoleLine(line);
  if (read === null) return unreadRefusal(ctx.language);
  const unit = await findUnit(ctx, read.unit);
  if (read.unit !== '' && unit === null) return unknownRefusal(read.unit, ctx.language);
  const { role, add } = read;
  const changed = await changeRole(ctx, { personId: found.person.id, role, unitId: unit?.id ?? null, add });
  return changed.kind === 'unit-needed' ? unreadRefusal(ctx.language) : answer(ctx, changed);
}

async function answer(ctx: Ctx, changed: Exclude<RoleChanged, UnitNeeded>): Promise<Outcome> {
  switch (changed.kind) {
    case 'changed':
    case 'same': {
      const units = await ctx.store.roster.units(ctx.program.id);
      const unit = units.find(({ id }) => id === changed.change.unitId)?.name ?? null;
      return { kind: 'say', message: changedMessage(changed, unit, ctx.language) };
    }
    case 'last-coordinator':
      return lastCoordinatorRefusal(ctx.language);
    case 'denied':
      return deniedRefusal(changed, ctx.language);
    case 'gone':
      return unknownRefusal('', ctx.language);
  }
}

/** Officials and heads are so in a unit. */
type UnitNeeded = { readonly kind: 'unit-needed' };

type RoleChanged = ChangedRole | { readonly kind: 'last-coordinator' | 'gone' } | UnitNeeded | Denied;

/** Gives somebody a role or takes it. There is always somebody who coordinates. */
export async function changeRole(ctx: Ctx, change: RoleChange): Promise<RoleChanged> {
  const { program } = ctx;
  const denied = whyNot(ctx, 'change-roles');
  if (denied) return denied;
  if (IN_UNIT.has(change.role) && change.unitId === null) return { kind: 'unit-needed' };
  return ctx.store.transaction(async (tx): Promise<RoleChanged> => {
    await tx.programs.touch(program.id);
    const again = await doneBefore(ctx, tx);
    const before = (await tx.roster.all(program.id)).find((each) => each.id === change.personId);
    if (!before) return { kind: 'gone' };
    const kind = again ? 'changed' : await giveOrTake(ctx, tx, change);
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

export async function giveOrTake(ctx: Ctx, tx: Transaction, { personId, role, unitId, add }: RoleChange) {
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

/** Roles that are held in a unit. */
export const IN_UNIT: ReadonlySet<Role> = new Set(['official', 'unit-head']);
