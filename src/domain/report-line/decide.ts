import { ask, type Deciding } from './ask.js';
import { type CleanLine, cleanLine } from './clean-line.js';
import { isCourtesy } from './courtesy.js';
import type { LineLedger } from './line-ledger.js';
import { completed } from './outcome.js';
import { readLine, type Weighed, weighed } from './read.js';
import type { Reading, Weights } from './reading.js';
import { refuse } from './refuse.js';
import { type Risk, risksOf } from './risks.js';
import { SURE } from './sure.js';
import type { Answer, LineContext, ReportItem, Understanding } from './types.js';

// Nobody reports in more; what is longer is a forwarded paper, and a figure torn out of it would be a misreading.
const LONGEST_LINE = 500;
const LONGEST_RAW = 2000;
const REMARK = /(?:^|[,。;\s])(?:备注|附注|note)\s*:\s*/;
/** Reads a line and decides what it means; `answers` are candidates pressed so far. */
export function decide(
  raw: string,
  ledger: LineLedger,
  context: LineContext,
  answers: readonly Answer[],
  weights: Weights,
): Understanding {
  const whole = cleanLine(raw.slice(0, LONGEST_RAW));
  const { line, remark, cut } = readablePart(whole);
  const command = context.surface === 'progress' || context.surface === 'obstacle';
  if (!/[\p{L}\p{N}]/u.test(line.plain)) return command ? refuse('empty') : { act: 'none' };
  if (isCourtesy(line.plain)) return { act: 'none' };
  const forced = answers.find((answer) => answer.about === 'project')?.choice ?? null;
  const deciding: Deciding = { text: raw, ledger, context, answers };
  const readings = readLine(line, ledger, context, weights, forced).filter((reading) => agrees(reading, answers));
  const understood = chosen(weighed(readings, deciding), deciding, weights);
  if (cut && (understood.act === 'report' || understood.act === 'ask')) return { act: 'none' };
  return withRemark(understood, remark);
}

// What stands behind 备注: is told to people, not to the reader.
function readablePart(whole: CleanLine): { line: CleanLine; remark: string; cut: boolean } {
  const mark = REMARK.exec(whole.plain);
  const end = Math.min(mark?.index ?? whole.plain.length, LONGEST_LINE);
  const line = { text: whole.text.slice(0, end), plain: whole.plain.slice(0, end) };
  return { line, remark: mark ? whole.text.slice(mark.index + mark[0].length) : '', cut: end === LONGEST_LINE };
}

function withRemark(understood: Understanding, remark: string): Understanding {
  if (understood.act !== 'report' || remark === '') return understood;
  const [first, ...others] = understood.items;
  if (first === undefined) return understood;
  return { act: 'report', items: [{ ...first, note: [first.note, remark].filter(Boolean).join(' ') }, ...others] };
}

// What was pressed says what kind of line it is: an answer about a milestone is no chat.
function agrees(reading: Reading, answers: readonly Answer[]): boolean {
  // Only an obstacle has a matter.
  if (answers.some(({ about }) => about === 'matter')) return reading.act === 'obstacle';
  return answers.length === 0 || (reading.act !== 'none' && reading.act !== 'unknown' && reading.act !== 'empty');
}

function chosen(all: readonly Weighed[], deciding: Deciding, weights: Weights): Understanding {
  const [best, ...others] = all;
  if (best === undefined) return { act: 'none' };
  const { understood, reading, probability } = best;
  if (understood.act !== 'report') return completed(understood, reading, weights, deciding);
  const risks = risksOf(reading).filter((risk) => !isAnswered(risk, deciding));
  const never = risks.find((risk) => risk.never);
  if (never?.asks && deciding.context.surface !== 'progress') return { act: 'none' };
  if (never) return questionAbout(never, understood.items, deciding);
  const needed = deciding.answers.length > 0 ? 0 : sureness(risks);
  if (probability >= needed) return completed(understood, reading, weights, deciding);
  return difference(understood.items, others, deciding) ?? questionAbout(risks[0] ?? WHOLE, understood.items, deciding);
}

const sureness = (risks: readonly Risk[]): number =>
  risks.some(({ loses }) => loses) ? SURE.losing : risks.length > 0 ? SURE.atRisk : SURE.report;

const WHOLE: Risk = { about: 'percent', slot: 0, never: false, why: 'doubtful' };

const isAnswered = (risk: Risk, { answers }: Deciding): boolean =>
  answers.some(({ about, slot }) => about === risk.about && slot === risk.slot);

function questionAbout(
  { about, slot, never, day }: Risk,
  items: readonly ReportItem[],
  deciding: Deciding,
): Understanding {
  const item = items[slot] ?? items[0];
  const value =
    about === 'amount' ? (items.find((each) => each.investment !== null)?.investment ?? null) : item?.percent;
  if (day !== undefined) return ask('day', slot, [day], item?.project ?? null, item?.milestone ?? null, null, deciding);
  const other = about === 'amount' && never;
  const candidates = other || value === null || value === undefined || item?.done ? [] : [String(value)];
  return ask(about, slot, candidates, item?.project ?? null, item?.milestone ?? null, item?.percent ?? null, deciding);
}

// Two readings of the same statements are near each other: the first thing in which they differ is what to ask.
function difference(
  items: readonly ReportItem[],
  others: readonly Weighed[],
  deciding: Deciding,
): Understanding | null {
  const rivals = others.flatMap(({ understood }) =>
    understood.act === 'report' && understood.items.length === items.length ? [understood.items] : [],
  );
  for (const [slot, item] of items.entries())
    for (const about of ['project', 'milestone', 'percent'] as const) {
      if (deciding.answers.some((answer) => answer.about === about && answer.slot === slot)) continue;
      const values = [item[about], ...rivals.map((rival) => rival[slot]?.[about])];
      const candidates = [
        ...new Set(values.flatMap((value) => (value === null || value === undefined ? [] : [String(value)]))),
      ];
      if (candidates.length > 1)
        return ask(
          about,
          slot,
          candidates,
          item.project,
          about === 'milestone' ? null : item.milestone,
          item.percent,
          deciding,
        );
    }
  return null;
}
