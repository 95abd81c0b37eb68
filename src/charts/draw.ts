import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { init } from 'echarts';
import type { Chart } from './chart.js';
import { goalsHeight, goalsOption, WIDTH } from './goals.js';

const FONTS = ['noto-sans-sc-chinese-simplified.ttf', 'noto-sans-sc-latin.ttf'].map((name) =>
  fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url)),
);
/** Sharp on a phone whose pixels are three to one, at the half size that it shows. */
const ZOOM = 1.5;

/** The picture as SVG. */
export function drawSvg(chart: Chart): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: goalsHeight(chart) });
  try {
    drawing.setOption(goalsOption(chart));
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
