import { countEn } from '../../../domain/day-words.js';
import type { Digest } from '../../../domain/digest/compute.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS } from '../../../domain/plan.js';
import type { Message } from '../../../message.js';
import { section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';

/** The lessons of the month. */
export const words = {
  lessons: { zh: '本月卡点经验', en: 'Lessons of the month' },
  lessonsCleared: {
    zh: (cleared: number) => `已销号${cleared}个`,
    en: (cleared: number) => `${countEn(cleared, 'obstacle')} cleared`,
  },
  lessonsMedian: { zh: '各级办理天数（工作日，中位数）', en: 'Working days at each rung (median)' },
  lessonRung: {
    zh: (rung: string, days: string, cases: number) => `${rung} ${days}天（${cases}件）`,
    en: (rung: string, days: string, cases: number) => `${rung} ${days} (${countEn(cases, 'case')})`,
  },
  lessonsReturns: { zh: '办结后被退回最多', en: 'Resolved and returned most often' },
  lessonReturn: {
    zh: (resolved: number, returned: number) => `办结${resolved}次，退回${returned}次`,
    en: (resolved: number, returned: number) => `resolved ${resolved}, returned ${returned}`,
  },
  lessonsPromises: { zh: '承诺', en: 'Promises' },
  lessonPromise: {
    zh: (who: string, kept: number, missed: number) =>
      `${who}${[kept > 0 ? `兑现${kept}` : '', missed > 0 ? `未兑现${missed}` : ''].filter(Boolean).join('、')}`,
    en: (who: string, kept: number, missed: number) =>
      `${who} ${[kept > 0 ? `${kept} kept` : '', missed > 0 ? `${missed} missed` : ''].filter(Boolean).join(', ')}`,
  },
} as const satisfies Catalogue;

/** Departments that share the most returns; more than these are no lesson but a list. */
const MOST_DEPARTMENTS = 5;

/** The lessons of the month: a line a matter with the median working days at each rung, and whose clearing held least. */
export function lessonsReply({ lessons: taught }: Digest, { language, list, colon, bracket, name }: Phrases): Message {
  const own = inLanguage(words, language);
  const { cleared, byMatter, returns, promises = [] } = taught?.lessons ?? { cleared: 0, byMatter: [], returns: [] };
  const heading = `${own.lessons}${colon}${own.lessonsCleared(cleared)}`;
  const matters = MATTERS.flatMap((matter) => {
    const rungs = byMatter
      .filter((each) => each.matter === matter)
      .map(({ rung, median, cases }) =>
        own.lessonRung(RUNG_LABELS[rung][language], String(Number(median.toFixed(1))), cases),
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
      return `${unit}${bracket(own.lessonReturn(resolved, returned))}`;
    });
  const given = promises.map(({ rung, unitId, kept, missed }) => {
    const unit = unitId === null ? null : name(taught?.units.get(unitId)?.name ?? null);
    return own.lessonPromise(unit ?? RUNG_LABELS[rung][language], kept, missed);
  });
  const parts = [
    ...(matters.length === 0 ? [] : [[own.lessonsMedian, ...matters].join('\n')]),
    ...(given.length === 0 ? [] : [`*${own.lessonsPromises}*${colon}${list(given)}`]),
    ...(worst.length === 0 ? [] : [`*${own.lessonsReturns}*${colon}${list(worst)}`]),
  ];
  return {
    text: clip([heading, ...parts].join('\n'), 3500),
    blocks: [section(`*${heading}*`), ...parts.map((part) => section(part))],
  };
}
