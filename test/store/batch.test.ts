import { describe, expect, test } from 'vitest';
import { batched } from '../../src/store/batch.js';

describe('what comes while a batch is under way', () => {
  test('goes with the next one', async () => {
    const batches: (readonly number[])[] = [];
    const double = batched(async (numbers: readonly number[]) => {
      batches.push(numbers);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return numbers.map((number) => number * 2);
    });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  test('is tried alone where its batch failed, so that one spoils no other', async () => {
    const run = batched(async (numbers: readonly number[]) => {
      if (numbers.includes(2)) throw new Error('two');
      return numbers;
    });
    const ends = await Promise.allSettled([1, 2, 3].map(run));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('goes with its own kind: a failing program is nothing to the others, which are done once', async () => {
    const done: string[] = [];
    const keep = batched(
      async (lines: readonly { program: number; line: string }[]) => {
        if (lines.some(({ program }) => program === 2)) throw new Error('the second program is ill');
        done.push(...lines.map(({ line }) => line));
        return lines;
      },
      ({ program }) => program,
    );
    await Promise.allSettled(
      [
        { program: 9, line: 'first' },
        { program: 1, line: 'a' },
        { program: 2, line: 'b' },
        { program: 1, line: 'c' },
      ].map(keep),
    );
    expect(done.sort()).toEqual(['a', 'c', 'first']);
  });
});
