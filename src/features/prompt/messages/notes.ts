import type { Button, KnownBlock } from '@slack/types';
import { dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { needsWords } from '../../../domain/visit-words.js';
import { actions, button, divider, section } from '../../../slack/blocks.js';
import type { PromptNote } from '../../../store/prompt-notes.js';
import type { Prompt } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { leadNoteRows, wantingButtons, wantingRows } from '../../promotion/door.js';
import { ids as promotionIds } from '../../promotion/ids.js';
import { reviewName } from '../../review/door.js';
import { slipTitle } from '../../slip/door.js';
import { ids as slipIds } from '../../slip/ids.js';
import { ids as visitIds } from '../../visit/ids.js';
import type { PromptContext } from '../model.js';

const words = {
  unsigned: { zh: '没有人签收', en: 'nobody signed for it' },
  settled: { zh: '已签收', en: 'signed for' },
  see: { zh: '看', en: 'Open' },
  missed: {
    zh: (day: string, review: string) => `${day}${review}没有开，这一期已过`,
    en: (day: string, review: string) => `Not held: ${day}, ${review}`,
  },
  visit: {
    zh: (at: string, code: string, name: string) => `*今天${at}走访* · ${code} ${name}`,
    en: (at: string, code: string, name: string) => `*Visit today ${at}* · ${code} ${name}`,
  },
  sheet: { zh: '走访单', en: 'Sheet' },
  more: { zh: (count: number) => `另有${count}件，见主页`, en: (count: number) => `${count} more on the home tab` },
} as const satisfies Phrases;

/** With what is asked more would not be read. */
const MOST_ROWS = 5;
const TEXT_LETTERS = 16;

type Moment = PromptContext;

/** What somebody is told beside what they are asked: slips of their unit that nobody signed, reviews that were missed. */
export function noteBlocks(prompt: Prompt, moment: Moment): readonly KnownBlock[] {
  const { notes, language } = prompt;
  if (notes.length === 0) return [];
  const say = inLanguage(words, language);
  const asks = prompt.items.length + prompt.actions.length + prompt.lapsed.length > 0;
  const more = notes.length - MOST_ROWS;
  return [
    ...(asks ? [divider] : []),
    ...notes.slice(0, MOST_ROWS).flatMap((note): KnownBlock[] => {
      const line = lineOf(note, moment, language);
      // Slack wants every action_id of a message once.
      const opened = (see: Button, id: number) => [section(line, { ...see, action_id: `${see.action_id}#${id}` })];
      if (note.kind === 'missed') return [section(line)];
      if (note.kind === 'unsigned') return opened(button(slipIds.card, { id: note.slipId }, say.see), note.slipId);
      if (note.kind === 'visit') return opened(button(visitIds.sheet, { slot: note.slotId }, say.sheet), note.slotId);
      if (note.kind === 'lead') return opened(button(promotionIds.lead, { id: note.leadId }, say.see), note.leadId);
      return [section(line), actions(...wantingButtons({ language }, { ...note, today: prompt.day }))];
    }),
    ...(more > 0 ? [section(say.more(more))] : []),
  ];
}

/** The same in the message's plain text. */
export const noteLines = ({ notes, language }: Prompt, moment: Moment): readonly string[] =>
  notes.map((note) => lineOf(note, moment, language));

/** `督〔2020〕9号（蓝）没有人签收`, and below it what it is about. */
function lineOf(note: PromptNote, { program, today }: Moment, language: Language): string {
  const say = inLanguage(words, language);
  if (note.kind === 'duty') return wantingRows({ program, language }, note).join('\n');
  if (note.kind === 'lead') return leadNoteRows({ program, language, today }, note).join('\n');
  if (note.kind === 'missed') {
    const day = dayWords(note.day, language, program.year);
    return say.missed(
      language === 'zh' ? day.replaceAll(' ', '') : day,
      escapeText(reviewName(program, note.review, language)),
    );
  }
  if (note.kind === 'visit') {
    const needs = note.needs === null ? '' : `\n${needsWords(note.needs, language)}`;
    return `${say.visit(note.at, note.code, escapeText(clip(note.name, TEXT_LETTERS)))}${needs}`;
  }
  const step = note.milestone === null ? '' : escapeText(milestoneName(note.milestone, language));
  const about = note.code === null ? escapeText(clip(note.text, TEXT_LETTERS)) : `${note.code} ${step}`.trim();
  const title = slipTitle(program.year, note, language);
  return `${title}${language === 'zh' ? '' : ': '}${note.settled ? say.settled : say.unsigned}\n${about}`;
}
