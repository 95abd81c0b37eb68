import type { EChartsOption } from 'echarts';
import type { CalendarChart, CalendarMark } from './chart.js';
import { box, dashed, drawnOf, fitted, INK, legendAt, legendHeight, QUIET, widthOf, words } from './parts.js';

/** In the picture's own pixels; a phone shows it at half of that. */
export const CALENDAR_WIDTH = 720;
const EDGE = 28;
const INNER = CALENDAR_WIDTH - 2 * EDGE;
const TRACK = '#e4e9ed';
const OFF = '#f1f4f6';

const HEAD = 144;
const ROW = 112;
const LEGEND_ROW = 38;
const SMALL = 22;
const LARGE = 24;
const TICK = 20;
const MARK = 14;
/** More rows than this are no longer read on a phone. */
export const MOST_ROWS = 10;

const COLOURS: Readonly<Record<CalendarMark, string>> = {
  held: '#2b7a4b',
  spared: '#2f6db5',
  merged: '#2f6db5',
  missed: '#b3261e',
  open: '#b56a00',
  ahead: '#6b7a86',
};

export const calendarHeight = (chart: CalendarChart): number =>
  HEAD + shownRows(chart).length * ROW + legendHeight(legendOf(chart)) + 16;

const shownRows = ({ rows }: CalendarChart) => rows.slice(0, MOST_ROWS);

/** A row a meeting: its name and how often it was held, and below both the days of the month with a mark where it is due. */
export function calendarOption(chart: CalendarChart): EChartsOption {
  const rows = shownRows(chart);
  const bottom = HEAD + rows.length * ROW;
  const elements = [
    words(fitted(chart.title, INNER / 30), EDGE, 22, 30, INK),
    words(fitted(chart.about, INNER / SMALL), EDGE, 64, SMALL, QUIET),
    ...daysOff(chart, bottom),
    ...todayLine(chart, bottom),
    ...rows.flatMap((row, index) => rowOf(row, HEAD + index * ROW, chart)),
    ...legendAt(legendOf(chart), EDGE, bottom + 12, MARK - 11, ({ mark }, left, top) =>
      markOf(mark, left + MARK, top + MARK),
    ),
  ];
  return drawnOf(elements);
}

const widthOfDay = ({ days }: CalendarChart): number => INNER / Math.max(1, days.length);

/** The middle of a day of the month, from 1. */
const placeOf = (day: number, chart: CalendarChart): number => EDGE + (day - 0.5) * widthOfDay(chart);

const daysOff = (chart: CalendarChart, bottom: number): object[] =>
  chart.days.flatMap(({ off }, index) =>
    off ? [box(EDGE + index * widthOfDay(chart), HEAD - 12, widthOfDay(chart), bottom - HEAD + 8, OFF)] : [],
  );

function todayLine(chart: CalendarChart, bottom: number): object[] {
  if (chart.today === null) return [];
  const x = placeOf(chart.today.day, chart);
  const width = widthOf(chart.today.label) * TICK + 10;
  const left = Math.max(EDGE, Math.min(CALENDAR_WIDTH - EDGE - width, x - width / 2));
  return [
    dashed(x, HEAD - 14, x, bottom - 4, INK),
    box(left, HEAD - 44, width, 30, INK),
    words(chart.today.label, left + width / 2, HEAD - 40, TICK, '#ffffff', 'center'),
  ];
}

function rowOf({ name, says, marks }: CalendarChart['rows'][number], top: number, chart: CalendarChart): object[] {
  const room = (INNER - widthOf(says) * SMALL) / LARGE - 1;
  const middle = top + 52;
  const said = words(says, CALENDAR_WIDTH - EDGE, top + 1, SMALL, QUIET, 'right');
  return [
    // The day's line passes behind what is written.
    box(EDGE, top - 2, widthOf(fitted(name, room)) * LARGE + 6, 32, '#ffffff'),
    box(CALENDAR_WIDTH - EDGE - widthOf(says) * SMALL - 6, top - 2, widthOf(says) * SMALL + 6, 32, '#ffffff'),
    words(fitted(name, room), EDGE, top, LARGE, INK),
    said,
    box(EDGE, middle - 2, INNER, 4, TRACK),
    ...marks.flatMap(({ day, mark }) => {
      const x = placeOf(day, chart);
      return [...markOf(mark, x, middle), words(String(day), x, middle + 20, TICK, COLOURS[mark], 'center')];
    }),
  ];
}

/** Held is a disc with a tick, spared a ring with a bar, merged a diamond, missed a square with a cross, still to be said a triangle, to come a ring. */
function markOf(of: CalendarMark, x: number, y: number): object[] {
  const colour = COLOURS[of];
  const white = { fill: 'none', stroke: '#ffffff', lineWidth: 3 };
  const line = (points: readonly (readonly number[])[], style: object = white) => ({
    type: 'polyline',
    shape: { points },
    style,
  });
  const ring = {
    type: 'circle',
    shape: { cx: x, cy: y, r: MARK - 2 },
    style: { fill: '#ffffff', stroke: colour, lineWidth: 4 },
  };
  const polygon = (points: readonly (readonly number[])[]) => ({
    type: 'polygon',
    shape: { points },
    style: { fill: colour },
  });
  switch (of) {
    case 'held':
      return [
        { type: 'circle', shape: { cx: x, cy: y, r: MARK }, style: { fill: colour } },
        line([
          [x - 7, y],
          [x - 2, y + 5],
          [x + 7, y - 5],
        ]),
      ];
    case 'spared':
      return [ring, box(x - 6, y - 2, 12, 4, colour)];
    case 'merged':
      return [
        polygon([
          [x, y - MARK - 2],
          [x + MARK + 2, y],
          [x, y + MARK + 2],
          [x - MARK - 2, y],
        ]),
      ];
    case 'missed':
      return [
        box(x - MARK, y - MARK, 2 * MARK, 2 * MARK, colour),
        line([
          [x - 6, y - 6],
          [x + 6, y + 6],
        ]),
        line([
          [x - 6, y + 6],
          [x + 6, y - 6],
        ]),
      ];
    case 'open':
      return [
        polygon([
          [x, y - MARK - 2],
          [x + MARK + 2, y + MARK - 2],
          [x - MARK - 2, y + MARK - 2],
        ]),
      ];
    case 'ahead':
      return [ring];
  }
}

const legendOf = ({ legend: entries }: CalendarChart) => ({
  entries,
  room: INNER,
  mark: 2 * MARK + 10,
  line: LEGEND_ROW,
});
