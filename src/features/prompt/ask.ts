import type { LocalDay } from '../../domain/day.js';
import { type Morning, totalCounts } from '../../domain/prompt.js';
import { previousWorkday } from '../../domain/workday.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { choosePrompts } from './choose.js';
import { type Paged, pageByPage } from './pages.js';
import { isTimely, PAGE, promptPost } from './post.js';

/** Asks everybody who has something to be asked about: one message a person. */
export async function askOwners(ctx: JobCtx, day: LocalDay): Promise<void> {
  if (!isTimely(ctx, day)) return;
  const morning: Morning = {
    today: day,
    previousWorkday: previousWorkday(day, ctx.calendar),
    programFrom: ctx.program.from,
    reportingSince: (await ctx.store.facts.firstReportDay(ctx.program)) ?? day,
    policy: ctx.program.policy.light,
  };
  await pageByPage(ctx, 'prompts', (tx, upTo) => askPage(ctx, tx, morning, upTo));
}

async function askPage(ctx: JobCtx, tx: Transaction, morning: Morning, after: number): Promise<Paged> {
  const { program, now } = ctx;
  const { today } = morning;
  const people = await tx.prompts.addressees(program, today, after, PAGE);
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
  await tx.posts.writeAll(written.map((prompt) => promptPost({ today, program }, prompt, now)));
  for (const { slackUserId } of written) if (slackUserId !== null) tx.deliver(slackUserId);
  const last = people.length < PAGE;
  return {
    ...(last ? totalCounts([counts, await unanswerable(tx, ctx)]) : counts),
    upTo: people.at(-1)?.id ?? after,
    last,
  };
}

async function unanswerable(tx: Transaction, { program, today }: JobCtx) {
  const { absent, unowned } = await tx.prompts.unanswerable(program, today);
  return { people: 0, asked: 0, spared: { absent, unowned } };
}
