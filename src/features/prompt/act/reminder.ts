import type { LocalDay } from '../../../domain/day.js';
import { isReminded } from '../../../domain/prompt.js';
import type { JobCtx, Message } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Page, Prompt, PromptItem } from '../../../store/prompts.js';
import { isTimely, PAGE, promptPost, promptSubject, type Render, type Scene } from './scene.js';

/** Makes the message of a reminder about what is still open of a prompt. */
export type RenderReminder = (prompt: Prompt, open: readonly PromptItem[], scene: Scene) => Message;

/** Who was asked less than this before the reminder (a late morning) has had no time to answer. */
const TIME_TO_ANSWER_MS = 2 * 60 * 60_000;

/**
 * Reminds of what is due today or overdue and still open, in the thread of the morning's message. The others' messages
 * are brought to what was reported since by other ways.
 */
export async function remindOwners(
  ctx: JobCtx,
  day: LocalDay,
  render: { readonly prompt: Render; readonly reminder: RenderReminder },
): Promise<void> {
  if (!isTimely(ctx, day)) return;
  const cause = `reminders:${ctx.program.id}:${day}`;
  const before = await ctx.store.prompts.pages(ctx.program.workspaceId, cause);
  let newest = before.at(-1) ?? null;
  for (let ordinal = before.length; !newest?.last; ordinal += 1) {
    const upTo = newest?.upTo ?? 0;
    newest = await ctx.store.transaction((tx) => remindPage(ctx, tx, { cause, ordinal, upTo }, render));
  }
}

async function remindPage(
  ctx: JobCtx,
  tx: Transaction,
  { cause, ordinal, upTo }: { readonly cause: string; readonly ordinal: number; readonly upTo: number },
  render: { readonly prompt: Render; readonly reminder: RenderReminder },
): Promise<Page> {
  const { program, now, today } = ctx;
  const scene: Scene = { today, program };
  const prompts = await tx.prompts.pageOf(program.id, today, now - TIME_TO_ANSWER_MS, upTo, PAGE);
  const openOf = (prompt: Prompt) => prompt.items.filter((item) => item.answer === null && isReminded(item, today));
  const reminded = prompts.filter((prompt) => prompt.slackUserId !== null && openOf(prompt).length > 0);
  const answered = prompts.filter((prompt) => prompt.slackUserId !== null && prompt.items.some((item) => item.answer));
  const roots = await tx.posts.writeAll(
    [...new Set([...reminded, ...answered])].map((prompt) => promptPost(scene, prompt, now, render.prompt)),
  );
  await tx.posts.writeAll(
    reminded.map((prompt) => ({
      ...promptPost(scene, prompt, now, () => render.reminder(prompt, openOf(prompt), scene)),
      subject: `reminder:${today}:${prompt.personId}`,
      parentId: roots.get(promptSubject(today, prompt.personId)) ?? null,
    })),
  );
  for (const { slackUserId } of new Set([...reminded, ...answered])) if (slackUserId !== null) tx.deliver(slackUserId);
  const page: Page = {
    people: reminded.length,
    asked: reminded.reduce((sum, prompt) => sum + openOf(prompt).length, 0),
    spared: {},
    day: today,
    upTo: prompts.at(-1)?.personId ?? upTo,
    last: prompts.length < PAGE,
  };
  await tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId: null,
      action: 'reminders',
      thing: 'prompt',
      thingId: null,
      after: page,
      cause,
      ordinal,
    },
  ]);
  return page;
}
