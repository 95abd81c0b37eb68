// What each digest must say, computed from the record alone, held against the numbers that the replay wrote down beside it.
import { before, closeBefore, instant } from './days.mjs';
import { goalNumbers } from './goals.mjs';
import { reached, standingOf } from './standing.mjs';
import { textFaults } from './text.mjs';

export const RUNGS = ['unit', 'department', 'sponsor', 'commander'];
/** An answer that everything goes on as it was. */
const ON_PACE = /^(?:|按序时推进|on pace|按计划|on plan)$/;

/** Whether a project is of what a digest is cut by. */
export const inScope = (project, { of, key }) =>
  of === 'plan' ||
  project[{ unit: 'unit', sponsor: 'sponsor', category: 'category', site: 'site', 'focus-area': 'focusArea' }[of]] ===
    key;

/** What is wrong with one version of one digest: `numbers` are the replay's, `top` the rows that people saw. */
export function checkDigest(world, { day, cadence, scope, language, known, from, numbers, top, loadedAt }) {
  const { plan } = world;
  const moment = instant(day, plan.prompts.digest);
  const usual = instant(closeBefore(cadence, day), plan.prompts.digest);
  const faults = from > usual ? [`span: expected ${usual}, said ${from}`] : [];
  const expected = expectedNumbers(world, { day, cadence, scope, at: { moment, known }, from, loadedAt });
  for (const [name, wanted] of Object.entries(expected)) {
    const said = numbers[name];
    if (said === undefined || said.value !== wanted.value) faults.push(differ(name, wanted, said));
    else if (wanted.of && JSON.stringify(sorted(wanted.of)) !== JSON.stringify(sorted(said.of ?? [])))
      faults.push(differ(`${name} of`, wanted, said));
  }
  for (const name of Object.keys(numbers)) if (!(name in expected)) faults.push(`${name}: the oracle knows none such`);
  return [...faults, ...textFaults({ top, numbers, goals: plan.goals, scope, language, cadence })];
}

const sorted = (list) => [...list].sort();
const differ = (name, wanted, said) =>
  `${name}: expected ${JSON.stringify(wanted)}, said ${JSON.stringify(said ?? null)}`.slice(0, 400);
const counted = (of) => ({ value: of.length, of });

function expectedNumbers(world, { day, cadence, scope, at, from, loadedAt }) {
  const { history } = world;
  const within = (on, moment) => world.standing(on, moment).filter((project) => inScope(project, scope));
  const projects = within(day, at);
  const own = new Set(projects.map(({ code }) => code));
  const codes = (light) => projects.filter((project) => project.light === light).map(({ code }) => code);
  const knownBefore = from >= loadedAt;
  const earlier = knownBefore ? within(world.dayOf(from), { moment: from, known: at.known }) : [];
  const was = new Map(earlier.map(({ code, light }) => [code, light]));
  const turned = (light) => codes(light).filter((code) => was.has(code) && was.get(code) !== light);

  const span = history.changes({ from, moment: at.moment, known: at.known });
  const milestones = span.milestones.filter(
    ({ project, now, was: then, note }) =>
      own.has(project) &&
      !(now.percent === (then?.percent ?? null) && now.forecast === (then?.forecast ?? null) && ON_PACE.test(note)),
  );
  const figures = span.figures.filter(({ project }) => own.has(project));
  const done = milestones.filter(({ now, was: then }) => now.percent === 100 && then?.percent !== 100);

  const inUnit = (each) => scope.of === 'unit' && each.department === scope.key;
  const obstacles = history.obstacles(at.moment).filter((each) => own.has(each.project) || inUnit(each));
  const atRungs = RUNGS.flatMap((rung) => {
    const there = obstacles.filter((each) => each.rung === rung);
    const waiting = there.filter(({ standing }) => standing !== 'resolved');
    return [
      [`obstacles.${rung}`, counted(there.map(({ number }) => number))],
      [`waiting.${rung}`, counted(waiting.map(({ number }) => number))],
      [`waiting.${rung}.new`, counted(waiting.filter(({ since }) => since > from).map(({ number }) => number))],
    ];
  });
  const steps = history.steps({ from, moment: at.moment }).filter(({ project }) => own.has(project));
  const stepsOf = (kind) => counted(steps.filter((step) => step.kind === kind).map(({ number }) => number));
  const moves = history.moves({ from, moment: at.moment }).filter(({ project }) => own.has(project));
  const count = (light) => earlier.filter((project) => project.light === light).length;
  const before = knownBefore
    ? {
        'before.red': { value: count('red') },
        'before.amber': { value: count('amber') },
        'before.green': { value: count('green') },
        'before.obstacles': {
          value: history.obstacles(from).filter((each) => own.has(each.project) || inUnit(each)).length,
        },
      }
    : {};
  const unreported = new Set(
    world
      .unreported(day, at)
      .map(({ project }) => project)
      .filter((code) => own.has(code)),
  );
  return {
    ...goalNumbers(world, scope, projects, { day, at, loadedAt }),
    'lights.red': counted(codes('red')),
    'lights.amber': counted(codes('amber')),
    'lights.green': counted(codes('green')),
    'lights.none': counted(codes(null)),
    'turned.red': counted(turned('red')),
    'turned.green': counted(turned('green')),
    done: counted(done.map(({ project, milestone }) => `${project} ${milestone}`)),
    postponed: counted(moves.map(({ project, milestone }) => `${project} ${milestone}`)),
    'postponements.pending': { value: history.pending(at.moment).filter(({ project }) => own.has(project)).length },
    turns: { value: history.turns({ from, moment: at.moment }).filter(({ project }) => own.has(project)).length },
    'promises.missed': stepsOf('missed'),
    'promises.kept': stepsOf('kept'),
    'obstacles.flagged': stepsOf('flagged'),
    'obstacles.closed': stepsOf('closed'),
    'obstacles.all': counted(obstacles.map(({ number }) => number)),
    ...Object.fromEntries(atRungs),
    ...before,
    reports: counted([
      ...milestones.map(({ project, milestone }) => `${project} ${milestone}`),
      ...figures.map(({ project }) => `${project} ¥`),
    ]),
    ...slipNumbers(history.slips(at.moment), scope, own),
    ...itemNumbers(history.items(at.moment), scope, own, day),
    ...factorNumbers(world, history.factors(at.moment), scope, world.standing(day, at)),
    ...promotionNumbers(world, scope, { day, at }),
    unreported: counted([...unreported]),
    ...(cadence === 'daily' || scope.of === 'unit'
      ? {}
      : unitNumbers(world, { projects, steps, obstacles, from, day })),
  };
}

/** What the plan's pools have, in their measures: of the whole plan all, of a unit those that it gives of. */
function factorNumbers({ plan }, pools, scope, projects) {
  if (pools === null || (scope.of !== 'plan' && scope.of !== 'unit')) return {};
  const gives = ({ key, department }) => (department ?? plan.ladder.departments[key]) === scope.key;
  const told = plan.mechanisms.factors.filter((each) => scope.of === 'plan' || gives(each)).map(({ key }) => key);
  const gone = new Set(projects.filter(({ standing }) => standing === 'withdrawn').map(({ code }) => code));
  const numbers = {};
  for (const [name, { factor, amount, projects: asked }] of pools) {
    if (!told.includes(factor)) continue;
    const of = (what) => [...asked].filter(([code, each]) => each[what] > 0 && !(what === 'waits' && gone.has(code)));
    const sum = (list, what) => list.reduce((all, [, each]) => all + each[what], 0);
    const listed = (list, what) => ({ value: sum(list, what) / 10_000, of: list.map(([code]) => code) });
    numbers[`${name}.amount`] = { value: amount / 10_000 };
    numbers[`${name}.left`] = { value: (amount - sum(of('held'), 'held')) / 10_000 };
    numbers[`${name}.waiting`] = listed(of('waits'), 'waits');
    numbers[`${name}.held`] = listed(of('held'), 'held');
  }
  return numbers;
}

/** What county leaders led in the month, where the plan asks for it, and what it lacks; the whole plan has it. */
function promotionNumbers({ history: { promotion }, plan }, scope, { day, at }) {
  const month = `${day.slice(0, 7)}-01`;
  if (!plan.mechanisms?.promotion?.office || scope.of !== 'plan' || !promotion.asks(month)) return {};
  const { of, missing } = promotion.month(month, at);
  return { 'promotion.month': counted(of), 'promotion.missing': { value: missing } };
}

/** What reviews decided: done, still to come and overdue; of a scope what is about its projects. */
function itemNumbers(items, scope, own, day) {
  if (items === null) return {};
  const seen = items.filter(({ project }) => scope.of === 'plan' || own.has(project));
  const numbers = (of) => counted(of.map(({ number }) => number));
  const open = seen.filter(({ standing }) => standing === 'open');
  return {
    'items.all': numbers(seen),
    'items.done': numbers(seen.filter(({ standing }) => standing === 'done')),
    'items.running': numbers(open.filter(({ due }) => due >= day)),
    'items.overdue': numbers(open.filter(({ due }) => due < day)),
  };
}

function slipNumbers(slips, scope, own) {
  if (slips === null) return {};
  const seen = slips.filter(
    ({ unit, project }) => scope.of === 'plan' || (scope.of === 'unit' ? unit === scope.key : own.has(project)),
  );
  const numbers = (of) => counted(of.map(({ number }) => number));
  return { 'slips.open': numbers(seen), 'slips.red': numbers(seen.filter(({ colour }) => colour === 'red')) };
}

/** What each unit had due within the digest's time and did, had to start by its day, and its obstacles; of a unit with any of it. */
function unitNumbers({ plan, dayOf }, { projects, steps, obstacles, from, day }) {
  const unitOf = new Map(projects.map(({ code, unit }) => [code, unit]));
  const facts = plan.units.map(({ key }) => {
    const own = projects.filter(({ unit }) => unit === key);
    const started = (project) => reached(project.stage, 'started');
    const due = own.flatMap((project) =>
      project.milestones
        .filter((step) => step.due && step.due > dayOf(from) && step.due <= day)
        .map((step) => ({ project, step })),
    );
    const done = due.filter(({ project, step }) => step.done || (step.stage === 'started' && started(project)));
    const starts = own.filter((project) => {
      const step = project.milestones.find(({ stage }) => stage === 'started');
      const planned = step ? step.due : project.start;
      return planned && planned <= day;
    });
    const mine = steps.filter(({ project }) => unitOf.get(project) === key);
    const inHand = obstacles.filter(({ rung, department, project }) =>
      rung === 'department' ? department === key : rung === 'unit' && unitOf.get(project) === key,
    );
    const numbersOf = (list) => [...new Set(list.map(({ number }) => number))];
    const named = (list) => list.map(({ project, step }) => `${project.code} ${step.name}`);
    return [
      key,
      {
        due: named(due),
        done: named(done),
        toStart: starts.map(({ code }) => code),
        started: starts.filter(started).map(({ code }) => code),
        received: numbersOf(mine.filter(({ kind }) => kind === 'flagged')),
        inTime: numbersOf(mine.filter(({ kind, inTime }) => kind === 'closed' && inTime)),
        overdue: numbersOf(inHand.filter(({ missedAt, standing }) => missedAt !== null && standing !== 'resolved')),
      },
    ];
  });
  return Object.fromEntries(
    facts
      .filter(([, unit]) => Object.values(unit).some(({ length }) => length > 0))
      .flatMap(([key, unit]) => Object.entries(unit).map(([name, of]) => [`units.${key}.${name}`, counted(of)])),
  );
}

/** The world as the record tells it. */
export function openWorld({ plan, prompts }, history) {
  const standings = new Map();
  const asked = new Map();
  for (const { day, at, who, items } of prompts)
    for (const item of items) {
      const key = `${who} ${item.project} ${item.milestone}`;
      if (!asked.has(day)) asked.set(day, new Map());
      asked.get(day).set(key, { ...item, at, who });
    }
  const world = {
    plan,
    history,
    inScope,
    dayOf: (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
    standing(day, at) {
      const key = `${day} ${at.moment} ${at.known} ${at.late?.toldBy ?? ''}`;
      if (!standings.has(key)) standings.set(key, standingOf(world, day, at));
      return standings.get(key);
    },
    /** What was asked on this and the two working days before, and not answered. */
    unreported(day, at) {
      return [...(asked.get(day)?.entries() ?? [])].flatMap(([key, item]) => {
        if (item.at > at.moment) return [];
        if (history.answeredSince(item.project, item.milestone, item.at, at)) return [];
        return sinceOf(key, day) <= before(before(day)) ? [item] : [];
      });
    },
  };

  /** The day from which on it was asked every working day without an answer. */
  function sinceOf(key, day) {
    const known = asked.get(day).get(key).at;
    const yesterday = asked.get(before(day))?.get(key);
    if (!yesterday) return day;
    const answered = history.answeredSince(yesterday.project, yesterday.milestone, yesterday.at, {
      moment: known,
      known,
    });
    return answered ? day : sinceOf(key, before(day));
  }
  return world;
}
