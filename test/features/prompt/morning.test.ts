import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDay } from '../../../src/domain/day.js';
import { actsFor, type Leave } from '../../../src/domain/leave.js';
import { totalCounts } from '../../../src/domain/prompt.js';
import { askOwners } from '../../../src/features/prompt/ask.js';
import { remindOwners } from '../../../src/features/prompt/remind.js';
import fc from '../../support/properties.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const today = localDay('2020-06-17');

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
  await world.opened.client.$executeRawUnsafe(`UPDATE person SET "slackUserId" = 'U' || id`);
});
afterAll(() => world.close());

const ask = () => askOwners(world.job(world.at('2020-06-17', '08:30')), today);
const posted = (dedupeKey: string) =>
  world.opened.client.post.findMany({ where: { dedupeKey: { startsWith: dedupeKey } }, orderBy: { id: 'asc' } });

describe('who answers for whom, in SQL', () => {
  test('is what domain/leave says, whatever the leaves', { timeout: 60_000 }, async () => {
    const { opened, program, store } = world;
    const owned = await opened.client.project.findMany({ distinct: ['ownerId'], take: 7, orderBy: { id: 'asc' } });
    const ids = owned.flatMap(({ ownerId }) => ownerId ?? []);
    const person = fc.constantFrom(...ids);
    const leave = fc
      .record({
        personId: person,
        delegateId: fc.option(person, { nil: null }),
        from: fc.integer({ min: -3, max: 2 }),
        days: fc.nat(4),
      })
      .filter(({ personId, delegateId }) => personId !== delegateId)
      .map(
        ({ from, days, ...rest }): Leave => ({ ...rest, from: addDays(today, from), to: addDays(today, from + days) }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(leave, { maxLength: 8 }), async (leaves) => {
        await opened.client.delegation.deleteMany();
        for (const { from, to, ...rest } of leaves)
          await opened.client.delegation.create({ data: { ...rest, programId: program.id, fromDay: from, toDay: to } });
        const people = await store.prompts.addressees(program, today, 0, 500);
        const acting = new Map(people.flatMap((each) => each.actsFor.map((id) => [id, each.id])));
        for (const id of ids) expect(acting.get(id) ?? null).toBe(actsFor(id, today, leaves).personId);
        const stranded = ids.filter((id) => actsFor(id, today, leaves).personId === null);
        const open = await opened.client.milestone.count({
          where: {
            programId: program.id,
            doneOn: null,
            project: { standing: { not: 'withdrawn' } },
            AND: [
              { OR: [{ percent: null }, { percent: { lt: 100 } }] },
              { OR: [{ ownerId: { in: stranded } }, { ownerId: null, project: { ownerId: { in: stranded } } }] },
            ],
          },
        });
        expect((await store.prompts.unanswerable(program, today)).absent).toBe(open);
      }),
      { numRuns: 40 },
    );
    await opened.client.delegation.deleteMany();
  });
});

describe('a morning that is run again', () => {
  test('asks nobody twice and counts nothing twice, run at once or one after the other', async () => {
    const runs = await Promise.allSettled([ask(), ask()]);
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    await ask();
    const posts = await posted('prompt:');
    const people = await world.opened.client.prompt.count();
    expect(posts).toHaveLength(people);
    expect(posts.every((post) => post.version === 1)).toBe(true);
    const pages = await world.store.prompts.pages(world.program.workspaceId, `prompts:${world.program.id}:${today}`);
    expect(pages.filter((page) => page.last)).toHaveLength(1);
    const items = await world.opened.client.promptItem.count();
    const { _sum } = await world.opened.client.prompt.aggregate({ _sum: { more: true } });
    const counts = totalCounts(pages);
    expect(counts.asked).toBe(items + (_sum.more ?? 0));
    expect(counts.people).toBe(people);
  });

  test('each open milestone of the county was asked about or spared', async () => {
    const open = await world.opened.client.milestone.count({
      where: {
        programId: world.program.id,
        doneOn: null,
        project: { standing: { not: 'withdrawn' } },
        OR: [{ percent: null }, { percent: { lt: 100 } }],
      },
    });
    const { counts } = (await world.store.prompts.newestMorning(world.program)) ?? { counts: null };
    const spared = Object.values(counts?.spared ?? {}).reduce((sum, each) => sum + each, 0);
    expect((counts?.asked ?? 0) + spared).toBe(open);
  });

  test('reminds once, in the thread of the morning, who left something due today or overdue open', async () => {
    const remind = () => remindOwners(world.job(world.at('2020-06-17', '15:00')), today);
    await remind();
    const first = await posted('reminder:');
    await remind();
    expect(await posted('reminder:')).toEqual(first);
    expect(first.length).toBeGreaterThan(10);
    const roots = new Map((await posted('prompt:')).map((post) => [post.id, post]));
    for (const post of first) expect(roots.get(post.parentId ?? 0)?.channelId).toBe(post.channelId);
  });

  test('at night, and on another day, asks nobody', async () => {
    await askOwners(world.job(world.at('2020-06-18', '20:00')), localDay('2020-06-18'));
    await askOwners(world.job(world.at('2020-06-19', '09:00')), localDay('2020-06-18'));
    expect(await world.opened.client.prompt.count({ where: { day: { gt: today } } })).toBe(0);
  });
});

describe('in the week before a gate', () => {
  test('who can bring it home is told so in their row, though they reported this week', async () => {
    const office = await world.anyone('coordinator');
    expect(office).toBeDefined();
    const { opened, program } = world;
    // Enough have started for the gate to lack one, by the ledger.
    const rows = await opened.client.project.findMany({
      where: { programId: program.id },
      include: { milestones: { orderBy: { ordinal: 'asc' } } },
      orderBy: { code: 'asc' },
    });
    const waiting = rows.filter(
      ({ stage, milestones }) => stage === 'landed' && milestones.some(({ name }) => name === '开工'),
    );
    for (const { code, milestones } of waiting.slice(1))
      for (const { name } of milestones.slice(0, milestones.findIndex((each) => each.name === '开工') + 1))
        await world.report(code, name, { done: true, percent: 100 }, world.at('2020-06-22', '10:00'));
    const last = waiting[0];
    if (last === undefined) throw new Error('all have started');
    await opened.client.gate.updateMany({ where: { goal: { key: 'start-rate' } }, data: { value: 100 } });
    const due = { due: '2020-06-30' };
    await opened.client.milestone.updateMany({ where: { projectId: last.id, name: '开工' }, data: due });
    // The start waits for the steps before it: the first of them that is open is what the owner is asked about.
    const [first] = last.milestones;
    if (first === undefined) throw new Error(`${last.code} has no milestones`);
    expect(first.name).not.toBe('开工');
    await world.report(last.code, first.name, { percent: 55 }, world.at('2020-06-19', '10:00'));
    await askOwners(world.job(world.at('2020-06-24', '08:30')), localDay('2020-06-24'));
    const posts = await posted('prompt:2020-06-24:');
    const told = posts.filter((each) => JSON.stringify(each.body).includes('关口的项目：项目开工率还差'));
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told[0]?.body)).toContain(`${first.name}* · ${last.code}`);
  });
});
