import { describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { readLeaveLine } from '../../../src/features/dayoff/line.js';

const people = [
  { id: 1, name: '冯立志', nameEn: 'Feng Lizhi' },
  { id: 2, name: '韩振国', nameEn: 'Han Zhenguo' },
  { id: 3, name: '何志远', nameEn: 'He Zhiyuan' },
];
const today = localDay('2020-04-30');
const read = (text: string) => readLeaveLine(text, people, today);
const leave = (from: string, to: string, delegateId: number | null = null, personId: number | null = null) => ({
  leave: { personId, delegateId, from: localDay(from), to: localDay(to) },
});

describe('a line about leave', () => {
  it.each([
    ['5月6日-9日 代理 韩振国', leave('2020-05-06', '2020-05-09', 2)],
    ['5月6日至5月9日，由韩振国代理', leave('2020-05-06', '2020-05-09', 2)],
    ['5.6-5.9 代理:韩振国', leave('2020-05-06', '2020-05-09', 2)],
    ['５月６日～９日　代理人：韩振国', leave('2020-05-06', '2020-05-09', 2)],
    ['5月6日 delegate Han Zhenguo', leave('2020-05-06', '2020-05-06', 2)],
    ['5月6日起3天', leave('2020-05-06', '2020-05-08')],
    ['明天', leave('2020-05-01', '2020-05-01')],
    ['冯立志5月6日-9日 代理 韩振国', leave('2020-05-06', '2020-05-09', 2, 1)],
    ['我请假5月6日-9日', leave('2020-05-06', '2020-05-09')],
    ['5/6-5/9', leave('2020-05-06', '2020-05-09')],
    ['1 July - 3 July', leave('2020-07-01', '2020-07-03')],
    ['1-3 July delegate Han Zhenguo', leave('2020-07-01', '2020-07-03', 2)],
    ['on leave from July 1 to 3', leave('2020-07-01', '2020-07-03')],
    ['Feng Lizhi 30 June to 2 July', leave('2020-06-30', '2020-07-02', null, 1)],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is asked again where no day, an unknown delegate or several persons are named', () => {
    expect(read('代理 韩振国')).toEqual({ fault: 'days' });
    expect(read('5月6日-9日 代理 王五')).toEqual({ fault: 'delegate' });
    expect(read('贺某5月6日-9日')).toEqual({ fault: 'person' });
    expect(read('冯立志 何志远5月6日-9日')).toEqual({ fault: 'person' });
  });
});
