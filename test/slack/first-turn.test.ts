import { readdirSync } from 'node:fs';
import { getPriority, platform } from 'node:os';
import { expect, it } from 'vitest';
import { beginReceivingThread } from '../../src/slack/receive/begin-receiving.js';

it.runIf(platform() === 'linux')('lets what receives go before what works', async () => {
  const threads = () => readdirSync('/proc/self/task').map(Number);
  const before = new Set(threads());
  const ours = getPriority();

  const receiving = beginReceivingThread();
  expect(getPriority()).toBe(ours);
  receiving.goesFirst();

  const begun = threads().filter((thread) => !before.has(thread));
  expect(getPriority()).toBe(Math.max(ours, 5));
  expect(begun.map((thread) => getPriority(thread))).toContain(ours);
  await receiving.end();
});
