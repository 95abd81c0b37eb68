import type { Button } from '@slack/types';
import { isItemAnswered } from '../../../domain/action-item-asked.js';
import type { LocalDay } from '../../../domain/day.js';
import type { Program } from '../../../domain/program.js';
import { button } from '../../../slack/blocks.js';
import type { PromptAction } from '../../../store/prompt-actions.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { words as itemWords } from './item.js';
import { itemPhrases } from './parts.js';

const words = {
  done: itemWords.done,
  late: itemWords.late,
  forOther: { zh: (name: string) => ` · 代${name}`, en: (name: string) => ` · for ${name}` },
  saidDone: { zh: (day: string) => `已回复：${day}办结`, en: (day: string) => `Answered: done ${day}` },
  saidDropped: { zh: (why: string) => `不再办：${why}`, en: (why: string) => `Dropped: ${why}` },
  saidLate: {
    zh: (day: string, why: string) => `已回复：改到${day}，${why}`,
    en: (day: string, why: string) => `Answered: moved to ${day}, ${why}`,
  },
} as const satisfies Phrases;

/** An item as the morning asks its owner about it, with the buttons that answer it; `line`: without markup. */
export type AskedItem = {
  readonly rows: readonly string[];
  readonly line: string;
  readonly buttons: readonly Button[];
};

/** An item in its owner's message of the morning: what it is, or what became of it since. */
export function askedItem(
  setting: { readonly program: Program; readonly today: LocalDay },
  item: PromptAction,
  language: Language,
): AskedItem {
  const say = inLanguage(words, language);
  const phrases = itemPhrases(setting, language);
  const other = item.ownerName === null ? '' : say.forOther(escapeText(item.ownerName[language]));
  const day = phrases.day(item.due);
  const name = phrases.number(item.number);
  const what = phrases.brief(item.text);
  const colon = language === 'zh' ? '：' : ': ';
  if (isItemAnswered(item)) {
    const said = answerOf();
    return { rows: [`*${name}*${other}`, what, said], line: `${name}${colon}${said}`, buttons: [] };
  }
  const stands = `${day}${phrases.overdue({ state: item })}`;
  const about = { id: item.itemId, version: item.version };
  return {
    rows: [
      `*${name}* · ${stands}${other}`,
      what,
      ...(item.reviewDay === null && item.lessonGate === null ? [] : [phrases.from(item, item.asked)]),
      ...(item.milestone === null ? [] : [phrases.closes(item.milestone)]),
    ],
    line: `${name} ${stands}${colon}${what}`,
    buttons: [
      // What a step does, the ordinary report of it says.
      ...(item.milestone === null ? [button(ids.rowDone, about, say.done)] : []),
      button(ids.rowLate, about, say.late),
    ],
  };

  function answerOf(): string {
    const why = escapeText(clip(item.reason ?? '', 60));
    if (item.standing === 'dropped') return say.saidDropped(why);
    return item.standing === 'done' ? say.saidDone(phrases.day(item.endedOn ?? item.due)) : say.saidLate(day, why);
  }
}

/** The item that a milestone's row is about, in one line of that row. */
export function itemOnRow(
  setting: { readonly program: Program; readonly today: LocalDay },
  item: PromptAction,
  language: Language,
): string {
  const phrases = itemPhrases(setting, language);
  const colon = language === 'zh' ? '：' : ': ';
  return `${phrases.number(item.number)} · ${phrases.day(item.due)}${colon}${phrases.brief(item.text)}`;
}
