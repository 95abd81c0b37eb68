import { nextLoudMoment } from '../../domain/obstacle.js';
import type { Transaction } from '../../store/index.js';
import { sayInThreads, type ThreadLine } from '../project/door.js';
import { confirmMessage, urgentMessage } from './messages/confirmed.js';
import type { Acts, Transition } from './model.js';
import { tellOffice } from './office.js';
import { addressesOf, namedBy, raiserActing } from './recipients.js';
import { outOfSight } from './sight.js';
import { askedDedupeKeys, type Read, tellCase } from './tell-case.js';

/**
 * Writes down what is said about cases after something happened to them, and where. Answers, by case, who has its card now.
 * Costs the same statements whatever their number.
 */
export async function tell(
  ctx: Acts,
  tx: Transaction,
  happened: readonly Transition[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (happened.length === 0) return new Map();
  const { read, kept } = await readFor(ctx, tx, happened);
  const said = happened.map((each) => tellCase(ctx, each, read));
  const cards = said.flatMap((each) => each.cards);
  const known = await tx.posts.writeAll(cards);
  const lines = said.flatMap((each) => each.lines(known));
  await tx.posts.writeAll(lines);
  const office = said.flatMap((each) => each.office);
  await tellOffice(ctx, tx, office);
  await sayInThreads(
    ctx,
    tx,
    happened.flatMap((each) => asksInThread(ctx, each, read)),
  );
  for (const channelId of new Set([...cards, ...lines, ...office].map((each) => each.channelId))) tx.deliver(channelId);
  return kept;
}

/** What a case asks in its project's thread after something happened to it: whether it is so, whether it is urgent. */
function asksInThread(ctx: Acts, happened: Transition, { people, steps: logged }: Read): readonly ThreadLine[] {
  const { before, moved, context } = happened;
  const seen = {
    obstacle: { ...before, state: moved.state },
    steps: logged.get(before.id) ?? [],
    people,
    units: context.units,
    actingId: null,
  };
  const { state, steps } = moved;
  const kinds = new Set(steps.map(({ kind }) => kind));
  // What was asked before it went elsewhere has lost its buttons.
  const again = kinds.has('sorted') && before.state.version !== state.version;
  const asks: ThreadLine[] = [];
  const { confirmation } = state;
  if (
    (confirmation === 'owner' || confirmation === 'head') &&
    (again || kinds.has('flagged') || kinds.has('head-asked'))
  ) {
    // The owner is asked in the morning; the head, who is asked after them, is called.
    const head = confirmation === 'head' && nextLoudMoment(context) === null ? state.confirmerId : null;
    const mention = people.get(head ?? 0)?.slackUserId ?? null;
    asks.push({
      projectId: before.projectId,
      dedupeKey: `obstacle:${before.id}:confirm:${state.version}`,
      say: (language) => confirmMessage(seen, language, ctx.program, mention),
    });
  }
  if (kinds.has('flagged') && before.urgentReason !== null && !state.urgent) {
    asks.push({
      projectId: before.projectId,
      dedupeKey: `obstacle:${before.id}:urgent`,
      say: (language) => urgentMessage(seen, language, ctx.program),
    });
  }
  return asks;
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
