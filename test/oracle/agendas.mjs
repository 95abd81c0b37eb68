// What agendas say, counted again: how much is to be decided by their own lines, whether not meeting (不开) is offered, and the lines
// about promotion and indicators, from the log and the spreadsheets alone.
import { after, before, dayOf, instant, plus } from './days.mjs';
import { openIndicators } from './indicators.mjs';
import { openPromotion } from './promotion.mjs';
import { slotsOf } from './reviews.mjs';

const AGENDA_AT = '16:00';
const ENDS_AT = '18:00';
/** Ours: working days in which a lead is judged, days after which its investor is answered, and then again. */
const JUDGED_IN = 3;
const ANSWERED_IN = 7;
const AGAIN_IN = 14;
const SETTLED = ['review-held', 'review-spared', 'review-merged'];
/** Lines that want a decision, and those that tell where something stands. */
const DECIDED = /^\d+ (?:卡点|关口：|新变红：|线索|交办|第\d+次转下：|还要办：|不再办：)/;
const LINE = /^\d+ \S/;
const said = (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** Each agenda as it was posted and edited. `differ`: what it says otherwise; `spareable`: so many had nothing to decide. */
export function checkAgendas(folder, facts) {
  const { acts, messages, plan } = facts;
  const reviews = new Map((plan.mechanisms?.reviews ?? []).map((review) => [review.key, review]));
  const promotion = openPromotion(facts);
  const indicators = openIndicators(folder, facts);
  const differ = [];
  let agendas = 0;
  let spareable = 0;
  for (const slot of slotsOf(plan)) {
    const review = reviews.get(slot.review);
    const made = instant(before(slot.planned), AGENDA_AT);
    const title = `${said(slot.planned)}周`;
    const versions = messages.filter(
      ({ what, kind, ephemeral, threaded, at, subject, lines }) =>
        what !== 'deleted' &&
        kind !== 'direct' &&
        !ephemeral &&
        !threaded &&
        subject === 'review' &&
        at >= made &&
        lines[0]?.split('\n')[0].startsWith(title) &&
        lines[0]?.split('\n')[0].endsWith(` · ${slot.called}`),
    );
    const [posted] = versions;
    if (posted === undefined) continue;
    agendas += 1;
    const settled = acts.find(
      ({ action, after: done }) =>
        SETTLED.includes(action) && done.review === slot.review && done.period === slot.period,
    );
    let offered = false;
    for (const version of versions) {
      const lines = version.lines.flatMap((line) => line.split('\n'));
      const name = `${slot.called} ${slot.planned} at ${new Date(version.at + 8 * 3_600_000).toISOString().slice(0, 16)}`;
      const holds = (what, counted, told) => {
        if (counted !== told) differ.push(`${name}: ${what}: counted ${counted}, said ${told}`);
      };
      const rows = lines.filter((line) => LINE.test(line));
      const matters = rows.filter((row) => DECIDED.test(row)).length;
      const visits = lines.some((line) => /^\d+ 走访：/.test(line));
      const isSettled = settled !== undefined && settled.at <= version.at;
      const offers = !isSettled && matters === 0 && !visits;
      holds('to be decided', matters === 0 ? (visits ? '走访1家企业' : '没有要定的事') : `要定${matters}件`, lines[1]);
      holds(
        '不开',
        offers,
        lines.some((line) => line.includes('[不开]')),
      );
      const seats = review.seats === undefined ? false : lines.includes(`不开可省${review.seats}人次`);
      holds('seats', offers && review.seats !== undefined, seats);
      if (version === posted && offers) spareable += 1;
      if (!isSettled) offered = offers;
      if (settled === undefined || version.at < settled.at || version === posted) parts(version.at, rows, holds);
    }
    if (settled?.action === 'review-spared' && !offered)
      differ.push(`${slot.called} ${slot.planned}: was spared, and that was not offered`);

    function parts(at, rows, holds) {
      const about = review.about ?? [];
      const rowOf = (words) => rows.find((row) => words.test(row))?.replace(/^\d+ /, '') ?? null;
      const line = about.includes('indicators')
        ? indicators.line(slot.planned, made, Math.min(at, instant(slot.closes, ENDS_AT)))
        : null;
      holds('indicators', line, rowOf(/^\d+ \d+月经济指标/));
      const promotes = about.includes('promotion');
      holds('leads', promotes ? leadsLine(slot.planned, made) : null, rowOf(/^\d+ 线索/));
      const month = `${dayOf(made).slice(0, 8)}01`;
      const { missing } = promotion.month(month, { moment: made, known: made });
      const lacks = promotes && missing > 0 ? `${Number(month.slice(5, 7))}月招商活动还差${missing}次` : null;
      holds('activities', lacks, rowOf(/^\d+ \d+月招商活动还差/));
    }
  }
  return { agendas, spareable, differ };

  /** `线索该研判1条、该回复2条` by a day, as the log had it at a moment. */
  function leadsLine(day, moment) {
    const leads = new Map();
    for (const { action, at, name } of acts) {
      if (at > moment || !action.startsWith('lead-')) continue;
      if (action === 'lead-reported') leads.set(name, { stands: 'new', told: dayOf(at), answered: null });
      const lead = leads.get(name);
      if (action === 'lead-pursue' || action === 'lead-unsign') lead.stands = 'pursued';
      if (action === 'lead-drop' || action === 'lead-sign') lead.stands = 'over';
      if (action === 'lead-answer') lead.answered = dayOf(at);
    }
    let [judge, answer] = [0, 0];
    for (const { stands, told, answered } of leads.values()) {
      if (stands === 'over') continue;
      let by = told;
      for (let left = JUDGED_IN; left > 0; left -= 1) by = after(by);
      if (stands === 'new' && by <= day) judge += 1;
      if ((answered === null ? plus(told, ANSWERED_IN) : plus(answered, AGAIN_IN)) <= day) answer += 1;
    }
    if (judge + answer === 0) return null;
    return `线索${[...(judge > 0 ? [`该研判${judge}条`] : []), ...(answer > 0 ? [`该回复${answer}条`] : [])].join('、')}`;
  }
}
