import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { enforcedTable } from '../../src/sandbox/enforced.js';

it("the README's table of what is enforced is the code's own", () => {
  const readme = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');
  const [, table] = /<!-- enforced -->([\s\S]*?)<!-- \/enforced -->/.exec(readme) ?? [];
  // The formatter pads the cells: only the words count.
  const bare = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();
  expect(bare(table ?? '')).toBe(enforcedTable());
});
