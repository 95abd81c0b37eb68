const SAME = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** Half-width, without any blank: the form in which heads, dates and amounts are compared. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(SAME, '').replace(/\s+/g, '');
}

/** Only letters and digits become half-width; Chinese punctuation stays. Blanks between Chinese letters go, as they only spread a text. */
export function tidyText(text: string): string {
  return text
    .replace(SAME, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) => letter.normalize('NFKC'))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, '')
    .replace(/\n/g, ' ');
}

/** The marks by which a county says that nothing stands in a cell. */
const NOTHING =
  /^(?:[-—–_－─/\\|×xX*.。、…~]+|(?:目前|暂时?|基本)?(?:无|没有)(?:存在)?(?:的?(?:问题|困难|卡点|事项|意见))?|n\/?a|nil|none)[。.]?$/i;

/** True for an empty cell and for the marks —, / and 无. */
export function saysNothing(text: string): boolean {
  const plain = squeezed(text);
  return plain === '' || NOTHING.test(plain);
}

/** The marks by which a county says that it does not know yet. */
const OPEN =
  /^(?:[(（]?)(?:暂时?)?(?:待定|未定|待明确|未明确|尚未明确|待确定|未确定|尚未确定|待落实|待议|待补充|待填|待报|空缺|暂缺|缺|不详|未知|另行确定|另定|tbd|tbc|[??]+)(?:[)）]?)$/i;

/** True for 待定 and its like. */
export function saysOpen(text: string): boolean {
  return OPEN.test(squeezed(text));
}
