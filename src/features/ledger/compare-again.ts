import type { Ctx, Outcome } from '../../feature.js';
import { compareAgain } from './compare.js';
import { previewMessage } from './messages/preview.js';
import { refuse } from './messages/refusals.js';
import type { OfImport } from './model.js';
import { dedupeKeyOf, show } from './show.js';

/** Compares again after somebody else's change. */
export const again = (ctx: Ctx, { import: id }: OfImport): Promise<Outcome> => compared(ctx, id, false);

/** The same, with investment done that falls. */
export const lower = (ctx: Ctx, { import: id }: OfImport): Promise<Outcome> => compared(ctx, id, true);

async function compared(ctx: Ctx, id: number, falls: boolean): Promise<Outcome> {
  const found = await compareAgain(ctx, id, (choices) => (falls ? { ...choices, lower: true } : choices));
  if ('refused' in found) return refuse(found);
  await show(ctx, dedupeKeyOf(found.kept.cause), found.previewed);
  return { kind: 'replace', message: previewMessage(found.previewed, ctx) };
}
