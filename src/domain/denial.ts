import type { Role, Words } from './plan.js';

/** How long an author may take back a report by themselves. Longer would let yesterday's digest be rewritten quietly. */
export const UNDO_HOURS = 24;

/** Why somebody may not do something. */
export type Denial =
  | { readonly kind: 'other-program' | 'not-owner' | 'not-author' | 'not-newest' | 'too-late' | 'not-in-scope' }
  | {
      readonly kind:
        | 'not-at-rung'
        | 'not-verifier'
        | 'not-raiser'
        | 'not-sorter'
        | 'not-own-leave'
        | 'not-their-head'
        | 'not-consenter'
        | 'own-wish'
        | 'not-author-edit'
        | 'not-leader'
        | 'not-confirmer'
        | 'not-unit-head'
        | 'not-rung-above'
        | 'looks-on'
        | 'not-slips-unit'
        | 'not-items-owner'
        | 'not-factors-department'
        | 'not-promoter'
        | 'imports-no-promotion'
        | 'not-own-month'
        | 'own-money'
        | 'not-finance'
        | 'tells-no-lead'
        | 'not-leads-judge'
        | 'not-leads-worker';
    }
  | { readonly kind: 'role-needed'; readonly roles: readonly Role[] };

export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  official: { zh: '责任人', en: 'official' },
  'unit-head': { zh: '单位负责人', en: 'unit head' },
  leader: { zh: '包保领导', en: 'county leader' },
  commander: { zh: '一线总指挥', en: 'commander' },
  coordinator: { zh: '统筹人员', en: 'coordinator' },
  viewer: { zh: '列席人员', en: 'viewer' },
};

/** Why it was denied, a clause for the refusal's first part. */
export function denialWords(denied: Denial, language: keyof Words): string {
  if (denied.kind === 'role-needed') {
    const roles = denied.roles.map((role) => ROLE_WORDS[role][language]);
    return language === 'zh' ? `只有${roles.join('、')}可以这样做` : `only a ${roles.join(' or ')} may do this`;
  }
  return DENIALS[denied.kind][language];
}

const DENIALS: Readonly<Record<Exclude<Denial['kind'], 'role-needed'>, Words>> = {
  'other-program': { zh: '不属于您所在的攻坚行动', en: 'it belongs to another program' },
  'not-owner': {
    zh: '您不是该项目或节点的责任人，也不是其单位负责人',
    en: 'you own neither the project nor the milestone and do not head its unit',
  },
  'not-author': { zh: '这条上报不是您报的', en: 'somebody else made this report' },
  'not-newest': { zh: '该节点之后又有新的上报', en: 'a newer report stands on this milestone' },
  'too-late': {
    zh: `上报已超过 ${UNDO_HOURS} 小时，请找统筹人员更正`,
    en: `it was reported more than ${UNDO_HOURS} hours ago; ask a coordinator to correct it`,
  },
  'not-at-rung': {
    zh: '这个卡点现在不由您所在的一级办理',
    en: 'this obstacle is not with you at its present rung',
  },
  'not-verifier': {
    zh: '只有提出人或项目责任人可以核实',
    en: 'only the one who raised it or the owner of the project verifies it',
  },
  'not-raiser': { zh: '只有提出人可以撤回', en: 'only the one who raised it may take it back' },
  'not-sorter': { zh: '只有提出人可以改事项和类别', en: 'only the one who raised it may say what it is' },
  'not-own-leave': {
    zh: '只能登记自己的请假；替别人登记请找统筹人员',
    en: 'you may enter your own leave only; ask a coordinator to enter that of others',
  },
  'not-their-head': {
    zh: '只有统筹人员和其单位负责人可以给口令',
    en: 'only a coordinator or the head of their unit gives a code',
  },
  'not-consenter': { zh: '这条延期不由您定', en: 'it is not for you to decide this' },
  'own-wish': { zh: '自己申请的延期，不能自己同意', en: 'nobody consents to their own wish' },
  'not-author-edit': { zh: '这次修改不是您改的', en: 'somebody else made this change' },
  'not-leader': {
    zh: '这由包保领导或总指挥来定',
    en: 'this is for the sponsor or the commander',
  },
  'not-confirmer': { zh: '这由被问的人确认', en: 'this is for the one who was asked' },
  'not-unit-head': { zh: '加急由项目的单位负责人同意', en: 'the head of the project’s unit agrees to urgency' },
  'not-rung-above': { zh: '更晚的承诺由上一级同意', en: 'a later promise is for the rung above' },
  'looks-on': { zh: '列席人员不提卡点，可以留言', en: 'who only looks on comments and does not flag' },
  'not-slips-unit': {
    zh: '督办单由主送单位负责人或项目责任人签收、答复',
    en: 'a slip is for the head of its unit or the owner of its project',
  },
  'not-items-owner': { zh: '交办事项由经办人答复', en: 'its owner answers an action item' },
  'not-factors-department': {
    zh: '要素由项目办或主管部门配置',
    en: 'a factor is for its department or the Project Office',
  },
  'imports-no-promotion': {
    zh: '招商主管单位和统筹人员才能导入',
    en: 'the promotion office or a coordinator imports',
  },
  'not-promoter': {
    zh: '由本人、招商主管单位或统筹人员登记',
    en: 'the leader, the promotion office or a coordinator does this',
  },
  'not-own-month': { zh: '本月不便由带队领导自己说', en: 'only the leader says that a month is inconvenient' },
  'own-money': { zh: '自己登记的，要换一个人核对', en: 'whoever entered it is not the one to confirm it' },
  'tells-no-lead': { zh: '列席人员不报线索', en: 'who only looks on tells of no lead' },
  'not-leads-judge': {
    zh: '线索由招商主管单位、总指挥或统筹人员研判',
    en: 'the promotion office, the commander or a coordinator judges it',
  },
  'not-leads-worker': {
    zh: '线索由首报人或招商主管单位跟',
    en: 'it is for who told of it first, or the promotion office',
  },
  'not-finance': { zh: '由财政部门或统筹人员核对', en: 'finance or a coordinator confirms it' },
  'not-in-scope': { zh: '不在您可以查看的范围内', en: 'it is outside of what you may see' },
};
