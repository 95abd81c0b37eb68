import type { LocalDay } from '../../../domain/day.js';
import { type Morning, totalCounts } from '../../../domain/prompt.js';
import { previousWorkday } from '../../../domain/workday.js';
import type { JobCtx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { Page } from '../../../store/prompts.js';
import { choosePrompts } from './choose.js';
import { isTimely, PAGE, promptPost, type Render } from './scene.js';

/**
 * Asks everybody who has something to be asked about: one message a person. Page by page, each in a transaction that
 * also counts it in the log, so that a run that was interrupted goes on where it stopped and counts nothing twice.
 */
export async function askOwners(ctx: JobCtx, day: LocalDay, render: Render): Promise<void> {
  if (!isTimely(ctx, day)) return;
  const cause = `prompts:${ctx.program.id}:${day}`;
  const before = await ctx.store.prompts.pages(ctx.program.workspaceId, cause);
  const morning: Morning = {
    today: day,
    previousWorkday: previousWorkday(day, ctx.calendar),
    programFrom: ctx.program.from,
    reportingSince: (await ctx.store.facts.firstReportDay(ctx.program)) ?? day,
    policy: ctx.program.policy.light,
  };
  let newest = before.at(-1) ?? null;
  for (let ordinal = before.length; !newest?.last; ordinal += 1) {
    const upTo = newest?.upTo ?? 0;
    newest = await ctx.store.transaction((tx) => askPage(ctx, tx, morning, { cause, ordinal, upTo }, render));
  }
}

async function askPage(
  ctx: JobCtx,
  tx: Transaction,
  morning: Morning,
  { cause, ordinal, upTo }: { readonly cause: string; readonly ordinal: number; readonly upTo: number },
  render: Render,
): Promise<Page> {
  const { program, now } = ctx;
  const { today } = morning;
  const people = await tx.prompts.addressees(program, today, upTo, PAGE);
  const owners = people.flatMap((person) => person.actsFor);
  const projects = await tx.prompts.projects(program, owners);
  const lapsed = await tx.prompts.lapsed(program.id, morning.previousWorkday, owners);
  const { prompts, counts } = choosePrompts(people, projects, lapsed, morning);
  await tx.prompts.add(program.id, today, morning.previousWorkday, now, prompts);
  const written = await tx.prompts.ofPeople(
    program.id,
    today,
    prompts.map((prompt) => prompt.personId),
  );
  await tx.posts.writeAll(written.map((prompt) => promptPost({ today, program }, prompt, now, render)));
  for (const { slackUserId } of written) if (slackUserId !== null) tx.deliver(slackUserId);
  const last = people.length < PAGE;
  const page: Page = {
    ...(last ? totalCounts([counts, await unanswerable(tx, ctx)]) : counts),
    day: today,
    upTo: people.at(-1)?.id ?? upTo,
    last,
  };
  await tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId: null,
      action: 'prompts',
      thing: 'prompt',
      thingId: null,
      after: page,
      cause,
      ordinal,
    },
  ]);
  return page;
}

async function unanswerable(tx: Transaction, { program, today }: JobCtx) {
  const { absent, unowned } = await tx.prompts.unanswerable(program, today);
  return { people: 0, asked: 0, spared: { absent, unowned } };
}
