import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Person } from '../../../src/domain/program.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import { notifyOfNews } from '../../../src/features/obstacle/morning-news.js';
import type { Store } from '../../../src/store/index.js';
import { dongE, openWorld, type World } from '../digest/world.js';
import { act } from './act.js';

let world: World;
let owner: Person;
let head: Person;

beforeAll(async () => {
  world = await openWorld(await dongE());
  owner = await world.person('hezhiyuan');
  head = await world.person('fenglizhi');
  await world.opened.client.person.update({ where: { id: owner.id }, data: { slackUserId: 'UOWNER' } });
});
afterAll(() => world.close());

/** Every question that is asked of the store, by its name; within transactions, too. */
function counted(store: Store): { store: Store; asked: string[] } {
  const asked: string[] = [];
  const watch = <T extends object>(rooms: T): T =>
    new Proxy(rooms, {
      get(target, room, self) {
        const found = Reflect.get(target, room, self);
        if (room === 'transaction')
          return (work: (tx: object) => unknown) => store.transaction(async (tx) => work(watch(tx)));
        if (typeof found !== 'object' || found === null) return found;
        return new Proxy(found, {
          get(aggregate, name) {
            const verb = Reflect.get(aggregate, name, aggregate);
            if (typeof verb === 'function') asked.push(`${String(room)}.${String(name)}`);
            return verb;
          },
        });
      },
    });
  return { store: watch(store), asked };
}

async function flagged(text: string): Promise<number> {
  const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
  const said = { projectId: project.id, milestoneId: null, kind: 'stumbling-block' as const, matter: 'land' as const };
  const rest = { text, help: null, since: localDay('2020-06-15'), urgentReason: null, refersTo: null, files: [] };
  const filed = await flagObstacle(world.ctx(owner, world.at('2020-06-16', '10:00')), { ...said, ...rest }, true);
  if (filed.kind !== 'flagged') throw new Error(filed.kind);
  return filed.obstacle.id;
}

async function commented(id: number, text: string, day: string): Promise<void> {
  const { state } = (await world.store.obstacles.byId(world.program.id, id)) ?? {};
  const ctx = world.ctx(head, world.at(day, '21:00'));
  const moved = await act(ctx, id, state?.version ?? 0, { do: 'comment', text });
  expect(moved.kind).toBe('moved');
}

const news = async () =>
  (
    await world.opened.client.post.findMany({
      where: { channelId: 'UOWNER', dedupeKey: { startsWith: 'obstacle-news:' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ body }) => (body as { text: string }).text.split('：').at(-1));

test('what happened in the evening is told in the morning, once, and asks the store the same however much it was', async () => {
  const [one, other] = [await flagged('土地指标未批'), await flagged('临时用地没有批下来')];
  const morning = async (day: string) => {
    const { store, asked } = counted(world.store);
    await notifyOfNews({ ...world.job(world.at(day, '08:00')), store }, localDay(day));
    return asked;
  };
  await commented(one, '明天研究', '2020-06-16');
  const little = await morning('2020-06-17');
  expect(await news()).toEqual(['明天研究']);

  for (const text of ['已报省厅', '等批复', '后天回话']) await commented(one, text, '2020-06-17');
  await commented(other, '一并上会', '2020-06-17');
  const much = await morning('2020-06-18');
  expect(await news()).toEqual(['明天研究', '已报省厅', '等批复', '后天回话', '一并上会']);
  expect(much).toEqual(little);

  await morning('2020-06-18');
  expect(await news()).toHaveLength(5);
});
