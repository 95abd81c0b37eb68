import { nextLoudMoment } from '../../domain/obstacle.js';
import type { Message } from '../../message.js';
import type { Transaction } from '../../store/index.js';
import type { Contact } from '../../store/people.js';
import type { Language } from '../../text/language.js';
import { projectDedupeKey, rootsOf } from '../project/door.js';
import { confirmMessage, urgentMessage } from './messages/notices.js';
import type { Acts, Seen, Transition } from './model.js';

/** What a case asks in its project's thread after something happened to it: whether it is so, whether it is urgent. */
type Asked = { readonly dedupeKey: string; readonly say: (language: Language) => Message };

/** Within a transaction: the questions, each where the people of the project read. A project without a channel has no thread. */
export async function askInThreads(
  ctx: Acts,
  tx: Transaction,
  happened: readonly Transition[],
  read: { readonly seen: (of: Transition) => Seen; readonly people: ReadonlyMap<number, Contact> },
): Promise<void> {
  const { program } = ctx;
  const wanted = happened
    .map((each) => ({ each, asked: askedOf(ctx, each, read) }))
    .filter(({ asked }) => asked.length > 0);
  if (wanted.length === 0) return;
  const ids = [...new Set(wanted.map(({ each }) => each.before.projectId))];
  const projects = await tx.projects.lines(program.id, ids);
  const heard = [...projects.values()].filter(({ channelId }) => channelId !== null);
  const roots = await rootsOf(tx, ctx, heard);
  const posts = wanted.flatMap(({ each, asked }) => {
    const project = heard.find(({ id }) => id === each.before.projectId);
    if (!project?.channelId) return [];
    const { channelId, channelLanguage } = project;
    const parentId = project.threadPostId ?? roots.get(projectDedupeKey(project)) ?? null;
    return asked.map(({ dedupeKey, say }) => ({
      workspaceId: program.workspaceId,
      programId: program.id,
      channelId,
      dedupeKey,
      parentId,
      body: say(channelLanguage),
      at: ctx.now,
    }));
  });
  await tx.posts.writeAll(posts);
  for (const channelId of new Set(posts.map((post) => post.channelId))) tx.deliver(channelId);
}

function askedOf(
  ctx: Acts,
  happened: Transition,
  { seen, people }: Parameters<typeof askInThreads>[3],
): readonly Asked[] {
  const { before, moved, context } = happened;
  const { state, steps } = moved;
  const kinds = new Set(steps.map(({ kind }) => kind));
  const asks: Asked[] = [];
  const { confirmation } = state;
  if ((confirmation === 'owner' || confirmation === 'head') && (kinds.has('flagged') || kinds.has('head-asked'))) {
    // The owner is asked in the morning; the head, who is asked after them, is called.
    const head = confirmation === 'head' && nextLoudMoment(context) === null ? state.confirmerId : null;
    const mention = people.get(head ?? 0)?.slackUserId ?? null;
    asks.push({
      dedupeKey: `obstacle:${before.id}:confirm:${state.version}`,
      say: (language) => confirmMessage(seen(happened), language, ctx.program, mention),
    });
  }
  if (kinds.has('flagged') && before.urgentReason !== null && !state.urgent) {
    asks.push({
      dedupeKey: `obstacle:${before.id}:urgent`,
      say: (language) => urgentMessage(seen(happened), language, ctx.program),
    });
  }
  return asks;
}
