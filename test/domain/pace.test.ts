import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.js';
import { behindBy, milestonePace, paceFrom, spanPace, spanShare } from '../../src/domain/pace.js';
import { projectProgress } from '../../src/domain/project.js';
import fc from '../support/properties.js';
import { day, milestone, project } from './given.js';

const begin = day('2020-01-01');

describe('what the calendar expects of a milestone', () => {
  const roadmap = project({
    start: day('2020-03-31'),
    milestones: [
      milestone({ name: '施工许可', ordinal: 1, due: day('2020-02-29') }),
      milestone({ name: '环评', ordinal: 2, due: day('2020-02-29') }),
      milestone({ name: '主体封顶', ordinal: 3, due: day('2020-05-29') }),
    ],
  });
  const [permit, environment, roof] = roadmap.milestones as [
    ReturnType<typeof milestone>,
    ReturnType<typeof milestone>,
    ReturnType<typeof milestone>,
  ];

  it('rises evenly from the day the one before was due to its own', () => {
    expect(paceFrom(roof, roadmap, begin)).toBe('2020-02-29');
    expect(milestonePace(roof, roadmap, day('2020-04-14'), begin)).toBe(50);
    expect(milestonePace(roof, roadmap, day('2020-02-29'), begin)).toBe(0);
    expect(milestonePace(roof, roadmap, day('2020-05-29'), begin)).toBe(100);
  });

  it('gives two milestones that are due together the same span', () => {
    const today = day('2020-01-31');
    expect(milestonePace(environment, roadmap, today, begin)).toBe(milestonePace(permit, roadmap, today, begin));
  });

  it("begins with the project's start where nothing comes before, and else with the program", () => {
    const alone = milestone({ due: day('2020-05-30') });
    expect(paceFrom(alone, project({ start: day('2020-03-31'), milestones: [alone] }), begin)).toBe('2020-03-31');
    expect(paceFrom(permit, roadmap, begin)).toBe('2020-01-01');
  });

  it('expects nothing where there is no date', () => {
    expect(milestonePace(milestone({ due: null }), roadmap, day('2020-04-14'), begin)).toBeNull();
  });

  it('expects all of what was due before the program began', () => {
    const old = milestone({ due: day('2019-10-31') });
    expect(milestonePace(old, project({ milestones: [old] }), begin, begin)).toBe(100);
  });

  it('never falls from one day to the next, and stays from 0 to 100', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), fc.nat(800), (from, length, today) => {
        const start = addDays(begin, from);
        const due = addDays(start, length);
        const now = spanPace(start, due, addDays(begin, today));
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(100);
        expect(spanPace(start, due, addDays(begin, today + 1))).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('the progress of a project', () => {
  it('weighs every milestone the same', () => {
    const { percent, pace } = projectProgress(
      project({
        milestones: [
          milestone({ ordinal: 1, due: day('2020-01-31'), doneOn: day('2020-01-31') }),
          milestone({ ordinal: 2, due: day('2020-03-01'), percent: 50 }),
          milestone({ ordinal: 3, due: null }),
        ],
      }),
      day('2020-02-15'),
      begin,
    );
    expect(percent).toBe(50);
    expect(pace).toBe(75);
  });

  it('is nothing without milestones', () => {
    expect(projectProgress(project(), day('2020-02-15'), begin)).toEqual({ percent: 0, pace: null });
  });
});

describe('pace as a rule compares it', () => {
  it('is exactly thirty points ahead of 28 % on day 58 of 100, not 29.999', () => {
    const share = spanShare(begin, addDays(begin, 100), addDays(begin, 58));
    expect(behindBy(share, 28, 30)).toBe(0);
    expect(behindBy(share, 27, 30)).toBeGreaterThan(0);
    expect(spanPace(begin, addDays(begin, 100), addDays(begin, 58))).toBe(58);
  });

  it('meets a limit exactly where whole days and percents say so, over any span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(10, 30),
        (length, passed, percent, points) => {
          fc.pre(passed < length);
          const share = spanShare(begin, addDays(begin, length), addDays(begin, passed));
          expect(Math.sign(behindBy(share, percent, points))).toBe(
            Math.sign(passed * 100 - (percent + points) * length),
          );
        },
      ),
    );
  });
});
