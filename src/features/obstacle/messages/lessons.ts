import type { Taught } from '../../../domain/digest/facts.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS } from '../../../domain/plan.js';
import type { Message } from '../../../message.js';
import { header, plain, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage, type Language } from '../../../text/language.js';

export const words = {
  lessonsTitle: {
    zh: (cleared: number) => `卡点经验 · 已销号${cleared}个`,
    en: (cleared: number) => `Lessons · ${cleared} obstacle${cleared === 1 ? '' : 's'} cleared`,
  },
  lessonsNone: { zh: '还没有销号的卡点。', en: 'No obstacle was cleared yet.' },
  lessonsMedian: { zh: '各级办理天数（工作日，中位数）', en: 'Working days at each rung (median)' },
  lessonRung: {
    zh: (rung: string, days: string, cases: number) => `${rung} ${days}天（${cases}件）`,
    en: (rung: string, days: string, cases: number) => `${rung} ${days} (${cases} case${cases === 1 ? '' : 's'})`,
  },
  lessonsReturns: { zh: '办结后被退回最多的单位', en: 'Resolved and returned most often' },
  lessonReturn: {
    zh: (unit: string, returned: number, resolved: number) => `${unit}：办结${resolved}次，退回${returned}次`,
    en: (unit: string, returned: number, resolved: number) => `${unit}: resolved ${resolved}, returned ${returned}`,
  },
} as const satisfies Phrases;

/** More departments than these are no lesson but a list. */
const MOST_DEPARTMENTS = 5;

/** What the cleared obstacles teach: a line a matter with the median working days at each rung, and the returns. */
export function lessonsMessage({ lessons, units }: Pick<Taught, 'lessons' | 'units'>, language: Language): Message {
  const say = inLanguage(words, language);
  if (lessons.cleared === 0) return plain(say.lessonsNone);
  const comma = language === 'zh' ? '，' : ', ';
  const matters = MATTERS.flatMap((matter) => {
    const rungs = lessons.byMatter.filter((each) => each.matter === matter);
    if (rungs.length === 0) return [];
    const parts = rungs.map(({ rung, median, cases }) =>
      say.lessonRung(RUNG_LABELS[rung][language], String(Number(median.toFixed(1))), cases),
    );
    return [`*${MATTER_LABELS[matter][language]}* ${parts.join(comma)}`];
  });
  const returns = lessons.returns
    .slice(0, MOST_DEPARTMENTS)
    .map(({ unitId, returned, resolved }) =>
      say.lessonReturn(escapeText(units.get(unitId)?.name[language] ?? ''), returned, resolved),
    );
  const title = say.lessonsTitle(lessons.cleared);
  return {
    text: title,
    blocks: [
      header(title),
      section([say.lessonsMedian, ...matters].join('\n')),
      ...(returns.length === 0 ? [] : [section([say.lessonsReturns, ...returns].join('\n'))]),
    ],
  };
}
