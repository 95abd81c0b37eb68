import { dayAt } from '../../../domain/day.js';
import type { ActivityFault } from '../../../domain/promotion/activity.js';
import type { LeadRefusal } from '../../../domain/promotion/lead.js';
import type { MoneyFault } from '../../../domain/promotion/money.js';
import { type Ctx, type Refused, refuse } from '../../../feature.js';
import type { Lead } from '../../../store/promotion-leads.js';
import type { Money } from '../../../store/promotion-money.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { NotCorrected } from '../model.js';
import { promotionPhrases } from './parts.js';

const words = {
  activityExample: {
    zh: '/promotion 昨天带队赴苏州考察装备制造，对接2家',
    en: '/promotion yesterday led a visit to Suzhou on equipment, met 2 firms',
  },
  moneyExample: {
    zh: '/promotion 凭证0615-031 5000万元 P-013',
    en: '/promotion voucher 0615-031 50 million yuan P-013',
  },
  leadExample: {
    zh: '/promotion 线索 苏州精工 装备制造 要土地60亩、蒸汽',
    en: '/promotion lead Bosch Rexroth, hydraulics, wants 60 mu and steam',
  },
  investor: { zh: '没有看出是哪家企业', en: 'Which firm it is was not understood' },
  leadGone: { zh: '没有这条线索，或您看不到', en: 'No such lead, or not yours to see' },
  leadLook: { zh: '/promotion 线索', en: '/promotion leads' },
  signed: { zh: '已签约', en: 'it is signed' },
  'not-signed': { zh: '没有签约', en: 'it is not signed' },
  unsignLate: { zh: '没有撤销：签约已过一天', en: 'Not undone: it was signed over a day ago' },
  leaves: {
    zh: (code: string) => `/ledger 退出 ${code} 原因`,
    en: (code: string) => `/ledger withdraw ${code} reason`,
  },
  judged: { zh: '已经在跟', en: 'it is pursued already' },
  dropped: { zh: '已定不跟', en: 'it was dropped' },
  'not-pursued': { zh: '先定值得跟', en: 'say first that it is worth pursuing' },
  'reason-missing': { zh: '没有写原因', en: 'the reason is missing' },
  leadMoved: {
    zh: (number: number, why: string) => `没有办：线索${number}号${why}`,
    en: (number: number, why: string) => `Not done: lead ${number}, ${why}`,
  },
  noSignedProject: {
    zh: '没有办：计划文件没写签约后算哪类项目',
    en: 'Not done: the plan file names no category for it',
  },
  noSignedInstead: {
    zh: '写 mechanisms.promotion.project，或 /ledger 新增',
    en: 'name mechanisms.promotion.project, or /ledger add',
  },
  projectThere: {
    zh: (code: string) => `没有办：台账已有同名项目${code}`,
    en: (code: string) => `Not done: ${code} has this name`,
  },
  look: { zh: '/promotion 看现在的情况', en: '/promotion shows how it stands' },
  off: { zh: '这个攻坚行动没有启用双招双引', en: 'This program does not run promotion' },
  offInstead: {
    zh: '计划文件写上 mechanisms.promotion.office',
    en: 'name mechanisms.promotion.office in the plan file',
  },
  denied: { zh: (why: string) => `没有办：${why}`, en: (why: string) => `Not done: ${why}` },
  day: { zh: '没有看出是哪一天', en: 'On which day was not understood' },
  days: { zh: '写了几个日子，一次活动写一天', en: 'Several days are named; an activity has one' },
  'to-come': { zh: '那天还没到，去过再记', en: 'That day is to come; record it afterwards' },
  leader: { zh: '没有看出哪位县级领导带队', en: 'Which county leader led was not understood' },
  leaders: { zh: '写了几位领导，没有看出谁带队', en: 'Several leaders are named: who led?' },
  place: { zh: '没有看出去了哪里', en: 'Where to was not understood' },
  'too-long': { zh: '太长，最多300字', en: 'Too long: 300 characters at most' },
  voucher: { zh: '没有看出凭证号', en: 'The voucher number was not understood' },
  amount: { zh: '没有看出准确的金额', en: 'An exact amount was not understood' },
  amounts: { zh: '写了几个金额，一张凭证写一个', en: 'Several amounts; a voucher has one' },
  project: { zh: '没有看出是哪个项目', en: 'Which project was not understood' },
  projects: { zh: '写了几个项目，一张凭证写一个', en: 'Several projects; a voucher has one' },
  moneyDay: { zh: '没有看出到账是哪一天', en: 'On which day it arrived was not understood' },
  twice: {
    zh: (voucher: string, day: string) => `没有记下：${voucher}已于${day}登记`,
    en: (voucher: string, day: string) => `Not noted: ${voucher} was entered on ${day}`,
  },
  correctionExample: {
    zh: '/promotion 更正凭证0615-031 4800万元',
    en: '/promotion correct voucher 0615-031 48 million yuan',
  },
  noChange: { zh: '没有看出哪里要更正', en: 'What is to be corrected was not understood' },
  unknown: {
    zh: (voucher: string) => `没有凭证${voucher}`,
    en: (voucher: string) => `There is no voucher ${voucher}`,
  },
  enterInstead: {
    zh: (voucher: string) => `/promotion 凭证${voucher} 5000万元 P-013`,
    en: (voucher: string) => `/promotion voucher ${voucher} 50 million yuan P-013`,
  },
  entered: {
    zh: (voucher: string) => `凭证${voucher}还没核对，不用更正`,
    en: (voucher: string) => `Voucher ${voucher} is not confirmed yet: nothing to correct`,
  },
  enteredInstead: { zh: '请核对人退回，再登记一次', en: 'let it be returned, then enter it again' },
  waits: {
    zh: (voucher: string, day: string) => `${voucher}的更正${day}已登记，等核对`,
    en: (voucher: string, day: string) => `A correction of ${voucher} was entered on ${day} and waits`,
  },
  waitsInstead: { zh: '请核对人核对或退回，再更正', en: 'let it be confirmed or returned first' },
  same: {
    zh: (voucher: string) => `没有记下：凭证${voucher}现在就是这样`,
    en: (voucher: string) => `Not noted: voucher ${voucher} says so already`,
  },
  correct: {
    zh: (voucher: string) => `/promotion 更正凭证${voucher} 4800万元`,
    en: (voucher: string) => `/promotion correct voucher ${voucher} 48 million yuan`,
  },
  noIncrease: { zh: '没有比已登记的多，不算增资', en: 'No more than is entered: no increase' },
  recordedBefore: { zh: '这天在这里的活动已经记过', en: 'This activity is recorded already' },
  gone: { zh: '找不到这一条', en: 'It was not found' },
  faultOn: { zh: '选今天或以前的日子', en: 'Choose today or an earlier day' },
  faultWhere: { zh: '写去了哪里', en: 'Write where to' },
  faultFirms: { zh: '写一个数', en: 'Write a number' },
  faultReason: {
    zh: (most: number) => `写一句话，最多${most}字`,
    en: (most: number) => `A sentence, ${most} characters at most`,
  },
} as const satisfies Phrases;

export function offRefusal({ language }: Pick<Ctx, 'language'>): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.off, instead: say.offInstead });
}

export function deniedRefusal({ language }: Pick<Ctx, 'language'>, why: string): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.denied(why), instead: say.look });
}

export function activityRefusal({ language }: Pick<Ctx, 'language'>, fault: ActivityFault): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say[fault], instead: say.activityExample });
}

export function moneyRefusal({ language }: Pick<Ctx, 'language'>, fault: MoneyFault): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: fault === 'day' ? say.moneyDay : say[fault], instead: say.moneyExample });
}

export function leadRefusal({ language }: Pick<Ctx, 'language'>, fault: 'investor' | 'too-long'): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say[fault], instead: say.leadExample });
}

/** Why a lead does not move so. */
export function leadMoved({ language }: Pick<Ctx, 'language'>, { number }: Lead, because: LeadRefusal): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.leadMoved(number, say[because]), instead: say.leadLook });
}

/** A signing stays after a day; the project may leave the plan all the same. */
export function unsignLate({ language }: Pick<Ctx, 'language'>, code: string): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.unsignLate, instead: say.leaves(escapeText(code)) });
}

export function projectThere({ language }: Pick<Ctx, 'language'>, code: string): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.projectThere(escapeText(code)), instead: say.leadLook });
}

export function twiceRefusal(ctx: Ctx, { voucher, enteredAt }: Money): Refused {
  const say = inLanguage(words, ctx.language);
  const day = promotionPhrases(ctx).day(dayAt(enteredAt, ctx.program.timeZone));
  return refuse({ wrong: say.twice(escapeText(voucher), day), instead: say.correct(escapeText(voucher)) });
}

/** Why a voucher is not corrected, and what to do instead. */
export function correctionRefusal(ctx: Pick<Ctx, 'program' | 'language'>, why: NotCorrected): Refused {
  const say = inLanguage(words, ctx.language);
  if (why.because === 'unknown') {
    const voucher = escapeText(why.voucher);
    return refuse({ wrong: say.unknown(voucher), instead: say.enterInstead(voucher) });
  }
  const voucher = escapeText(why.money.voucher);
  if (why.because === 'entered') return refuse({ wrong: say.entered(voucher), instead: say.enteredInstead });
  if (why.because === 'same') return refuse({ wrong: say.same(voucher), instead: say.correctionExample });
  const day = promotionPhrases(ctx).day(dayAt(why.money.enteredAt, ctx.program.timeZone));
  return refuse({ wrong: say.waits(voucher, day), instead: say.waitsInstead });
}

export function refusal(
  { language }: Pick<Ctx, 'language'>,
  because: 'noIncrease' | 'noChange' | 'recordedBefore' | 'gone' | 'leadGone' | 'noSignedProject',
): Refused {
  const say = inLanguage(words, language);
  const instead = { leadGone: say.leadLook, noChange: say.correctionExample, noSignedProject: say.noSignedInstead };
  return refuse({
    wrong: say[because],
    instead: because in instead ? instead[because as keyof typeof instead] : say.look,
  });
}

/** What may be wrong in a field of the activity's form. */
export function activityFaults({ language }: Pick<Ctx, 'language'>) {
  const say = inLanguage(words, language);
  return { on: say.faultOn, where: say.faultWhere, firms: say.faultFirms };
}

export const excuseFaults = ({ language }: Pick<Ctx, 'language'>, most: number): string =>
  inLanguage(words, language).faultReason(most);
