import { dayAt, type Instant } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { WorkCalendar } from '../../domain/workday.js';
import type { Store } from '../../store/index.js';
import type { Language } from '../../text/language.js';
import { readAt } from './act/read.js';
import { computeDigest } from './compute.js';
import { digestText } from './view/plain.js';
import { digestPosts } from './view/posts.js';

/** The whole plan's digest as it stood at a moment, with its thread, as plain lines. */
export async function printDigest(
  store: Pick<Store, 'facts' | 'obstacles'>,
  program: Program,
  calendar: WorkCalendar,
  instant: Instant,
  language: Language,
): Promise<string> {
  const facts = await readAt({ store, program, calendar }, dayAt(instant, program.timeZone), instant);
  const digest = computeDigest(facts, { of: 'plan' });
  return digestText(digestPosts(digest, { language, private: false, past: false, late: false, corrections: [] }));
}
