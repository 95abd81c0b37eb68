import type { Phrases } from '../../../text/language.js';

/** What the morning asks about, as it is chosen. */
export const askedWords = {
  askedAll: {
    zh: '*早上的催报*：到期、超期的，和一周没有上报的，都问您。',
    en: '*Morning questions*: about what is due or overdue, and what was not reported for a week.',
  },
  askedDue: {
    zh: '*早上的催报*：只问您七天内到期和已超期的。',
    en: '*Morning questions*: only about what is due within seven days or overdue.',
  },
  askLess: { zh: '只问到期和超期的', en: 'Only ask what is due or overdue' },
  askAll: { zh: '恢复全部催报', en: 'Ask about all again' },
} as const satisfies Phrases;
