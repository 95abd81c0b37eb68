import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { LedgerProblem } from '../model.js';
import { words as flaggedWords } from './flagged.js';

/** What the ledger's column of problems says and no obstacle says, offered to be filed. */
export const words = {
  offered: {
    zh: (count: number) => `台账“存在问题”里有${count}个还没提卡点：`,
    en: (count: number) => `In the ledger’s problems, not yet flagged as obstacles: ${count}`,
  },
  flag: { zh: '提出卡点', en: 'Flag' },
  flagAll: { zh: (count: number) => `全部提出（${count}）`, en: (count: number) => `Flag all (${count})` },
  more: { zh: (count: number) => `另有${count}个`, en: (count: number) => `${count} more` },
  see: { zh: '看', en: 'See' },
  filed: {
    zh: (count: number) => `已提出${count}个卡点，先由各项目责任人确认：`,
    en: (count: number) => `${count} obstacles flagged; the owner of each confirms first:`,
  },
  none: { zh: '这些问题都提过卡点了。', en: 'All of these were flagged already.' },
} as const satisfies Phrases;

/** So many rows stand in an answer; the others are filed all the same. */
const MOST_ROWS = 8;

const row = (code: string, name: string, text: string, language: Language): string =>
  `${code} ${escapeText(clip(name, 14))}${language === 'zh' ? '：' : ': '}${escapeText(clip(text.replace(/\s+/g, ' '), 60))}`;

/** A row for each after a project's code with its button, and one for all; nothing where there is nothing to file. */
export function problemBlocks(
  problems: readonly LedgerProblem[],
  language: Language,
  after = '',
): readonly KnownBlock[] {
  if (problems.length === 0) return [];
  const say = inLanguage(words, language);
  const further = problems.filter(({ code }) => code > after);
  const page = further.slice(0, MOST_ROWS);
  const left = further.length - page.length;
  return [
    section(say.offered(problems.length)),
    ...page.map(({ projectId, code, name, text }) =>
      section(row(code, name, text, language), button(ids.fromLedger, { project: projectId }, say.flag)),
    ),
    ...(left > 0
      ? [section(say.more(left), button(ids.ledgerProblems, { after: page.at(-1)?.code ?? '' }, say.see))]
      : []),
    ...(problems.length > 1 ? [actions(button(ids.fromLedger, { project: null }, say.flagAll(problems.length)))] : []),
  ];
}

/** Those that are left, from a project's code on. */
export function problemsMessage(problems: readonly LedgerProblem[], after: string, language: Language): Message {
  const say = inLanguage(words, language);
  if (problems.length === 0) return { text: say.none, blocks: [section(say.none)] };
  return { text: say.offered(problems.length), blocks: [...problemBlocks(problems, language, after)] };
}

/** What came of filing several of them. */
export function problemsFiledMessage(filed: readonly ObstacleCase[], language: Language): Message {
  const say = inLanguage(words, language);
  if (filed.length === 0) return { text: say.none, blocks: [section(say.none)] };
  const title = say.filed(filed.length);
  const left = filed.length - MOST_ROWS;
  const rows = filed.slice(0, MOST_ROWS).map(({ number, code, projectName, text }) => {
    const numbered = language === 'zh' ? `${number}号` : `No. ${number}`;
    return `${numbered} ${row(code, projectName, text, language)}`;
  });
  return {
    text: title,
    blocks: [
      section([`*${title}*`, ...rows, ...(left > 0 ? [say.more(left)] : [])].join('\n')),
      context(inLanguage(flaggedWords, language).flaggedHint),
    ],
  };
}
