import { afterEach, describe, expect, test } from 'vitest';
import { computeDigest } from '../../../src/domain/digest/compute.js';
import { digestPosts } from '../../../src/features/digest/messages/posts.js';
import { readFacts } from '../../../src/features/digest/read.js';
import { fillProgram } from '../../support/large-county.js';
import { dongE, openWorld, type World } from './world.js';

let world: World | null = null;
afterEach(() => world?.close());

/** Milliseconds of a digest from the store to its messages, the best of three: a busy machine is not what is asked about. */
async function cost(
  projects: number,
  reports: number,
): Promise<{ readonly asOf: number; readonly now: number; readonly compute: number }> {
  world = await openWorld(await dongE());
  await fillProgram(world.opened, world.program.id, { projects, reports, from: '2020-03-01' });
  const moment = world.at('2020-06-17', '18:00');
  const day = '2020-06-17' as never;
  const best = { asOf: Infinity, now: Infinity, compute: Infinity };
  for (let round = 0; round < 3; round++) {
    const begun = performance.now();
    const facts = await readFacts(world, day, { moment, knownAt: moment }, false);
    const read = performance.now();
    const digest = computeDigest(facts, { of: 'plan' });
    digestPosts(digest, { language: 'zh', private: false, past: false, late: false, corrections: [] });
    const made = performance.now();
    await readFacts(world, day, { moment, knownAt: moment }, true);
    best.asOf = Math.min(best.asOf, read - begun);
    best.compute = Math.min(best.compute, made - read);
    best.now = Math.min(best.now, performance.now() - made);
  }
  await world.close();
  world = null;
  return best;
}

// Minutes of filling: `GONGJIAN_COST=1 npx vitest run test/features/digest/cost.test.ts`.
describe.runIf(process.env.GONGJIAN_COST)('the cost of a digest', () => {
  test('grows with the projects and not with what was reported about them', { timeout: 900_000 }, async () => {
    const small = await cost(1000, 2);
    const long = await cost(1000, 40);
    const large = await cost(10_000, 2);
    process.stdout.write(`${JSON.stringify({ small, long, large }, null, 2)}\n`);
    const sum = (each: typeof small) => each.asOf + each.compute;
    expect(sum(long) / sum(small)).toBeLessThan(1.5);
    expect(sum(large) / sum(small)).toBeLessThan(15);
  });
});
