import { afterAll, beforeAll, expect, test } from 'vitest';
import { decided } from '../../src/domain/action-item.js';
import { localDay } from '../../src/domain/day.js';
import { make } from '../../src/features/program/make.js';
import { issueDraft } from '../../src/features/slip/issue.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

test('numbers are gapless, however many are made at once and however many fail; none is deleted or renumbered', async () => {
  const { store, program, opened } = world;
  const owner = await world.person('hezhiyuan');
  const add = (n: number) =>
    store.transaction(async (tx) => {
      await tx.actionItems.add({
        programId: program.id,
        slotId: null,
        projectId: null,
        milestoneId: null,
        obstacleId: null,
        instructionId: null,
        lessonId: null,
        ownerId: owner.id,
        text: `第${n}件`,
        createdById: owner.id,
        at: world.at('2020-06-24', '10:00'),
        cause: `decide:${n}`,
        state: decided(localDay('2020-07-02')),
      });
      if (n % 5 === 0) throw new Error('killed');
    });
  const done = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => add(n)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
  const rows = await opened.client.actionItem.findMany({ orderBy: { number: 'asc' } });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  await expect(add(1)).rejects.toThrow();
  const { client } = opened;
  await expect(client.actionItem.deleteMany()).rejects.toThrow('never deleted');
  await expect(client.actionItem.updateMany({ where: { number: 1 }, data: { number: 99 } })).rejects.toThrow(
    'keeps its number',
  );
  const wrong = (data: object) => client.actionItem.updateMany({ where: { number: 1 }, data });
  await expect(wrong({ standing: 'done' })).rejects.toThrow('action_item_ended');
  await expect(wrong({ standing: 'dropped', endedOn: '2020-06-24' })).rejects.toThrow('action_item_dropped');
  await expect(wrong({ due: '2020-07-01' })).rejects.toThrow('action_item_due');
  await expect(wrong({ keptAt: 1 })).rejects.toThrow('action_item_carried');
});

test('a slot has one row, whoever asks first, and what became of it is whole', async () => {
  const { store, program, opened } = world;
  const slot = { review: 'problem-supervision', period: localDay('2020-06-22'), day: localDay('2020-06-23') };
  const taken = await Promise.all(
    Array.from({ length: 10 }, () => store.transaction((tx) => tx.reviewSlots.take(program.id, slot))),
  );
  expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
  expect(taken[0]).toMatchObject({ ...slot, outcome: null, agenda: null });
  const { client } = opened;
  const wrong = (data: object) => client.reviewSlot.updateMany({ where: {}, data });
  await expect(wrong({ outcome: 'held' })).rejects.toThrow('review_slot_decided');
  await expect(wrong({ outcome: 'merged', decidedAt: new Date(0) })).rejects.toThrow('review_slot_merged');
  await expect(wrong({ outcome: 'missed', decidedAt: new Date(0) })).rejects.toThrow('review_slot_outcome');
});

test('what is still to be done goes on into the next year: open items, and what open slips without a milestone are about', async () => {
  const { store, program, opened } = world;
  const office = await world.anyone('coordinator');
  const owner = await world.person('hezhiyuan');
  const { client } = opened;
  await client.actionItem.updateMany({
    where: { number: { gt: 2 } },
    data: { standing: 'done', endedOn: '2020-06-30', endedById: owner.id },
  });
  const project = await client.project.findFirstOrThrow({ where: { code: 'P-001' }, include: { milestones: true } });
  const [step] = project.milestones.filter(({ doneOn }) => doneOn === null);
  await client.actionItem.updateMany({
    where: { number: 2 },
    data: { projectId: project.id, milestoneId: step?.id ?? 0 },
  });
  const unit = await client.unit.findFirstOrThrow({ where: { key: 'economic-zone' } });
  const slip = { unit: unit.id, project: null, milestone: null, obstacle: null, urgent: null };
  const december = world.ctx(office, world.at('2020-12-21', '10:00'));
  await issueDraft(december, { ...slip, due: localDay('2021-01-08'), text: '报送值班表' });
  expect((await store.programs.carries(program.id)).items).toBe(3);
  const made = await make(world.ctx(office, world.at('2020-12-25', '10:00')), null, {
    year: 2021,
    name: null,
    file: null,
  });
  expect(JSON.stringify(made)).toContain('在办交办3件一并带入');
  const next = await client.program.findFirstOrThrow({ where: { year: 2021 } });
  // Which of those that were made at once had which number, the store says.
  const open = { programId: program.id, standing: 'open' };
  const texts = (await client.actionItem.findMany({ where: open, orderBy: { number: 'asc' } })).map(({ text }) => text);
  const there = await store.actionItems.all(next.id);
  expect(
    there.map(({ number, text, code, milestone, ownerId, state }) => [
      number,
      text,
      code,
      milestone,
      ownerId,
      state.due,
    ]),
  ).toEqual([
    [1, texts[0], null, null, owner.id, '2020-07-02'],
    [2, texts[1], 'P-001', step?.name, owner.id, '2020-07-02'],
    [3, '报送值班表', null, null, unit.headId, '2021-01-08'],
  ]);
  // The next one of that year is the fourth, and its digest counts them.
  expect((await client.program.findFirstOrThrow({ where: { id: next.id } })).lastItem).toBe(3);
  const facts = await store.facts.items({ id: next.id, timeZone: program.timeZone }, world.at('2020-12-26', '18:00'));
  expect(facts?.map(({ number, standing }) => [number, standing])).toEqual([
    [1, 'open'],
    [2, 'open'],
    [3, 'open'],
  ]);
});
