import { describe, expect, it } from 'vitest';
import { indexLedger, type LineContext, understandLine } from '../../src/domain/report-line.js';
import { readCorpora } from '../../src/tools/corpora.js';
import { quietMilliseconds, spent } from '../support/processor.js';

const corpora = readCorpora(new URL('./report-line/corpora/', import.meta.url).pathname).map(({ rows, ledger }) => ({
  lines: rows.map(({ text }) => text),
  ledger: indexLedger(ledger.projects),
  today: ledger.today,
}));
const PIECES = [
  '80%',
  '完成',
  '没',
  '，',
  '。',
  ' ',
  '明天',
  '3个亿',
  '\n',
  '@',
  '<',
  '预计',
  '不',
  '第二个',
  'P-',
  '？',
  '\ud83d',
];
const SURFACES = ['progress', 'obstacle', 'thread', 'message'] as const;

/** A sequence that is the same at every run: the fuzz itself is a corpus. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const EACH_FLOOR = 100;
// What a line may take, as so many times the floor; 6 to 9 on busy machines.
const MOST_FLOORS = 16;

/** A fixed piece of work of the reader's kind, of about half a millisecond. */
function floor(): void {
  const text = corpora.flatMap(({ lines }) => lines.slice(0, 20)).join('\n');
  for (const word of text.normalize('NFKC').match(/[\p{L}]+|\d+|./gu) ?? []) SEEN.set(word, (SEEN.get(word) ?? 0) + 1);
}
const SEEN = new Map<string, number>();

describe('ten thousand lines that nobody would type', () => {
  it('are understood, asked about or left, each within its ledger, in bounded time', () => {
    const next = numbers(20_200_617);
    const upTo = (most: number) => next.next().value % most;
    let line = '';
    let floors = 0;
    const started = process.cpuUsage();
    for (let count = 0; count < 10_000; count += 1) {
      if (count % EACH_FLOOR === 0) floors += spent(floor);
      const corpus = corpora[upTo(corpora.length)];
      if (!corpus) throw new Error('there are no corpora');
      const { ledger, today, lines } = corpus;
      const letters = [...(lines[upTo(lines.length)] ?? '')];
      for (let times = 1 + upTo(4); times > 0; times -= 1) {
        const at = upTo(letters.length + 1);
        const how = upTo(4);
        if (how === 0) letters.splice(at, 1 + upTo(3));
        else if (how === 1) letters.splice(at, 0, PIECES[upTo(PIECES.length)] ?? '');
        else if (how === 2) letters.splice(at, 0, ...letters.slice(upTo(letters.length + 1)));
        else letters.splice(at, 0, ...[...(lines[upTo(lines.length)] ?? '')].slice(0, 1 + upTo(12)));
      }
      line = letters.join('');
      const surface = SURFACES[upTo(SURFACES.length)] ?? 'progress';
      const owns = new Set(ledger.byCode.keys());
      const context: LineContext = { today, surface, owns, mayReport: () => true };
      const understood = understandLine(line, ledger, context);
      if (understood.act !== 'report') continue;
      for (const { project, milestone, percent, doneOn } of understood.items) {
        const found = ledger.byCode.get(project);
        expect(found, line).toBeDefined();
        if (milestone !== null)
          expect(
            found?.milestones.map(({ name }) => name),
            line,
          ).toContain(milestone);
        if (percent !== null) expect(percent >= 0 && percent <= 100, line).toBe(true);
        if (doneOn !== null) expect(doneOn <= today, line).toBe(true);
      }
    }
    const { user, system } = process.cpuUsage(started);
    const ofLine = ((user + system) / 1000 - floors) / 10_000;
    console.log(`a line ${ofLine.toFixed(2)} ms, the floor ${((floors * EACH_FLOOR) / 10_000).toFixed(2)} ms`);
    expect(ofLine / ((floors * EACH_FLOOR) / 10_000)).toBeLessThan(MOST_FLOORS);
  }, 120_000);

  it('and lines of 40,000 characters', () => {
    const [corpus] = corpora;
    if (!corpus) throw new Error('there are no corpora');
    const { ledger, today, lines } = corpus;
    const context: LineContext = {
      today,
      surface: 'message',
      owns: new Set(ledger.byCode.keys()),
      mayReport: () => true,
    };
    const wholes = ['主体封顶80%，', '八十', '好的', 'P-001 ', '1', ' ', '完成', lines.join('\n')];
    for (const whole of wholes) {
      const text = whole.repeat(Math.ceil(40_000 / whole.length)).slice(0, 40_000);
      expect(
        quietMilliseconds(() => understandLine(text, ledger, context), 2_000),
        whole.slice(0, 20),
      ).toBeLessThan(2_000);
    }
  }, 60_000);
});
