import type { Ctx, Outcome } from '../../feature.js';
import { leaveDays } from '../dayoff/door.js';
import { exampleOf as exampleLine } from '../progress/door.js';
import { speaksOfLeave, wishOf } from './input.js';
import { helpMessage, leaveMessage, mineMessage } from './messages/help.js';

/** A word of help: one line and two buttons. Null: something else was said. */
export async function helpByWord(ctx: Ctx, text: string): Promise<Outcome | null> {
  const wish = wishOf(text);
  if (wish === 'mine') return { kind: 'say', message: mineMessage(ctx, await ownProjects(ctx)) };
  if (wish !== null) return { kind: 'say', message: helpMessage(ctx, wish, await exampleOf(ctx)) };
  return speaksOfLeave(text) ? { kind: 'say', message: leaveMessage(ctx, await leaveDays(ctx, text)) } : null;
}

/** A line that the person could send as it stands: what is due first of theirs, a step further; null: nothing is theirs. */
export async function exampleOf(ctx: Ctx): Promise<string | null> {
  return exampleLine(ctx, await ctx.store.names(ctx.program), { project: null, milestone: null });
}

/** What a person owns or sponsors, by code. */
async function ownProjects(ctx: Ctx) {
  const people = [ctx.person.id, ...ctx.person.standsInFor];
  const { byId } = await ctx.store.search(ctx.program);
  const names = await ctx.store.names(ctx.program);
  const owned = names.ownedBy(people);
  return [...byId.values()]
    .filter(({ code, sponsorId, standing }) => standing === 'open' && (owned.has(code) || sponsorId === ctx.person.id))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ id, code, name }) => ({
      id,
      code,
      name: names.byId.get(id)?.nicknames[0]?.text ?? name,
    }));
}
