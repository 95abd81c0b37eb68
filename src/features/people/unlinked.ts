import { readCode } from '../../domain/link-code.js';
import type { Outcome, UnlinkedCtx } from '../../feature.js';
import { linkByCode } from './link.js';
import { linkedOutcome } from './messages/linked.js';
import { unlinkedMessage } from './messages/unlinked.js';
import { readSubcommand } from './subcommand.js';

/** What somebody whom the program does not know is answered: a code they say is tried, everything else shows the way in. */
export async function unlinkedSaid(ctx: UnlinkedCtx, text: string | null): Promise<Outcome> {
  const code = text === null ? null : readCode(text.replace(/^\s*\/?people\s+(?:link|关联)\s*/i, ''));
  if (code !== null) return linkedOutcome(await linkByCode(ctx, code), ctx.language);
  const coordinators = await ctx.store.people.coordinators(ctx.program.id);
  const names = coordinators.map(({ name, nameEn }) => (ctx.language === 'zh' ? name : nameEn));
  return { kind: 'say', message: unlinkedMessage(ctx, names, text) };
}

/** `/people` of theirs: a code, or the way in. */
export async function unlinkedCommand(ctx: UnlinkedCtx, text: string): Promise<Outcome> {
  const { ask, rest } = readSubcommand(text);
  if (ask === 'link') return linkedOutcome(await linkByCode(ctx, rest), ctx.language);
  return unlinkedSaid(ctx, text === '' ? null : text);
}
