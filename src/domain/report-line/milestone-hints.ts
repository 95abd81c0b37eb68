import type { SpokenMilestone } from './types.js';

// What work is done by, and to: 砌到45了 tells of 砌体, 沟挖到七成 of 管沟开挖.
const VERBS = '挖焊砌铺浇装栽立改修建拆签搬封填打吊架刷抹种清布调钻绑植敷灌挂投接运验';
const THINGS = '沟杆管桩墙梁板塔缆苗路桥棚渠井坝罐线柜网坑';
const HINT = new RegExp(
  `(?<!\\p{Script=Han})([${THINGS}])(?:子|体|道)?([${VERBS}])?(?=都|也|已|到|了|完|好|\\s*\\d|[一二三四五六七八九]十|[一二三四五六七八九]成|百分)|([${VERBS}])(?:口|体)?(?=[到至得掉过了完好]|不[上了出下动成起过到]|进度)`,
  'gu',
);

/** Milestones told by one letter of their names, the verb or the thing that is worked on. */
export function findHints(plain: string, roadmap: readonly string[]): SpokenMilestone[] {
  return [...plain.matchAll(HINT)].flatMap((match): SpokenMilestone[] => {
    const [whole, thing, by, verb] = match;
    const having = (letter: string | undefined): number[] =>
      letter === undefined ? [] : roadmap.flatMap((name, at) => (name.includes(letter) ? [at] : []));
    const things = having(thing);
    const verbs = having(by ?? verb);
    const both = things.filter((at) => verbs.includes(at));
    const milestones = both.length > 0 ? both : things.length > 0 ? things : verbs;
    if (milestones.length === 0) return [];
    return [{ start: match.index, end: match.index + whole.length, milestones, likeness: 'hint' }];
  });
}

const WITHIN = '(?:不了|不成|没|了|上了?|完了?|好了?|得了|过|的|个|下了?)';

/** Two-letter words that people part: 开不了工, 签了约, 封上顶. */
export function partedWords(words: readonly string[]): RegExp | null {
  const parted = words.filter((word) => /^[开动签封投通送并点供摘挂招搬启交]\p{Script=Han}$/u.test(word));
  return parted.length === 0
    ? null
    : new RegExp(parted.map((word) => `${word.charAt(0)}${WITHIN}${word.charAt(1)}`).join('|'), 'g');
}

// Letters of many milestones, and of everyday words: they tell none.
const EVERYDAY =
  '工程施建设项目开完成验收批准办安装设备采购竣基主体到位前期一二三四五六七八九十上下中大小新老东西南北区场地内外人手规划征用产线运行许可证公司登记注册';

/** Milestones of which one telling letter stands in the line: what stops them may be told of the thing alone (淤泥没地方倒). */
export function findLetters(plain: string, roadmap: readonly string[]): SpokenMilestone[] {
  return roadmap.flatMap((name, at): SpokenMilestone[] => {
    const found = [...new Set(name)]
      .filter((letter) => /\p{Script=Han}/u.test(letter) && !EVERYDAY.includes(letter))
      .filter((letter) => roadmap.filter((other) => other.includes(letter)).length === 1)
      .map((letter) => plain.indexOf(letter))
      .filter((start) => start >= 0);
    const start = Math.min(...found);
    return found.length === 0 ? [] : [{ start, end: start + 1, milestones: [at], likeness: 'letter' }];
  });
}
