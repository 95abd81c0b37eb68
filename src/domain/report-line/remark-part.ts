import type { LocalDay } from '../day.js';
import { finishStanding } from './finish-standing.js';
import type { WordTag } from './line-words.js';
import type { Finish } from './milestone-terms.js';
import { partsOf, tagged } from './segment.js';
import type { Token } from './token.js';

/** The tokens of one clause, the project that it speaks of, and how the milestones of its roadmap are finished. */
type ReadClause = {
  readonly tokens: readonly Token[];
  readonly project: string | null;
  readonly finish: readonly Finish[];
};

const NUMBER = '[\\d〇零一二两三四五六七八九十百]+';
const MEASURE = '(?:批|台|套|条|层|段|栋|幢|座|轮|期|块|件|个|车|次|标段|户|跨|榀|组|楼|公里|米)';
// 首批设备, 第二轮谈判, 前3公里路基, 部分楼栋, 东段路基, 3号楼主体: a piece of the milestone and not the whole.
const PIECE = new RegExp(
  `^(?:其中|目前|现在?)?(?:首${MEASURE}|第${NUMBER}${MEASURE}|前${NUMBER}${MEASURE}|(?:少|小|一)?部分|个别|[一小]半|${NUMBER}分之${NUMBER}|[东西南北中]{1,2}(?:[区段侧线]|标段)|(?:${NUMBER}|[a-z])(?:号楼|号线|号车间|号厂房|#楼?|标段|区|楼(?!层))|(?:进口|国产|关键|主要|核心|大型|配套|辅助|备用|定制)(?=设备))`,
);
const REST = new RegExp(`^(?:剩余|其余|余下|剩下|还有|最后${NUMBER}${MEASURE}|[末尾]批)`);
const MOST = /^(?:绝?大部分|绝?大?多数)/;
const COUNTED = new RegExp(`^${NUMBER}${MEASURE}`);
// 电梯已安装, 裙楼主体已完成: another thing. A person (厂家已安装完) is none: what he did may be the milestone.
const THING =
  /(?:电梯|扶梯|行车|天车|锅炉|空调|风机|水泵|塔吊|变压器|配电柜|储罐|管道|电缆|门窗|幕墙|外墙|内墙|屋面|裙楼|主楼|附楼|副楼|配楼|地下室|车间|厂房|仓库|宿舍|食堂|门房|号楼|门诊楼|病房楼|医技楼|办公楼|综合楼|研发楼|桥梁|涵洞|承台|管桩|路灯|标线|监理|消防|勘察|设计|样品|初稿|首稿)$/;
// 环评报告初稿已完成: a paper or people of the milestone, named behind it.
const BELONGS = /^(?:报告)?(?:初稿|公示|资料|图纸|人员|班组|队伍|基础)/;
const GOODS_COME =
  /^(?:全部|所有)?设备(?:也|均|都|全部)?已?经?(?:订货|下单|订购|发货|启运|运抵|到港|进场|到场|到厂|到货)(?:完毕|完成|了)?$/;
// 到位 is said of goods, but of the work where it ends 安装到位.
const INSTALLED = /^(?:设备|管网|管道)?(?:已经?|均|都|全部)*(?:安装|铺设)到位了?$/;
const PAPER = /^(?:正式)?(?:协议|合同)/;
const BARE_END: readonly WordTag[] = ['already', 'fill', 'done', 'work', 'particle'];
const WHOLE = /全|所有|各|均|都|整|皆|统统|一律|一共|最终/;
const TELLS =
  /到货|浇筑|摊铺|吊装|订货|下单|拆除|调试|验收|交付|交工|试车|砌筑|绑扎|顺利|投用|使用|就位|发货|在途|[^达]到$/;
const NEVER: readonly WordTag[] = [
  'ask',
  'if',
  'say',
  'doubt',
  'wrong',
  'ought',
  'money',
  'spell',
  'overall',
  'delta',
  'before',
  'actual',
  'plan',
];
const OVER: Readonly<Record<Finish, readonly WordTag[]>> = {
  permit: ['done', 'work', 'permit', 'already', 'particle'],
  deal: ['done', 'work', 'deal', 'permit', 'already', 'particle'],
  goods: ['done', 'work', 'goods', 'permit', 'already', 'particle'],
  moment: ['done', 'work', 'already', 'particle'],
  work: ['done', 'work', 'already', 'particle'],
};

/**
 * Behind the one exact percent of the one milestone of a line, what is told of a piece of it, of the rest or of another
 * thing is a remark, though it repeats a word of the milestone or ends with 完成: each such part becomes content, so that
 * nothing of it is taken for the milestone. An end that is said of the whole (全部楼栋已封顶, 已完成) becomes a clause of its
 * own, so that its clash with the figure is asked about. Rule: phrases of the county, "Deciding": never guess.
 */
export function foldRemarks<Clause extends ReadClause>(
  clauses: readonly Clause[],
  plain: string,
  today: LocalDay,
): readonly Clause[] {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  if (tokens.some((token) => tagged(token, ...NEVER))) return clauses;
  const figures = tokens.filter((token) => token.kind === 'percent' && !isShare(token, plain));
  const [figure] = figures;
  if (figure?.kind !== 'percent' || figures.length > 1 || !figure.percent.sure || figure.percent.value >= 100)
    return clauses;
  const home = clauses.find((clause) => clause.tokens.includes(figure));
  const named = home && openMilestone(home.tokens, figure);
  if (home === undefined || !named) return clauses;
  const open = named.milestone;
  const finish = home.finish[open] ?? 'work';
  return clauses.flatMap((clause) => {
    if (clause.project !== home.project) return [clause];
    const behind = partsOf(clause.tokens).filter((part) => (part[0]?.start ?? 0) >= named.end);
    const remarks = behind.filter((part) => isRemarkPart(part, open, finish, plain));
    // 塔吊安装 已完成: behind anything else an end belongs to that.
    const first = behind.findIndex((part) => !remarks.includes(part));
    const wholes = behind.slice(first, first + 1).flatMap((part) => {
      const whole = first < 0 ? null : wholeOf(part, open, plain, clause === home && first === 0);
      return whole !== null && finishStanding(whole, finish, plain, today).standing === 'done' ? [{ part, whole }] : [];
    });
    const told = wholes.flatMap(({ part }) => part);
    const others = folded(clause.tokens, remarks).filter((token) => !told.includes(token));
    // A clause of its own each, since within the figure's clause 完成 would be read as a word of the figure.
    return [...(others.length > 0 ? [others] : []), ...wholes.map(({ whole }) => whole)].map((part) => ({
      ...clause,
      tokens: part,
    }));
  });
}

// 全段路基已完成, 最后一栋楼封顶了, 已完成: the subject is the milestone itself, so that an end of it clashes with the figure.
function wholeOf(part: readonly Token[], open: number, plain: string, next: boolean): Token[] | null {
  const written = plain.slice(part[0]?.start, part.at(-1)?.end);
  const named = part.filter((token) => token.kind === 'milestone');
  const bare = next && /^\p{Script=Han}+$/u.test(written) && part.every((token) => tagged(token, ...BARE_END));
  const ends = INSTALLED.test(written) || (bare && part.some((token) => tagged(token, 'already')));
  const whole = named.length > 0 && (REST.test(written) || WHOLE.test(written));
  if (!ends && !whole && !PAPER.test(written)) return null;
  if (named.some((token) => !token.milestone.milestones.includes(open)) || part.some(isFigure)) return null;
  const subjectEnd = (part[0]?.start ?? 0) + pieceLength(written);
  return part.map((token): Token => {
    if (token.kind === 'milestone') return { ...token, milestone: { ...token.milestone, milestones: [open] } };
    const place = { start: token.start, end: token.end };
    if (tagged(token, 'goods') && INSTALLED.test(written)) return { kind: 'word', tag: 'done', ...place };
    const doubted = tagged(token, 'about') && token.end <= subjectEnd;
    const subject = token.kind === 'content' || token.kind === 'count' || tagged(token, 'remain', 'scope') || doubted;
    return subject ? { kind: 'word', tag: 'fill', ...place } : token;
  });
}

// 其余 and 大部分 hold words of doubt that are none there.
function pieceLength(written: string): number {
  return (REST.exec(written) ?? PIECE.exec(written) ?? MOST.exec(written))?.[0].length ?? 0;
}

// 一半设备, 三分之一病房: how many things, where a noun follows; 一半 alone is a figure.
function isShare(token: Token, plain: string): boolean {
  const written = plain.slice(token.start, token.end);
  return (
    /^(?:.?半|(?!百)..?分之.{1,2})$/.test(written) &&
    /^(?:的)?(?:设备|人员|病房|房屋|楼栋|工人|材料|楼层)/.test(plain.slice(token.end))
  );
}

/** The one milestone that the figure's clause names before it goes on to remarks; null where none or several. */
function openMilestone(tokens: readonly Token[], figure: Token): { milestone: number; end: number } | null {
  const parts = partsOf(tokens);
  const own = parts.findIndex((part) => part.includes(figure));
  const named = (until: number) =>
    parts.slice(0, until + 1).flatMap((part) => part.filter((token) => token.kind === 'milestone'));
  // "15% 设备安装 首批设备已进场": the milestone may stand behind its figure.
  const mentions = named(own).length > 0 ? named(own) : named(own + 1);
  const [milestone] = mentions[0]?.milestone.milestones ?? [];
  const one = mentions.every(
    (each) => each.milestone.likeness !== 'near' && each.milestone.milestones.join() === String(milestone),
  );
  return milestone !== undefined && one
    ? { milestone, end: Math.max(figure.end, ...mentions.map((each) => each.end)) }
    : null;
}

function isRemarkPart(part: readonly Token[], open: number, finish: Finish, plain: string): boolean {
  const [first] = part;
  const last = part.at(-1);
  if (first === undefined || last === undefined) return false;
  const written = plain.slice(first.start, last.end);
  const named = part.filter((token) => token.kind === 'milestone');
  const share = first.kind === 'percent';
  if (named.length === 0 && !share && !PIECE.test(written)) return false;
  const piece = PIECE.test(written);
  const pieceEnd = first.start + pieceLength(written);
  // 2号楼封顶 may be a milestone of its own.
  if (named.some((token) => token.start < pieceEnd)) return false;
  if (!piece && named.some((token) => !token.milestone.milestones.includes(open))) return false;
  if (part.some((token, at) => isFigure(token) && !(at === 0 && share))) return false;
  if (part.some((token) => tagged(token, 'about') && token.end > pieceEnd)) return false;
  const alone = named.every((token) => token.milestone.milestones.length === 1);
  if (finish !== 'goods' && alone && GOODS_COME.test(written)) return true;
  if ((WHOLE.test(written) && !piece) || !tells(part, written)) return false;
  const goesOn = part.some((token) => tagged(token, 'not', 'started')) || /正在|还没|未/.test(written);
  if (REST.test(written) || MOST.test(written)) return goesOn || !tellsEnd(part, finish);
  if (piece) return true;
  if (COUNTED.test(written)) return goesOn;
  const content = first.kind === 'content' ? plain.slice(first.start, first.end) : '';
  if (THING.test(content)) return true;
  return first.kind === 'milestone' && BELONGS.test(plain.slice(first.end));
}

// 剩余设备已安装完 is the end of the milestone, 剩余设备已进场 and 其余楼栋月底封顶 are not.
function tellsEnd(part: readonly Token[], finish: Finish): boolean {
  const ended = part.some((token) => tagged(token, 'done', 'work'));
  const arrived = finish !== 'goods' && part.some((token) => tagged(token, 'goods'));
  const coming = part.some((token) => token.kind === 'day' || tagged(token, 'ahead'));
  if (finish === 'moment' && !arrived && !coming) return true;
  return ended || (!arrived && part.some((token) => tagged(token, ...OVER[finish])));
}

const isFigure = (token: Token): boolean =>
  token.kind === 'percent' || token.kind === 'amount' || token.kind === 'project';

function tells(part: readonly Token[], written: string): boolean {
  const said = part.some(
    (token) =>
      token.kind === 'day' ||
      tagged(token, 'already', 'done', 'permit', 'deal', 'goods', 'work', 'started', 'particle', 'not'),
  );
  return said || TELLS.test(written);
}

function folded(tokens: readonly Token[], parts: readonly (readonly Token[])[]): Token[] {
  return tokens.flatMap((token): Token[] => {
    const part = parts.find((each) => each.includes(token));
    if (part === undefined) return [token];
    return part[0] === token ? [{ kind: 'content', start: token.start, end: part.at(-1)?.end ?? token.end }] : [];
  });
}
