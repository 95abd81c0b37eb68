import { expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { readFactorLine } from '../../../src/features/factor/line.js';

const factors = [
  { key: 'land', name: { zh: '土地', en: 'Land' }, measure: '亩' },
  { key: 'environmental-capacity', name: { zh: '环境容量', en: 'Environmental capacity' }, measure: '吨' },
];
const projects = [
  { id: 3, code: 'P-003', nicknames: [{ text: '恒硕新材' }] },
  { id: 4, code: 'P-004', nicknames: [] },
];
const read = (text: string) => readFactorLine(text, { factors, projects, today: localDay('2020-06-17') });

test('reads a request, a batch, a pool, a project', () => {
  const ask = { kind: 'ask', project: 3, factor: 'land', part: '', amount: 320_000, divisible: false };
  expect(read('P-003 土地 32亩 6月20日前')).toEqual({ ...ask, neededBy: '2020-06-20' });
  expect(read('恒硕新材 用地 32亩 可拆分')).toEqual({ ...ask, neededBy: null, divisible: true });
  expect(read('P-003 land 32 mu by 20 June, not divisible')).toEqual({ ...ask, neededBy: '2020-06-20' });
  expect(read('p-003 土地')).toEqual({ ...ask, amount: null, neededBy: null });
  expect(read('P-004 环境容量 3吨')).toMatchObject({ kind: 'ask', part: null, amount: 30_000 });
  expect(read('土地 120亩')).toEqual({
    kind: 'batch',
    factor: 'land',
    part: '',
    amount: 1_200_000,
    from: '2020-06-17',
  });
  expect(read('土地 20亩 7月1日起')).toMatchObject({ kind: 'batch', from: '2020-07-01' });
  expect(read('土地')).toEqual({ kind: 'pool', factor: 'land', part: '' });
  expect(read('P-003')).toEqual({ kind: 'project', project: 3 });
  expect(read(' ')).toEqual({ kind: 'overview' });
});

test('says what it could not take', () => {
  const fault = (text: string) => {
    const found = read(text);
    return found.kind === 'fault' ? found.fault.what : found.kind;
  };
  expect(fault('P-999 土地 3亩')).toBe('project');
  expect(fault('P-003 12')).toBe('factor');
  expect(fault('P-003 土地 3亩 5亩')).toBe('amount');
  expect(fault('P-003 土地 3亩 6月1日前')).toBe('past');
  expect(fault('P-003 土地 3亩 6月20日到6月25日')).toBe('days');
});
