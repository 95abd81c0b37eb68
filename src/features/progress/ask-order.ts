import type { Ctx, Outcome } from '../../feature.js';
import { remember } from '../conversation/door.js';
import { orderChoices, orderMessage } from './messages/order.js';
import type { OutOfOrder } from './model.js';
import { mayState } from './record.js';

/**
 * Asks what is meant where a step is finished over earlier ones that are open; what was stated waits with the question, to be
 * kept by a press or a word, whichever way it came.
 */
export async function askOrder(ctx: Ctx, order: OutOfOrder): Promise<Outcome> {
  const { item, items, earlier, said, files, amends } = order;
  const { project } = item;
  const mayBoth = earlier.every(({ id }) => {
    const milestone = project.milestones.find((each) => each.id === id) ?? null;
    return milestone !== null && mayState(ctx, { project, milestone }).allowed;
  });
  const candidates = orderChoices(order, mayBoth, ctx.language);
  const message = orderMessage(ctx, order, candidates);
  const statement = {
    items: items.map(({ project: of, milestone, alone, ...rest }) => ({
      project: of.id,
      milestone: milestone?.id ?? null,
      percent: rest.percent,
      done: rest.done,
      doneOn: rest.doneOn,
      forecast: rest.forecast,
      investment: rest.investment,
      note: rest.note,
      why: rest.why,
      alone: alone ?? false,
    })),
    step: item.milestone?.id ?? 0,
    earlier: earlier.map(({ id }) => id),
    ...{ said, files, amends },
  };
  await remember(ctx, { of: 'order', question: message.text, candidates, statement });
  return { kind: 'say', message };
}
