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

/** Text made ready for comparing: per character its sound, as a number (0 for none), and the groups that it looks like, as bits. */
export type Spelling = { readonly text: string; readonly sounds: Int32Array; readonly shapes: Int32Array };

const shapes = new Map<string, number>();
SHAPES.forEach((group, number) => {
  for (const letter of group) shapes.set(letter, (shapes.get(letter) ?? 0) | (1 << number));
});
const numbers = new Map<string, number>([['', 0]]);

function numberOfSound(letter: string): number {
  const sound = soundOf(letter);
  const known = numbers.get(sound);
  if (known !== undefined) return known;
  numbers.set(sound, numbers.size);
  return numbers.size - 1;
}

/** Spells out a text for `misspells`; done once for a line and once for each word of a roadmap. */
export function spell(text: string): Spelling {
  const letters = Array.from({ length: text.length }, (_, at) => text.charAt(at));
  return {
    text,
    sounds: Int32Array.from(letters, numberOfSound),
    shapes: Int32Array.from(letters, (letter) => shapes.get(letter) ?? 0),
  };
}

/**
 * How the line misspells `meant` at `start`: 'alike' where every wrong character sounds or looks like the right one,
 * 'near' where one character of four or more is simply another, null for anything else. 'near' is only good for a question.
 */
export function misspells(line: Spelling, start: number, meant: Spelling): 'alike' | 'near' | null {
  const length = meant.text.length;
  let wrong = 0;
  let unlike = 0;
  for (let at = 0; at < length; at += 1) {
    if (line.text.charCodeAt(start + at) === meant.text.charCodeAt(at)) continue;
    wrong += 1;
    const sound = line.sounds[start + at] ?? 0;
    const looks = ((line.shapes[start + at] ?? 0) & (meant.shapes[at] ?? 0)) !== 0;
    if (!looks && (sound === 0 || sound !== meant.sounds[at])) unlike += 1;
    if (wrong > 2 || unlike > 1) return null;
  }
  if (wrong === 0 || EVERYDAY.has(line.text.slice(start, start + length))) return null;
  if (unlike === 0) return wrong === 1 || length >= 3 ? 'alike' : null;
  return wrong === 1 && length >= 4 ? 'near' : null;
}
