// Trips by procedure, from the log alone: of each milestone that is done the last answer, and of five or more their mean and the share
// of at most one, both rounded down; held against each list that somebody was shown.
import { dayOf } from './days.mjs';
import { openHistory } from './history.mjs';

const FEWEST = 5;
/** Two or more is at least three when it is added up. */
const SEVERAL = 3;

/** The answers that count at a moment, by procedure. */
function answersAt(acts, history, moment) {
  const last = new Map();
  for (const { action, at, name, after } of acts) if (action === 'trip-answered' && at <= moment) last.set(name, after);
  const procedures = new Map();
  for (const [name, { procedure, trips }] of last) {
    const [code, ...words] = name.split(' ');
    const now = history.milestone(code, words.join(' '), { moment, known: moment })?.now;
    if (!now || (now.percent !== 100 && now.doneOn === null)) continue;
    procedures.set(procedure, [...(procedures.get(procedure) ?? []), trips]);
  }
  return procedures;
}

export function checkTrips(facts) {
  const { acts, messages, plan, ends } = facts;
  const { trips: rule, tripsPerApproval: most } = plan.mechanisms;
  if (rule === undefined) return { lists: 0, answers: {}, differ: [] };
  const history = openHistory(facts);
  const differ = [];
  let lists = 0;
  for (const { at, lines: parts, what } of messages) {
    const lines = parts.flatMap((line) => line.split('\n'));
    if (what !== 'posted' || lines[0] !== '跑一次：按事项') continue;
    lists += 1;
    const answers = answersAt(acts, history, at);
    const counted = rule.procedures.flatMap((procedure) => {
      const own = answers.get(procedure) ?? [];
      if (own.length === 0) return [];
      if (own.length < (rule.leastAnswers ?? FEWEST)) return [`${procedure}${own.length}件：太少，不算`];
      const sum = own.reduce((all, each) => all + (each >= 2 ? SEVERAL : each), 0);
      const within = own.filter((each) => each <= most).length;
      return [
        `${procedure}${own.length}件：平均${Math.floor((sum * 100) / own.length) / 100}趟`,
        `　不超过${most}趟的${Math.floor((within * 1000) / own.length) / 10}%`,
      ];
    });
    const said = lines.slice(1);
    if (JSON.stringify(counted) !== JSON.stringify(said))
      differ.push(`${dayOf(at)} counted ${JSON.stringify(counted)}, said ${JSON.stringify(said)}`);
  }
  const atEnd = [...answersAt(acts, history, ends)].map(([procedure, own]) => [procedure, own.length]);
  return { lists, answers: Object.fromEntries(atEnd), differ };
}
