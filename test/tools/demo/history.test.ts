import { beforeAll, describe, expect, it } from 'vitest';
import { type LocalDay, localDay, timeAt } from '../../../src/domain/day.js';
import type { Plan } from '../../../src/domain/plan.js';
import { atLeast } from '../../../src/domain/stage.js';
import { readPlanFile } from '../../../src/plan/index.js';
import { workCalendar } from '../../../src/time/calendar.js';
import type { Act } from '../../../src/tools/demo/act.js';
import { historyOf } from '../../../src/tools/demo/history.js';
import { openReader } from '../../../src/tools/demo/reader.js';
import { type Step, scriptOf } from '../../../src/tools/demo/script.js';
import { lightsOn, projectsAfter, standing } from './stand.js';

const until = localDay('2020-06-17');
let plan: Plan;
let acts: readonly Act[];
let steps: readonly Step[];

beforeAll(async () => {
  const read = await readPlanFile('prisma/seed/dong-e-2020.yaml');
  if (!('plan' in read)) throw new Error('the seed does not read');
  plan = read.plan;
  acts = historyOf(plan, until, workCalendar(plan.calendar));
  steps = standing(acts);
}, 60_000);

const keptSteps = (act: Act): readonly Step[] =>
  act.expect.is === 'kept' || act.expect.is === 'amended' ? act.expect.steps : [];

describe('the year so far, as its people told it', () => {
  it('is the same at every telling', () => {
    expect(historyOf(plan, until, workCalendar(plan.calendar))).toEqual(acts);
  }, 60_000);

  it('has some five hundred acts, told in order', () => {
    expect(acts.length).toBeGreaterThanOrEqual(450);
    expect(acts.length).toBeLessThanOrEqual(650);
    expect(acts.every((act, place) => place === 0 || act.at >= (acts[place - 1]?.at ?? 0))).toBe(true);
  });

  it('keeps to office hours of working days, the last day up to half past four', () => {
    const { isWorkday } = workCalendar(plan.calendar);
    const outside = acts.filter((act) => {
      const time = timeAt(act.at, plan.timeZone);
      return !isWorkday(act.day) || time < '08:30' || time > '18:00' || (act.day === until && time > '16:30');
    });
    expect(outside).toEqual([]);
  });

  it('tells every step of every project, each by who answers for it', () => {
    const setting = { plan, until, calendar: workCalendar(plan.calendar) };
    const said = (step: Step) => `${step.code} ${step.milestone} ${step.percent} ${step.investment}`;
    const told = new Set(acts.flatMap(keptSteps).map(said));
    const wanted = plan.projects.flatMap((project) => scriptOf(project, setting));
    // An amended line says the milestone alone.
    expect(wanted.filter((step) => !told.has(said(step)) && step.investment === null)).toEqual([]);
    const reader = openReader(plan);
    for (const act of acts)
      for (const step of keptSteps(act)) {
        const project = plan.projects.find((each) => each.code === step.code);
        expect(project && reader.reporter(project, step.milestone)).toBe(act.as);
      }
  });

  it('lets no percent and no figure fall, but where a report is taken back or amended', () => {
    const falls = steps.filter((step, place) => {
      const before = steps.slice(0, place).filter((each) => each.code === step.code);
      const percent = before.filter((each) => each.milestone === step.milestone).at(-1)?.percent ?? 0;
      const investment = before.flatMap((each) => each.investment ?? []).at(-1) ?? 0;
      return (step.percent ?? percent) < percent || (step.investment ?? investment) < investment;
    });
    expect(falls).toEqual([]);
    expect(acts.filter((act) => act.expect.is === 'amended').length).toBeGreaterThan(0);
    expect(acts.filter((act) => act.expect.is === 'undone').length).toBeGreaterThan(0);
  });

  it('names no day of completion that is to come', () => {
    expect(steps.filter((step) => step.doneOn !== null && step.doneOn > step.on)).toEqual([]);
  });

  it('starts nothing while the county stood still, and says why when it starts again', () => {
    const starts = (from: string, to: string) =>
      steps.filter((step) => step.milestone === '开工' && step.percent === 100 && step.on >= from && step.on < to);
    expect(starts('2020-01-24', '2020-03-01').filter((step) => step.doneOn === null)).toEqual([]);
    const postponed = starts('2020-03-01', '2020-04-01').filter(
      (step) => dueOf(step) !== null && (dueOf(step) ?? '') <= '2020-03-01',
    );
    expect(postponed.length).toBeGreaterThan(0);
    expect(postponed.filter((step) => !/疫情|复工/.test(step.note))).toEqual([]);
  });

  it('leaves the gate of 30 June close: 57 to 65 % of what is to start has started', () => {
    const goal = plan.goals.find((each) => each.measure === 'share');
    const categories = goal?.rule.by === 'stage' ? goal.rule.categories : [];
    const projects = projectsAfter(plan, steps).filter((project) => categories.includes(project.category));
    const started = projects.filter((project) => atLeast(project.stage, 'started')).length;
    const share = (started * 100) / projects.length;
    expect(share).toBeGreaterThanOrEqual(57);
    expect(share).toBeLessThanOrEqual(65);
  });

  it('has mostly greens, a dozen ambers and about eight reds', () => {
    const first = acts[0]?.day ?? until;
    const lights = lightsOn(plan, projectsAfter(plan, steps), until, first).map((each) => each.light);
    const count = (light: string) => lights.filter((each) => each === light).length;
    expect(count('green')).toBeGreaterThanOrEqual(50);
    expect(count('amber')).toBeGreaterThanOrEqual(9);
    expect(count('amber')).toBeLessThanOrEqual(16);
    expect(count('red')).toBeGreaterThanOrEqual(6);
    expect(count('red')).toBeLessThanOrEqual(10);
  });

  it('has signed a few intentions', () => {
    const signed = projectsAfter(plan, steps).filter((each) => each.category === 'intention' && each.stage !== 'lead');
    expect(signed.length).toBeGreaterThanOrEqual(3);
    expect(signed.length).toBeLessThanOrEqual(6);
  });

  it('reaches the figures of the ledger by 10 June', () => {
    for (const { code, ledger } of plan.projects) {
      const said = steps.filter((step) => step.code === code && step.on <= '2020-06-10');
      expect(`${code} ${said.flatMap((step) => step.investment ?? []).at(-1) ?? 0}`).toBe(
        `${code} ${ledger?.doneInvestment ?? 0}`,
      );
    }
  });

  it('has eight to twelve reports on the day itself', () => {
    const today = acts.filter((act) => act.day === until).flatMap(keptSteps).length;
    expect(today).toBeGreaterThanOrEqual(8);
    expect(today).toBeLessThanOrEqual(14);
  });

  it('is told in every way there is, with chat, refusals, questions, late reports and photographs', () => {
    const ways = new Set(acts.map((act) => `${act.deed.do} ${'place' in act.deed ? act.deed.place.in : ''}`.trim()));
    expect([...ways].sort()).toEqual(
      ['command bot', 'command channel', 'press', 'say bot', 'say channel', 'say thread', 'submit'].sort(),
    );
    const outcomes = new Set(acts.map((act) => act.expect.is));
    expect([...outcomes].sort()).toEqual(['amended', 'asked', 'chat', 'kept', 'opened', 'refused', 'undone']);
    expect(steps.filter((step) => step.doneOn !== null).length).toBeGreaterThan(20);
    const photos = acts.flatMap((act) => (act.deed.do === 'say' ? (act.deed.files ?? []) : []));
    expect(photos.length).toBeGreaterThanOrEqual(8);
    for (const { base64 } of photos) expect(Buffer.from(base64, 'base64').subarray(1, 4).toString()).toBe('PNG');
  });
});

const dueOf = (step: Step): LocalDay | null =>
  plan.projects.find((each) => each.code === step.code)?.milestones.find((each) => each.name === step.milestone)?.due ??
  null;
