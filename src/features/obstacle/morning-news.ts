import { type Instant, instantAt, type LocalDay } from '../../domain/day.js';
import { actsFor } from '../../domain/leave.js';
import { nextLoudMoment } from '../../domain/obstacle.js';
import { previousWorkday } from '../../domain/workday.js';
import type { JobCtx } from '../../feature.js';
import { handedOn } from './messages/handed-on.js';
import { openly } from './messages/notices.js';
import { isNewsTo, newsKey } from './news.js';
import { seenOfAll } from './see.js';
import { outOfSight } from './sight.js';

/**
 * In the morning of a working day: who flagged an obstacle hears what happened to it in the quiet hours since the
 * working day before. What they heard already is not said again. Costs the same statements however much happened.
 */
export async function notifyOfNews(ctx: JobCtx, day: LocalDay): Promise<void> {
  const { program, store, calendar } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  const { timeZone } = program;
  const isQuiet = (now: Instant) => nextLoudMoment({ now, quietFrom, quietTo, calendar, timeZone }) !== null;
  const after = instantAt(previousWorkday(day, calendar), quietFrom, timeZone) - 1;
  const happened = (await store.obstacles.stepsBetween(program.id, after, ctx.now)).filter(({ at }) => isQuiet(at));
  if (happened.length === 0) return;
  const leaves = await store.leaves.from(program.id, ctx.today);
  const raised = (
    await store.obstacles.byIds(
      program.id,
      happened.map(({ id }) => id),
    )
  ).map((obstacle) => ({
    obstacle,
    readerId: actsFor(obstacle.raisedById, ctx.today, leaves).personId ?? obstacle.raisedById,
  }));
  const readers = await store.people.contacts(
    program.workspaceId,
    raised.map(({ readerId }) => readerId),
  );
  const hidden = await outOfSight(ctx, store, raised);
  const seen = await seenOfAll(
    ctx,
    raised.map(({ obstacle }) => obstacle),
  );
  const readerIds = new Map(raised.map(({ obstacle, readerId }) => [obstacle.id, readerId]));
  const cases = new Map(seen.map((each) => [each.obstacle.id, each]));
  const notices = happened.flatMap(({ id, step, cause, ordinal }) => {
    const reader = readers.get(readerIds.get(id) ?? 0);
    const about = cases.get(id);
    if (!about || !reader?.slackUserId || !isNewsTo(reader.id, step)) return [];
    const message = (hidden.has(id) ? handedOn : openly).news(about, step, reader.language, program);
    return [{ to: reader.slackUserId, dedupeKey: newsKey(cause, id, ordinal), message }];
  });
  await store.transaction(async (tx) => {
    const said = await tx.posts.idsOf(
      program.workspaceId,
      notices.map(({ dedupeKey }) => dedupeKey),
    );
    await tx.notifyAll(
      ctx,
      notices.filter(({ dedupeKey }) => !said.has(dedupeKey)),
    );
  });
}
