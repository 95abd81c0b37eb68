import { tellsObstacle } from '../matter.js';
import { lineSigns, obstacleSigns, reportSigns } from './line-signs.js';
import { moneySigns } from './money-signs.js';
import { type Sheet, stoppable } from './pieces.js';
import { type Act, type Evidence, evident, evidentUnder, type Reading, type Said, type Weights } from './reading.js';
import { isFull, type SaidEvidence, type Surroundings, saidEvidence, surroundingsOf } from './said-signs.js';
import { onlyAsksOrSupposes } from './trouble-signs.js';
import type { LineContext, Span } from './types.js';

// How many half-made readings go on at once, and how much of a line is looked at: what is longer is cut before.
const BEAM = 24;
const MANY_PLACES = 8;
const NARROW = 6;
const MOST_PLACES = 16;
const MOST_OPTIONS = 32;
const FIGURES_BEHIND = 4;
const FIGURES_BEFORE = 2;
const DAYS_NEAR = 3;
const NO_TROUBLE =
  /(?:暂?无|没有?(?:什么|任何|啥)?|\bno) ?(?:困难|问题|卡点|障碍|阻碍|难点|problems?|issues?|obstacles?)/;

type Partial = { readonly said: readonly Said[]; readonly evidence: readonly Evidence[]; readonly score: number };
type Option = { readonly said: Said | null; readonly evidence: readonly Evidence[]; readonly score: number };

/** The readings of a line under one scheme of projects, those that the weights think least of left out; `told` by its text alone. */
export function readingsOf(sheet: Sheet, context: LineContext, weights: Weights, told: readonly string[]): Reading[] {
  const common = [...new Set([...told, ...lineSigns(sheet, context), ...sheet.scheme.signs])];
  const wholes = new Map<string, Evidence>();
  // What speaks for an act as a whole is weighed once, however many readings have it.
  const whole = (act: Act): Evidence => {
    const group = groupOf(act);
    const made = wholes.get(group) ?? evidentUnder(`${group}/`, common, weights);
    wholes.set(group, made);
    return made;
  };
  const readings: Reading[] = [];
  const put = (act: Act, part: Partial, amount: number | null, stopped: number | null, more: readonly Evidence[]) => {
    const evidence = [...part.evidence, ...more, whole(act)];
    const score = part.score + sumOf(more) + whole(act).score;
    readings.push({ act, sheet, said: part.said, amount, stopped, evidence, score });
  };
  const add = (act: Act, part: Partial, amount: number | null, stopped: number | null, more: readonly string[]) =>
    put(act, part, amount, stopped, more.length > 0 ? [evident(more, weights)] : []);
  const nothing: Partial = { said: [], evidence: [], score: 0 };
  if (sheet.scheme.by === 'unknown') {
    add('unknown', nothing, null, null, []);
    add('none', nothing, null, null, []);
    return readings;
  }
  // 没有困难 tells none; what tells of trouble is never nothing.
  if (context.surface !== 'obstacle') add('none', nothing, null, null, []);
  else if (!tellsObstacle(sheet.line.plain.replace(NO_TROUBLE, ' '))) add('empty', nothing, null, null, []);
  const codes = [...new Set(sheet.scheme.perClause.flat())];
  const open = sheet.scheme.perClause.some((each) => each.length !== 1);
  if (open || codes.length > 1)
    add('project', nothing, null, null, [`open:${open}`, `candidates:${Math.min(codes.length, 3)}`]);
  if (mayBeStopped(sheet, context) && codes.length > 0) {
    add('obstacle', nothing, null, null, obstacleSigns(sheet, null));
    for (const stopped of distinct(sheet)) add('obstacle', nothing, null, stopped, obstacleSigns(sheet, stopped));
  }
  if (context.surface === 'obstacle') return readings;

  const evidenceOf = saidEvidence(sheet, context.surface, weights);
  let beam: Partial[] = [nothing];
  for (const [at] of sheet.places.slice(0, MOST_PLACES).entries()) {
    const around = surroundingsOf(sheet, at);
    beam = grown(beam, optionsOf(sheet, around, context, evidenceOf, weights), sheet, weights);
  }
  const left = reportSigns(sheet);
  const amounts = moneySigns(sheet).map(({ amount, signs }) => ({ amount, evidence: evident(signs, weights) }));
  for (const part of beam) {
    const rest = evident(left(part.said), weights);
    if (part.said.length > 0) put('report', part, null, null, [rest]);
    for (const { amount, evidence } of amounts) put('report', part, amount, null, [rest, evidence]);
  }
  const skipped = beam.find((part) => part.said.length === 0) ?? nothing;
  for (const { said, evidence } of looseOptions(sheet, evidenceOf))
    put('milestone', { ...skipped, said: said ? [said] : [] }, null, null, evidence);
  add('milestone', { ...skipped, said: [] }, null, null, ['loose-nothing', `loose-nothing:${context.surface}`]);
  return readings;
}

// A form is filled in by who is stopped; what is only said may ask or suppose.
const mayBeStopped = ({ line }: Sheet, { surface }: LineContext): boolean =>
  surface === 'obstacle' || (surface !== 'progress' && !onlyAsksOrSupposes(line.plain));

const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { score }) => sum + score, 0);

/** Chat, an obstacle and a report are told by different words; a question about a report is one of it. */
export const groupOf = (act: Act): string => (act === 'milestone' ? 'report' : act);

// One mention for each milestone, with the likeliest first.
function distinct(sheet: Sheet): number[] {
  const seen = new Set<string>();
  return stoppable(sheet)
    .slice(0, MOST_PLACES)
    .flatMap((place, at) => {
      const key = `${place.project} ${place.milestones.join()} ${at}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [at];
    });
}

function grown(beam: readonly Partial[], options: readonly Option[], sheet: Sheet, weights: Weights): Partial[] {
  type Next = {
    readonly part: Partial;
    readonly option: Option;
    readonly more: Evidence | null;
    readonly score: number;
  };
  const next: Next[] = [];
  for (const part of beam)
    for (const option of options) {
      const { said } = option;
      const score = part.score + option.score;
      if (said === null) {
        next.push({ part, option, more: null, score });
        continue;
      }
      if (part.said.some((other) => sameMilestone(sheet, other, said))) continue;
      const shared = sharing(sheet, part.said, said);
      if (shared === null) continue;
      const more = shared.length > 0 ? evident(shared, weights) : null;
      next.push({ part, option, more, score: score + (more?.score ?? 0) });
    }
  return next
    .sort((one, other) => other.score - one.score)
    .slice(0, sheet.places.length > MANY_PLACES ? NARROW : BEAM)
    .map(({ part, option, more, score }) => ({
      said: option.said === null ? part.said : [...part.said, option.said],
      evidence: [...part.evidence, ...option.evidence, ...(more ? [more] : [])],
      score,
    }));
}

function sameMilestone(sheet: Sheet, one: Said, other: Said): boolean {
  const [first, second] = [sheet.places[one.place ?? -1], sheet.places[other.place ?? -1]];
  if (first === undefined || second === undefined || first.project !== second.project) return false;
  return one.milestone === other.milestone && one.milestone !== null;
}

// 主体、设备安装: nothing but other mentions and what joins them stands between; 招标完成 设备安装 is no list.
function isList(sheet: Sheet, one: Span, two: Span): boolean {
  return sheet.pieces.every(
    ({ start, end, kind, tag }) =>
      end <= one.end ||
      start >= two.start ||
      kind === 'milestone' ||
      kind === 'project' ||
      kind === 'mark' ||
      tag === 'and' ||
      tag === 'fill',
  );
}

// 主体、设备安装都完成了60%: a figure is shared only where mentions stand side by side.
function sharing(sheet: Sheet, before: readonly Said[], said: Said): string[] | null {
  const shares: string[] = [];
  for (const other of before) {
    if (said.figure !== null && other.figure === said.figure) {
      const [one, two] = [sheet.places[other.place ?? -1], sheet.places[said.place ?? -1]];
      const figure = sheet.figures[said.figure];
      if (!one || !two || !figure || (figure.start > one.end && figure.start < two.start)) return null;
      if (!isList(sheet, one, two)) return null;
      shares.push(two.start - one.end <= 2 ? 'shares-figure' : 'shares-figure-afar');
    }
    if (said.day !== null && other.day === said.day) {
      const [one, two] = [sheet.places[other.place ?? -1], sheet.places[said.place ?? -1]];
      const near = one !== undefined && two !== undefined && two.start - one.end <= 2;
      shares.push(`shares-day:${near}:${other.end === said.end}`);
    }
  }
  return shares;
}

function optionsOf(
  sheet: Sheet,
  around: Surroundings,
  context: LineContext,
  evidenceOf: SaidEvidence,
  weights: Weights,
): Option[] {
  const { place, at } = around;
  const skip = [
    evidentUnder('skip|', around.own, weights),
    evident(['is:skip', `is:skip:${context.surface}`], weights),
  ];
  const options: Option[] = [{ said: null, evidence: skip, score: sumOf(skip) }];
  const milestones: (number | null)[] =
    place.milestones.length === 1 ? [place.milestones[0] ?? 0] : [null, ...place.milestones.slice(0, 4)];
  const figures = near(sheet.figures, place.start, FIGURES_BEFORE, FIGURES_BEHIND);
  const days = near(sheet.days, place.start, 2, DAYS_NEAR);
  for (const milestone of milestones)
    for (const said of sayings(sheet, figures, days, at, milestone)) {
      const evidence = evidenceOf(around, said);
      options.push({ said, evidence, score: sumOf(evidence) });
    }
  return options.sort((one, other) => other.score - one.score).slice(0, MOST_OPTIONS);
}

function* sayings(
  sheet: Sheet,
  figures: readonly number[],
  days: readonly number[],
  place: number | null,
  milestone: number | null,
): Generator<Said> {
  const base = { place, milestone, figure: null, tells: 'level' as const, day: null };
  for (const figure of figures) {
    yield { ...base, end: 'figure', figure };
    for (const tells of otherwise(sheet, figure)) yield { ...base, end: 'figure', figure, tells };
    for (const day of days) {
      const said: Said = { ...base, end: 'figure', figure, day };
      if (!isFull(sheet, said) || sheet.days[day]?.ahead !== true) yield said;
    }
  }
  const toCome = days.filter((day) => isToCome(sheet, day));
  const clause = sheet.places[place ?? -1]?.clause;
  if (!toCome.some((day) => clauseOf(sheet, day) === clause)) yield { ...base, end: 'done' };
  yield { ...base, end: 'open' };
  for (const day of days) {
    if (!toCome.includes(day)) yield { ...base, end: 'done', day };
    yield { ...base, end: 'forecast', day };
  }
}

const TOLD_AS_DONE = /已|(?<!%)了(?![\d解])|昨|的\s*$|finished|done|completed/;

const clauseOf = (sheet: Sheet, day: number): number | undefined =>
  sheet.pieces.find((each) => each.kind === 'day' && each.at === day)?.clause;

// 月底完成, 8月底投入使用没问题: nothing that is done, unless there or just before it is said to be.
function isToCome(sheet: Sheet, at: number): boolean {
  const day = sheet.days[at];
  if (day?.ahead !== true) return false;
  const clause = clauseOf(sheet, at) ?? 0;
  const around = sheet.pieces.filter((each) => each.clause === clause || each.clause === clause - 1);
  return !TOLD_AS_DONE.test(sheet.line.plain.slice(around[0]?.start, around.at(-1)?.end));
}

const ADDED = /多了?|增加了?|提高了?|推进了?|上升了?|提升了?|涨了?|增长了?|往前|又|\+|up|another|rose|increase/;
const LEFT = /差|剩|余|欠|缺|left|remain|to go|short|没[干做完]/;

// Only where a word near the figure says so may it be what was added, or what is left.
function otherwise(sheet: Sheet, at: number): ('rise' | 'rest')[] {
  const figure = sheet.figures[at];
  if (!figure || figure.value > 100) return [];
  const { plain } = sheet.line;
  // From 35% to 48%, 提到83%: where it stands is told, however it rose.
  if (
    /(?:[到至为成]|\bto)\s*$/.test(plain.slice(0, figure.start)) ||
    /\d%?\D+\d/.test(plain.slice(figure.start, figure.end))
  )
    return [];
  const around = `${plain.slice(Math.max(0, figure.start - 10), figure.start)}|${plain.slice(figure.end, figure.end + 12)}`;
  return [...(ADDED.test(around) ? ['rise' as const] : []), ...(LEFT.test(around) ? ['rest' as const] : [])];
}

function near(all: readonly { readonly start: number }[], position: number, before: number, behind: number): number[] {
  const later = all.findIndex((each) => each.start > position);
  const split = later < 0 ? all.length : later;
  const result: number[] = [];
  for (let at = Math.max(0, split - before); at < Math.min(all.length, split + behind); at += 1) result.push(at);
  return result;
}

function looseOptions(sheet: Sheet, evidenceOf: SaidEvidence): { said: Said; evidence: Evidence[] }[] {
  const figures = sheet.figures.slice(0, 3).map((_, at) => at);
  const days = sheet.days.slice(0, 2).map((_, at) => at);
  return [...sayings(sheet, figures, days, null, null)]
    .filter((said) => said.end !== 'open')
    .map((said) => ({ said, evidence: evidenceOf(null, said) }));
}
