import type { LocalDay } from '../../domain/day.js';
import { isReminded, TIME_TO_ANSWER_MS } from '../../domain/reminder.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Prompt } from '../../store/prompts.js';
import { promptDedupeKey } from './ids.js';
import { reminderMessage } from './messages/reminder.js';
import type { PromptContext } from './model.js';
import { type Paged, pageByPage } from './pages.js';
import { isTimely, PAGE, promptPost } from './post.js';

/**
 * Reminds of what is due today or overdue and still open, in the thread of the morning's message. The others' messages
 * are brought to what was reported since by other ways.
 */
export async function remindOwners(ctx: JobCtx, day: LocalDay): Promise<void> {
  if (!isTimely(ctx, day)) return;
  await pageByPage(ctx, 'reminders', (tx, upTo) => remindPage(ctx, tx, upTo));
}

async function remindPage(ctx: JobCtx, tx: Transaction, after: number): Promise<Paged> {
  const { program, now, today } = ctx;
  const context: PromptContext = { today, program };
  const prompts = await tx.prompts.pageOf(program.id, today, now - TIME_TO_ANSWER_MS, after, PAGE);
  const openOf = (prompt: Prompt) => prompt.items.filter((item) => item.answer === null && isReminded(item, today));
  const reminded = prompts.filter((prompt) => prompt.slackUserId !== null && openOf(prompt).length > 0);
  const answered = prompts.filter((prompt) => prompt.slackUserId !== null && prompt.items.some((item) => item.answer));
  const roots = await tx.posts.writeAll(
    [...new Set([...reminded, ...answered])].map((prompt) => promptPost(context, prompt, now)),
  );
  await tx.posts.writeAll(
    reminded.map((prompt) => ({
      ...promptPost(context, prompt, now),
      body: reminderMessage(prompt, openOf(prompt), context),
      dedupeKey: `reminder:${today}:${prompt.personId}`,
      parentId: roots.get(promptDedupeKey(today, prompt.personId)) ?? null,
    })),
  );
  for (const { slackUserId } of new Set([...reminded, ...answered])) if (slackUserId !== null) tx.deliver(slackUserId);
  return {
    people: reminded.length,
    asked: reminded.reduce((sum, prompt) => sum + openOf(prompt).length, 0),
    spared: {},
    upTo: prompts.at(-1)?.personId ?? after,
    last: prompts.length < PAGE,
  };
}
