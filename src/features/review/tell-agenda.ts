import type { Transaction } from '../../store/index.js';
import type { SlotCase } from '../../store/review-slots.js';
import { agendaKey } from './keys.js';
import { agendaPost } from './messages/agenda.js';
import { tellMinutes } from './minutes.js';
import type { Acts } from './model.js';
import { reviewsOf, slotOn } from './reviews.js';

/** Says how a slot stands where its agenda stands, as one message that is edited; held, what was decided stands below it. */
export async function tellAgenda(ctx: Acts, tx: Transaction, slot: SlotCase): Promise<void> {
  const { program } = ctx;
  const key = agendaKey(slot.id);
  const at =
    (await tx.posts.addressesOf(program.workspaceId, [key])).get(key) ?? (await channelOf(ctx, tx, slot.review));
  if (at === null) return;
  const holders = (slot.agenda ?? []).flatMap((line) => line.holders);
  const people = await tx.people.contacts(program.workspaceId, [
    ...holders,
    ...(slot.decidedById === null ? [] : [slot.decidedById]),
  ]);
  const language = (await tx.obstacles.languages(program.workspaceId, program.id, [at])).get(at) ?? 'zh';
  const others = reviewsOf(program).filter(({ key: other }) => other !== slot.review);
  const beside = others.filter((review) => slotOn(ctx, review, slot.day) !== null);
  const post = await tx.notify(ctx, {
    to: at,
    dedupeKey: key,
    message: agendaPost(ctx, { slot, people, beside }, language),
  });
  if (slot.outcome === 'held') await tellMinutes(ctx, tx, slot, { at, under: post });
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
