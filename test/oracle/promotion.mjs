// Promotion counted again from the log alone: what the three goals have on a day, what the county leaders' month lacks, and each line
// in which somebody was told of either. Amounts in yuan and dollars, whole; the two are never added.
import { dayOf, instant, plus, works } from './days.mjs';

const YUAN = 10_000;
const whole = (wan) => Math.round(wan * YUAN);
const monthOf = (day) => `${day.slice(0, 7)}-01`;
const monthEnd = (month) => plus(`${plus(month, 31).slice(0, 7)}-01`, -1);
const nextMonth = (month) => plus(monthEnd(month), 1);

/** What the log says of promotion, to be asked how it stood at a moment as known at another. */
export function openPromotion({ acts, plan }) {
  const { since = plan.from ?? `${plan.year}-01-01`, ...policy } = plan.mechanisms?.promotion ?? {};
  const perMonth = policy.activitiesPerLeaderPerMonth ?? 0;
  const activities = new Map();
  const money = new Map();
  const excuses = [];
  for (const { action, at, name, who, after } of acts) {
    if (action === 'activity-recorded') activities.set(name, { id: name, at, undoneAt: null, ...after });
    if (action === 'activity-undone' && activities.has(name)) activities.get(name).undoneAt = at;
    if (action === 'money-entered' || action === 'money-corrected')
      money.set(name, { ...after, enteredBy: who, confirmedAt: null, replacedAt: null });
    if (action === 'money-confirmed') {
      const { corrects } = Object.assign(money.get(name), { confirmedAt: at, confirmedBy: who });
      if (corrects !== undefined) money.get(corrects).replacedAt = at;
    }
    if (action === 'month-excused') excuses.push({ at, leader: after.leader, month: after.month });
  }
  const leaders = (plan.people ?? [])
    .filter(({ roles }) => (roles ?? []).some(({ role }) => role === 'leader'))
    .map(({ key }) => key);
  const firstMonth = monthOf(since) === since ? since : nextMonth(monthOf(since));
  const asks = (month) => perMonth > 0 && month >= firstMonth && monthEnd(month) <= (plan.to ?? `${plan.year}-12-31`);

  /** What adds to a goal, each with its day: an activity one, money its amount once a second person has confirmed it. */
  function added(from, { moment, known, late }) {
    const toldBy = late?.toldBy ?? moment;
    const counts = ({ on, at, undoneAt = null }) =>
      at <= toldBy && (undoneAt === null || undoneAt > known) && (!late || on <= late.about);
    if (from === 'activities') return [...activities.values()].filter(counts).map(({ on }) => ({ on, adds: YUAN }));
    return [...money.values()]
      .filter((each) => each.kind === from && each.confirmedAt !== null)
      .filter(({ replacedAt }) => replacedAt === null || replacedAt > toldBy)
      .map(({ on, amount, confirmedAt }) => ({ on, at: confirmedAt, adds: whole(amount) }))
      .filter(counts);
  }
  const sum = (parts) => parts.reduce((all, { adds }) => all + adds, 0) / YUAN;

  return {
    asks,
    leaders,
    perMonth,
    firstMonth,
    /** null while there is nothing. */
    value(from, at) {
      const parts = added(from, at);
      return parts.length === 0 ? null : sum(parts);
    },
    /** What it was on each day on which something was added. */
    days(from, at) {
      const parts = added(from, at);
      return [...new Set(parts.map(({ on }) => on))].sort().map((on) => ({
        on,
        value: sum(parts.filter((each) => each.on <= on)),
      }));
    },
    /** When something about a day or one before it was told after its evening. */
    toldAfter(day, { evening, toldBy, known }) {
      const told = [
        ...[...activities.values()].filter(({ undoneAt }) => undoneAt === null || undoneAt > known),
        ...[...money.values()]
          .filter((each) => each.confirmedAt !== null)
          .flatMap(({ on, confirmedAt, replacedAt }) => [confirmedAt, replacedAt].map((at) => ({ on, at })))
          .filter(({ at }) => at !== null),
      ];
      return told.filter(({ on, at }) => on <= day && at > evening && at <= toldBy).map(({ at }) => at);
    },
    /** Activities of a month, by their ids, and how many the county leaders still lack. */
    month(month, { moment, known }) {
      const own = [...activities.values()].filter(
        ({ on, at, undoneAt }) => monthOf(on) === month && at <= moment && (undoneAt === null || undoneAt > known),
      );
      const excused = new Set(
        excuses.filter((each) => each.month === month && each.at <= moment).map((each) => each.leader),
      );
      const lacks = leaders.map((leader) =>
        excused.has(leader) ? 0 : Math.max(0, perMonth - own.filter((each) => each.leader === leader).length),
      );
      return {
        of: own.map(({ id }) => id),
        done: (leader) => own.filter((each) => each.leader === leader).length,
        missing: asks(month) ? lacks.reduce((all, each) => all + each, 0) : 0,
      };
    },
    /** Activities since the first month that asks, and how many the months so far ask for. */
    county(moment) {
      const day = dayOf(moment);
      let asked = 0;
      for (let month = firstMonth; month <= day && asks(month); month = nextMonth(month))
        asked += leaders.length * perMonth;
      const recorded = [...activities.values()].filter(
        ({ on, at, undoneAt }) => on >= firstMonth && at <= moment && (undoneAt === null || undoneAt > moment),
      ).length;
      return { recorded, asked };
    },
    /** What breaks a rule of counting in the log itself: the same voucher twice, one's own voucher confirmed, one activity twice. */
    broken() {
      const faults = [];
      for (const { voucher, enteredBy, confirmedBy, confirmedAt } of money.values())
        if (confirmedAt !== null && enteredBy === confirmedBy)
          faults.push(`${voucher} was confirmed by who entered it`);
      const vouchers = [...money.values()]
        .filter(({ confirmedAt, replacedAt }) => confirmedAt !== null && replacedAt === null)
        .map(({ voucher }) => voucher);
      for (const voucher of new Set(vouchers))
        if (vouchers.filter((each) => each === voucher).length > 1) faults.push(`${voucher} counts twice`);
      const standing = [...activities.values()].filter(({ undoneAt }) => undoneAt === null);
      const keys = standing.map(({ leader, on, place }) => `${leader} ${on} ${place}`);
      for (const key of new Set(keys)) if (keys.filter((each) => each === key).length > 1) faults.push(`${key} twice`);
      return faults;
    },
  };
}

/** Whether a day is one of its month's last working days, of so many. */
export function isLastWorkday(day, count) {
  let left = 0;
  for (let at = day; at <= monthEnd(monthOf(day)); at = plus(at, 1)) if (works(at)) left += 1;
  return works(day) && left <= count;
}

/**
 * The three goals on every replayed day, from the log and the plan alone, held against what that day's digest of the whole plan said;
 * and every line that told somebody of them or of the month. `differ`: what differs.
 */
export function checkPromotion({ acts, plan, messages, digests }) {
  const promotion = openPromotion({ acts, plan });
  const differ = promotion.broken();
  const goals = plan.goals.filter(({ rule }) => rule.from !== undefined);
  const days = new Set();
  const last = {};
  let held = 0;
  for (const { slot, scope, knownAt: known, numbers, subscription, version } of digests) {
    if (scope.of !== 'plan') continue;
    const moment = instant(slot, plan.prompts.digest);
    for (const { key, rule } of goals) {
      const value = promotion.value(rule.from, { moment, known });
      const said = numbers[`goals.${key}.have`]?.value ?? null;
      if (said !== value)
        differ.push(`${slot} (${subscription}, version ${version}) ${key}: counted ${value}, said ${said}`);
      held += 1;
      last[key] = value;
    }
    days.add(slot);
  }
  const lines = toldLines(messages, promotion, plan);
  return { days: days.size, held: held + lines.held, last, differ: [...differ, ...lines.differ] };
}

/** A part in tenths of percents, rounded down: `6.2`. */
const tenths = (value, target) => Math.floor((whole(value) * 1000) / whole(target)) / 10;

/** Every line in which somebody was told what is counted, and what it was then. */
function toldLines(messages, promotion, plan) {
  const differ = [];
  let held = 0;
  const holds = (at, line, what, said, counted) => {
    held += 1;
    if (said !== counted)
      differ.push(
        `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)} ${what}: counted ${counted}, said ${line}`,
      );
  };
  for (const { at, lines, what, subject } of messages) {
    if (what === 'deleted') continue;
    const slot = /^digest:[^:]+:(\d{4}-\d{2}-\d{2}):/.exec(subject ?? '')?.[1];
    for (const line of lines.flatMap((each) => each.split('\n'))) {
      if (slot !== undefined) goalHolds(slot, at, line);
      const county = /全县(?:招商活动)?(\d+)\/(\d+)$/.exec(line);
      if (county) {
        const { recorded, asked } = promotion.county(at);
        holds(at, line, 'activities of the county', `${county[1]}/${county[2]}`, `${recorded}/${asked}`);
      }
      const month = /^(\d+)月招商活动：已记(\d+)次(?:，还差(\d+)次)?$/.exec(line);
      if (month) {
        const of = `${plan.year}-${month[1].padStart(2, '0')}-01`;
        const counted = promotion.month(of, { moment: at, known: at });
        holds(
          at,
          line,
          'the month',
          `${month[2]} ${month[3] ?? 0}`,
          `${promotion.county(at).recorded} ${counted.missing}`,
        );
      }
      const sums = /^(?:现在|核对后：)(.*)，(.*)$/.exec(line);
      if (sums && /[亿万]/.test(sums[1])) percentHolds(at, line, sums);
    }
  }
  return { held, differ };

  /** `到位资金 3.75/40亿元：推算…` in a digest, and its picture's `到位资金 9.3` percent: rounded down, a yuan short is short. */
  function goalHolds(slot, at, line) {
    for (const { key, name, rule, target } of plan.goals) {
      if (rule.from === undefined) continue;
      const value = promotion.value(rule.from, { moment: instant(slot, plan.prompts.digest), known: at });
      const row = new RegExp(`^${name.zh} ([\\d.]+)/([\\d.]+)(亿元|万元|万美元|次)?(?:：|$)`).exec(line);
      if (row) {
        const unit = row[3] === '亿元' ? 10_000 : 1;
        holds(at, line, key, Number(row[1]), Math.floor((whole(value) / unit / YUAN) * 100 + 1e-7) / 100);
      }
      const picture = /^完成: /.test(line) && new RegExp(`(?:: |, )${name.zh} ([\\d.]+)(?:, |$)`).exec(line);
      if (picture) holds(at, line, key, Number(picture[1]), tenths(value, target));
    }
  }

  /** `现在2→2.5亿元，5%→6.2%`: of what counts at this moment, in tenths of percents rounded down. */
  function percentHolds(at, line, [, amounts, percents]) {
    const from = amounts.includes('美元') ? 'foreign-capital' : 'funds';
    const goal = plan.goals.find(({ rule }) => rule.from === from);
    const stands = promotion.value(from, { moment: at, known: at }) ?? 0;
    const said = percents.split('→').map((each) => Number(each.replace('%', '')));
    // What waits shows first what stands; what was confirmed shows it last.
    const stood = line.startsWith('现在') ? said.at(-1) : said.length > 1 ? said[0] : null;
    if (stood !== null) holds(at, line, `${from} in percent`, stood, tenths(stands, goal.target));
  }
}
