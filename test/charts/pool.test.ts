import { expect, test } from 'vitest';
import type { PoolChart, PoolMark } from '../../src/charts/chart.js';
import { drawPng, drawSvg } from '../../src/charts/draw.js';
import { MOST_ROWS } from '../../src/charts/pool.js';

const MARKS: readonly PoolMark[] = ['there', 'ahead', 'enough', 'short'];
const row = (name: string, mark: PoolMark, percent = 60, full = 0) => ({ name, says: '43/120亩', mark, percent, full });
const chart = (rows: PoolChart['rows']): PoolChart => ({
  kind: 'pool',
  title: '土地剩43/120亩',
  about: '4家在等，要60亩',
  rows,
  legend: [{ mark: 'given', label: '已配' }, ...MARKS.map((mark) => ({ mark, label: `图例${mark}` }))],
});
const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const height = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(20);

test('says the pool, each batch and day, and what each bar means', () => {
  const texts = textsIn(drawSvg(chart([row('1月1日起的指标', 'there', 100, 64), row('6月30日前要（2家）', 'short')])));
  for (const said of [
    '土地剩43/120亩',
    '4家在等，要60亩',
    '1月1日起的指标',
    '6月30日前要（2家）',
    '43/120亩',
    '已配',
    '图例short',
  ])
    expect(texts).toContain(said);
});

test('what is there, not yet there, enough and short are told by form, not by colour alone', () => {
  const forms = MARKS.map((mark) =>
    drawSvg({ ...chart([row('行', mark)]), legend: [] }).replace(/#[0-9a-f]{6}|rgb\([^)]*\)/g, ''),
  );
  expect(new Set(forms).size).toBe(MARKS.length);
});

test('what is given fills the bar from the left, never more than it', () => {
  const drawn = (full: number) => Buffer.from(drawPng(chart([row('行', 'ahead', 60, full)])));
  expect(drawn(50).equals(drawn(0))).toBe(false);
  expect(drawn(200).equals(drawn(100))).toBe(true);
});

test('is higher with each row up to the last that is read', () => {
  const many = Array.from({ length: 40 }, (_, index) => row(`行${index}`, 'there'));
  const [one, two] = [height(drawPng(chart(many.slice(0, 1)))), height(drawPng(chart(many.slice(0, 2))))];
  expect(two - one).toBe(126);
  expect(height(drawPng(chart(many)))).toBe(one + (MOST_ROWS - 1) * 126);
});
