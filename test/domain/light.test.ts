import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/day.js';
import { type Lit, milestoneLight, projectLight } from '../../src/domain/light.js';
import type { MilestoneState } from '../../src/domain/milestone.js';
import { LIGHTS } from '../../src/domain/plan.js';
import { reasonWords } from '../../src/domain/reason.js';
import fc from '../support/properties.js';
import { day, milestone, on, project } from './given.js';

/** A milestone due on 31 August whose pace is 0 on 1 May and 50 on 1 July. */
const before = milestone({ name: '开工', ordinal: 0, due: day('2020-05-01'), doneOn: day('2020-04-30') });
const lightOf = (given: Partial<MilestoneState>, today: string) => {
  const roof = milestone({ due: day('2020-08-31'), lastReportOn: day(today), ...given });
  return milestoneLight(roof, project({ milestones: [before, roof] }), on(today));
};
const words = ({ reasons }: Lit, language: 'zh' | 'en' = 'zh') =>
  reasons.map((reason) => reasonWords(reason, language, 2020));
const rank = ({ light }: Lit) => (light === null ? -1 : LIGHTS.indexOf(light));

describe('the light of a milestone', () => {
  it('is green on pace', () => {
    const lit = lightOf({ percent: 50 }, '2020-07-01');
    expect(lit.light).toBe('green');
    expect(words(lit)).toEqual(['主体封顶完成50%，序时应达50%']);
  });

  it('is amber ten points behind, green a point less', () => {
    expect(lightOf({ percent: 40 }, '2020-07-01').light).toBe('amber');
    expect(lightOf({ percent: 41 }, '2020-07-01').light).toBe('green');
  });

  it('is red more than thirty points behind, amber at thirty', () => {
    expect(lightOf({ percent: 20 }, '2020-07-01').light).toBe('amber');
    const lit = lightOf({ percent: 19 }, '2020-07-01');
    expect(lit.light).toBe('red');
    expect(words(lit)).toEqual(['主体封顶完成19%，序时应达50%，落后31个百分点']);
    expect(words(lit, 'en')).toEqual(['"topping-out 主体封顶" is at 19%, pace is 50%: 31 points behind']);
  });

  it('is red the day after it was due, with the days in words', () => {
    const lit = lightOf({ due: day('2020-06-10'), percent: 99 }, '2020-06-17');
    expect(lit.light).toBe('red');
    expect(words(lit)).toEqual(['主体封顶应于6月10日完成，已超期7天']);
    expect(words(lit, 'en')).toEqual(['"topping-out 主体封顶" was due 10 June, 7 days overdue']);
    expect(lightOf({ due: day('2020-06-10'), percent: 99 }, '2020-06-10').light).toBe('green');
  });

  it('is amber when due within seven days and not reported for seven', () => {
    const soon = { percent: 100 - 5, due: day('2020-06-20') };
    expect(lightOf({ ...soon, lastReportOn: day('2020-06-11') }, '2020-06-17').light).toBe('green');
    const lit = lightOf({ ...soon, lastReportOn: day('2020-06-10') }, '2020-06-17');
    expect(lit.light).toBe('amber');
    expect(words(lit)).toEqual(['主体封顶3天后到期（6月20日），上次上报是6月10日']);
    expect(lightOf({ ...soon, lastReportOn: null }, '2020-06-12').light).toBe('green');
  });

  it('is red while an obstacle is past its deadline', () => {
    const lit = lightOf(
      { percent: 60, blockedPastDeadline: { number: 12, deadline: day('2020-06-29') } },
      '2020-07-01',
    );
    expect(lit.light).toBe('red');
    expect(words(lit)[0]).toBe('主体封顶受阻，卡点12号应于6月29日办结，已超期2天');
  });

  it('is green once done, whatever the calendar says', () => {
    const lit = lightOf({ percent: 100, doneOn: day('2020-09-20') }, '2020-12-01');
    expect(lit.light).toBe('green');
    expect(words(lit)).toEqual(['主体封顶已于9月20日完成']);
  });

  it('is green without a date, and says that there is none', () => {
    expect(words(lightOf({ due: null }, '2020-07-01'))).toEqual(['主体封顶没有计划完成时间']);
  });

  it('follows the policy of the program', () => {
    const roof = milestone({ percent: 45, due: day('2020-08-31'), lastReportOn: day('2020-07-01') });
    const strict = on('2020-07-01', { policy: { ...on('2020-07-01').policy, amberBehindPoints: 5 } });
    expect(milestoneLight(roof, project({ milestones: [before, roof] }), strict).light).toBe('amber');
  });
});

describe('a planned start', () => {
  const start = (today: string, given: Partial<MilestoneState> = {}) => {
    const beginning = milestone({ name: '开工', due: day('2020-03-31'), stage: 'started', ...given });
    return projectLight(project({ milestones: [beginning] }), on(today));
  };

  it('missed is amber, not red', () => {
    const lit = start('2020-06-17');
    expect(lit.light).toBe('amber');
    expect(words(lit)).toEqual(['计划3月31日开工，尚未开工，已推迟78天']);
  });

  it('missed by three months is red', () => {
    // Three months after 31 March is 30 June, the last day there is.
    expect(start('2020-06-30').light).toBe('amber');
    const lit = start('2020-07-01');
    expect(lit.light).toBe('red');
    expect(words(lit, 'en')).toEqual(['Start was planned for 31 March, missed by more than 3 months']);
  });

  it('is at most amber before its day: nearing it cannot be worse than missing it', () => {
    expect(start('2020-03-30').light).toBe('amber');
  });

  it('is red when its obstacle is past the deadline, for that rule stands beside', () => {
    expect(start('2020-06-17', { blockedPastDeadline: { number: 1, deadline: day('2020-06-01') } }).light).toBe('red');
  });

  it('is not asked for again once later work shows it', () => {
    const begun = milestone({ name: '开工', ordinal: 1, due: day('2020-03-31'), stage: 'started' });
    const machines = milestone({ name: '设备安装', ordinal: 2, percent: 80, lastReportOn: day('2020-06-16') });
    const lit = projectLight(project({ stage: 'started', milestones: [begun, machines] }), on('2020-06-17'));
    expect(lit.light).toBe('green');
    expect(words(milestoneLight(begun, project({ stage: 'started', milestones: [begun] }), on('2020-06-17')))).toEqual([
      '开工未单独上报，后续工作表明项目已开工',
    ]);
  });

  it("is watched by the project's own day where no milestone brings it", () => {
    const given = { start: day('2020-03-31'), milestones: [milestone({ name: '设备安装', due: day('2021-08-31') })] };
    expect(projectLight(project({ ...given, stage: 'landed' }), on('2020-04-02')).light).toBe('amber');
    expect(projectLight(project({ ...given, stage: 'started' }), on('2020-04-02')).light).toBe('green');
  });
});

describe('what was due before anybody reported', () => {
  const land = milestone({ name: '用地', ordinal: 1, due: day('2020-02-25') });
  const begun = milestone({
    name: '开工',
    ordinal: 2,
    due: day('2020-04-30'),
    doneOn: day('2020-04-28'),
    stage: 'started',
  });

  it('counts as finished when a later milestone is', () => {
    const lit = milestoneLight(land, project({ milestones: [land, begun] }), on('2020-06-17'));
    expect(lit.light).toBe('green');
    expect(words(lit)).toEqual(['用地在开始上报之前到期，后续节点开工已完成，视为完成']);
  });

  it('stays overdue while nothing after it is finished', () => {
    const waiting = { ...begun, doneOn: null };
    expect(milestoneLight(land, project({ milestones: [land, waiting] }), on('2020-06-17')).light).toBe('red');
  });

  it('does not excuse what fell due since', () => {
    const permit = milestone({ name: '施工许可', ordinal: 1, due: day('2020-04-10') });
    expect(milestoneLight(permit, project({ milestones: [permit, begun] }), on('2020-06-17')).light).toBe('red');
  });
});

describe('the light of a project', () => {
  it("is its worst milestone's, with all reasons, most serious first", () => {
    const lit = projectLight(
      project({
        milestones: [
          milestone({ name: '环评', ordinal: 1, due: day('2020-06-20'), percent: 95 }),
          milestone({ name: '用地', ordinal: 2, due: day('2020-05-31') }),
          milestone({ name: '招标', ordinal: 3, due: day('2020-06-10') }),
        ],
      }),
      on('2020-06-17'),
    );
    expect(lit.light).toBe('red');
    expect(words(lit, 'en')).toEqual([
      '"land 用地" was due 31 May, 17 days overdue',
      '"tender 招标" was due 10 June, 7 days overdue',
      '"EIA 环评" is due in 3 days (20 June), never reported',
    ]);
  });

  it('goes out when the project is paused or withdrawn', () => {
    const late = [milestone({ due: day('2020-01-31') })];
    for (const standing of ['paused', 'withdrawn'] as const) {
      const lit = projectLight(project({ standing, milestones: late }), on('2020-06-17'));
      expect(lit.light).toBeNull();
      expect(lit.reasons).toHaveLength(1);
    }
  });

  it('is green with a reason when all is done, or nothing is listed', () => {
    expect(words(projectLight(project({ milestones: [before] }), on('2020-06-17')))).toEqual(['全部节点已完成']);
    expect(words(projectLight(project(), on('2020-06-17')))).toEqual(['没有列出节点']);
  });

  it('writes the year of a day in another year', () => {
    const lit = projectLight(project({ milestones: [milestone({ due: day('2019-12-31') })] }), on('2020-01-02'));
    expect(words(lit)).toEqual(['主体封顶应于2019年12月31日完成，已超期2天']);
  });
});

const someMilestone = (ordinal: number) =>
  fc
    .record({
      due: fc.option(fc.nat(500), { nil: null }),
      percent: fc.nat(100),
      reported: fc.option(fc.nat(300), { nil: null }),
      stage: fc.constantFrom(null, 'started' as const, 'signed' as const),
      blocked: fc.option(fc.nat(300), { nil: null }),
    })
    .map(({ due, percent, reported, stage, blocked }) =>
      milestone({
        ordinal,
        name: `节点${ordinal}`,
        due: due === null ? null : addDays(day('2019-10-01'), due),
        percent,
        lastReportOn: reported === null ? null : addDays(day('2020-01-01'), reported),
        stage,
        blockedPastDeadline: blocked === null ? null : { number: 1, deadline: addDays(day('2020-01-01'), blocked) },
      }),
    );
const someProject = fc
  .tuple(someMilestone(1), someMilestone(2), someMilestone(3))
  .map((milestones) => project({ milestones }));
const someDay = fc.nat(365).map((days) => addDays(day('2020-01-01'), days));

const change = (given: ReturnType<typeof project>, at: number, changed: Partial<MilestoneState>) => ({
  ...given,
  milestones: given.milestones.map((each, index) => (index === at ? { ...each, ...changed } : each)),
});

describe('whatever the project and the day', () => {
  it('an open obstacle past its deadline never improves a light', () => {
    fc.assert(
      fc.property(someProject, someDay, fc.nat(2), (given, today, at) => {
        const free = change(given, at, { blockedPastDeadline: null });
        const blocked = change(given, at, { blockedPastDeadline: { number: 7, deadline: addDays(today, -1) } });
        expect(rank(projectLight(blocked, on(today)))).toBeGreaterThanOrEqual(rank(projectLight(free, on(today))));
      }),
    );
  });

  it('reporting more percent never worsens it', () => {
    fc.assert(
      fc.property(someProject, someDay, fc.nat(2), fc.nat(100), (given, today, at, more) => {
        const { percent } = given.milestones[at] as MilestoneState;
        const reported = change(given, at, { percent: Math.min(100, percent + more), lastReportOn: today });
        expect(rank(projectLight(reported, on(today)))).toBeLessThanOrEqual(rank(projectLight(given, on(today))));
      }),
    );
  });

  it('done is never red, and every light has a reason of its own colour in both languages', () => {
    fc.assert(
      fc.property(someProject, someDay, (given, today) => {
        for (const each of given.milestones) {
          const lit = milestoneLight({ ...each, percent: 100 }, given, on(today));
          expect(lit.light).toBe('green');
        }
        const lit = projectLight(given, on(today));
        expect(lit.reasons[0]?.light).toBe(lit.light);
        for (const language of ['zh', 'en'] as const)
          expect(words(lit, language).every((text) => text.length > 4)).toBe(true);
      }),
    );
  });
});
