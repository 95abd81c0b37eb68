import type { KnownBlock } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import { section } from '../../../slack/blocks.js';
import type { Instruction } from '../../../store/instructions.js';
import { clip, escapeText, quoted } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

/** What leaders said about a project. */
export const words = {
  head: {
    zh: (who: string, day: string, obstacle: number | null) =>
      `批示 · ${who}，${day}${obstacle === null ? '' : ` · 卡点${obstacle}号`}`,
    en: (who: string, day: string, obstacle: number | null) =>
      `Instruction · ${who}, ${day}${obstacle === null ? '' : ` · obstacle ${obstacle}`}`,
  },
} as const satisfies Phrases;

/** More than these would push the rest off the card; the newest come first. */
const MOST = 5;

export function instructionBlocks({ language, program }: Ctx, all: readonly Instruction[]): KnownBlock[] {
  if (all.length === 0) return [];
  const say = inLanguage(words, language);
  const lines = all.slice(0, MOST).map(({ at, person, text, obstacle }) => {
    const day = dayWords(dayAt(at, program.timeZone), language, program.year);
    const head = say.head(escapeText(person[language]), language === 'zh' ? day.replaceAll(' ', '') : day, obstacle);
    return `*${head}*\n${quoted(escapeText(clip(text, 400)))}`;
  });
  return [section(lines.join('\n'))];
}
