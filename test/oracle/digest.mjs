// What each digest must say, computed from the record alone, held against what its messages said.
import { before, closeBefore, closes, dayOf, days, instant } from './days.mjs';
import { goalLines, money } from './goals.mjs';
import { standingOf, worstFirst } from './standing.mjs';
import { RUNGS, wordsOf } from './words.mjs';

const REPLY_ITEMS = 20;
const OWN_CARDS = 8;
const OWNER_ITEMS = 5;
const FEWEST = 3;

const clipped = (text, most) => ([...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`);

/** Whether a project is of what a digest is cut by. */
export const inScope = (project, { of, key }) =>
  of === 'plan' ||
  project[{ unit: 'unit', sponsor: 'sponsor', category: 'category', site: 'site', 'focus-area': 'focusArea' }[of]] ===
    key;

/** A fault finder for one version of one digest: `parts` are its messages, by name, as lines. */
export function checkDigest(world, { day, cadence, scope, language, known, from, parts, loadedAt, standingsOn }) {
  const { plan, history, people, units } = world;
  const moment = instant(day, plan.prompts.digest);
  const at = { moment, known };
  const words = wordsOf(language);
  const name = (of) => clipped(of?.[language] ?? '', words.zh ? 20 : 40);
  const faults = [];
  const fault = (part, expected, said) =>
    faults.push(`${part}: expected ${JSON.stringify(expected)}, said ${JSON.stringify(said)}`);
  const all = world.standing(day, at);
  const projects = all.filter((project) => inScope(project, scope));
  const own = new Set(projects.map(({ code }) => code));

  const usual = instant(closeBefore(cadence, day), plan.prompts.digest);
  if (from !== usual) fault('span', usual, from);

  const top = parts.get('') ?? [];
  const part = (of) => parts.get(of) ?? null;
  const holds = (of, line) => {
    if (!of.includes(line)) fault('top', line, of.join(' / ').slice(0, 400));
  };

  // Lights.
  const of = (light) => projects.filter((project) => project.light === light);
  const [reds, ambers, greens] = [worstFirst(of('red')), of('amber'), of('green')];
  holds(top, words.lights(reds.length, ambers.length, greens.length));
  if (!top[1]?.includes(words.projects(projects.length))) fault('top', words.projects(projects.length), top[1]);
  const buttons = top.at(-1) ?? '';
  for (const [light, list] of [
    ['red', reds],
    ['amber', ambers],
    ['green', greens],
  ])
    if (!buttons.includes(`[${words.light(light, list.length)}]`))
      fault('buttons', words.light(light, list.length), buttons);
  checkReds();

  // Goals.
  const goals = goalLines(world, scope, projects, { day, at, loadedAt }, language);
  const said = (part('goals') ?? []).filter((line) => line.startsWith('• ')).map((line) => line.slice(2));
  const full = goals.map((goal) => goal.full);
  if (said.join('\n') !== full.join('\n')) fault('goals', full, said);
  for (const line of top) {
    const goal = goals.find((each) => line.startsWith(each.name.slice(0, 12)) && !line.startsWith(words.obstacles));
    if (goal && !line.endsWith(goal.short.slice(goal.name.length))) fault('top', goal.short, line);
  }

  checkChanges();
  checkObstacles();
  checkUnreported();
  checkStandings();
  checkLessons();
  return faults;

  function checkReds() {
    const shown = top.filter((line) => line.startsWith('🔴 ')).map((line) => line.split(' ')[1]);
    const order = reds.slice(0, shown.length).map(({ code }) => code);
    if (shown.join() !== order.join()) fault('top reds', order, shown);
    const lines = part('reds');
    if (lines === null) return reds.length === 0 || fault('reds', reds.length, null);
    if (lines[0] !== words.reds(reds.length)) fault('reds', words.reds(reds.length), lines[0]);
    const items = lines.flatMap((line, index) =>
      line.startsWith('🔴 ') ? [{ code: line.split(' ')[1], why: lines[index + 1] }] : [],
    );
    const expected = reds.slice(0, REPLY_ITEMS).map(({ code, reasons }) => ({
      code,
      why: reasons
        .slice(0, 3)
        .map((reason) => words.reason(reason))
        .join(words.semicolon),
    }));
    if (JSON.stringify(items) !== JSON.stringify(expected))
      for (const [index, each] of expected.entries())
        if (JSON.stringify(items[index]) !== JSON.stringify(each)) return fault('reds', each, items[index]);
    return rest(lines, reds.length - REPLY_ITEMS, 'reds');
  }

  function rest(lines, left, where) {
    if (left > 0 && !lines.includes(words.more(left))) fault(where, words.more(left), lines.slice(-2));
  }

  function checkChanges() {
    const span = history.changes({ from, moment, known });
    const milestones = span.milestones.filter(({ project }) => own.has(project));
    const figures = span.figures.filter(({ project }) => own.has(project));
    const codes = new Set([...milestones, ...figures].map(({ project }) => project));
    const count = words.changes(milestones.length + figures.length, codes.size);
    if (!top.some((line) => line.endsWith(`${words.colon}${count}`))) fault('top changes', count, top.slice(-6));
    const lines = part('changes');
    if (lines === null) return codes.size === 0 || fault('changes', count, null);
    if (!lines[0]?.includes(`${words.colon}${count}`)) fault('changes', count, lines[0]);
    const since = `${words.day(dayOf(from))} ${plan.prompts.digest}`;
    if (!lines[0]?.endsWith(words.since(since))) fault('changes', words.since(since), lines[0]);
    const blocks = [];
    for (const line of lines.slice(1)) {
      if (/^P-\d+ /.test(line)) blocks.push({ code: line.split(' ')[0], lines: [] });
      else if (line.startsWith('• ')) blocks.at(-1)?.lines.push(line.slice(2));
    }
    const shown = Math.min(codes.size, REPLY_ITEMS);
    if (blocks.length !== shown) fault('changes', shown, blocks.length);
    for (const block of blocks) {
      const expected = [
        ...milestones
          .filter(({ project }) => project === block.code)
          .sort(byRoadmap)
          .map(changeWords),
        ...figures.filter(({ project }) => project === block.code).map(figureWords),
      ];
      if (expected.length !== block.lines.length) fault(`changes ${block.code}`, expected, block.lines);
      else
        for (const [index, { starts, ends }] of expected.entries()) {
          const line = block.lines[index];
          if (!line.startsWith(starts) || !line.endsWith(ends))
            fault(`changes ${block.code}`, `${starts} … ${ends}`, line);
        }
    }
    return rest(lines, codes.size - REPLY_ITEMS, 'changes');
  }

  function byRoadmap(one, other) {
    const roadmap = plan.projects
      .find(({ code }) => code === one.project)
      .milestones.map((milestone) => milestone.name);
    return roadmap.indexOf(one.milestone) - roadmap.indexOf(other.milestone);
  }

  function personEnd(who) {
    const person = people.get(who);
    return words.bracket(words.zh ? person.name : person.nameEn);
  }

  function changeWords({ milestone, now, was, late, note, who }) {
    const { percent, doneOn, forecast } = now;
    const done = percent === 100;
    const to =
      percent === null
        ? ''
        : done
          ? `${words.done}${doneOn !== null && doneOn !== day ? words.bracket(words.day(doneOn)) : ''}`
          : `${percent}%`;
    const moved = was && was.percent !== null && was.percent !== percent && to !== '' ? `${was.percent}% → ` : '';
    const parts = [
      `${milestone} ${moved}${to}`.trimEnd(),
      ...(!done && forecast !== null && forecast !== (was?.forecast ?? null) ? [words.expected(forecast)] : []),
      ...(late ? [words.late] : []),
    ];
    const starts = parts.join(words.comma);
    const ends = note === '' ? `${starts}${personEnd(who)}` : personEnd(who);
    return { starts, ends };
  }

  function figureWords({ investment, was, who }) {
    const line = words.figures(was === null ? null : money(was, language), money(investment, language));
    return { starts: line, ends: `${line}${personEnd(who)}` };
  }

  function checkObstacles() {
    const inUnit = (each) => scope.of === 'unit' && each.department === scope.key;
    const open = history
      .obstacles(moment)
      .filter((each) => own.has(each.project) || inUnit(each))
      .map((each) => ({
        ...each,
        days: Math.max(0, days(each.flaggedOn, day)),
        late: each.missedAt !== null && each.missedAt <= moment,
        departmentName: each.department ? name(units.get(each.department)?.name) : null,
      }))
      .sort(
        (one, other) =>
          RUNGS.indexOf(one.rung) - RUNGS.indexOf(other.rung) || other.days - one.days || one.number - other.number,
      );
    const counted = (each) =>
      RUNGS.flatMap((rung) => {
        const there = open.filter((obstacle) => obstacle.rung === rung);
        const longest = Math.max(0, ...there.map((obstacle) => obstacle.days));
        return there.length === 0 ? [] : [words.atRung(rung, there.length, each ? longest : 0)];
      });
    const lines = part('obstacles');
    if (open.length === 0) {
      if (top.some((line) => line.startsWith(`${words.obstacles}${words.colon}`))) fault('top', 'no obstacles', top);
      return lines === null || lines[0]?.startsWith(`${words.obstacles} 0`) || fault('obstacles', 0, lines);
    }
    const most = Math.max(...open.map((each) => each.days));
    const line = [...(most === 0 ? [] : [words.longest(most)]), ...counted(false)].join(' · ');
    holds(top, `${words.obstacles}${words.colon}${open.length} · ${line}`);
    if (!buttons.includes(`[${words.obstacles} ${open.length}]`)) fault('buttons', open.length, buttons);
    if (lines === null) return fault('obstacles', open.length, null);
    const heading = `${words.obstacles} ${open.length}${words.colon}${counted(true).join(' · ')}`;
    if (lines[0] !== heading) fault('obstacles', heading, lines[0]);
    const waits = ({ standing, rung, project, ...each }) =>
      standing !== 'resolved' &&
      (scope.of === 'unit'
        ? inUnit(each) || (own.has(project) && rung === 'unit')
        : rung === 'sponsor' || (scope.of !== 'sponsor' && rung === 'commander'));
    const yours = open.filter(waits);
    const cards = yours.slice(0, OWN_CARDS);
    const others = open.filter((each) => !cards.includes(each)).slice(0, REPLY_ITEMS);
    const expected = [...cards, ...others].map((each) => words.obstacle(each));
    const items = lines.map((each) => each.replace(/^• /, '')).filter((each) => /^(?:\d+ 号 |No\. \d+ )P-/.test(each));
    if (items.length !== expected.length) return fault('obstacles', expected.length, items);
    for (const [index, { head, tail }] of expected.entries())
      if (!items[index].startsWith(head) || !items[index].endsWith(tail))
        fault('obstacles', `${head}…${tail}`, items[index]);
    const scoped = scope.of === 'unit' ? units.get(scope.key)?.name : scope.of === 'sponsor' ? sponsorName() : null;
    const who = scoped ? name(scoped) : words.leaders;
    if (yours.length > 0 && !lines.includes(words.waits(who, yours.length)))
      fault('obstacles', words.waits(who, yours.length), lines.slice(0, 3));
    return rest(lines, open.length - cards.length - REPLY_ITEMS, 'obstacles');
  }

  function sponsorName() {
    const person = people.get(scope.key);
    return { zh: person.name, en: person.nameEn };
  }

  function checkUnreported() {
    const owners = new Map();
    for (const item of world.unreported(day, at)) {
      if (!own.has(item.project)) continue;
      if (!owners.has(item.owner)) owners.set(item.owner, []);
      owners.get(item.owner).push(item);
    }
    const lines = part('unreported');
    if (owners.size === 0) {
      if (buttons.includes(`[${words.unreportedButton} `)) fault('buttons', 'nobody unreported', buttons);
      return lines === null || lines[0] === words.unreported(0) || fault('unreported', 0, lines);
    }
    if (!buttons.includes(`[${words.unreportedButton} ${owners.size}]`)) fault('buttons', owners.size, buttons);
    if (lines === null) return fault('unreported', owners.size, null);
    if (lines[0] !== words.unreported(owners.size)) fault('unreported', words.unreported(owners.size), lines[0]);
    const items = lines.filter((line) => line.startsWith('• ')).map((line) => line.slice(2));
    if (items.length !== Math.min(owners.size, REPLY_ITEMS)) fault('unreported', owners.size, items.length);
    const expected = new Map(
      [...owners].map(([owner, asked]) => {
        const person = people.get(owner);
        // Unit by unit, as the list is; within a unit by code and roadmap.
        const place = ({ unit }) => [...units.keys()].indexOf(unit);
        const list = asked.sort(
          (one, other) =>
            place(one) - place(other) ||
            (one.project < other.project ? -1 : one.project > other.project ? 1 : one.ordinal - other.ordinal),
        );
        const told = list
          .slice(0, OWNER_ITEMS)
          .map((each) => `${each.project} ${each.milestone}${words.askedSince(each.since)}`);
        if (list.length > OWNER_ITEMS) told.push(words.more(list.length - OWNER_ITEMS));
        return [words.zh ? person.name : person.nameEn, told.join(words.listed)];
      }),
    );
    for (const item of items) {
      const [, who = '', list = ''] =
        (words.zh ? /^(.+?)（[^）]*）：(.*)$/ : /^(.+?) \([^)]*\): (.*)$/).exec(item) ?? [];
      if (expected.get(who) !== list) fault(`unreported ${who}`, expected.get(who) ?? 'not listed', list);
    }
    return rest(lines, owners.size - REPLY_ITEMS, 'unreported');
  }

  function checkStandings() {
    const lines = part('standings');
    const ranked = standingsOn && closes('weekly', day) && scope.of !== 'unit' ? scores(projects) : [];
    if (ranked.length === 0) return lines === null || fault('standings', 'none', lines);
    if (lines === null) return fault('standings', ranked, null);
    const expected = ranked
      .slice(0, 3)
      .map((unit, index) =>
        words.standing(index + 1, name(units.get(unit.key).name), unit.score, unit.green, unit.amber, unit.red),
      );
    const shown = lines.filter((line) => /^\d+\. /.test(line));
    if (shown.join('\n') !== expected.join('\n')) fault('standings', expected, shown);
    const weekBefore = closeBefore('weekly', day);
    const past = { moment: instant(weekBefore, plan.prompts.digest), known };
    const earlier = new Map(
      scores(world.standing(weekBefore, past).filter((project) => inScope(project, scope))).map(({ key, score }) => [
        key,
        score,
      ]),
    );
    const risen = ranked
      .filter(({ key, score }) => earlier.has(key) && score > earlier.get(key))
      .map((unit) => ({ ...unit, rise: unit.score - earlier.get(unit.key) }));
    const most = risen.reduce((best, unit) => (best === null || unit.rise > best.rise ? unit : best), null);
    const line = most && words.improved(name(units.get(most.key).name), earlier.get(most.key), most.score);
    const improved = lines.find((each) => each.startsWith(words.zh ? '进步最大' : 'Most improved')) ?? null;
    if (improved !== line) fault('standings', line, improved);
    return undefined;
  }

  function scores(list) {
    const counts = new Map();
    for (const { unit, light } of list) {
      const of = counts.get(unit) ?? { red: 0, amber: 0, green: 0 };
      of[light] += 1;
      counts.set(unit, of);
    }
    return [...counts]
      .map(([key, { red, amber, green }]) => ({ key, red, amber, green, all: red + amber + green }))
      .filter(({ all: lit }) => lit >= FEWEST)
      .map((unit) => ({ ...unit, score: Math.floor((unit.green * 100 + unit.amber * 50) / unit.all) }))
      .sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1));
  }

  function checkLessons() {
    const lines = part('lessons');
    // The plan's channel hears of all, a unit's of its own projects.
    const taught = cadence === 'monthly' && ['plan', 'unit'].includes(scope.of);
    const cleared = taught ? world.cleared(from, moment, scope) : 0;
    if (cleared === 0) return lines === null || fault('lessons', 'none', lines);
    if (lines?.[0] !== words.cleared(cleared)) fault('lessons', words.cleared(cleared), lines?.[0] ?? null);
    return undefined;
  }
}

/** The world as the record tells it. */
export function openWorld({ plan, acts, prompts }, history) {
  const standings = new Map();
  const asked = new Map();
  for (const { day, at, who, items } of prompts)
    for (const item of items) {
      const key = `${who} ${item.project} ${item.milestone}`;
      if (!asked.has(day)) asked.set(day, new Map());
      asked.get(day).set(key, { ...item, at, who });
    }
  const aboutOf = new Map(
    acts.filter(({ action }) => action === 'obstacle-flagged').map(({ name, after }) => [name, after.project]),
  );
  const verified = acts
    .filter(({ action }) => action === 'obstacle-verified')
    .map(({ at, name }) => ({ at, project: plan.projects.find(({ code }) => code === aboutOf.get(name)) }));
  const milestoneAt = (item) =>
    plan.projects.find(({ code }) => code === item.project).milestones.find((each) => each.name === item.milestone)
      .ordinal;
  const world = {
    plan,
    history,
    inScope,
    people: new Map(plan.people.map((person) => [person.key, person])),
    units: new Map(plan.units.map((unit) => [unit.key, unit])),
    standing(day, at) {
      const key = `${day} ${at.moment} ${at.known}`;
      if (!standings.has(key)) standings.set(key, standingOf(world, day, at));
      return standings.get(key);
    },
    cleared: (from, to, scope) =>
      verified.filter(({ at, project }) => at > from && at <= to && inScope(project, scope)).length,
    /** What was asked on this and the two working days before, and not answered. */
    unreported(day, at) {
      return [...(asked.get(day)?.entries() ?? [])].flatMap(([key, item]) => {
        if (item.at > at.moment) return [];
        if (history.answeredSince(item.project, item.milestone, item.at, at)) return [];
        const since = sinceOf(key, day);
        return since <= before(before(day)) ? [{ ...item, since, ordinal: milestoneAt(item) }] : [];
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
