import { denialWords, may } from '../../../domain/permission.js';
import { type Work, workCount } from '../../../domain/work.js';
import type { Ctx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Contact } from '../../../store/people.js';
import type { Position } from '../../../store/positions.js';
import type { Listed } from '../../../store/roster.js';
import { fallDueNow, rescheduleHeldBy } from '../../obstacle/door.js';
import { doneBefore, logPeople } from './log.js';
import { type Part, partsOf } from './parts.js';
import { StaleTakeOver } from './positions.js';
import { takeOver } from './take-over.js';
import { tellBoth } from './tell.js';

type Denied = { readonly kind: 'denied'; readonly why: string };

const denied = (ctx: Ctx): Denied | null => {
  const permission = may(ctx.person, 'hand-over', { programId: ctx.program.id });
  return permission.allowed ? null : { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
};

/** Somebody who leaves, with all that another has to take over. */
export type Leaving = {
  readonly kind: 'leaving';
  readonly person: Listed;
  readonly work: Work;
  readonly positions: readonly Position[];
  /** For whom they stand in, now or later: nobody will when they are gone. */
  readonly standsInFor: readonly { readonly name: string; readonly nameEn: string }[];
};

export async function seeLeaving(ctx: Ctx, personId: number): Promise<Leaving | Denied | { readonly kind: 'gone' }> {
  return denied(ctx) ?? (await leavingOf(ctx.store, ctx, personId)) ?? { kind: 'gone' };
}

async function leavingOf(
  store: Pick<Transaction, 'roster' | 'work' | 'positions' | 'leaves' | 'people'>,
  { program: { id: programId, workspaceId }, today }: Pick<Ctx, 'program' | 'today'>,
  personId: number,
): Promise<Leaving | null> {
  const person = (await store.roster.all(programId)).find((each) => each.id === personId);
  if (!person) return null;
  const positions = await store.positions.heldBy(programId, personId);
  const absent = (await store.leaves.from(programId, today)).filter((leave) => leave.delegateId === personId);
  const people = await store.people.contacts(
    workspaceId,
    absent.map((leave) => leave.personId),
  );
  const work = await store.work.of(programId, personId);
  return { kind: 'leaving', person, work, positions, standsInFor: [...people.values()] };
}

export type HandOver =
  | {
      readonly kind: 'handed-over';
      readonly from: Contact;
      readonly to: Contact;
      readonly work: Work;
      readonly left: Leaving;
      readonly cause: string;
    }
  | { readonly kind: 'stale' | 'gone' | 'nothing' | 'self' }
  | Denied;

/** Hands work over to a person: what was chosen, or all of it. Positions have successors instead. */
export async function handOver(ctx: Ctx, fromId: number, toId: number, chosen: readonly Part[]): Promise<HandOver> {
  const refused = denied(ctx);
  if (refused) return refused;
  if (fromId === toId) return { kind: 'self' };
  const { program } = ctx;
  return ctx.store
    .transaction(async (tx): Promise<HandOver> => {
      await tx.programs.touch(program.id);
      const known = new Set((await tx.people.ofProgram(program.id)).map((each) => each.id));
      const contacts = await tx.people.contacts(program.workspaceId, [fromId, toId]);
      const [from, to] = [contacts.get(fromId), contacts.get(toId)];
      const leaving = await leavingOf(tx, ctx, fromId);
      if (!leaving || !from || !to || !known.has(toId)) return { kind: 'gone' };
      const again = await doneBefore(ctx, tx);
      const work = partsOf(leaving.work, chosen);
      if (!again) {
        if (workCount(work) === 0) return { kind: 'nothing' };
        const taken = await takeOver(ctx, tx, { fromId, toId, positionId: null, work });
        if (taken === 'stale') throw new StaleTakeOver();
        const heads = await handHeads(ctx, tx, fromId, toId, taken.unitIds);
        await logPeople(ctx, tx, ctx.person.id, [
          {
            action: 'hand-over',
            thing: 'person',
            thingId: fromId,
            before: { holderId: fromId },
            after: { ...taken, holderId: toId, roles: heads },
          },
        ]);
        await tellBoth(ctx, tx, { from, to, work, position: null });
      }
      const left = (await leavingOf(tx, ctx, fromId)) ?? leaving;
      return { kind: 'handed-over', from, to, work: again ? leaving.work : work, left, cause: ctx.cause };
    })
    .catch((error: unknown) => {
      if (error instanceof StaleTakeOver) return { kind: 'stale' };
      throw error;
    });
}

/** Who is the named head of a unit has the role that says so. */
async function handHeads(ctx: Ctx, tx: Transaction, fromId: number, toId: number, unitIds: readonly number[]) {
  const roles = [];
  for (const unitId of unitIds) {
    const duty = { programId: ctx.program.id, role: 'unit-head' as const, unitId };
    const had = await tx.duties.remove({ ...duty, personId: fromId });
    const given = await tx.duties.add({ ...duty, personId: toId });
    if (had || given) roles.push({ role: duty.role, unitId, had, given });
  }
  return roles;
}

export type Retired =
  | { readonly kind: 'retired'; readonly person: Listed }
  | { readonly kind: 'holds-work' | 'last-coordinator' | 'gone' }
  | Denied;

/** Who has nothing left to hand over leaves: no role, and the account is nobody's. */
export async function retire(ctx: Ctx, personId: number): Promise<Retired> {
  const refused = denied(ctx);
  if (refused) return refused;
  const { program } = ctx;
  const { retired, waiting } = await ctx.store.transaction(
    async (tx): Promise<{ retired: Retired; waiting: readonly number[] }> => {
      const only = (result: Retired) => ({ retired: result, waiting: [] });
      await tx.programs.touch(program.id);
      const leaving = await leavingOf(tx, ctx, personId);
      // Without a role or work nobody is on the list any more.
      if (!leaving) return only({ kind: 'gone' });
      const { person, work, positions } = leaving;
      if (await doneBefore(ctx, tx)) return only({ kind: 'retired', person });
      if (workCount(work) + positions.length > 0) return only({ kind: 'holds-work' });
      const coordinates = person.duties.some(({ role }) => role === 'coordinator');
      if (coordinates && (await tx.duties.holders(program.id, 'coordinator')) === 1)
        return only({ kind: 'last-coordinator' });
      for (const { role, unitId } of person.duties)
        await tx.duties.remove({ programId: program.id, personId, role, unitId });
      const shared = await tx.coOwners.leave(program.id, personId);
      const absent = await tx.leaves.dropDelegate(program.id, personId, ctx.today);
      const account = await tx.accounts.untie(program.workspaceId, personId);
      await logPeople(ctx, tx, ctx.person.id, [
        {
          action: 'retire',
          thing: 'person',
          thingId: personId,
          before: {
            account,
            shared,
            stoodInFor: absent,
            roles: person.duties.map(({ role, unitId }) => ({ role, unitId })),
          },
          after: { account: null, shared: [], roles: [] },
        },
      ]);
      return { retired: { kind: 'retired', person }, waiting: await rescheduleHeldBy(ctx, tx, absent) };
    },
  );
  await fallDueNow(ctx, waiting);
  return retired;
}
