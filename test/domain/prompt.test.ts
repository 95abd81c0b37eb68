import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.js';
import { DEFAULT_LIGHT_POLICY } from '../../src/domain/light.js';
import { isDone } from '../../src/domain/milestone.js';
import {
  type AskedMilestone,
  type AskedProject,
  byUrgency,
  decidePrompt,
  type Morning,
  needsPercent,
  sparedIn,
  totalCounts,
} from '../../src/domain/prompt.js';
import { isReminded } from '../../src/domain/reminder.js';
import { nextWorkday, previousWorkday } from '../../src/domain/workday.js';
import { choosePrompts, MOST_ROWS } from '../../src/features/prompt/choose.js';
import type { Addressee, CandidateProject } from '../../src/store/prompt-pages.js';
import { workCalendar } from '../../src/time/calendar.js';
import fc from '../support/properties.js';
import { day, milestone as plain } from './given.js';

const today = day('2020-06-17');
const calendar = workCalendar();
const morning: Morning = {
  today,
  previousWorkday: previousWorkday(today, calendar),
  nextWorkday: nextWorkday(today, calendar),
  programFrom: day('2020-01-01'),
  reportingSince: day('2020-03-23'),
  policy: DEFAULT_LIGHT_POLICY,
};

const milestone = (given: Partial<AskedMilestone> = {}): AskedMilestone => ({
  ...plain(),
  heardOn: null,
  obstacleOn: null,
  ...given,
});

const project = (milestones: readonly AskedMilestone[], given: Partial<AskedProject> = {}): AskedProject => ({
  standing: 'open',
  pauseReason: null,
  pausedUntil: null,
  stage: 'landed',
  start: null,
  milestones,
  ...given,
});

const decided = (given: Partial<AskedMilestone>, around: Partial<AskedProject> = {}, asked: 'all' | 'due' = 'all') => {
  const one = milestone(given);
  return decidePrompt(one, project([one], around), morning, asked);
};

describe('what a morning asks about', () => {
  it('asks about what is overdue, due within seven days, or unheard of for seven', () => {
    expect(decided({ due: day('2020-06-10') })).toEqual({ ask: { kind: 'overdue', days: 7 } });
    expect(decided({ due: day('2020-06-17') })).toEqual({ ask: { kind: 'due', days: 0 } });
    expect(decided({ due: day('2020-06-24') })).toEqual({ ask: { kind: 'due', days: 7 } });
    expect(decided({ heardOn: day('2020-06-10') })).toEqual({ ask: { kind: 'unreported', days: 7 } });
    expect(decided({})).toEqual({ ask: { kind: 'unreported', days: null } });
  });

  it('a report stands for the week, where it is not due yet', () => {
    expect(decided({ heardOn: day('2020-06-11') })).toEqual({ spare: 'reported' });
    expect(decided({ due: day('2020-06-20'), heardOn: day('2020-06-11') })).toEqual({ spare: 'reported' });
  });

  it('of what is due today or overdue, a report stands until the working day after it', () => {
    expect(decided({ due: day('2020-06-10'), heardOn: day('2020-06-16') })).toEqual({ spare: 'reported' });
    expect(decided({ due: day('2020-06-10'), heardOn: day('2020-06-15') })).toEqual({
      ask: { kind: 'overdue', days: 7 },
    });
    const monday = { ...morning, today: day('2020-06-22'), previousWorkday: day('2020-06-19') };
    const one = milestone({ due: day('2020-06-10'), heardOn: day('2020-06-19') });
    expect(decidePrompt(one, project([one]), monday, 'all')).toEqual({ spare: 'reported' });
  });

  it('who announced a new day is asked when that comes, not each day until then', () => {
    const late = { due: day('2020-06-10'), forecast: day('2020-06-28'), heardOn: day('2020-06-12') };
    expect(decided(late)).toEqual({ spare: 'reported' });
    expect(decided({ ...late, forecast: day('2020-06-16') })).toEqual({ ask: { kind: 'overdue', days: 1 } });
  });

  it('what waits for an obstacle is asked about once a week', () => {
    const blocked = { due: day('2020-06-10'), obstacleOn: day('2020-06-12') };
    expect(decided(blocked)).toEqual({ spare: 'blocked' });
    expect(decided({ ...blocked, obstacleOn: day('2020-06-09') })).toEqual({ ask: { kind: 'overdue', days: 7 } });
    expect(decided({ ...blocked, obstacleOn: day('2020-06-09'), heardOn: day('2020-06-13') })).toEqual({
      spare: 'blocked',
    });
  });

  it('silence about what has not begun is no silence', () => {
    const land = milestone({ name: '用地', ordinal: 1, due: day('2020-07-31'), percent: 100 });
    const roof = milestone({ ordinal: 2, due: day('2020-10-31') });
    expect(decidePrompt(roof, project([land, roof]), morning, 'all')).toEqual({ spare: 'not-begun' });
    expect(decidePrompt({ ...roof, percent: 5 }, project([land, roof]), morning, 'all')).toHaveProperty('ask');
    const undated = milestone({ ordinal: 2, due: null });
    expect(decidePrompt(undated, project([land, undated]), morning, 'all')).toHaveProperty('ask');
  });

  it('of a roadmap the first open step is asked about: nobody is asked for the end of what has not started', () => {
    const start = milestone({ name: '开工', ordinal: 1, due: day('2020-05-31') });
    const end = milestone({ name: '竣工投产', ordinal: 2, due: day('2020-06-20') });
    expect(decidePrompt(start, project([start, end]), morning, 'all')).toEqual({ ask: { kind: 'overdue', days: 17 } });
    expect(decidePrompt(end, project([start, end]), morning, 'all')).toEqual({ spare: 'earlier' });
    const started = { ...start, percent: 100 };
    expect(decidePrompt(end, project([started, end]), morning, 'all')).toEqual({ ask: { kind: 'due', days: 3 } });
    // What later work proves done is in nobody's way.
    const old = milestone({ name: '用地', ordinal: 0, due: day('2020-01-31') });
    expect(decidePrompt(end, project([old, started, end]), morning, 'all')).toEqual({ ask: { kind: 'due', days: 3 } });
  });

  it('a pause with a reason and an end is respected until it is over; one without is not', () => {
    const paused = { standing: 'paused' as const, pauseReason: '汛期', pausedUntil: day('2020-06-30') };
    expect(decided({ due: day('2020-06-10') }, paused)).toEqual({ spare: 'paused' });
    expect(decided({ due: day('2020-06-10') }, { ...paused, pausedUntil: day('2020-06-16') })).toHaveProperty('ask');
    expect(decided({ due: day('2020-06-10') }, { ...paused, pauseReason: null })).toHaveProperty('ask');
  });

  it('what later work shows to be done is not asked about', () => {
    const land = milestone({ name: '用地', ordinal: 1, due: day('2020-03-01') });
    const roof = milestone({ ordinal: 2, percent: 100 });
    expect(decidePrompt(land, project([land, roof]), morning, 'all')).toEqual({ spare: 'proved' });
    expect(decided({ stage: 'started', due: day('2020-06-10') }, { stage: 'started' })).toEqual({ spare: 'proved' });
  });

  it('who chose so is asked only about what is due or overdue', () => {
    expect(decided({}, {}, 'due')).toEqual({ spare: 'chosen' });
    expect(decided({ due: day('2020-06-20') }, {}, 'due')).toHaveProperty('ask');
    expect(decided({ due: day('2020-06-10') }, {}, 'due')).toHaveProperty('ask');
  });

  it('the reminder speaks only of what cannot wait', () => {
    expect(isReminded({ due: today, forecast: null }, today)).toBe(true);
    expect(isReminded({ due: day('2020-06-18'), forecast: null }, today)).toBe(false);
    expect(isReminded({ due: day('2020-06-10'), forecast: day('2020-06-20') }, today)).toBe(false);
    expect(isReminded({ due: null, forecast: null }, today)).toBe(false);
  });

  it('on pace is enough said while the percent is near pace', () => {
    expect(needsPercent(50, 59, DEFAULT_LIGHT_POLICY)).toBe(false);
    expect(needsPercent(50, 60, DEFAULT_LIGHT_POLICY)).toBe(true);
    expect(needsPercent(0, null, DEFAULT_LIGHT_POLICY)).toBe(false);
  });
});

const around = fc.integer({ min: -90, max: 90 }).map((days) => addDays(today, days));
const past = fc.integer({ min: 0, max: 60 }).map((days) => addDays(today, -days));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const anyMilestone = fc.record({
  due: maybe(around),
  percent: fc.constantFrom(0, 0, 30, 80, 100),
  forecast: maybe(around),
  heardOn: maybe(past),
  obstacleOn: maybe(past),
  stage: fc.constantFrom(null, 'started' as const),
});
const anyProject = fc
  .record({
    milestones: fc.array(anyMilestone, { minLength: 1, maxLength: 5 }),
    standing: fc.constantFrom('open' as const, 'paused' as const),
    pausedUntil: maybe(around),
    stage: fc.constantFrom('landed' as const, 'started' as const),
    start: maybe(around),
  })
  .map(({ milestones, ...rest }) =>
    project(
      milestones.map((given, ordinal) => milestone({ ...given, ordinal, name: `节点 ${ordinal}` })),
      { ...rest, pauseReason: rest.pausedUntil === null ? null : '汛期' },
    ),
  );
const asked = fc.constantFrom('all' as const, 'due' as const);

describe('whatever the county looks like', () => {
  it('never asks for what was said today, is done, or is paused with an end', () => {
    fc.assert(
      fc.property(anyProject, asked, (any, choice) => {
        for (const each of any.milestones) {
          if (!('ask' in decidePrompt(each, any, morning, choice))) continue;
          expect(isDone(each)).toBe(false);
          expect(each.heardOn === today || each.obstacleOn === today).toBe(false);
          expect(any.standing === 'paused' && any.pausedUntil !== null && any.pausedUntil >= today).toBe(false);
        }
      }),
    );
  });

  it('asking less never asks more: who opts down is asked a part of what others are', () => {
    fc.assert(
      fc.property(anyProject, (any) => {
        for (const each of any.milestones) {
          const less = decidePrompt(each, any, morning, 'due');
          if ('ask' in less) expect(decidePrompt(each, any, morning, 'all')).toEqual(less);
        }
      }),
    );
  });

  it('a report is never followed by more questions that day or the next', () => {
    fc.assert(
      fc.property(anyProject, asked, (any, choice) => {
        for (const each of any.milestones) {
          for (const heardOn of [today, morning.previousWorkday]) {
            const reported = { ...each, heardOn };
            expect(decidePrompt(reported, any, morning, choice)).not.toHaveProperty('ask');
          }
        }
      }),
    );
  });

  it('each open milestone is asked about once, of one person, or counted as spared', () => {
    const people: readonly Addressee[] = [
      { id: 1, slackUserId: 'U1', language: 'zh', asked: 'all', actsFor: [1, 4] },
      { id: 2, slackUserId: 'U2', language: 'en', asked: 'due', actsFor: [2] },
      { id: 3, slackUserId: null, language: 'zh', asked: 'all', actsFor: [3] },
    ];
    const owners = fc.array(fc.constantFrom(1, 2, 3, 4, 9, null), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyProject, owners), { maxLength: 12 }), (drawn) => {
        const projects: readonly CandidateProject[] = drawn.map(([any, answers], at) => ({
          ...any,
          id: at,
          code: `P-${at}`,
          name: `项目 ${at}`,
          unitId: 1,
          milestones: any.milestones.map((each, index) => ({
            ...each,
            id: at * 10 + index,
            answersId: answers[index] ?? null,
          })),
        }));
        const { prompts, counts } = choosePrompts(people, projects, new Map(), morning);
        const ids = prompts.flatMap((prompt) => prompt.items.map((item) => item.milestoneId));
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(prompts.map((prompt) => prompt.personId)).size).toBe(prompts.length);
        expect(prompts.every((prompt) => prompt.items.length <= MOST_ROWS)).toBe(true);
        expect(prompts.every((prompt) => prompt.personId !== 3)).toBe(true);
        const open = projects.flatMap((each) => each.milestones).filter((each) => !isDone(each));
        const concerned = open.filter((each) => each.answersId !== null && each.answersId <= 4);
        expect(counts.asked + sparedIn(counts)).toBe(concerned.length);
        expect(counts.asked).toBe(prompts.reduce((sum, { items, more }) => sum + items.length + more, 0));
      }),
    );
  });

  it('the most urgent come first: overdue, then due, then unheard of', () => {
    const reason = fc.oneof(
      fc.record({ kind: fc.constant('overdue' as const), days: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ kind: fc.constant('due' as const), days: fc.integer({ min: 0, max: 7 }) }),
      fc.record({ kind: fc.constant('unreported' as const), days: maybe(fc.integer({ min: 7, max: 400 })) }),
    );
    const rank = { overdue: 0, due: 1, unreported: 2 };
    fc.assert(
      fc.property(fc.array(reason), (reasons) => {
        const kinds = [...reasons].sort(byUrgency).map(({ kind }) => rank[kind]);
        expect(kinds).toEqual([...kinds].sort());
      }),
    );
  });

  it('counts of pages add up', () => {
    expect(
      totalCounts([
        { people: 2, asked: 5, spared: { reported: 3 } },
        { people: 1, asked: 1, spared: { reported: 1, paused: 2 } },
      ]),
    ).toEqual({ people: 3, asked: 6, spared: { reported: 4, paused: 2 } });
  });
});
