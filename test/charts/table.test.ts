import { describe, expect, test } from 'vitest';
import type { TableChart, TableRow } from '../../src/charts/chart.js';
import { drawPng, drawSvg } from '../../src/charts/draw.js';
import { MOST_ROWS } from '../../src/charts/table.js';

const row = (text: string, old: string | null = null, tone: TableRow['tone'] = 'changed'): TableRow => ({
  tone,
  cells: [
    { text: 'P-017', old: null },
    { text, old },
  ],
});

const chart = (...rows: TableRow[]): TableChart => ({
  kind: 'table',
  title: '导入预览',
  about: '变更 1',
  columns: [
    { head: '编号', share: 1, align: 'left' },
    { head: '总投资', share: 2, align: 'right' },
  ],
  rows,
  legend: '划去的是原来的',
});

const height = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(20);

describe('the picture of a preview', () => {
  test('has the old above the new where something changes', () => {
    const [still, changed] = [chart(row('40,000')), chart(row('40,000', '35,000'))];
    expect(drawSvg(changed)).toContain('35,000');
    expect(drawSvg(changed)).toContain('40,000');
    expect(height(drawPng(changed))).toBeGreaterThan(height(drawPng(still)));
  });

  test('cuts what has no room, and shows no more rows than are looked at', () => {
    expect(drawSvg(chart(row('瑞胶堂阿胶健康产业园一期项目'.repeat(8))))).toContain('…');
    const many = Array.from({ length: MOST_ROWS + 30 }, () => row('1'));
    expect(height(drawPng(chart(...many)))).toBe(height(drawPng(chart(...many.slice(0, MOST_ROWS)))));
  });

  test('draws texts as they are, whatever they hold', () => {
    expect(() => drawPng(chart(row('<b>&"{a|b}', '{b|\n}')))).not.toThrow();
    expect(drawSvg(chart(row('<script>')))).not.toContain('<script>');
  });
});
