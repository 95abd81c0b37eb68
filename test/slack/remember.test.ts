import { expect, it } from 'vitest';
import { rememberBriefly } from '../../src/slack/receive/remember.js';

it('what was read is believed for a moment, and no longer once this process has changed it', async () => {
  let version = 0;
  let reads = 0;
  const remembered = rememberBriefly(
    async (key) => `${key}${++reads}`,
    () => version,
  );
  expect([await remembered('T'), await remembered('T'), await remembered('U')]).toEqual(['T1', 'T1', 'U2']);
  version += 1;
  expect([await remembered('T'), await remembered('T')]).toEqual(['T3', 'T3']);
});
