import type { RowFault, RowFaultWhy } from '../../../domain/promotion/sheet/types.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';

type Said = { readonly [L in Language]: (text: string) => string };
const plainly = (zh: string, en: string): Said => ({ zh: () => zh, en: () => en });

/** Why a row is not taken, and what will do. */
const WORDS: Readonly<Record<RowFaultWhy, Said>> = {
  leader: plainly('没有写带队领导', 'who led is missing'),
  leaders: { zh: (text) => `带队“${text}”要写一人`, en: (text) => `“${text}”: name one who led` },
  'leader-unknown': {
    zh: (text) => `县领导里没有“${text}”`,
    en: (text) => `“${text}” is no county leader`,
  },
  'no-day': plainly('没有写日期', 'the day is missing'),
  day: { zh: (text) => `“${text}”不是一天`, en: (text) => `“${text}” is no day` },
  'to-come': { zh: (text) => `“${text}”还没到`, en: (text) => `“${text}” is to come` },
  period: { zh: (text) => `“${text}”早于本年度`, en: (text) => `“${text}” is before this program` },
  place: plainly('没有写地点', 'the place is missing'),
  firms: { zh: (text) => `对接企业“${text}”不是家数`, en: (text) => `“${text}” is no number of firms` },
  'too-long': { zh: (text) => `“${text}…”太长`, en: (text) => `“${text}…” is too long` },
  investor: plainly('没有写企业名', 'the firm is missing'),
  standing: {
    zh: (text) => `状态“${text}”：写待研判、在跟、不跟`,
    en: (text) => `“${text}”: say 待研判, 在跟 or 不跟`,
  },
  reason: plainly('不跟的要写原因', 'dropped: say why'),
  signed: plainly('已签约：先写在跟，导入后按签约', 'signed: say 在跟, then press Sign'),
  person: { zh: (text) => `没有“${text}”这个人`, en: (text) => `nobody is called “${text}”` },
  near: {
    zh: (text) => `像线索${text.replace(' ', '号')}，请单报`,
    en: (text) => `like lead ${text}: tell of it by a line`,
  },
  voucher: {
    zh: (text) => (text === '' ? '没有写凭证号' : `凭证“${text}”不是凭证号`),
    en: (text) => (text === '' ? 'the voucher is missing' : `“${text}” is no voucher`),
  },
  amount: {
    zh: (text) => (text === '' ? '没有写金额' : `金额“${text}”看不懂`),
    en: (text) => (text === '' ? 'the amount is missing' : `“${text}” is no amount`),
  },
  unit: { zh: (text) => `金额“${text}”没写单位（万元）`, en: (text) => `“${text}” has no unit (万元)` },
  kind: { zh: (text) => `“${text}”：人民币还是美元？`, en: (text) => `“${text}”: yuan or dollars?` },
  'no-project': plainly('没有写项目', 'the project is missing'),
  project: { zh: (text) => `台账里没有“${text}”`, en: (text) => `“${text}” is not in the ledger` },
  differs: {
    zh: (text) => `凭证${text}已登记，数不同，请更正`,
    en: (text) => `voucher ${text} says otherwise: correct it`,
  },
  'same-trip': {
    zh: (text) => `同天同地${text}带队，另一次请单记`,
    en: (text) => `${text} led that day: record it by a line`,
  },
  'in-all': {
    zh: (text) => `凭证${text}：增资到的数对不上`,
    en: (text) => `voucher ${text}: in all adds up otherwise`,
  },
  struck: { zh: (text) => `“${text}”划掉了`, en: (text) => `“${text}” is struck out` },
  broken: { zh: (text) => `“${text}”没有算出来`, en: (text) => `“${text}” has no result` },
};

/** A person's words are cut: a cell may hold a page. */
const LONGEST_SAID = 14;

export const faultWords = ({ why, text }: RowFault, language: Language): string =>
  WORDS[why][language](escapeText(clip(text, LONGEST_SAID)));
