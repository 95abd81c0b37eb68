import type { EChartsOption } from 'echarts';
import type { PoolChart, PoolMark } from './chart.js';
import { box, drawnOf, fitted, hatching, INK, legendAt, legendHeight, QUIET, widthOf, words } from './parts.js';

/** In the picture's own pixels; a phone shows it at half of that. */
export const POOL_WIDTH = 720;
const EDGE = 28;
const INNER = POOL_WIDTH - 2 * EDGE;
const HEAD = 108;
const ROW = 84;
const LEGEND_ROW = 38;
const BAR = 24;
const SMALL = 22;
const LARGE = 24;
/** More rows than this are no longer read on a phone. */
export const MOST_ROWS = 12;

const COLOURS: Readonly<Record<PoolMark | 'given', string>> = {
  given: '#6b7a86',
  there: '#2b7a4b',
  ahead: '#2f6db5',
  enough: '#2f6db5',
  short: '#b3261e',
};

export const poolHeight = (chart: PoolChart): number =>
  HEAD + shownRows(chart).length * ROW + legendHeight(legendOf(chart)) + 16;

const shownRows = ({ rows }: PoolChart) => rows.slice(0, MOST_ROWS);

/** A row a batch or a day: its name and what is to be said of it, below both its bar. */
export function poolOption(chart: PoolChart): EChartsOption {
  const rows = shownRows(chart);
  return drawnOf([
    words(fitted(chart.title, INNER / 30), EDGE, 22, 30, INK),
    words(fitted(chart.about, INNER / SMALL), EDGE, 64, SMALL, QUIET),
    ...rows.flatMap((row, index) => rowOf(row, HEAD + index * ROW)),
    ...legendAt(legendOf(chart), EDGE, HEAD + rows.length * ROW + 8, 0, ({ mark }, left, top) =>
      barOf(mark, left, top, 2 * BAR),
    ),
  ]);
}

function rowOf({ name, says, mark, percent, full }: PoolChart['rows'][number], top: number): object[] {
  const width = (INNER * Math.max(0, Math.min(100, percent))) / 100;
  const given = (width * Math.max(0, Math.min(100, full))) / 100;
  const bar = top + 36;
  return [
    words(fitted(name, (INNER - widthOf(says) * SMALL) / LARGE - 1), EDGE, top, LARGE, INK),
    words(says, POOL_WIDTH - EDGE, top + 1, SMALL, mark === 'short' ? COLOURS.short : QUIET, 'right'),
    ...barOf(mark, EDGE + given, bar, width - given),
    ...(given > 0 ? barOf('given', EDGE, bar, given) : []),
  ];
}

/** Told by form as well as by colour: given is grey, there is full, ahead is a frame, short is hatched; what waits and has enough is a thin bar. */
function barOf(mark: PoolMark | 'given', left: number, top: number, width: number): object[] {
  const colour = COLOURS[mark];
  if (width <= 0) return [];
  if (mark === 'short') return hatching(left, top, width, BAR, colour);
  if (mark === 'enough') return [box(left, top + BAR / 4, width, BAR / 2, colour)];
  if (mark !== 'ahead') return [box(left, top, width, BAR, colour)];
  return [
    {
      type: 'rect',
      shape: { x: left + 1.5, y: top + 1.5, width: Math.max(0, width - 3), height: BAR - 3 },
      style: { fill: '#ffffff', stroke: colour, lineWidth: 3 },
    },
  ];
}

const legendOf = ({ legend: entries }: PoolChart) => ({ entries, room: INNER, mark: 2 * BAR + 10, line: LEGEND_ROW });
