import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { computeDigest, type Digest, type Facts } from '../../src/domain/digest/compute.js';
import { corrections } from '../../src/domain/digest/corrections.js';
import type { FactItem, Taught } from '../../src/domain/digest/facts.js';
import { digestNumbers } from '../../src/domain/digest/numbers.js';
import type { Lessons } from '../../src/domain/obstacle.js';
import type { DigestScope } from '../../src/domain/plan.js';
import { listView } from '../../src/features/digest/messages/list.js';
import { listRequest } from '../../src/features/digest/messages/list-request.js';
import { obstacleRow } from '../../src/features/digest/messages/obstacle-rows.js';
import { phrasesOf } from '../../src/features/digest/messages/phrases.js';
import { digestText, plainLines } from '../../src/features/digest/messages/plain.js';
import { digestPosts } from '../../src/features/digest/messages/posts.js';
import { promotionItems } from '../../src/features/digest/messages/promotion-rows.js';
import { plainRow } from '../../src/features/digest/messages/rows.js';
import type { DigestPosts, Showing } from '../../src/features/digest/model.js';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { openNatives } from '../../src/slack/send/native.js';
import type { Language } from '../../src/text/language.js';
import { fitsRow } from '../../src/text/row.js';
import { changes, clock, factsOf, milestone, project, projects, today } from './county.js';
import { formLines, goldenSent } from './golden.js';

const PLAN: DigestScope = { of: 'plan' };
const LANGUAGES: readonly Language[] = ['zh', 'en'];

const posted = (language: Language, more: Partial<Showing> = {}): Showing => ({
  language,
  private: false,
  past: false,
  late: false,
  corrections: [],
  ...more,
});

const taught: Taught = {
  lessons: {
    cleared: 9,
    byMatter: [
      { matter: 'land', rung: 'unit', cases: 4, median: 2 },
      { matter: 'land', rung: 'department', cases: 3, median: 4.5 },
      { matter: 'funds', rung: 'commander', cases: 1, median: 1 },
    ],
    returns: [
      { unitId: 2, resolved: 3, returned: 2 },
      { unitId: 1, resolved: 3, returned: 1 },
    ],
  },
  ofUnits: new Map<string, Lessons>([
    [
      'water',
      {
        cleared: 2,
        byMatter: [{ matter: 'land', rung: 'unit', cases: 2, median: 3 }],
        returns: [{ unitId: 2, resolved: 1, returned: 1 }],
      },
    ],
  ]),
  units: new Map([
    [
      1,
      {
        id: 1,
        key: 'economic-zone',
        name: { zh: '经济开发区', en: 'Economic zone' },
        kind: 'park',
        channelId: null,
        headId: null,
      },
    ],
    [
      2,
      {
        id: 2,
        key: 'water',
        name: { zh: '水利局', en: 'Water bureau' },
        kind: 'bureau',
        channelId: null,
        headId: null,
      },
    ],
  ]),
};

const messageOf = (replies: DigestPosts['replies'], name: string) => {
  const found = replies.find((each) => each.name === name);
  if (found === undefined || found.empty) throw new Error(`the thread says nothing of ${name}`);
  return found.message;
};

/** What Slack is sent passes its rules, and what a person reads may not change unnoticed. */
async function golden(name: string, posts: DigestPosts): Promise<void> {
  const sent = [posts.top, ...posts.replies.filter(({ empty }) => !empty).map(({ message }) => message)];
  for (const message of sent) {
    checkMessageBlocks(message.blocks);
    checkMessageBlocks(openNatives().of(message) ?? []);
  }
  await goldenSent(`digest/${name}`, sent);
  await expect(digestText(posts)).toMatchFileSnapshot(`digest/${name}.txt`);
}

describe.each(LANGUAGES)('the daily digest, as people read it (%s)', (language) => {
  test('on a day with reports', async () => {
    await golden(`daily-${language}`, digestPosts(computeDigest(factsOf(), PLAN), posted(language)));
  });

  test('with slips', async () => {
    const slip = {
      id: 9,
      number: 9,
      projectId: 2,
      code: 'P-002',
      unit: 'economic-zone',
      unitName: { zh: '经济开发区', en: 'Economic zone' },
      milestone: '设备安装',
      text: '',
      standing: 'open',
      colour: 'red',
      dueDay: localDay('2020-06-15'),
    } as const;
    const matter = {
      projectId: null,
      code: null,
      milestone: null,
      text: '报防汛值班表',
      dueDay: localDay('2020-06-30'),
    };
    const slips = [slip, { ...slip, ...matter, id: 11, number: 11, standing: 'answered', colour: 'blue' } as const];
    const digest = computeDigest(factsOf({ slips }), PLAN);
    await golden(`slips-${language}`, digestPosts(digest, posted(language)));
    const view = listView(digest, listRequest(digest, 'slips'), { language, today: digest.day });
    await expect(formLines(view)).toMatchFileSnapshot(`digest/slips-list-${language}.txt`);
  });

  test('with factors: 43 mu left of 120, 60 waiting, and energy quota asked where there is no pool', async () => {
    const [first, second, third] = factsOf().lit.map(({ project }) => project);
    if (!first || !second || !third) throw new Error('three projects');
    const line = ({ id, code }: typeof first, waits: number, held: number) => ({
      projectId: id,
      code,
      waits,
      held,
      askedOn: localDay('2020-06-16'),
    });
    const land = { id: 1, factor: 'land', part: '', amount: 1_200_000 };
    const planned = [
      { key: 'land', name: { zh: '土地', en: 'Land' }, measure: '亩' },
      { key: 'energy-quota', name: { zh: '能耗指标', en: 'Energy quota' }, measure: '吨标准煤' },
    ];
    const facts = factsOf();
    const program = {
      ...facts.program,
      policy: {
        ...facts.program.policy,
        mechanisms: { ...facts.program.policy.mechanisms, factors: planned },
      },
    };
    const energy = { id: 2, factor: 'energy-quota', part: '', amount: 0, requests: [line(third, 120_000_000, 0)] };
    const given = [line(first, 0, 320_000), line(second, 0, 450_000), line(third, 600_000, 0)];
    const digest = computeDigest({ ...facts, program, factors: [{ ...land, requests: given }, energy] }, PLAN);
    await golden(`factors-${language}`, digestPosts(digest, posted(language)));
    const asked = [line(first, 320_000, 0), line(second, 450_000, 0), line(third, 600_000, 0)];
    const untouched = computeDigest({ ...facts, program, factors: [{ ...land, requests: asked }] }, PLAN);
    const rows = digestText(digestPosts(untouched, posted(language)));
    expect(rows).toContain(language === 'zh' ? '要素：土地120亩，要137亩' : 'Land: 137 mu asked of 120');
    const pool = {
      ...energy,
      amount: 140_000_000,
      requests: [line(first, 0, 140_000_000), line(second, 30_000_000, 0)],
    };
    const long = digestText(digestPosts(computeDigest({ ...facts, program, factors: [pool] }, PLAN), posted(language)));
    expect(long).toContain(language === 'zh' ? '要素：能耗指标剩0/14000，等3000吨标准煤' : 'Energy quota: 0');
    expect(digestNumbers(digest)).toMatchObject({
      'factors.land.left': { value: 43 },
      'factors.land.waiting': { value: 60, of: [third.code] },
      'factors.energy-quota.waiting': { value: 12_000 },
    });
    const view = listView(digest, listRequest(digest, 'factors'), { language, today: digest.day });
    await expect(formLines(view)).toMatchFileSnapshot(`digest/factors-list-${language}.txt`);
  });

  test('with promotion: what the month lacks on its last five working days, by name for few; monthly what it had', async () => {
    const facts = factsOf();
    const { mechanisms } = facts.program.policy;
    const duty = { activitiesPerLeaderPerMonth: 1, office: 'commerce', since: localDay('2020-04-01') };
    const program = {
      ...facts.program,
      policy: { ...facts.program.policy, mechanisms: { ...mechanisms, promotion: duty } },
    };
    const leader = (id: number, zh: string, en: string, excused: string | null = null) => ({
      id,
      name: { zh, en },
      excused,
    });
    const leaders = [
      leader(1, '白宪忠', 'Bai Xianzhong'),
      leader(2, '邱震', 'Qiu Zhen'),
      leader(3, '苏勇', 'Su Yong'),
      leader(4, '杨守信', 'Yang Shouxin', '中央党校学习'),
    ];
    // Three of one leader do not pay for another.
    const activities = [12, 13, 14].map((id) => ({ id, leaderId: 1, on: localDay('2020-06-16') }));
    const promotion = { month: localDay('2020-06-01'), leaders, activities };
    const on = (day: string, more: Partial<Facts> = {}) =>
      computeDigest({ ...factsOf({ day: localDay(day), ...more }), program, promotion }, PLAN);
    const rowsOf = (digest: Digest) => digestText(digestPosts(digest, posted(language)));
    const said = language === 'zh' ? '6月招商活动还差2次' : 'June activities: 2 short';
    expect(rowsOf(on('2020-06-22'))).not.toContain(said);
    expect(rowsOf(on('2020-06-23'))).toContain(said);
    expect(rowsOf(on('2020-06-28'))).toContain(said);
    expect(rowsOf(on('2020-06-30', { cadence: 'monthly' }))).toContain(
      language === 'zh' ? '6月招商活动：3次，还差2次' : 'June activities: 3, 2 short',
    );
    const digest = on('2020-06-23');
    expect(digestNumbers(digest)).toMatchObject({
      'promotion.month': { value: 3, of: [12, 13, 14] },
      'promotion.missing': { value: 2 },
    });
    const unit = computeDigest({ ...factsOf(), program, promotion }, { of: 'unit', key: 'economic-zone' });
    expect(unit.promotion).toBeNull();
    const view = listView(digest, listRequest(digest, 'promotion'), { language, today: digest.day });
    await expect(formLines(view)).toMatchFileSnapshot(`digest/promotion-list-${language}.txt`);
    const { title, about, items } = promotionItems(digest, phrasesOf(program, language), {
      personId: 3,
      seesDuty: false,
    });
    expect(title).toBe(said);
    expect(about).not.toBe('');
    expect(items).toEqual([language === 'zh' ? '*苏勇*\n还差1次' : '*Su Yong*\n1 short']);
  });

  test('with action items: 9 done, 2 still to come, 1 overdue are 12', async () => {
    const item = (number: number, more: Partial<FactItem> = {}): FactItem => ({
      id: number,
      number,
      projectId: 2,
      code: 'P-002',
      ownerName: { zh: '贺卫国', en: 'He Weiguo' },
      text: '落实<!channel>32亩用地',
      standing: 'open',
      due: localDay('2020-06-17'),
      endedOn: null,
      ...more,
    });
    const done = Array.from({ length: 9 }, (_, at) =>
      item(at + 1, { standing: 'done', endedOn: localDay('2020-06-16'), due: localDay('2020-06-15') }),
    );
    const outside = { projectId: null, code: null, text: '报防汛值班表' };
    const items = [...done, item(10), item(11, outside), item(12, { due: localDay('2020-06-15') })];
    const digest = computeDigest(factsOf({ items }), PLAN);
    await golden(`items-${language}`, digestPosts(digest, posted(language)));
    const lists = (['items', 'items-overdue', 'items-running', 'items-done'] as const).map((list) =>
      formLines(listView(digest, listRequest(digest, list), { language, today: digest.day })),
    );
    await expect(lists.join('\n\n')).toMatchFileSnapshot(`digest/items-list-${language}.txt`);
    const numbers = digestNumbers(digest);
    expect(numbers['items.all']?.value).toBe(12);
    expect(numbers['items.overdue']).toEqual({ value: 1, of: [12] });
    const none = digestNumbers(computeDigest(factsOf({ items: null }), PLAN));
    expect(Object.keys(none).filter((key) => key.startsWith('items.'))).toEqual([]);
    const over = computeDigest(factsOf({ items: done }), PLAN);
    expect(digestText(digestPosts(over, posted(language)))).not.toMatch(/会上定的|Decided/);
  });

  test('whom obstacles wait on stays one row, with fewer words where there are more', () => {
    const waiting = factsOf().obstacles.filter(({ standing }) => standing !== 'resolved');
    const many = (each: (typeof waiting)[number], rung: 'commander' | 'sponsor', count: number, at: number) =>
      Array.from({ length: count }, (_, n) => ({ ...each, rung, id: at + n, number: at + n }));
    const [one] = waiting;
    if (one === undefined) throw new Error('nothing waits');
    for (const [high, low] of [
      [1, 1],
      [9, 1],
      [99, 99],
    ] as const) {
      const obstacles = [...many(one, 'commander', high, 1000), ...many(one, 'sponsor', low, 2000)];
      const found = obstacleRow(
        computeDigest(factsOf({ obstacles, after: 0 }), PLAN),
        phrasesOf(factsOf().program, language, 'daily'),
      );
      expect(found && fitsRow(plainRow(found), language), found ? plainRow(found) : '').toBe(true);
      // What is new is told of each where there is room, else in one number; not where even that has none.
      const fresh = language === 'zh' ? /新(\d+)/g : /\+(\d+)/g;
      const told = [...plainRow(found ?? { lead: '', rest: '' }).matchAll(fresh)].map(([, count]) => Number(count));
      expect(told.reduce((sum, count) => sum + count, 0)).toBe(language === 'en' && high === 99 ? 0 : high + low);
    }
  });

  test('sent late', async () => {
    await golden(`late-${language}`, digestPosts(computeDigest(factsOf(), PLAN), posted(language, { late: true })));
  });

  test('on a day without any report', async () => {
    const digest = computeDigest(factsOf({ changes: [], figures: [] }), PLAN);
    await golden(`empty-${language}`, digestPosts(digest, posted(language)));
  });

  test('corrected after a report was taken back', async () => {
    const was = computeDigest(factsOf(), PLAN);
    const before = projects.map((each) =>
      each.id === 7
        ? { ...each, stage: 'landed' as const, milestones: [milestone(1, '开工', '2020-06-20', 90, '2020-06-12')] }
        : each,
    );
    const now = computeDigest(
      factsOf({
        projects: before,
        changes: changes.filter(({ projectId }) => projectId !== 7),
        at: { moment: clock('2020-06-17', '18:00'), knownAt: clock('2020-06-17', '18:40') },
      }),
      PLAN,
    );
    await golden(`corrected-${language}`, digestPosts(now, posted(language, { corrections: corrections(was, now) })));
  });

  test('of a month in which obstacles were cleared', async () => {
    const digest = computeDigest(factsOf({ cadence: 'monthly', lessons: taught }), PLAN);
    await golden(`monthly-${language}`, digestPosts(digest, posted(language)));
  });

  test('of a month in which obstacles of one unit were cleared', async () => {
    const facts = factsOf({ cadence: 'monthly', lessons: taught });
    const { replies } = digestPosts(computeDigest(facts, { of: 'unit', key: 'water' }), posted(language));
    await golden(`monthly-unit-${language}`, { top: messageOf(replies, 'lessons'), replies: [] });
    const other = digestPosts(computeDigest(facts, { of: 'unit', key: 'industry' }), posted(language));
    expect(other.replies.find(({ name }) => name === 'lessons')?.empty).toBe(true);
  });

  test('what each unit had due and did, in a weekly digest, with what is behind each number', async () => {
    const facts = factsOf({ cadence: 'weekly', after: clock('2020-06-10', '18:00') });
    const water = { unit: 'water', unitName: { zh: '水利局', en: 'Water bureau' } };
    const lit = facts.lit.map((each, index) =>
      index % 2 === 0 ? each : { ...each, project: { ...each.project, ...water } },
    );
    const of = (number: number) => ({
      obstacleId: number,
      number,
      projectId: lit[number % 2]?.project.id ?? 0,
      rung: 'unit' as const,
      unitName: null,
      at: clock('2020-06-16', '10:00'),
    });
    const steps = [1, 2, 3, 4].map((number) => ({ ...of(number), kind: 'flagged' as const, inTime: false }));
    const closed = [3, 4].map((number) => ({ ...of(number), kind: 'closed' as const, inTime: number === 3 }));
    const digest = computeDigest({ ...facts, lit, steps: [...steps, ...closed] }, PLAN);
    await golden(`units-${language}`, {
      top: messageOf(digestPosts(digest, posted(language)).replies, 'units'),
      replies: [],
    });
    for (const [name, request] of [
      ['units', listRequest(digest, 'units')],
      ['unit', listRequest(digest, 'unit', 'water')],
    ] as const) {
      const view = listView(digest, request, { language, today });
      checkView(view, 'modal');
      await expect(`${view.title.text}\n${plainLines(view.blocks)}\n`).toMatchFileSnapshot(
        `digest/list-${name}-${language}.txt`,
      );
    }
    expect(computeDigest({ ...facts, cadence: 'daily' }, PLAN).units).toEqual([]);
  });

  test('of an evening on which goals count other projects', async () => {
    const at = clock('2020-06-17', '11:00');
    const turns = [
      {
        projectId: 9,
        code: 'P-009',
        name: '宏途新能源环卫车项目',
        kind: 'withdrawn',
        from: null,
        to: null,
        reason: '企业放弃投资',
        at,
      },
      {
        projectId: 4,
        code: 'P-004',
        name: '康盾高分子医用敷料项目',
        kind: 'recategorised',
        from: 'industrial',
        to: 'backbone',
        reason: '已投产',
        at,
      },
      {
        projectId: 6,
        code: 'P-006',
        name: '黄河新型环保机制砂项目',
        kind: 'added',
        from: null,
        to: null,
        reason: null,
        at,
      },
    ] as const;
    const digest = computeDigest(factsOf({ denominatorChanges: turns }), PLAN);
    const { replies } = digestPosts(digest, posted(language));
    await golden(`turned-${language}`, { top: messageOf(replies, 'events'), replies: [] });
  });

  test('of one unit', async () => {
    const digest = computeDigest(factsOf(), { of: 'unit', key: 'water' });
    await golden(`unit-${language}`, digestPosts(digest, posted(language)));
  });

  test('asked for privately, in the afternoon', async () => {
    const moment = clock('2020-06-17', '16:30');
    const digest = computeDigest(factsOf({ at: { moment, knownAt: moment } }), PLAN);
    await golden(`private-${language}`, digestPosts(digest, posted(language, { private: true })));
  });

  test('of a past day', async () => {
    await golden(
      `past-${language}`,
      digestPosts(computeDigest(factsOf(), PLAN), posted(language, { private: true, past: true })),
    );
  });

  test('with the longest names', async () => {
    const name = '聚力'.repeat(100);
    const long = factsOf({
      projects: Array.from({ length: 40 }, (_, index) =>
        project(index + 1, name, {
          unitName: { zh: name, en: name },
          ownerName: { zh: name, en: name },
          sponsorName: { zh: name, en: name },
          milestones: [milestone(1, name, '2020-06-01', 10, '2020-05-01')],
        }),
      ),
      changes: changes.map((each) => ({
        ...each,
        milestone: name,
        note: name.repeat(10),
        personName: name,
        personNameEn: name,
      })),
    });
    const digest = computeDigest(
      { ...long, goals: long.goals.map((goal) => ({ ...goal, name: { zh: name, en: name } })) },
      PLAN,
    );
    await golden(`longest-${language}`, digestPosts(digest, posted(language)));
  });

  test.each(['goals', 'goal', 'changes', 'red', 'unlit', 'obstacles', 'unreported'] as const)(
    'the list behind a number: %s',
    async (list) => {
      const digest = computeDigest(factsOf(), PLAN);
      const view = listView(digest, listRequest(digest, list, list === 'goal' ? 'start-rate' : null), {
        language,
        today,
      });
      checkView(view, 'modal');
      await goldenSent(`digest/list-${list}-${language}`, view);
      const lines = `${view.title.text}\n${plainLines(view.blocks)}\n`;
      await expect(lines).toMatchFileSnapshot(`digest/list-${list}-${language}.txt`);
    },
  );
});

test('nothing that a person typed can ping a channel or forge a link', () => {
  const digest = computeDigest(factsOf(), PLAN);
  for (const language of LANGUAGES) {
    const { top, replies } = digestPosts(digest, posted(language));
    expect(JSON.stringify([top, replies])).not.toMatch(/<[@!#]|<http/);
    expect(JSON.stringify(listView(digest, listRequest(digest, 'amber'), { language, today }))).not.toMatch(
      /<[@!#]|<http/,
    );
  }
  expect(today).toBe('2020-06-17');
});
