import type { Words } from '../../../domain/plan.js';
import type { Spared } from '../../../domain/prompt.js';

/** Why milestones were not asked about. */
export const sparedWords: Readonly<Record<Spared, Words>> = {
  reported: { zh: '已报', en: 'reported' },
  'not-begun': { zh: '未到时候', en: 'not begun' },
  proved: { zh: '后续节点已证明完成', en: 'proved done' },
  earlier: { zh: '前面的节点未完成', en: 'an earlier step is open' },
  paused: { zh: '暂停', en: 'paused' },
  blocked: { zh: '卡点办理中', en: 'waiting for an obstacle' },
  chosen: { zh: '本人选择少问', en: 'chosen not to be asked' },
  absent: { zh: '请假无人代理', en: 'on leave without a delegate' },
  unowned: { zh: '没有责任人', en: 'no owner' },
  unreachable: { zh: '没有账号', en: 'no account' },
};
