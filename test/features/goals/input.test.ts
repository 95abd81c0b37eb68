import { describe, expect, test } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { readGoalsText } from '../../../src/features/goals/input.js';
import { goals } from '../../messages/county.js';

const read = (text: string) => readGoalsText(text, goals, localDay('2020-06-17'));

describe('what is typed after /goals', () => {
  test.each(['', ' ', 'all', '全部', '目标'])('%j asks for all goals', (text) => {
    expect(read(text)).toEqual({ ask: 'all' });
  });

  test.each([
    ['项目开工率', 'start-rate'],
    ['开工率', 'start-rate'],
    ['start rate', 'start-rate'],
    ['到位', 'funds-in-place'],
    ['foreign-capital', 'foreign-capital'],
  ])('%j asks for one goal', (text, goal) => {
    expect(read(text)).toEqual({ ask: 'one', goal });
  });

  test.each([
    ['到位资金 12.3亿', 'funds-in-place', 123000, null],
    ['到位资金12.3亿元', 'funds-in-place', 123000, null],
    ['到位资金：１２．３亿', 'funds-in-place', 123000, null],
    ['到位资金 8600万6月15日', 'funds-in-place', 8600, '2020-06-15'],
    ['到位资金 12.3亿 2020-06-15', 'funds-in-place', 123000, '2020-06-15'],
    ['funds in place 1.23 billion yuan', 'funds-in-place', 123000, null],
    ['利用外资 310万美元', 'foreign-capital', 310, null],
    ['foreign capital used $3.1 million', 'foreign-capital', 310, null],
    ['foreign capital used 3.1 million dollars', 'foreign-capital', 310, null],
    ['招商活动11次', 'promotion-activities', 11, null],
    ['招商活动 11', 'promotion-activities', 11, null],
  ])('%j records a value', (text, goal, value, on) => {
    expect(read(text)).toEqual({ ask: 'record', goal, value, on });
  });

  test.each([
    '到位资金 12.3',
    '到位资金 12-13亿',
    '到位资金 约12亿',
    '到位资金 12.3亿6月20日',
    '到位资金 1.2万美元',
    '利用外资 310万',
    '利用外资 310万元',
    '招商活动11.5次',
    '招商活动 11亿',
  ])('%j is not guessed', (text) => {
    expect(read(text)).toMatchObject({ ask: 'unread-value' });
  });

  test('a name that fits several goals is asked about, one that fits none refused', () => {
    expect(read('项目')).toMatchObject({ ask: 'several', goals: ['start-rate', 'industrial-started'] });
    expect(read('粮食产量 3亿')).toMatchObject({ ask: 'unknown-goal', said: '粮食产量' });
  });
});
