import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Plan } from '../../../src/domain/plan.js';
import { agendaOf } from '../../../src/domain/review-agenda.js';
import type { Outcome } from '../../../src/feature.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { help } from '../../../src/features/help/index.js';
import { exportTables } from '../../../src/features/ledger/messages/tables.js';
import { readExport } from '../../../src/features/ledger/read-export.js';
import { changeCase } from '../../../src/features/obstacle/change-case.js';
import { flaggingOf, flagObstacle } from '../../../src/features/obstacle/door.js';
import { showCard } from '../../../src/features/project/see.js';
import { postAgendas, settleSlot, showAgenda } from '../../../src/features/review/agenda.js';
import { agendaFacts } from '../../../src/features/review/agenda-facts.js';
import { confirm } from '../../../src/features/review/decide.js';
import { nextReviewBlocks } from '../../../src/features/review/messages/next-reviews.js';
import { keepAsked, submitActForm } from '../../../src/features/review/move.js';
import { nextReviews } from '../../../src/features/review/next-reviews.js';
import { showCard as showItem } from '../../../src/features/review/see.js';
import { weeklyReview } from '../../support/reviews.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const weekly = { ...weeklyReview, from: localDay('2020-06-01') };
const read = (outcome: Outcome): string =>
  'message' in outcome ? plainLines(outcome.message.blocks as never) : JSON.stringify(outcome);

/** A county without a channel for its reviews: the office has its home tab. */
let world: World;
beforeAll(async () => {
  const plan = await dongE();
  const reviews: Plan['mechanisms']['reviews'] = [weekly];
  world = await openWorld({ ...plan, mechanisms: { ...plan.mechanisms, reviews } });
});
afterAll(() => world.close());

describe('where no channel is', () => {
  const home = async (who: Awaited<ReturnType<World['anyone']>>, day: string, time = '09:00') => {
    const ctx = world.ctx(who, world.at(day, time));
    const seen = await nextReviews(ctx);
    return seen === null ? null : plainLines(nextReviewBlocks(ctx, seen) as never);
  };

  test('home tells the coordinator and the commander which comes next and which was missed, and nobody else', async () => {
    const office = await world.anyone('coordinator');
    const owner = await world.person('heweiguo');
    expect(await home(owner, '2020-06-22')).toBeNull();
    expect(await home(await world.anyone('commander'), '2020-06-22')).toContain('下次会：6月23日周二督办会');
    // The week of 15 June ended on Friday at 18:00.
    expect(await home(office, '2020-06-19', '17:59')).toContain('还没有记：6月16日周二督办会');
    expect(await home(office, '2020-06-19', '18:00')).toContain('这一期没有开：6月16日督办会、6月9日督办会');
    // That of 22 June is open until Sunday the 28th, a workday, at 18:00.
    expect(await home(office, '2020-06-28', '17:59')).toContain('还没有记：6月23日周二督办会');
    expect(await home(office, '2020-06-28', '18:00')).toContain('这一期没有开：6月23日督办会、6月16日督办会');
  });

  test('the agenda is shown there, settled there, and a decision is found everywhere', async () => {
    const office = await world.anyone('coordinator');
    const owner = await world.person('heweiguo');
    const asked = { review: 'problem-supervision', period: localDay('2020-06-22') };
    const before = await showAgenda(world.ctx(office, world.at('2020-06-22', '10:00')), asked);
    expect(read(before)).toContain('6月23日周二 · 督办会');
    expect(read(before)).not.toContain('已开');
    await postAgendas(world.job(world.at('2020-06-22', '16:00')), { day: localDay('2020-06-22') });
    expect(await world.opened.client.post.count({ where: { dedupeKey: { startsWith: 'review:' } } })).toBe(0);
    const after = await showAgenda(world.ctx(office, world.at('2020-06-22', '16:01')), asked);
    expect(read(after)).toContain('已开');
    const denied = await showAgenda(world.ctx(owner, world.at('2020-06-22', '16:01')), asked);
    expect(denied.kind).toBe('refuse');

    const slot = await world.opened.client.reviewSlot.findFirstOrThrow();
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-003' } });
    await confirm(world.ctx(office, world.at('2020-06-23', '09:30')), {
      slot: slot.id,
      owner: owner.id,
      due: localDay('2020-07-02'),
      project: project.id,
      milestone: null,
      obstacle: null,
      text: '落实P-003 32亩用地',
    });
    const settled = await settleSlot(world.ctx(office, world.at('2020-06-23', '10:00')), {
      id: slot.id,
      outcome: 'held',
      into: null,
    });
    expect(settled.kind).toBe('replace');
    expect(read(settled)).toContain('已开（');
    const noon = world.at('2020-06-23', '12:00');
    expect(read(await showCard(world.ctx(await world.anyone('commander'), noon), project.id))).toContain('交办1号');
    expect(read(await showCard(world.ctx(office, noon), project.id))).toContain('出处：6月23日督办会');
    const find = help.commands?.[0]?.run;
    if (find === undefined) throw new Error('/gongjian is gone');
    expect(read(await find(world.ctx(office, noon), '交办1号'))).toContain('落实P-003 32亩用地');
    expect(read(await find(world.ctx(office, noon), '32亩用地'))).toContain('找到交办1件');
    expect(read(await find(world.ctx(await world.person('hezhiyuan'), noon), '32亩用地'))).not.toContain('交办');
    const ctx = world.ctx(office, noon);
    const exported = await readExport(ctx, ['items', 'reviews']);
    if ('refused' in exported) throw new Error('it was refused');
    const tables = exportTables(exported, noon, ctx);
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['交办事项', 1],
      ['六个一', 1],
    ]);
    expect(tables[0]?.rows[0]).toEqual(
      expect.arrayContaining([1, '贺卫国', '落实P-003 32亩用地', '2020-07-02', '在办']),
    );
    expect(tables[1]?.rows[0]).toEqual(expect.arrayContaining(['2020-06-23', '督办会', '已开']));
  });
});

describe('what an agenda asks, and what ends an item', () => {
  const monday = '2020-06-29';
  const asked = { review: 'problem-supervision', period: localDay('2020-06-29') };

  test('carried a third time it asks 要办 or 不办; the answer stands there and is not asked again', async () => {
    const office = await world.anyone('coordinator');
    const owner = await world.person('heweiguo');
    const [item] = await world.opened.client.actionItem.findMany({ where: { number: 1 } });
    if (item === undefined) throw new Error('item 1 is gone');
    for (const [version, to] of [
      [1, '2020-07-03'],
      [2, '2020-07-06'],
      [3, '2020-07-07'],
    ] as const) {
      const fields = { to: localDay(to), text: '等批复' };
      const moved = await submitActForm(
        world.ctx(owner, world.at(monday, '09:00')),
        { id: item.id, version, act: 'late' },
        fields,
      );
      expect(moved.kind).toBe('say');
    }
    await postAgendas(world.job(world.at(monday, '16:00')), { day: localDay(monday) });
    const agenda = async () => read(await showAgenda(world.ctx(office, world.at(monday, '16:05')), asked));
    expect(await agenda()).toContain('第3次转下：交办1号，还要办吗？');
    expect(await agenda()).toContain('[要办] [不办]');
    expect((await keepAsked(world.ctx(owner, world.at(monday, '16:06')), { id: item.id })).kind).toBe('refuse');
    expect(await keepAsked(world.ctx(office, world.at(monday, '16:06')), { id: item.id })).toEqual({ kind: 'nothing' });
    expect(await agenda()).toContain('还要办：交办1号');
    expect(await agenda()).not.toContain('[要办]');
    // A second press finds nothing asked.
    expect((await keepAsked(world.ctx(office, world.at(monday, '16:07')), { id: item.id })).kind).toBe('refuse');
    const facts = await agendaFacts(world.job(world.at('2020-07-06', '15:00')));
    const slot = {
      review: weekly.key,
      period: localDay('2020-07-06'),
      day: localDay('2020-07-07'),
      closes: localDay('2020-07-10'),
    };
    const next = agendaOf(facts(weekly, slot).facts, ['items']);
    expect(next.map(({ kind }) => kind)).not.toContain('carried');
  });

  test('the end of an obstacle closes the items about it, and says so', async () => {
    const office = await world.anyone('coordinator');
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    const raiser = await world.person('hezhiyuan');
    const flagging = flaggingOf('用电报装没有批', {
      projectId: project.id,
      milestoneId: null,
      since: localDay(monday),
    });
    const flagged = await flagObstacle(world.ctx(raiser, world.at(monday, '10:00')), flagging, true);
    if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
    const { id, number } = flagged.obstacle;
    await confirm(world.ctx(office, world.at(monday, '10:30')), {
      slot: null,
      owner: office.id,
      due: localDay('2020-07-10'),
      project: project.id,
      milestone: null,
      obstacle: id,
      text: '协调用电报装',
    });
    const made = () => world.opened.client.actionItem.findFirstOrThrow({ where: { obstacleId: id } });
    expect(await made()).toMatchObject({ standing: 'open' });
    const withdrawn = {
      right: 'withdraw-obstacle',
      whenever: true,
      event: ({ by }: { by: number }) => ({ do: 'withdraw' as const, by }),
    } as const;
    const moved = await changeCase(
      world.ctx(raiser, world.at('2020-06-30', '09:00')),
      { id, version: null },
      withdrawn,
    );
    expect(moved.kind).toBe('moved');
    expect(await made()).toMatchObject({ standing: 'done', endedOn: '2020-06-30', endedById: raiser.id });
    const card = await showItem(world.ctx(office, world.at('2020-06-30', '10:00')), { id: (await made()).id });
    expect(read(card)).toContain(`卡点${number}号已销号`);
  });
});
