import type { Words } from './plan.js';

/** What a plan may not ask of people, and what this program gives in its place. */
export type BurdenBan = {
  /** What the setting asks for, ready to stand behind 要 or "asks for". */
  readonly asks: Words;
  readonly instead: Words;
  readonly recognises: (name: string, value: unknown) => boolean;
};

/** The rules that forbid all of them. */
export const BURDEN_RULE: Words = {
  zh: '国办函〔2026〕12号和《整治形式主义为基层减负若干规定》',
  en: 'the State Council’s rules of 2026 on burdens at the grassroots (letter 12)',
};

/** A setting's name as small words: `photoRequired`, `photo-required` and `PHOTO_REQUIRED` are one. */
const small = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const named = (pattern: RegExp) => (name: string) => pattern.test(small(name));

const PHOTO = /\b(photos?|pictures?|screenshots?|selfies?)\b|照片|拍照|截图|留痕/;
const COMPULSORY = /\b(require[ds]?|mandatory|compulsory|must|forced?|min|minimum|always)\b|必须|必传|必拍|强制|至少/;

/** A plan's fault `redBehindPoint` is a slip of the pen in the setting of lights, and asks for no points. */
const BEHIND = /\bbehind/;

const isRanking = named(
  /\b(rank(s|ed|ing|ings)?|leader ?boards?|league tables?|standings)\b|排名|排行|排序榜|晾晒|红黑榜|末位/,
);
const asksForPoints = named(
  /\b(points|point (per|for|system)|scores?|scored|scoring|score ?(cards?|boards?))\b|积分|得分|计分|打分|评分|加分|扣分/,
);
const asksForPhotos = named(PHOTO);
const isCompulsory = named(COMPULSORY);

export const BURDEN_BANS: readonly BurdenBan[] = [
  {
    asks: { zh: '积分打分', en: 'points or scores' },
    instead: {
      zh: '删掉它；各单位完成情况只列事实',
      en: 'Delete it; unit facts say what was due and done',
    },
    recognises: (name) => asksForPoints(name) && !BEHIND.test(small(name)),
  },
  {
    asks: { zh: '排名', en: 'a ranking' },
    instead: {
      zh: '删掉它；各单位完成情况按计划次序列出',
      en: "Delete it; unit facts stand in the plan's order",
    },
    // A person's `rank` written out is their grade, and ranks nobody.
    recognises: (name, value) => isRanking(name) && !(small(name) === 'rank' && typeof value === 'string'),
  },
  {
    asks: { zh: '必须拍照留痕', en: 'compulsory photos' },
    instead: {
      zh: '删掉它；照片随报随附，不附也算',
      en: 'Delete it; a report counts with a photo or without',
    },
    recognises: (name, value) =>
      asksForPhotos(name) &&
      (isCompulsory(name) ||
        value === true ||
        (typeof value === 'number' && value > 0) ||
        (typeof value === 'string' && isCompulsory(value))),
  },
  {
    asks: { zh: '打卡签到', en: 'forced check-ins' },
    instead: {
      zh: '删掉它；只问到期的节点，报一次就行',
      en: 'Delete it; only what is due is asked, and one report answers',
    },
    recognises: named(/\b(check ?ins?|clock ?ins?|punch ?ins?)\b|打卡|签到/),
  },
  {
    asks: { zh: '已读回执', en: 'read receipts' },
    instead: {
      zh: '删掉它；报了进度就是答复',
      en: 'Delete it; the report is the answer',
    },
    recognises: named(/\bread ?(receipts?|confirmations?|by)\b|\b(seen by|must read)\b|已读|未读|回执/),
  },
  {
    asks: { zh: '个人使用统计', en: 'statistics of how persons use it' },
    instead: {
      zh: '删掉它；只统计项目和节点',
      en: 'Delete it; projects and milestones alone are counted',
    },
    recognises: named(
      /\b(online (time|duration|hours)|last seen|log ?in counts?|usage (stats?|statistics)|personal (stats?|statistics)|activity rate)\b|在线时长|活跃度|活跃率|登录次数|使用率|个人统计|上报次数|回复率/,
    ),
  },
];

/**
 * The ban that a setting falls under: by its name, with its value where that decides whether it asks for anything. None
 * for what is switched off, for a plan that says `ranking: false` asks for no ranking.
 */
export function burdenBanOf(name: string, value: unknown): BurdenBan | undefined {
  if (value === false || value === null || value === 0) return undefined;
  return BURDEN_BANS.find(({ recognises }) => recognises(name, value));
}
