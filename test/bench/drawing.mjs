// Draws charts and reads a county's spreadsheet, one after another without a pause, as the bot does: each in its thread.
import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openCharts } from '../../dist/charts/open.js';
import { openSheets } from '../../dist/sheets/door.js';

const ledger = new URL('../sheets/ledgers/dong-e-2020.xlsx', import.meta.url);

const chart = (number) => ({
  kind: 'goals',
  title: `目标与关口 ${number}`,
  about: '全部项目（80 个）',
  bars: Array.from({ length: 8 }, (_, index) => ({
    name: '项目开工率',
    value: `${28 + index}/60`,
    percent: 40 + index,
    gates: [{ percent: 60, next: true }],
    held: 'behind',
    says: '6 月 30 日关口 60%：落后',
  })),
  legend: '右端是目标，竖线是关口',
});

/** Begins; what it answers ends it, with how much was done and the longest that the event loop was held meanwhile (ms). */
export async function keepDrawing() {
  const [charts, sheets] = [openCharts(), openSheets()];
  const bytes = await readFile(ledger);
  const done = { charts: 0, sheets: 0 };
  let over = false;
  const draw = async () => {
    for (; !over; done.charts += 1) await charts.draw(chart(done.charts));
  };
  const read = async () => {
    for (; !over; done.sheets += 1) {
      const answer = await sheets.read(new Uint8Array(bytes), 'dong-e-2020.xlsx', { year: 2020 });
      if ('refused' in answer) throw new Error('the bench ledger was refused');
    }
  };
  const running = Promise.all([draw(), read()]);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  return async () => {
    over = true;
    delay.disable();
    await running;
    await charts.close();
    return { ...done, longestMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6 };
  };
}

/** In a program of the bench: `draw` begins, `rest` ends and answers what was done. */
export function answerDrawing() {
  let end = null;
  process.on('message', async (message) => {
    if (message === 'draw') end = keepDrawing();
    if (message === 'rest') process.send({ drawn: await (await end)() });
    if (message === 'draw') process.send({ drawing: (await end) !== null });
  });
}
