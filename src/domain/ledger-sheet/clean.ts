import { remembered } from './remembered.js';

const SAME = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

// Half-width they would be digits: 35000① is not 350001, ①2月底 not 12月底.
const FOOTNOTE =
  /(?<=[\d\p{Script=Han}%）)元])(?:\s{0,4}(?:[①-⑳❶-❿¹²³⁴-⁹※†‡*＊]|[[［](?:注)?\d{1,2}[\]］]|[(（]注\d{0,2}[)）])){1,4}\s{0,4}$/u;
const NUMBERED = /[①-⑳❶-❿](?=\s{0,4}[\d\p{Script=Han}])/gu;

/** Numbers and days as most cells hold them: nothing in them is to be squeezed. */
const PLAIN = /^[\w.,:/%+-]*$/;

/** Half-width, without any blank: the form in which heads, dates and amounts are compared. Marks of footnotes say nothing. */
export const squeezed = remembered((text) => {
  if (PLAIN.test(text)) return text;
  return withoutFootnote(text).replace(NUMBERED, ';').normalize('NFKC').replace(SAME, '').replace(/\s+/g, '');
});

/** The text without the marks by which it points at a footnote: 甲厂一期① is 甲厂一期. */
export function withoutFootnote(text: string): string {
  return text.replace(FOOTNOTE, '');
}

// Databases write a day with its time, and a one-digit hour is easily read as a part of the day.
const TIME =
  /(?<=\d|日|号)(?:\s{1,4}|\s{0,4}[Tt])(?:上午|下午)?\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|[时点](?:\d{1,2}分)?(?:\d{1,2}秒)?)(?:\s{0,4}[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?(?!\d)/g;

/** The text of a date without the time that follows it: 2020/3/31 0:00:00 is 2020/3/31. */
export function withoutTimes(text: string): string {
  return text.normalize('NFKC').replace(TIME, '');
}

/** Only letters and digits become half-width; Chinese punctuation stays. Blanks between Chinese letters go, as they only spread a text. */
export const tidyText = remembered((text) =>
  text
    .replace(SAME, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) => letter.normalize('NFKC'))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, '')
    .replace(/\n/g, ' '),
);

/** The marks by which a county says that nothing stands in a cell. */
const NOTHING =
  /^(?:[-—–_－─/\\|×xX*.。、…~]+|(?:目前|暂时?|基本)?(?:无|没有)(?:存在)?(?:的?(?:问题|困难|卡点|事项|意见))?|n\/?a|nil|none)[。.]?$/i;

/** True for an empty cell and for the marks —, / and 无. */
export const saysNothing = remembered((text) => {
  const plain = squeezed(text);
  return plain === '' || NOTHING.test(plain);
});

/** The marks by which a county says that it does not know yet. */
const OPEN =
  /^(?:[(（]?)(?:暂时?)?(?:待定|未定|待明确|未明确|尚未明确|待确定|未确定|尚未确定|待落实|待议|待补充|待填|待报|空缺|暂缺|缺|不详|未知|另行确定|另定|tbd|tbc|[??]+)(?:[)）]?)$/i;

/** True for 待定 and its like. */
export const saysOpen = remembered((text) => OPEN.test(squeezed(text)));
