import type { Phrases as Catalogue } from '../../../text/language.js';

/** What was done to the ledger that changes what goals count. */
export const words = {
  added: { zh: '新列入台账', en: 'new in the ledger' },
  withdrawn: { zh: '退出，不再计入', en: 'left the plan, not counted any more' },
  restored: { zh: '恢复，重新计入', en: 'back again, counted' },
  recategorised: {
    zh: (from: string, to: string) => `${from}→${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
} as const satisfies Catalogue;
