import { instantAt, type LocalDay } from '../../domain/day.js';
import type { Plan, PlanPerson } from '../../domain/plan.js';
import type { WorkCalendar } from '../../domain/workday.js';
import type { Act, Place } from './act.js';
import { between, share } from './chance.js';
import { obstaclesOf } from './obstacles.js';
import { openReader, type Reader, saysExactly } from './reader.js';
import { announcements, aroundReports } from './scenario.js';
import { type Setting, type Step, scriptOf } from './script.js';
import { phrasings, type Where } from './speech.js';
import { deedOf, type MinutesOf, type Submitted } from './submitted.js';

/** How many report on the last day itself, so that the first look finds a day under way. */
const REPORTS_TODAY = 10;

/**
 * The year so far as its people told it: what they said to the bot and to each other, from the plan's first day up to
 * `until`, in order. Pure, and the same at every call. Every report is one that the reader of lines understands as meant.
 */
export function historyOf(plan: Plan, until: LocalDay, calendar: WorkCalendar): readonly Act[] {
  const setting: Setting = { plan, until, calendar };
  const reader = openReader(plan);
  const steps = movedToToday(
    plan.projects.flatMap((project) => scriptOf(project, setting)),
    setting,
  );
  const said = sayAll(steps, plan, reader, until);
  const acts = aroundReports(said, plan, reader, (each) => actOf(each, plan), minutesOf(plan));
  const others = [...announcements(setting, minutesOf(plan)), ...obstaclesOf(setting, minutesOf(plan))];
  return [...acts, ...others].sort((one, other) => one.at - other.at);
}

/** Moments of a plan by day and minute. */
export const minutesOf =
  (plan: Plan): MinutesOf =>
  (day, minute) =>
    instantAt(
      day,
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      plan.timeZone,
    );

/** A few of the newest reports are of the last day itself. */
function movedToToday(steps: readonly Step[], { until }: Setting): Step[] {
  const newest = new Map(steps.map((each) => [each.code, each]));
  const chosen = [...newest.values()]
    .filter(
      (each) =>
        each.doneOn === null &&
        each.percent !== null &&
        each.investment === null &&
        each.on.slice(0, 7) === until.slice(0, 7),
    )
    .sort((one, other) => share(one.code, 'today') - share(other.code, 'today'))
    .slice(0, REPORTS_TODAY);
  return steps.map((each) => (chosen.includes(each) ? { ...each, on: until } : each));
}

/** Each step as its owner would say it; what cannot be said without a doubt is left out. */
export function sayAll(steps: readonly Step[], plan: Plan, reader: Reader, until: LocalDay): Submitted[] {
  const people = new Map(plan.people.map((person) => [person.key, person]));
  const projects = new Map(plan.projects.map((project) => [project.code, project]));
  const channels = new Map(plan.channels.map((channel) => [channel.name, channel]));
  const units = new Map(plan.units.map((unit) => [unit.key, unit]));
  const firstDay = new Map<string, LocalDay>();
  return [...steps]
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .flatMap((step) => {
      const project = projects.get(step.code);
      const person = project && people.get(reader.reporter(project, step.milestone) ?? '');
      if (!project || !person) return [];
      const channel = units.get(project.unit)?.channel ?? null;
      const members = channel === null ? [] : (channels.get(channel)?.members ?? []);
      const present = members === 'all' || members.includes(person.key);
      const hasThread = (firstDay.get(step.code) ?? step.on) < step.on;
      if (!firstDay.has(step.code)) firstDay.set(step.code, step.on);
      const where = whereSaid(step, person, present, hasThread);
      const text = phrasings(step, project, person, where, reader.owns(person.key).size > 1).find((each) =>
        saysExactly(reader.read(each, person.key, where, step.code, step.on), step),
      );
      if (text === undefined) return [];
      const place: Place =
        where === 'thread' && channel !== null
          ? { in: 'thread', channel, code: step.code }
          : channel !== null &&
              present &&
              (where === 'mention' || (where === 'command' && share(person.key, 'room') < 0.5))
            ? { in: 'channel', channel }
            : { in: 'bot' };
      return [{ step, project, person, where, place, text, minute: minuteOf(step, person, until) }];
    });
}

function whereSaid(step: Step, person: PlanPerson, present: boolean, hasThread: boolean): Where {
  const turn = (share(person.key, 'where') * 0.6 + share(person.key, step.code, step.on, 'where') * 0.4) % 1;
  if (turn < 0.36) return 'bot';
  if (turn < 0.58) return 'command';
  if (turn < 0.72 && present) return 'mention';
  return hasThread && present ? 'thread' : 'bot';
}

/** Office hours: 8:35-11:45 and 14:05-17:25; on the last day up to ten past four. */
function minuteOf(step: Step, person: PlanPerson, until: LocalDay): number {
  const morning = share(person.key, step.on, 'half') < 0.5;
  const words = [person.key, step.on, step.code, step.milestone ?? ''];
  if (morning) return between(8 * 60 + 35, 11 * 60 + 45, ...words);
  return between(14 * 60 + 5, step.on === until ? 16 * 60 + 10 : 17 * 60 + 25, ...words);
}

/** What is said, as an act. */
export function actOf(said: Submitted, plan: Plan): Act {
  const { step, person, minute } = said;
  return {
    at: minutesOf(plan)(step.on, minute),
    day: step.on,
    as: person.key,
    deed: deedOf(said),
    expect: { is: 'kept', steps: [step] },
  };
}
