import type { EChartsOption } from 'echarts';
import type { RoadmapChart, RoadmapMark, RoadmapStep } from './chart.js';
import { box, dashed, drawnOf, fitted, INK, QUIET, widthOf, words } from './parts.js';

/** In the picture's own pixels; a phone shows it at half of that. */
export const ROADMAP_WIDTH = 720;
const EDGE = 28;
const INNER = ROADMAP_WIDTH - 2 * EDGE;
const TRACK = '#e4e9ed';

const HEAD = 150;
const ROW = 84;
const FOOT = 62;
const SMALL = 22;
const LARGE = 24;
const MARK = 14;
/** More rows than this are no longer read on a phone. */
export const MOST_STEPS = 18;

/** Told by form and letter as well as by colour. */
const COLOURS: Readonly<Record<RoadmapMark, string>> = {
  done: '#2b7a4b',
  green: '#2b7a4b',
  amber: '#b56a00',
  red: '#b3261e',
  none: '#6b7a86',
};

export const roadmapHeight = ({ steps }: RoadmapChart): number => HEAD + shownSteps(steps).length * ROW + FOOT;

const shownSteps = (steps: readonly RoadmapStep[]) => steps.slice(0, MOST_STEPS);

/** A row a milestone, so that no label meets another: its name and what is said of it, and below both where it lies in time. */
export function roadmapOption(chart: RoadmapChart): EChartsOption {
  const steps = shownSteps(chart.steps);
  const height = roadmapHeight(chart);
  const bottom = height - FOOT;
  const elements = [
    words(fitted(chart.title, INNER / 30), EDGE, 22, 30, INK),
    words(chart.about, EDGE, 64, SMALL, QUIET),
    ...months(chart, bottom),
    ...steps.flatMap((step, index) => row(step, HEAD + index * ROW)),
    ...todayLine(chart, bottom),
    ...legend(chart, bottom + 18),
  ];
  return drawnOf(elements);
}

/** A share of the time shown, 0 to 100, as a place in the picture. */
const placeOf = (at: number): number => EDGE + (INNER * Math.max(0, Math.min(100, at))) / 100;

const TICK = 18;

/** The box that says which day it is; the months' labels make room for it. */
function todayBox({ today }: RoadmapChart): { readonly left: number; readonly width: number } {
  const width = widthOf(today.label) * TICK + 8;
  return { width, left: Math.max(EDGE, Math.min(ROADMAP_WIDTH - EDGE - width, placeOf(today.at) - width / 2)) };
}

function months(chart: RoadmapChart, bottom: number): object[] {
  const taken = todayBox(chart);
  let free = 0;
  return chart.months.flatMap(({ at, label }) => {
    const x = placeOf(at);
    const end = x + widthOf(label) * TICK;
    const line = box(x, HEAD - 18, 1, bottom - HEAD + 18, TRACK);
    // A label that would meet another is left out; its line stays.
    const met = x < free || end > ROADMAP_WIDTH - 8 || (end + 4 > taken.left && x - 4 < taken.left + taken.width);
    if (met) return [line];
    free = end + 6;
    return [line, words(label, x, HEAD - 46, TICK, QUIET)];
  });
}

function todayLine(chart: RoadmapChart, bottom: number): object[] {
  const x = placeOf(chart.today.at);
  const { left, width } = todayBox(chart);
  return [
    dashed(x, HEAD - 24, x, bottom, INK),
    box(left, HEAD - 50, width, 28, INK),
    words(chart.today.label, left + width / 2, HEAD - 46, TICK, '#ffffff', 'center'),
  ];
}

function row(step: RoadmapStep, top: number): object[] {
  const colour = COLOURS[step.mark];
  const says = words(step.says, ROADMAP_WIDTH - EDGE, top, SMALL, colour, 'right');
  const name = fitted(step.name, (INNER - widthOf(step.says) * SMALL) / LARGE - 1);
  const middle = top + 50;
  const parts: object[] = [words(name, EDGE, top - 1, LARGE, INK), says, box(EDGE, middle - 4, INNER, 8, TRACK)];
  if (step.span !== null) {
    const [from, to] = [placeOf(step.span.from), placeOf(step.span.to)];
    parts.push(box(from, middle - 4, Math.max(2, to - from), 8, '#c3ccd3'));
    parts.push(box(from, middle - 4, ((to - from) * step.percent) / 100, 8, colour));
  }
  const due = step.due === null ? null : placeOf(step.due);
  const forecast = step.forecast === null ? null : placeOf(step.forecast);
  const done = step.done === null ? null : placeOf(step.done);
  const other = done ?? forecast;
  if (due !== null && other !== null && Math.abs(other - due) > 2)
    parts.push(dashed(due, middle, other, middle, colour));
  if (done !== null) {
    if (due !== null && Math.abs(due - done) > MARK) parts.push(box(due - 2, middle - 13, 4, 26, QUIET));
    parts.push(...mark('done', step.letter, done, middle));
  } else {
    if (forecast !== null && (due === null || Math.abs(forecast - due) > 2))
      parts.push(diamond(forecast, middle, colour));
    if (due !== null) parts.push(...mark(step.mark, step.letter, due, middle));
  }
  return parts;
}

/** Done is a disc with a tick, green a disc, amber a triangle, red a square; each but the first with its letter. */
function mark(of: RoadmapMark, letter: string, x: number, y: number): object[] {
  const fill = COLOURS[of];
  const edge = { stroke: '#ffffff', lineWidth: 2 };
  const written = words(letter, x, y - (of === 'amber' ? 6 : 10), of === 'amber' ? 15 : 18, '#ffffff', 'center');
  switch (of) {
    case 'done':
      return [
        { type: 'circle', shape: { cx: x, cy: y, r: MARK }, style: { fill, ...edge } },
        {
          type: 'polyline',
          shape: {
            points: [
              [x - 7, y],
              [x - 2, y + 5],
              [x + 7, y - 5],
            ],
          },
          style: { fill: 'none', stroke: '#ffffff', lineWidth: 3 },
        },
      ];
    case 'amber':
      return [
        polygon(
          [
            [x, y - 19],
            [x + 19, y + 14],
            [x - 19, y + 14],
          ],
          fill,
        ),
        written,
      ];
    case 'red':
      return [
        {
          type: 'rect',
          shape: { x: x - MARK, y: y - MARK, width: 2 * MARK, height: 2 * MARK },
          style: { fill, ...edge },
        },
        written,
      ];
    case 'green':
    case 'none':
      return [{ type: 'circle', shape: { cx: x, cy: y, r: MARK }, style: { fill, ...edge } }, written];
  }
}

const diamond = (x: number, y: number, stroke: string): object => ({
  type: 'polygon',
  shape: {
    points: [
      [x, y - 13],
      [x + 13, y],
      [x, y + 13],
      [x - 13, y],
    ],
  },
  style: { fill: '#ffffff', stroke, lineWidth: 3 },
});

const polygon = (points: readonly (readonly number[])[], fill: string): object => ({
  type: 'polygon',
  shape: { points },
  style: { fill, stroke: '#ffffff', lineWidth: 2 },
});

/** What the marks mean, in one line. */
function legend({ legend: entries }: RoadmapChart, top: number): object[] {
  let x = EDGE + MARK;
  return entries.flatMap(({ mark: of, letter, label }) => {
    const at = x;
    x += MARK + 8 + widthOf(label) * TICK + 14 + MARK + 6;
    const text = words(label, at + MARK + 8, top + 4, TICK, QUIET);
    return of === 'forecast' ? [diamond(at, top + 14, QUIET), text] : [...mark(of, letter, at, top + 14), text];
  });
}
