import { misspells, type Spelling, spell } from './alike.js';
import { cleanLine } from './clean-line.js';
import { findHints, findLetters, partedWords } from './milestone-hints.js';
import { type Finish, MILESTONE_TERMS, type MilestoneTerm } from './milestone-terms.js';
import { findEnglish } from './trade-english.js';
import type { Span, SpokenMilestone } from './types.js';

/** The words of one roadmap. */
export type MilestoneWords = {
  readonly roadmap: readonly string[];
  readonly finish: readonly Finish[];
  find(plain: string): SpokenMilestone[];
  /** Words that go on into another one (征拆资金): no report of the milestone, but what an obstacle may stop. */
  findAsides(plain: string): SpokenMilestone[];
};

type SpelledWord = { readonly word: string; readonly alias: Alias; readonly spelling: Spelling };
type Alias = { readonly milestones: number[]; readonly rank: number };

// Parts of names that name nothing by themselves.
const NO_NAMES = new Set(
  '施工 工程 建设 项目 批复 手续 公司 生产 审批 内外 工作 办理 完成 结构 试生 许可证 年度 一期 二期 三期'.split(' '),
);
// 设备间, 开工仪式, 招标公告, 基础设施: the word goes on into another one.
const GOES_ON =
  /^(?:队|公司|单位|方案|仪式|资料|(?<!环评)报告|款|费|图纸|图|文件|公告|人员|工人|工队|材料|户|办(?![完好妥理下结了成出])|组(?!织)|责任|资本|资金|商标|设施|令|条件|红线|性质|指标|面积|会议|会(?!审)|合同(?!签)|代理|控制价|间|房|补偿|窗|数据|之上|上(?=再|继续|又)|动员|准备|申请|进场(?!完)|厂家|厂商|清单|基础|协议|缺口|之?[前后](?![天日])|以[前后]|(?:时间|日期)(?!\s*(?:[\d写报说填搞是为定:改推延提应不错有]))|率(?!\s*[\d百已达为:]))/;
// 开工手续 is a permit's paper, while 施工许可手续 is the permit itself.
const MOMENTS_PAPER = /^(?:开工|动工|竣工|签约|投产|落地|封顶)手续/;
const COMES_FROM: readonly { readonly word: RegExp; readonly before: RegExp }[] = [
  {
    word: /^(?:完工)?验收$/,
    before:
      /(?:主体|消防|环保|规划|分部|分项|桩基|基础|地基|隐蔽|初步|预|单体|专项|节能|档案|防雷|人防|中间|材料|进场|路基|结构|阶段|部分|自)$/,
  },
  { word: /^主体/, before: /(?:市场|投资|实施|责任|经营)$/ },
  { word: /^基础/, before: /(?:打|配套|设备)$/ },
  { word: /^(?:开工|动工|竣工)$/, before: /(?:复|未能按期)$/ },
];

/** The words for the steps of `roadmap`: names, what the glossary gives for them, parts of names. */
export function milestoneWords(roadmap: readonly string[]): MilestoneWords {
  const aliases = new Map<string, Alias>();
  const add = (word: string, milestone: number, rank: number) => {
    const known = aliases.get(word);
    if (word.length < 2 || (known && known.rank > rank)) return;
    if (known?.rank === rank) {
      if (!known.milestones.includes(milestone)) known.milestones.push(milestone);
    } else aliases.set(word, { milestones: [milestone], rank });
  };
  const finish = roadmap.map((name, milestone): Finish => {
    const plain = cleanLine(name).plain.replace(/\s/g, '');
    const terms = termsOf(plain);
    add(plain, milestone, 4);
    for (const term of terms) {
      const rank = term.names.includes(plain) ? 3 : 2;
      for (const word of [...term.names, ...term.say])
        add(word, milestone, NO_NAMES.has(word) ? 0 : rank - (term.say.includes(word) ? 0 : 1));
      for (const word of term.english) add(word, milestone, rank);
    }
    for (let length = 2; length < Math.min(plain.length, 7); length += 1) {
      for (const part of [plain.slice(0, length), plain.slice(-length)])
        if (!NO_NAMES.has(part)) add(part, milestone, 1);
    }
    return terms[0]?.finish ?? 'work';
  });
  // 验收 where the roadmap has 消防验收 and 竣工验收: the word names both, whatever it usually means.
  for (const [word, alias] of aliases) {
    if (alias.rank > 3 || !/\p{Script=Han}/u.test(word)) continue;
    roadmap.forEach((name, milestone) => {
      if (name.endsWith(word) && !alias.milestones.includes(milestone)) alias.milestones.push(milestone);
    });
  }
  for (const word of NO_NAMES) if ((aliases.get(word)?.rank ?? 4) < 4) aliases.delete(word);
  const chinese = new Map([...aliases].filter(([word]) => /\p{Script=Han}/u.test(word)));
  const english = [...aliases]
    .filter(([word]) => /^[a-z]/.test(word))
    .sort(([one], [other]) => other.length - one.length);
  const longest = Math.max(0, ...[...chinese.keys()].map((word) => word.length));
  const spelled = [...chinese]
    .filter(([, alias]) => alias.rank > 1)
    .map(([word, alias]) => ({ word, alias, spelling: spell(word) }))
    .sort((one, other) => other.word.length - one.word.length);
  const parted = partedWords([...chinese].flatMap(([word, { rank }]) => (rank > 1 ? [word] : [])));
  const vocabulary = { chinese, english, longest, spelled, roadmap, parted };
  return {
    roadmap,
    finish,
    find: remembering((plain) => find(plain, vocabulary)),
    findAsides: remembering((plain) => [...scan(plain, vocabulary).asides, ...findLetters(plain, roadmap)]),
  };
}

// A stretch of a line is looked through again under each assumption about its projects.
const REMEMBERED = 16;

function remembering<T>(read: (plain: string) => T): (plain: string) => T {
  const known = new Map<string, T>();
  return (plain) => {
    const found = known.get(plain) ?? read(plain);
    if (known.size >= REMEMBERED) known.clear();
    known.set(plain, found);
    return found;
  };
}

function termsOf(name: string): MilestoneTerm[] {
  const exact = MILESTONE_TERMS.filter(
    (term) => term.names.includes(name) || term.say.includes(name) || term.english.includes(name),
  );
  if (exact.length > 0) {
    return exact.sort((one, other) => Number(other.names[0] === name) - Number(one.names[0] === name)).slice(0, 1);
  }
  const inside = MILESTONE_TERMS.flatMap((term) =>
    term.names.filter((word) => word.length > 1 && name.includes(word)).map((word) => ({ term, word })),
  ).sort((one, other) => other.word.length - one.word.length);
  return inside.slice(0, 1).map(({ term }) => term);
}

type Vocabulary = {
  readonly chinese: ReadonlyMap<string, Alias>;
  readonly english: readonly [string, Alias][];
  readonly longest: number;
  readonly spelled: readonly SpelledWord[];
  readonly roadmap: readonly string[];
  readonly parted: RegExp | null;
};

function scan(
  plain: string,
  { chinese, longest }: Vocabulary,
): { exact: SpokenMilestone[]; asides: SpokenMilestone[] } {
  const exact: SpokenMilestone[] = [];
  const asides: SpokenMilestone[] = [];
  for (let at = 0; at < plain.length; ) {
    const hit = longestAt(plain, at, chinese, longest);
    if (hit === null) at += 1;
    else {
      if (hit.stands !== 'other') (hit.stands === 'alone' ? exact : asides).push(hit.spoken);
      at = hit.spoken.end;
    }
  }
  return { exact, asides };
}

function find(plain: string, vocabulary: Vocabulary): SpokenMilestone[] {
  const { chinese, english, spelled, roadmap, parted } = vocabulary;
  const { exact } = scan(plain, vocabulary);
  for (const match of parted === null ? [] : plain.matchAll(parted)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const alias = chinese.get(`${match[0].charAt(0)}${match[0].slice(-1)}`);
    if (alias && free(span, exact)) exact.push({ ...span, milestones: alias.milestones, likeness: 'name' });
  }
  for (const [word, alias] of english) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      const span = { start: at, end: at + word.length };
      const whole = !/[a-z]/.test(plain.charAt(at - 1)) && !/[a-z]/.test(plain.charAt(span.end));
      if (whole && free(span, exact)) exact.push({ ...span, milestones: alias.milestones, likeness: 'name' });
    }
  }
  if (/[a-z]{3}/.test(plain)) {
    for (const { words, ...named } of findEnglish(plain, roadmap)) {
      const over = exact.filter((each) => !free(named, [each]));
      // Two words that agree say more than one that is usual: "roof waterproofing" is no roof sealing.
      const better = over.every((each) => words > 1 && named.end - named.start >= each.end - each.start);
      if (!better) continue;
      for (const each of over) exact.splice(exact.indexOf(each), 1);
      exact.push({ ...named, likeness: words > 1 ? 'name' : 'part' });
    }
  }
  const wrong = misspelt(plain, spelled, exact);
  const kept = exact.filter((mention) => free(mention, wrong));
  const found = [...kept, ...wrong];
  // One letter is enough only where nothing is named in full.
  const hints = kept.some(({ likeness }) => likeness === 'name') ? [] : findHints(plain, roadmap);
  return joined(
    plain,
    [...found, ...hints.filter((hint) => free(hint, found))].sort((one, other) => one.start - other.start),
  );
}

const free = (span: Span, others: readonly Span[]): boolean =>
  others.every((other) => span.end <= other.start || span.start >= other.end);

function longestAt(
  plain: string,
  at: number,
  chinese: ReadonlyMap<string, Alias>,
  longest: number,
): { readonly spoken: SpokenMilestone; readonly stands: 'alone' | 'goes-on' | 'other' } | null {
  for (let length = Math.min(longest, plain.length - at); length >= 2; length -= 1) {
    const word = plain.slice(at, at + length);
    const alias = chinese.get(word);
    if (!alias) continue;
    const span = { start: at, end: at + length };
    const goesOn =
      MOMENTS_PAPER.test(plain.slice(span.end - 2, span.end + 2)) || GOES_ON.test(plain.slice(span.end, span.end + 5));
    const stands = comesFrom(plain, at, word) ? 'other' : goesOn ? 'goes-on' : 'alone';
    const spoken = { ...span, milestones: alias.milestones, likeness: alias.rank > 1 ? 'name' : 'part' } as const;
    return { spoken, stands };
  }
  return null;
}

function comesFrom(plain: string, at: number, word: string): boolean {
  const before = plain.slice(Math.max(0, at - 5), at);
  return COMES_FROM.some((rule) => rule.word.test(word) && rule.before.test(before));
}

const COUNTED = /^[\d一二两三四五六七八九十百几半]/;

// A misspelt whole name beats the part of it that is right: 主体封项 is 主体封顶, not 主体.
function misspelt(plain: string, words: readonly SpelledWord[], exact: readonly SpokenMilestone[]): SpokenMilestone[] {
  const found: SpokenMilestone[] = [];
  const line = spell(plain);
  const strong = exact.filter((mention) => mention.likeness === 'name');
  for (const { word, alias, spelling } of words) {
    for (let start = 0; start + word.length <= plain.length; start += 1) {
      const likeness = misspells(line, start, spelling);
      if (likeness === null) continue;
      const span = { start, end: start + word.length };
      if (!clear(span, alias, likeness, strong) || GOES_ON.test(plain.slice(span.end, span.end + 5))) continue;
      if (comesFrom(plain, start, word) || (likeness === 'near' && !free(span, exact))) continue;
      // 四车 is four of them, no 试车.
      if (word.length === 2 && COUNTED.test(plain.slice(start, start + 2))) continue;
      const same = found.find((other) => other.start === start && other.end === span.end);
      const mention: SpokenMilestone = {
        ...span,
        milestones: alias.milestones,
        likeness: likeness === 'alike' ? 'misspelt' : 'near',
      };
      if (same && same.likeness === mention.likeness) {
        found[found.indexOf(same)] = { ...same, milestones: [...new Set([...same.milestones, ...alias.milestones])] };
      } else if (free(span, found)) found.push(mention);
    }
  }
  return found;
}

// A whole name with one letter wrong may cover the part of it that is right (主题封顶 over 封顶), never another milestone.
function clear(span: Span, alias: Alias, likeness: 'alike' | 'near', strong: readonly SpokenMilestone[]): boolean {
  return strong.every((other) => {
    if (other.end <= span.start || other.start >= span.end) return true;
    const inside =
      other.start >= span.start && other.end <= span.end && other.end - other.start < span.end - span.start;
    return (
      likeness === 'alike' && inside && other.milestones.every((milestone) => alias.milestones.includes(milestone))
    );
  });
}

// "主体 封顶" typed apart is one milestone, and so are two words for the same one side by side.
function joined(plain: string, mentions: readonly SpokenMilestone[]): SpokenMilestone[] {
  const result: SpokenMilestone[] = [];
  for (const mention of mentions) {
    const last = result.at(-1);
    const common = last?.milestones.filter((milestone) => mention.milestones.includes(milestone)) ?? [];
    if (last && common.length > 0 && /^ ?$/.test(plain.slice(last.end, mention.start))) {
      const likeness = last.likeness === 'near' || mention.likeness === 'near' ? 'near' : 'name';
      result[result.length - 1] = { start: last.start, end: mention.end, milestones: common, likeness };
    } else result.push(mention);
  }
  return result;
}
