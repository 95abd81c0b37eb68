import { addDays, type LocalDay } from '../day.js';
import { kindOf, matterOf, tellsObstacle } from '../matter.js';
import type { CleanLine } from './clean-line.js';
import { onlySmallWords } from './line-words.js';
import type { MilestoneWords } from './milestone-words.js';
import { CHINESE_DIGITS, numberOf } from './number-words.js';
import { findDays } from './spoken-day.js';
import { findPercents } from './spoken-percent.js';
import { masked } from './token.js';
import type { ObstacleLine } from './types.js';

const BLOCKED_BEFORE =
  /(?:影响|耽误|延误|拖累|没法|无法|不能|不敢|不让|导致|等着|制约|赶不上|妨碍|阻碍|推迟|delays?|blocks?|holding up|cannot|can't)[^,。;]{0,6}$/;
const BLOCKED_AFTER =
  /^[^,。;]{0,4}(?:卡|没|未|推不|批不|办不|下不|停|受阻|不了|进不|不下|不动|迟|难|拖|缺|不起|受影响|stuck|not|delayed|blocked|stopped)/;
const DONE_AFTER = /^(?:都|已经?|也)?(?:好了?|完了?|完成|到位了|办好|拿到)/;

/** The milestone that an obstacle stops: the one said to be affected, else the only one named; null where none is plain. */
export function blockedMilestone(plain: string, words: MilestoneWords): string | null {
  const ranked = words.find(plain).flatMap((mention) => {
    const [milestone] = mention.milestones;
    if (mention.milestones.length !== 1 || milestone === undefined || mention.likeness === 'near') return [];
    // 排污许可 is not the 许可 of the roadmap: a part of a name counts where nothing stands before it.
    const led =
      /\p{Script=Han}$/u.test(plain.slice(0, mention.start)) && !BLOCKED_BEFORE.test(plain.slice(0, mention.start));
    if (mention.likeness === 'part' && led) return [];
    const after = plain.slice(mention.end, mention.end + 12);
    const rank = BLOCKED_BEFORE.test(plain.slice(0, mention.start))
      ? 3
      : DONE_AFTER.test(after)
        ? 0
        : BLOCKED_AFTER.test(after)
          ? 2
          : 1;
    return rank === 0 ? [] : [{ milestone, rank }];
  });
  const best = Math.max(0, ...ranked.map(({ rank }) => rank));
  const named = [...new Set(ranked.filter(({ rank }) => rank === best).map(({ milestone }) => milestone))];
  return named.length === 1 ? (words.roadmap[named[0] ?? 0] ?? null) : null;
}

const LASTING = new RegExp(
  `(?:停|拖|等|卡|压|断|催|缺|闹|跑)[^,。;\\d${CHINESE_DIGITS}]{0,6}(\\d{1,3}|[${CHINESE_DIGITS}]{1,3})(?:多)?(天|周|个?星期|个?礼拜)`,
);

/** Since when: the first day gone by that is told, or counted back from "停工两天"; null where nothing is said. */
export function sinceWhen(plain: string, today: LocalDay): LocalDay | null {
  const day = findDays(plain, today).find((each) => !each.before && each.past !== null && each.past <= today);
  if (
    day?.past &&
    (day.past === day.coming ||
      /^[^,。;]{0,6}(?:就|起|开始|以来|报|递|交|送|申请|停|卡|断|至今|到现在|拖|了|受理)/.test(plain.slice(day.end)))
  )
    return day.past;
  const lasting = LASTING.exec(plain);
  const count = lasting ? numberOf(lasting[1] ?? '') : null;
  return lasting === null || count === null ? null : addDays(today, -count * (lasting[2] === '天' ? 1 : 7));
}

/** An obstacle of a known project, in the words that were typed. */
export function obstacleOf(
  line: CleanLine,
  readable: string,
  project: string,
  words: MilestoneWords,
  today: LocalDay,
): ObstacleLine {
  return {
    act: 'obstacle',
    project,
    milestone: blockedMilestone(readable, words),
    matter: matterOf(readable),
    kind: kindOf(readable),
    since: sinceWhen(readable, today),
    text: line.text,
  };
}

const SOLVED =
  /(?:没有?(?:什么|任何)?(?:困难|问题|卡点|障碍|阻碍|影响|缺口))|(?:已|都|全部|基本)(?:经)?(?:解决|协调好|打通|消除|化解|疏通)|解决了(?!吗)|不卡了|复工|恢复(?:施工|供电|供水|正常|了)|已恢复|已修好|no (?:problem|issue|obstacle)s?|resolved/;

// What is stuck there is nobody's project.
const ELSEWHERE = /会议室|食堂|办公室|办公楼里|宿舍|家里|手机|电脑|打印机|车位|系统|网页|账号|群里|单位(?:里|的)|机关/;

/** True where a message, not typed as an obstacle, tells one so plainly that it may be taken as one. */
export function isObstacle(plain: string, words: MilestoneWords | null): boolean {
  if (!tellsObstacle(plain) || SOLVED.test(plain) || ELSEWHERE.test(plain)) return false;
  return (
    matterOf(plain) !== 'other' ||
    /停工|阻工|绊脚石|拦路虎|紧箍咒/.test(plain) ||
    (words !== null && blockedMilestone(plain, words) !== null)
  );
}

const GOOD_NEWS = /顺利|正常|良好|一切|提前|超额|完成|已(?:封顶|开工)/;
const BAD_NEWS = /[没未不难缺卡停待慢超堵拖欠坏]|影响|推迟|延/;

/** True where what was typed as an obstacle tells none: good news, thanks, a question. */
export function tellsNone(plain: string, words: MilestoneWords): boolean {
  if (tellsObstacle(plain) || BAD_NEWS.test(plain.replace(/不错|没有?(?:问题|困难|影响)|不影响/g, ''))) return false;
  const rest = masked(plain, [...words.find(plain), ...findPercents(plain)]).replaceAll('\u0001', ' ');
  return GOOD_NEWS.test(plain) || SOLVED.test(plain) || onlySmallWords(rest);
}
