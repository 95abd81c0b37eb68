import { instantAt, type LocalDay } from '../../domain/day.js';
import { actsFor } from '../../domain/leave.js';
import { nextLoudMoment } from '../../domain/obstacle.js';
import { previousWorkday } from '../../domain/workday.js';
import type { JobCtx } from '../../feature.js';
import { handedOn } from './messages/handed-on.js';
import { openly } from './messages/notices.js';
import { isNewsTo, newsKey } from './news.js';
import { seenOf } from './see.js';
import { outOfSight } from './sight.js';

/**
 * In the morning of a working day: who flagged an obstacle hears what happened to it in the quiet hours since the
 * working day before. What they heard already is not said again.
 */
export async function notifyOfNews(ctx: JobCtx, day: LocalDay): Promise<void> {
  const { program, store, calendar } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  const after = instantAt(previousWorkday(day, calendar), quietFrom, program.timeZone) - 1;
  const leaves = await store.leaves.from(program.id, ctx.today);
  for (const { id, at, step, cause, ordinal } of await store.obstacles.stepsBetween(program.id, after, ctx.now)) {
    const quiet = nextLoudMoment({ now: at, quietFrom, quietTo, calendar, timeZone: program.timeZone }) !== null;
    const obstacle = quiet ? await store.obstacles.byId(program.id, id) : null;
    if (!obstacle) continue;
    const raiserId = actsFor(obstacle.raisedById, ctx.today, leaves).personId ?? obstacle.raisedById;
    if (!isNewsTo(raiserId, step)) continue;
    const raiser = (await store.people.contacts(program.workspaceId, [raiserId])).get(raiserId);
    if (!raiser?.slackUserId) continue;
    const to = raiser.slackUserId;
    const dedupeKey = newsKey(cause, id, ordinal);
    const hidden = await outOfSight(ctx, store, [{ obstacle, readerId: raiserId }]);
    const body = (hidden.has(id) ? handedOn : openly).news(await seenOf(ctx, obstacle), step, raiser.language, program);
    await store.transaction(async (tx) => {
      if (await tx.posts.byDedupeKey(program.workspaceId, dedupeKey)) return;
      const { id: programId, workspaceId } = program;
      await tx.posts.write({ workspaceId, programId, channelId: to, dedupeKey, body, at: ctx.now });
      tx.deliver(to);
    });
  }
}
