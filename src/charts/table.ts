import type { EChartsOption } from 'echarts';
import type { TableChart, TableRow } from './chart.js';
import { box, drawnOf, fitted, INK, QUIET, widthOf, words } from './parts.js';

export const TABLE_WIDTH = 1080;
const EDGE = 24;
const TOP = 92;
const HEAD = 40;
const LINE = 40;
/** A row in which something changes has the old above the new. */
const TWO_LINES = 62;
const FOOT = 46;
const SIZE = 19;
const SMALL = 16;
const PAD = 8;
/** More rows are not looked at in a picture; the list beside it has them all. */
export const MOST_ROWS = 12;

const RULE = '#d5dce1';
const HEAD_GROUND = '#eef2f5';
/** Told by a mark in words as well (the first column): colour is not needed. */
const TONES: Readonly<Record<TableRow['tone'], { readonly ground: string; readonly ink: string }>> = {
  new: { ground: '#e8f4ec', ink: INK },
  changed: { ground: '#ffffff', ink: INK },
  withdrawn: { ground: '#f1f1f1', ink: '#77828b' },
};
const CHANGED_GROUND = '#fff1d6';
const CHANGED_INK = '#8a4b00';

const shownRows = ({ rows }: TableChart) => rows.slice(0, MOST_ROWS);
const heightOf = (row: TableRow) => (row.cells.some(({ old }) => old !== null) ? TWO_LINES : LINE);

export function tableHeight(chart: TableChart): number {
  return TOP + HEAD + shownRows(chart).reduce((sum, row) => sum + heightOf(row), 0) + FOOT;
}

/** The table as echarts is told it: boxes and words at their places. */
export function tableOption(chart: TableChart): EChartsOption {
  const width = TABLE_WIDTH - 2 * EDGE;
  const all = chart.columns.reduce((sum, { share }) => sum + share, 0);
  let left = EDGE;
  const columns = chart.columns.map((column) => {
    const room = (width * column.share) / all;
    const laid = { ...column, left, room };
    left += room;
    return laid;
  });
  const write = (column: (typeof columns)[number], text: string, top: number, size: number, ink: string) => {
    const at = column.align === 'left' ? column.left + PAD : column.left + column.room - PAD;
    return words(fitted(text, (column.room - 2 * PAD) / size), at, top, size, ink, column.align);
  };
  /** The old, with a line through it. */
  const struck = (column: (typeof columns)[number], text: string, top: number): object[] => {
    const shown = fitted(text, (column.room - 2 * PAD) / SMALL);
    const length = Math.min(widthOf(shown) * SMALL, column.room - 2 * PAD);
    const start = column.align === 'left' ? column.left + PAD : column.left + column.room - PAD - length;
    return [write(column, shown, top, SMALL, QUIET), box(start, top + SMALL * 0.6, length, 1, QUIET)];
  };
  const parts: object[] = [
    words(chart.title, EDGE, 20, 28, INK),
    words(fitted(chart.about, width / SIZE), EDGE, 58, SIZE, QUIET),
    box(EDGE, TOP, width, HEAD, HEAD_GROUND),
    ...columns.map((column) => write(column, column.head, TOP + 10, SIZE, QUIET)),
  ];
  let top = TOP + HEAD;
  for (const row of shownRows(chart)) {
    const height = heightOf(row);
    const tone = TONES[row.tone];
    parts.push(box(EDGE, top, width, height, tone.ground));
    columns.forEach((column, index) => {
      const cell = row.cells[index];
      if (cell === undefined) return;
      if (cell.old === null) {
        parts.push(write(column, cell.text, top + (height - SIZE) / 2 - 3, SIZE, tone.ink));
        return;
      }
      parts.push(
        box(column.left, top + 1, column.room, height - 1, CHANGED_GROUND),
        ...struck(column, cell.old, top + 8),
        write(column, cell.text, top + 32, SIZE, CHANGED_INK),
      );
    });
    parts.push(box(EDGE, top, width, 1, RULE));
    top += height;
  }
  parts.push(box(EDGE, top, width, 1, RULE), words(fitted(chart.legend, width / SMALL), EDGE, top + 14, SMALL, QUIET));
  return drawnOf(parts);
}
