import { nextLoudMoment } from '../../domain/obstacle.js';
import type { Transaction } from '../../store/index.js';
import type { Contact } from '../../store/people.js';
import { sayInThreads, type ThreadLine } from '../project/door.js';
import { confirmMessage, urgentMessage } from './messages/notices.js';
import type { Acts, Seen, Transition } from './model.js';

/**
 * Within a transaction: what cases ask in their projects' threads after something happened to them, whether it is so, whether
 * it is urgent; each where the people of the project read.
 */
export const askInThreads = (ctx: Acts, tx: Transaction, happened: readonly Transition[], read: Read): Promise<void> =>
  sayInThreads(
    ctx,
    tx,
    happened.flatMap((each) => askedOf(ctx, each, read)),
  );

type Read = { readonly seen: (of: Transition) => Seen; readonly people: ReadonlyMap<number, Contact> };

function askedOf(ctx: Acts, happened: Transition, { seen, people }: Read): readonly ThreadLine[] {
  const { before, moved, context } = happened;
  const { state, steps } = moved;
  const kinds = new Set(steps.map(({ kind }) => kind));
  const asks: ThreadLine[] = [];
  const { confirmation } = state;
  if ((confirmation === 'owner' || confirmation === 'head') && (kinds.has('flagged') || kinds.has('head-asked'))) {
    // The owner is asked in the morning; the head, who is asked after them, is called.
    const head = confirmation === 'head' && nextLoudMoment(context) === null ? state.confirmerId : null;
    const mention = people.get(head ?? 0)?.slackUserId ?? null;
    asks.push({
      projectId: before.projectId,
      dedupeKey: `obstacle:${before.id}:confirm:${state.version}`,
      say: (language) => confirmMessage(seen(happened), language, ctx.program, mention),
    });
  }
  if (kinds.has('flagged') && before.urgentReason !== null && !state.urgent) {
    asks.push({
      projectId: before.projectId,
      dedupeKey: `obstacle:${before.id}:urgent`,
      say: (language) => urgentMessage(seen(happened), language, ctx.program),
    });
  }
  return asks;
}
