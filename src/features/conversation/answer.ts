import type { Ctx, Outcome } from '../../feature.js';
import { answerByWord as answerObstacle, flagLine } from '../obstacle/door.js';
import { answerOrder, answerByWord as answerReport } from '../progress/door.js';
import { type Asked, askedShape } from './asked.js';
import { choiceOf } from './input.js';
import { closedMessage, droppedMessage } from './messages/answered.js';
import { placeName } from './place-name.js';
import { once } from './remember.js';
import { takeBack } from './take-back.js';

/** How long what was asked may be answered by a word. */
const HOUR_MS = 3_600_000;

/** What was typed as an answer to the question that waits here; null: none waits, or it is none. */
export async function answerAsked(ctx: Ctx, text: string): Promise<Outcome | null> {
  const waits = { programId: ctx.program.id, personId: ctx.person.id, place: placeName(ctx.place), cause: ctx.cause };
  const waiting = await ctx.store.questions.waiting(waits, ctx.now - HOUR_MS);
  const asked = waiting && askedShape.safeParse(waiting.body);
  if (!waiting || !asked?.success) return null;
  const candidates = asked.data.of === 'offer' ? [YES] : asked.data.candidates;
  const about = 'partial' in asked.data ? asked.data.partial.about : null;
  const yes = asked.data.of === 'order' ? 'both' : undefined;
  const chosen = choiceOf(text, about, candidates, yes);
  if (chosen === null) return null;
  const outcome = await once(ctx, waiting.cause, async () =>
    chosen === 'drop' ? { kind: 'say', message: droppedMessage(ctx.language) } : answer(ctx, asked.data, chosen.choice),
  );
  if (outcome.kind !== 'refuse') await close(ctx, waiting.cause, asked.data.question, text);
  return outcome;
}

const YES = { choice: 'yes', label: '' };

function answer(ctx: Ctx, asked: Asked, choice: string): Promise<Outcome> {
  switch (asked.of) {
    case 'report':
      return answerReport(ctx, { ...asked, choice });
    case 'obstacle':
      return answerObstacle(ctx, { partial: asked.partial, choice, line: asked.line });
    case 'offer':
      return flagLine(ctx, asked.line, true);
    case 'order':
      return answerOrder(ctx, asked.statement, choice);
    case 'take-back':
      return takeBack(ctx, choice);
  }
}

/** The question, where it stands as a message of ours: its buttons go, the answer stands in their place. */
async function close(ctx: Ctx, asked: string, question: string, answered: string): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  await ctx.store.transaction(async (tx) => {
    const dedupeKey = `answer:${asked}`;
    const post = await tx.posts.byDedupeKey(workspaceId, dedupeKey);
    if (!post) return;
    const body = closedMessage(question, answered, ctx.language);
    await tx.posts.write({ workspaceId, programId, channelId: post.channelId, dedupeKey, body, at: ctx.now });
    tx.deliver(post.channelId);
  });
}
