import { describe, expect, it } from 'vitest';
import {
  correctsVoucher,
  hundredthsDone,
  incrementOf,
  namesVoucher,
  readCorrectionLine,
  readMoneyLine,
  sumOf,
} from '../../../src/domain/promotion/money.js';
import fc from '../../support/properties.js';
import { day } from '../given.js';

const read = (text: string) => readMoneyLine(text, day('2020-06-15'));

describe('a voucher that was wrong', () => {
  const correct = (text: string) => readCorrectionLine(text, day('2020-06-15'));
  it.each([
    [
      '更正凭证0615-031 4800万元',
      { voucher: '0615-031', void: false, money: { kind: 'funds', amount: 4800 }, code: null, on: null },
    ],
    ['更正 凭证0615-031 P-021 6月12日', { money: null, code: 'P-021', on: '2020-06-12' }],
    ['凭证0615-031更正为300万美元', { money: { kind: 'foreign-capital', amount: 300 } }],
    ['更正凭证0701-001 增资到8000万元', { money: { amount: 8000 }, inAll: true }],
    ['更正凭证0615-031，作废', { voucher: '0615-031', void: true }],
    ['凭证0615-031作废', { void: true }],
    ['correct voucher 0615-031 48 million yuan', { money: { kind: 'funds', amount: 4800 } }],
    ['void voucher 0615-031', { void: true }],
  ])('%s', (text, expected) => {
    expect(correctsVoucher(text)).toBe(true);
    expect(correct(text)).toMatchObject({ correction: expected });
  });

  it.each([
    ['更正凭证0615-031', 'change'],
    ['更正凭证0615-031 作废 4800万元', 'change'],
    ['更正凭证0615-031 约4800万元', 'amount'],
    ['更正凭证0615-031 0元', 'amount'],
    ['更正凭证0615-031 4800万元、200万元', 'amounts'],
    ['更正凭证 4800万元', 'voucher'],
    ['更正凭证0615-031 P-013 P-014', 'projects'],
    ['更正凭证0615-031 6月20日', 'day'],
  ])('%s: %s', (text, fault) => {
    expect(correct(text)).toEqual({ fault });
  });

  it.each(['凭证0615-031 5000万元 P-013', '更正一下昨天的活动'])('is not meant by %s', (text) => {
    expect(correctsVoucher(text)).toBe(false);
  });
});

describe('money that arrived', () => {
  it.each([
    ['凭证0615-031 5000万元 P-013', { kind: 'funds', voucher: '0615-031', amount: 5000, code: 'P-013', on: null }],
    ['P-013到资1.2亿元，凭证号：0608-002，6月8日', { amount: 12_000, voucher: '0608-002', on: '2020-06-08' }],
    ['凭证JZ20200612 300万美元 p-021', { kind: 'foreign-capital', amount: 300, voucher: 'JZ20200612', code: 'P-021' }],
    ['voucher 0615-031 50 million yuan P-013', { kind: 'funds', amount: 5000 }],
    ['voucher 0615-032 $3 million P-013', { kind: 'foreign-capital', amount: 300 }],
    ['凭证0701-001 增资到8000万元 P-013', { amount: 8000, inAll: true }],
    ['凭证0701-002 增资3000万元 P-013', { amount: 3000, inAll: false }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject({ money: expected });
  });

  it.each([
    ['5000万元 P-013', 'voucher'],
    ['凭证 5000万元 P-013', 'voucher'],
    ['凭证 5,000万元 P-013', 'voucher'],
    ['凭证0615-031 P-013', 'amount'],
    ['凭证0615-031 约5000万元 P-013', 'amount'],
    ['凭证0615-031 0元 P-013', 'amount'],
    ['凭证0615-031 5000万元和300万美元 P-013', 'amounts'],
    ['凭证0615-031 5000万元、3000万元 P-013', 'amounts'],
    ['凭证0615-031 5000万元', 'project'],
    ['凭证0615-031 5000万元 P-013 P-014', 'projects'],
    ['凭证0615-031 5000万元 P-013 6月20日', 'day'],
  ])('%s: %s', (text, fault) => {
    expect(read(text)).toEqual({ fault });
  });

  it('is told from other lines by its voucher', () => {
    expect(namesVoucher('凭证0615-031 5000万元')).toBe(true);
    expect(namesVoucher('6月16日赴苏州考察')).toBe(false);
  });

  it('8000 + 12000 of 400000 is 5.00 %, and with 5000 more 6.25', () => {
    expect(sumOf([8000, 12_000])).toBe(20_000);
    expect(hundredthsDone(20_000, 400_000)).toBe(500);
    expect(hundredthsDone(25_000, 400_000)).toBe(625);
    expect(hundredthsDone(399_999.9999, 400_000)).toBe(9999);
  });

  it('counts an increase by its increment', () => {
    expect(incrementOf({ amount: 8000, inAll: true }, 5000)).toBe(3000);
    expect(incrementOf({ amount: 8000, inAll: false }, 5000)).toBe(8000);
  });

  it('is added exactly, whatever the order', () => {
    const yuan = fc.array(fc.integer({ min: 1, max: 10_000_000_000 }), { maxLength: 50 });
    fc.assert(
      fc.property(yuan, (amounts) => {
        const wan = amounts.map((each) => each / 10_000);
        expect(sumOf(wan)).toBe(sumOf([...wan].reverse()));
        expect(sumOf(wan) * 10_000).toBeCloseTo(Number(amounts.reduce((sum, each) => sum + BigInt(each), 0n)), 0);
      }),
    );
  });
});
