import { saysNothing, saysOpen, tidyText } from './clean.js';
import { remembered } from './remembered.js';
import { isUnitName } from './unit-cell.js';

export type PersonReading =
  | { readonly says: 'nothing' | 'open' }
  | {
      readonly says: 'names';
      /** In the cell's order; the first one answers for the line. */
      readonly names: readonly string[];
      /** A telephone number that stands beside the name. */
      readonly phone: string;
      /** What stands there was no name of a person as we know them; it was taken as it is. */
      readonly odd: boolean;
    };

const PHONE = /(?:\+?86[- ]?)?1\d{10}|0\d{2,3}[- ]?\d{7,8}|\d{7,11}/g;
const SEPARATOR = /[、,，;；/／|&\n]+|(?<=\p{Script=Han}{2})(?:和|及)(?=\p{Script=Han}{2})/u;
const POSTS =
  '县委副书记|县委书记|县委常委|县委办|县政府|县委|县人大|县政协|常务副县长|副县长|县长|党工委书记|党工委|党委书记|党委副书记|党委委员|党委|党组书记|党组成员|党组|管委会|人大|政协|常委|组织部部?长|宣传部部?长|统战部部?长|武装部部?长|部长|副部长|政法委书记|纪委书记|监委主任|主席|副主席|副?主任委员|副?主任|副?书记|副?局长|副?镇长|副?乡长|街道办?|副?秘书长|副?科长|副?院长|副?校长|副?行长|副?站长|副?组长|副?股长|副?处长|副?董事长|副?总经理|总监|经理|[一二三四]级调研员|调研员|政委|委员|同志|先生|女士|牵头|负责人';
const POST = new RegExp(`(?:${POSTS})`, 'g');
const ONLY_POSTS = new RegExp(`^(?:${POSTS}|[县市区])+$`);
const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,6}·\p{Script=Han}{1,8}|[A-Za-z][A-Za-z .'-]{1,40})$/u;

/** Who a cell names: `姜  鹏`, `许倩、张海涛`, `副县长 王伟 13800000000`, 待定. */
export const readPerson = remembered((text): PersonReading => {
  if (saysNothing(text)) return { says: 'nothing' };
  if (saysOpen(text)) return { says: 'open' };
  const plain = text.normalize('NFKC');
  const phone = plain.match(PHONE)?.[0]?.replace(/\s/g, '') ?? '';
  const bare = plain
    .replace(PHONE, ' ')
    .replace(/[(][^()]*[)]/g, ' ')
    .replace(/^[^:：]{1,8}[:：]/, '')
    .replace(/(?:电话|手机)[:：]?/g, ' ');
  const pieces = bare
    .split(SEPARATOR)
    .flatMap(apart)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !ONLY_POSTS.test(piece.replace(/\s/g, '')))
    .filter((piece, _, all) => all.length === 1 || !isUnitName(piece));
  const names = pieces.map(withoutPost).filter((name) => name !== '');
  if (names.length === 0) return phone === '' ? asItIs(text, phone) : { says: 'nothing' };
  return names.every((name) => NAME.test(name))
    ? { says: 'names', names, phone, odd: false }
    : asItIs(names.join('、'), phone);
});

function asItIs(text: string, phone: string): PersonReading {
  return { says: 'names', names: [tidyText(text)], phone, odd: true };
}

/** `邱  震` is one name set wide; `许倩 张海涛` are two. */
function apart(piece: string): string[] {
  const words = piece.trim().split(/\s+/);
  const han = words.every((word) => /^\p{Script=Han}+$/u.test(word));
  if (!han) return [piece];
  const letters = words.map((word) => [...word].length);
  if (letters.some((count) => count === 1)) return [words.join('')];
  return words;
}

function withoutPost(piece: string): string {
  const text = tidyText(piece).replace(/^[-:：.]+|[-:：.]+$/g, '');
  const bare = text.replace(POST, '').trim();
  // 书记 or 主任 inside a name does not happen; a name that is wholly a post is kept for a person to look at.
  return /^[\p{Script=Han}·]{2,}$/u.test(bare) || /^[A-Za-z]/.test(bare) ? bare : text;
}

export type PhoneReading = { readonly phones: readonly string[]; readonly digits: number; readonly plausible: boolean };

/** The telephone numbers of a cell, and whether each has as many digits as one has (11; a line in an office 7 or 8, with its area code 10 to 12). */
export const readPhone = remembered((text): PhoneReading => {
  const plain = text.normalize('NFKC').replace(/^\+?86[- ]?(?=1)/, '');
  const phones = plain
    .split(/[、,，;；/\n]+|(?<=\d{7,})\s+(?=\d{7,})/)
    .map((each) => each.replace(/[^\d-]/g, ''))
    .filter((each) => /\d/.test(each));
  const counts = phones.map((each) => each.replace(/\D/g, ''));
  const odd = counts.find((each) => !/^(?:1\d{10}|0\d{9,11}|[2-8]\d{6,7}|400\d{7})$/.test(each));
  return { phones, digits: (odd ?? counts[0] ?? '').length, plausible: odd === undefined && phones.length > 0 };
});
