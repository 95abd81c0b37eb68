import { expect, test } from 'vitest';
import { addDays, localDay } from '../../../src/domain/day.js';
import { computeDigest, type Digest } from '../../../src/domain/digest/compute.js';
import { corrections } from '../../../src/domain/digest/corrections.js';
import { eventCount } from '../../../src/domain/digest/events.js';
import type { FactProject } from '../../../src/domain/digest/facts.js';
import { type DigestScope, LIGHTS, STAGES } from '../../../src/domain/plan.js';
import { readDigestText } from '../../../src/features/digest/input.js';
import { listView, PAGE_ITEMS } from '../../../src/features/digest/messages/list.js';
import { listRequest } from '../../../src/features/digest/messages/list-request.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { digestPosts } from '../../../src/features/digest/messages/posts.js';
import { SCREEN_ROWS } from '../../../src/features/digest/messages/top.js';
import { checkMessageBlocks, checkView } from '../../../src/sandbox/block-kit/check.js';
import type { Language } from '../../../src/text/language.js';
import { BUTTONS_EM, fitsRow, HEADER_EM, rowWidth } from '../../../src/text/row.js';
import { change, factsOf, figures, milestone, project } from '../../messages/county.js';
import fc from '../../support/properties.js';

const typed = fc.oneof(
  fc.string({ minLength: 1, maxLength: 200 }),
  fc.constantFrom('<!channel>', '*&*'.repeat(60), '项目'.repeat(100), '&<>&'.repeat(50), '`~_*'),
);
const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(localDay('2020-06-17'), days));

const projects = fc.array(
  fc.record({
    name: typed,
    category: fc.constantFrom('industrial', 'backbone', 'infrastructure'),
    unit: fc.constantFrom('economic-zone', 'water'),
    standing: fc.constantFrom('open', 'open', 'open', 'paused', 'withdrawn'),
    stage: fc.constantFrom(...STAGES),
    milestones: fc.array(
      fc.record({ name: typed, due: fc.option(day), percent: fc.integer({ min: 0, max: 100 }), on: fc.option(day) }),
      {
        maxLength: 4,
      },
    ),
  }),
  { maxLength: 60 },
);

const facts = fc.record({ projects, notes: fc.array(typed, { maxLength: 50 }) }).map(({ projects: rows, notes }) => {
  const made = rows.map(
    ({ milestones, ...row }, index): FactProject =>
      project(index + 1, row.name, {
        ...(row as Partial<FactProject>),
        milestones: milestones.map((each, ordinal) => milestone(ordinal, each.name, each.due, each.percent, each.on)),
      }),
  );
  const known = notes.slice(0, made.length);
  return factsOf({
    projects: made,
    changes: known.map((note, index) => change(index + 1, index % 3, note, { note, percent: index * 2 })),
    figures: known.flatMap((_, index) => (index % 2 === 0 ? [figures(index + 1, null, index)] : [])),
  });
});
const scope: fc.Arbitrary<DigestScope> = fc.constantFrom(
  { of: 'plan' },
  { of: 'unit', key: 'water' },
  { of: 'category', key: 'industrial' },
  { of: 'sponsor', key: 'qiu-zhen' },
);
const language: fc.Arbitrary<Language> = fc.constantFrom('zh', 'en');

function itemsBehind(
  digest: Digest,
  list: 'events' | 'changes' | 'unreported' | 'obstacles' | 'unlit' | (typeof LIGHTS)[number] | 'goal',
  key: string | null,
  reader: Language,
): number {
  let items = 0;
  for (let page = 0; ; page++) {
    const view = listView(digest, listRequest(digest, list, key, page), { language: reader, today: digest.day });
    checkView(view, 'modal');
    const sections = view.blocks.filter(({ type }) => type === 'section').length;
    const empty = plainLines(view.blocks).match(/^(?:没有|None)$/m) !== null && sections === 1;
    items += empty ? 0 : sections;
    if (sections < PAGE_ITEMS || !JSON.stringify(view.blocks).includes(`\\"page\\":${page + 1}`)) return items;
  }
}

test('the number of items in each list equals the number that is shown', () => {
  fc.assert(
    fc.property(facts, scope, language, (read, cut, reader) => {
      const digest = computeDigest(read, cut);
      for (const light of LIGHTS) expect(itemsBehind(digest, light, null, reader)).toBe(digest[light].length);
      expect(itemsBehind(digest, 'unlit', null, reader)).toBe(digest.unlit.length);
      expect(itemsBehind(digest, 'changes', null, reader)).toBe(digest.changes);
      expect(itemsBehind(digest, 'events', null, reader)).toBe(eventCount(digest.events));
      expect(itemsBehind(digest, 'unreported', null, reader)).toBe(digest.unreported.length);
      expect(itemsBehind(digest, 'obstacles', null, reader)).toBe(digest.obstacles.length);
      for (const { goal, state } of digest.goals) {
        if (goal.rule.by === 'recorded') continue;
        const shown = state.counted.length + state.notCounted.length + state.left.length;
        expect(itemsBehind(digest, 'goal', goal.key, reader)).toBe(shown);
      }
      const lit = digest.red.length + digest.amber.length + digest.green.length + digest.unlit.length;
      const open = read.lit.filter(({ project: each }) => each.standing !== 'withdrawn');
      if (cut.of === 'plan') expect(lit).toBe(open.length);
    }),
    { numRuns: 60 },
  );
});

test('whatever people typed, every message is within Slack’s limits, pings nobody, and the top fits one screen of a phone', () => {
  fc.assert(
    fc.property(facts, scope, language, fc.boolean(), (read, cut, reader, alone) => {
      const digest = computeDigest(read, cut);
      const posts = digestPosts(digest, { language: reader, private: alone, past: false, late: true, corrections: [] });
      for (const { blocks, text } of [posts.top, ...posts.replies.map(({ message }) => message)]) {
        checkMessageBlocks(blocks);
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(JSON.stringify(blocks)).not.toMatch(/<[!@#]/);
      }
      const [title = '', ...lines] = plainLines(posts.top.blocks).split('\n');
      const labels = /\[([^\]]*)\]/g;
      const buttons = [...(lines.pop() ?? '').matchAll(labels)].map(([, label = '']) => label);
      expect(lines.length + 2).toBeLessThanOrEqual(SCREEN_ROWS);
      expect(rowWidth(title)).toBeLessThanOrEqual(HEADER_EM);
      for (const line of lines) expect(fitsRow(line, reader), line).toBe(true);
      expect(buttons.length).toBeLessThanOrEqual(4);
      expect(rowWidth(buttons.join(''))).toBeLessThanOrEqual(BUTTONS_EM[buttons.length] ?? 0);
    }),
    { numRuns: 100 },
  );
});

test('10,000 red projects, each with a report, are within the limits too', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    project(index + 1, '聚力'.repeat(100), { milestones: [milestone(1, '用地', '2020-06-01', 10, '2020-05-01')] }),
  );
  const digest = computeDigest(
    factsOf({
      projects: many,
      changes: many.map(({ id }) => change(id, 1, '用地', { note: '<&>'.repeat(100) })),
      figures: [],
    }),
    { of: 'plan' },
  );
  expect(digest.red).toHaveLength(10_000);
  const { top, replies } = digestPosts(digest, {
    language: 'zh',
    private: false,
    past: false,
    late: false,
    corrections: [],
  });
  for (const { blocks } of [top, ...replies.map(({ message }) => message)]) checkMessageBlocks(blocks);
  const reds = replies.find(({ name }) => name === 'reds');
  expect(plainLines(reds?.message.blocks ?? [])).toMatch(/另有99\d\d项 \[名单\]/);
  checkView(listView(digest, listRequest(digest, 'red', null, 499), { language: 'zh', today: digest.day }), 'modal');
});

test('a digest that is compared with itself needs no correction', () => {
  fc.assert(
    fc.property(facts, scope, (read, cut) => {
      expect(corrections(computeDigest(read, cut), computeDigest(read, cut))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('the parts of a plan cut by unit add up to the whole', () => {
  fc.assert(
    fc.property(facts, (read) => {
      const whole = computeDigest(read, { of: 'plan' });
      const parts = ['economic-zone', 'water'].map((key) => computeDigest(read, { of: 'unit', key }));
      for (const light of LIGHTS)
        expect(parts.reduce((sum, part) => sum + part[light].length, 0)).toBe(whole[light].length);
      expect(parts.reduce((sum, part) => sum + part.changes, 0)).toBe(whole.changes);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['', { ask: 'now' }],
  ['今天', { ask: 'now' }],
  ['昨天', { ask: 'day', day: '2020-06-16' }],
  ['２０２０－０６－１５', { ask: 'day', day: '2020-06-15' }],
  ['2020.6.15', { ask: 'day', day: '2020-06-15' }],
  ['6月15日', { ask: 'day', day: '2020-06-15' }],
  ['subscribe', { ask: 'subscribe', cadence: 'daily', scopeWords: '', language: null }],
  ['Subscribe EN', { ask: 'subscribe', cadence: 'daily', scopeWords: '', language: 'en' }],
  ['订阅 经济开发区 中文', { ask: 'subscribe', cadence: 'daily', scopeWords: '经济开发区', language: 'zh' }],
  ['subscribe Economic zone', { ask: 'subscribe', cadence: 'daily', scopeWords: 'Economic zone', language: null }],
  ['subscribe weekly', { ask: 'subscribe', cadence: 'weekly', scopeWords: '', language: null }],
  [
    '订阅 半月报 经济开发区 zh',
    { ask: 'subscribe', cadence: 'half-monthly', scopeWords: '经济开发区', language: 'zh' },
  ],
  [
    'subscribe monthly Economic zone en',
    { ask: 'subscribe', cadence: 'monthly', scopeWords: 'Economic zone', language: 'en' },
  ],
  ['退订周报', { ask: 'unsubscribe', cadence: 'weekly', scopeWords: '' }],
  ['unsubscribe half-monthly 水利局', { ask: 'unsubscribe', cadence: 'half-monthly', scopeWords: '水利局' }],
  ['unsubscribe', { ask: 'unsubscribe', cadence: null, scopeWords: '' }],
  ['取消订阅 水利局', { ask: 'unsubscribe', cadence: null, scopeWords: '水利局' }],
  ['你好', { ask: 'unknown', said: '你好' }],
])('/digest %s is understood', (said, request) => {
  expect(readDigestText(said, localDay('2020-06-17'))).toEqual(request);
});
