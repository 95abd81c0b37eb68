import { describe, expect, it } from 'vitest';
import { type ActivityReader, readActivityLine } from '../../../src/domain/promotion/activity.js';
import fc from '../../support/properties.js';
import { day } from '../given.js';

const leaders = [
  { id: 1, name: '白宪忠', nameEn: 'Bai Xianzhong' },
  { id: 2, name: '苏勇', nameEn: 'Su Yong' },
  { id: 3, name: '邱震', nameEn: 'Qiu Zhen' },
];
const reader = (self: number | null): ActivityReader => ({ today: day('2020-06-17'), leaders, self });
const read = (text: string, self: number | null = 1) => readActivityLine(text, reader(self));
const activity = (text: string, self: number | null = 1) => {
  const found = read(text, self);
  if ('fault' in found) throw new Error(`${text}: ${found.fault}`);
  return found.activity;
};

describe('an activity in one line', () => {
  it('is who led, when, where, about what and how many firms', () => {
    expect(activity('6月16日带队赴苏州考察装备制造，对接2家')).toEqual({
      leaderId: 1,
      joinedIds: [],
      on: '2020-06-16',
      place: '苏州',
      field: '装备制造',
      firms: 2,
      text: '6月16日带队赴苏州考察装备制造,对接2家',
    });
  });

  it.each([
    ['昨天去上海招商，生物医药，见了三家企业', { on: '2020-06-16', place: '上海', firms: 3 }],
    ['6月15日到北京洽谈新材料项目', { on: '2020-06-15', place: '北京', field: '新材料', firms: null }],
    ['今天在济南举办医养健康产业招商推介会', { on: '2020-06-17', place: '济南', field: '医养健康' }],
    ['６月１６日赴深圳拜访企业４家', { on: '2020-06-16', place: '深圳', firms: 4, field: null }],
    ['16 June led a visit to Suzhou on equipment, met 2 firms', { place: 'Suzhou', field: 'equipment', firms: 2 }],
  ])('%s', (text, expected) => {
    expect(activity(text)).toMatchObject(expected);
  });

  it('does the duty of the one who led; who went along is kept beside', () => {
    const text = '6月16日苏勇带队赴苏州考察装备制造，邱震随行';
    expect(activity(text, null)).toMatchObject({ leaderId: 2, joinedIds: [3] });
    expect(activity(text, 3)).toMatchObject({ leaderId: 2, joinedIds: [3] });
    expect(activity('6月16日与苏勇赴苏州考察装备', 1)).toMatchObject({ leaderId: 1, joinedIds: [2] });
    expect(activity('6月16日苏勇赴苏州考察装备', null)).toMatchObject({ leaderId: 2, joinedIds: [] });
  });

  it.each([
    ['带队赴苏州考察装备制造', 1, 'day'],
    ['6月15日、6月16日赴苏州考察', 1, 'days'],
    ['6月20日赴苏州考察装备', 1, 'to-come'],
    ['6月31日赴苏州考察装备', 1, 'day'],
    ['6月16日赴苏州考察装备', null, 'leader'],
    ['6月16日带队赴苏州考察，白宪忠', null, 'leaders'],
    ['6月16日苏勇、邱震赴苏州考察', null, 'leaders'],
    ['6月16日苏勇、邱震带队赴苏州考察', null, 'leaders'],
    ['6月16日考察装备制造', 1, 'place'],
    [`6月16日赴苏州考察${'装'.repeat(400)}`, 1, 'too-long'],
  ] as const)('%s by %s: %s', (text, self, fault) => {
    expect(read(text, self)).toEqual({ fault });
  });

  it('whatever is typed is read or refused, and a day to come is never taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const found = read(text);
        if ('activity' in found) expect(found.activity.on <= '2020-06-17').toBe(true);
      }),
    );
  });
});
