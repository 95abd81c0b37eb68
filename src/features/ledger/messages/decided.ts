import { timeAt } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import { UNDO_HOURS } from '../../../domain/permission.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { problemBlocks } from '../../obstacle/door.js';
import { ids } from '../ids.js';
import type { Decided, ImportCounts, Reader, Stale, Undone, Written } from '../model.js';
import { countsLine } from './counts.js';
import { codesWords, sayings } from './sayings.js';

/** What is said once an import was decided, zh-CN and English side by side. Names come escaped. */
export const words = {
  written: { zh: (file: string) => `已写入台账：${file}`, en: (file: string) => `Written to the ledger: ${file}` },
  overtaken: {
    zh: (codes: string) => `预览之后又有新的上报，以上报为准：${codes}`,
    en: (codes: string) => `Reported after the preview; the reports stand: ${codes}`,
  },
  awaited: {
    zh: (count: number) => `${count}个日期改晚，要先同意，没有写入，已经问了：`,
    en: (count: number) => `${countEn(count, 'later day')} not written: consent was asked for`,
  },
  moreAwaited: { zh: (count: number) => `另有${count}个`, en: (count: number) => `${count} more` },
  nobody: { zh: '没有可同意的人', en: 'nobody to consent' },
  undoFor: {
    zh: (hours: number) => `${hours} 小时内可以撤销`,
    en: (hours: number) => `can be undone for ${hours} hours`,
  },
  undo: { zh: '撤销这次导入', en: 'Undo this import' },
  undone: { zh: (file: string) => `已撤销导入：${file}`, en: (file: string) => `Import undone: ${file}` },
  asBefore: { zh: '台账恢复到导入之前。', en: 'The ledger is as it was before.' },
  stayWithdrawn: {
    zh: (count: number) => `其中${count}个新增项目已有上报或卡点，改为退出，记录保留。`,
    en: (count: number) =>
      `${countEn(count, 'new project')} had reports or obstacles already: withdrawn, their record stays.`,
  },
  discarded: { zh: (file: string) => `已放弃导入：${file}`, en: (file: string) => `Import discarded: ${file}` },
  nothingChanged: { zh: '台账没有改动。', en: 'The ledger was not changed.' },
  stale: { zh: (file: string) => `没有写入：${file}`, en: (file: string) => `Not written: ${file}` },
  staleWhy: {
    zh: '预览之后台账又有改动：',
    en: 'The ledger was changed after the preview:',
  },
  someone: { zh: '系统', en: 'the system' },
  changeLine: {
    zh: (time: string, name: string, codes: string, count: number) => `${time} ${name} 改了 ${codes}（${count}处）`,
    en: (time: string, name: string, codes: string, count: number) =>
      `${time} ${name}: ${codes} (${countEn(count, 'change')})`,
  },
  compareAgain: { zh: '重新比对', en: 'Compare again' },
  discard: { zh: '放弃', en: 'Discard' },
} as const satisfies Phrases;

/** What was written, with the way back, and what the ledger calls a problem that no obstacle tells of. */
export function writtenMessage(
  { kept, counts, overtaken, awaited }: Written,
  problems: Parameters<typeof problemBlocks>[0],
  reader: Reader,
): Message {
  const say = sayings(reader);
  const own = inLanguage(words, reader.language);
  const title = own.written(say.text(kept.fileName, 60));
  const lines = [`*${title}*`, countsLine(onlyWritten(counts), say)];
  if (overtaken.length > 0) lines.push(own.overtaken(codesWords(overtaken, say)));
  if (awaited.length > 0) {
    const named = awaited.slice(0, MOST_AWAITED).map(({ code, milestone, who }) => {
      const name = who === null ? own.nobody : say.text(who[reader.language]);
      return `${code} ${say.text(milestone)}（${name}）`;
    });
    lines.push(own.awaited(awaited.length), ...named);
    if (awaited.length > MOST_AWAITED) lines.push(own.moreAwaited(awaited.length - MOST_AWAITED));
  }
  return {
    text: title,
    blocks: [
      section(lines.join('\n')),
      actions(button(ids.undo, { import: kept.id }, own.undo)),
      context(own.undoFor(UNDO_HOURS)),
      ...problemBlocks(problems, reader.language),
    ],
  };
}

const MOST_AWAITED = 8;

const onlyWritten = (counts: ImportCounts): ImportCounts => ({ ...counts, held: 0, faults: 0, warnings: 0 });

/** Somebody else was quicker: who, when and what, and the way to compare anew. */
export function staleMessage({ kept, changes }: Stale, reader: Reader): Message {
  const say = sayings(reader);
  const own = inLanguage(words, reader.language);
  const title = own.stale(say.text(kept.fileName, 60));
  const lines = changes.map(({ at, name, nameEn, codes: of, count }) => {
    const who = name === null ? own.someone : say.text(say.zh ? name : (nameEn ?? name));
    return own.changeLine(timeAt(at, reader.program.timeZone), who, codesWords(of, say), count);
  });
  return {
    text: title,
    blocks: [
      section([`*${title}*`, own.staleWhy, ...lines].join('\n')),
      actions(
        button(ids.again, { import: kept.id }, own.compareAgain, 'primary'),
        button(ids.discard, { import: kept.id }, own.discard),
      ),
    ],
  };
}

export function undoneMessage(
  { kept, counts, withdrawn }: Extract<Undone, { kind: 'undone' }>,
  reader: Reader,
): Message {
  const say = sayings(reader);
  const own = inLanguage(words, reader.language);
  const title = own.undone(say.text(kept.fileName, 60));
  const lines = [`*${title}*`, countsLine(onlyWritten(counts), say), own.asBefore];
  if (withdrawn > 0) lines.push(own.stayWithdrawn(withdrawn));
  return { text: title, blocks: [section(lines.join('\n'))] };
}

export function discardedMessage({ kept }: Decided, reader: Reader): Message {
  const say = sayings(reader);
  const title = inLanguage(words, reader.language).discarded(say.text(kept.fileName, 60));
  return { text: title, blocks: [section(`*${title}*\n${inLanguage(words, reader.language).nothingChanged}`)] };
}
