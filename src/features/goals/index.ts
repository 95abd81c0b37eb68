import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { openGoal, pageGoal, recordMeant, undoRecord } from './ids.js';
import { readGoalsText } from './input.js';
import { unreadRefusal } from './messages/refusals.js';
import { recordGoal, recordMeantGoal, undoGoalRecord } from './record.js';
import { seeGoals, seeList } from './see.js';

/** `/goals`: the plan's numbers with their gates, whether they will hold, and what would still make them. */
export const goals: Feature = {
  name: 'goals',
  commands: [
    {
      name: '/goals',
      words: ['goals', '目标'],
      rights: ['see-goals', 'record-goal'],
      description: { zh: '目标与关口', en: 'Goals and gates' },
      hint: { zh: '[目标名称 | 到位资金 12.3亿]', en: '[name of a goal | Funds in place 1.23 billion yuan]' },
      run: answer,
    },
  ],
  actions: [
    // A list takes as long as the digest: Slack's three seconds are kept by the loading form.
    on.press(openGoal, ['see-goals'], seeList, { opensForm: true }),
    on.press(pageGoal, ['see-goals'], seeList),
    on.press(recordMeant, ['record-goal'], recordMeantGoal),
    on.press(undoRecord, ['record-goal'], undoGoalRecord),
  ],
};

async function answer(ctx: Ctx, text: string): Promise<Outcome> {
  const known = await ctx.store.facts.goals(ctx.program.id, { moment: ctx.now, knownAt: ctx.now });
  const request = readGoalsText(text, known, ctx.today);
  switch (request.ask) {
    case 'all':
      return seeGoals(ctx, null);
    case 'one':
      return seeGoals(ctx, request.goal);
    case 'record':
      return recordGoal(ctx, request.goal, request.value, request.on ?? ctx.today);
    default:
      return { kind: 'refuse', refusal: unreadRefusal(request, known, ctx) };
  }
}
