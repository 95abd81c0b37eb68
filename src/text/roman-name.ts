import { pinyin } from 'pinyin-pro';

/** How a Chinese name is written abroad: 何志远 -> He Zhiyuan, 欧阳修 -> Ouyang Xiu. What is no Chinese name stays. */
export function romanName(name: string): string {
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return name;
  const sounds = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true });
  const family = COMPOUND.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
  const written = (parts: readonly string[]) => {
    const joined = parts.join('').replaceAll('v', 'u');
    return joined.charAt(0).toUpperCase() + joined.slice(1);
  };
  return `${written(sounds.slice(0, family))} ${written(sounds.slice(family))}`;
}

/** Family names of two characters that are still borne. */
const COMPOUND = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 轩辕 南宫 独孤 呼延 闻人 申屠 澹台 百里'.split(
    ' ',
  ),
);
