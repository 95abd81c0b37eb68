import { describe, expect, test } from 'vitest';
import { insist } from '../../src/slack/insist.js';

describe('what has happened and is to be written down', () => {
  test('is written as soon as the store is back', async () => {
    let tried = 0;
    const written = await insist(async () => {
      tried += 1;
      if (tried < 3) throw new Error('Connection terminated unexpectedly');
      return tried;
    });
    expect(written).toBe(3);
  });

  test('is a fault where the store stays away', { timeout: 20_000 }, async () => {
    let tried = 0;
    const writing = insist(async () => {
      tried += 1;
      throw new Error('Connection terminated unexpectedly');
    });
    await expect(writing).rejects.toThrow('Connection terminated unexpectedly');
    expect(tried).toBe(10);
  });
});
