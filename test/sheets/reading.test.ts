import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readSheet } from '../../src/sheets/open.js';
import type { AskedFile } from '../../src/sheets/read-file.js';
import { openThread, programBeside, ThreadError } from '../../src/thread.js';

const ledger = new Uint8Array(await readFile(new URL('./ledgers/dong-e-2020.xlsx', import.meta.url)));
const program = programBeside(new URL('../../src/sheets/open.ts', import.meta.url).href, 'worker');
const rules = { for: 'reads spreadsheets', program, heapMegabytes: 256, withinMs: 20_000 };
const asked: AskedFile = { as: 'ledger', bytes: ledger, name: '东阿.xlsx', year: 2020 };

it('gives the same of the same file, and of another one in between', async () => {
  const first = await readSheet(ledger, '东阿.xlsx', { year: 2020 });
  const other = await readSheet(new TextEncoder().encode('项目名称,责任单位,责任人\n甲,乙局,丙丁'), '甲.csv', {
    year: 2021,
  });
  expect(other).toHaveProperty('ledger.projects.length', 1);
  expect(await readSheet(ledger, '东阿.xlsx', { year: 2020 })).toEqual(first);
});

it('a thread that takes too long is ended, and the next question has a new one', async () => {
  const slow = openThread<AskedFile, unknown>({ ...rules, withinMs: 1 });
  await expect(slow.ask(asked)).rejects.toMatchObject({ why: 'slow' });
  await expect(slow.ask(asked)).rejects.toBeInstanceOf(ThreadError);
  await slow.close();
});

it('a thread that needs too much memory is ended alone, and the next question has a new one', async () => {
  const thread = openThread<AskedFile, { readonly ledger?: unknown; readonly refused?: unknown }>({
    ...rules,
    heapMegabytes: 8,
  });
  const lines = Array.from({ length: 19_000 }, (_, at) => `项目${at},某某局,张三${at}`);
  const large = new TextEncoder().encode(`项目名称,责任单位,责任人\n${lines.join('\n')}`);
  await expect(thread.ask({ as: 'ledger', bytes: large, name: '大.csv', year: 2020 })).rejects.toMatchObject({
    why: 'memory',
  });
  const small = new TextEncoder().encode('项目名称,责任单位,责任人\n甲,乙局,丙丁');
  expect(await thread.ask({ as: 'ledger', bytes: small, name: '小.csv', year: 2020 })).toHaveProperty(
    'ledger.projects.length',
    1,
  );
  await thread.close();
});
