import type { Ctx, Feature, Outcome, Pressed } from '../../feature.js';
import { chooseAsked } from '../prompt/door.js';
import { seeHome } from './act/see.js';
import { ids } from './ids.js';
import { homeBlocks } from './view/home.js';

/** The home tab of each role. */
export const home: Feature = {
  name: 'home',
  home: show,
  actions: [{ id: ids.asked.id, rights: ['member'], run: choose }],
};

/** Who opens it looks: what came before is no longer new the next time. Who only has it open does not. */
async function show(ctx: Ctx, why: 'opened' | 'changed'): Promise<Outcome> {
  const { store, program, person, now } = ctx;
  const since =
    why === 'opened'
      ? await store.visits.visit(program.id, person.id, now)
      : await store.visits.newSince(program.id, person.id);
  return { kind: 'home', blocks: homeBlocks(ctx, await seeHome(ctx, since)) };
}

async function choose(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  await chooseAsked(ctx, ids.asked.value.parse(value).asked);
  return show(ctx, 'changed');
}
