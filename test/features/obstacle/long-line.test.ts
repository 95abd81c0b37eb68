import { expect, test } from 'vitest';
import type { AskLine } from '../../../src/domain/report-line.js';
import { ids } from '../../../src/features/obstacle/ids.js';
import { LONGEST_LINE, readUrgent, withUrgent } from '../../../src/features/obstacle/line-marks.js';
import { askMessage } from '../../../src/features/obstacle/messages/questions.js';
import { at, ctx, person } from '../../messages/obstacle-life.js';

const official = person(1, [{ role: 'official', unitId: 60 }]);
const reason = '汛期将至';
const long = `${'变压器没有到货，送不上电。'.repeat(90)}`.slice(0, LONGEST_LINE - 20);
const files = Array.from({ length: 5 }, (_, at) => ({ id: `F0123456789${at}`, name: `现场照片${at}.jpg`.repeat(6) }));

test('a question about the longest line keeps its urgency and its photos in buttons that Slack takes', () => {
  const line = { text: withUrgent(long, reason), thread: null, files };
  expect(line.text.length).toBeLessThanOrEqual(LONGEST_LINE);
  const { text } = readUrgent(line.text);
  const partial = { text, answers: [], about: 'project', slot: 0, project: null, milestone: null, percent: null };
  const ask = { act: 'ask', about: 'project', candidates: ['P-001'], partial } as unknown as AskLine;
  const names = { byCode: new Map() } as unknown as Parameters<typeof askMessage>[2];
  const sent = JSON.stringify(askMessage(ctx(official, at('2020-06-24', '16:10'), 'zh'), ask, names, line));
  const [value = ''] = [...sent.matchAll(/"value":("(?:[^"\\]|\\.)*")/g)].map(([, found]) => JSON.parse(found ?? '""'));
  expect(value.length).toBeGreaterThan(LONGEST_LINE);
  expect(value.length).toBeLessThanOrEqual(2000);
  const carried = ids.choose.value.parse(JSON.parse(value));
  expect(carried.line.files).toHaveLength(5);
  expect(readUrgent(withUrgent(carried.partial.text, carried.line.urgent ?? null))).toEqual({ text, reason });
});
