import { expect, test } from 'vitest';
import { readPlanBytes } from '../../src/plan/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a plan that somebody sent is read as a file is, and its faults have a line', () => {
  const read = readPlanBytes('plan.yaml', bytes('key: dong-e-2021\nyear: zwanzig\n'));
  if (!('errors' in read)) throw new Error('it was read');
  expect(read.errors.find((error) => error.path === 'year')).toMatchObject({ file: 'plan.yaml', line: 2 });
});

test('bytes that are no text, and text that is no plan, are said to be so', () => {
  for (const hostile of [new Uint8Array([0xff, 0xfe, 0x00]), bytes('- [{'), bytes(''), bytes('&a [*a, *a]')])
    expect(readPlanBytes('plan.yaml', hostile)).toHaveProperty('errors');
});

test('it opens no other file of this machine', () => {
  const read = readPlanBytes('plan.yaml', bytes('projects: secret.yaml\n'));
  expect('errors' in read && read.errors.some((error) => error.path.startsWith('projects'))).toBe(true);
});
