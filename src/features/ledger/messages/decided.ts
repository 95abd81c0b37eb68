import { timeAt } from '../../../domain/day.js';
import { UNDO_HOURS } from '../../../domain/permission.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Settled, Stale, Undone, Written } from '../confirm.js';
import { ids } from '../ids.js';
import type { ImportCounts } from '../understood.js';
import { countsLine } from './preview.js';
import { type Reader, type Sayings, sayings } from './sayings.js';

const MOST_CODES = 4;

/** What was written, with the way back. */
export function writtenMessage({ kept, counts, overtaken }: Written, reader: Reader): Message {
  const say = sayings(reader);
  const { words } = say;
  const title = words.written(say.text(kept.fileName, 60));
  const lines = [`*${title}*`, countsLine(onlyWritten(counts), say)];
  if (overtaken.length > 0) lines.push(words.overtaken(codes(overtaken, say)));
  return {
    text: title,
    blocks: [
      section(lines.join('\n')),
      actions(button(ids.undo, { import: kept.id }, words.undo)),
      context(words.undoFor(UNDO_HOURS)),
    ],
  };
}

const onlyWritten = (counts: ImportCounts): ImportCounts => ({ ...counts, held: 0, faults: 0, warnings: 0 });

/** Somebody else was quicker: who, when and what, and the way to compare anew. */
export function staleMessage({ kept, changes }: Stale, reader: Reader): Message {
  const say = sayings(reader);
  const { words } = say;
  const title = words.stale(say.text(kept.fileName, 60));
  const lines = changes.map(({ at, name, nameEn, codes: of, count }) => {
    const who = name === null ? words.someone : say.text(say.zh ? name : (nameEn ?? name));
    return words.changeLine(timeAt(at, reader.program.timeZone), who, codes(of, say), count);
  });
  return {
    text: title,
    blocks: [
      section([`*${title}*`, words.staleWhy, ...lines].join('\n')),
      actions(
        button(ids.again, { import: kept.id }, words.compareAgain, 'primary'),
        button(ids.discard, { import: kept.id }, words.discard),
      ),
    ],
  };
}

export function undoneMessage(
  { kept, counts, withdrawn }: Extract<Undone, { kind: 'undone' }>,
  reader: Reader,
): Message {
  const say = sayings(reader);
  const { words } = say;
  const title = words.undone(say.text(kept.fileName, 60));
  const lines = [`*${title}*`, countsLine(onlyWritten(counts), say), words.asBefore];
  if (withdrawn > 0) lines.push(words.stayWithdrawn(withdrawn));
  return { text: title, blocks: [section(lines.join('\n'))] };
}

export function discardedMessage({ kept }: Settled, reader: Reader): Message {
  const say = sayings(reader);
  const title = say.words.discarded(say.text(kept.fileName, 60));
  return { text: title, blocks: [section(`*${title}*\n${say.words.nothingChanged}`)] };
}

export function codes(all: readonly string[], { words, join, text }: Sayings): string {
  const shown = join(all.slice(0, MOST_CODES).map((code) => text(code, 16)));
  return all.length > MOST_CODES ? words.andMore(shown) : shown;
}
