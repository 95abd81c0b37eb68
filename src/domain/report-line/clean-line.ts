/**
 * The line in two forms of equal length: `text` keeps the characters as typed (for notes), `plain` is what is read:
 * simplified, lower case. Both are without Slack's markup, pings, quotations of others, struck-out words and emoji.
 */
export type CleanLine = { readonly text: string; readonly plain: string };

// One character each, so that positions in both forms stay equal. Only what milestones, dates and numbers are written with.
const TRADITIONAL =
  '體体頂顶設设備备裝装環环評评簽签約约開开驗验產产試试遷迁徵征許许項项萬万億亿號号點点過过現现進进還还沒没預预計计時时間间' +
  '達达無无後后報报標标購购採采資资錢钱電电業业區区園园廠厂縣县醫医學学樓楼層层個个畝亩車车輛辆辦办證证書书結结構构' +
  '場场買买賣卖讓让與与會会來来東东門门見见說说話话請请問问題题動动勞劳難难應应該该從从週周兩两幾几歲岁總总額额' +
  '圓圆單单線线網网給给補补償偿據据擬拟爭争劃划際际實实術术質质護护廣广際际內内麼么嗎吗誰谁爲为為为這这裡里';

const SIMPLE = new Map<string, string>();
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2) SIMPLE.set(TRADITIONAL.charAt(at), TRADITIONAL.charAt(at + 1));
// 百分之陆拾: numbers as cheques have them.
const FORMAL = /[壹贰叁肆伍陆柒捌玖拾佰]{2,}|(?<=百分之)[壹贰叁肆伍陆柒捌玖拾]/g;
const FORMAL_DIGITS = '壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百';

// Kept apart from the comma of 3,500 while widths are made equal.
const COMMA = '\ue000';

const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}]|\u200d|\ufe0e|\ufe0f|\u20e3)+/gu;

/** Takes away what is markup and not speech; pings become blanks, never words. */
export function cleanLine(raw: string): CleanLine {
  const text = raw
    .replace(/[，﹐]/g, COMMA)
    .replace(/[①-⒛]/g, '\n')
    .normalize('NFKC')
    // Half an emoji, cut off by a phone.
    .replace(/\p{Cs}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*(?:>|&gt;).*$/gm, ' ')
    .replace(/<[@!][^<>\n]*>/g, ' ')
    .replace(/<#[^<>|\n]*\|?([^<>\n]*)>/g, ' $1 ')
    .replace(/<(?:https?|mailto|tel):[^<>|\n]*(?:\|([^<>\n]*))?>/g, ' $1 ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/<[@!#][^<>\n]*>/g, ' ')
    .replace(/(?<![\p{L}\p{N}%])~(?=\S)[^~\n]*?\S~(?![\p{L}\p{N}])/gu, ' ')
    // 1. 2、(3) at the start of a point number it and say nothing.
    .replace(/(^|[\n。;])\s*(?:\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]、)(?!\d)/g, '$1')
    // Slack's own lists begin their points so.
    .replace(/(^|\n)[^\S\n]*[•◦‣●][^\S\n]*/g, '$1')
    // A tick says done, an empty box or a cross says not.
    .replace(/[✅☑✔√]\ufe0f?/gu, ' √ ')
    .replace(/[☐□❌✗✘]\ufe0f?/gu, ' × ')
    .replace(EMOJI, ' ')
    .replace(/:(?:[a-z][a-z0-9_+-]*|[+-]1):/g, ' ')
    .replace(/[*`]/g, '')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    // 安 装 3 成 半: set apart letter by letter.
    .replace(/(?<!\S)(?:[\p{Script=Han}\d] ){3,}[\p{Script=Han}\d](?!\S)/gu, (apart) => apart.replaceAll(' ', ''))
    .replace(/[\p{Cc}](?<!\n)/gu, ' ')
    .trim()
    .replaceAll(COMMA, '，');
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    // A Chinese comma never stands inside a number: 12，100% is no 12,100%.
    if (letter === '，') plain += /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)) ? ';' : ',';
    else plain += SIMPLE.get(letter) ?? (letter >= 'A' && letter <= 'Z' ? letter.toLowerCase() : letter);
  }
  // 3O% is typed for 30%.
  const figures = plain
    .replace(/(?<=\d)o(?=\s?%)/g, '0')
    .replace(FORMAL, (written) => [...written].map(digitOf).join(''));
  return { text, plain: figures };
}

const digitOf = (formal: string): string => FORMAL_DIGITS.charAt(FORMAL_DIGITS.indexOf(formal) + 1);
