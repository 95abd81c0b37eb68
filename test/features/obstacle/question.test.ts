import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx, Outcome } from '../../../src/feature.js';
import { chooseCandidate, flagAnyway, flagLine } from '../../../src/features/obstacle/flag-line.js';
import { ids } from '../../../src/features/obstacle/ids.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const PHOTO = { id: 'F001', name: '现场.jpg' };

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

/** What the first button of an answer with this id carries, as Slack brings it back. */
function carriedBy<Value>(outcome: Outcome, id: { id: string; value: { parse: (value: unknown) => Value } }): Value {
  if (outcome.kind !== 'say') throw new Error(outcome.kind);
  const buttons = outcome.message.blocks.flatMap((block) =>
    block.type === 'actions' && 'elements' in block ? block.elements : [],
  ) as { action_id?: string; value?: string }[];
  const found = buttons.find((each) => each.action_id?.startsWith(`${id.id}#`));
  if (!found?.value) throw new Error(`there is no ${id.id}`);
  return id.value.parse(JSON.parse(found.value));
}

const newest = () => world.opened.client.obstacle.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('a question about a line', () => {
  let ctx: Ctx;
  beforeAll(async () => {
    ctx = world.ctx(await world.person('hezhiyuan'), world.at('2020-06-17', '10:00'));
  });

  it('loses neither its photo nor its urgency', async () => {
    const line = { text: '土地指标未批，影响开工 加急：汛期将至', thread: null, files: [PHOTO] };
    const carried = carriedBy(await flagLine(ctx, line), ids.choose);
    await chooseCandidate({ ...ctx, cause: 'chosen' }, carried);
    expect(await newest()).toMatchObject({ urgentReason: '汛期将至', files: [PHOTO] });
  });

  it('whether it is another one loses neither, too', async () => {
    const line = { text: 'P-001 土地指标未批，影响开工 加急：汛期将至', thread: null, files: [PHOTO] };
    await flagLine({ ...ctx, cause: 'first' }, line);
    const offered = await flagLine({ ...ctx, cause: 'second' }, line);
    const before = await newest();
    await flagAnyway({ ...ctx, cause: 'third' }, carriedBy(offered, ids.anyway));
    const filed = await newest();
    expect(filed.id).toBeGreaterThan(before.id);
    expect(filed).toMatchObject({ urgentReason: '汛期将至', files: [PHOTO] });
  });
});
