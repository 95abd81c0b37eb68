import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Outcome } from '../../../src/feature.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import type { Message } from '../../../src/message.js';
import { dongE, openWorld, type World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld(await dongE());
  await world.report('P-001', '开工', { done: true }, world.at('2020-06-15', '10:00'));
});
afterAll(() => world.close());

type Block = { type: string; elements?: { action_id: string; value?: string; text: { text: string } }[] };

const blocksOf = (outcome: Outcome): Message['blocks'] => {
  if (outcome.kind === 'say' || outcome.kind === 'replace') return outcome.message.blocks;
  if (outcome.kind === 'view') return outcome.view.blocks;
  throw new Error(`nothing was said: ${JSON.stringify(outcome)}`);
};
const text = (outcome: Outcome): string => plainLines(blocksOf(outcome));
const buttons = (outcome: Outcome) =>
  (blocksOf(outcome) as Block[]).filter(({ type }) => type === 'actions').flatMap(({ elements }) => elements ?? []);

function press(outcome: Outcome, label: string): unknown {
  const pressed = buttons(outcome).find((each) => each.text.text.startsWith(label));
  if (pressed?.value === undefined)
    throw new Error(`no button ${label} in ${buttons(outcome).map((each) => each.text.text)}`);
  return JSON.parse(pressed.value);
}

describe('/digest', () => {
  test('shows a leader the whole plan as it stands, in their language', async () => {
    const leader = await world.anyone('leader');
    const now = world.at('2020-06-17', '16:30');
    await world.report('P-002', '开工', { percent: 60, note: '塔吊已到位' }, world.at('2020-06-17', '15:00'));
    const zh = text(await world.command(leader, '', now));
    expect(zh).toContain('6月17日 周三 · 项目攻坚日报');
    expect(zh).toContain('全部80个项目 · 截至16:30');
    const en = text(await world.command(leader, '', now, 'en'));
    expect(en).toContain('Wed 17 June · Daily digest');
    expect(en).toContain('All 80 projects · as at 16:30');
  });

  test('shows a sponsor what they sponsor by its lights, and what waits on them; nobody else', async () => {
    const now = world.at('2020-06-17', '16:30');
    const sponsor = await world.person('qiuzhen');
    const own = await world.opened.client.project.findMany({
      where: { sponsorId: sponsor.id },
      orderBy: { code: 'asc' },
    });
    const { id } = own[0] ?? {};
    const flagged = {
      projectId: id ?? 0,
      milestoneId: null,
      kind: 'stumbling-block' as const,
      matter: 'land' as const,
    };
    const rest = { text: '用地没有批', help: null, urgentReason: null, refersTo: null, files: [] };
    const ctx = world.ctx(await world.anyone('coordinator'), world.at('2020-06-16', '10:00'));
    await flagObstacle(ctx, { ...flagged, ...rest, since: ctx.today }, true);
    await world.opened.client.obstacle.updateMany({
      data: { rung: 'sponsor', holderId: sponsor.id, confirmation: null },
    });
    const zh = text(await world.command(sponsor, '', now));
    expect(zh).toMatch(/^等您1/m);
    const row = new RegExp(`^您包保${own.length}个：(.+)$`, 'm').exec(zh)?.[1] ?? '';
    const lights = [...row.matchAll(/(?:红灯|黄灯|绿灯|暂停)(\d+)/g)].map(([, count]) => Number(count));
    expect(lights.reduce((sum, count) => sum + count, 0)).toBe(own.length);
    for (const [code] of row.matchAll(/P-\d+/g)) expect(own.map((each) => each.code)).toContain(code);
    expect(row).toMatch(/红灯\d+（P-\d+/);
    expect(text(await world.command(sponsor, '', now, 'en'))).toMatch(/^You sponsor \d+: red \d+ \(P-/m);
    expect(text(await world.command(await world.anyone('coordinator'), '', now))).not.toContain('您包保');
  });

  test('shows an official their own unit and nothing of others', async () => {
    const official = await world.anyone('official', 'economic-zone');
    const said = text(await world.command(official, '', world.at('2020-06-17', '16:30')));
    expect(said).toMatch(/经济开发区\d+个项目/);
    expect(said).not.toContain('80个');
  });

  test('in the channel of one of their units shows that unit’s to a person of several', async () => {
    const { client } = world.opened;
    const official = await world.anyone('official', 'economic-zone');
    const other = await client.unit.findFirstOrThrow({
      where: { programId: world.program.id, key: { not: 'economic-zone' }, projects: { some: {} } },
      orderBy: { id: 'desc' },
    });
    const duty = { programId: world.program.id, personId: official.id, role: 'official', unitId: other.id };
    await client.duty.create({ data: duty });
    await client.unit.update({ where: { id: other.id }, data: { channelId: 'C9' } });
    const row = await client.person.findUniqueOrThrow({ where: { id: official.id } });
    const both = await world.person(row.key);
    const said = async (channel: string) =>
      text(await world.command(both, '', world.at('2020-06-17', '16:30'), 'zh', channel));
    const name = (other.name as { zh: string }).zh;
    expect(await said('C9')).toContain(`${name}`);
    expect(await said('C1')).toContain('经济开发区');
    expect(await said('C1')).not.toContain(name);
    await client.duty.deleteMany({ where: duty });
  });

  test('of an earlier day shows what stood when that day’s digest was due', async () => {
    const leader = await world.anyone('leader');
    const now = world.at('2020-06-17', '16:30');
    for (const said of ['2020-06-16', '6月16日', '昨天', 'yesterday']) {
      const shown = text(await world.command(leader, said, now));
      expect(shown).toContain('6月16日 周二');
      expect(shown).not.toContain('完成');
    }
    expect(text(await world.command(leader, '2020-06-15', now))).toContain('完成1：P-001 开工');
  });

  test.each([
    ['2020-06-18', '6月18日还没有到'],
    ['2019-06-18', '之前'],
    ['上旬吧', '看不懂'],
    ['2020-06-31', '看不懂|指不到'],
  ])('refuses %s and says what to type instead', async (said, wrong) => {
    const outcome = await world.command(await world.anyone('leader'), said, world.at('2020-06-17', '16:30'));
    if (outcome.kind !== 'refuse') throw new Error(JSON.stringify(outcome));
    expect(outcome.refusal.wrong).toMatch(new RegExp(wrong));
    expect(outcome.refusal.instead).toContain('/digest');
  });

  test('opens the list behind each number, with as many items as the number says', async () => {
    const leader = await world.anyone('leader');
    const shown = await world.command(leader, '', world.at('2020-06-17', '16:30'));
    const later = world.at('2020-06-17', '17:30');
    await world.report('P-003', '用地', { percent: 100, done: true }, world.at('2020-06-17', '17:00'));
    const more = await world.press(leader, 'digest.open', press(shown, '更多'), later);
    const lists = buttons(more).map((each) => each.text.text);
    expect(lists).toContain(buttons(shown).find((each) => each.text.text.startsWith('红灯'))?.text.text);
    for (const label of lists.filter((each) => /\d+$/.test(each))) {
      const count = Number(/\d+$/.exec(label)?.[0]);
      let page = await world.press(leader, 'digest.turn', press(more, label), later);
      let items = 0;
      for (;;) {
        if (page.kind !== 'view') throw new Error(JSON.stringify(page));
        expect(page.view.title.text).toBe(label);
        items += (page.view.blocks as Block[]).filter(({ type }) => type === 'section').length;
        if (!buttons(page).some((each) => each.text.text === '下一页')) break;
        page = await world.press(leader, 'digest.turn', press(page, '下一页'), later);
      }
      // An empty list says so in one section.
      expect(items).toBe(Math.max(1, count));
    }
  });

  test('opens a goal’s list with why each project counts or does not', async () => {
    const leader = await world.anyone('leader');
    const now = world.at('2020-06-17', '16:30');
    const goals = await world.press(
      leader,
      'digest.open',
      { ...(press(await world.command(leader, '', now), '更多') as object), list: 'goals' },
      now,
    );
    expect(text(goals)).toContain('项目开工率');
    const rate = (blocksOf(goals) as unknown as { accessory?: { action_id: string; value: string } }[]).find((block) =>
      block.accessory?.value.includes('"goal":"start-rate"'),
    );
    const list = text(await world.press(leader, 'digest.turn', JSON.parse(rate?.accessory?.value ?? '{}'), now));
    expect(list).toMatch(/✓ P-001.*\n已开工/);
  });

  test('asks for the right again when a list is opened: a number in a channel is no key', async () => {
    const shown = await world.command(await world.anyone('leader'), '', world.at('2020-06-17', '16:30'));
    const official = await world.anyone('official', 'economic-zone');
    const outcome = await world.press(official, 'digest.open', press(shown, '红灯'), world.at('2020-06-17', '16:31'));
    if (outcome.kind !== 'refuse') throw new Error(JSON.stringify(outcome));
    expect(outcome.refusal.wrong).toContain('范围');
  });

  test('can be looked at again in place', async () => {
    const leader = await world.anyone('leader');
    const shown = await world.command(leader, '', world.at('2020-06-17', '16:30'));
    const again = await world.press(leader, 'digest.refresh', press(shown, '刷新'), world.at('2020-06-17', '17:45'));
    expect(again.kind).toBe('replace');
    expect(text(again)).toContain('截至17:45');
  });

  test('of an earlier day marks what was reported about it later, and keeps its numbers', async () => {
    const leader = await world.anyone('leader');
    const before = text(await world.command(leader, '2020-06-16', world.at('2020-06-17', '09:00')));
    await world.report(
      'P-002',
      '开工',
      { done: true, doneOn: localDay('2020-06-12') },
      world.at('2020-06-18', '10:00'),
    );
    const after = text(await world.command(leader, '2020-06-16', world.at('2020-06-18', '11:00')));
    expect(before).not.toContain('之后又报了');
    expect(after).toContain('之后又报了1条，不计入以上数字：P-002 开工 100%（6月18日报）');
    expect(after.split('\n').slice(0, 6)).toEqual(before.split('\n').slice(0, 6));
  });
});

describe('/digest subscribe', () => {
  test('says what will come and when, and twice says that plainly', async () => {
    const coordinator = await world.anyone('coordinator');
    const now = world.at('2020-06-19', '18:30');
    const first = await world.command(coordinator, 'subscribe', now, 'zh', 'C7');
    expect(text(first)).toContain('已订阅：本频道每个工作日 18:00收到日报（全部项目），下一期6月22日。');
    expect(text(await world.command(coordinator, '订阅', now, 'zh', 'C7'))).toContain('没有重复订阅');
    expect(text(await world.command(coordinator, 'subscribe en', now, 'zh', 'C7'))).toContain('now comes in English');
    expect(await world.store.subscriptions.ofChannel(world.program.id, 'C7')).toHaveLength(1);
  });

  test('takes the weekly one beside the daily one, and says when it comes', async () => {
    const coordinator = await world.anyone('coordinator');
    const now = world.at('2020-06-17', '10:00');
    const said = async (what: string) => text(await world.command(coordinator, what, now, 'zh', 'C11'));
    await said('subscribe');
    expect(await said('subscribe weekly')).toContain(
      '已订阅：本频道每周最后一个工作日 18:00收到周报（全部项目），下一期6月19日。',
    );
    expect(await said('订阅 月报 经济开发区')).toContain('收到月报（经济开发区），下一期6月30日。');
    expect(await said('unsubscribe weekly')).toContain('不再收到周报（全部项目）。');
    expect((await world.store.subscriptions.ofChannel(world.program.id, 'C11')).map(({ cadence }) => cadence)).toEqual([
      'daily',
      'monthly',
    ]);
  });

  test('skips the days off: before the Dragon Boat Festival the next digest is on the make-up workday', async () => {
    const coordinator = await world.anyone('coordinator');
    const said = text(await world.command(coordinator, 'subscribe', world.at('2020-06-24', '18:30'), 'zh', 'C8'));
    expect(said).toContain('下一期6月28日');
  });

  test('takes the scope by the words that people use, and asks where they fit several', async () => {
    const coordinator = await world.anyone('coordinator');
    const now = world.at('2020-06-17', '10:00');
    expect(text(await world.command(coordinator, 'subscribe 经济开发区 zh', now, 'zh', 'C9'))).toContain(
      '下一期6月17日',
    );
    const [held] = await world.store.subscriptions.ofChannel(world.program.id, 'C9');
    expect(held?.scope).toEqual({ of: 'unit', key: 'economic-zone' });
    const several = await world.command(coordinator, 'subscribe 镇', now, 'zh', 'C9');
    expect(several.kind === 'refuse' && several.refusal.wrong).toContain('好几个');
    const unknown = await world.command(coordinator, 'subscribe 月球', now, 'zh', 'C9');
    expect(unknown.kind === 'refuse' && unknown.refusal.wrong).toContain('月球');
  });

  test('is for coordinators, and for channels', async () => {
    const now = world.at('2020-06-17', '10:00');
    const leader = await world.command(await world.anyone('leader'), 'subscribe', now);
    expect(leader.kind === 'refuse' && leader.refusal.wrong).toContain('统筹人员');
    const direct = await world.command(await world.anyone('coordinator'), 'subscribe', now, 'zh', 'D1');
    expect(direct.kind === 'refuse' && direct.refusal.wrong).toContain('私信');
  });

  test('is undone by its button, and ended by unsubscribe, and taken up again', async () => {
    const coordinator = await world.anyone('coordinator');
    const now = world.at('2020-06-17', '10:00');
    const held = () => world.store.subscriptions.ofChannel(world.program.id, 'C10');
    const first = await world.command(coordinator, 'subscribe', now, 'zh', 'C10');
    expect(
      text(await world.press(coordinator, 'digest.unsubscribe', press(first, '撤销'), now, 'zh', 'C10')),
    ).toContain('已撤销');
    expect(await held()).toHaveLength(0);
    expect(text(await world.command(coordinator, 'unsubscribe', now, 'zh', 'C10'))).toContain('没有订阅');
    await world.command(coordinator, 'subscribe', now, 'zh', 'C10');
    const ended = await world.command(coordinator, 'unsubscribe', now, 'zh', 'C10');
    expect(await held()).toHaveLength(0);
    await world.press(coordinator, 'digest.resubscribe', press(ended, '重新订阅'), now, 'zh', 'C10');
    expect(await held()).toHaveLength(1);
  });
});
