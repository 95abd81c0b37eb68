import type { KnownBlock } from '@slack/types';
import { goalWords } from '../../../domain/goal-words.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { RUNGS } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import { context, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { SeenHome } from '../model.js';

/** Goals and gates, and where the open obstacles wait. */
export const words = {
  goals: { zh: '目标与关口', en: 'Goals and gates' },
  rungs: { zh: (parts: string) => `未销号的卡点：${parts}`, en: (parts: string) => `Open obstacles: ${parts}` },
  noObstacles: { zh: '没有未销号的卡点。', en: 'No open obstacles.' },
} as const satisfies Phrases;

const MOST_GOALS = 8;

/** The goals and gates of the whole plan, and how many obstacles wait at each rung. */
export function goalBlocks(
  { language, program }: Ctx,
  { goals, rungs }: Pick<SeenHome, 'goals' | 'rungs'>,
): KnownBlock[] {
  if (goals === null) return [];
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const lines = goals
    .slice(0, MOST_GOALS)
    .map((each) => `• ${goalWords(language, program.year).line(each, zh ? 20 : 40)}`);
  const counts = rungs === null ? [] : [rungText(rungs, language)];
  return [
    ...(lines.length === 0 ? [] : [section([`*${say.goals}*`, ...lines].join('\n'))]),
    ...counts.map((text) => context(text)),
  ];
}

function rungText(counts: NonNullable<SeenHome['rungs']>, language: Language): string {
  const say = inLanguage(words, language);
  const parts = RUNGS.toReversed().flatMap((rung) => {
    const count = counts.find((each) => each.rung === rung)?.count ?? 0;
    return count === 0 ? [] : [`${RUNG_LABELS[rung][language]} ${count}`];
  });
  return parts.length === 0 ? say.noObstacles : say.rungs(parts.join(language === 'zh' ? '、' : ', '));
}
