import type { LocalDay } from '../day.js';
import { isOfMoney } from './money-standing.js';
import { isNote, partsOf, tagged } from './segment.js';
import type { SpokenDay } from './spoken-day.js';
import type { SpokenPercent } from './spoken-percent.js';
import type { Token } from './token.js';

/**
 * How a percent stands in its clause: it stands as reported, it is an earlier one (上次70%), one to come (月底能到85%),
 * one that is not exact or not said for certain, or one about something else (钢筋绑扎80%, 3号楼80%).
 */
export type Standing = 'stands' | 'dated' | 'earlier' | 'ahead' | 'unsure' | 'foreign';

export type StandingPercent = {
  readonly percent: SpokenPercent;
  readonly standing: Standing;
  readonly corrects: boolean;
};

const SCOPE =
  /^(?:[东西南北中前后左右主副a-z\d一二三四五六七八九十]{0,3})(?:区|侧|栋|幢|楼|段|标|标段|跨|单元|层|期|车间|厂房|号楼|地块|路段|桥|涵洞|支线|部)$|^(?:办公楼|宿舍楼|仓库|车间|主楼|裙楼|地下室|门诊楼|病房楼|住院楼|综合楼|研发楼|地上|地下|室内|室外|外墙|内墙|屋面)/;

/** True where a part's content only narrows what is said to a piece of the milestone: 东区, 3号楼. */
export function narrows(part: readonly Token[], plain: string): boolean {
  const told = part.some((token) =>
    tagged(token, 'already', 'done', 'permit', 'goods', 'work', 'particle', 'not', 'started'),
  );
  const written = plain.slice(part[0]?.start, part.at(-1)?.end);
  return !told && (part.some((token) => token.kind === 'count') ? !/[人名台辆天]/.test(written) : SCOPE.test(written));
}

/** True where a line begins with a name that nobody knows (万达 主体封顶 80%): it may be another project's. */
export function isStrangeSubject(part: readonly Token[], tokens: readonly Token[]): boolean {
  const [first] = part;
  const named = tokens.some((token) => token.kind === 'project');
  return (
    !named &&
    first?.kind === 'content' &&
    part.length === 1 &&
    first.end - first.start <= 8 &&
    tokens.some((token) => token.kind === 'milestone' && token.start >= first.end)
  );
}

/** The tokens of a segment that facts are read from: parts that tell something else are left out, unless they narrow it. */
export function factTokens(tokens: readonly Token[], plain: string): Token[] {
  return partsOf(tokens).flatMap((part) => (isNote(part) && !narrows(part, plain) ? [] : part));
}

/** True where content or a count stands so close to the token at `place` that it is about that content. */
function isForeign(tokens: readonly Token[], place: number, plain: string): boolean {
  const parts = partsOf(tokens);
  const token = tokens[place];
  const own = parts.findIndex((part) => token !== undefined && part.includes(token));
  const milestone = parts.findIndex((part) => part.some((each) => each.kind === 'milestone'));
  return parts.some((part, at) => {
    const other = part.filter((each) => each.kind === 'content' || each.kind === 'count');
    if (other.length === 0 || token === undefined) return false;
    const earlierFigure = part.findLast((each) => each.kind === 'percent' && each.end <= token.start)?.end ?? -1;
    if (at === own || at === milestone)
      return other.some((each) => each.end <= token.start && each.start >= earlierFigure);
    if (at > own) return false;
    if (at === 0 && isStrangeSubject(part, tokens)) return true;
    // A part of its own between milestone and figure: "塔吊已到位" is a remark, "东区" and "工资发放" are what the figure is of.
    if (narrows(part, plain)) return true;
    const remark = part.some((each) => tagged(each, 'already', 'done', 'goods', 'particle', 'started', 'permit'));
    return !remark && (milestone < 0 || (milestone < at && at < own));
  });
}

/** How each percent of a segment stands. */
export function standings(tokens: readonly Token[], plain: string, today: LocalDay): StandingPercent[] {
  const facts = factTokens(tokens, plain);
  return tokens.flatMap((token, place) => {
    if (token.kind !== 'percent') return [];
    const at = facts.indexOf(token);
    const left = leftOf(facts, at);
    const corrects = left.some((each) => tagged(each, 'wrong'));
    const standing = standingOf(facts, at, left, plain, today);
    return [
      {
        percent: token.percent,
        corrects,
        standing: isOfMoney(tokens, token) || isForeign(tokens, place, plain) ? 'foreign' : standing,
      },
    ];
  });
}

function leftOf(tokens: readonly Token[], place: number): readonly Token[] {
  const from = tokens.slice(0, place).findLastIndex((token) => token.kind === 'percent');
  return tokens.slice(from + 1, place);
}

const UNSURE_BEFORE = ['about', 'not', 'if', 'say', 'doubt', 'scope', 'remain', 'ask'] as const;

function standingOf(
  tokens: readonly Token[],
  place: number,
  left: readonly Token[],
  plain: string,
  today: LocalDay,
): Standing {
  const token = tokens[place];
  if (token?.kind !== 'percent') return 'unsure';
  let standing: Standing = 'stands';
  let rising = false;
  let daily = false;
  for (const each of left) {
    if (each.kind === 'milestone') daily = false;
    else if (each.kind === 'day') daily = /^(?:今|昨|本周|这周|当)/.test(plain.slice(each.start));
    // 今天完成5%, 本周干了5%: the day's work or the level that it reached.
    if (daily && (tagged(each, 'done') || /^[干做]了?/.test(plain.slice(each.start)))) standing = 'unsure';
    if (tagged(each, 'before') || tagged(each, 'from')) standing = 'earlier';
    else if (tagged(each, 'now', 'actual', 'wrong')) standing = 'stands';
    else if (tagged(each, 'plan', 'ahead')) standing = 'ahead';
    else if (tagged(each, ...UNSURE_BEFORE)) standing = 'unsure';
    else if (tagged(each, 'delta')) rising = true;
    else if (tagged(each, 'to')) rising = false;
    else if (each.kind === 'day')
      standing = dayStanding(each.day, standing, today, /^(?:本|这|今|当)/.test(plain.slice(each.start)));
  }
  // 80%报错了: the figure is the one that was wrong.
  const behind = tokens.slice(place + 1);
  const next = behind.findIndex((each) => each.kind === 'percent');
  if (next < 0 && behind.some((each) => tagged(each, 'wrong'))) return 'earlier';
  if (ofArrival(tokens, place, plain)) return 'unsure';
  if (rising && standing === 'stands') standing = 'unsure';
  if (standing === 'earlier' || standing === 'ahead') return standing;
  return token.percent.sure && !doubtBehind(tokens, place, plain) ? standing : 'unsure';
}

// 设备到了一半, 80%设备已进场: what came to the site, not how far the milestone is.
function ofArrival(tokens: readonly Token[], place: number, plain: string): boolean {
  const content = tokens.findIndex((each, at) => at > place && each.kind === 'content');
  const goods = tokens.slice(0, content < 0 ? tokens.length : content).some((each) => tagged(each, 'goods'));
  return tokens.some((each) => {
    if (each.kind !== 'milestone') return false;
    const name = plain.slice(each.start, each.end);
    const arrives = /^(?:已经?|都|全部)*到(?!位)/.test(plain.slice(each.end));
    return (goods && !/采购|购置|到货/.test(name)) || (name === '设备' && arrives);
  });
}

// A figure of yesterday is one of yesterday only where another of today stands beside it: 昨天70%，今天78%.
function dayStanding(
  { past, coming, before, candidates }: SpokenDay,
  standing: Standing,
  today: LocalDay,
  now: boolean,
): Standing {
  if (now && !before) return standing === 'earlier' ? 'stands' : standing;
  if (before || (past === coming && coming !== null && coming > today)) return 'ahead';
  if (past === null && coming === null) {
    return candidates.length > 0 && candidates.every((day) => day > today) ? 'ahead' : 'earlier';
  }
  if (past !== coming) return 'unsure';
  return standing === 'stands' ? 'dated' : standing;
}

function doubtBehind(tokens: readonly Token[], place: number, plain: string): boolean {
  let end = tokens[place]?.end ?? 0;
  let linked = false;
  // 80%以后, 80%的时候: what is to happen then, not where it stands.
  if (/^了?(?:(?:以|之)?后(?![续期])|的?时候|时(?![间段]))/.test(plain.slice(end))) return true;
  for (const token of tokens.slice(place + 1)) {
    const apart = token.start > end && !/^[a-z]/.test(plain.charAt(token.start));
    // 80%路基左右: the word of doubt may stand behind the milestone.
    if (token.kind === 'milestone' && !apart) {
      end = token.end;
      continue;
    }
    if (token.kind === 'count' && !apart) return /[楼栋#标段层区期]/.test(plain.slice(token.start, token.end));
    if (token.kind !== 'word' && token.kind !== 'content') return false;
    if (tagged(token, 'about', 'remain', 'doubt') && !tagged(token, 'fill')) return true;
    if (apart) return false;
    if (tagged(token, 'not', 'plan', 'ahead', 'if', 'ask')) return true;
    // "80%的钢筋": the figure is of what follows.
    if (token.kind === 'content') return linked;
    linked = plain.slice(token.start, token.end) === '的' || plain.slice(token.start, token.end) === 'of';
    end = token.end;
  }
  return false;
}
