import { expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { readIndicatorsHere } from '../../src/sheets/read-file.js';

const read = (name: string, text: string) =>
  readIndicatorsHere({ bytes: new TextEncoder().encode(text), name, year: 2020, today: localDay('2020-06-15') });

it('indicators of a file are texts that a database can keep, whatever its cells and its name hold', async () => {
  const answer = await read('5月\u0001.csv', '指标,单位,5月\n用电\u0001量,亿度,1.3\n');
  expect(answer).toEqual({
    sheet: {
      month: '2020-05-01',
      indicators: [{ name: '用电量', unit: '亿度', values: [{ month: '2020-05-01', value: '1.3' }], overYear: null }],
    },
  });
});

it('what is no spreadsheet is refused as for a ledger', async () => {
  expect(await read('空.csv', '')).toHaveProperty('refused');
});
