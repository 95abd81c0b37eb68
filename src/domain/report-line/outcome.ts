import { ask, type Deciding, projectCandidates, settled } from './ask.js';
import { explainsFall } from './fall-reason.js';
import { noteOf } from './note.js';
import { tidy } from './number-words.js';
import { obstacleOutcome, stoppedIn, withMatter } from './obstacle-outcome.js';
import type { Figure, Sheet } from './pieces.js';
import type { Reading, Said, Weights } from './reading.js';
import { refuse } from './refuse.js';
import type { Answer, AskAbout, ReportItem, Understanding } from './types.js';

/** What a reading comes to: reports, one question, one refusal, or nothing. Order: phrases of the county, "Deciding". */
export function outcomeOf(reading: Reading, deciding: Deciding): Understanding {
  const { context } = deciding;
  const { sheet, act } = reading;
  if (act === 'none') return { act: 'none' };
  if (act === 'unknown') return refuse('unknown-project', { typed: sheet.scheme.unknown });
  if (act === 'empty') return refuse('empty', { project: settled(sheet)[0] ?? null });
  if (act === 'obstacle') return obstacleOutcome(reading, deciding);
  const told = projectsOf(reading);
  const [code] = told;
  const foreign = told.length > 0 && !open(reading) ? told.find((each) => !context.mayReport(each)) : undefined;
  if (foreign !== undefined) {
    const [first] = reading.said;
    return refuse('not-owner', {
      project: foreign,
      milestone: first ? nameOf(sheet, first) : null,
      percent: first ? percentOf(sheet, first) : null,
    });
  }
  if (act === 'project' || code === undefined || open(reading))
    return ask('project', 0, projectCandidates(reading, deciding), null, null, null, deciding);
  return report(reading, code, deciding);
}

function open(reading: Reading): boolean {
  const { sheet } = reading;
  const clauses = reading.said.flatMap((said) => (said.place === null ? [] : [sheet.places[said.place]?.clause ?? 0]));
  const asked = clauses.length > 0 ? clauses : sheet.scheme.perClause.map((_, at) => at);
  return asked.some((clause) => (sheet.scheme.perClause[clause]?.length ?? 0) !== 1);
}

function projectsOf(reading: Reading): string[] {
  const places = reading.said.flatMap((said) => {
    const place = sheet(reading, said);
    return place ? [place.project] : [];
  });
  return [...new Set(places.length > 0 ? places : settled(reading.sheet))];
}

const sheet = (reading: Reading, said: Said) => reading.sheet.places[said.place ?? -1];

function report(reading: Reading, first: string, deciding: Deciding): Understanding {
  const { sheet, said, amount } = reading;
  const { ledger, context, answers } = deciding;
  const corrects = explainsFall(sheet.line.plain);
  const items: ReportItem[] = [];
  const roadmap = ledger.byCode.get(first)?.milestones.map((milestone) => milestone.name) ?? [];
  const entries = reading.act === 'milestone' && said.length === 0 ? [NOTHING] : said;
  const slots = entries.map((each, slot) => ({ each, slot, own: answers.filter((answer) => answer.slot === slot) }));
  const pressed = (own: readonly Answer[], about: AskAbout) =>
    own.find((answer) => answer.about === about)?.choice ?? null;
  const codeOf = (each: Said) => sheet.places[each.place ?? -1]?.project ?? first;
  for (const { each, slot, own } of slots) {
    const name = pressed(own, 'milestone') ?? nameOf(sheet, each);
    if (name === null) {
      const place = sheet.places[each.place ?? -1];
      const choices = place ? place.milestones.map((at) => place.words.roadmap[at] ?? '') : roadmap;
      return ask('milestone', slot, choices, codeOf(each), null, percentOf(sheet, each), deciding);
    }
    items.push({
      ...factsOf(sheet, each, own, context.today),
      project: codeOf(each),
      milestone: name,
      investment: null,
      note: '',
      corrects,
    });
  }
  for (const [slot, item] of items.entries()) {
    const each = entries[slot] ?? NOTHING;
    const known = ledger.byCode.get(item.project)?.milestones.find((milestone) => milestone.name === item.milestone);
    const own = answers.filter((answer) => answer.slot === slot);
    const previous = known?.done ? 100 : (known?.percent ?? null);
    if (
      each.tells === 'rise' &&
      item.percent !== null &&
      previous !== null &&
      !own.some(({ about }) => about === 'percent')
    )
      item.percent = tidy(item.percent + previous);
    const told = { project: item.project, milestone: item.milestone, percent: item.percent, previous };
    if ((item.percent ?? 0) > 100) return refuse('over-100', told);
    if (item.done && item.doneOn !== null && item.doneOn > context.today)
      return refuse('future-date', { ...told, day: item.doneOn });
    const exact = sheet.figures[each.figure ?? -1]?.sure !== false || own.some(({ about }) => about === 'percent');
    if (exact && item.percent !== null && previous !== null && item.percent < previous && !corrects)
      return refuse('falls', told);
    const question = relative(each, item, previous, own) ?? questionOf(sheet, each, item, own);
    if (question)
      return ask(question.about, slot, question.candidates, item.project, item.milestone, item.percent, deciding);
  }
  const investment = moneyOf(sheet, amount, answers);
  if (investment === undefined)
    return ask('amount', 0, (sheet.amounts[amount ?? 0]?.candidates ?? []).map(String), first, null, null, deciding);
  return withRest(items, reading, investment, first, corrects);
}

const NOTHING: Said = { place: null, milestone: null, end: 'open', figure: null, tells: 'level', day: null };

function moneyOf(sheet: Sheet, amount: number | null, answers: readonly Answer[]): number | null | undefined {
  if (amount === null) return null;
  const pressed = answers.find((answer) => answer.about === 'amount')?.choice;
  return pressed === undefined ? (sheet.amounts[amount]?.wan ?? undefined) : Number(pressed);
}

function withRest(
  items: ReportItem[],
  reading: Reading,
  investment: number | null,
  first: string,
  corrects: boolean,
): Understanding {
  const { sheet, amount } = reading;
  const clause = sheet.pieces.find((piece) => piece.kind === 'amount' && piece.at === amount)?.clause ?? 0;
  const owner = sheet.scheme.perClause[clause]?.[0] ?? first;
  const withMoney = items.find((item) => item.project === owner);
  if (investment !== null && withMoney) withMoney.investment = investment;
  else if (investment !== null)
    items.push({
      project: owner,
      milestone: null,
      percent: null,
      done: false,
      doneOn: null,
      forecast: null,
      investment,
      note: '',
      corrects,
    });
  return { act: 'report', items };
}

type Facts = Pick<ReportItem, 'percent' | 'done' | 'doneOn' | 'forecast'>;

function factsOf(sheet: Sheet, said: Said, own: readonly Answer[], today: string): Facts {
  const pressedPercent = own.find((answer) => answer.about === 'percent')?.choice;
  const pressedDay = own.find((answer) => answer.about === 'day')?.choice as ReportItem['doneOn'] | undefined;
  const percent = pressedPercent === undefined ? percentOf(sheet, said) : Number(pressedPercent);
  const day = sheet.days[said.day ?? -1];
  // The day that was pressed tells whether it is an end reached or one to come.
  const coming = pressedDay != null && pressedDay > today;
  // A percent that was asked for and answered says how far it is, whatever the line was taken for.
  const done = (pressedPercent === undefined && said.end === 'done' && !coming) || percent === 100;
  if (done) return { percent: 100, done: true, doneOn: pressedDay ?? day?.past ?? null, forecast: null };
  const forecast = pressedDay ?? day?.coming ?? null;
  return { percent, done: false, doneOn: null, forecast };
}

// A rise on a report that is not known, or a rest: the number itself is never offered, for it says that it is not the answer.
function relative(
  said: Said,
  item: ReportItem,
  previous: number | null,
  own: readonly Answer[],
): { about: AskAbout; candidates: string[] } | null {
  if (own.some(({ about }) => about === 'percent')) return null;
  if (said.tells === 'rest')
    return { about: 'percent', candidates: item.percent === null ? [] : [String(item.percent)] };
  return said.tells === 'rise' && previous === null ? { about: 'percent', candidates: [] } : null;
}

function questionOf(
  sheet: Sheet,
  said: Said,
  item: ReportItem,
  own: readonly Answer[],
): { about: AskAbout; candidates: string[] } | null {
  const figure = sheet.figures[said.figure ?? -1];
  const answered = (about: AskAbout) => own.some((answer) => answer.about === about);
  const risen = said.tells === 'rise' && /百分点|个点/.test(sheet.line.plain.slice(figure?.start, figure?.end));
  if (figure && !figure.sure && !risen && !answered('percent'))
    return { about: 'percent', candidates: figure.candidates.filter((each) => each <= 100).map(String) };
  const [only, ...days] = sheet.days;
  if (said.end === 'open' && !answered('percent') && !answered('day'))
    return only?.returns && days.length === 0 && sheet.figures.length === 0
      ? { about: 'day', candidates: [only.returns] }
      : { about: 'percent', candidates: [] };
  const day = sheet.days[said.day ?? -1];
  if (day && !answered('day') && (item.done ? item.doneOn : item.forecast) === null)
    return { about: 'day', candidates: [...day.candidates] };
  return null;
}

function nameOf(sheet: Sheet, said: Said): string | null {
  const place = sheet.places[said.place ?? -1];
  return place && said.milestone !== null && place.likeness !== 'near'
    ? (place.words.roadmap[said.milestone] ?? null)
    : null;
}

function percentOf(sheet: Sheet, said: Said): number | null {
  const figure: Figure | undefined = sheet.figures[said.figure ?? -1];
  if (!figure) return null;
  return said.tells === 'rest' ? tidy(100 - figure.value) : figure.value;
}

/** The outcome with what only the chosen one needs: a report's note, an obstacle's matter. */
export function completed(
  understood: Understanding,
  { sheet, said, amount, stopped }: Reading,
  weights: Weights,
  deciding: Deciding,
): Understanding {
  if (understood.act === 'obstacle') return withMatter(understood, stoppedIn(sheet, stopped), sheet, weights, deciding);
  if (understood.act !== 'report') return understood;
  const [first, ...others] = understood.items;
  return first ? { act: 'report', items: [{ ...first, note: noteOf(sheet, said, amount) }, ...others] } : understood;
}
