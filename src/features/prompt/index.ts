import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { allOnPlan, answerBlocked, answerLate, answerNumber, done, onPace, openForm, undo } from './answer.js';
import { askOwners } from './ask.js';
import { ids } from './ids.js';
import { rewrite } from './post.js';
import { remindOwners } from './remind.js';

/** Asking owners, on working mornings, about what is due and was not said: one message a person, a row a milestone. */
export const prompt: Feature = {
  name: 'prompt',
  actions: [
    on.press(ids.onPace, ['own'], onPace),
    on.press(ids.allOnPlan, ['own'], allOnPlan),
    on.press(ids.number, ['own'], (ctx, row) => openForm(ctx, row, 'number'), { opensForm: true }),
    on.press(ids.done, ['own'], done),
    on.press(ids.late, ['own'], (ctx, row) => openForm(ctx, row, 'late'), { opensForm: true }),
    on.press(ids.blocked, ['own'], (ctx, row) => openForm(ctx, row, 'blocked'), { opensForm: true }),
    on.press(ids.undo, ['own'], undo),
  ],
  views: [
    on.form(ids.numberForm, ['own'], answerNumber),
    on.form(ids.lateForm, ['own'], answerLate),
    on.form(ids.blockedForm, ['own'], answerBlocked),
  ],
  subscriptions: {
    'asked-was-told': (ctx, { promptIds }) =>
      ctx.store.transaction(async (tx) => {
        const moment = { today: ctx.today, program: ctx.program };
        for (const id of promptIds) await rewrite(tx, moment, id, ctx.now);
      }),
  },
  slots: [
    {
      name: 'morning',
      time: (program) => program.policy.prompts.morning,
      run: (ctx, { day }) => askOwners(ctx, day),
    },
    {
      name: 'reminder',
      time: (program) => program.policy.prompts.reminder,
      run: (ctx, { day }) => remindOwners(ctx, day),
    },
  ],
};
