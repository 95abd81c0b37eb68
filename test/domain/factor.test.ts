import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import {
  backTo,
  compareRequests,
  compareYieldFirst,
  type FactorBatch,
  type FactorRequest,
  factorClass,
  giveTo,
  inTurn,
  leftOf,
  recallFrom,
  waiting,
  yieldTenths,
} from '../../src/domain/factor.js';
import { amountsIn, amountText } from '../../src/domain/factor-amount.js';
import { factorIn, lacks, needIn } from '../../src/domain/factor-need.js';

const today = localDay('2020-06-17');
const mu = (amount: number) => amount * 10_000;

const request = (id: number, more: Partial<FactorRequest>): FactorRequest => ({
  id,
  code: `P-${String(id).padStart(3, '0')}`,
  standing: 'open',
  class: 'other',
  gate: null,
  investment: null,
  amount: mu(10),
  given: 0,
  released: 0,
  divisible: false,
  askedAt: id,
  ...more,
});
const batch = (amount: number, more: Partial<FactorBatch> = {}): FactorBatch => ({
  id: 1,
  amount,
  given: 0,
  from: localDay('2020-06-01'),
  ...more,
});

const p003 = request(3, { gate: localDay('2020-06-30'), investment: 42_000, amount: mu(32) });
const p012 = request(12, { gate: localDay('2020-09-30'), investment: 18_600, amount: mu(45) });
const p052 = request(52, { investment: 38_000, amount: mu(60) });

describe('the order of the plan', () => {
  it('is class, gate, yield, day asked: 120 mu go to P-003 and P-012, and P-052 is 17 short', () => {
    const lines = inTurn([p052, p012, p003], [batch(mu(120))], today);
    expect(lines.map(({ request: { code }, after, short }) => [code, after / 10_000, short / 10_000])).toEqual([
      ['P-003', 88, 0],
      ['P-012', 43, 0],
      ['P-052', 43, 17],
    ]);
    expect([p003, p012, p052].map(yieldTenths)).toEqual([13_125, 4_133, 6_333]);
  });

  it('by yield alone would pass P-052 before P-012, which is then 17 short', () => {
    const lines = inTurn([p052, p012, p003], [batch(mu(120))], today, compareYieldFirst);
    expect(lines.map(({ request: { code }, after, short }) => [code, after / 10_000, short / 10_000])).toEqual([
      ['P-003', 88, 0],
      ['P-052', 28, 0],
      ['P-012', 28, 17],
    ]);
  });

  it('has the class above all, and the day asked where all else is alike', () => {
    const key = request(70, { class: factorClass('省重点项目') });
    const people = request(71, { class: factorClass('民生实事') });
    const [one, two] = [request(5, { askedAt: 2 }), request(6, { askedAt: 1 })];
    expect([one, two, p003, people, key].sort(compareRequests)).toEqual([key, people, p003, two, one]);
    expect(factorClass('市重点')).toBe('other');
  });

  const any = fc
    .record({
      class: fc.constantFrom('provincial' as const, 'livelihood' as const, 'other' as const),
      gate: fc.constantFrom(null, localDay('2020-06-30'), localDay('2020-09-30')),
      investment: fc.option(fc.integer({ min: 1, max: 1e6 }).map((yuan) => yuan / 10_000)),
      amount: fc.integer({ min: 1, max: 1e6 }),
      divisible: fc.boolean(),
      askedAt: fc.integer({ min: 0, max: 3 }),
    })
    .map((more) => more);
  const several = fc.array(any, { maxLength: 12 }).map((all) => all.map((more, id) => request(id, more)));
  const pools = fc
    .array(fc.record({ amount: fc.integer({ min: 1, max: 1e6 }), from: fc.constantFrom('2020-06-01', '2020-07-01') }), {
      maxLength: 3,
    })
    .map((all) => all.map(({ amount, from }, id) => batch(amount, { id, from: localDay(from) })));

  test('does not depend on how they come in, and is a total order', () => {
    fc.assert(
      fc.property(several, fc.integer(), (all, turn) => {
        const turned = all.map((_, index) => all[(index + (Math.abs(turn) % all.length)) % all.length] ?? all[0]);
        const order = (of: readonly (FactorRequest | undefined)[]) =>
          of
            .flatMap((each) => each ?? [])
            .sort(compareRequests)
            .map(({ id }) => id);
        expect(order(turned)).toEqual(order(all));
      }),
    );
  });

  test('nothing is given that is not there, nor in part what is not divisible, nor ahead but to a provincial key project', () => {
    fc.assert(
      fc.property(several, pools, (all, batches) => {
        const drawn = new Map<number, number>();
        let now = batches;
        for (const each of [...all].sort(compareRequests)) {
          const given = giveTo(each, now, today);
          if ('refused' in given) {
            const left = leftOf(now, today, each.class === 'provincial');
            expect(left === 0 || (!each.divisible && left < waiting(each))).toBe(true);
            continue;
          }
          expect(given.give).toBe(given.draws.reduce((sum, { amount }) => sum + amount, 0));
          if (!each.divisible) expect(given.give).toBe(each.amount);
          for (const { batchId, amount, ahead } of given.draws) {
            expect(ahead && each.class !== 'provincial').toBe(false);
            expect(ahead).toBe((batches.find(({ id }) => id === batchId)?.from ?? today) > today);
            drawn.set(batchId, (drawn.get(batchId) ?? 0) + amount);
          }
          now = batches.map((of) => ({ ...of, given: drawn.get(of.id) ?? 0 }));
        }
        for (const { id, amount } of batches) expect(drawn.get(id) ?? 0).toBeLessThanOrEqual(amount);
      }),
    );
  });
});

describe('amounts', () => {
  it('are exact, in the measure of their factor', () => {
    expect(amountsIn('32亩建设用地', '亩')).toEqual([mu(32)]);
    expect(amountsIn('要2公顷', '亩')).toEqual([mu(30)]);
    expect(amountsIn('缺口1.2万吨标准煤', '吨标准煤')).toEqual([mu(12_000)]);
    expect(amountsIn('1.5亿元', '万元')).toEqual([mu(15_000)]);
    expect(amountsIn('5000万元', '万元')).toEqual([mu(5_000)]);
    expect(amountsIn('1 million yuan', '万元')).toEqual([mu(100)]);
    expect(amountsIn('30万方', '万立方米')).toEqual([mu(30)]);
    expect(amountsIn('250公斤', '吨')).toEqual([mu(0.25)]);
    expect(amountsIn('0.1亩和0.2亩', '亩')).toEqual([1000, 2000]);
    expect(amountsIn('0.00001亩', '亩')).toEqual([null]);
    expect(amountsIn('0亩', '亩')).toEqual([null]);
    expect(amountText(mu(32) + 1)).toBe('32.0001');
  });
});

const factors = [
  { key: 'land', name: { zh: '土地', en: 'Land' }, measure: '亩' },
  { key: 'funds', name: { zh: '资金', en: 'Funds' }, measure: '万元' },
  { key: 'energy-quota', name: { zh: '能耗指标', en: 'Energy quota' }, measure: '吨标准煤' },
  { key: 'environmental-capacity', name: { zh: '环境容量', en: 'Environmental capacity' }, measure: '吨' },
];

describe('what the ledger’s problems say', () => {
  const need = (text: string) => {
    const said = needIn(text, factors);
    return said && [said.factor.key, said.part, said.amount && amountText(said.amount)];
  };
  it('is a need with its amount, or without one, which nobody invents', () => {
    expect(need('32亩建设用地指标未落实')).toEqual(['land', '', '32']);
    expect(need('能耗指标缺口1.2万吨标准煤')).toEqual(['energy-quota', '', '12000']);
    expect(need('环境容量（VOCs）需市级调剂')).toEqual(['environmental-capacity', 'VOCs', null]);
    expect(need('能耗指标需等量替代')).toEqual(['energy-quota', '', null]);
  });
  it('is none where it is the paper that is missing', () => {
    for (const text of [
      '土地报批慢，影响7月开工',
      '养殖用地备案未办',
      '污水接纳容量待核',
      '排污许可变更需等待',
      '流动资金紧张，贷款续期未批',
    ])
      expect(need(text)).toBeNull();
  });
  it('names one factor or none', () => {
    expect(factorIn('土地和资金', factors)).toBeNull();
    expect(factorIn('32亩', factors)?.factor.key).toBe('land');
  });
});

describe('what is held', () => {
  const held = {
    given: mu(32),
    stage: 'landed' as const,
    projectStanding: 'open' as const,
    plannedStart: localDay('2020-06-25'),
    kept: false,
  };

  it('is proposed to be recalled once 90 days have passed since the planned start: P-003 on Thu 24 September', () => {
    expect(recallFrom(held)).toBe('2020-09-24');
    expect(recallFrom(held, 30)).toBe('2020-07-26');
  });

  it('is not while its project has started, rests, or was never to start', () => {
    expect(recallFrom({ ...held, stage: 'started' })).toBeNull();
    expect(recallFrom({ ...held, projectStanding: 'paused' })).toBeNull();
    expect(recallFrom({ ...held, plannedStart: null })).toBeNull();
    expect(recallFrom({ ...held, given: 0 })).toBeNull();
    expect(recallFrom({ ...held, kept: true })).toBeNull();
  });
});

describe('what goes back', () => {
  it('goes to the latest batch first, and to no batch more than came of it', () => {
    const held = [
      { batchId: 1, amount: mu(20), from: localDay('2020-06-01') },
      { batchId: 2, amount: mu(12), from: localDay('2020-07-01') },
    ];
    expect(backTo(held, mu(15)).map(({ batchId, amount }) => [batchId, amount])).toEqual([
      [2, -mu(12)],
      [1, -mu(3)],
    ]);
    expect(backTo(held, mu(32)).reduce((sum, { amount }) => sum + amount, 0)).toBe(-mu(32));
  });
});

describe('an obstacle', () => {
  const factors = [{ key: 'land', name: { zh: '土地', en: 'Land' }, measure: '亩' }];

  it('lacks a factor by its matter and by what it says', () => {
    expect(lacks({ matter: 'land', text: '用地指标缺口10亩' }, factors, 'land')).toBe(true);
    expect(lacks({ matter: 'approval', text: '用地指标缺口10亩' }, factors, 'land')).toBe(false);
    expect(lacks({ matter: 'land', text: '土地报批慢' }, factors, 'land')).toBe(false);
  });
});
