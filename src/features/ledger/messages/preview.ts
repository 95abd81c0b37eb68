import type { Button, KnownBlock } from '@slack/types';
import { countEn } from '../../../domain/day-words.js';
import { IF_MEANT } from '../../../domain/ledger-compare/fault-words.js';
import { FIELD_WORDS } from '../../../domain/ledger-sheet/fault-words.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ImportCounts, Previewed, Reader } from '../model.js';
import { headsOf } from '../understood.js';
import { countsLine, countWords } from './counts.js';
import { previewPicture } from './picture.js';
import { type Sayings, sayings } from './sayings.js';

/** What a preview says, zh-CN and English side by side. Names come escaped, numbers formatted. */
export const words = {
  reading: { zh: (file: string) => `正在读取 ${file}…`, en: (file: string) => `Reading ${file}…` },
  readingFile: { zh: '正在读取表格…', en: 'Reading the file…' },
  updated: {
    zh: (counts: string) => `上面的预览已更新：${counts}`,
    en: (counts: string) => `The preview above was updated: ${counts}`,
  },
  title: { zh: (file: string) => `导入预览：${file}`, en: (file: string) => `Import preview: ${file}` },
  notWritten: { zh: '还没有写入台账。', en: 'Nothing is written to the ledger yet.' },
  sameAsLedger: {
    zh: '表格与台账一致，没有要写入的。',
    en: 'The file says what the ledger says: there is nothing to write.',
  },
  nothingWritable: {
    zh: '没有可以写入的，先处理下面的问题。',
    en: 'Nothing can be written before the points below are settled.',
  },
  absent: {
    zh: (count: number) => `表中没有的${count}个项目保持不变`,
    en: (count: number) => `${countEn(count, 'project')} of the ledger not in the file stay as they are`,
  },
  onlyRead: {
    zh: (columns: string) => `${columns}只用来核对，不写入`,
    en: (columns: string) => `${columns}: read for checking only`,
  },
  unknownHeads: {
    zh: (count: number, heads: string) => `没有认出的列${count}个：${heads}`,
    en: (count: number, heads: string) => `${countEn(count, 'column')} not recognised: ${heads}`,
  },
  skippedSheets: {
    zh: (sheets: string) => `没有读的工作表：${sheets}`,
    en: (sheets: string) => `sheets not read: ${sheets}`,
  },
  year: {
    zh: (year: number) => `没写年份的日期按${year}年`,
    en: (year: number) => `dates without a year are of ${year}`,
  },
  listBelow: { zh: '逐项清单在讨论串里', en: 'each change is listed in the thread' },
  write: { zh: (what: string) => `写入：${what}`, en: (what: string) => `Write: ${what}` },
  discard: { zh: '放弃', en: 'Discard' },
  matchColumns: { zh: (count: number) => `对列名（${count}）`, en: (count: number) => `Match columns (${count})` },
  changeColumns: { zh: '改列名', en: 'Change columns' },
  matchNames: {
    zh: (count: number) => `定人名、单位、项目（${count}）`,
    en: (count: number) => `Decide names (${count})`,
  },
  lower: {
    zh: (count: number) => `也导入存疑的完成投资（${count}）`,
    en: (count: number) => `Import doubtful figures too (${count})`,
  },
  noLonger: { zh: '（这一部分已没有内容，见上面的预览）', en: '(Nothing here any more; see the preview above)' },
} as const satisfies Phrases;

/** Shown while a file is read. */
export const readingMessage = (fileName: string | null, reader: Reader): Message => {
  const say = sayings(reader);
  return plain(
    fileName === null
      ? inLanguage(words, reader.language).readingFile
      : inLanguage(words, reader.language).reading(say.text(fileName, 60)),
  );
};

/** What an import would do: counts, a table, what is open, and the ways on. */
export function previewMessage(previewed: Previewed, reader: Reader): Message {
  const say = sayings(reader);
  const own = inLanguage(words, say.language);
  const { comparison, counts, fileName } = previewed;
  const title = own.title(say.text(fileName, 60));
  const about = countsLine(counts, say);
  const writable = counts.added + counts.changed + counts.withdrawn;
  const same = counts.held === 0 && counts.unchanged > 0;
  const first = writable > 0 ? own.notWritten : same ? own.sameAsLedger : own.nothingWritable;
  const blocks: KnownBlock[] = [
    section(`*${title}*\n${about}`),
    context([first, ...notes(previewed, say)].join(say.zh ? '　' : ' · ')),
    actions(...buttons(previewed, say)),
  ];
  const picture = previewPicture(comparison.lines, own.title(fileName), about, 1, say);
  return { text: `${title}${say.colon}${about}`, blocks, ...(picture === null ? {} : { picture }) };
}

/** After decisions in a form: what the preview above says now. */
export function updatedMessage({ counts }: Previewed, reader: Reader): Message {
  const say = sayings(reader);
  return plain(inLanguage(words, reader.language).updated(countsLine(counts, say)));
}

/** What confirming does, for its button. */
function writeLabel(counts: ImportCounts, say: Sayings): string {
  const all = (['added', 'changed', 'withdrawn', 'people', 'units'] as const).filter((which) => counts[which] > 0);
  const what = all.map((which) => countWords(which, counts[which], say)).join(say.list);
  return inLanguage(words, say.language).write(what);
}

function notes({ sheet, counts, comparison }: Previewed, say: Sayings): string[] {
  const own = inLanguage(words, say.language);
  const heads = headsOf(sheet);
  const onlyRead = (['progress', 'phone'] as const).filter((field) =>
    sheet.projects.some((project) => project.columns[field] !== undefined),
  );
  const listed = comparison.lines.length + counts.held + counts.faults + counts.warnings + counts.absent > 0;
  return [
    ...(listed ? [own.listBelow] : []),
    ...(counts.absent > 0 ? [own.absent(counts.absent)] : []),
    ...(onlyRead.length > 0 ? [own.onlyRead(say.join(onlyRead.map((field) => FIELD_WORDS[field][say.language])))] : []),
    ...(heads.length > 0
      ? [own.unknownHeads(heads.length, say.join(heads.slice(0, 6).map((head) => say.text(head, 16))))]
      : []),
    ...(sheet.skippedSheets.length > 0
      ? [own.skippedSheets(say.join(sheet.skippedSheets.slice(0, 6).map((name) => say.text(name, 16))))]
      : []),
    own.year(sheet.year),
  ].map((note) => note);
}

function buttons({ id, sheet, comparison, counts, remembered }: Previewed, say: Sayings): Button[] {
  const own = inLanguage(words, say.language);
  const of = { import: id };
  const writable = counts.added + counts.changed + counts.withdrawn > 0;
  const heads = headsOf(sheet).length;
  const { people, units, categories, likely } = comparison;
  const names = people.length + units.length + categories.length + likely.length;
  const lower = lowered(comparison.faults);
  return [
    ...(writable ? [button(ids.confirm, of, writeLabel(counts, say), 'primary')] : []),
    ...(names > 0 ? [button(ids.openNames, of, own.matchNames(names))] : []),
    ...(heads > 0
      ? [button(ids.openColumns, of, own.matchColumns(heads))]
      : remembered > 0
        ? [button(ids.openColumns, of, own.changeColumns)]
        : []),
    ...(lower > 0 ? [button(ids.lower, of, own.lower(lower))] : []),
    button(ids.discard, of, own.discard),
  ];
}

const lowered = (faults: Previewed['comparison']['faults']) =>
  faults.filter(({ instead }) => instead.zh === IF_MEANT[0]).length;

/** In the place of a list that has become shorter. */
export const noLongerMessage = ({ language }: Reader): Message => plain(inLanguage(words, language).noLonger);
