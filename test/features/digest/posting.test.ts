import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cadence } from '../../../src/domain/cadence.js';
import { localDay } from '../../../src/domain/day.js';
import { computeDigest } from '../../../src/domain/digest/compute.js';
import type { DigestScope } from '../../../src/domain/plan.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { dueOn, readFacts, spanOf } from '../../../src/features/digest/read.js';
import type { Message } from '../../../src/message.js';
import type { Store } from '../../../src/store/home/open.js';
import type { Language } from '../../../src/text/language.js';
import { openTestStore } from '../../support/store.js';
import { type County, county, dongE } from './world.js';

let opened: Store;
let world: County;
let counties = 0;
const whole = await dongE();
/** A dozen projects say what 80 do, sooner. */
const plan = { ...whole, projects: whole.projects.slice(0, 12) };

beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await county(opened, plan, `T${counties++}`);
});

async function subscribe(
  channelId: string,
  scope: DigestScope = { of: 'plan' },
  language: Language = 'zh',
  cadence: Cadence = 'daily',
): Promise<number> {
  const { id } = await world.store.subscriptions.add({
    programId: world.program.id,
    channelId,
    cadence,
    scope,
    language,
    personId: null,
    sinceAt: world.at('2020-06-01', '09:00'),
  });
  return id;
}

const said = async (dedupeKey: string): Promise<string> => {
  const post = (await world.posts()).find((each) => each.dedupeKey === dedupeKey);
  if (post === undefined) throw new Error(`no post ${dedupeKey}`);
  return plainLines((post.body as Message).blocks);
};

describe('at 18:00 on a working day', () => {
  test('each subscribed channel gets its digest with its thread, in its scope and language, once', async () => {
    const [all, unit] = [await subscribe('C1'), await subscribe('C2', { of: 'unit', key: 'economic-zone' }, 'en')];
    await world.report('P-001', '开工', { done: true }, world.at('2020-06-17', '10:00'));
    await world.runSlot('2020-06-17');
    const posts = await world.posts();
    expect(posts.map(({ dedupeKey }) => dedupeKey)).toEqual([
      ...['', ':goals', ':events', ':changes'].map((part) => `digest:daily:2020-06-17:${all}${part}`),
      ...['', ':goals', ':events', ':changes'].map((part) => `digest:daily:2020-06-17:${unit}${part}`),
    ]);
    expect(posts.slice(1, 4).every(({ parentId }) => parentId === posts[0]?.id)).toBe(true);
    expect(await said(`digest:daily:2020-06-17:${all}`)).toContain('项目攻坚日报');
    expect(await said(`digest:daily:2020-06-17:${unit}`)).toContain('Economic');
    expect(world.delivered).toEqual(['C1', 'C2']);

    await world.runSlot('2020-06-17');
    expect(await world.posts()).toEqual(posts);
    expect(world.delivered).toHaveLength(2);
  });

  test('a channel that subscribed after the slot waits for the next one', async () => {
    await subscribe('C1');
    await world.runSlot('2020-05-29');
    expect(await world.posts()).toEqual([]);
  });

  test('what was reported after the due moment is not in it, and late is said', async () => {
    const id = await subscribe('C1');
    await world.report('P-001', '开工', { done: true }, world.at('2020-06-17', '18:30'));
    await world.runSlot('2020-06-17', world.at('2020-06-17', '21:00'));
    const text = await said(`digest:daily:2020-06-17:${id}`);
    expect(text).toContain('补发');
    expect(text).not.toContain('P-001');
  });

  test('two runs at the same time write it once', async () => {
    await subscribe('C1');
    await Promise.all([world.runSlot('2020-06-17'), world.runSlot('2020-06-17')]);
    const posts = await world.posts();
    expect(new Set(posts.map(({ dedupeKey }) => dedupeKey)).size).toBe(posts.length);
    expect(posts.every(({ version }) => version === 1)).toBe(true);
    expect(world.delivered).toHaveLength(1);
  });
});

describe('after days on which nothing ran', () => {
  test('one digest covers them all, says so, and its list agrees', async () => {
    const id = await subscribe('C1');
    await world.runSlot('2020-06-15');
    await world.report('P-001', '开工', { percent: 40 }, world.at('2020-06-15', '20:00'));
    await world.report('P-002', '开工', { percent: 40 }, world.at('2020-06-16', '10:00'));
    await world.report('P-003', '开工', { percent: 40 }, world.at('2020-06-17', '10:00'));
    await world.runSlot('2020-06-17', world.at('2020-06-18', '09:00'));
    const text = await said(`digest:daily:2020-06-17:${id}`);
    expect(text).toContain('涵盖6月16日至6月17日');
    expect(text).toContain('补发');
    expect(await said(`digest:daily:2020-06-17:${id}:changes`)).toContain('上报3');
    await world.runSlot('2020-06-18');
    const next = await said(`digest:daily:2020-06-18:${id}`);
    expect((await world.posts()).some(({ dedupeKey }) => dedupeKey.endsWith(`2020-06-18:${id}:changes`))).toBe(false);
    expect(next).not.toContain('涵盖');
  });

  test('a correction of it covers the same days', async () => {
    const id = await subscribe('C1');
    await world.runSlot('2020-06-15');
    const countedAt = world.at('2020-06-16', '10:00');
    const cause = await world.report('P-002', '开工', { percent: 40 }, countedAt);
    await world.report('P-003', '开工', { percent: 40 }, world.at('2020-06-16', '11:00'));
    await world.runSlot('2020-06-17', world.at('2020-06-17', '21:00'));
    await world.undo(cause, world.at('2020-06-17', '22:00'));
    await world.hear(countedAt, world.at('2020-06-17', '22:00'));
    expect(await said(`digest:daily:2020-06-17:${id}:changes`)).toContain('上报1');
  });
});

describe('on the last working day of a week', () => {
  test('the weekly digest comes once, with what changed in the week; the week before is not in it', async () => {
    const id = await subscribe('C1', { of: 'plan' }, 'zh', 'weekly');
    await world.report('P-001', '开工', { percent: 40 }, world.at('2020-06-12', '10:00'));
    await world.report('P-002', '开工', { percent: 40 }, world.at('2020-06-15', '10:00'));
    await world.report('P-002', '开工', { percent: 60 }, world.at('2020-06-18', '10:00'));
    await world.runSlot('2020-06-18');
    expect((await world.posts()).filter(({ dedupeKey }) => dedupeKey.includes('2020-06-19'))).toEqual([]);
    await world.runSlot('2020-06-19');
    await world.runSlot('2020-06-19');
    const text = await said(`digest:weekly:2020-06-19:${id}`);
    expect(text).toContain('6月19日 周五 · 项目攻坚周报');
    expect(await said(`digest:weekly:2020-06-19:${id}:changes`)).toContain('上报1\nP-002 开工60%');
    expect((await world.posts()).every(({ version }) => version === 1)).toBe(true);
  });

  test('missed on Friday it comes with Monday’s slot, late, and is corrected like the daily one', async () => {
    const id = await subscribe('C1', { of: 'plan' }, 'zh', 'weekly');
    await world.runSlot('2020-06-12');
    const countedAt = world.at('2020-06-16', '10:00');
    const cause = await world.report('P-002', '开工', { percent: 40 }, countedAt);
    await world.runSlot('2020-06-22');
    expect(await said(`digest:weekly:2020-06-19:${id}`)).toContain('补发');
    await world.undo(cause, world.at('2020-06-22', '19:00'));
    await world.hear(countedAt, world.at('2020-06-22', '19:00'));
    expect(await said(`digest:weekly:2020-06-19:${id}`)).toContain('更正：P-002 开工40%已撤销');
  });
});

describe('an owner who was asked on three working days', () => {
  test('stands in the digest of the third as unreported, until the evening on which they answered', async () => {
    const id = await subscribe('C1');
    const milestone = await opened.client.milestone.findFirstOrThrow({
      where: { programId: world.program.id, name: '开工', project: { code: 'P-001' } },
      include: { project: true },
    });
    const { project } = milestone;
    const days = ['2020-06-12', '2020-06-15', '2020-06-16', '2020-06-17', '2020-06-18'].map(localDay);
    for (const [index, day] of days.entries()) {
      const before = days[index - 1];
      if (before === undefined) continue;
      const item = { milestoneId: milestone.id, unitId: project.unitId, reason: 'overdue', paceFrom: null } as const;
      const ownerId = project.ownerId ?? 0;
      await world.store.prompts.add(world.program.id, day, before, world.at(day, '08:30'), [
        { personId: ownerId, more: 0, lapsed: [], actions: [], notes: [], items: [{ ...item, ownerId }] },
      ]);
    }
    await world.runSlot('2020-06-16');
    expect((await world.posts()).some(({ dedupeKey }) => dedupeKey.endsWith(':unreported'))).toBe(false);
    await world.runSlot('2020-06-17');
    const text = await said(`digest:daily:2020-06-17:${id}:unreported`);
    expect(text).toContain('未上报1');
    expect(text).toContain('经济开发区1：P-001 阿胶产业园');
    await world.report('P-001', '开工', { percent: 40 }, world.at('2020-06-18', '15:00'));
    await world.runSlot('2020-06-18');
    expect(await said(`digest:daily:2020-06-18:${id}`)).not.toContain('未上报');
    const leader = await world.anyone('leader');
    const past = await world.command(leader, '2020-06-17', world.at('2020-06-19', '09:00'));
    expect(past.kind === 'say' && plainLines(past.message.blocks)).toContain('未上报1个项目');
  });
});

describe('what each unit had due and did', () => {
  test('stands in the thread of a weekly digest, in the plan’s order, and adds up to the plan; never day by day', async () => {
    const daily = await subscribe('C1');
    await world.runSlot('2020-06-18');
    const weekly = await subscribe('C2', undefined, 'zh', 'weekly');
    await world.runSlot('2020-06-19');
    const replies = (await world.posts()).map(({ dedupeKey }) => dedupeKey).filter((each) => each.endsWith(':units'));
    expect(replies).toEqual([`digest:weekly:2020-06-19:${weekly}:units`]);
    expect(daily).not.toBe(weekly);
    const text = await said(replies[0] ?? '');
    expect(text).toContain('各单位完成情况');
    expect(text).not.toMatch(/分[：:，]|第\d+名|得分/);
    const day = localDay('2020-06-19');
    const moment = dueOn(day, world.program);
    const reader = { store: world.store, program: world.program, calendar: world.calendar };
    const facts = await readFacts(reader, day, { moment, knownAt: moment }, false, spanOf('weekly', day, reader));
    const { units } = computeDigest(facts, { of: 'plan' });
    const inPlan = facts.scopes.filter(({ of }) => of === 'unit').sort((one, other) => one.id - other.id);
    expect(units.map(({ unit }) => unit)).toEqual(
      inPlan.map(({ key }) => key).filter((key) => units.some(({ unit }) => unit === key)),
    );
    const due = facts.lit
      .filter(({ project }) => project.standing === 'open')
      .flatMap(({ project }) => project.milestones)
      .filter(({ due }) => due !== null && due > '2020-06-12' && due <= '2020-06-19');
    expect(units.flatMap((each) => each.due)).toHaveLength(due.length);
    expect(units.reduce((sum, { due: all }) => sum + all.filter(({ reached }) => reached).length, 0)).toBe(
      due.filter(({ percent, doneOn }) => doneOn !== null || percent === 100).length,
    );
  });
});

describe('a gate that has passed', () => {
  test('is judged by the evening of its day, whatever was reported later', async () => {
    const id = await subscribe('C1');
    const startable = plan.projects.filter(({ milestones }) => milestones.some(({ name }) => name === '开工'));
    for (const { code } of startable)
      await world.report(code, '开工', { done: true }, world.at('2020-07-01', '10:00')).catch(() => '');
    await world.runSlot('2020-07-01');
    const goals = await said(`digest:daily:2020-07-01:${id}:goals`);
    expect(goals).toContain('项目开工率');
    const act = await opened.client.activity.findFirstOrThrow({
      where: { action: 'digest-posted', programId: world.program.id },
    });
    expect(act.after).toMatchObject({ numbers: { 'gate.start-rate.2020-06-30': { value: 'missed' } } });
  });
});

describe('after a report that a digest counts was taken back', () => {
  test('the posted digest is corrected in place, and says what changed', async () => {
    const id = await subscribe('C1');
    const countedAt = world.at('2020-06-17', '16:00');
    await world.report('P-002', '开工', { percent: 40 }, world.at('2020-06-17', '15:00'));
    const cause = await world.report('P-001', '开工', { done: true }, countedAt);
    await world.runSlot('2020-06-17');
    const before = await world.posts();
    const now = world.at('2020-06-17', '19:00');
    await world.undo(cause, now);
    await world.hear(countedAt, now);

    const text = await said(`digest:daily:2020-06-17:${id}`);
    expect(text).toContain('更正：P-001 开工100%已撤销');
    expect(await said(`digest:daily:2020-06-17:${id}:changes`)).toContain('上报1');
    const after = await world.posts();
    expect(after.map((post) => post.id)).toEqual(before.map((post) => post.id));
    expect(after[0]?.version).toBe(2);
    expect(world.delivered.at(-1)).toBe('C1');

    await world.hear(countedAt, world.at('2020-06-17', '19:05'));
    expect((await world.posts())[0]?.version).toBe(2);
  });

  test('an amended one shows the new figure', async () => {
    const id = await subscribe('C1');
    const countedAt = world.at('2020-06-17', '16:00');
    const cause = await world.report('P-001', '设备安装', { percent: 80 }, countedAt);
    await world.runSlot('2020-06-17');
    const now = world.at('2020-06-17', '19:00');
    await world.undo(cause, now);
    await world.report('P-001', '设备安装', { percent: 60 }, now, countedAt);
    await world.hear(countedAt, now);
    expect(await said(`digest:daily:2020-06-17:${id}`)).toContain('更正：P-001 设备安装80%→60%');
  });

  test('a thread whose only change is gone says so', async () => {
    const id = await subscribe('C1');
    const countedAt = world.at('2020-06-17', '16:00');
    const cause = await world.report('P-001', '开工', { percent: 50 }, countedAt);
    await world.runSlot('2020-06-17');
    await world.undo(cause, world.at('2020-06-17', '19:00'));
    await world.hear(countedAt, world.at('2020-06-17', '19:00'));
    expect(await said(`digest:daily:2020-06-17:${id}:changes`)).toContain('没有上报');
  });

  test('the next morning it still is the newest digest, and is corrected', async () => {
    const id = await subscribe('C1');
    const countedAt = world.at('2020-06-17', '16:00');
    const cause = await world.report('P-001', '开工', { done: true }, countedAt);
    await world.runSlot('2020-06-17');
    await world.undo(cause, world.at('2020-06-18', '09:00'));
    await world.hear(countedAt, world.at('2020-06-18', '09:00'));
    expect(await said(`digest:daily:2020-06-17:${id}`)).toContain('更正');
  });

  test('an older digest, and one of another scope, is left alone', async () => {
    const id = await subscribe('C1');
    await subscribe('C2', { of: 'unit', key: 'water' });
    const countedAt = world.at('2020-06-16', '16:00');
    const cause = await world.report('P-001', '开工', { done: true }, countedAt);
    await world.runSlot('2020-06-16');
    await world.runSlot('2020-06-17');
    await world.undo(cause, world.at('2020-06-17', '19:00'));
    await world.hear(countedAt, world.at('2020-06-17', '19:00'));
    const corrected = (await world.posts()).filter(({ version }) => version > 1).map(({ dedupeKey }) => dedupeKey);
    expect(corrected.every((dedupeKey) => dedupeKey.startsWith(`digest:daily:2020-06-17:${id}`))).toBe(true);
    expect(corrected.length).toBeGreaterThan(0);
  });

  test('what was reported after the slot does not touch it', async () => {
    await subscribe('C1');
    await world.runSlot('2020-06-17');
    const countedAt = world.at('2020-06-17', '18:20');
    const cause = await world.report('P-001', '开工', { done: true }, countedAt);
    await world.undo(cause, world.at('2020-06-17', '18:30'));
    await world.hear(countedAt, world.at('2020-06-17', '18:30'));
    expect((await world.posts()).every(({ version }) => version === 1)).toBe(true);
  });

  test('a list that was opened from the corrected digest agrees with it, from the first one with the first', async () => {
    const id = await subscribe('C1');
    const leader = await world.anyone('leader');
    const countedAt = world.at('2020-06-17', '16:00');
    const cause = await world.report('P-001', '开工', { done: true }, countedAt);
    await world.runSlot('2020-06-17');
    const values = async () => {
      const post = (await world.posts()).find(({ dedupeKey }) => dedupeKey === `digest:daily:2020-06-17:${id}`);
      if (post === undefined) throw new Error('nothing was posted');
      const blocks = (post.body as Message).blocks as {
        type: string;
        elements?: { text: { text: string }; value: string }[];
      }[];
      const button = blocks
        .find(({ type }) => type === 'actions')
        ?.elements?.find((each) => each.text.text.startsWith('更多'));
      return { ...JSON.parse(button?.value ?? 'null'), list: 'changes' };
    };
    const first = await values();
    await world.undo(cause, world.at('2020-06-17', '19:00'));
    await world.hear(countedAt, world.at('2020-06-17', '19:00'));
    const second = await values();
    for (const [value, label] of [
      [first, '上报1'],
      [second, '上报0'],
    ] as const)
      for (const [day, time] of [
        ['2020-06-17', '21:00'],
        ['2020-06-18', '12:00'],
      ] as const) {
        const list = await world.press(leader, 'digest.open', value, world.at(day, time));
        expect(list.kind === 'view' && list.view.title.text).toBe(label);
      }
  });
});
