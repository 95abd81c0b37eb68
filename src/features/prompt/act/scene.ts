import { type Instant, instantAt, type LocalDay } from '../../../domain/day.js';
import { LATE_AFTER_MS } from '../../../domain/due.js';
import { nextLoudMoment } from '../../../domain/obstacle/quiet.js';
import type { Program } from '../../../domain/program.js';
import type { JobCtx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import type { Transaction } from '../../../store/index.js';
import type { NewPost } from '../../../store/posts.js';
import type { Prompt } from '../../../store/prompts.js';

/** What a prompt's message depends on beside the prompt. */
export type Scene = { readonly today: LocalDay; readonly program: Program };

/** Makes the message of a prompt; the view's part. */
export type Render = (prompt: Prompt, scene: Scene) => Message;

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

/** Whether the morning's message went out later than it should. */
export const wasLate = (askedAt: Instant, day: LocalDay, { policy, timeZone }: Program): boolean =>
  askedAt - instantAt(day, policy.prompts.morning, timeZone) > LATE_AFTER_MS;

export const promptSubject = (day: LocalDay, personId: number): string => `prompt:${day}:${personId}`;

/** The post of a prompt, saying what it says now. */
export const promptPost = (scene: Scene, prompt: Prompt, at: Instant, render: Render): NewPost => ({
  workspaceId: scene.program.workspaceId,
  programId: scene.program.id,
  channelId: prompt.slackUserId ?? '',
  subject: promptSubject(prompt.day, prompt.personId),
  body: render(prompt, scene),
  at,
});

/** Brings the message of a prompt to what it says now, in place. */
export async function rewrite(
  tx: Transaction,
  scene: Scene,
  promptId: number,
  at: Instant,
  render: Render,
): Promise<void> {
  const prompt = await tx.prompts.byId(scene.program.id, promptId);
  if (!prompt?.slackUserId) return;
  await tx.posts.write(promptPost(scene, prompt, at, render));
  tx.deliver(prompt.slackUserId);
}
