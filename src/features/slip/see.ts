import { has, headedUnits } from '../../domain/holds.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { SlipCase } from '../../store/slips.js';
import { cardMessage } from './messages/card.js';
import { listMessage } from './messages/list.js';
import { unknownRefusal } from './messages/refusals.js';
import type { SeenSlip } from './model.js';
import { move } from './move.js';
import { peopleOf } from './people.js';
import { mayOn } from './rights.js';

/** A slip's card, to one person; that who is to answer it looks at it signs it. */
export async function showCard(
  ctx: Ctx,
  which: { readonly id: number } | { readonly number: number },
): Promise<Outcome> {
  const found = await find(ctx, which);
  if (found === null) return unknownRefusal(ctx);
  const unsigned =
    found.state.standing === 'open' && found.state.signedById === null && mayOn(ctx, 'answer-slip', found);
  const moved = unsigned ? await move(ctx, found.id, null, { do: 'sign', by: ctx.person.id }) : null;
  return { kind: 'say', message: cardMessage(ctx, await seen(ctx, moved?.kind === 'moved' ? moved.slip : found)) };
}

/** A slip for somebody to see; null where there is none or they may not, which is not told apart. */
export async function find(ctx: Ctx, which: { readonly id: number } | { readonly number: number }) {
  const { store, program } = ctx;
  const slip =
    'id' in which ? await store.slips.byId(program.id, which.id) : await store.slips.byNumber(program.id, which.number);
  return slip !== null && mayOn(ctx, 'see-slip', slip) ? slip : null;
}

export const seen = async (ctx: Pick<Ctx, 'store' | 'program'>, slip: SlipCase): Promise<SeenSlip> => ({
  slip,
  people: await ctx.store.people.contacts(ctx.program.workspaceId, peopleOf(slip)),
});

/** As many as are counted that wait on somebody. */
const MOST_COUNTED = 200;

/** Those that wait on a person: on who is to answer, and on the office to be decided. */
export function waitingSlips({ store, program, person }: Ctx): Promise<readonly SlipCase[]> {
  const people = [person.id, ...person.standsInFor];
  return store.slips.waitingOn(
    program.id,
    { people, units: headedUnits(person), office: has(person, 'coordinator') },
    MOST_COUNTED,
  );
}

/** Those that are not at their end and that a person may see, a page of them. */
export async function list(ctx: Ctx, offset = 0): Promise<Outcome> {
  const slips = (await ctx.store.slips.ongoing(ctx.program.id)).filter((slip) => mayOn(ctx, 'see-slip', slip));
  return { kind: 'say', message: listMessage(ctx, slips, offset) };
}

/** Another page, in the place of the one whose button was pressed. */
export async function turnPage(ctx: Ctx, { offset }: { readonly offset: number }): Promise<Outcome> {
  const page = await list(ctx, offset);
  return page.kind === 'say' ? { kind: 'replace', message: page.message } : page;
}
