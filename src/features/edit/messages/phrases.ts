import type { Phrases } from '../../../text/language.js';

/** Phrases that several messages share, zh-CN and English side by side. Texts of people come in escaped. */
export const phrases = {
  none: { zh: '无', en: 'none' },
  because: { zh: (reason: string) => `原因：${reason}`, en: (reason: string) => `Why: ${reason}` },
  undo: { zh: '撤销修改', en: 'Undo' },
  undoUntil: { zh: '一天内可以撤销', en: 'It can be undone within a day' },
  editMore: { zh: '继续修改', en: 'Edit' },
  addStep: { zh: '加节点', en: 'Add a milestone' },
  save: { zh: '保存', en: 'Save' },
  close: { zh: '取消', en: 'Cancel' },
  reason: { zh: '原因', en: 'Why' },
  reasonShown: { zh: '会写进操作记录', en: 'It goes into the log' },
  denominator: { zh: '目标的分母会跟着变', en: 'Goals count it differently from now on' },
  threadDue: {
    zh: (milestone: string, before: string, after: string) => `${milestone} 到期日 ${before} → ${after}`,
    en: (milestone: string, before: string, after: string) => `${milestone}: due ${before} → ${after}`,
  },
  refuse: { zh: '不同意', en: 'Refuse' },
} as const satisfies Phrases;
