import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { type EChartsOption, init } from 'echarts';
import { CALENDAR_WIDTH, calendarHeight, calendarOption } from './calendar.js';
import type { Chart } from './chart.js';
import { goalsHeight, goalsOption, WIDTH } from './goals.js';
import { POOL_WIDTH, poolHeight, poolOption } from './pool.js';
import { ROADMAP_WIDTH, roadmapHeight, roadmapOption } from './roadmap.js';
import { TABLE_WIDTH, tableHeight, tableOption } from './table.js';

const FONTS = ['noto-sans-sc-chinese-simplified.ttf', 'noto-sans-sc-latin.ttf'].map((name) =>
  fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url)),
);
/** Sharp on a phone whose pixels are three to one, at the half size that it shows. */
const ZOOM = 1.5;

/** A picture's size, and what echarts is told of it. */
type Layout = { readonly width: number; readonly height: number; readonly option: EChartsOption };

function layoutOf(chart: Chart): Layout {
  switch (chart.kind) {
    case 'goals':
      return { width: WIDTH, height: goalsHeight(chart), option: goalsOption(chart) };
    case 'calendar':
      return { width: CALENDAR_WIDTH, height: calendarHeight(chart), option: calendarOption(chart) };
    case 'pool':
      return { width: POOL_WIDTH, height: poolHeight(chart), option: poolOption(chart) };
    case 'roadmap':
      return { width: ROADMAP_WIDTH, height: roadmapHeight(chart), option: roadmapOption(chart) };
    case 'table':
      return { width: TABLE_WIDTH, height: tableHeight(chart), option: tableOption(chart) };
  }
}

/** The picture as SVG. */
export function drawSvg(chart: Chart): string {
  const { width, height, option } = layoutOf(chart);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(option);
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

/** The picture as PNG, with glyphs of our own fonts: what is installed on the machine makes no difference. */
export function drawPng(chart: Chart): Uint8Array {
  const image = new Resvg(drawSvg(chart), {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
  }).render();
  return new Uint8Array(image.asPng());
}
