import type { Phrases } from '../../../text/language.js';
import type { FormAct, PressAct } from '../ids.js';

/** The word on each button, by what it does; its form and its menu bear the same. */
export const labels = {
  claim: { zh: '认领', en: 'Claim' },
  'consent-promise': { zh: '同意', en: 'Agree' },
  'refuse-promise': { zh: '不同意', en: 'Refuse' },
  resolve: { zh: '办结', en: 'Resolve' },
  verify: { zh: '核实销号', en: 'Verify and close' },
  return: { zh: '退回', en: 'Return' },
  raise: { zh: '提级', en: 'Raise' },
  'pull-up': { zh: '提到我这级', en: 'Take it up' },
  'hand-over': { zh: '转办', en: 'Hand over' },
  query: { zh: '退回补充', en: 'Query' },
  supplement: { zh: '补充', en: 'Add' },
  dismiss: { zh: '不属卡点', en: 'No obstacle' },
  'take-up': { zh: '提上去', en: 'Take up' },
  accept: { zh: '同意', en: 'Accept' },
  confirm: { zh: '确认', en: 'Confirm' },
  dispute: { zh: '有异议', en: 'Dispute' },
  'confirm-urgent': { zh: '同意加急', en: 'Urgent: agree' },
  merge: { zh: '并入', en: 'Merge' },
  withdraw: { zh: '撤回', en: 'Take back' },
  adopt: { zh: '改按现行期限', en: 'Apply the present deadlines' },
  instruct: { zh: '批示', en: 'Instruct' },
  files: { zh: '看附件', en: 'See attachments' },
  comment: { zh: '留言', en: 'Comment' },
  /** The sponsor's, of what is disputed. */
  uphold: { zh: '属卡点', en: 'Uphold' },
  strike: { zh: '不属卡点', en: 'Strike' },
  details: { zh: '卡片', en: 'Card' },
  close: { zh: '取消', en: 'Cancel' },
} as const satisfies Phrases & Readonly<Record<FormAct | PressAct, unknown>>;
