import type { Instant, LocalDay } from '../../domain/day.js';
import { nextLoudMoment } from '../../domain/obstacle/quiet.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { NewPost } from '../../store/posts.js';
import type { Prompt } from '../../store/prompts.js';
import { promptDedupeKey } from './ids.js';
import { promptMessage } from './messages/morning.js';
import type { PromptContext } from './model.js';

/** How many people are looked at, and written to, at a time: memory and transactions do not grow with the program. */
export const PAGE = 500;

/**
 * Whether a slot's messages may still go out: on their own day and outside of quiet hours. A prompt of yesterday would
 * only be followed by today's.
 */
export function isTimely(ctx: JobCtx, day: LocalDay): boolean {
  const { now, calendar, program } = ctx;
  const { timeZone, policy } = program;
  const { quietFrom, quietTo } = policy.prompts;
  return ctx.today === day && nextLoudMoment({ now, calendar, timeZone, quietFrom, quietTo }) === null;
}

/** The post of a prompt, saying what it says now. */
export const promptPost = (moment: PromptContext, prompt: Prompt, at: Instant): NewPost => ({
  workspaceId: moment.program.workspaceId,
  programId: moment.program.id,
  channelId: prompt.slackUserId ?? '',
  dedupeKey: promptDedupeKey(prompt.day, prompt.personId),
  body: promptMessage(prompt, moment),
  at,
});

/** Brings the message of a prompt to what it says now, in place. */
export async function rewrite(tx: Transaction, moment: PromptContext, promptId: number, at: Instant): Promise<void> {
  const prompt = await tx.prompts.byId(moment.program.id, promptId);
  if (!prompt?.slackUserId) return;
  await tx.posts.write(promptPost(moment, prompt, at));
  tx.deliver(prompt.slackUserId);
}
