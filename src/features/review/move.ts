import { decideItem, type ItemEvent, type ItemState } from '../../domain/action-item.js';
import type { LocalDay } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import { nextWorkday } from '../../domain/workday.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { ItemCase, SavedWith } from '../../store/action-items.js';
import type { Transaction } from '../../store/index.js';
import type { FormAct, PressAct } from './ids.js';
import { actForm } from './messages/act-form.js';
import { itemMessage } from './messages/item.js';
import { fieldErrors, notMoved, unknownRefusal } from './messages/refusals.js';
import type { Acts, ItemMoved } from './model.js';
import { mayOn, RIGHTS, thingOf } from './rights.js';
import { seen } from './see.js';
import { tellItem } from './tell.js';
import { tellAgenda } from './tell-agenda.js';

type Event = Exclude<ItemEvent, { readonly do: 'finish' }>;
type Pressed<A> = { readonly id: number; readonly version: number; readonly act: A };

/** Done, or to be done all the same: what needs no words. */
export async function pressAct(ctx: Ctx, { id, version, act }: Pressed<PressAct>): Promise<Outcome> {
  const event: Event = act === 'done' ? { do: 'done', by: ctx.person.id } : { do: 'keep' };
  return inItsPlace(await movedOutcome(ctx, await move(ctx, id, version, event)));
}

/** Done, from a row of a longer message: the row says it. */
export async function pressRowDone(ctx: Ctx, { id, version }: Omit<Pressed<never>, 'act'>): Promise<Outcome> {
  const moved = await move(ctx, id, version, { do: 'done', by: ctx.person.id });
  return moved.kind === 'moved' ? { kind: 'nothing' } : notMoved(ctx, moved);
}

/** What an agenda asks of an item that was carried too often: it is to be done all the same. The agenda says so. */
export async function keepAsked(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const item = await ctx.store.actionItems.byId(ctx.program.id, id);
  if (item === null) return unknownRefusal(ctx);
  const moved = await move(ctx, id, item.state.version, { do: 'keep' });
  return moved.kind === 'moved' ? { kind: 'nothing' } : notMoved(ctx, moved);
}

/** It is not: why is asked. */
export async function dropAsked(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const item = await ctx.store.actionItems.byId(ctx.program.id, id);
  if (item === null) return unknownRefusal(ctx);
  return openActForm(ctx, { id, version: item.state.version, act: 'drop' }, true);
}

export const openRowLate = (ctx: Ctx, row: Omit<Pressed<never>, 'act'>): Promise<Outcome> =>
  openActForm(ctx, { ...row, act: 'late' }, true);

/** Opens the form of an act; what would be refused is refused now, before anything is typed. */
export async function openActForm(ctx: Ctx, { id, version, act }: Pressed<FormAct>, row = false): Promise<Outcome> {
  const item = await ctx.store.actionItems.byId(ctx.program.id, id);
  if (item === null || !mayOn(ctx, 'see-item', item)) return unknownRefusal(ctx);
  const permission = may(ctx.person, RIGHTS[act], thingOf(item));
  if (!permission.allowed)
    return notMoved(ctx, { kind: 'denied', item, why: denialWords(permission.denied, ctx.language) });
  if (version !== item.state.version) return notMoved(ctx, { kind: 'meanwhile', item });
  const decided = decideItem(item.state, plausible(ctx, act, item.state), ctx.today);
  return 'refused' in decided
    ? notMoved(ctx, { kind: 'refused', refused: decided.refused, item })
    : actForm(ctx, item, act, row);
}

/** An act as its form might be filled in. */
function plausible({ person, today, calendar }: Ctx, act: FormAct, { due }: ItemState): Event {
  if (act === 'drop') return { do: 'drop', by: person.id, reason: '-' };
  return { do: 'late', to: nextWorkday(due > today ? due : today, calendar), reason: '-' };
}

/** Does what the form says; what is wrong is said at its field, and what was typed stays. */
export async function submitActForm(
  ctx: Ctx,
  { id, version, act, row }: Pressed<FormAct> & { readonly row?: boolean | undefined },
  fields: { readonly to: LocalDay | null; readonly text: string | null },
): Promise<Outcome> {
  const reason = fields.text ?? '';
  const event: Event =
    act === 'drop'
      ? { do: 'drop', by: ctx.person.id, reason }
      : // A day that was left out is none that is later.
        { do: 'late', to: fields.to ?? ctx.today, reason };
  const moved = await move(ctx, id, version, event);
  const errors = moved.kind === 'refused' ? fieldErrors(ctx, moved.refused) : null;
  if (errors !== null) return { kind: 'errors', errors };
  return row && moved.kind === 'moved' ? { kind: 'nothing' } : movedOutcome(ctx, moved, fields.text);
}

async function movedOutcome(ctx: Ctx, moved: ItemMoved, typed: string | null = null): Promise<Outcome> {
  if (moved.kind !== 'moved') return notMoved(ctx, moved, typed);
  return { kind: 'say', message: itemMessage(ctx, await seen(ctx, moved.item)) };
}

/** Does something with an item, as a person; `version` is what they saw. */
function move(ctx: Ctx, id: number, version: number, event: Event): Promise<ItemMoved> {
  const { program, person, cause } = ctx;
  return ctx.store.transaction(async (tx): Promise<ItemMoved> => {
    const item = await tx.actionItems.lock(program.id, id);
    if (item === null || !mayOn(ctx, 'see-item', item)) return { kind: 'unknown' };
    if (await tx.once(ctx)) return { kind: 'moved', item };
    const permission = may(person, RIGHTS[event.do], thingOf(item));
    if (!permission.allowed) return { kind: 'denied', item, why: denialWords(permission.denied, ctx.language) };
    if (version !== item.state.version) return { kind: 'meanwhile', item };
    const decided = decideItem(item.state, event, ctx.today);
    if ('refused' in decided) return { kind: 'refused', refused: decided.refused, item };
    return {
      kind: 'moved',
      item: await saveMove(ctx, tx, item, { event, state: decided.state, personId: person.id, cause }),
    };
  });
}

/** What happened to an item. */
type Happened = {
  readonly event: ItemEvent | { readonly do: 'reopen' | 'move-back' } | { readonly do: 'succeed'; readonly to: number };
  readonly state: ItemState;
  readonly personId: number | null;
  readonly cause: string;
  /** The report that ended it, or moved its day (null: that was taken back); whose it is now. */
  readonly with?: SavedWith;
};

/** Keeps what happened to an item, logs it, and says it where the item stands and where its owner was asked this morning. */
export async function saveMove(ctx: Acts, tx: Transaction, before: ItemCase, happened: Happened): Promise<ItemCase> {
  const { event, state, personId, cause } = happened;
  // A day that is moved again is no report's any more.
  const kept = { ...(event.do === 'late' ? { movedCause: null, movedFrom: null } : {}), ...happened.with };
  const item: ItemCase = { ...before, ...kept, state };
  await tx.actionItems.save(item.id, state, kept);
  await log(ctx, tx, item, { event, personId, cause });
  await tellItem(ctx, tx, item);
  for (const slot of await tx.reviewSlots.asking(ctx.program.id, item.id)) await tellAgenda(ctx, tx, slot);
  const promptIds = await tx.prompts.askingItem(ctx.program.id, ctx.today, item.id);
  if (promptIds.length > 0) await ctx.announce(tx, 'asked-was-told', { programId: ctx.program.id, promptIds });
  return item;
}

/** Writes down in the log what happened to an item. */
export const log = (
  { program, now }: Acts,
  tx: Transaction,
  { id, number, code, state }: Pick<ItemCase, 'id' | 'number' | 'code' | 'state'>,
  {
    event: { do: what, ...more },
    personId,
    cause,
  }: { readonly event: { readonly do: string }; readonly personId: number | null; readonly cause: string },
): Promise<void> =>
  tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId,
      action: `item-${what}`,
      thing: 'item',
      thingId: id,
      after: { ...more, number, project: code, standing: state.standing, due: state.due },
      cause,
    },
  ]);
