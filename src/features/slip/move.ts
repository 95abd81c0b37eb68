import { dayAt, type LocalDay } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import { decideSlip, OPEN_SLIPS, released, type SlipAct, type SlipEvent, type SlipState } from '../../domain/slip.js';
import { nextWorkday } from '../../domain/workday.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { SlipCase } from '../../store/slips.js';
import type { FormAct, PressAct } from './ids.js';
import { actForm } from './messages/act-form.js';
import { cardMessage } from './messages/card.js';
import { fieldErrors, notMoved, unknownRefusal } from './messages/refusals.js';
import type { Acts, SlipMoved } from './model.js';
import { peopleOf } from './people.js';
import { tellSlip } from './posts.js';
import { mayOn, RIGHTS, thingOf } from './rights.js';

type Event = Exclude<SlipEvent, { readonly do: 'finish' | 'lapse' | 'deepen' | 'draft' }>;
type Pressed<A> = { readonly id: number; readonly version: number; readonly act: A };

/** Signs, accepts, grants: what needs no words. */
export async function pressAct(ctx: Ctx, { id, version, act }: Pressed<PressAct>): Promise<Outcome> {
  const event: Event = act === 'sign' ? { do: 'sign', by: ctx.person.id } : { do: act };
  const outcome = await movedOutcome(ctx, await move(ctx, id, act === 'sign' ? null : version, event));
  // In direct messages the post itself changes; a card that was asked for is replaced.
  return outcome.kind === 'say' && ctx.place.channelId?.startsWith('D') ? inItsPlace(outcome) : outcome;
}

/** Opens the form of an act; what would be refused is refused now, before anything is typed. Any press signs. */
export async function openActForm(ctx: Ctx, { id, version, act }: Pressed<FormAct>): Promise<Outcome> {
  const slip = await ctx.store.slips.byId(ctx.program.id, id);
  if (slip === null || !mayOn(ctx, 'see-slip', slip)) return unknownRefusal(ctx);
  const permission = may(ctx.person, RIGHTS[act], thingOf(slip));
  if (!permission.allowed)
    return notMoved(ctx, { kind: 'denied', slip, why: denialWords(permission.denied, ctx.language) });
  if (version !== slip.state.version && !onlySigned(slip, version)) return notMoved(ctx, { kind: 'meanwhile', slip });
  const decided = decideSlip(slip.state, plausible(ctx, act, slip), ctx);
  if ('refused' in decided) return notMoved(ctx, { kind: 'refused', refused: decided.refused, slip });
  if (slip.state.signedById !== null || RIGHTS[act] !== 'answer-slip') return actForm(ctx, slip, act);
  const signed = await move(ctx, id, null, { do: 'sign', by: ctx.person.id });
  return actForm(ctx, signed.kind === 'moved' ? signed.slip : slip, act);
}

/** Signing changes nothing that somebody looked at before they pressed. */
const onlySigned = ({ state }: SlipCase, version: number): boolean =>
  state.signedById !== null && state.standing === 'open' && version === state.version - 1;

/** An act as its form might be filled in. */
function plausible(ctx: Ctx, act: FormAct, { state }: SlipCase): Event {
  const by = ctx.person.id;
  if (act === 'answer') return { do: 'answer', by, text: '-' };
  if (act !== 'ask-time') return { do: act, reason: '-' };
  return { do: 'ask-time', by, to: nextWorkday(state.dueDay, ctx.calendar), reason: '-' };
}

/** Does what the form says; what is wrong is said at its field, and what was typed stays. */
export async function submitActForm(
  ctx: Ctx,
  { id, version, act }: Pressed<FormAct>,
  fields: { readonly text: string | null; readonly to: LocalDay | null },
): Promise<Outcome> {
  const by = ctx.person.id;
  const text = fields.text ?? '';
  const event: Event =
    act === 'answer'
      ? { do: 'answer', by, text }
      : act === 'ask-time'
        ? { do: 'ask-time', by, to: fields.to ?? ctx.today, reason: text }
        : { do: act, reason: text };
  const moved = await move(ctx, id, version, event);
  const errors = moved.kind === 'refused' ? fieldErrors(ctx, moved.refused) : null;
  return errors === null ? movedOutcome(ctx, moved, text) : { kind: 'errors', errors };
}

async function movedOutcome(ctx: Ctx, moved: SlipMoved, typed: string | null = null): Promise<Outcome> {
  if (moved.kind !== 'moved') return notMoved(ctx, moved, typed);
  const people = await ctx.store.people.contacts(ctx.program.workspaceId, peopleOf(moved.slip));
  return { kind: 'say', message: cardMessage(ctx, { slip: moved.slip, people }) };
}

/** Does something with a slip, as a person; `version` is what they saw, null where nothing that they saw matters. */
export function move(ctx: Ctx, id: number, version: number | null, event: Event): Promise<SlipMoved> {
  const { program } = ctx;
  return ctx.store.transaction(async (tx): Promise<SlipMoved> => {
    const slip = await lock(tx, program.id, id);
    if (slip === null || !mayOn(ctx, 'see-slip', slip)) return { kind: 'unknown' };
    if (await tx.once(ctx)) return { kind: 'moved', slip };
    const permission = may(ctx.person, RIGHTS[event.do], thingOf(slip));
    if (!permission.allowed) return { kind: 'denied', slip, why: denialWords(permission.denied, ctx.language) };
    if (version !== null && version !== slip.state.version && !onlySigned(slip, version))
      return { kind: 'meanwhile', slip };
    const decided = decideSlip(slip.state, event, ctx);
    if ('refused' in decided) return { kind: 'refused', refused: decided.refused, slip };
    if (decided.state === slip.state) return { kind: 'moved', slip };
    return {
      kind: 'moved',
      slip: await saveMove(ctx, tx, slip, { event, state: decided.state, personId: ctx.person.id, cause: ctx.cause }),
    };
  });
}

/** A slip under its unit's lock, as it stands now. */
export async function lock(tx: Transaction, programId: number, id: number): Promise<SlipCase | null> {
  const before = await tx.slips.byId(programId, id);
  if (before === null) return null;
  await tx.slips.lockUnit(before.unitId);
  return tx.slips.byId(programId, id);
}

/** What happened to a slip. */
type Happened = {
  readonly event: SlipEvent | { readonly do: 'reopen' };
  readonly state: SlipState;
  readonly personId: number | null;
  readonly cause: string;
  /** The report, or the change of the ledger, that ended it. */
  readonly closedCause?: string | null;
};

/** What the office is to decide on. */
const ASKS: ReadonlySet<SlipAct | 'reopen'> = new Set(['answer', 'ask-time', 'draft']);

/** Keeps what happened to a slip, logs and says it; one that ended makes room for the unit's oldest that waits. */
export async function saveMove(ctx: Acts, tx: Transaction, before: SlipCase, happened: Happened): Promise<SlipCase> {
  const { event, state, personId, cause, closedCause } = happened;
  const asks = ASKS.has(event.do);
  const slip: SlipCase = { ...before, state, askedVersion: asks ? state.version : before.askedVersion };
  await tx.slips.save(slip.id, state, {
    ...(asks ? { askedVersion: state.version } : {}),
    ...(closedCause === undefined ? {} : { closedCause }),
  });
  await log(ctx, tx, slip, { event, personId, cause });
  await tellSlip(ctx, tx, slip);
  if (state.endedOn !== null && before.state.standing !== 'waiting') await releaseNext(ctx, tx, slip.unitId, cause);
  return slip;
}

async function releaseNext(ctx: Acts, tx: Transaction, unitId: number, cause: string): Promise<void> {
  const { program } = ctx;
  if ((await tx.slips.openOf(program.id, unitId)) >= OPEN_SLIPS) return;
  const waiting = await tx.slips.nextWaiting(program.id, unitId);
  if (waiting === null) return;
  // One that the calendar issued has the day of its milestone.
  const issuedOn = waiting.issuedById === null ? null : dayAt(waiting.issuedAt, program.timeZone);
  const state = released(waiting.state, issuedOn, ctx);
  const slip = { ...waiting, state };
  await tx.slips.save(slip.id, state);
  await log(ctx, tx, slip, { event: { do: 'release' }, personId: null, cause: `${cause}:release:${slip.id}` });
  await tellSlip(ctx, tx, slip);
}

/** Writes down in the log what happened to a slip. */
export const log = (
  { program, now }: Acts,
  tx: Transaction,
  { id, number, unitKey: unit, code: project, milestone, state }: SlipCase,
  {
    event: { do: what, ...more },
    personId,
    cause,
  }: {
    readonly event: { readonly do: string };
    readonly personId: number | null;
    readonly cause: string;
  },
): Promise<void> => {
  const { standing, colour, dueDay } = state;
  return tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId,
      action: `slip-${what}`,
      thing: 'slip',
      thingId: id,
      after: { ...more, number, unit, project, milestone, standing, colour, dueDay },
      cause,
    },
  ]);
};
