import type { Ctx, Feature, Outcome, Pressed } from '../../feature.js';
import { cardOutcome, searchOutcome } from './act/answer.js';
import { projectOptions } from './act/find.js';
import { ids } from './ids.js';

/** Projects to be looked at: found by whatever they are called, and their cards. `/gongjian` (help) searches here. */
export const project: Feature = {
  name: 'project',
  actions: [
    {
      id: ids.card.id,
      rights: ['see-project'],
      run: (ctx, { value }) => cardOutcome(ctx, ids.card.value.parse(value).id),
    },
    { id: ids.list.id, rights: ['member', 'see-project'], run: listed },
    { id: ids.find.id, rights: ['see-project'], run: chosen },
  ],
  suggestions: [{ id: ids.find.id, rights: ['see-project'], run: projectOptions }],
};

async function listed(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  return searchOutcome(ctx, ids.list.value.parse(value).typed, true);
}

async function chosen(ctx: Ctx, { chosen: id }: Pressed): Promise<Outcome> {
  return cardOutcome(ctx, Number(id));
}
