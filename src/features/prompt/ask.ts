import { addDays, type LocalDay } from '../../domain/day.js';
import { judgedGoals, NEAR_DAYS } from '../../domain/digest/judgement.js';
import type { MorningNote } from '../../domain/morning-note.js';
import { type Morning, totalCounts } from '../../domain/prompt.js';
import { nextWorkday, previousWorkday } from '../../domain/workday.js';
import type { JobCtx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { NearGate, Prompt } from '../../store/prompts.js';
import { oneReading, readGated, readPast } from '../digest/door.js';
import { promotionNotes } from '../promotion/door.js';
import { missedNotes } from '../review/door.js';
import { issueEarned, unsignedNotes } from '../slip/door.js';
import { visitNotes } from '../visit/door.js';
import { choosePrompts, type NearGates, type Notes } from './choose.js';
import { promptDedupeKey } from './ids.js';
import { type Paged, pageByPage } from './pages.js';
import { isTimely, PAGE, promptPost } from './post.js';

/** Asks everybody who has something to be asked about: one message a person. */
export async function askOwners(ctx: JobCtx, day: LocalDay): Promise<void> {
  if (!isTimely(ctx, day)) return;
  // First, so that the questions say which slip presses for what they ask.
  await issueEarned(ctx);
  const morning: Morning = {
    today: day,
    previousWorkday: previousWorkday(day, ctx.calendar),
    nextWorkday: nextWorkday(day, ctx.calendar),
    programFrom: ctx.program.from,
    reportingSince: (await ctx.store.facts.firstReportDay(ctx.program)) ?? day,
    policy: ctx.program.policy.light,
  };
  const beside: Beside = { gates: await nearGates(ctx), notes: await notesOf(ctx, morning) };
  await pageByPage(ctx, 'prompts', (tx, upTo) => askPage(ctx, tx, morning, beside, upTo));
}

/** What a morning says beside its questions. */
type Beside = { readonly gates: NearGates; readonly notes: Notes };

async function notesOf(ctx: JobCtx, { previousWorkday }: Morning): Promise<Notes> {
  const notes = new Map<number, MorningNote[]>();
  const told = [
    ...(await visitNotes(ctx)),
    ...(await unsignedNotes(ctx)),
    ...(await missedNotes(ctx, previousWorkday)),
    ...(await promotionNotes(ctx)),
  ];
  for (const { personId, note } of told) notes.set(personId, [...(notes.get(personId) ?? []), note]);
  return notes;
}

/** What would bring the gates of the coming week home: their owners are told. */
async function nearGates(ctx: JobCtx): Promise<NearGates> {
  const goals = await ctx.store.facts.goals(ctx.program.id, { moment: ctx.now, knownAt: ctx.now });
  const until = addDays(ctx.today, NEAR_DAYS);
  if (!goals.some(({ gates }) => gates.some(({ on }) => on >= ctx.today && on <= until))) return new Map();
  const reader = oneReading(ctx);
  const gated = await readGated(reader, ctx.today, { moment: ctx.now, knownAt: ctx.now }, true);
  const judged = judgedGoals({ ...gated, ...(await readPast(reader, gated)), before: null }, { of: 'plan' });
  return new Map(
    judged.flatMap(({ goal, gate, nearest }) =>
      gate === null || gate.daysLeft > NEAR_DAYS
        ? []
        : nearest.flatMap(({ code, step }): [string, NearGate][] =>
            step === null ? [] : [[`${code} ${step}`, { goal: goal.name, lacks: gate.missing }]],
          ),
    ),
  );
}

async function askPage(
  ctx: JobCtx,
  tx: Transaction,
  morning: Morning,
  { gates, notes }: Beside,
  after: number,
): Promise<Paged> {
  const { program, now } = ctx;
  const { today } = morning;
  const people = await tx.prompts.addressees(program, today, after, PAGE, [...notes.keys()]);
  const owners = people.flatMap((person) => person.actsFor);
  const projects = await tx.prompts.projects(program, owners);
  const lapsed = await tx.prompts.lapsed(program.id, morning.previousWorkday, owners);
  const actions = await tx.prompts.openActions(program.id, owners);
  const { prompts, counts } = choosePrompts(people, projects, lapsed, morning, { gates, actions, notes });
  await tx.prompts.add(program.id, today, morning.previousWorkday, now, prompts);
  const written = await tx.prompts.ofPeople(
    program.id,
    today,
    prompts.map((prompt) => prompt.personId),
  );
  const replaced = await replacedBy(ctx, tx, written);
  const post = (prompt: Prompt) => promptPost({ today, program }, prompt, now);
  await tx.posts.writeAll([...replaced.map((prompt) => ({ ...post(prompt), patient: true })), ...written.map(post)]);
  for (const { slackUserId } of written) if (slackUserId !== null) tx.deliver(slackUserId);
  const last = people.length < PAGE;
  return {
    ...(last ? totalCounts([counts, await unanswerable(tx, ctx)]) : counts),
    upTo: people.at(-1)?.id ?? after,
    last,
  };
}

// The messages that today's take the place of: one that never went out is not sent now.
async function replacedBy({ program, today }: JobCtx, tx: Transaction, written: readonly Prompt[]) {
  const earlier = await tx.prompts.before(
    program.id,
    today,
    written.map(({ personId }) => personId),
  );
  const keys = earlier.map(({ day, personId }) => promptDedupeKey(day, personId));
  const sent = await tx.posts.idsOf(program.workspaceId, keys);
  return earlier.filter(({ day, personId }) => sent.has(promptDedupeKey(day, personId)));
}

async function unanswerable(tx: Transaction, { program, today }: JobCtx) {
  const { absent, unowned } = await tx.prompts.unanswerable(program, today);
  return { people: 0, asked: 0, spared: { absent, unowned } };
}
