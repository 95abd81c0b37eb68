import type { Clause } from './clause.js';
import type { LineLedger } from './line-ledger.js';
import { onlySmallWords, wordAt } from './line-words.js';
import { leavesOut, type SpokenProject } from './project-mention.js';
import type { LineContext } from './types.js';

/** What may be the name of a project that the ledger has not; whether it is one, the choice among readings tells. */
export type Stranger = { readonly typed: string; readonly end: number; readonly signs: readonly string[] };

const TELLING =
  /^((?:(?:我?县|我?市|省)?[\p{Script=Han}a-z0-9]{2,14}?)(?:项目|产业园|园区|广场|小区|医院|卫生院|保健院|学院|学校|小学|中学|幼儿园|公园|水库|水厂|大桥|大道|酒店|大厦|商场|[^用土基征场工产][园院馆站厂库场所楼桥]|二期|三期|工程|公司))(?!的?(?:部|方|办|经理|负责|指挥|区|员|家))/u;
const NEVER =
  /^(?:我们?|咱们?|本|该|这个?|那个?|所有|全部|各|其他|重点|整个|几个|一个|负责|包保|目前|今天|现在|我单位|我局|我镇)/;
const WORKS =
  /签约|注册|洽谈|[昨今明后]天|规定|新建|要求|政策|文件|涉及|由于|因|导致|进入|列入|申报|支持|安排|实施|推进|完成|投资|进度|主体|设备|施工|封顶|开工|招标|验收|路[基面]|厂家|[没不被已]/;
// A part of one's own project (2号楼主体, 南侧支护) stands before a milestone as a name does.
const PART =
  /^(?:[东西南北前后左右上下内外一二三四五六七八九十\d#号a-z第首各全]{1,4}(?:侧|段|区|楼|栋|标段?|期|跨|层|厂房|车间|线|座|台|批|块|单元|机|塔|组团|地块|仓|池)|办公楼|宿舍楼?|车间|厂房|仓库|综合楼|门卫|围墙|地下室|教学楼|塔楼|裙楼|主楼|附楼|管[道网]|设备|钢构|钢?结构)/;
const NAMED =
  /高速|铁路|机场|水库|海堤|大[坝桥道楼厦]|号线|水厂|医院|学校|校|公司|家具|数据|[镇乡村沟河湖山岗岛湾]|中心/;
// 陈院长催幕墙: who asks, and no project.
const PERSON =
  /(?:[院局县镇乡市区处科厂校部队]长|书记|主任|经理|总工?|工程师|领导|老板)(?:又|刚|一直|总)?(?:催|问|说|讲|盯|看)/;
const LEADS = /^(?:顺带|顺便)?(?:汇?报|上报|更新|补报?|说)(?:一?下|个)?\s*|^(?:另外|还有|然后)\s*/;

/** Looks for the first name in the line that no project of the ledger has. */
export function stranger(
  plain: string,
  text: string,
  clauses: readonly Clause[],
  mentions: readonly SpokenProject[],
  ledger: LineLedger,
  context: LineContext,
): Stranger | null {
  return (
    otherPhase(plain, text, mentions, ledger) ??
    tellingName(plain, text, clauses, mentions, ledger) ??
    beforeMilestone(plain, text, clauses, mentions, ledger, context)
  );
}

// 锂源三期 where the ledger has its first and second.
function otherPhase(
  plain: string,
  text: string,
  mentions: readonly SpokenProject[],
  ledger: LineLedger,
): Stranger | null {
  for (const mention of mentions) {
    const phase = /^[一二三四五六]期/.exec(plain.slice(mention.end))?.[0];
    if (phase === undefined || mention.by !== 'name') continue;
    if (mention.codes.some((code) => ledger.byCode.get(code)?.name.includes(phase))) continue;
    const end = mention.end + phase.length;
    const phased = mention.codes.some((code) => /[一二三四五六]期/.test(ledger.byCode.get(code)?.name ?? ''));
    return { typed: text.slice(mention.start, end), end, signs: ['stranger', `stranger:phase:${phased}`] };
  }
  return null;
}

function tellingName(
  plain: string,
  text: string,
  clauses: readonly Clause[],
  mentions: readonly SpokenProject[],
  ledger: LineLedger,
): Stranger | null {
  for (const [at, clause] of clauses.entries()) {
    if (mentions.some((mention) => mention.start >= clause.start && mention.start < clause.end)) continue;
    const said = plain.slice(clause.start, clause.end);
    const name = TELLING.exec(said)?.[1];
    if (name === undefined || onlySmallWords(name) || onlySmallWords(name.replace(/项目$/, ''))) continue;
    const signs = [
      ...signsOf(name, said.slice(name.length), at, ledger),
      `stranger:telling:${/项目|产业园|[医学]院|小学|中学|公园|水库|馆$/.test(name)}`,
    ];
    const end = clause.start + name.length;
    return { typed: text.slice(clause.start, end), end, signs };
  }
  return null;
}

function signsOf(name: string, after: string, clause: number, ledger: LineLedger): string[] {
  const follows = /^\s*\d/.test(after) ? '#' : /^[的 ]/.test(after) ? '_' : after === '' ? 'end' : 'text';
  const bare = name.replace(/^(?:我?县|我?市)|项目$|工程$|的$/g, '');
  return [
    'stranger',
    `stranger:clause:${Math.min(clause, 1)}`,
    `stranger:ends:${name.slice(-1)}`,
    `stranger:length:${Math.min(name.length, 9)}`,
    `stranger:follows:${follows}`,
    `stranger:never:${NEVER.test(name)}`,
    `stranger:works:${WORKS.test(name)}`,
    `stranger:county:${/^我?[县市]/.test(name)}`,
    `stranger:left-out:${(ledger.byLetter.get(bare.charAt(0)) ?? []).some((project) => leavesOut(bare, project.name))}`,
  ];
}

// 白杨沟水库坝体加固75%: what stands before one's own milestone and is in no project's name.
function beforeMilestone(
  plain: string,
  text: string,
  clauses: readonly Clause[],
  mentions: readonly SpokenProject[],
  ledger: LineLedger,
  context: LineContext,
): Stranger | null {
  const codes = context.threadProject === undefined ? [...context.owns] : [context.threadProject];
  const own = codes.flatMap((code) => ledger.byCode.get(code) ?? []).slice(0, MOST_OWNED);
  for (const [at, clause] of clauses.slice(0, MOST_CLAUSES).entries()) {
    const said = plain.slice(clause.start, clause.end);
    const lead = LEADS.exec(said)?.[0].length ?? 0;
    const start = clause.start + lead;
    if (mentions.some((mention) => mention.start >= clause.start && mention.end <= clause.end && mention.sure))
      continue;
    const places = own.flatMap((project) =>
      ledger
        .wordsOf(project)
        .find(said.slice(lead))
        .filter(({ likeness }) => likeness !== 'hint' && likeness !== 'near')
        .slice(0, 1),
    );
    const before = Math.min(...places.map((place) => place.start));
    const name = Number.isFinite(before) ? said.slice(lead, lead + before) : '';
    if (!/^[\p{Script=Han}a-z0-9]{2,14}$/u.test(name) || !/\p{Script=Han}/u.test(name)) continue;
    if (smallWordIn(name) || onlySmallWords(name) || PERSON.test(name)) continue;
    const letters = own.map(
      (project) => [...name].filter((letter) => project.name.includes(letter)).length / name.length,
    );
    return {
      typed: text.slice(start, start + name.length),
      end: start + name.length,
      signs: [
        ...signsOf(name, said.slice(lead + name.length), at, ledger).map((sign) => sign.replace('stranger', 'before')),
        'before',
        `before:part:${PART.test(name)}`,
        `before:named:${NAMED.test(name)}`,
        `before:known:${Math.round(3 * Math.max(0, ...letters))}`,
        `before:whole:${places.some((place) => place.likeness === 'name')}`,
      ],
    };
  }
  return null;
}

const MOST_OWNED = 4;
const MOST_CLAUSES = 4;

// 前天完成的, 已经: a small word of two letters inside says that it is a sentence, no name.
function smallWordIn(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) {
    const word = wordAt(name, at);
    if (
      word &&
      (word.end - word.start > 1 || /[没未不已了在被把是又就还都]/.test(name.charAt(at))) &&
      word.tag !== 'fill'
    )
      return true;
  }
  return false;
}
