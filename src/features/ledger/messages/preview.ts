import type { Button, KnownBlock } from '@slack/types';
import { COMPARE_FAULTS } from '../../../domain/ledger-compare/fault-words.js';
import { FIELD_WORDS } from '../../../domain/ledger-sheet/fault-words.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import type { Previewed } from '../compare.js';
import { ids } from '../ids.js';
import { headsOf, type ImportCounts } from '../understood.js';
import { previewPicture } from './picture.js';
import { type Reader, type Sayings, sayings } from './sayings.js';

/** Shown while a file is read. */
export const readingMessage = (fileName: string | null, reader: Reader): Message => {
  const say = sayings(reader);
  return plain(fileName === null ? say.words.readingFile : say.words.reading(say.text(fileName, 60)));
};

/** What an import would do: counts, a table, what is open, and the ways on. */
export function previewMessage(previewed: Previewed, reader: Reader): Message {
  const say = sayings(reader);
  const { words } = say;
  const { comparison, counts, fileName } = previewed;
  const title = words.title(say.text(fileName, 60));
  const about = countsLine(counts, say);
  const writable = counts.added + counts.changed + counts.withdrawn;
  const same = counts.held === 0 && counts.unchanged > 0;
  const first = writable > 0 ? words.notWritten : same ? words.sameAsLedger : words.nothingWritable;
  const blocks: KnownBlock[] = [
    section(`*${title}*\n${about}`),
    context([first, ...notes(previewed, say)].join(say.zh ? '　' : ' · ')),
    actions(...buttons(previewed, say)),
  ];
  const picture = previewPicture(comparison.lines, words.title(fileName), about, 1, say);
  return { text: `${title}${say.colon}${about}`, blocks, ...(picture === null ? {} : { picture }) };
}

/** After decisions in a form: what the preview above says now. */
export function updatedMessage({ counts }: Previewed, reader: Reader): Message {
  const say = sayings(reader);
  return plain(say.words.updated(countsLine(counts, say)));
}

export function countsLine(counts: ImportCounts, { words, list }: Pick<Sayings, 'words' | 'list'>): string {
  const of = (which: keyof typeof words.count, always = false) =>
    counts[which] > 0 || always ? [words.count[which](counts[which])] : [];
  return [
    ...of('added', true),
    ...of('changed', true),
    ...of('unchanged', true),
    ...of('withdrawn'),
    ...of('people'),
    ...of('units'),
    ...of('held'),
    ...of('faults'),
    ...of('warnings'),
  ].join(list);
}

/** What confirming does, for its button. */
function writeLabel(counts: ImportCounts, { words, list }: Sayings): string {
  const all = (['added', 'changed', 'withdrawn', 'people', 'units'] as const).filter((which) => counts[which] > 0);
  return words.write(all.map((which) => words.count[which](counts[which])).join(list));
}

function notes({ sheet, counts, comparison }: Previewed, say: Sayings): string[] {
  const { words } = say;
  const heads = headsOf(sheet);
  const onlyRead = (['progress', 'phone'] as const).filter((field) =>
    sheet.projects.some((project) => project.cells[field] !== undefined),
  );
  const listed = comparison.lines.length + counts.held + counts.faults + counts.warnings + counts.absent > 0;
  return [
    ...(listed ? [words.listBelow] : []),
    ...(counts.absent > 0 ? [words.absent(counts.absent)] : []),
    ...(onlyRead.length > 0
      ? [words.onlyRead(say.join(onlyRead.map((field) => FIELD_WORDS[field][say.language])))]
      : []),
    ...(heads.length > 0
      ? [words.unknownHeads(heads.length, say.join(heads.slice(0, 6).map((head) => say.text(head, 16))))]
      : []),
    ...(sheet.skippedSheets.length > 0
      ? [words.skippedSheets(say.join(sheet.skippedSheets.slice(0, 6).map((name) => say.text(name, 16))))]
      : []),
    words.year(sheet.year),
  ].map((note) => note);
}

function buttons({ id, sheet, comparison, counts, remembered }: Previewed, say: Sayings): Button[] {
  const { words } = say;
  const of = { import: id };
  const writable = counts.added + counts.changed + counts.withdrawn > 0;
  const heads = headsOf(sheet).length;
  const { people, units, categories, likely } = comparison;
  const names = people.length + units.length + categories.length + likely.length;
  const lower = lowered(comparison.faults);
  return [
    ...(writable ? [button(ids.confirm, of, writeLabel(counts, say), 'primary')] : []),
    ...(names > 0 ? [button(ids.openNames, of, words.matchNames(names))] : []),
    ...(heads > 0
      ? [button(ids.openColumns, of, words.matchColumns(heads))]
      : remembered > 0
        ? [button(ids.openColumns, of, words.changeColumns)]
        : []),
    ...(lower > 0 ? [button(ids.lower, of, words.lower(lower))] : []),
    button(ids.discard, of, words.discard),
  ];
}

const LOWER = COMPARE_FAULTS.lower('1', '2').instead.zh;
const lowered = (faults: Previewed['comparison']['faults']) =>
  faults.filter(({ instead }) => instead.zh === LOWER).length;
