import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../../src/domain/day.js';
import type { Person } from '../../../src/domain/program.js';
import type { Ctx } from '../../../src/feature.js';
import { decide } from '../../../src/features/edit/consent.js';
import { consultChanges } from '../../../src/features/edit/consult-changes.js';
import { changeMilestone } from '../../../src/features/edit/milestone.js';
import { postpone } from '../../../src/features/edit/move-milestone.js';
import { undoEdit } from '../../../src/features/edit/undo.js';
import { waitingPostponements } from '../../../src/features/edit/waiting.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let coordinator: Person;
const by = (who: Person, time = '10:00', day = '2020-06-17'): Ctx => world.ctx(who, world.at(day, time));
/** Land of P-003 was due on 10 April: it is long overdue. */
const land = () =>
  world.opened.client.milestone.findFirstOrThrow({
    where: { name: '用地', project: { code: 'P-003' } },
    include: { project: true },
  });
const person = async (id: number | null) => {
  const { key } = await world.opened.client.person.findUniqueOrThrow({ where: { id: id ?? 0 } });
  return world.person(key);
};
const to = localDay('2020-12-31');

beforeAll(async () => {
  world = await openWorld(await dongE());
  coordinator = await world.anyone('coordinator');
});
afterAll(() => world.close());

describe('an overdue date stays until the sponsor consents, at every door', () => {
  it('its owner’s line asks, with light and pace before and after', async () => {
    const { id, due, project } = await land();
    expect(due).toBe('2020-04-10');
    const owner = await person(project.ownerId);
    const asked = await postpone(by(owner), { projectId: project.id, milestoneId: id, to, reason: '材料补正' });
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    const { postponement, effect } = asked.seen;
    expect([postponement.consenterId, postponement.seat]).toEqual([project.sponsorId, 'sponsor']);
    expect(effect?.before).toMatchObject({ light: 'red', pace: 100 });
    expect(effect?.after.light).not.toBe('red');
    expect((await land()).due).toBe(due);
    const sponsor = await person(project.sponsorId);
    const waiting = await waitingPostponements(by(sponsor));
    expect(waiting.shown.map(({ milestone }) => milestone.name)).toEqual(['用地']);
    expect(waiting.count).toBe(1);
    expect(await waitingPostponements(by(owner))).toEqual({ count: 0, shown: [] });
    await decide(by(sponsor), postponement.id, '材料早该补');
    expect((await land()).due).toBe(due);
  });

  it('a coordinator’s edit changes the rest and asks for the day; it may not take the day away', async () => {
    const { id, due, project } = await land();
    const given = { projectId: project.id, milestoneId: id, version: null };
    const wanted = { due: to, stage: 'landed' as const };
    expect(await changeMilestone(by(coordinator), { ...given, reason: null }, wanted)).toEqual({
      kind: 'reason-needed',
    });
    expect(await changeMilestone(by(coordinator), { ...given, reason: '无' }, { due: null })).toEqual({
      kind: 'day-needed',
    });
    const ctx = by(coordinator);
    const changed = await changeMilestone(ctx, { ...given, reason: '材料补正' }, wanted);
    expect(changed).toMatchObject({ kind: 'asked', changed: { after: { stage: 'landed' } } });
    expect(await land()).toMatchObject({ due, stage: 'landed' });
    await world.opened.client.postponement.deleteMany();
  });

  it('an import writes what is free, asks once for what is not, and twice is once', async () => {
    const { id, due, project } = await land();
    const free = await world.opened.client.milestone.findFirstOrThrow({
      where: { project: { code: 'P-001' }, doneOn: null, stage: null, due: { gt: '2020-07-01' } },
      include: { project: true },
    });
    const change = (projectId: number, milestoneId: number, before: string | null, after: string) => ({
      kind: 'change-milestone' as const,
      projectId,
      milestoneId,
      before: { due: localDay(before ?? '') },
      after: { due: localDay(after) },
      reason: null,
    });
    const later = addDays(localDay(free.due ?? ''), 3);
    const changes = [change(project.id, id, due, to), change(free.projectId, free.id, free.due, later)];
    const ctx = by(coordinator);
    const wish = { reason: '台账.xlsx', cause: 'ledger-import:9' };
    const consulted = await world.store.transaction((tx) => consultChanges(ctx, tx, changes, wish));
    expect(consulted.free).toEqual([changes[1]]);
    expect(consulted.awaited).toMatchObject([{ code: 'P-003', milestone: '用地' }]);
    await world.store.transaction((tx) => consultChanges(ctx, tx, changes, wish));
    expect(await world.opened.client.postponement.count({ where: { standing: 'asked' } })).toBe(1);
    await world.store.transaction((tx) =>
      tx.postponements.lapse(world.program.id, 'ledger-import:9', coordinator.id, ctx.now),
    );
    expect(await world.opened.client.postponement.count({ where: { standing: 'asked' } })).toBe(0);
  });

  it('the first day stays, and what is undone was never put off; the digest’s facts say so', async () => {
    const owner = await person((await land()).project.ownerId);
    const row = await world.opened.client.milestone.findFirstOrThrow({
      where: { project: { ownerId: owner.id, standing: 'open' }, doneOn: null, stage: null, due: { gt: '2020-07-01' } },
    });
    const first = localDay(row.due ?? '');
    const ctx = by(owner, '11:00');
    const moved = await postpone(ctx, {
      projectId: row.projectId,
      milestoneId: row.id,
      to: addDays(first, 5),
      reason: '雨',
    });
    expect(moved.kind).toBe('changed');
    const now = () => world.opened.client.milestone.findUniqueOrThrow({ where: { id: row.id } });
    expect(await now()).toMatchObject({ due: addDays(first, 5), firstDue: first, postponed: 1 });
    const span = { after: world.at('2020-06-17', '10:30'), moment: world.at('2020-06-17', '18:00') };
    const moves = async () =>
      (await world.store.facts.moves(world.program.id, span)).filter(
        ({ ordinal, projectId }) => ordinal === row.ordinal && projectId === row.projectId,
      );
    expect(await moves()).toMatchObject([{ from: first, to: addDays(first, 5), first, times: 1 }]);
    expect(await undoEdit(by(owner, '11:30'), ctx.cause)).toEqual({ kind: 'undone' });
    expect(await now()).toMatchObject({ due: first, firstDue: null, postponed: 0 });
    expect(await moves()).toEqual([]);
  });
});
