import { dayAt, type Instant, instantAt, type LocalDay } from './day.js';
import { nextLoudMoment } from './obstacle.js';
import type { Program } from './program.js';
import type { WorkCalendar } from './workday.js';

/** The morning's questions are written before. */
const AFTER_MORNING_MS = 60_000;

/**
 * When somebody is told what is to be told now: not in quiet hours, and after the morning's question, in whose thread it
 * then stands. null: at once.
 */
export function afterMorning(ctx: {
  readonly program: Pick<Program, 'policy' | 'timeZone'>;
  readonly now: Instant;
  readonly today: LocalDay;
  readonly calendar: WorkCalendar;
}): Instant | null {
  const { program, now } = ctx;
  const { prompts } = program.policy;
  const loud = nextLoudMoment({ ...ctx, ...prompts, timeZone: program.timeZone });
  const day = loud === null ? ctx.today : dayAt(loud, program.timeZone);
  const asked = instantAt(day, prompts.morning, program.timeZone) + AFTER_MORNING_MS;
  return loud === null && now >= asked ? null : Math.max(asked, loud ?? now);
}
