import { soundOf } from '../../text/pinyin.js';

// Characters that hands and eyes mix up, in groups; only those that milestones are written with.
const SHAPES = [
  '顶项颂',
  '拆折析诉',
  '迁千迂',
  '未末',
  '竣俊峻骏',
  '安按',
  '装袋',
  '面而',
  '基墓',
  '封卦',
  '施拖',
  '招召',
  '标示',
  '路跻',
  '验检险',
  '收牧',
  '评坪',
  '许汗',
  '征证',
  '备各',
  '购构沟',
  '体休',
  '修攸',
  '设没',
  '签鉴',
  '约纳',
  '落洛',
  '谈淡',
  '洽恰',
  '复夏',
  '投没役',
  '产广',
];

// Everyday words that sound like a milestone and are none: 工地 is not 供地, 增收 not 征收.
const EVERYDAY = new Set(
  '工地 增收 军工 露面 主题 公地 开弓 打装 前约 采够 投保 还评 收验 钱约 和准 设被 装是 装卸 拆线 落的 用的 用地 土的 开课 公共 立即 理想 例项 落户 验证 签到 签字 安装 施工'.split(
    ' ',
  ),
);

const groups = new Map<string, Set<number>>();
SHAPES.forEach((group, number) => {
  for (const letter of group) groups.set(letter, (groups.get(letter) ?? new Set()).add(number));
});

function looksAlike(one: string, other: string): boolean {
  const theirs = groups.get(other);
  return theirs !== undefined && [...(groups.get(one) ?? [])].some((group) => theirs.has(group));
}

/**
 * How `typed` misspells `meant` (equal length): 'alike' where every wrong character sounds or looks like the right one,
 * 'near' where one character of four or more is simply another, null for anything else. 'near' is only good for a question.
 */
export function misspells(typed: string, meant: string): 'alike' | 'near' | null {
  if (EVERYDAY.has(typed)) return null;
  let wrong = 0;
  let unlike = 0;
  for (let at = 0; at < meant.length; at += 1) {
    const [one, other] = [typed.charAt(at), meant.charAt(at)];
    if (one === other) continue;
    wrong += 1;
    if (wrong > 2) return null;
    const sound = soundOf(one);
    if (!looksAlike(one, other) && (sound === '' || sound !== soundOf(other))) unlike += 1;
    if (unlike > 1) return null;
  }
  if (wrong === 0) return null;
  if (unlike === 0) return wrong === 1 || meant.length >= 3 || wrong < meant.length ? 'alike' : null;
  return unlike === 1 && wrong === 1 && meant.length >= 4 ? 'near' : null;
}
