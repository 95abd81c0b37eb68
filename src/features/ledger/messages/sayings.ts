import { dayWords } from '../../../domain/day-words.js';
import type { Difference, Shown } from '../../../domain/ledger-compare/index.js';
import { FIELD_WORDS } from '../../../domain/ledger-sheet/fault-words.js';
import type { SheetField } from '../../../domain/ledger-sheet/index.js';
import type { Ctx } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { importWords } from './import-words.js';

export type Reader = Pick<Ctx, 'language' | 'program'>;

// Contents and problems are paragraphs: this much tells which one is meant.
const LONGEST_TEXT = 40;

/** How values, fields and places of a file are said to a reader. */
export function sayings({ language, program }: Reader) {
  const words = inLanguage(importWords, language);
  const zh = language === 'zh';
  const [comma, list, colon] = zh ? ['；', '、', '：'] : ['; ', ', ', ': '];
  const plainValue = (shown: Shown | null): string => {
    switch (shown?.as) {
      case undefined:
        return words.nothing;
      case 'text':
        return clip(shown.text, LONGEST_TEXT);
      case 'amount':
        return moneyWords(shown.amount, language);
      case 'day':
        return dayWords(shown.day, language, program.year);
      case 'name':
        return shown.name[language];
      case 'done':
        return words.finished;
    }
  };
  const field = (of: SheetField): string => {
    const name = of.startsWith('milestone:') ? of.slice('milestone:'.length) : null;
    return name === null ? FIELD_WORDS[of as keyof typeof FIELD_WORDS][language] : words.milestone(clip(name, 20));
  };
  const difference = ({ field: of, before, after }: Difference): string => {
    const now = plainValue(after);
    return before === null && after?.as === 'done'
      ? `${field(of)} ${now}`
      : `${field(of)} ${plainValue(before)} → ${now}`;
  };
  return {
    words,
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
    row: (sheet: string, row: number) => escapeText(words.rowAt(clip(sheet, 24), row)),
    join: (texts: readonly string[]) => texts.join(list),
  };
}

export type Sayings = ReturnType<typeof sayings>;
