// What the log says of reports, figures, goals and obstacles, ready to be asked how things stood at a moment, as known at another.
import { dayOf } from './days.mjs';
import { lifeOf, standings } from './obstacle-life.mjs';
import { openPromotion } from './promotion.mjs';

/** Of a list in the order of being recorded: the newest that was known at `known`, counted by `moment`, and not taken back. */
const newest = (list, { moment, known, late }) =>
  list.findLast(
    (each) =>
      each.recordedAt <= known &&
      (late ? each.countsAt <= late.toldBy && each.onDay <= late.about : each.countsAt <= moment) &&
      (each.undoneAt === null || each.undoneAt > known),
  ) ?? null;

export function openHistory({ acts, plan }) {
  const reports = new Map();
  const figures = new Map();
  const byCause = new Map();
  const goals = new Map();
  const obstacles = new Map();
  const slips = new Map();
  const items = new Map();
  const factors = [];
  const promotion = openPromotion({ acts, plan });
  const sources = new Map((plan.goals ?? []).map(({ key, rule }) => [key, rule.from]));
  let firstReport = null;
  const push = (map, key, value) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
    return value;
  };

  // A cause is taken back before what takes its place is recorded, whatever the order of equal moments in the file.
  const undoFirst = (act) => (act.action === 'undo' ? 0 : 1);
  const ordered = acts
    .map((act, index) => ({ act, index }))
    .sort(
      (one, other) => one.act.at - other.act.at || undoFirst(one.act) - undoFirst(other.act) || one.index - other.index,
    )
    .map(({ act }) => act);

  for (const act of ordered) {
    const { action, at, after: said } = act;
    if (action === 'report' || action === 'amend') record(act);
    else if (action === 'undo') for (const each of byCause.get(act.before.cause) ?? []) each.undoneAt = at;
    else if (action === 'goal-recorded')
      push(goals, said.goal, { id: act.name, value: said.value, on: said.on, recordedAt: at, undoneAt: null });
    else if (action === 'goal-record-undone') {
      for (const each of goals.get(act.before.goal) ?? []) if (each.id === act.name) each.undoneAt = at;
    } else if (action.startsWith('obstacle-')) obstacleStep(act);
    else if (action.startsWith('slip-')) push(slips, said.number, { at, ...said });
    else if (action.startsWith('factor-')) factors.push({ action, at, ...said });
    else if (action.startsWith('item-')) push(items, said.number, { at, ...said });
  }

  function record({ action, at, name: project, after: said, cause, who }) {
    const amended = action === 'amend' ? (byCause.get(said.amends) ?? []) : [];
    const countsAt = amended.length > 0 ? Math.min(...amended.map((each) => each.countsAt)) : at;
    const base = {
      project,
      recordedAt: at,
      countsAt,
      undoneAt: null,
      who,
      note: said.note,
      late: said.late,
      onDay: said.onDay,
    };
    if (said.investment !== null)
      push(byCause, cause, push(figures, project, { ...base, investment: said.investment }));
    if (said.milestone === null) return;
    const key = `${project} ${said.milestone}`;
    const was = newest(reports.get(key) ?? [], { moment: Number.MAX_VALUE, known: at })?.now ?? {
      percent: null,
      doneOn: null,
      forecast: null,
    };
    const percent = said.percent ?? was.percent;
    const now = {
      percent,
      doneOn: said.percent === null ? was.doneOn : said.doneOn,
      forecast: said.percent === 100 ? null : (said.forecast ?? was.forecast),
    };
    const kept = { ...base, milestone: said.milestone, now };
    push(reports, key, kept);
    push(byCause, cause, kept);
    if (firstReport === null || countsAt < firstReport) firstReport = countsAt;
  }

  function obstacleStep({ at, name, after: step, who }) {
    const number = name;
    if (step.kind === 'flagged')
      obstacles.set(number, { number, flaggedAt: at, flaggedOn: dayOf(at), raiser: who, about: step, steps: [] });
    obstacles.get(number).steps.push({ at, ...step });
  }

  return {
    /** A milestone's percent, day of completion, forecast and last day reported about. */
    milestone: (project, name, at) => newest(reports.get(`${project} ${name}`) ?? [], at),
    investment: (project, at) => newest(figures.get(project) ?? [], at)?.investment ?? null,
    /** The days after an evening on which something about its day was told, by a moment. */
    toldLate(day, { evening, toldBy, known }) {
      const counts = ({ at, onDay, recordedAt = at, undoneAt }) =>
        at > evening && at <= toldBy && onDay <= day && recordedAt <= known && (undoneAt === null || undoneAt > known);
      const told = [
        ...[...reports.values(), ...figures.values()].flat().map((each) => ({ ...each, at: each.countsAt })),
        ...[...goals.values()].flat().map((each) => ({ ...each, at: each.recordedAt, onDay: each.on })),
      ].filter(counts);
      const later = promotion.toldAfter(day, { evening, toldBy, known });
      return [...new Set([...told.map(({ at }) => at), ...later].map(dayOf))].sort();
    },
    /** The day of the very first report; null: there is none by `day`. */
    firstReport: (day) => (firstReport === null || dayOf(firstReport) > day ? null : dayOf(firstReport)),
    /** What was recorded for a goal, each with its day. */
    records: (key, { moment, known }) =>
      sources.get(key)
        ? promotion.days(sources.get(key), { moment, known })
        : (goals.get(key) ?? [])
            .filter((each) => each.recordedAt <= moment && (each.undoneAt === null || each.undoneAt > known))
            .map(({ on, value }) => ({ on, value })),
    /** Obstacles flagged and closed in a span, promises kept and missed. */
    steps: ({ from, moment }) =>
      [...obstacles.values()].flatMap((each) => lifeOf(each).filter(({ at }) => at > from && at <= moment)),
    /** Milestones put off in a span, by what held before it and after. */
    moves({ from, moment }) {
      const moved = new Map();
      for (const { action, at, name, before, after: said } of ordered) {
        if (action !== 'change-milestone' || said?.due === undefined || at <= from || at > moment) continue;
        moved.set(name, { was: moved.has(name) ? moved.get(name).was : before.due, now: said.due });
      }
      return [...moved]
        .filter(([, { was, now }]) => was !== null && now !== null && now > was)
        .map(([name]) => ({ project: name.split(' ')[0], milestone: name.split(' ').slice(1).join(' ') }));
    },
    /** Dates that waited for consent at a moment. */
    pending(moment) {
      const open = new Map();
      for (const { thing, at, name, after: said } of ordered)
        if (thing === 'postponement' && at <= moment) open.set(name, said);
      return [...open.values()]
        .filter(({ standing }) => standing === 'asked')
        .map(({ projectId }) => ({ project: projectId }));
    },
    turns: ({ from, moment }) =>
      [
        ...new Set(
          ordered
            .filter(
              ({ action, at, after: said }) =>
                at > from &&
                at <= moment &&
                (action === 'add-project' ||
                  (action === 'change-project' && (said?.standing !== undefined || said?.category !== undefined))),
            )
            .map(({ name }) => name),
        ),
      ].map((project) => ({ project })),
    /** The day of the very first report, or `day`. */
    reportingSince: (day) => {
      return [day, firstReport === null ? day : dayOf(firstReport)].sort()[0];
    },
    goal(key, { moment, known, late }) {
      if (sources.get(key)) return promotion.value(sources.get(key), { moment, known, late });
      const standing = (goals.get(key) ?? []).filter(
        (each) =>
          (late ? each.recordedAt <= late.toldBy && each.on <= late.about : each.recordedAt <= moment) &&
          (each.undoneAt === null || each.undoneAt > known),
      );
      standing.sort((one, other) =>
        one.on < other.on ? -1 : one.on > other.on ? 1 : one.recordedAt - other.recordedAt || one.id - other.id,
      );
      return standing.at(-1)?.value ?? null;
    },
    /** What was reported in a span: of each milestone the newest, with what stood before it; the figures likewise. */
    changes({ from, moment, known }) {
      const spanned = (lists, pick) =>
        [...lists.values()].flatMap((list) => {
          const last = newest(
            list.filter((each) => each.countsAt > from),
            { moment, known },
          );
          if (last === null) return [];
          const earlier = newest(list, { moment: from, known });
          return [{ ...last, was: earlier === null ? null : pick(earlier) }];
        });
      return {
        milestones: spanned(reports, (each) => each.now),
        figures: spanned(figures, (each) => each.investment),
      };
    },
    /** Whether anything was said about a milestone from a moment on. */
    answeredSince(project, name, since, { moment, known }) {
      const told = (reports.get(`${project} ${name}`) ?? []).some(
        (each) =>
          each.recordedAt >= since &&
          each.countsAt <= moment &&
          each.recordedAt <= known &&
          (each.undoneAt === null || each.undoneAt > known),
      );
      return (
        told ||
        [...obstacles.values()].some(
          ({ about, flaggedAt }) =>
            about.project === project && about.milestone === name && flaggedAt >= since && flaggedAt <= moment,
        )
      );
    },
    promotion,
    /** Projects that came into the ledger by a moment, as they came. */
    added: (moment) =>
      ordered
        .filter(({ action, at }) => action === 'add-project' && at <= moment)
        .map(({ name, after: { unitId, ownerId, sponsorId, startDay, ...project } }) => ({
          ...project,
          code: name,
          unit: unitId,
          owner: ownerId,
          sponsor: sponsorId,
          start: startDay ?? null,
          milestones: [],
        })),
    obstacles: (moment) => standings(obstacles, moment, plan),
    /** Action items as they stood at a moment, without those that were dropped; null: none ever was decided. */
    items(moment) {
      const stood = [...items.values()].flatMap((steps) => steps.findLast(({ at }) => at <= moment) ?? []);
      return stood.length === 0 ? null : stood.filter(({ standing }) => standing !== 'dropped');
    },
    /** Pools as they stood at a moment: of each what it has, and by project what waits and is held; null: there was none. */
    factors(moment) {
      const pools = new Map();
      for (const { action, at, factor, part, code, amount } of factors) {
        if (at > moment) break;
        const key = `factors.${[factor, part].filter(Boolean).join('.')}`;
        if (!pools.has(key)) pools.set(key, { factor, part, amount: 0, projects: new Map() });
        const pool = pools.get(key);
        const own = pool.projects.get(code) ?? { waits: 0, held: 0 };
        if (action === 'factor-open') pool.amount += amount;
        else pool.projects.set(code, own);
        if (action === 'factor-ask') own.waits += amount;
        if (action === 'factor-give') Object.assign(own, { waits: own.waits - amount, held: own.held + amount });
        if (action === 'factor-give-back' || action === 'factor-recall') own.held -= amount;
      }
      return pools.size === 0 ? null : pools;
    },
    /** Slips as they stood at a moment; null: none was ever issued. */
    slips(moment) {
      const stood = [...slips.values()].flatMap((steps) => steps.findLast(({ at }) => at <= moment) ?? []);
      return stood.length === 0 ? null : stood.filter(({ standing }) => standing === 'open' || standing === 'answered');
    },
  };
}
