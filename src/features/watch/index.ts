import { afterMorning } from '../../domain/after-morning.js';
import { addDays, dayAt, type Instant, instantAt, type LocalDay, timeAt } from '../../domain/day.js';
import { dayWords } from '../../domain/day-words.js';
import { LATE_AFTER_MS } from '../../domain/due.js';
import { previousWorkday } from '../../domain/workday.js';
import type { Feature, JobCtx } from '../../feature.js';
import type { Message } from '../../message.js';
import { context, section } from '../../slack/blocks.js';
import type { Transaction } from '../../store/index.js';
import type { MissedSlot } from '../../store/slots.js';
import { inLanguage, type Language } from '../../text/language.js';
import { threadsOfDay } from '../unasked/door.js';
import { jobWords, words } from './messages/watch.js';

/** So long before a year begins the coordinators are told that its holidays are not known. */
const AHEAD_DAYS = 14;

/** Tells the coordinators when the clock's work was not done on time, and when it cannot know the days off. */
export const watch: Feature = {
  name: 'watch',
  timers: { of: 'slot', next: async () => null, run: tellMissed, daily: tellUnannounced },
};

async function tellMissed(ctx: JobCtx): Promise<void> {
  const { now, today, program } = ctx;
  // What is found at night is told in the morning, below its questions.
  if (afterMorning(ctx) !== null) return;
  await ctx.store.transaction(async (tx) => {
    const morning = instantAt(today, '00:00', program.timeZone);
    const missed = await tx.slots.takeMissed(program.id, now, LATE_AFTER_MS, morning);
    // One message a day: what is found after the first goes into it.
    if (missed.length > 0)
      await write(ctx, tx, `missed:${program.id}:${today}`, (language) => missedMessage(ctx, missed, language), true);
  });
}

async function tellUnannounced(ctx: JobCtx): Promise<void> {
  const { program } = ctx;
  for (const year of unannounced(ctx)) {
    await ctx.store.transaction((tx) =>
      write(ctx, tx, `unannounced:${program.id}:${year}`, (language) => unannouncedMessage(year, language)),
    );
  }
}

/** Writes to each coordinator once a dedupe key: what was written before stays as it was, or with `grows` says more. */
async function write(
  ctx: JobCtx,
  tx: Transaction,
  dedupeKey: string,
  message: (language: Language) => Message,
  grows = false,
): Promise<void> {
  const { workspaceId, id: programId } = ctx.program;
  const coordinators = await tx.people.coordinators(programId);
  const dedupeKeyOf = (id: number) => `${dedupeKey}:${id}`;
  const known = await tx.posts.idsOf(
    workspaceId,
    coordinators.map(({ id }) => dedupeKeyOf(id)),
  );
  const reached = coordinators.flatMap(({ slackUserId }) => slackUserId ?? []);
  const threads = await threadsOfDay(ctx, tx, reached);
  for (const { id, slackUserId, language } of coordinators) {
    if (slackUserId === null || (!grows && known.has(dedupeKeyOf(id)))) continue;
    const begun = threads.get(slackUserId) ?? null;
    const body = message(language);
    await tx.posts.write({
      workspaceId,
      programId,
      channelId: slackUserId,
      dedupeKey: dedupeKeyOf(id),
      // What began the day's thread itself goes on as it stands.
      parentId: begun === known.get(dedupeKeyOf(id)) ? null : begun,
      body,
      at: ctx.now,
    });
    tx.deliver(slackUserId);
  }
}

/** The program's years, of today and of the days to come, whose holidays are not known. */
function unannounced({ today, program, calendar }: JobCtx): readonly number[] {
  const days = [today, addDays(today, AHEAD_DAYS)].filter((day) => day <= program.to);
  const years = new Set(days.map((day) => Number(day.slice(0, 4))));
  return [...years].filter((year) => !calendar.announced(year));
}

function missedMessage(ctx: JobCtx, missed: readonly MissedSlot[], language: Language): Message {
  const say = inLanguage(words, language);
  const { program } = ctx;
  const day = (each: LocalDay) => dayWords(each, language, program.year);
  const moment = (at: Instant) => `${day(dayAt(at, program.timeZone))} ${timeAt(at, program.timeZone)}`;
  const lines = missed.flatMap((slot) => {
    const what = jobWords[slot.job]?.[language] ?? slot.job;
    const skipped = skippedDays(ctx, slot).map(day);
    return [
      slot.done === null ? say.open(what, moment(slot.due)) : say.late(what, moment(slot.due), moment(slot.done)),
      ...(skipped.length === 0 ? [] : [say.skipped(what, skipped.join(language === 'zh' ? '、' : ', '))]),
    ];
  });
  const text = [say.missed, ...lines.map((line) => `• ${line}`)].join('\n');
  return { text, blocks: [section(text), context(say.hint)] };
}

/** The working days between the slot and the one that was taken before it: nothing was sent for them. At most ten. */
function skippedDays({ calendar }: JobCtx, { slot, before }: MissedSlot): readonly LocalDay[] {
  const days: LocalDay[] = [];
  if (before === null) return days;
  for (
    let day = previousWorkday(slot, calendar);
    day > before && days.length < 10;
    day = previousWorkday(day, calendar)
  )
    days.unshift(day);
  return days;
}

function unannouncedMessage(year: number, language: Language): Message {
  const say = inLanguage(words, language);
  const text = say.unannounced(year);
  return { text, blocks: [section(text), context(say.unannouncedHint)] };
}
