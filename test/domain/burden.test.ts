import { expect, test } from 'vitest';
import { burdenOf, burdenRules, isUnasked, kindOfPost } from '../../src/domain/burden.js';
import { localDay } from '../../src/domain/day.js';
import { totalCounts } from '../../src/domain/prompt.js';

const month = localDay('2020-06-01');
const prompts = { quietFrom: '20:00', quietTo: '08:00' };

test('posts are told by their kind; one of a kind that is not known is of people', () => {
  const counts = { crowdedDays: 0, mornings: totalCounts([]), meetings: [{ review: 'weekly', count: 2 }] };
  const posts = [
    { key: 'prompt', count: 40 },
    { key: 'reminder', count: 2 },
    { key: 'digest', count: 9 },
    { key: 'review', count: 3 },
    { key: 'item', count: 2 },
    { key: 'leave', count: 1 },
    { key: 'some-new-one', count: 3 },
  ];
  const of = (seats: readonly (readonly [string, number])[]) => burdenOf(month, { ...counts, posts }, new Map(seats));
  expect(of([])).toMatchObject({ meetings: 2, attendances: null });
  expect(of([['weekly', 17]])).toMatchObject({ meetings: 2, attendances: 34 });
  expect(of([]).sent).toEqual([
    { kind: 'questions', count: 42 },
    { kind: 'reviews', count: 5 },
    { kind: 'digests', count: 9 },
    { kind: 'people', count: 4 },
  ]);
});

test('what somebody takes part in was asked for; the rest was not', () => {
  const unasked = ['prompt', 'leave', 'slip', 'item', 'obstacle-office', 'some-new-one'];
  expect(unasked.filter(isUnasked)).toEqual(unasked);
  expect(['answer', 'obstacle', 'obstacle-news', 'ledger-export', 'ledger-import'].filter(isUnasked)).toEqual([]);
  expect(kindOfPost('obstacle-step')).toBe('obstacles');
});

test('twelve points, all kept but what the counts and the settings break', () => {
  const kept = burdenRules({ ...prompts, crowdedDays: 0, spared: 6518 });
  expect(kept).toHaveLength(12);
  expect(kept.every((rule) => rule.kept)).toBe(true);
  expect(kept.map(({ how }) => how.zh)).toContain('免问6518项');
  const broken = (more: Partial<Parameters<typeof burdenRules>[0]>) =>
    burdenRules({ ...prompts, crowdedDays: 0, spared: 0, ...more })
      .filter((rule) => !rule.kept)
      .map(({ point, how }) => `${point.zh}：${how.zh}`);
  expect(broken({ crowdedDays: 2 })).toEqual(['每人每天最多1条：超过2次']);
  expect(broken({ quietFrom: '22:00' })).toEqual(['夜里和放假不打扰：22:00至08:00不发']);
  expect(broken({ quietTo: '07:30' })).toEqual(['夜里和放假不打扰：20:00至07:30不发']);
});
