import { afterMorning } from '../../domain/after-morning.js';
import type { JobCtx } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Transaction } from '../../store/index.js';
import type { Contact } from '../../store/people.js';
import type { SlipCase } from '../../store/slips.js';
import type { Language } from '../../text/language.js';
import { threadsOfDay } from '../unasked/door.js';
import { slipPost } from './messages/card.js';
import type { Acts } from './model.js';
import { peopleOf } from './people.js';

/** A post as it is wanted. `contact`: it goes to a person, whose messages of a day are one thread. */
type Wanted = {
  readonly to: string;
  readonly dedupeKey: string;
  readonly contact: Contact | null;
  readonly message: (language: Language) => Message;
};

/**
 * Says how a slip stands, to its unit and, where something is to be decided, to who issued it. What stands already is edited in
 * place; what is new waits for the morning where nobody may be written to now.
 */
export async function tellSlip(ctx: Acts, tx: Transaction, slip: SlipCase): Promise<void> {
  const { program } = ctx;
  const people = await tx.people.contacts(program.workspaceId, peopleOf(slip));
  const issuer = people.get(slip.issuedById ?? 0);
  // What the calendar issued is every coordinator's to decide on.
  const office = slip.issuedById !== null ? (issuer ? [issuer] : []) : await tx.people.coordinators(program.id);
  const wanted = wantedOf(ctx, slip, people, office);
  const stands = await tx.posts.addressesOf(
    program.workspaceId,
    wanted.map(({ dedupeKey }) => dedupeKey),
  );
  const over = slip.state.standing === 'closed' || slip.state.standing === 'void';
  const later = afterMorning(ctx);
  const said = wanted.filter(({ dedupeKey }) => stands.has(dedupeKey) || (later === null && !over));
  const languages = await tx.obstacles.languages(
    program.workspaceId,
    program.id,
    said.map(({ to, dedupeKey }) => stands.get(dedupeKey) ?? to),
  );
  const fresh = said.flatMap(({ to, dedupeKey, contact }) => (contact === null || stands.has(dedupeKey) ? [] : [to]));
  const threads = await threadsOfDay(ctx, tx, fresh);
  for (const { to, dedupeKey, contact, message } of said) {
    const known = stands.get(dedupeKey);
    await tx.notify(ctx, {
      to: known ?? to,
      dedupeKey,
      message: message(contact?.language ?? languages.get(known ?? to) ?? 'zh'),
      under: known === undefined && contact !== null ? (threads.get(to) ?? null) : null,
    });
  }
  if (later !== null && !over && said.length < wanted.length) await tx.slips.tellAt(slip.id, later);
}

/** What was issued, answered or asked for by night is told in the morning. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const slip of await tx.slips.takeUntold(ctx.program.id, ctx.now)) await tellSlip(ctx, tx, slip);
  });
}

function wantedOf(
  ctx: Acts,
  slip: SlipCase,
  people: ReadonlyMap<number, Contact>,
  office: readonly Contact[],
): readonly Wanted[] {
  if (slip.state.standing === 'waiting') return [];
  const head = slip.unitHeadId === null ? undefined : people.get(slip.unitHeadId);
  const contact = slip.unitChannelId === null ? (head ?? people.get(slip.ownerId ?? 0) ?? null) : null;
  const unit = slip.unitChannelId ?? contact?.slackUserId ?? null;
  const message = (side: 'unit' | 'office') => (language: Language) => slipPost(ctx, { slip, people }, side, language);
  return [
    ...(unit === null ? [] : [{ to: unit, dedupeKey: `slip:${slip.id}`, contact, message: message('unit') }]),
    ...office.flatMap((each): Wanted[] => {
      if (slip.askedVersion === null || !each.slackUserId) return [];
      const own = slip.issuedById === null ? `:${each.id}` : '';
      const dedupeKey = `slip:${slip.id}:judge:${slip.askedVersion}${own}`;
      return [{ to: each.slackUserId, dedupeKey, contact: each, message: message('office') }];
    }),
  ];
}
