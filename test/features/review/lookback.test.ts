import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Outcome } from '../../../src/feature.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { exportTables } from '../../../src/features/ledger/messages/tables.js';
import { readExport } from '../../../src/features/ledger/read-export.js';
import { flaggingOf, flagObstacle } from '../../../src/features/obstacle/door.js';
import { decideByForm, openDecisionForm } from '../../../src/features/review/decide.js';
import { review } from '../../../src/features/review/index.js';
import { dropLesson, keepLesson } from '../../../src/features/review/lookback.js';
import { nextReviews } from '../../../src/features/review/next-reviews.js';
import { weeklyReview, withReviews } from '../../support/reviews.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const gate = localDay('2020-06-30');
const read = (outcome: Outcome): string =>
  'message' in outcome ? plainLines(outcome.message.blocks as never) : JSON.stringify(outcome);

let world: World;
let office: Awaited<ReturnType<World['anyone']>>;
beforeAll(async () => {
  world = await openWorld(withReviews(weeklyReview)(await dongE()));
  office = await world.anyone('coordinator');
  // Two weeks of reports before 5 May, so that the pace can be told.
  await world.report('P-001', '设备安装', { percent: 20 }, world.at('2020-04-10', '10:00'));
  await world.report('P-017', '施工许可', { percent: 80 }, world.at('2020-05-04', '10:00'));
});
afterAll(() => world.close());

const ctx = (day: string, time = '09:00', who = office) => world.ctx(who, world.at(day, time));
const type = async (day: string, text: string, who = office): Promise<string> => {
  const run = review.commands?.[0]?.run;
  if (run === undefined) throw new Error('/review is gone');
  return read(await run(ctx(day, '09:00', who), text));
};
const lessons = () => world.opened.client.reviewLesson.findMany({ orderBy: { id: 'asc' } });
const about = (lesson: number) => ({ slot: null, project: null, milestone: null, obstacle: null, lesson });

test('before its evening is over there is nothing to look back upon, and it is for who leads reviews', async () => {
  expect(await type('2020-06-30', '复盘 6月30日')).toContain('关口还没有过：6月30日');
  expect(await type('2020-07-01', '复盘 6月29日')).toContain('那天没有关口');
  expect(await type('2020-07-01', '复盘', await world.person('hezhiyuan'))).toContain('只有统筹人员、一线总指挥');
});

test('the forecast of 5 May stands beside what came of it, and where the days went', async () => {
  const raiser = await world.person('hezhiyuan');
  const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
  const since = localDay('2020-06-24');
  const flagging = flaggingOf('用电报装没有批', { projectId: project.id, milestoneId: null, since });
  const flagged = await flagObstacle(ctx('2020-06-24', '10:00', raiser), flagging, true);
  expect(flagged.kind).toBe('flagged');
  const shown = await type('2020-07-01', '复盘');
  expect(shown).toContain('6月30日关口 · 复盘');
  expect(shown).toMatch(/开工率.*要60%\n5月5日预计\d+\/60，(能过|过不了)\n结果\d+\/60，(已过关|未过关)/);
  // Activities: nothing was entered by then, and nothing is made up.
  expect(shown).toMatch(/要36次\n5月5日还不能预计\n结果未登记/);
  expect(shown).toMatch(/卡点占用的工作日.*至6月30日\n[^：]+3：责任单位3\n/);
  expect(await type('2020-07-01', '复盘 6月')).toBe(shown);
});

test('three lessons at most; one becomes an item by whoever is first, one is dropped and makes room', async () => {
  const add = (text: string, time: string) => keepLesson(ctx('2020-07-01', time), { gate }, { text });
  for (const [text, time] of [
    ['用地提前三个月报', '09:10'],
    ['许可并联办', '09:11'],
    ['周报改成半月', '09:12'],
  ] as const)
    expect(read(await add(text, time))).toContain(text);
  expect(read(await add('第四条', '09:13'))).toContain('一个关口最多3条');
  expect((await keepLesson(ctx('2020-07-01', '09:13'), { gate }, { text: ' ' })).kind).toBe('errors');
  const [first, second, third] = await lessons();
  if (!first || !second || !third) throw new Error('three were kept');

  expect((await openDecisionForm(ctx('2020-07-01', '09:20'), { lesson: first.id, text: first.text })).kind).toBe(
    'view',
  );
  const owner = await world.person('heweiguo');
  const fields = { owner: owner.id, text: first.text, due: localDay('2020-07-10') };
  const made = await Promise.all(
    ['09:21', '09:22'].map((time) => decideByForm(ctx('2020-07-01', time), about(first.id), fields)),
  );
  for (const each of made) expect(read(each)).toContain('出处：6月30日关口复盘');
  expect(await world.opened.client.actionItem.count({ where: { lessonId: first.id } })).toBe(1);
  expect(read(await dropLesson(ctx('2020-07-01', '09:23'), { id: first.id }))).toContain('已经转为交办');

  const dropped = read(await dropLesson(ctx('2020-07-01', '09:24'), { id: third.id }));
  expect(dropped).toMatch(/经验3 周报改成半月\n不采纳/);
  expect(dropped).toContain('交办1号');
  expect(read(await decideByForm(ctx('2020-07-01', '09:25'), about(third.id), fields))).toContain('已经去掉');
  expect(read(await add('第四条', '09:26'))).toContain('第四条');
  await expect(
    world.opened.client.reviewLesson.update({ where: { id: second.id }, data: { place: 1 } }),
  ).rejects.toThrow();
});

test('lessons are exported with what became of each, to coordinators alone', async () => {
  const noon = ctx('2020-07-01', '12:00');
  const exported = await readExport(noon, ['lessons']);
  if ('refused' in exported) throw new Error('it was refused');
  const [table] = exportTables(exported, noon.now, noon);
  expect(table?.name).toBe('复盘经验');
  const [{ name } = { name: '' }] = await world.opened.client.person.findMany({ where: { id: office.id } });
  expect(table?.rows.map((row) => [...row])).toEqual([
    ['2020-06-30', 1, '用地提前三个月报', '转交办', 1, name, '2020-07-01', null],
    ['2020-06-30', 2, '许可并联办', '待定', null, name, '2020-07-01', null],
    ['2020-06-30', 3, '周报改成半月', '不采纳', null, name, '2020-07-01', '2020-07-01'],
    ['2020-06-30', 3, '第四条', '待定', null, name, '2020-07-01', null],
  ]);
  const leader = await readExport(ctx('2020-07-01', '12:00', await world.anyone('unit-head')), ['lessons', 'reviews']);
  expect(leader).toMatchObject({ lessons: null, reviews: null });
});

test('home offers it for two weeks, and as long as a lesson waits', async () => {
  const offered = async (day: string) => (await nextReviews(ctx(day)))?.lookback;
  expect(await offered('2020-06-30')).toBeNull();
  expect(await offered('2020-07-14')).toBe(gate);
  expect(await offered('2020-07-30')).toBe(gate);
  for (const { id } of await lessons()) await dropLesson(ctx('2020-07-30', '10:00'), { id });
  expect(await offered('2020-07-30')).toBeNull();
});
