import type { KnownBlock } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import { section } from '../../../slack/blocks.js';
import type { Instruction } from '../../../store/instructions.js';
import { clip, escapeText, quoted } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { toItemButton } from '../../review/door.js';

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

export function instructionBlocks(ctx: Ctx, all: readonly Instruction[], project: number): KnownBlock[] {
  if (all.length === 0) return [];
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const rows = all.slice(0, MOST).map(({ id, at, person, text, obstacle, item }, place) => {
    const day = dayWords(dayAt(at, program.timeZone), language, program.year);
    const head = say.head(escapeText(person[language]), language === 'zh' ? day.replaceAll(' ', '') : day, obstacle);
    const toItem = toItemButton(ctx, { project, id, text, item });
    // Slack wants every action_id of a message once.
    const named = toItem && { ...toItem, action_id: `${toItem.action_id}#instruction${place}` };
    return { line: `*${head}*\n${quoted(escapeText(clip(text, 400)))}`, named };
  });
  return rows.some(({ named }) => named !== null)
    ? rows.map(({ line, named }) => section(line, named ?? undefined))
    : [section(rows.map(({ line }) => line).join('\n'))];
}
