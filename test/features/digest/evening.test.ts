import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cadence } from '../../../src/domain/cadence.js';
import { computeDigest, type Digest } from '../../../src/domain/digest/compute.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { digestPosts } from '../../../src/features/digest/messages/posts.js';
import { readSlot } from '../../../src/features/digest/read.js';
import { dongE, openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

test('one message an evening in a channel, whatever it subscribed to: the longest that is due takes the place of the others', async () => {
  for (const cadence of ['daily', 'weekly', 'half-monthly', 'monthly'] as const satisfies readonly Cadence[])
    await world.store.subscriptions.add({
      programId: world.program.id,
      channelId: 'C1',
      cadence,
      scope: { of: 'plan' },
      language: 'zh',
      personId: null,
      sinceAt: world.at('2020-07-22', '19:00'),
    });
  // A Thursday, a Friday, and the Friday that is the last working day of July.
  const evenings = ['2020-07-23', '2020-07-24', '2020-07-31'];
  for (const day of evenings) await world.runSlot(day);
  const posts = await world.opened.client.post.findMany({ where: { channelId: 'C1', parentId: null } });
  const tops = posts.map(({ dedupeKey }) => dedupeKey.split(':').slice(1, 3).join(' '));
  expect(tops.filter((each) => evenings.some((day) => each.endsWith(day))).sort()).toEqual([
    'daily 2020-07-23',
    'monthly 2020-07-31',
    'weekly 2020-07-24',
  ]);
});

const digestOf = async (day: string): Promise<Digest> => {
  const facts = await readSlot(world.job(world.at(day, '18:00')), world.job(world.at(day, '18:00')).today, 0);
  return computeDigest(facts, { of: 'plan' });
};
const showing = { language: 'zh', private: false, past: false, late: false, corrections: [] } as const;

test('of what turned red the worst is named, not what was reported last', async () => {
  // 20 days late, and said so early; the other is a little behind, and spoke last.
  const day = '2020-07-15';
  const { red } = await digestOf(day);
  const [worst, ...others] = red;
  const mildest = others.at(-1);
  if (!worst || !mildest) throw new Error('too few are red');
  const digest = await digestOf(day);
  // Both were green the evening before; what is said of a project since then moves it to no other place.
  for (const [lit, time] of [
    [worst, '09:00'],
    [mildest, '17:30'],
  ] as const) {
    const step = lit.project.milestones.find(({ percent }) => percent < 100);
    await world.report(lit.project.code, step?.name ?? '', { percent: 1, note: '推进中' }, world.at(day, time));
  }
  const after = await digestOf(day);
  expect(after.red.map(({ project }) => project.code)).toEqual(digest.red.map(({ project }) => project.code));
  const turned = { ...after, events: { ...after.events, red: after.red } };
  const top = plainLines(digestPosts(turned, showing).top.blocks);
  const row = top.split('\n').find((each) => each.startsWith('变红')) ?? '';
  expect(row).toContain(worst.project.code);
  expect(row).not.toContain(mildest.project.code);
});

test('who did not report is a row a unit with its projects, each named once; no date is repeated, nobody is counted', async () => {
  const digest = await digestOf('2020-07-15');
  const silent = [...digest.red, ...digest.amber].slice(0, 7).map(({ project }) => ({
    project,
    // Two steps of each, asked about since the same day of one person.
    items: ['用地', '开工'].map((milestone) => ({
      projectId: project.id,
      code: project.code,
      projectName: project.name,
      milestone,
      person: '何志远',
      personEn: 'He Zhiyuan',
      since: '2020-07-13',
    })),
  }));
  const posts = digestPosts({ ...digest, unreported: silent as never }, showing);
  const reply = posts.replies.find(({ name }) => name === 'unreported');
  const [head = '', ...rows] = plainLines((reply?.message.blocks ?? []).slice(0, 2)).split('\n');
  expect(head).toContain('7');
  const said = rows.join('\n');
  for (const { project } of silent) expect(said.split(project.code)).toHaveLength(2);
  expect(said).not.toMatch(/\d+月\d+日|何志远/);
  const counts = rows.flatMap((row) => /^\D+?(\d+)：P-/.exec(row)?.[1] ?? []).map(Number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7);
  expect(rows).toHaveLength(new Set(silent.map(({ project }) => project.unit)).size);
});
