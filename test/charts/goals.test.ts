import { afterAll, describe, expect, test } from 'vitest';
import type { GoalBar, GoalsChart } from '../../src/charts/chart.js';
import { drawPng, drawSvg } from '../../src/charts/draw.js';
import { MOST_BARS } from '../../src/charts/goals.js';
import { openCharts } from '../../src/charts/open.js';

const bar = (more: Partial<GoalBar> = {}): GoalBar => ({
  name: '项目开工率',
  value: '5/8（62.5%）',
  percent: 62.5,
  gates: [
    { percent: 60, next: true },
    { percent: 100, next: false },
  ],
  held: 'reached',
  says: '6月30日关口 60%：已达到',
  ...more,
});

const chart = (...bars: GoalBar[]): GoalsChart => ({
  kind: 'goals',
  title: '目标与关口 · 6月17日',
  about: '东阿县2020年项目攻坚行动',
  bars,
  legend: '右端是目标，竖线是关口',
});

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

const charts = openCharts();
afterAll(() => charts.close());

describe('the picture of the goals', () => {
  test('is a PNG as wide as a phone shows sharply, a row higher for each goal', () => {
    const [one, two] = [drawPng(chart(bar())), drawPng(chart(bar(), bar()))];
    expect([...one.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(size(one).width).toBe(1080);
    expect(size(two).height - size(one).height).toBe(174);
  });

  test('shows every glyph of its own fonts, rare ones too', () => {
    const glyph = (name: string) => drawPng(chart(bar({ name })));
    // Neither font has these two: both come out as the same empty box.
    expect(same(glyph('\u{10fffd}'), glyph('\u{10fffc}'))).toBe(true);
    for (const [one, other] of ['阿胶', '聚鎏', '龘邑', 'Ay', '5%', '，：'].map((pair) => [...pair]))
      expect(same(glyph(one ?? ''), glyph(other ?? '')), `${one}${other}`).toBe(false);
  });

  test('tells a goal behind from one that holds by its form, not by colour alone', () => {
    const lines = (held: GoalBar['held']) => drawSvg(chart(bar({ held }))).split('<path').length;
    expect(lines('behind')).toBeGreaterThan(lines('reached') + 5);
    expect(lines('missed')).toBe(lines('behind'));
  });

  test('draws nothing outside of itself: a value past its target fills the bar, too many goals are left out', () => {
    expect(same(drawPng(chart(bar({ percent: 240 }))), drawPng(chart(bar({ percent: 100 }))))).toBe(true);
    const many = Array.from({ length: MOST_BARS + 5 }, () => bar());
    expect(size(drawPng(chart(...many)))).toEqual(size(drawPng(chart(...many.slice(0, MOST_BARS)))));
    expect(() => drawSvg(chart(bar({ name: '<b>"&</b>'.repeat(30), gates: [], held: null, says: '' })))).not.toThrow();
  });

  test('is drawn in a thread: the event loop stays free meanwhile', async () => {
    await charts.draw(chart(bar()));
    const began = performance.now();
    let longest = 0;
    let last = began;
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const drawn = await Promise.all([1, 2, 3].map((number) => charts.draw(chart(bar({ value: String(number) })))));
    clearInterval(beat);
    expect(drawn.every((png) => size(png).width === 1080)).toBe(true);
    expect(longest).toBeLessThan((performance.now() - began) / 2);
  });

  test('a drawing that fails is told, and the next one is drawn', async () => {
    await expect(charts.draw({ kind: 'goals' } as never)).rejects.toThrow('the thread that draws charts failed');
    expect(size(await charts.draw(chart(bar()))).width).toBe(1080);
  });
});
