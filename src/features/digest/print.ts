import { dayAt, type Instant } from '../../domain/day.js';
import { computeDigest } from '../../domain/digest/compute.js';
import type { Program } from '../../domain/program.js';
import type { WorkCalendar } from '../../domain/workday.js';
import type { Store } from '../../store/index.js';
import type { Language } from '../../text/language.js';
import { digestText } from './messages/plain.js';
import { digestPosts } from './messages/posts.js';
import { readAt } from './read.js';

/** The whole plan's digest as it stood at a moment, with its thread, as plain lines. */
export async function printDigest(
  store: Pick<Store, 'facts' | 'obstacles' | 'goalRecords'>,
  program: Program,
  calendar: WorkCalendar,
  instant: Instant,
  language: Language,
): Promise<string> {
  const facts = await readAt({ store, program, calendar }, dayAt(instant, program.timeZone), instant);
  const digest = computeDigest(facts, { of: 'plan' });
  return digestText(digestPosts(digest, { language, private: false, past: false, late: false, corrections: [] }));
}
