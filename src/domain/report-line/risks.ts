import type { LocalDay } from '../day.js';
import { isExplained, tellsElse } from './figure-roles.js';
import type { Place, Sheet } from './pieces.js';
import type { Reading, Said } from './reading.js';
import { classOf, ENDED_THEN, neighbour, tagsIn } from './said-signs.js';
import type { Span } from './types.js';

/**
 * What of a line a report would lose or turn round: a figure that nobody used, an end that is denied or supposed, an amount of
 * another span. Such a report is only taken where it is as good as certain; `never` is not taken however likely it is.
 */
export type Risk = {
  readonly about: 'percent' | 'amount' | 'day';
  readonly slot: number;
  readonly never: boolean;
  /** What makes it one, for whoever asks how a line was read. */
  readonly why: string;
  readonly asks?: true;
  /** The day that is meant, where another was read. */
  readonly day?: LocalDay;
  /** Something of the line would be lost, and not only turned round. */
  readonly loses?: true;
};

const ASKS = /吗|什么|多少|了没(?!有)|了没有\s*$|有没有|是不是/;
const SHORT_OF = /^\s*(?:都|还)?(?:不到|不足)(?![位货场])/;
const DENIES_END = ['not', 'if', 'ahead', 'plan', 'about', 'say', 'ask', 'doubt', 'remain', 'scope', 'count'];
const DENIES_FIGURE = ['if', 'ask', 'doubt', 'plan'];
const HEARSAY = /听说|据[说悉]|[他她们人]说|说是|号称|宣称|反映|转发|heard|reportedly|\bsa(?:id|ys)\b/;
const FORWARDED = /^\W*(?:转发|fwd?\b)/;
const AIMED = /(?:目标|力争|争取|确保|要求|务必|必须|预计|(?:下周|下月|下一?步|本周|本月)计划)[^,。;\d%]{0,14}$/;
// Milestones whose own words tell the end: contract signed, topped out, 签了约.
const ENDS_ITSELF = /signed|topped|sealed|approved|installed|delivered|registered|了/;
const DENIES_MONEY = ['spell', 'plan', 'ahead', 'if', 'say', 'not', 'remain', 'delta', 'doubt', 'before', 'about'];
const TELLS_END = ['done', 'permit', 'deal', 'goods', 'work', 'already', 'particle'];
const ENDS =
  /实现|圆满|(?<!推进|进展|进行)顺利(?!推进|进行|开展)|全面|如期|成功|提前|[完好毕齐通成结满][了的]|了$|了[,。;!\s]/;
// 昨天主体封顶的: with a day that is past, and only with one, it tells an end.
const OF_A_DAY = /的$/;
const OTHER_SPAN =
  /(?:开工|开建|动工|建设|立项)(?:以来|至今|到现在|到目前)|自开工|历年|往年|截[至止].{0,6}(?:去年|上年|20\d\d)|去年|上年|本月|当月|上个?月|这个月|本周|还需|计划|(?<![1一][-—~至到]\d?)\d月份?完成/;

// English says behind the amount what it is of.
const OTHER_SPAN_BEHIND =
  /\bsince (?:the )?(?:construction|works?|ground|start of (?:works?|construction)|it (?:began|started))|\b(?:last|previous|earlier|prior) years?\b|\b(?:as of|by|until) (?:the )?end of (?:last|20\d\d)/;
const SINCE_START = /(?:开工|开建|动工|建设|立项)(?:以来|至今|到现在|到目前)|自开工|历年|往年/;

const INVESTED = /(?:完成|已?投)(?:了)?(?:投资|固投|产值)?(?:额|了|约|近|达)?\s*$/;
const SUM = /累计[^,。;\d]{0,8}$/;
const OF_A_PART = /(?:[本当]月|这个?月|本周|上个?月|当[日天])[^,。;\d]{0,10}$/;
const INVESTED_NEAR = 8;

const DENIED =
  /(?:没有?|未|不能|预计|争取|即将|准备|力争|有望|如果|可能|听说|基本|差不多|大概|快)(?:完成|完工|封顶|结束)/;
const FINISHES = /完|好|封|通|竣|投产|收尾|到位|结束|交付|done|finish|complete/;
const EXACT_DAY = /\d\s?[日号]?$/;
const BEGUN = /刚(?:刚)?(?:起步|开始|启动|动工|开挖)/;
// 月底我要来看, 下周三市里来检查: a day on which somebody comes, and nothing is finished.
const VISITED = /^[^,。;]{0,6}(?:来看|来[检调督抽]查?|检查|调研|督查|视察|观摩|开会|汇报会)/;
const LEAST_BARE = 20;
const THIS_YEAR = /今年|本年|年初|年度累计|\bthis year\b|\bof the year\b|\byear to date\b/;
/** Of a span that is not said to be another, these are of the year, too. */
const TO_DATE = /至今|目前/;

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
  const loss = (why: string): Risk[] => [{ about: 'percent', slot, never: false, why, loses: true }];
  const chat = (why: string): Risk[] => [{ about: 'percent', slot, never: true, asks: true, why }];
  if (ASKS.test(clausePieces(sheet, place.clause).written)) return chat('asks');
  if (FORWARDED.test(sheet.line.plain)) return chat('forwarded');
  // 推迟到3月15日 is no end, and none that was to come in the past.
  const day = sheet.days[each.day ?? -1];
  const returns = day?.returns ?? null;
  if (returns !== null && each.end !== 'figure')
    return [{ about: 'day', slot, never: true, why: 'put ahead', day: returns }];
  // 昨天到89%: an old value only where a newer one is told.
  const measured = said.some((other) => other.figure !== null);
  const spare = sheet.figures.filter(
    (figure, at) =>
      !said.some((other) => other.figure === at || sheet.figures[other.figure ?? -1]?.value === figure.value) &&
      (figure.bare
        ? each.end === 'done' && figure.value >= LEAST_BARE && clauseAt(sheet, figure.start) === place.clause
        : !(isExplained(figure.roles) && (measured || !figure.roles.has('was'))) &&
          (slot === 0 || clauseAt(sheet, figure.start) === place.clause)),
  );
  const left = spare.length > 0;
  // 礼拜天浇完了 lies behind, however it was read.
  if (each.end === 'forecast' && day?.past != null && !day.ahead && ENDED_THEN.test(sheet.line.plain.slice(day.end)))
    return [{ about: 'day', slot, never: true, why: 'ended then', day: day.past }];
  // 2月30号就完工了: the day is no day, and its report none without it.
  if (each.end === 'done' && each.day === null && hasNoDay(sheet, from, to))
    return [{ about: 'day', slot, never: true, why: 'no such day' }];
  // 候船楼刚起步: what has begun is not done.
  if (each.end === 'done' && BEGUN.test(written)) return risk('begun', true);
  if (each.end === 'forecast' && day && VISITED.test(sheet.line.plain.slice(day.end))) return chat('visited');
  // A figure with its sign is never left out unasked.
  if (spare.some(({ bare }) => !bare) && each.end !== 'forecast') return risk('figure left', true);
  if (each.end === 'done') {
    if (
      /不|没/.test(sheet.line.plain.slice(place.start, place.end)) ||
      DENIED.test(clausePieces(sheet, place.clause).written)
    )
      return risk('denied', true);
    const next = sheet.line.plain.slice(place.start, (sheet.pieces[to - 1]?.end ?? 0) + 14);
    const past = day?.past != null;
    const told =
      TELLS_END.some((tag) => tags.has(tag)) ||
      ENDS.test(next) ||
      ENDS.test(written) ||
      (past && OF_A_DAY.test(written));
    if (!told && !ENDS_ITSELF.test(sheet.line.plain.slice(place.start, place.end)))
      return past && place.finish !== 'work' ? loss('untold') : risk('untold', true);
    const denying = DENIES_END.find((tag) => tags.has(tag));
    return left ? loss('figure left') : denying ? risk(`end ${denying}`) : [];
  }
  if (each.end === 'forecast' && tags.has('if')) return chat('supposed');
  if (each.end === 'forecast') return left ? risk('figure left', true) : [];
  if (each.end !== 'figure') return [];
  if (isEndedElsewhere(sheet, place, said)) return risk('ended elsewhere', true);
  const figure = sheet.figures[each.figure ?? -1];
  // 三成不到 is less, by nobody knows how much.
  if (figure && SHORT_OF.test(sheet.line.plain.slice(figure.end))) return risk('short of', true);
  const piece = sheet.pieces.findIndex((other) => other.kind === 'figure' && other.at === each.figure);
  if (([-1, 1] as const).some((step) => classOf(neighbour(sheet, piece, step), sheet) === 'about'))
    return risk('about');
  if (each.day === null && isDayLeft(sheet, place, said)) return risk('day left', true);
  if (HEARSAY.test(written)) return risk('hearsay');
  if (AIMED.test(sheet.line.plain.slice(sheet.pieces[from]?.start, figure?.start))) return chat('aimed at');
  if (figure && tellsElse(figure.roles)) return risk('tells else', figure.roles.has('rate'));
  const denying = DENIES_FIGURE.find((tag) => tags.has(tag));
  return denying ? risk(`figure ${denying}`) : [];
}

const hasNoDay = (sheet: Sheet, from: number, to: number): boolean =>
  sheet.pieces.slice(from, to).some((piece) => {
    const day = piece.kind === 'day' ? sheet.days[piece.at] : undefined;
    if (day === undefined || day.past !== null || day.coming !== null) return false;
    return EXACT_DAY.test(sheet.line.plain.slice(day.start, day.end));
  });

// 93%还有五幅没做端午节前肯定能做完: a day to come by which something is to be finished, and nobody took it.
function isDayLeft(sheet: Sheet, place: Place, said: readonly Said[]): boolean {
  const first = sheet.pieces.findIndex((piece) => piece.start >= place.end);
  for (let at = first; at < sheet.pieces.length && at >= 0; at += 1) {
    const piece = sheet.pieces[at];
    if (piece?.kind === 'milestone' || (piece?.clause ?? 0) > place.clause + 1) return false;
    const day = piece?.kind === 'day' ? sheet.days[piece.at] : undefined;
    if (!piece || !day || said.some((other) => other.day === piece.at)) continue;
    if (
      (day.ahead || day.before || day.past !== day.coming) &&
      FINISHES.test(sheet.line.plain.slice(day.end, day.end + 10))
    )
      return true;
  }
  return false;
}

// What is said of a milestone: its clause, up to where another milestone has its say.
function stretchOf(sheet: Sheet, place: Place): { from: number; to: number; written: string } {
  let { from, to } = clausePieces(sheet, place.clause);
  for (const [at, piece] of sheet.pieces.entries()) {
    if (piece.kind !== 'milestone' || piece.clause !== place.clause) continue;
    const other = sheet.places[piece.at];
    if (other === undefined || other.milestones.some((each) => place.milestones.includes(each))) continue;
    if (other.end <= place.start) from = Math.max(from, at + 1);
    else if (at < to && !isListed(sheet, place, other)) to = at;
  }
  return { from, to, written: sheet.line.plain.slice(sheet.pieces[from]?.start, sheet.pieces[to - 1]?.end) };
}

// 土地挂牌、出让合同、施工许可均已办结: what is said at the end of a list is said of each.
const isListed = (sheet: Sheet, place: Place, other: Place): boolean => {
  const between = sheet.places.filter((each) => each.start > place.end && each.end <= other.start);
  const written = between.reduceRight(
    (text, each) => text.slice(0, each.start - place.end) + text.slice(each.end - place.end),
    sheet.line.plain.slice(place.end, other.start),
  );
  return /^[、和与及以\s&]+$/.test(written);
};

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
  const before = sheet.line.plain.slice(sheet.pieces[from]?.start, money.start);
  const ofYear = THIS_YEAR.test(written) || (TO_DATE.test(written) && !SINCE_START.test(before));
  if ((OTHER_SPAN.test(before) || OTHER_SPAN_BEHIND.test(written)) && !ofYear)
    return [{ about: 'amount', slot: 0, never: true, why: 'other span' }];
  // 宽带完成投资1800万,站前广场完成投资5000万: one more that is invested.
  const spoken = (each: Span) =>
    INVESTED.test(sheet.line.plain.slice(Math.max(0, each.start - INVESTED_NEAR), each.start));
  // 本月完成投资950万,累计4750万: what a part of the year came to is in its sum.
  const isSum = SUM.test(before);
  const spare = sheet.amounts.filter(
    (each) => each !== money && !(isSum && OF_A_PART.test(sheet.line.plain.slice(0, each.start))),
  );
  if (spare.some(spoken)) return [{ about: 'amount', slot: 0, never: true, why: 'amount left' }];
  const other = spare.some((each) => clauseAt(sheet, each.start) === clause);
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
