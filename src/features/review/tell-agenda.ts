import type { Message } from '../../message.js';
import type { Store, Transaction } from '../../store/index.js';
import type { SlotCase } from '../../store/review-slots.js';
import type { Language } from '../../text/language.js';
import { agendaKey } from './keys.js';
import { agendaPost } from './messages/agenda.js';
import { tellMinutes } from './minutes.js';
import type { Acts } from './model.js';
import { reviewsOf, slotOn } from './reviews.js';

/**
 * Says how a slot stands where its agenda stands, as one message that is edited; held, what was decided stands below it.
 * False: there is no channel for it, and who leads reviews finds it on their home tab.
 */
export async function tellAgenda(ctx: Acts, tx: Transaction, slot: SlotCase): Promise<boolean> {
  const { program } = ctx;
  const key = agendaKey(slot.id);
  const at =
    (await tx.posts.addressesOf(program.workspaceId, [key])).get(key) ?? (await channelOf(ctx, tx, slot.review));
  if (at === null) return false;
  const language = (await tx.obstacles.languages(program.workspaceId, program.id, [at])).get(at) ?? 'zh';
  const message = await agendaMessage(ctx, tx, slot, language);
  const post = await tx.notify(ctx, { to: at, dedupeKey: key, message });
  if (slot.outcome === 'held') await tellMinutes(ctx, tx, slot, { at, under: post });
  return true;
}

/** How a slot stands, with its agenda. */
export async function agendaMessage(
  ctx: Acts,
  store: Pick<Store, 'people' | 'actionItems'>,
  slot: SlotCase,
  language: Language,
  preview = false,
): Promise<Message> {
  const { program } = ctx;
  const holders = (slot.agenda ?? []).flatMap((line) => line.holders);
  const people = await store.people.contacts(program.workspaceId, [
    ...holders,
    ...(slot.decidedById === null ? [] : [slot.decidedById]),
  ]);
  const others = reviewsOf(program).filter(({ key: other }) => other !== slot.review);
  const beside = others.filter((review) => slotOn(ctx, review, slot.day) !== null);
  const carried = (slot.agenda ?? []).flatMap((line) => (line.kind === 'carried' ? [line.id] : []));
  const asked = carried.length === 0 ? [] : await store.actionItems.byIds(program.id, carried);
  const states = new Map(asked.map(({ id, state }) => [id, state]));
  return agendaPost(ctx, { slot, people, beside, states, preview }, language);
}

/** The channel that the plan names for a review, else the first that gets the whole plan's digest; null: there is none. */
async function channelOf({ program }: Acts, tx: Transaction, key: string): Promise<string | null> {
  const named = program.policy.mechanisms.reviews.find((each) => each.key === key)?.channel;
  const channel = program.policy.channels.find(({ name }) => name === named);
  if (channel?.unit) {
    const seat = (await tx.obstacles.units(program.id)).find((unit) => unit.key === channel.unit);
    if (seat?.channelId) return seat.channelId;
  }
  const whole = (await tx.subscriptions.ofProgram(program.id, 'daily')).filter(({ scope }) => scope.of === 'plan');
  const asNamed = whole.find(({ language }) => language === channel?.digest?.language);
  return (asNamed ?? whole[0])?.channelId ?? null;
}
