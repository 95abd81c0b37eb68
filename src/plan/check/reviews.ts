import type { WrittenPlan } from '../shape.js';
import { type Known, mustExist, type Report } from './known.js';

/** How many days the shortest such period has at most. */
const DAYS = { week: 7, 'half-month': 15, month: 31 } as const;

export function checkReviews(plan: WrittenPlan, known: Known, report: Report): void {
  const seen = new Set<string>();
  for (const [
    index,
    { key, every, day, at, channel, focusArea, turn, category },
  ] of plan.mechanisms.reviews.entries()) {
    const path = (field: string) => ['mechanisms', 'reviews', index, field];
    mustExist(known, 'channel', channel ?? null, path('channel'), report);
    mustExist(known, 'focusArea', focusArea ?? null, path('focusArea'), report);
    mustExist(known, 'category', category ?? null, path('category'), report);
    if ((turn === 'firms') !== (category !== undefined)) {
      report(
        path(category === undefined ? 'turn' : 'category'),
        { zh: '轮流走访企业要写明是哪一类项目', en: 'firms in turn are the projects of one category' },
        {
          zh: '写成 turn: firms, category: backbone，或两项都不写',
          en: 'Write turn: firms, category: backbone, or neither',
        },
      );
    }
    if (seen.has(key)) {
      report(
        path('key'),
        { zh: `标识“${key}”重复`, en: `the key "${key}" is used twice` },
        { zh: '换一个，或删掉其中一项', en: 'Use another one or delete one of the two' },
      );
    }
    seen.add(key);
    if ((day === undefined) !== (at === undefined)) {
      report(
        path(day === undefined ? 'day' : 'at'),
        { zh: '会议的日子和时间要一起写', en: 'a review has both a day and an hour' },
        { zh: '写成 day: 2, at: "09:00"，或两项都不写', en: 'Write day: 2, at: "09:00", or neither' },
      );
    }
    if (day !== undefined && day > DAYS[every]) {
      report(
        path('day'),
        { zh: `${day}超出了这个周期`, en: `day ${day} lies outside of that period` },
        { zh: `写1到${DAYS[every]}`, en: `Write 1 to ${DAYS[every]}` },
      );
    }
  }
}
