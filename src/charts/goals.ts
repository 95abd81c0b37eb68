import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { GateHold } from '../domain/gate.js';
import type { GoalBar, GoalsChart } from './chart.js';
import { box, FONT, fitted, hatching, INK, QUIET, widthOf, words } from './parts.js';

// In the picture's own pixels; a phone shows it at half of that, so nothing is written smaller than this.
export const WIDTH = 720;
const EDGE = 28;
const HEAD = 104;
const ROW = 116;
const FOOT = 52;
const BAR = 24;
const SMALL = 22;
const LARGE = 26;
/** More rows than this are no longer read on a phone. */
export const MOST_BARS = 10;

const TRACK = '#e4e9ed';

/** Told by form as well as by colour: what holds is a full bar with a dot (a ring while it is not there yet), what does not is hatched, with a triangle. */
type Look = { readonly colour: string; readonly hatched: boolean; readonly ring: boolean };
const LOOKS: Readonly<Record<GateHold, Look>> = {
  reached: { colour: '#2b7a4b', hatched: false, ring: false },
  ahead: { colour: '#2f6db5', hatched: false, ring: true },
  behind: { colour: '#b56a00', hatched: true, ring: false },
  missed: { colour: '#b3261e', hatched: true, ring: false },
  'not-entered': { colour: '#6b7a86', hatched: false, ring: true },
};
const NO_GATE: Look = { colour: '#6b7a86', hatched: false, ring: false };

type Part = NonNullable<CustomSeriesOption['renderItem']> extends (...given: never[]) => infer Made ? Made : never;

export function goalsHeight({ bars }: GoalsChart): number {
  return HEAD + shownBars(bars).length * ROW + FOOT;
}

const shownBars = (bars: readonly GoalBar[]) => bars.slice(0, MOST_BARS);

/** The drawing as echarts is told it: a value axis from nothing to the target, a row a goal. */
export function goalsOption(chart: GoalsChart): EChartsOption {
  const bars = shownBars(chart.bars);
  const height = goalsHeight(chart);
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT },
    grid: { left: EDGE, right: EDGE, top: HEAD, bottom: FOOT },
    xAxis: { type: 'value', min: 0, max: 100, show: false },
    yAxis: { type: 'value', min: 0, max: Math.max(1, bars.length), inverse: true, show: false },
    graphic: [
      words(chart.title, EDGE, 24, 32, INK, 'left'),
      words(chart.about, EDGE, 66, SMALL, QUIET, 'left'),
      words(chart.legend, EDGE, height - FOOT + 8, SMALL, QUIET, 'left'),
    ],
    series: [
      {
        type: 'custom',
        data: bars.map((bar, index) => [Math.min(100, bar.percent), index]),
        renderItem: (_params, api) => {
          const bar = bars[Number(api.value(1))];
          const [left = EDGE, top = HEAD] = api.coord([0, Number(api.value(1))]);
          return { type: 'group', children: bar === undefined ? [] : row(bar, left, top) } as Part;
        },
      },
    ],
  };
}

/** Name and value, the bar with its gates, and what the next gate says. */
function row(bar: GoalBar, left: number, top: number): object[] {
  const width = WIDTH - 2 * EDGE;
  const look = bar.held === null ? NO_GATE : LOOKS[bar.held];
  const filled = (width * Math.max(0, Math.min(100, bar.percent))) / 100;
  const barTop = top + 38;
  return [
    words(shortName(bar.name, bar.value), left, top, LARGE, INK, 'left'),
    words(bar.value, left + width, top, LARGE, INK, 'right'),
    box(left, barTop, width, BAR, TRACK),
    ...(look.hatched
      ? hatching(left, barTop, filled, BAR, look.colour)
      : [box(left, barTop, filled, BAR, look.colour)]),
    ...bar.gates.map(({ percent, next }) => {
      const at = left + (width * Math.min(100, percent)) / 100;
      const thick = next ? 6 : 3;
      return box(Math.min(at, left + width) - thick / 2, barTop - 6, thick, BAR + 12, INK);
    }),
    ...(bar.held === null ? [] : [mark(left, barTop + BAR + 12, look)]),
    words(bar.says, left + (bar.held === null ? 0 : 30), barTop + BAR + 8, SMALL, look.colour, 'left'),
  ];
}

/** As much of a name as leaves room for the value beside it. */
const shortName = (name: string, value: string): string =>
  fitted(name, (WIDTH - 2 * EDGE) / LARGE - widthOf(value) - 1);

function mark(left: number, top: number, { colour, hatched, ring }: Look): object {
  return hatched
    ? {
        type: 'polygon',
        shape: {
          points: [
            [left, top + 18],
            [left + 10, top],
            [left + 20, top + 18],
          ],
        },
        style: { fill: colour },
      }
    : {
        type: 'circle',
        shape: { cx: left + 10, cy: top + 9, r: ring ? 7 : 9 },
        style: ring ? { fill: '#ffffff', stroke: colour, lineWidth: 4 } : { fill: colour },
      };
}
