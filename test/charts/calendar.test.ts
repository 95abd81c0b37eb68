import { describe, expect, test } from 'vitest';
import { MOST_ROWS } from '../../src/charts/calendar.js';
import type { CalendarChart, CalendarMark } from '../../src/charts/chart.js';
import { drawPng, drawSvg } from '../../src/charts/draw.js';

const MARKS: readonly CalendarMark[] = ['held', 'spared', 'merged', 'missed', 'open', 'ahead'];
const LABELS = { held: '已开', spared: '不开', merged: '合并', missed: '过期没开', open: '还没记', ahead: '未到' };

const chart = (rows: CalendarChart['rows']): CalendarChart => ({
  kind: 'calendar',
  title: '6月 · 会议14次',
  about: '已开3、不开1、合并1、过期没开1、还没记1、未到7',
  days: Array.from({ length: 30 }, (_, day) => ({ off: day % 7 > 4 })),
  today: { day: 17, label: '今天6月17日' },
  rows,
  legend: MARKS.map((mark) => ({ mark, label: LABELS[mark] })),
});
const row = (name: string, ...marks: readonly CalendarMark[]) => ({
  name,
  says: `已开${marks.length}`,
  marks: marks.map((mark, index) => ({ day: 2 + index * 5, mark })),
});

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const height = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(20);

describe('the reviews of a month as a picture', () => {
  test('says each review, the days of its meetings and what each mark means', () => {
    const texts = textsIn(drawSvg(chart([row('督办会', ...MARKS), row('企业调研', 'held')])));
    for (const said of ['督办会', '企业调研', '今天6月17日', '2', '7', '27', ...Object.values(LABELS)])
      expect(texts).toContain(said);
  });

  test('how a meeting stands is told by form, not by colour alone', () => {
    const forms = MARKS.map((mark) =>
      drawSvg({ ...chart([row('督办会', mark)]), legend: [] }).replace(/#[0-9a-f]{6}|rgb\([^)]*\)/g, ''),
    );
    expect(new Set(forms).size).toBe(MARKS.length);
  });

  test('a name that is too long leaves room for how often it was held', () => {
    const texts = textsIn(drawSvg(chart([row('镇街现场办公暨重点项目推进调度工作会议'.repeat(3), 'held')])));
    expect(texts.some((text) => text?.startsWith('镇街现场') && text.endsWith('…'))).toBe(true);
    expect(texts).toContain('已开1');
  });

  test('is higher with each review up to the last that is read', () => {
    const many = Array.from({ length: 40 }, (_, index) => row(`会${index}`, 'ahead'));
    const [one, two] = [height(drawPng(chart(many.slice(0, 1)))), height(drawPng(chart(many.slice(0, 2))))];
    expect(two - one).toBe(168);
    expect(height(drawPng(chart(many)))).toBe(one + (MOST_ROWS - 1) * 168);
  });
});
