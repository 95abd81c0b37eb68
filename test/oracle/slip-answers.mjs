// Reports as answers to slips: each report of a step that has one did to the slip what the rule says, at its own moment, and whoever has
// the slip before them was shown it; what is to be judged came before every coordinator, at once or, by night and on days off, after the next morning's question.
import { after, dayOf, instant, works } from './days.mjs';

const NUMBER = /^督〔\d+〕(\d+)号/;
const told = (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** `answers`: so many reports answered or ended a slip; `differ`: those that did not, or of which nobody was told. */
export function checkSlipAnswers({ acts, messages, plan, ends }) {
  const differ = [];
  const names = new Map(plan.people.map(({ key, name }) => [key, name]));
  const coordinators = plan.people
    .filter(({ roles }) => (roles ?? []).some(({ role }) => role === 'coordinator'))
    .map(({ key }) => key);
  const shown = new Map();
  for (const message of messages) {
    const lines = message.lines.flatMap((line) => line.split('\n'));
    const number = message.subject === 'slip' && message.what !== 'deleted' && NUMBER.exec(lines[0] ?? '')?.[1];
    if (number) shown.set(Number(number), [...(shown.get(Number(number)) ?? []), { ...message, lines }]);
  }
  const moments = new Map();
  for (const act of acts)
    if (act.action === 'report' || act.action.startsWith('slip-'))
      moments.set(act.at, [...(moments.get(act.at) ?? []), act]);
  const slips = new Map();
  let answers = 0;
  for (const [at, all] of [...moments].sort(([one], [other]) => one - other)) {
    const steps = all.filter(({ action }) => action !== 'report');
    // Of one step the last report of a moment counts.
    const reports = new Map(
      all
        .filter(({ action, after: said }) => action === 'report' && said.milestone !== null)
        .map((report) => [`${report.name} ${report.after.milestone}`, report]),
    );
    for (const slip of slips.values()) {
      const report = reports.get(`${slip.project} ${slip.milestone}`);
      if (report === undefined || slip.milestone === null) continue;
      const wanted = wantedOf(report, slip);
      if (wanted === null) continue;
      const done = steps.find(
        ({ action, after: said }) => action === `slip-${wanted.act}` && said.number === slip.number,
      );
      const name = `slip ${slip.number} (${slip.project} ${slip.milestone}) on ${new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)}`;
      if (done === undefined || (wanted.text !== undefined && done.after.text !== wanted.text)) {
        differ.push(
          `${name}: the report asks for ${wanted.act} ${wanted.text ?? ''}, the log has ${done?.after.text ?? 'none'}`,
        );
        continue;
      }
      answers += 1;
      differ.push(...untold(slip.number, at, wanted, report).map((fault) => `${name}: ${fault}`));
    }
    for (const { action, who, after: said } of steps) {
      const report = reports.get(`${said.project} ${said.milestone}`);
      if (action === 'slip-finish' && report === undefined)
        differ.push(`slip ${said.number} on ${dayOf(at)}: ended by ${who}, and no report says that it is done`);
      const signed =
        slips.get(said.number)?.signed || ['slip-sign', 'slip-answer', 'slip-ask-time', 'slip-finish'].includes(action);
      slips.set(said.number, { ...said, signed });
    }
  }
  return { answers, differ };

  /** What a report does to a slip of its step; null: nothing. */
  function wantedOf({ after: { percent, doneOn, note } }, { standing, colour, signed }) {
    if (standing === 'closed' || standing === 'void') return null;
    if (doneOn !== null || (percent ?? 0) >= 100) return { act: 'finish' };
    if (standing === 'waiting') return null;
    if (percent === null || colour === 'blue') return signed ? null : { act: 'sign' };
    return standing === 'answered'
      ? null
      : { act: 'answer', text: note === '' ? `${percent}%` : `${percent}% ${note}` };
  }

  function untold(number, at, { act, text }, { who }) {
    const seen = shown.get(number) ?? [];
    const words = {
      finish: `${told(dayOf(at))}办结`,
      answer: `${names.get(who)}答复：${text}`,
      sign: names.get(who),
    }[act];
    const says = ({ lines }) => lines.some((line) => line.includes(words));
    const faults = [];
    // Where it stands already, it is edited there and then.
    if (seen.some((message) => message.at < at) && !seen.some((message) => message.at === at && says(message)))
      faults.push(`nobody was shown '${words}'`);
    if (act !== 'answer') return faults;
    const by = toldBy(at);
    if (by > ends) return faults;
    // Judged before the morning, it is decided on no more.
    const judged = acts.some(
      ({ action, at: when, after: said }) =>
        action.startsWith('slip-') && action !== 'slip-answer' && said.number === number && when > at && when <= by,
    );
    for (const coordinator of judged ? [] : coordinators)
      if (
        !seen.some(
          ({ onlyFor, at: when, ...message }) => onlyFor === coordinator && when >= at && when <= by && says(message),
        )
      )
        faults.push(`${coordinator} was not asked about '${words}'`);
    return faults;
  }

  /** At once; in quiet hours and before the morning's question, a minute after that. */
  function toldBy(at) {
    const day = dayOf(at);
    const asked = (on) => instant(on, plan.prompts.morning) + 60_000;
    if (!works(day) || at >= instant(day, plan.prompts.quietFrom)) return asked(after(day));
    return Math.max(at, asked(day));
  }
}
