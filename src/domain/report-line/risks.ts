import { tellsElse } from './figure-roles.js';
import type { Place, Sheet } from './pieces.js';
import type { Reading, Said } from './reading.js';
import { classOf, neighbour, tagsIn } from './said-signs.js';

/**
 * What of a line a report would lose or turn round: a figure that nobody used, an end that is denied or supposed, an amount of
 * another span. Such a report is only taken where it is as good as certain; `never` is not taken however likely it is.
 */
export type Risk = {
  readonly about: 'percent' | 'amount';
  readonly slot: number;
  readonly never: boolean;
  /** What makes it one, for whoever asks how a line was read. */
  readonly why: string;
  readonly asks?: true;
};

const ASKS = /吗|什么|多少|了没(?!有)|有没有|是不是/;
const DENIES_END = ['not', 'if', 'ahead', 'plan', 'about', 'say', 'ask', 'doubt', 'remain', 'scope', 'count'];
const DENIES_FIGURE = ['if', 'ask', 'doubt', 'plan'];
const HEARSAY = /听说|据[说悉]|[他她们人]说|说是|号称|宣称|反映|转发|heard|reportedly|\bsa(?:id|ys)\b/;
const FORWARDED = /^\W*(?:转发|fwd?\b)/;
const AIMED = /(?:目标|力争|争取|确保|要求|务必|必须|预计)[^,。;\d%]{0,14}$/;
// Milestones whose own words tell the end: contract signed, topped out, 签了约.
const ENDS_ITSELF = /signed|topped|sealed|approved|installed|delivered|registered|了/;
const DENIES_MONEY = ['spell', 'plan', 'ahead', 'if', 'say', 'not', 'remain', 'delta', 'doubt', 'before', 'about'];
const TELLS_END = ['done', 'permit', 'deal', 'goods', 'work', 'already', 'particle'];
const ENDS = /实现|圆满|顺利|全面|如期|成功|提前|[完好毕齐通成结满]了|[了的]$|了[,。;!\s]/;
const OTHER_SPAN =
  /开工以来|自开工|截[至止].{0,6}(?:去年|20\d\d)|去年|上年|本月|当月|上个?月|这个月|本周|还需|计划|\d月份?完成/;

const DENIED =
  /(?:没有?|未|不能|预计|争取|即将|准备|力争|有望|如果|可能|听说|基本|差不多|大概|快)(?:完成|完工|封顶|结束)/;
const THIS_YEAR = /今年|本年|年初|年度累计|至今|目前/;

/** The risks of a report, by statement. */
export function risksOf(reading: Reading): Risk[] {
  const { sheet, said } = reading;
  const risks = said.flatMap((each, slot) => risksOfSaid(sheet, each, slot, said));
  return [...risks, ...risksOfMoney(reading)];
}

function risksOfSaid(sheet: Sheet, each: Said, slot: number, said: readonly Said[]): Risk[] {
  const place = sheet.places[each.place ?? -1];
  if (place === undefined) return [];
  const { from, to, written } = stretchOf(sheet, place);
  const tags = tagsIn(sheet, from, to);
  const risk = (why: string, never = false): Risk[] => [{ about: 'percent', slot, never, why }];
  const chat = (why: string): Risk[] => [{ about: 'percent', slot, never: true, asks: true, why }];
  if (ASKS.test(clausePieces(sheet, place.clause).written)) return chat('asks');
  if (FORWARDED.test(sheet.line.plain)) return chat('forwarded');
  const left = sheet.figures.some(
    (figure, at) =>
      !figure.bare &&
      !said.some((other) => other.figure === at) &&
      clauseAt(sheet, figure.start) === place.clause &&
      !tellsElse(figure.roles),
  );
  if (each.end === 'done') {
    if (
      /不|没/.test(sheet.line.plain.slice(place.start, place.end)) ||
      DENIED.test(clausePieces(sheet, place.clause).written)
    )
      return risk('denied', true);
    const next = sheet.line.plain.slice(place.start, (sheet.pieces[to - 1]?.end ?? 0) + 14);
    const told = TELLS_END.some((tag) => tags.has(tag)) || ENDS.test(next) || ENDS.test(written);
    if (!told && !ENDS_ITSELF.test(sheet.line.plain.slice(place.start, place.end)))
      return risk('untold', each.day === null || place.finish === 'work' || sheet.days[each.day]?.past == null);
    const denying = DENIES_END.find((tag) => tags.has(tag));
    return left ? risk('figure left') : denying ? risk(`end ${denying}`) : [];
  }
  if (each.end !== 'figure') return [];
  if (isEndedElsewhere(sheet, place, said)) return risk('ended elsewhere', true);
  const piece = sheet.pieces.findIndex((other) => other.kind === 'figure' && other.at === each.figure);
  if (([-1, 1] as const).some((step) => classOf(neighbour(sheet, piece, step), sheet) === 'about'))
    return risk('about');
  if (left) return risk('figure left');
  if (HEARSAY.test(written)) return risk('hearsay');
  const figure = sheet.figures[each.figure ?? -1];
  if (AIMED.test(sheet.line.plain.slice(sheet.pieces[from]?.start, figure?.start))) return chat('aimed at');
  if (figure && tellsElse(figure.roles)) return risk('tells else');
  const denying = DENIES_FIGURE.find((tag) => tags.has(tag));
  return denying ? risk(`figure ${denying}`) : [];
}

// What is said of a milestone: its clause, up to where another milestone has its say.
function stretchOf(sheet: Sheet, place: Place): { from: number; to: number; written: string } {
  let { from, to } = clausePieces(sheet, place.clause);
  for (const [at, piece] of sheet.pieces.entries()) {
    if (piece.kind !== 'milestone' || piece.clause !== place.clause) continue;
    const other = sheet.places[piece.at];
    if (other === undefined || other.milestones.some((each) => place.milestones.includes(each))) continue;
    if (other.end <= place.start) from = Math.max(from, at + 1);
    else if (at < to) to = at;
  }
  return { from, to, written: sheet.line.plain.slice(sheet.pieces[from]?.start, sheet.pieces[to - 1]?.end) };
}

// 1号楼封顶60% 1号楼封顶已完成: one line that says both is asked about.
function isEndedElsewhere(sheet: Sheet, place: Place, said: readonly Said[]): boolean {
  return sheet.places.some((other, at) => {
    if (other.start <= place.start || other.likeness !== 'name' || said.some((each) => each.place === at)) return false;
    if (other.project !== place.project || other.milestones.join() !== place.milestones.join()) return false;
    return /^\s*(?:已经?|都|全部)?(?:完成|完工|结束)(?!\s*[\d一二三四五六七八九十百])/.test(
      sheet.line.plain.slice(other.end),
    );
  });
}

function risksOfMoney({ sheet, amount }: Reading): Risk[] {
  const money = sheet.amounts[amount ?? -1];
  if (money === undefined) return [];
  const clause = clauseAt(sheet, money.start);
  const { from, written } = clausePieces(sheet, clause);
  const piece = sheet.pieces.findIndex((each) => each.kind === 'amount' && each.at === amount);
  const tags = tagsIn(sheet, from, piece);
  if (ASKS.test(written)) return [{ about: 'amount', slot: 0, never: true, asks: true, why: 'asks' }];
  // The year's figure is none of another span, and cannot be offered for it.
  if (OTHER_SPAN.test(sheet.line.plain.slice(sheet.pieces[from]?.start, money.start)) && !THIS_YEAR.test(written))
    return [{ about: 'amount', slot: 0, never: true, why: 'other span' }];
  const other = sheet.amounts.some((each) => each !== money && clauseAt(sheet, each.start) === clause);
  const denying = other ? 'amount left' : DENIES_MONEY.find((tag) => tags.has(tag));
  return denying === undefined ? [] : [{ about: 'amount', slot: 0, never: false, why: `money ${denying}` }];
}

function clausePieces(sheet: Sheet, clause: number): { from: number; to: number; written: string } {
  const from = sheet.pieces.findIndex((piece) => piece.clause === clause);
  let to = from;
  while (sheet.pieces[to]?.clause === clause) to += 1;
  return { from, to, written: sheet.line.plain.slice(sheet.pieces[from]?.start, sheet.pieces[to - 1]?.end) };
}

const clauseAt = (sheet: Sheet, at: number): number => sheet.pieces.find((piece) => piece.end > at)?.clause ?? 0;
