import type { Ctx, Outcome } from '../../feature.js';
import { handFiles } from '../conversation/door.js';
import { unknownRefusal } from './messages/refusals.js';
import { seeObstacle } from './see.js';

/** *See attachments*: the photos and files that came with a case, to who may see its project. */
export async function handObstacleFiles(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const seen = await seeObstacle(ctx, { id });
  if (seen === null || seen.hidden) return unknownRefusal(ctx);
  const { number, files, code } = seen.obstacle;
  return handFiles(
    ctx,
    files.map((file) => file.id),
    `${code} #${number}`,
  );
}
