import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Plan } from '../../src/domain/plan.js';
import { FRESH_LEAD } from '../../src/domain/promotion/lead.js';
import { make } from '../../src/features/program/make.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import { promoting } from '../support/promoting.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(promoting(await dongE()) as Plan);
});
afterAll(() => world.close());

const on = localDay('2020-06-16');

describe('leads', () => {
  const tell = (personId: number, investorKey: string, cause: string) =>
    world.store.transaction(async (tx) => {
      const kept = await tx.promotionLeads.keep({
        programId: world.program.id,
        investor: investorKey,
        investorKey,
        field: null,
        wants: null,
        firstById: personId,
        reportedOn: on,
        at: world.at('2020-06-15', '09:10'),
        cause,
      });
      if (kept.again) await tx.promotionLeads.join(kept.lead.id, personId, world.at('2020-06-15', '09:10'), '');
      return kept;
    });

  test('of one investor told of at once are one lead, the first’s, whom the others join; numbers have no gap', async () => {
    const people = await Promise.all(['qianguoqiang', 'longhaiyan', 'guchunmei'].map((key) => world.person(key)));
    for (let round = 0; round < 20; round++) {
      const told = await Promise.all(people.map(({ id }) => tell(id, `第${round}家`, `lead:${round}:${id}`)));
      expect(told.filter(({ again }) => !again)).toHaveLength(1);
      const lead = await world.store.promotionLeads.ofInvestor(world.program.id, `第${round}家`);
      expect(lead?.number).toBe(round + 1);
      expect(told.find(({ again }) => !again)?.lead.firstById).toBe(lead?.firstById);
      const others = people.map(({ id }) => id).filter((id) => id !== lead?.firstById);
      expect([...(lead?.joinedIds ?? [])].sort()).toEqual(others.sort());
    }
  });

  test('are kept by version: who was later changes nothing', async () => {
    const lead = await world.store.promotionLeads.byNumber(world.program.id, 1);
    if (lead === null) throw new Error('no lead');
    const save = (standing: 'pursued' | 'dropped') =>
      world.store.promotionLeads.save(lead, {
        ...FRESH_LEAD,
        version: 2,
        standing,
        dropReason: standing === 'dropped' ? '能耗高' : null,
      });
    const saved = await Promise.all([save('pursued'), save('dropped')]);
    expect(saved.filter(Boolean)).toHaveLength(1);
    await expect(world.opened.client.promotionLead.updateMany({ data: { standing: 'signed' } })).rejects.toThrow();
  });

  test('in hand go on in the program of the next year, each once, under numbers of its own, with their clocks', async () => {
    const before = await world.store.promotionLeads.open(world.program.id);
    const coordinator = await world.anyone('coordinator');
    const ctx = world.ctx(coordinator, world.at('2020-12-30', '10:00'));
    const made = await make(ctx, null, { year: 2021, name: null, file: null });
    expect(made.kind).toBe('say');
    expect(JSON.stringify(made)).toContain(`跟进中的来源线索${before.length}条一并带入`);
    const { id } = await world.opened.client.program.findFirstOrThrow({ where: { year: 2021 } });
    const after = await world.store.promotionLeads.all(id);
    expect(after.map(({ number }) => number)).toEqual(before.map((_, place) => place + 1));
    expect(
      after.map(({ investor, standing, reportedOn, carriedFromId }) => [investor, standing, reportedOn, carriedFromId]),
    ).toEqual(before.map((lead) => [lead.investor, lead.standing, lead.reportedOn, lead.id]));
    expect(before.length).toBeGreaterThan(1);
    expect(await world.store.promotionLeads.carry(world.program.id, id, 'again')).toBe(0);
  });
});

describe('an activity', () => {
  const keep = async (leader: string, cause: string, place = '苏州') => {
    const { id } = await world.person(leader);
    return world.store.promotion.keep({
      programId: world.program.id,
      leaderId: id,
      joinedIds: [],
      on,
      place,
      field: '装备制造',
      firms: 2,
      text: '6月16日带队赴苏州考察装备制造，对接2家',
      recordedById: id,
      at: world.at('2020-06-17', '10:00'),
      cause,
    });
  };

  test('of one leader, day and place is kept once, and again once it was taken back', async () => {
    const kept = await Promise.all([keep('baixianzhong', 'a:1'), keep('baixianzhong', 'a:2')]);
    const [first, ...others] = kept.filter((each) => each !== null);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ on, place: '苏州', firms: 2 });
    const undo = () => world.store.promotion.undo(world.program.id, first?.id ?? 0, world.at('2020-06-17', '11:00'));
    expect(await undo()).toBe(true);
    expect(await undo()).toBe(false);
    expect(await keep('baixianzhong', 'a:3')).not.toBeNull();
  });

  test('is counted by the goal as of each moment', async () => {
    const value = async (day: string, time: string, knownAt = [day, time] as const) => {
      const goals = await world.store.facts.goals(world.program.id, {
        moment: world.at(day, time),
        knownAt: world.at(...knownAt),
      });
      return goals.find(({ key }) => key === 'promotion-activities')?.recorded;
    };
    expect(await value('2020-06-17', '09:59')).toBeNull();
    expect(await value('2020-06-17', '10:30')).toBe(2);
    expect(await value('2020-06-17', '10:30', ['2020-06-17', '12:00'])).toBe(1);
    expect(await value('2020-06-17', '12:00')).toBe(1);
  });
});

describe('money', () => {
  const enter = async (
    voucher: string,
    amount: number,
    kind: 'funds' | 'foreign-capital' = 'funds',
    correctsId: number | null = null,
  ) => {
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-013' } });
    const { id } = await world.person('qianguoqiang');
    return world.store.promotionMoney.enter({
      programId: world.program.id,
      kind,
      voucher,
      amount,
      inAll: null,
      projectId: project.id,
      on: localDay('2020-06-12'),
      enteredById: id,
      correctsId,
      at: world.at('2020-06-15', '10:00'),
      cause: `money:${voucher}:${amount}`,
    });
  };
  const decide = async (id: number, returned: string | null = null, who = 'guchunmei') => {
    const { id: personId } = await world.person(who);
    const money = { id, correctsId: (await world.store.promotionMoney.byId(world.program.id, id))?.correctsId ?? null };
    const by = { personId, at: world.at('2020-06-15', '11:00'), returned };
    return world.store.transaction((tx) => tx.promotionMoney.decide(world.program.id, money, by));
  };
  const goal = async (key: string) => {
    const at = world.at('2020-06-15', '12:00');
    const goals = await world.store.facts.goals(world.program.id, { moment: at, knownAt: at });
    return goals.find((each) => each.key === key)?.recorded;
  };

  test('counts once confirmed by a second person, yuan and dollars apart, exactly', async () => {
    const [one, two, , dollars] = [
      await enter('0608-002', 8000.1),
      await enter('0612-004', 11_999.9),
      await enter('0615-031', 5000),
      await enter('0615-040', 300, 'foreign-capital'),
    ];
    expect(await goal('funds-in-place')).toBeNull();
    await expect(decide(one?.id ?? 0, null, 'qianguoqiang')).rejects.toThrow();
    for (const each of [one, two, dollars]) expect(await decide(each?.id ?? 0)).toBe(true);
    expect(await decide(one?.id ?? 0)).toBe(false);
    expect(await goal('funds-in-place')).toBe(20_000);
    expect(await goal('foreign-capital')).toBe(300);
    const at = { moment: world.at('2020-06-15', '12:00'), knownAt: world.at('2020-06-15', '12:00') };
    expect(await world.store.goalRecords.computed(world.program.id, 'funds-in-place', at)).toEqual([
      { value: 20_000, onDay: '2020-06-12' },
    ]);
  });

  test('of one voucher is entered once, however many enter it at once, and again once it was returned', async () => {
    const twice = await Promise.all([enter('0616-001', 100), enter('0616-001', 200)]);
    const [kept, ...others] = twice.filter((each) => each !== null);
    expect(others).toEqual([]);
    expect(await decide(kept?.id ?? 0, '金额与回单不符')).toBe(true);
    expect(await enter('0616-001', 300)).not.toBeNull();
    await expect(enter('0616-002', 0)).rejects.toThrow();
    await expect(enter('0616-003', 0.00001)).rejects.toThrow();
  });

  test('is corrected by another that a second person confirms; of one correction one waits, and one takes its place', async () => {
    const wrong = await enter('0617-001', 5000);
    if (wrong === null) throw new Error('it was not entered');
    await decide(wrong.id);
    const before = (await goal('funds-in-place')) ?? 0;
    const both = await Promise.all([
      enter('0617-001', 4800, 'funds', wrong.id),
      enter('0617-001', 4900, 'funds', wrong.id),
    ]);
    const [right, ...others] = both.filter((each) => each !== null);
    expect(others).toEqual([]);
    expect(await goal('funds-in-place')).toBe(before);
    expect(await enter('0617-001', 10)).toBeNull();
    await expect(decide(right?.id ?? 0, null, 'qianguoqiang')).rejects.toThrow();
    expect(await Promise.all([decide(right?.id ?? 0), decide(right?.id ?? 0)])).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(await goal('funds-in-place')).toBe(before + (right?.amount ?? 0) - 5000);
    expect(await world.store.promotionMoney.byId(world.program.id, wrong.id)).toMatchObject({
      standing: 'replaced',
      replacedAt: world.at('2020-06-15', '11:00'),
    });
    // As of a moment before it, the old one counted.
    const at = world.at('2020-06-15', '10:59');
    expect(await world.store.promotionMoney.confirmed(world.program.id, 'funds', at)).toEqual([]);
    const nothing = await enter('0617-001', 0, 'funds', right?.id ?? 0);
    await decide(nothing?.id ?? 0);
    expect(await goal('funds-in-place')).toBe(before - 5000);
    const now = world.at('2020-06-15', '12:00');
    const listed = await world.store.promotionMoney.confirmed(world.program.id, 'funds', now);
    expect(listed.map(({ voucher }) => voucher)).not.toContain('0617-001');
    expect(await enter('0617-001', 10)).toBeNull();
  });
});
