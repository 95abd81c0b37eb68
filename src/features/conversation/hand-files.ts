import type { Ctx, Outcome, SharedFile } from '../../feature.js';
import { filesGoneRefusal } from './messages/files-gone.js';

/** As many bytes of one file are handed over; more stays where it was sent. */
const MOST_BYTES = 20 * 1024 * 1024;
/** As many files are handed over at once. */
const MOST_FILES = 10;

/** *See attachments*: what was sent with something said, by the ids of Slack, into the direct messages of who pressed. */
export async function handFiles(ctx: Ctx, ids: readonly string[], comment: string): Promise<Outcome> {
  const read = await Promise.all(ids.slice(0, MOST_FILES).map((id) => ctx.readFile(id, MOST_BYTES)));
  const files = read.filter((file): file is SharedFile => typeof file !== 'string');
  if (files.length === 0) return { kind: 'refuse', refusal: filesGoneRefusal(ctx.language) };
  return { kind: 'files', files, comment };
}
