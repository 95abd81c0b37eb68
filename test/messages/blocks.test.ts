import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { AS_JSON, KINDS, kindsOf } from './golden.js';

const folder = fileURLToPath(new URL('./', import.meta.url));

test('one of each kind of block is kept as Slack is sent it, and no more are', () => {
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'));
  expect(kept.map((name) => name.slice(0, -5)).sort()).toEqual([...AS_JSON].sort());
  const kinds = kept.flatMap((name) => kindsOf(JSON.parse(readFileSync(folder + name, 'utf8'))));
  expect([...new Set(kinds)].sort()).toEqual([...KINDS].sort());
});
