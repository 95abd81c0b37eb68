import { viewJson } from '../api-json.js';
import { checkView } from '../block-kit/check.js';
import { Refused } from '../block-kit/refused.js';
import { shareFilesOf } from '../posting.js';
import type { View } from '../workspace/records.js';
import type { World } from '../world.js';
import type { Args } from './args.js';
import { type Methods, userAt } from './method.js';

function answer(world: World, view: View) {
  world.changes.tell({ person: view.person });
  return { ok: true, view: viewJson(world, view) };
}

/** A hash that is given must be the view's own; an empty one never is. */
function checkHash(view: View, args: Args): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== view.hash) throw new Refused('hash_conflict');
}

export const views: Methods = {
  'views.open': {
    tier: 4,
    scopes: [],
    token: 'bot',
    enforces: 'the view, its size, trigger_id once within 3 s, external_id once',
    run(world, args) {
      const draft = checkView(args.object('view'), 'modal');
      const { person } = world.triggers.exchange(args.text('trigger_id') ?? args.text('interactivity_pointer'));
      shareFilesOf(world, draft.blocks, person, '/view/blocks');
      return answer(world, world.views.open(person, draft));
    },
  },
  'views.push': {
    tier: 4,
    scopes: [],
    token: 'bot',
    enforces: 'the view, its size, a trigger_id out of an open modal, a stack of 3',
    run(world, args) {
      const draft = checkView(args.object('view'), 'modal');
      const { person, viewId } = world.triggers.exchange(args.text('trigger_id'));
      if (viewId === undefined || world.views.modal(person)?.id === undefined) throw new Refused('not_found');
      shareFilesOf(world, draft.blocks, person, '/view/blocks');
      return answer(world, world.views.push(person, draft));
    },
  },
  'views.update': {
    tier: 4,
    scopes: [],
    token: 'bot',
    enforces: 'the view, its size, an open view (not_found), its hash when given (hash_conflict); typed values stay',
    run(world, args) {
      const view = world.views.find(args.values);
      if (!view) throw new Refused('not_found');
      const draft = checkView(args.object('view'), view.type);
      checkHash(view, args);
      shareFilesOf(world, draft.blocks, view.person, '/view/blocks');
      return answer(world, world.views.update(view, draft));
    },
  },
  'views.publish': {
    tier: 4,
    scopes: [],
    token: 'bot',
    enforces: 'the view, its size, the home tab of the manifest (not_enabled), its hash when given',
    run(world, args) {
      const person = userAt(world, args.required('user_id'));
      if (!world.manifest.homeTab) throw new Refused('not_enabled');
      const draft = checkView(args.object('view'), 'home');
      const before = world.views.home(person.id);
      if (before) checkHash(before, args);
      shareFilesOf(world, draft.blocks, person.id, '/view/blocks');
      return answer(world, world.views.publish(person.id, draft));
    },
  },
};
