import { addDays, dayAt, daysBetween, localDay, timeAt } from '../../../domain/day.js';
import type { Plan } from '../../../domain/plan.js';
import { dueFrom, heldReviews } from '../../../domain/review.js';
import { nextWorkday, type WorkCalendar, workdayFrom } from '../../../domain/workday.js';
import type { Act } from '../../demo/act.js';
import { between, share } from '../../demo/chance.js';
import { actOf, minutesOf, sayAll } from '../../demo/history.js';
import { openReader } from '../../demo/reader.js';
import { announcements, aroundReports } from '../../demo/scenario.js';
import type { Step } from '../../demo/script.js';
import type { Submitted } from '../../demo/submitted.js';
import type { Happening } from '../happening.js';
import { type Away, awayOn, awaysOf } from './away.js';
import { factorsOf } from './factors.js';
import { indicatorsOf, type MadeFile } from './indicators.js';
import { momentAt, thereFrom } from './moment.js';
import { obstaclesOf } from './obstacles.js';
import { promotionOf } from './promotion.js';
import { reviewsOf } from './reviews.js';
import { goalRecords, leaveLines, looks, routine, setUp } from './routine.js';
import { type MilestoneScript, type Setting, scriptsOf, stepsOf } from './script.js';
import { slipsOf } from './slips.js';
import { endedBy, tripsOf } from './trips.js';

/** A year of a plan as a script, the same for the same seed: what people say, press and fill in, in the order of time, and what they attach. */
export function makeYear(
  plan: Plan,
  calendar: WorkCalendar,
  seed: string,
): { readonly happenings: readonly Happening[]; readonly files: readonly MadeFile[] } {
  const setting: Setting = { plan, calendar, seed };
  const reader = openReader(plan);
  const aways = awaysOf(setting);
  const scripts = scriptsOf(setting);
  const steps = movedFromAways(stepsOf(scripts, setting), setting, aways, reader);
  const [asked, spoken] = parted(steps, setting);
  const said = sayAll(spoken, plan, reader, plan.to);
  const acts = [
    ...aroundReports(said, plan, reader, (each) => actOf(each, plan), minutesOf(plan)),
    ...announcements({ plan, calendar, until: plan.to }, minutesOf(plan)),
  ];
  const answers = answered(asked, setting, reader);
  const indicators = indicatorsOf(setting, aways);
  const happenings = [
    ...setUp(setting),
    ...goalRecords(setting),
    ...leaveLines(setting, aways),
    ...routine(scripts, setting, aways),
    ...looks(setting),
    ...obstaclesOf(scripts, setting, aways, reader).flatMap((life) => life.happenings),
    ...reviewsOf(scripts, setting, aways),
    ...slipsOf(scripts, setting, aways),
    ...acts.map((act) => happeningOf(act, plan)),
    ...atNight(scripts, setting, aways, reader),
    ...answers,
    ...eveningSlips(said, setting),
    ...promotionOf(setting, aways),
    ...factorsOf(setting, aways),
    ...tripsOf(endedBy(said, answers), setting),
    ...indicators.happenings,
  ];
  const inTime = happenings
    .map((each, index) => ({ each, index }))
    .sort((one, other) =>
      one.each.at < other.each.at ? -1 : one.each.at > other.each.at ? 1 : one.index - other.index,
    )
    .map(({ each }) => each);
  return { happenings: inTime, files: indicators.files };
}

type Reader = ReturnType<typeof openReader>;

/** Who is away reports when they are back. */
function movedFromAways(steps: readonly Step[], { plan, calendar }: Setting, aways: readonly Away[], reader: Reader) {
  const projects = new Map(plan.projects.map((project) => [project.code, project]));
  return steps
    .map((step): Step => {
      const project = projects.get(step.code);
      const who = project ? reader.reporter(project, step.milestone) : null;
      let { on } = step;
      for (let away = who && awayOn(who, on, aways); away; away = who && awayOn(who, on, aways))
        on = workdayFrom(addDays(away.to, 1), calendar);
      const doneOn = step.percent === 100 && on > step.on ? (step.doneOn ?? step.on) : step.doneOn;
      return { ...step, on, doneOn };
    })
    .filter(({ on }) => on <= plan.to)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** Two in five of what is reported of a milestone is pressed in the morning's question, where it is asked about. */
function parted(steps: readonly Step[], { seed }: Setting): readonly [asked: Step[], spoken: Step[]] {
  const isAsked = ({ code, milestone, on, doneOn, percent }: Step) =>
    milestone !== null && percent !== null && doneOn === null && share(seed, code, milestone, on, 'asked') < 0.4;
  return [steps.filter(isAsked), steps.filter((step) => !isAsked(step))];
}

function answered(steps: readonly Step[], { plan, seed }: Setting, reader: Reader): Happening[] {
  const projects = new Map(plan.projects.map((project) => [project.code, project]));
  return steps.flatMap(({ code, milestone, percent, on, note }): Happening[] => {
    const project = projects.get(code);
    const who = project ? reader.reporter(project, milestone) : null;
    if (!project || who === null || milestone === null || percent === null) return [];
    const at = `${on} ${between(9, 11, seed, who, on)}:${String(between(0, 59, seed, code, milestone, on)).padStart(2, '0')}`;
    const done = percent === 100;
    const otherwise = `${code} ${milestone} ${done ? '已完成' : `${percent}%`}`;
    const fill = { 完成百分比: String(percent), ...(note === '' ? {} : { 说明: note }) };
    const row = {
      at: at.length < 16 ? at.replace(' ', ' 0') : at,
      who,
      answer: `${milestone} · ${code}`,
      else: otherwise,
    };
    return [done ? { ...row, with: '完成' } : { ...row, with: '报进度', fill }];
  });
}

/** Once in a while what was reported in the afternoon turns out to be wrong after the digest: it is amended or taken back. */
function eveningSlips(said: readonly Submitted[], { plan, calendar, seed }: Setting): Happening[] {
  return said.flatMap(({ step, person }, place): Happening[] => {
    const { code, milestone, percent, on, doneOn } = step;
    if (place % 37 !== 5 || milestone === null || percent === null || percent >= 90 || doneOn !== null) return [];
    const who = person.key;
    const line = `${code} ${milestone} ${percent}%`;
    const wrong = `${code} ${milestone} ${percent + 5}%`;
    const evening = share(seed, code, on, 'evening') < 0.5;
    const at = `${evening ? on : nextWorkday(on, calendar)} ${evening ? '18:3' : '08:4'}${between(0, 5, seed, code, on)}`;
    if (at.slice(0, 10) > plan.to) return [];
    const first: Happening = { at: `${on} 17:4${between(0, 9, seed, code, on, 'wrong')}`, who, say: wrong, sees: code };
    if (share(seed, code, on, 'undo') < 0.4)
      return [
        first,
        { at, who, press: '撤销', beside: milestone, perhaps: true },
        // Where something had been reported before, why it falls back is asked.
        { at, who, press: '报多了', beside: milestone, perhaps: true },
      ];
    const fill = { 这一条应为: line, 为什么改低: '多报了' };
    return [first, { at, who, press: '更正', beside: milestone, fill, perhaps: true }];
  });
}

/** Some write late in the evening or on a day off, about progress and about what stops them. */
function atNight(
  scripts: readonly MilestoneScript[],
  { plan, calendar, seed }: Setting,
  aways: readonly Away[],
  reader: Reader,
) {
  return scripts.flatMap(({ project, milestone, from, done }): Happening[] => {
    const { code } = project;
    const { name } = milestone;
    const luck = share(seed, code, name, 'night');
    if (luck > 0.12) return [];
    let day = addDays(from, between(9, 40, seed, code, name, 'night'));
    const off = luck < 0.05;
    while (calendar.isWorkday(day) === off) day = addDays(day, 1);
    const who = reader.reporter(project, name);
    if (who === null || day >= done || day > addDays(plan.to, -5) || awayOn(who, day, aways)) return [];
    const at = `${day} ${off ? between(10, 17, seed, code, name) : between(20, 22, seed, code, name)}:${between(10, 59, seed, code, name, 'minute')}`;
    if (luck < 0.02 || (luck > 0.05 && luck < 0.07))
      return refusedPapers(at, who, `${code} ${name}材料被退回，手续没办下来`, { plan, calendar, seed }, aways);
    const percent = Math.min(
      95,
      Math.max(5, Math.round((daysBetween(from, day) / Math.max(1, daysBetween(from, done))) * 19) * 5),
    );
    return [{ at, who, say: `${code} ${name} ${percent}%`, sees: code }];
  });
}

/**
 * What is raised outside of working hours is overlooked by each rung: it waits with the commander until the reviews have begun, and is
 * settled after one of them.
 */
function refusedPapers(at: string, who: string, text: string, setting: Setting, aways: readonly Away[]): Happening[] {
  const { plan, calendar, seed } = setting;
  const raised: Happening = { at, who, command: `/obstacle ${text}`, sees: '卡点' };
  const begun = heldReviews(plan.mechanisms.reviews).map((review) => dueFrom(review, plan.from));
  const { commander } = plan;
  const [first] = [...begun].sort();
  if (first === undefined || commander === null) return [raised];
  const day = localDay(at.slice(0, 10));
  const later = [day, first].sort()[1] ?? day;
  const waits = addDays(later, between(25, 60, seed, text, 'settled'));
  const on = thereFrom(commander, waits, setting, aways);
  const verified = thereFrom(who, nextWorkday(on, calendar), setting, aways);
  if (verified > addDays(plan.to, -3)) return [raised];
  const fill = { 怎么办结的: '督办会已定，审批局容缺受理，批复已下发' };
  return [
    raised,
    { at: momentAt(on, 15 * 60 + 25), who: commander, press: '办结', beside: text, fill, perhaps: true },
    { at: momentAt(verified, 10 * 60 + 35), who, press: '核实销号', beside: text, perhaps: true },
  ];
}

/** An act of the demonstration's kind as a line of a script. */
function happeningOf({ at, as: who, deed, expect }: Act, plan: Plan): Happening {
  const base = { at: `${dayAt(at, plan.timeZone)} ${timeAt(at, plan.timeZone)}`, who };
  const channel = (place: Extract<Act['deed'], { place: unknown }>['place']) =>
    place.in === 'bot' ? {} : place.in === 'channel' ? { in: place.channel } : { thread: place.code };
  switch (deed.do) {
    case 'say': {
      const [file] = deed.files ?? [];
      const percent = 'steps' in expect ? (expect.steps[0]?.percent ?? 0) : 0;
      return {
        ...base,
        say: deed.text,
        ...channel(deed.place),
        ...(file ? { photo: { name: file.name, percent } } : {}),
      };
    }
    case 'command': {
      const place = deed.place.in === 'channel' ? { in: deed.place.channel } : {};
      return { ...base, command: deed.text, ...place };
    }
    case 'press':
      return { ...base, press: deed.label };
    case 'submit':
      return { ...base, fill: { ...deed.fields } };
  }
}
