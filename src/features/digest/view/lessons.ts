import { RUNG_LABELS } from '../../../domain/ladder.js';
import { MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS } from '../../../domain/plan.js';
import type { Message } from '../../../message.js';
import { section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import type { Digest } from '../compute.js';
import type { Phrases } from './phrases.js';

/** Departments that share the most returns; more than these are no lesson but a list. */
const MOST_DEPARTMENTS = 5;

/** The lessons of the month: a line a matter with the median working days at each rung, and whose clearing held least. */
export function lessonsReply(
  { lessons: taught }: Digest,
  { words, language, list, colon, bracket, name }: Phrases,
): Message {
  const { cleared, byMatter, returns } = taught?.lessons ?? { cleared: 0, byMatter: [], returns: [] };
  const heading = `${words.lessons}${colon}${words.lessonsCleared(cleared)}`;
  const matters = MATTERS.flatMap((matter) => {
    const rungs = byMatter
      .filter((each) => each.matter === matter)
      .map(({ rung, median, cases }) =>
        words.lessonRung(RUNG_LABELS[rung][language], String(Number(median.toFixed(1))), cases),
      );
    return rungs.length === 0 ? [] : [`*${MATTER_LABELS[matter][language]}* ${list(rungs)}`];
  });
  const [most] = returns;
  // Nobody is named before another who did as badly.
  const worst = returns
    .filter(({ returned, resolved }) => returned === most?.returned && resolved === most.resolved)
    .slice(0, MOST_DEPARTMENTS)
    .map(({ unitId, resolved, returned }) => {
      const unit = name(taught?.units.get(unitId)?.name ?? null) ?? '';
      return `${unit}${bracket(words.lessonReturn(resolved, returned))}`;
    });
  const parts = [
    ...(matters.length === 0 ? [] : [[words.lessonsMedian, ...matters].join('\n')]),
    ...(worst.length === 0 ? [] : [`*${words.lessonsReturns}*${colon}${list(worst)}`]),
  ];
  return {
    text: clip([heading, ...parts].join('\n'), 3500),
    blocks: [section(`*${heading}*`), ...parts.map((part) => section(part))],
  };
}
