import type { Phrases } from '../../../text/language.js';

/** Every phrase about editing the ledger, zh-CN and English side by side. Texts of people come in escaped. */
export const editWords = {
  name: { zh: '名称', en: 'Name' },
  category: { zh: '类别', en: 'Category' },
  focusArea: { zh: '聚力', en: 'Focus area' },
  unitId: { zh: '责任单位', en: 'Unit' },
  ownerId: { zh: '责任人', en: 'Owner' },
  sponsorId: { zh: '包保领导', en: 'Sponsor' },
  site: { zh: '园区', en: 'Site' },
  standing: { zh: '状态', en: 'Standing' },
  totalInvestment: { zh: '总投资', en: 'Total investment' },
  yearPlan: { zh: '年度计划投资', en: 'Plan of this year' },
  startDay: { zh: '计划开工', en: 'Planned start' },
  endDay: { zh: '计划竣工', en: 'Planned end' },
  content: { zh: '建设内容', en: 'Content' },
  problem: { zh: '存在问题', en: 'Problem' },
  remark: { zh: '备注', en: 'Remark' },
  pauseReason: { zh: '暂停原因', en: 'Why paused' },
  pausedUntil: { zh: '暂停至', en: 'Paused until' },
  due: { zh: '到期日', en: 'Due' },
  stage: { zh: '完成后进入', en: 'Brings' },
  stageNow: { zh: '现在的阶段', en: 'Stage now' },
  open: { zh: '正常', en: 'open' },
  paused: { zh: '暂停', en: 'paused' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  none: { zh: '无', en: 'none' },
  projectOwner: { zh: '项目责任人', en: 'the project’s owner' },
  fieldChange: {
    zh: (field: string, before: string, after: string) => `${field}　${before} → *${after}*`,
    en: (field: string, before: string, after: string) => `${field}: ${before} → *${after}*`,
  },
  because: { zh: (reason: string) => `原因：${reason}`, en: (reason: string) => `Why: ${reason}` },
  changed: { zh: (what: string) => `已修改：${what}`, en: (what: string) => `Changed: ${what}` },
  undo: { zh: '撤销修改', en: 'Undo' },
  undoUntil: { zh: '一天内可以撤销', en: 'It can be undone within a day' },
  undone: { zh: '已撤销修改，恢复原样。', en: 'Undone: it is as it was.' },
  undoGone: { zh: '这次修改已经撤销。', en: 'This was undone before.' },
  undoLate: {
    zh: '已过一天，不能撤销；请再改一次。',
    en: 'It was more than a day ago and stays; change it again instead.',
  },
  undoStale: {
    zh: '之后又有改动，不能撤销；请再改一次。',
    en: 'It was changed since, so it stays; change it again instead.',
  },
  threadUndone: { zh: '上面的修改已撤销', en: 'The change above was undone' },
  same: { zh: '和台账一样，没有改动。', en: 'The ledger says so already; nothing was changed.' },
  stale: {
    zh: '刚才有人改过这个项目，没有保存。请重新打开再改。',
    en: 'Somebody changed this project just now, so nothing was saved. Open it again.',
  },
  gone: { zh: '台账里没有这个项目或节点了。', en: 'The ledger does not have this project or milestone any more.' },
  denied: {
    zh: (why: string) => ({ wrong: `没有改：${why}。`, instead: '请找项目办。' }),
    en: (why: string) => ({ wrong: `Not changed: ${why}.`, instead: 'ask the coordinators.' }),
  },
  threadDue: {
    zh: (milestone: string, before: string, after: string) => `${milestone} 到期日 ${before} → ${after}`,
    en: (milestone: string, before: string, after: string) => `${milestone}: due ${before} → ${after}`,
  },
  threadOwner: { zh: (who: string) => `责任人改为${who}`, en: (who: string) => `Owner is now ${who}` },
  threadMilestoneOwner: {
    zh: (milestone: string, who: string) => `${milestone} 责任人改为${who}`,
    en: (milestone: string, who: string) => `${milestone}: owner is now ${who}`,
  },
  threadSponsor: { zh: (who: string) => `包保领导改为${who}`, en: (who: string) => `Sponsor is now ${who}` },
  threadWithdrawn: {
    zh: '项目已撤销，不再催报、不计入目标',
    en: 'The project is withdrawn: nobody is asked, no goal counts it',
  },
  threadPaused: {
    zh: (until: string) => `项目暂停至 ${until}，期间不催报`,
    en: (until: string) => `The project is paused until ${until}; nobody is asked until then`,
  },
  threadResumed: { zh: '项目恢复', en: 'The project goes on' },
  threadCategory: {
    zh: (before: string, after: string) => `类别 ${before} → ${after}`,
    en: (before: string, after: string) => `Category ${before} → ${after}`,
  },

  addTitle: { zh: '新增项目', en: 'New project' },
  added: { zh: (what: string) => `已新增：${what}`, en: (what: string) => `Added: ${what}` },
  addStep: { zh: '加节点', en: 'Add a milestone' },
  editMore: { zh: '继续修改', en: 'Edit' },
  there: {
    zh: (code: string) => `这个单位已有同名项目 ${code}`,
    en: (code: string) => `This unit has a project of this name: ${code}`,
  },
  editTitle: { zh: '修改项目', en: 'Edit project' },
  stepTitle: { zh: '节点', en: 'Milestone' },
  stepAdded: { zh: (what: string) => `已加节点：${what}`, en: (what: string) => `Milestone added: ${what}` },
  stepThere: { zh: '这个项目已有同名节点', en: 'This project has a milestone of this name' },
  ownerHint: { zh: '不选就是项目责任人', en: 'The project’s owner where nobody is chosen' },
  amountHint: { zh: '例如 3.5亿元、1200万元', en: 'such as 35 million yuan, 1200万元' },
  reason: { zh: '原因', en: 'Why' },
  reasonShown: { zh: '会写进操作记录', en: 'It goes into the log' },
  save: { zh: '保存', en: 'Save' },
  close: { zh: '取消', en: 'Cancel' },
  needed: { zh: '请填写', en: 'Fill this in' },
  chooseOne: { zh: '请选一个', en: 'Choose one' },
  amountWrong: { zh: '没有看懂金额，例如 3.5亿元、1200万元', en: 'This is no amount; such as 35 million yuan' },
  daysWrong: { zh: '竣工早于开工', en: 'It ends before it starts' },

  postponeTitle: { zh: '延期', en: 'Postpone' },
  milestone: { zh: '节点', en: 'Milestone' },
  milestoneOption: {
    zh: (name: string, due: string) => `${name}（${due}）`,
    en: (name: string, due: string) => `${name} (${due})`,
  },
  newDay: { zh: '延到哪天', en: 'New day' },
  ask: { zh: '提交', en: 'Send' },
  asked: {
    zh: (milestone: string, to: string, sponsor: string) =>
      `${milestone} 延到 ${to}会越过关口，已请${sponsor}同意。同意后才改，结果会告诉您。`,
    en: (milestone: string, to: string, sponsor: string) =>
      `${milestone} by ${to} would pass a gate: ${sponsor} was asked. It moves when they consent; you will hear.`,
  },
  waiting: {
    zh: (by: string, to: string, sponsor: string) => `${by}已申请延到 ${to}，正等${sponsor}同意。`,
    en: (by: string, to: string, sponsor: string) =>
      `${by} has asked for ${to} already; ${sponsor} has not decided yet.`,
  },
  notLater: { zh: '新日期不晚于现在的到期日', en: 'The new day is not later than the present one' },
  past: { zh: '新日期已经过去', en: 'The new day is over' },
  done: { zh: '这个节点已经完成', en: 'This milestone is done' },
  notOpen: { zh: '项目已撤销', en: 'The project is withdrawn' },
  nobody: {
    zh: '这个节点关系到关口，要包保领导同意，但项目没有包保领导，也没有总指挥',
    en: 'A gate depends on it, so a sponsor has to consent, but there is neither a sponsor nor a commander',
  },
  nothingOpen: { zh: '这个项目没有未完成的节点。', en: 'This project has no open milestone.' },
  consentTitle: {
    zh: (by: string) => `${by}申请延期，请您定`,
    en: (by: string) => `${by} asks to postpone; it is for you to decide`,
  },
  consentGate: {
    zh: (goal: string, on: string) => `会越过「${goal}」${on}的关口`,
    en: (goal: string, on: string) => `It would pass the gate of “${goal}” on ${on}`,
  },
  consent: { zh: '同意', en: 'Consent' },
  refuse: { zh: '不同意', en: 'Refuse' },
  refuseTitle: { zh: '不同意延期', en: 'Refuse' },
  refuseWhy: { zh: '原因（会告诉申请人）', en: 'Why (whoever asked is told)' },
  granted: { zh: (by: string) => `${by}已同意`, en: (by: string) => `${by} consented` },
  refused: {
    zh: (by: string, why: string) => `${by}不同意：${why}`,
    en: (by: string, why: string) => `${by} refused: ${why}`,
  },
  lapsed: {
    zh: '到期日已另有改动，或节点已完成，这条申请作废',
    en: 'The day was changed by other ways, or the milestone is done: this is void',
  },
  alreadyDecided: { zh: '这条延期已经定了。', en: 'This was decided before.' },

  withdrawTitle: { zh: '撤销项目', en: 'Withdraw project' },
  recategoriseTitle: { zh: '改类', en: 'Recategorise' },
  pauseTitle: { zh: '暂停项目', en: 'Pause project' },
  pauseUntil: { zh: '暂停到哪天（含）', en: 'Until (included)' },
  denominator: { zh: '目标的分母会跟着变', en: 'Goals count it differently from now on' },

  unread: {
    zh: {
      wrong: '没有看懂要改哪个项目、怎么改。',
      instead:
        '例如：/ledger 修改 P-017；/ledger 延期 P-017 主体封顶 2020-08-31 雨季停工；/ledger 撤销 P-017 企业放弃；/ledger 改类 P-017 骨干企业 已投产。',
    },
    en: {
      wrong: 'Which project, or what about it, is not clear.',
      instead:
        'such as: /ledger edit P-017; /ledger postpone P-017 主体封顶 2020-08-31 stopped by rain; /ledger withdraw P-017 the firm gave up.',
    },
  },
  noProject: {
    zh: (what: string) => ({ wrong: `台账里没有找到「${what}」。`, instead: '写编号，例如 P-017。' }),
    en: (what: string) => ({ wrong: `The ledger has no “${what}”.`, instead: 'its code, such as P-017.' }),
  },
  notOne: {
    zh: (what: string, codes: string) => ({ wrong: `「${what}」不止一个项目。`, instead: `写编号：${codes}。` }),
    en: (what: string, codes: string) => ({ wrong: `“${what}” is several projects.`, instead: `one code: ${codes}.` }),
  },
  noMilestone: {
    zh: (what: string, names: string) => ({
      wrong: `没有看懂节点或日期：${what}。`,
      instead: `节点有：${names}；日期例如 2020-08-31。`,
    }),
    en: (what: string, names: string) => ({
      wrong: `Neither a milestone nor a day: ${what}.`,
      instead: `one of: ${names}; a day such as 2020-08-31.`,
    }),
  },
} as const satisfies Phrases;
