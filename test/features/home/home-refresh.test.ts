import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../src/domain/program.js';
import { openHomeRefresh, type Refreshed } from '../../../src/slack/send/home-refresh.js';
import type { Act } from '../../../src/store/activity.js';
import type { Touched } from '../../../src/store/visits.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const log = pino({ level: 'silent' });
const act = (more: Partial<Act>): Act => ({
  workspaceId: 'T1',
  programId: 1,
  at: 0,
  personId: null,
  action: 'report',
  thing: 'project',
  thingId: 1,
  cause: 'c',
  ...more,
});

describe('home tabs are kept fresh', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  function opened(visitors: readonly string[], publish: (user: string) => Promise<Refreshed>) {
    const asked: Touched[] = [];
    const homes = openHomeRefresh({
      store: {
        programs: { byId: async () => ({ id: 1, timeZone: 'Asia/Shanghai' }) as Program },
        visits: {
          concerned: async (_program: number, touched: Touched) => {
            asked.push(touched);
            return visitors;
          },
        },
      } as never,
      clock: { now: () => 1_592_359_200_000 } as never,
      publish: (_program, user) => publish(user),
      log,
    });
    stop = () => homes.stop();
    return { homes, asked };
  }
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('within a second, all that changed together at once', async () => {
    const seen: string[] = [];
    const { homes, asked } = opened(['U1', 'U2'], async (user) => {
      seen.push(user);
      return { took: 1, published: true };
    });
    homes.changed([act({ thingId: 7, personId: 3 }), act({ thing: 'obstacle', thingId: 9 })]);
    homes.changed([act({ thing: 'report', thingId: 4, after: { projectIds: [8] } })]);
    await wait(800);
    expect(seen).toEqual(['U1', 'U2']);
    expect(asked).toEqual([{ projectIds: [7, 8], milestoneIds: [], obstacleIds: [9], personIds: [3] }]);
  });

  it('two hundred changes within two seconds publish each tab at most once a second, and the last one counts', async () => {
    let version = 0;
    const shown = new Map<string, number[]>();
    const { homes } = opened(['U1', 'U2', 'U3'], async (user) => {
      shown.set(user, [...(shown.get(user) ?? []), version]);
      return { took: 1, published: true };
    });
    for (let burst = 0; burst < 200; burst += 1) {
      version += 1;
      homes.changed([act({ thingId: burst })]);
      await wait(10);
    }
    await wait(1600);
    for (const versions of shown.values()) {
      expect(versions.length).toBeLessThanOrEqual(5);
      expect(versions.at(-1)).toBe(200);
    }
    expect(shown.size).toBe(3);
  });

  it('a tab that takes long to make is made less often', async () => {
    let made = 0;
    const { homes } = opened(['U1'], async () => {
      made += 1;
      return { took: 2000, published: true };
    });
    for (let burst = 0; burst < 20; burst += 1) {
      homes.changed([act({ thingId: burst })]);
      await wait(100);
    }
    expect(made).toBe(1);
  });

  it('one tab that cannot be published is in nobody else’s way, and after the end nothing is begun', async () => {
    const seen: string[] = [];
    const { homes } = opened(['U1', 'U2'], async (user) => {
      if (user === 'U1') throw new Error('away');
      seen.push(user);
      return { took: 1, published: true };
    });
    homes.changed([act({})]);
    await wait(600);
    expect(seen).toEqual(['U2']);
    await homes.stop();
    homes.changed([act({})]);
    await wait(500);
    expect(seen).toEqual(['U2']);
  });
});

describe('who is concerned by a change', { timeout: 60_000 }, () => {
  let world: World;
  afterEach(() => world.close());

  it('whose project it is, whose unit, who sponsors it, who sees the plan, who stands in; of those who looked lately', async () => {
    world = await openWorld(await dongE());
    const { store, program, opened } = world;
    const now = world.at('2020-06-17', '10:00');
    await opened.client.$executeRaw`UPDATE person SET "slackUserId" = key WHERE "workspaceId" = 'T1'`;
    for (const key of ['hezhiyuan', 'fenglizhi', 'qiuzhen', 'leixia', 'zhangdesheng', 'renshouxin', 'qixiaonan'])
      await store.visits.visit(program.id, (await world.person(key)).id, now);
    const { id } = await opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    const touched = { projectIds: [id], milestoneIds: [], obstacleIds: [], personIds: [] };
    const concerned = async (at: number, today = '2020-06-17') =>
      [...(await store.visits.concerned(program.id, touched, at, today as never))].sort();
    expect(await concerned(now - 1)).toEqual(['fenglizhi', 'hezhiyuan', 'leixia', 'qiuzhen', 'qixiaonan']);
    expect(await concerned(now + 1)).toEqual([]);
    await opened.client.delegation.create({
      data: {
        programId: program.id,
        personId: (await world.person('hezhiyuan')).id,
        delegateId: (await world.person('zhangdesheng')).id,
        fromDay: '2020-06-17',
        toDay: '2020-06-18',
      },
    });
    expect(await concerned(now - 1)).toContain('zhangdesheng');
    expect(await concerned(now - 1, '2020-06-19')).not.toContain('zhangdesheng');
  });

  it('looking again within half an hour is the same visit', async () => {
    world = await openWorld(await dongE());
    const { store, program } = world;
    const { id } = await world.person('hezhiyuan');
    const at = (time: string) => world.at('2020-06-17', time);
    expect(await store.visits.visit(program.id, id, at('09:00'))).toBeNull();
    expect(await store.visits.visit(program.id, id, at('10:00'))).toBe(at('09:00'));
    expect(await store.visits.visit(program.id, id, at('10:10'))).toBe(at('09:00'));
    expect(await store.visits.newSince(program.id, id)).toBe(at('09:00'));
    expect(await store.visits.visit(program.id, id, at('11:00'))).toBe(at('10:10'));
  });
});
