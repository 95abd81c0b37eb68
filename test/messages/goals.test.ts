import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { type DigestGoal, goalsOf } from '../../src/domain/digest/goals.js';
import type { Past } from '../../src/domain/digest/judgement.js';
import { plainLines } from '../../src/features/digest/messages/plain.js';
import { judged } from '../../src/features/goals/judge.js';
import { goalView } from '../../src/features/goals/messages/goal-list.js';
import { goalsMessage } from '../../src/features/goals/messages/goals.js';
import { askedMessage, recordedMessage, undoneMessage } from '../../src/features/goals/messages/record.js';
import { unreadRefusal } from '../../src/features/goals/messages/refusals.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import { factsOf, goals, program, projects } from './county.js';
import { goldenRead, goldenSent, readLines } from './golden.js';

const standing = factsOf();
/** How the county stood eight weeks before, with one project started: the pace of the forecasts. */
const then = projects.map((each) => ({
  ...each,
  ...(each.id === 1 ? {} : { stage: 'landed' as const, milestones: [] }),
  doneInvestment: each.id === 2 ? 3000 : null,
}));
const earlier = factsOf({ day: localDay('2020-04-22'), projects: then });
const past: Past = { earlier, records: new Map() };

function seen(hidden: readonly string[] = []) {
  const of = (each: DigestGoal) => judged(each, each.state.nextGate, past, standing, new Set(hidden));
  return { standing, goals: goalsOf(standing, { of: 'plan' }).map(of), denominatorChanges: [], categories: new Map() };
}

async function golden(name: string, { text, blocks }: Message): Promise<void> {
  checkMessageBlocks(blocks);
  await goldenSent(`goals/${name}`, { text, blocks });
  await goldenRead(`goals/${name}`, readLines({ text }, plainLines(blocks)));
}

const found = (key: string) => {
  const goal = goals.find((each) => each.key === key);
  if (goal === undefined) throw new Error(`no goal ${key}`);
  return goal;
};

describe.each(['zh', 'en'] as const)('/goals, as people read it (%s)', (language) => {
  const reader = { language, program };

  test('all of them', () => golden(`all-${language}`, goalsMessage(seen(), language)));

  test('to somebody who may not see some of the projects', () =>
    golden(`hidden-${language}`, goalsMessage(seen(['P-003', 'P-001']), language)));

  test.each(['start-rate', 'industrial-started'])('the list behind %s', async (key) => {
    const all = seen(['P-006']);
    const goal = all.goals.find((each) => each.goal.key === key);
    if (goal === undefined) throw new Error('no such goal');
    const view = goalView(all, goal, 0, language);
    checkView(view, 'modal');
    const lines = `${view.title.text}\n${plainLines(view.blocks)}\n`;
    await expect(lines).toMatchFileSnapshot(`goals/list-${key}-${language}.txt`);
  });

  test('a goal whose denominator was changed says which projects, and why', async () => {
    const at = 0;
    const all = {
      ...seen(['P-006']),
      denominatorChanges: [
        {
          projectId: 9,
          code: 'P-009',
          name: '宏途新能源环卫车项目',
          kind: 'withdrawn',
          from: null,
          to: null,
          reason: '企业放弃投资',
          at,
        },
        {
          projectId: 4,
          code: 'P-004',
          name: '康盾高分子医用敷料项目',
          kind: 'recategorised',
          from: 'industrial',
          to: 'backbone',
          reason: '已投产',
          at,
        },
        {
          projectId: 6,
          code: 'P-006',
          name: '黄河新型环保机制砂项目',
          kind: 'added',
          from: null,
          to: null,
          reason: null,
          at,
        },
      ] as const,
      categories: new Map([
        ['industrial', { zh: '工业重点项目', en: 'Industrial projects' }],
        ['backbone', { zh: '骨干企业', en: 'Backbone firms' }],
      ]),
    };
    const goal = all.goals.find((each) => each.goal.key === 'industrial-started');
    if (goal === undefined) throw new Error('no such goal');
    const view = goalView(all, goal, 0, language);
    checkView(view, 'modal');
    await expect(`${plainLines(view.blocks)}\n`).toMatchFileSnapshot(`goals/list-turned-${language}.txt`);
  });

  test('a value that was recorded, and taken back', async () => {
    const goal = found('funds-in-place');
    const kept = { id: 1, goal, value: 253000, before: 123000, on: localDay('2020-06-15') };
    await golden(`recorded-${language}`, recordedMessage(kept, reader));
    const far = { goal, value: 9_990_000, before: 123000, on: localDay('2020-06-15'), asked: 'c' };
    await golden(`record-asked-${language}`, askedMessage(far, reader));
    await golden(`undone-${language}`, undoneMessage({ goal, value: 253000, stands: 123000 }, reader));
  });

  test('a value that is not understood', () =>
    golden(
      `unread-${language}`,
      refusalMessage(
        unreadRefusal({ ask: 'unread-value', goal: 'funds-in-place', said: '12.3' }, goals, reader),
        language,
        '/goals 到位资金 12.3',
      ),
    ));
});
