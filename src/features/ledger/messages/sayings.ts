import { countEn, dayWords } from '../../../domain/day-words.js';
import type { Difference, Shown } from '../../../domain/ledger-compare/index.js';
import { FIELD_WORDS } from '../../../domain/ledger-sheet/fault-words.js';
import type { SheetField } from '../../../domain/ledger-sheet/index.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import type { Reader } from '../model.js';

/** How values and places of a file are called, zh-CN and English side by side. */
export const words = {
  rowAt: {
    zh: (sheet: string, row: number) => `${sheet} 第${row}行`,
    en: (sheet: string, row: number) => `${sheet}, row ${row}`,
  },
  nothing: { zh: '空', en: 'blank' },
  finished: { zh: '已完成', en: 'done' },
  milestone: { zh: (name: string) => `节点“${name}”`, en: (name: string) => `milestone “${name}”` },
  milestones: { zh: (count: number) => `节点${count}个`, en: (count: number) => countEn(count, 'milestone') },
  andMore: { zh: (codes: string) => `${codes} 等`, en: (codes: string) => `${codes} and others` },
} as const satisfies Phrases;

// Contents and problems are paragraphs: this much tells which one is meant.
const LONGEST_TEXT = 40;

/** How values, fields and places of a file are said to a reader. */
export function sayings({ language, program }: Reader) {
  const own = inLanguage(words, language);
  const zh = language === 'zh';
  const [comma, list, colon] = zh ? ['；', '、', '：'] : ['; ', ', ', ': '];
  const plainValue = (shown: Shown | null): string => {
    switch (shown?.as) {
      case undefined:
        return own.nothing;
      case 'text':
        return clip(shown.text, LONGEST_TEXT);
      case 'amount':
        return moneyWords(shown.amount, language);
      case 'day':
        return dayWords(shown.day, language, program.year);
      case 'name':
        return shown.name[language];
      case 'done':
        return own.finished;
    }
  };
  const field = (of: SheetField): string => {
    const name = of.startsWith('milestone:') ? of.slice('milestone:'.length) : null;
    return name === null ? FIELD_WORDS[of as keyof typeof FIELD_WORDS][language] : own.milestone(clip(name, 20));
  };
  const difference = ({ field: of, before, after }: Difference): string => {
    const now = plainValue(after);
    return before === null && after?.as === 'done'
      ? `${field(of)} ${now}`
      : `${field(of)} ${plainValue(before)} → ${now}`;
  };
  return {
    words: own,
    language,
    zh,
    comma,
    list,
    colon,
    field,
    /** Not escaped: for pictures and their texts. */
    plainValue,
    plainDifference: difference,
    difference: (of: Difference) => escapeText(difference(of)),
    value: (shown: Shown | null) => escapeText(plainValue(shown)),
    text: (text: string, length = LONGEST_TEXT) => escapeText(clip(text, length)),
    row: (sheet: string, row: number) => escapeText(own.rowAt(clip(sheet, 24), row)),
    join: (texts: readonly string[]) => texts.join(list),
  };
}

export type Sayings = ReturnType<typeof sayings>;

const MOST_CODES = 4;

/** Codes of projects, the first of them. */
export function codesWords(all: readonly string[], { words, join, text }: Sayings): string {
  const shown = join(all.slice(0, MOST_CODES).map((code) => text(code, 16)));
  return all.length > MOST_CODES ? words.andMore(shown) : shown;
}
