import type { Ctx, Feature, Outcome } from '../../feature.js';
import { recordGoal, undoGoalRecord } from './act/record.js';
import { seeGoal, seeGoals } from './act/see.js';
import { openGoal, turnGoal, undoRecord } from './ids.js';
import { readGoalsText } from './input.js';
import { goalView } from './view/list.js';
import { goalsMessage } from './view/message.js';
import { noRecordRefusal, recordedMessage, undoneMessage, unreadRefusal } from './view/record.js';

/** `/goals`: the plan's numbers with their gates, whether they will hold, and what would still make them. */
export const goals: Feature = {
  name: 'goals',
  commands: [
    {
      name: '/goals',
      rights: ['see-goals', 'record-goal'],
      description: { zh: '目标与关口', en: 'Goals and gates' },
      hint: { zh: '[目标名称 | 到位资金 12.3亿]', en: '[name of a goal | Funds in place 1.23 billion yuan]' },
      run: answer,
    },
  ],
  actions: [
    // A list takes as long as the digest: Slack's three seconds are kept by the loading form.
    { id: openGoal.id, rights: ['see-goals'], opensForm: true, run: (ctx, { value }) => list(ctx, value) },
    { id: turnGoal.id, rights: ['see-goals'], run: (ctx, { value }) => list(ctx, value) },
    { id: undoRecord.id, rights: ['record-goal'], run: (ctx, { value }) => undo(ctx, value) },
  ],
};

async function answer(ctx: Ctx, text: string): Promise<Outcome> {
  const known = await ctx.store.facts.goals(ctx.program.id, { moment: ctx.now, knownAt: ctx.now });
  const request = readGoalsText(text, known, ctx.today);
  switch (request.ask) {
    case 'all':
      return see(ctx, null);
    case 'one':
      return see(ctx, request.goal);
    case 'record': {
      const kept = await recordGoal(ctx, request.goal, request.value, request.on ?? ctx.today);
      if ('refused' in kept) return { kind: 'refuse', refusal: kept.refused };
      return { kind: 'say', message: recordedMessage(kept, ctx) };
    }
    default:
      return { kind: 'refuse', refusal: unreadRefusal(request, known, ctx) };
  }
}

async function see(ctx: Ctx, key: string | null): Promise<Outcome> {
  const seen = await seeGoals(ctx, key);
  if ('refused' in seen) return { kind: 'refuse', refusal: seen.refused };
  return { kind: 'say', message: goalsMessage(seen, ctx.language) };
}

async function list(ctx: Ctx, value: unknown): Promise<Outcome> {
  const request = openGoal.value.parse(value);
  const seen = await seeGoal(ctx, request);
  if ('refused' in seen) return { kind: 'refuse', refusal: seen.refused };
  const [goal] = seen.goals;
  if (goal === undefined) return { kind: 'refuse', refusal: noRecordRefusal(ctx) };
  return { kind: 'view', view: goalView(seen, goal, request.page, ctx.language) };
}

async function undo(ctx: Ctx, value: unknown): Promise<Outcome> {
  const undone = await undoGoalRecord(ctx, undoRecord.value.parse(value).id);
  if (undone === null) return { kind: 'refuse', refusal: noRecordRefusal(ctx) };
  if ('refused' in undone) return { kind: 'refuse', refusal: undone.refused };
  return { kind: 'replace', message: undoneMessage(undone, ctx) };
}
