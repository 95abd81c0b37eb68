import { describe, expect, it } from 'vitest';
import { openSheets } from '../../src/sheets/door.js';

const table = (name: string, rows: number) => ({
  name,
  title: name,
  note: '',
  columns: [{ head: '事项', kind: 'text' as const, width: 20 }],
  rows: Array.from({ length: rows }, (_, at) => [`第 ${at} 行`]),
});

describe('workbooks written in a thread', () => {
  const sheets = openSheets();

  it('come one after another, and leave the event loop free meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    const [one, other] = await Promise.all([
      sheets.write({ tables: [table('甲', 3000)] }),
      sheets.write({ tables: [table('乙', 10)] }),
    ]);
    clearInterval(timer);
    expect(one?.length).toBeGreaterThan(other?.length ?? 0);
    expect(
      Buffer.from(other ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(ticks).toBeGreaterThan(20);
  });

  it('that cannot be written are a fault, and the next one is written', async () => {
    const broken = { ...table('丙', 1), columns: null as never };
    await expect(sheets.write({ tables: [broken] })).rejects.toThrow('the thread that writes workbooks failed');
    expect((await sheets.write({ tables: [table('丁', 1)] })).length).toBeGreaterThan(1000);
  });
});
