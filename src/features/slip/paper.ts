import type { Ctx, Outcome } from '../../feature.js';
import { slipTitle } from './messages/parts.js';
import { unknownRefusal } from './messages/refusals.js';
import { slipPaper } from './messages/slip-paper.js';
import { find, seen } from './see.js';

/** A slip in the form that the office files, into the direct messages of who may see it. */
export async function sendPaper(ctx: Ctx, which: { readonly id: number }): Promise<Outcome> {
  const slip = await find(ctx, which);
  if (slip === null) return unknownRefusal(ctx);
  const title = slipTitle(ctx.program.year, { number: slip.number, colour: slip.state.colour }, ctx.language);
  const bytes = await ctx.papers.write(slipPaper(ctx, await seen(ctx, slip), ctx.language));
  return { kind: 'files', files: [{ name: `${title}.docx`, bytes }], comment: title };
}
