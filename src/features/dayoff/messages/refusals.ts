import { type Outcome, type Refusal, refuse } from '../../../feature.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { LeaveRefused } from '../model.js';

const words = {
  faultDays: { zh: '请选日期', en: 'Choose the days' },
  faultOrder: { zh: '结束日期早于开始日期', en: 'It ends before it begins' },
  faultPast: { zh: '这几天已经过去', en: 'These days are over' },
  faultSelf: { zh: '不能由本人代理本人', en: 'Nobody stands in for themselves' },
  faultStranger: { zh: '名册里没有这个人', en: 'This person is not on the list of the program' },
  unread: {
    zh: {
      wrong: '没有看懂请假的日期或代理人，没有登记。',
      instead: '例如：/dayoff 5月6日-9日 代理 韩振国；只打 /dayoff 打开表单。',
    },
    en: {
      wrong: 'The days or the delegate were not understood, so nothing was entered.',
      instead: 'such as: /dayoff 5月6日-9日 代理 韩振国; /dayoff alone opens a form.',
    },
  },
  refused: {
    zh: (why: string) => ({ wrong: `没有登记：${why}。`, instead: '例如：/dayoff 5月6日-9日 代理 韩振国。' }),
    en: (why: string) => ({ wrong: `Not entered: ${why}.`, instead: 'such as: /dayoff 5月6日-9日 代理 韩振国.' }),
  },
} as const satisfies Phrases;

/** What may be wrong with a leave, as clauses. */
export function faults(language: Language) {
  const say = inLanguage(words, language);
  return {
    days: say.faultDays,
    order: say.faultOrder,
    past: say.faultPast,
    self: say.faultSelf,
    stranger: say.faultStranger,
  };
}

/** Why it was not entered, as a clause. */
export const refusedWords = (because: LeaveRefused, language: Language): string => faults(language)[because];

/** It was not entered or ended, and why. */
export const refusal = (why: string, language: Language): Outcome => refuse(inLanguage(words, language).refused(why));

/** A line of which the days or the delegate were not understood. */
export const unread = (language: Language): Refusal => ({ ...inLanguage(words, language).unread, understood: null });
