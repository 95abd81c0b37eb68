import type { Transaction } from '../../store/index.js';
import { askInThreads } from './ask-in-thread.js';
import { addressesOf, askedDedupeKeys, namedBy, postsOfCase, type Read, raiserActing } from './case-posts.js';
import type { Acts, Transition } from './model.js';
import { outOfSight } from './sight.js';

/**
 * Writes down what is said about cases after something happened to them, and where. Answers, by case, who has its card now.
 * Costs the same statements whatever their number.
 */
export async function postObstacles(
  ctx: Acts,
  tx: Transaction,
  happened: readonly Transition[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (happened.length === 0) return new Map();
  const { read, kept } = await readFor(ctx, tx, happened);
  const said = happened.map((each) => postsOfCase(ctx, each, read));
  const cards = said.flatMap((each) => each.cards);
  const known = await tx.posts.writeAll(cards);
  const lines = said.flatMap((each) => each.lines(known));
  await tx.posts.writeAll(lines);
  await askInThreads(ctx, tx, happened, {
    people: read.people,
    seen: ({ before, moved, context }) => ({
      obstacle: { ...before, state: moved.state },
      steps: read.steps.get(before.id) ?? [],
      people: read.people,
      units: context.units,
      actingId: null,
    }),
  });
  for (const channelId of new Set([...cards, ...lines].map((each) => each.channelId))) tx.deliver(channelId);
  return kept;
}

async function readFor(ctx: Acts, tx: Transaction, happened: readonly Transition[]) {
  const { workspaceId, id: programId } = ctx.program;
  const steps = await tx.obstacles.stepsOf(
    workspaceId,
    programId,
    happened.map(({ before }) => before.id),
  );
  const people = await tx.people.contacts(
    workspaceId,
    happened.flatMap((each) => namedBy(ctx, each, steps.get(each.before.id) ?? [])),
  );
  const addresses = new Map(happened.map((each) => [each.before.id, addressesOf(ctx, each, people)]));
  const dedupeKeys = happened.flatMap(askedDedupeKeys);
  const asked =
    dedupeKeys.length === 0 ? new Map<string, string>() : await tx.posts.addressesOf(workspaceId, dedupeKeys);
  const spoken = new Set([...[...addresses.values()].flatMap(({ all }) => all), ...asked.values()]);
  const languages = await tx.obstacles.languages(workspaceId, programId, [...spoken]);
  const read: Read = {
    steps,
    people,
    asked,
    hiddenFromRaiser: await outOfSight(
      ctx,
      tx,
      happened.map((each) => ({
        obstacle: { ...each.before, state: each.moved.state },
        readerId: raiserActing(ctx, each),
      })),
    ),
    languageAt: (address) => languages.get(address) ?? 'zh',
    coordinators: await tx.people.coordinators(programId),
  };
  return { read, kept: new Map([...addresses].map(([id, { kept }]) => [id, kept])) };
}
