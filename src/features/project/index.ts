import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { projectOptions } from './find.js';
import { ids } from './ids.js';
import { search } from './search.js';
import { showCard } from './see.js';

/** Projects to be looked at: found by whatever they are called, and their cards. `/gongjian` (help) searches here. */
export const project: Feature = {
  name: 'project',
  actions: [
    on.press(ids.card, ['see-project'], (ctx, { id }) => showCard(ctx, id)),
    on.press(ids.list, ['member', 'see-project'], (ctx, { typed }) => search(ctx, typed, true)),
    // What its menu offers is a project's id alone.
    { id: ids.find.id, rights: ['see-project'], run: (ctx, { chosen }) => showCard(ctx, Number(chosen)) },
  ],
  suggestions: [on.suggest(ids.find, ['see-project'], projectOptions)],
};
