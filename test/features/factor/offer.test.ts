import { afterAll, beforeAll, expect, test } from 'vitest';
import { showProject } from '../../../src/features/factor/see.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

/** The label of the press that a project's problem of the ledger is offered with, to somebody; null: none is. */
async function offered(as: string, code: string): Promise<string | null> {
  const { id } = await world.opened.client.project.findFirstOrThrow({ where: { programId: world.program.id, code } });
  const said = await showProject(world.ctx(await world.person(as), world.at('2020-06-17', '10:00')), id);
  return /申请[\d.]+[^"]+|填数量/.exec(JSON.stringify(said))?.[0] ?? (said.kind === 'refuse' ? 'refused' : null);
}

test('the ledger of 2020 yields four needs: two with their amount, two with the question, and none is invented', async () => {
  expect(await offered('renchangqing', 'P-003')).toBe('申请32亩');
  expect(await offered('renchangqing', 'P-007')).toBe('申请12000吨标准煤');
  expect(await offered('renchangqing', 'P-004')).toBe('填数量');
  expect(await offered('renchangqing', 'P-048')).toBe('填数量');
  expect(await offered('renchangqing', 'P-012')).toBeNull();
  expect(await offered('jiangpeng', 'P-003')).toBe('申请32亩');
  expect(await offered('jiangpeng', 'P-007')).toBe('refused');
});
