import { describe, expect, test } from 'vitest';
import type { RoadmapChart, RoadmapMark, RoadmapStep } from '../../src/charts/chart.js';
import { drawPng, drawSvg } from '../../src/charts/draw.js';
import { MOST_STEPS } from '../../src/charts/roadmap.js';

const LETTERS: Readonly<Record<RoadmapMark, string>> = { done: '', green: '绿', amber: '黄', red: '红', none: '' };

const step = (name: string, mark: RoadmapMark, due: number | null, more: Partial<RoadmapStep> = {}): RoadmapStep => ({
  name,
  says: `${name}的期限`,
  mark,
  letter: LETTERS[mark],
  span: due === null ? null : { from: due - 5, to: due },
  percent: 40,
  due,
  forecast: null,
  done: mark === 'done' ? due : null,
  ...more,
});

const chart = (steps: readonly RoadmapStep[]): RoadmapChart => ({
  kind: 'roadmap',
  title: 'P-017 阿胶健康城',
  about: '1月1日至12月31日',
  months: Array.from({ length: 12 }, (_, month) => ({ at: (month * 100) / 12, label: `${month + 1}月` })),
  today: { at: 46, label: '今天6月17日' },
  steps,
  legend: [{ mark: 'red', letter: '红', label: '红灯' }],
});

/** Where texts stand: their words and their baselines, by the SVG. */
const textsIn = (svg: string) =>
  [...svg.matchAll(/<text[^>]*transform="translate\(([\d.-]+) ([\d.-]+)\)"[^>]*>([^<]*)<\/text>/g)].map(
    ([, x, y, words]) => ({
      x: Number(x),
      y: Number(y),
      words: words ?? '',
    }),
  );

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

const fifteen = Array.from({ length: 15 }, (_, index) =>
  step(`节点${index + 1}`, index < 6 ? 'done' : index === 6 ? 'red' : index === 7 ? 'amber' : 'green', 40 + index / 2),
);

describe('the roadmap of a project as a picture', () => {
  test('fifteen milestones in the same weeks: no label on another', () => {
    const rows = new Map<number, string[]>();
    const names = textsIn(drawSvg(chart(fifteen))).filter(({ words }) => /^节点\d+$/.test(words));
    expect(names).toHaveLength(15);
    for (const { y, words } of names) rows.set(Math.round(y), [...(rows.get(Math.round(y)) ?? []), words]);
    expect(rows.size).toBe(15);
    const lines = [...rows.keys()].sort((one, other) => one - other);
    for (const [at, y] of lines.entries()) if (at > 0) expect(y - (lines[at - 1] ?? 0)).toBeGreaterThan(40);
  });

  test('the labels of the months make room for the day', () => {
    const texts = textsIn(drawSvg(chart(fifteen))).filter(({ words }) => /^\d+月$|^今天/.test(words));
    const today = texts.find(({ words }) => words.startsWith('今天'));
    expect(today).toBeDefined();
    expect(texts.map(({ words }) => words)).not.toContain('6月');
    expect(texts.map(({ words }) => words)).toContain('12月');
  });

  test('lights are told by form and letter, not by colour alone', () => {
    const colourless = (mark: RoadmapMark) =>
      drawSvg(chart([step('开工', mark, 60, { letter: '' })])).replace(/#[0-9a-f]{6}|rgb\([^)]*\)/g, '');
    const forms = (['done', 'green', 'amber', 'red'] as const).map(colourless);
    expect(new Set(forms).size).toBe(4);
    const letters = textsIn(drawSvg(chart(fifteen))).map(({ words }) => words);
    for (const letter of ['红', '黄', '绿']) expect(letters).toContain(letter);
  });

  test('what is expected and what is done elsewhere than planned is drawn, too', () => {
    const plain = drawSvg(chart([step('开工', 'red', 60)]));
    expect(drawSvg(chart([step('开工', 'red', 60, { forecast: 80 })]))).not.toBe(plain);
    expect(drawSvg(chart([step('开工', 'done', 60, { done: 70 })]))).not.toBe(
      drawSvg(chart([step('开工', 'done', 60, { done: 60 })])),
    );
  });

  test('is a PNG as wide as a phone shows sharply, higher with each milestone up to the last that is read', () => {
    const [one, two] = [size(drawPng(chart(fifteen.slice(0, 1)))), size(drawPng(chart(fifteen.slice(0, 2))))];
    expect(one.width).toBe(1080);
    expect(two.height - one.height).toBe(126);
    const many = Array.from({ length: 500 }, (_, index) => step(`节点${index}`, 'green', null));
    expect(size(drawPng(chart(many))).height).toBe(one.height + (MOST_STEPS - 1) * 126);
  });

  test('a name that is too long leaves room for where it stands', () => {
    const svg = drawSvg(
      chart([
        step('竣工验收及消防环保专项验收备案全部完成并移交'.repeat(3), 'green', 60, { says: '7月14日到期 · 60%' }),
      ]),
    );
    const texts = textsIn(svg).map(({ words }) => words);
    expect(texts.some((words) => words.startsWith('竣工验收') && words.endsWith('…') && words.length < 30)).toBe(true);
    expect(texts).toContain('7月14日到期 · 60%');
  });
});
