// Reviews counted again: which were due by a calendar of its own, what became of each by the log alone, held against all that
// people saw of them: agendas, calendars of a month, and what the morning's message says was missed.
import { after, before, dayOf, instant, monthsOn, plus, weekdayOf, works } from './days.mjs';

const AGENDA_AT = '16:00';
const ENDS_AT = '18:00';
const WEEKDAYS = '一二三四五六日';
const OUTCOMES = { 'review-held': 'held', 'review-spared': 'spared', 'review-merged': 'merged' };
const SAID = { held: '已开', spared: '不开', merged: '合并', missed: '过期没开', open: '还没记', ahead: '未到' };

const monthEnd = (day) => monthsOn(`${day.slice(0, 8)}31`, 0);
const earlier = (...days) => days.sort()[0];

const STARTS = {
  week: (day) => plus(day, 1 - weekdayOf(day)),
  'half-month': (day) => `${day.slice(0, 8)}${day.slice(8) > '15' ? '16' : '01'}`,
  month: (day) => `${day.slice(0, 8)}01`,
};
const ENDS = {
  week: (start) => plus(start, 6),
  'half-month': (start) => (start.endsWith('01') ? plus(start, 14) : monthEnd(start)),
  month: monthEnd,
};

/** Every review of the plan that is due once in its week, half-month or month, by its first day. */
export function slotsOf({ from: begins, to, mechanisms }) {
  return (mechanisms.reviews ?? [])
    .filter(({ day, at }) => day !== undefined && at !== undefined)
    .flatMap((review) => {
      const from = review.from ?? begins;
      const slots = [];
      for (let start = STARTS[review.every](from); start <= to; start = plus(ENDS[review.every](start), 1)) {
        const end = ENDS[review.every](start);
        const closes = works(end) ? end : before(end);
        if (start < from || closes < start) continue;
        const wanted = earlier(plus(start, review.day - 1), end);
        const day = earlier(works(wanted) ? wanted : after(wanted), closes);
        slots.push({
          review: review.key,
          called: (review.short ?? review.name).zh,
          period: start,
          planned: day,
          day,
          closes,
        });
      }
      return slots;
    });
}

const said = (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const withWeekday = (day) => `${said(day)}周${WEEKDAYS[weekdayOf(day) - 1]}`;

/** `differ`: whatever people saw or the log has otherwise; `due`: so many were due by the end, with what became of them. */
export function checkReviews({ acts, messages, plan, begins, ends }) {
  const slots = slotsOf(plan);
  const keyOf = ({ review, period }) => `${review} ${period}`;
  const byKey = new Map(slots.map((slot) => [keyOf(slot), { ...slot, moves: [], outcome: null, at: null }]));
  const differ = [];
  for (const { action, at, after: done } of acts) {
    const outcome = OUTCOMES[action];
    if (outcome === undefined && action !== 'visit-moved') continue;
    const slot = byKey.get(keyOf(done));
    const name = `${action} ${done.review} ${done.period} on ${dayOf(at)}`;
    if (slot === undefined) {
      differ.push(`${name}: there is no such review`);
      continue;
    }
    if (slot.outcome !== null) differ.push(`${name}: it was ${slot.outcome} before`);
    if (at >= instant(slot.closes, ENDS_AT)) differ.push(`${name}: its period was over`);
    if (action === 'visit-moved') {
      if (done.to < slot.period || done.to > slot.closes || !works(done.to)) differ.push(`${name}: to ${done.to}`);
      slot.moves.push({ at, day: done.to });
      slot.day = done.to;
      continue;
    }
    if (outcome === 'held' && dayOf(at) < slot.period) differ.push(`${name}: its period had not begun`);
    if (outcome === 'merged') {
      const into = [...byKey.values()].find(({ review, day }) => review === done.into && day === slot.day);
      if (into === undefined) differ.push(`${name}: into ${done.into}, which is not on that day`);
      else if (into.outcome !== null && into.outcome !== 'held')
        differ.push(`${name}: into ${done.into}, which was ${into.outcome} itself`);
      slot.into = into;
    }
    Object.assign(slot, { outcome, at });
  }
  const all = [...byKey.values()];
  const standingAt = (slot, moment) => {
    if (slot.at !== null && slot.at <= moment) return slot.outcome;
    if (moment >= instant(slot.closes, ENDS_AT)) return 'missed';
    return dayAt(slot, moment) < dayOf(moment) ? 'open' : 'ahead';
  };
  const dayAt = (slot, moment) => slot.moves.findLast(({ at }) => at <= moment)?.day ?? slot.planned;

  differ.push(...agendas(), ...calendars(), ...mornings());
  let last = { due: 0, held: 0, spared: 0, merged: 0, missed: 0 };
  for (let day = dayOf(begins); instant(day, ENDS_AT) <= ends; day = plus(day, 1)) {
    const moment = instant(day, ENDS_AT);
    const tally = { due: 0, held: 0, spared: 0, merged: 0, missed: 0 };
    for (const slot of all) {
      if (moment < instant(slot.closes, ENDS_AT)) continue;
      tally.due += 1;
      tally[standingAt(slot, moment)] += 1;
    }
    if (tally.held + tally.spared + tally.merged + tally.missed !== tally.due)
      differ.push(`${day}: ${JSON.stringify(tally)} do not add up`);
    if (tally.due < last.due) differ.push(`${day}: fewer were due than the day before`);
    last = tally;
  }
  return { ...last, planned: all.length, differ };

  /** Each agenda once, at its hour of the working day before, unless somebody had said before what became of it. */
  function agendas() {
    const names = new Set(slots.map(({ called }) => called));
    const posted = messages.flatMap(({ what, kind, ephemeral, threaded, at, lines }) => {
      const [, title, called] = /^(\d+月\d+日周.) · (.+)$/.exec(lines[0]?.split('\n')[0] ?? '') ?? [];
      return what === 'posted' && kind !== 'direct' && !ephemeral && !threaded && names.has(called)
        ? [`${called} ${title} at ${new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)}`]
        : [];
    });
    const due = all.flatMap((slot) => {
      const at = instant(before(slot.planned), AGENDA_AT);
      if (at < begins || at > ends || (slot.at !== null && slot.at < at)) return [];
      return [`${slot.called} ${withWeekday(slot.planned)} at ${before(slot.planned)}T${AGENDA_AT}`];
    });
    return [
      ...due.filter((each) => !posted.includes(each)).map((each) => `agenda: not posted: ${each}`),
      ...posted.filter((each) => !due.includes(each)).map((each) => `agenda: not due: ${each}`),
      ...posted.filter((each, place) => posted.indexOf(each) !== place).map((each) => `agenda: twice: ${each}`),
    ];
  }

  /** What the calendar of a month says, row by row, at the moment at which somebody looked. */
  function calendars() {
    return messages.flatMap(({ at, ephemeral, lines }) => {
      const [, month] = /^(\d+)月 · 会议\d+次$/.exec(lines[0] ?? '') ?? [];
      if (!ephemeral || month === undefined) return [];
      const of = `${dayOf(at).slice(0, 5)}${month.padStart(2, '0')}`;
      const there = all
        .map((slot) => ({ slot, day: dayAt(slot, at), standing: standingAt(slot, at) }))
        .filter(({ day }) => day.startsWith(of));
      const counts = Object.entries(SAID).flatMap(([standing, word]) => {
        const count = there.filter((each) => each.standing === standing).length;
        return count === 0 ? [] : [`${word}${count}`];
      });
      const rows = there.map(({ slot, day, standing }) => {
        const how = standing === 'merged' ? `并入${slot.into?.called}` : SAID[standing];
        return `${withWeekday(day)} ${slot.called} · ${how}`;
      });
      const wanted = [`${month}月 · 会议${there.length}次`, counts.join('、'), ...rows];
      const shown = lines.flatMap((line) => line.split('\n'));
      const name = `calendar of ${of} on ${dayOf(at)}`;
      return [
        ...wanted.filter((row) => !shown.includes(row)).map((row) => `${name}: no row ${row}`),
        ...shown
          .filter((row) => /^\d+月\d+日周. .+ · /.test(row) && !wanted.includes(row))
          .map((row) => `${name}: says ${row}`),
      ];
    });
  }

  /** What was missed since the working morning before stands in the morning's message of who leads reviews. */
  function mornings() {
    const leaders = plan.people
      .filter(({ roles }) => roles.some(({ role }) => role === 'coordinator' || role === 'commander'))
      .map(({ key }) => key);
    const told = new Map();
    for (const { what, subject, at, onlyFor, lines } of messages) {
      if (what !== 'posted' || !subject?.startsWith('prompt:')) continue;
      for (const line of lines.flatMap((each) => each.split('\n'))) {
        const [, missed] = /^(\d+月\d+日.+)没有开，这一期已过$/.exec(line) ?? [];
        if (missed === undefined) continue;
        const key = `${dayOf(at)} ${missed}`;
        told.set(key, [...(told.get(key) ?? []), onlyFor]);
      }
    }
    const wanted = new Set(
      all.flatMap((slot) => {
        const closed = instant(slot.closes, ENDS_AT);
        if (closed < begins || instant(after(slot.closes), plan.prompts.morning) > ends) return [];
        return standingAt(slot, closed) === 'missed'
          ? [`${after(slot.closes)} ${said(dayAt(slot, closed))}${slot.called}`]
          : [];
      }),
    );
    return [
      ...[...wanted].filter((key) => !told.has(key)).map((key) => `morning: nobody was told: ${key}`),
      ...[...told]
        .filter(([key, people]) => !wanted.has(key) || people.some((person) => !leaders.includes(person)))
        .map(([key, people]) => `morning: told ${people.join(', ')}: ${key}`),
    ];
  }
}
