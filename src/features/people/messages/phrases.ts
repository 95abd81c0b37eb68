import type { Phrases } from '../../../text/language.js';

/** Phrases that several messages share, zh-CN and English side by side. Names and texts of people come in escaped. */
export const phrases = {
  vacant: { zh: '空缺', en: 'vacant' },
  chooseOne: { zh: '请选一个', en: 'Choose one' },
  gone: { zh: '名册里没有这个人。', en: 'Nobody such is on the list.' },
  nobody: { zh: '项目办', en: 'project office' },
  close: { zh: '取消', en: 'Cancel' },
  refuse: { zh: '不通过', en: 'Refuse' },
  welcome: {
    zh: (who: string) => `已为您关联：${who}。发 /gongjian 看怎么用，/progress 上报。`,
    en: (who: string) => `Your account is tied: ${who}. Send /gongjian for how to use it, /progress to report.`,
  },
  personTied: {
    zh: '这个人已关联别的账号；确是换了账号，请先解除原来的。',
    en: 'This person has another account; if they changed it, untie that one first.',
  },
  accountTied: { zh: '这个账号已关联名册里的另一个人。', en: 'This account is tied to somebody else on the list.' },
  card: { zh: '查看', en: 'Show' },
  obstacles: {
    zh: (count: number) => `卡点 ${count}`,
    en: (count: number) => `${count} obstacle${count === 1 ? '' : 's'}`,
  },
  noAccount: { zh: '没有账号', en: 'no account' },
  noRole: { zh: '没有角色', en: 'no role' },
  giveCode: { zh: '口令', en: 'Code' },
  role: { zh: '改角色', en: 'Change roles' },
  leaves: { zh: '离岗移交', en: 'Leaving' },
  more: { zh: (count: number) => `还有${count}人`, en: (count: number) => `${count} more` },
  save: { zh: '保存', en: 'Save' },
  roleLabel: { zh: '角色', en: 'Role' },
  unit: { zh: '单位', en: 'Unit' },
  unitHint: { zh: '责任人、单位负责人必选', en: 'Needed for officials and heads' },
  unitNeeded: { zh: '责任人和单位负责人要选单位', en: 'Officials and heads need a unit' },
  nothing: { zh: '没有工作', en: 'nothing' },
  leavesMore: { zh: (count: number) => `还有${count}项`, en: (count: number) => `${count} more` },
  successor: { zh: '换人', en: 'Successor' },
  handOver: { zh: '移交', en: 'Hand over' },
  undo: { zh: '撤销移交', en: 'Undo' },
  line: {
    zh: (name: string, holder: string) => `*${name}*　${holder}`,
    en: (name: string, holder: string) => `*${name}* · ${holder}`,
  },
  bind: { zh: '归到岗位', en: 'Belongs to it' },
} as const satisfies Phrases;
