import type { Ctx, Outcome, SharedFile } from '../../feature.js';
import { filesGoneRefusal, unknownRefusal } from './messages/refusals.js';
import { seeObstacle } from './see.js';

/** As many bytes of one file are handed over; more stays where it was sent. */
const MOST_BYTES = 20 * 1024 * 1024;

/** *See attachments*: the photos and files that came with a case, into the direct messages of who may see its project. */
export async function handFiles(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const seen = await seeObstacle(ctx, { id });
  if (seen === null || seen.hidden) return unknownRefusal(ctx);
  const { number, files: kept, code } = seen.obstacle;
  const read = await Promise.all(kept.map((file) => ctx.readFile(file.id, MOST_BYTES)));
  const files = read.filter((file): file is SharedFile => typeof file !== 'string');
  return files.length === 0 ? filesGoneRefusal(ctx) : { kind: 'files', files, comment: `${code} #${number}` };
}
