import type { Phrases } from '../../../text/language.js';

/** Positions and handing over. */
export const positionWords = {
  list: { zh: '岗位', en: 'Positions' },
  none: {
    zh: '还没有岗位。岗位名下的项目、节点、卡点随人走：换人时一次移交。',
    en: 'There are no positions yet. What belongs to a position goes with whoever holds it: one change hands all of it over.',
  },
  line: {
    zh: (name: string, holder: string) => `*${name}*　${holder}`,
    en: (name: string, holder: string) => `*${name}* · ${holder}`,
  },
  vacant: { zh: '空缺', en: 'vacant' },
  make: { zh: '新设岗位', en: 'New position' },
  makeTitle: { zh: '新设岗位', en: 'New position' },
  name: { zh: '岗位名称', en: 'Name' },
  nameHint: { zh: '例如：大桥镇镇长', en: 'such as Mayor of Daqiao Town' },
  unit: { zh: '单位', en: 'Unit' },
  holder: { zh: '现任', en: 'Held by' },
  save: { zh: '保存', en: 'Save' },
  close: { zh: '取消', en: 'Cancel' },
  nameNeeded: { zh: '请填名称', en: 'Give the name' },
  nameTaken: { zh: '已有同名岗位', en: 'There is a position of this name' },
  made: {
    zh: (name: string, holder: string) => `已设岗位：${name}（${holder}）。`,
    en: (name: string, holder: string) => `Position made: ${name} (${holder}).`,
  },
  madeHow: {
    zh: '接着把现任名下的工作归到岗位，以后换人就一起移交。',
    en: 'Now say what of the holder’s work belongs to it: it will be handed over with the position.',
  },
  bind: { zh: '归到岗位', en: 'Belongs to it' },
  bindTitle: { zh: '归到岗位', en: 'Belongs to the position' },
  bindWhat: { zh: '现任名下的', en: 'Of the holder’s work' },
  bindHint: { zh: '不选就是全部', en: 'All of it where nothing is chosen' },
  bound: {
    zh: (name: string, what: string) => `已归到${name}：${what}。`,
    en: (name: string, what: string) => `Belongs to ${name} now: ${what}.`,
  },
  nothingToBind: {
    zh: (name: string) => `${name}的现任名下没有可归的工作。`,
    en: (name: string) => `The holder of ${name} has no work that could belong to it.`,
  },
  successor: { zh: '换人', en: 'Successor' },
  successorTitle: { zh: '岗位换人', en: 'Successor' },
  successorWho: { zh: '由谁接任', en: 'Who takes over' },
  successorHint: { zh: '不选就是空缺', en: 'Vacant where nobody is chosen' },
  unknownPosition: {
    zh: (what: string) => ({
      wrong: `没有「${what}」这个岗位。`,
      instead: '/people position 看岗位；换人：/people position 镇长 张三。',
    }),
    en: (what: string) => ({
      wrong: `There is no position “${what}”.`,
      instead: '/people position shows them; a successor: /people position Mayor Zhang San.',
    }),
  },

  preview: {
    zh: (name: string, from: string, to: string) => `${name}：${from} → ${to}`,
    en: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  },
  will: { zh: (what: string) => `将移交：${what}`, en: (what: string) => `Will be handed over: ${what}` },
  willNothing: {
    zh: '这个岗位名下没有工作，只换人。',
    en: 'Nothing belongs to this position: only its holder changes.',
  },
  willVacant: {
    zh: '空缺期间，这些没有责任人，早上不催报。',
    en: 'While it is vacant they have no owner, and nobody is asked about them.',
  },
  projects: {
    zh: (count: number) => `项目 ${count}`,
    en: (count: number) => `${count} project${count === 1 ? '' : 's'}`,
  },
  sponsored: { zh: (count: number) => `包保 ${count}`, en: (count: number) => `${count} sponsored` },
  milestones: {
    zh: (count: number) => `节点 ${count}`,
    en: (count: number) => `${count} milestone${count === 1 ? '' : 's'}`,
  },
  units: {
    zh: (count: number) => `单位主持 ${count}`,
    en: (count: number) => `head of ${count} unit${count === 1 ? '' : 's'}`,
  },
  obstacles: {
    zh: (count: number) => `卡点 ${count}`,
    en: (count: number) => `${count} obstacle${count === 1 ? '' : 's'}`,
  },
  duties: { zh: (count: number) => `角色 ${count}`, en: (count: number) => `${count} role${count === 1 ? '' : 's'}` },
  confirm: { zh: '确认移交', en: 'Hand over' },
  confirmTitle: { zh: '确认移交', en: 'Hand over' },
  done: {
    zh: (name: string, to: string, what: string) => `${name}已由${to}接任。已移交：${what}。`,
    en: (name: string, to: string, what: string) => `${to} holds ${name} now. Handed over: ${what}.`,
  },
  doneVacant: { zh: (name: string) => `${name}已空缺。`, en: (name: string) => `${name} is vacant now.` },
  nothing: { zh: '没有工作', en: 'nothing' },
  holdsObstacles: {
    zh: '名下还有在办的卡点，不能空缺；请直接换人。',
    en: 'Open obstacles wait on it: it cannot be left vacant. Name a successor instead.',
  },
  undo: { zh: '撤销移交', en: 'Undo' },
  undone: { zh: '已撤销移交，恢复原样。', en: 'Undone: all is as it was.' },
  undoLate: {
    zh: '已过一天，不能撤销；要改请再移交一次。',
    en: 'It was more than a day ago and stays; hand it over again instead.',
  },
  undoStale: {
    zh: '移交以后又有改动，不能撤销；要改请再移交一次。',
    en: 'Something was changed since, so it stays; hand it over again instead.',
  },
  undoGone: { zh: '这次移交已经撤销。', en: 'This was undone before.' },
  stale: {
    zh: '预览之后又有改动，没有移交。请重新看一遍。',
    en: 'Something changed since the preview: nothing was handed over. Please look again.',
  },
  same: {
    zh: (name: string, who: string) => `${name}本来就由${who}担任。`,
    en: (name: string, who: string) => `${who} holds ${name} already.`,
  },

  leavesTitle: { zh: (who: string) => `${who}离岗`, en: (who: string) => `${who} leaves` },
  leavesWork: { zh: '要移交的工作', en: 'Work to hand over' },
  leavesProject: { zh: (what: string) => `项目　${what}`, en: (what: string) => `Project ${what}` },
  leavesSponsored: { zh: (what: string) => `包保　${what}`, en: (what: string) => `Sponsored ${what}` },
  leavesMilestone: { zh: (what: string) => `节点　${what}`, en: (what: string) => `Milestone ${what}` },
  leavesUnit: { zh: (what: string) => `主持　${what}`, en: (what: string) => `Head of ${what}` },
  leavesObstacle: { zh: (what: string) => `卡点　${what}`, en: (what: string) => `Obstacle ${what}` },
  leavesPosition: { zh: (what: string) => `岗位　${what}`, en: (what: string) => `Position ${what}` },
  leavesDelegate: {
    zh: (who: string) => `正代理${who}；离岗后没有人代理，请另行登记代理人`,
    en: (who: string) => `They stand in for ${who}; nobody will when they are gone: enter another delegate`,
  },
  leavesMore: { zh: (count: number) => `还有 ${count} 项`, en: (count: number) => `${count} more` },
  leavesNothing: {
    zh: (who: string) => `${who}名下没有要移交的工作。办理离岗后没有角色，账号解除。`,
    en: (who: string) => `${who} has no work to hand over. Retired, they have no role, and their account is untied.`,
  },
  handOver: { zh: '移交', en: 'Hand over' },
  handOverTitle: { zh: '移交工作', en: 'Hand over work' },
  handOverTo: { zh: '接收人', en: 'To whom' },
  handOverWhat: { zh: '移交哪些', en: 'What' },
  handOverHint: {
    zh: '不选就是全部；分给几个人就分几次',
    en: 'All of it where nothing is chosen; to several people in several turns',
  },
  handedOver: {
    zh: (from: string, to: string, what: string) => `已从${from}移交给${to}：${what}。`,
    en: (from: string, to: string, what: string) => `From ${from} to ${to}: ${what}.`,
  },
  left: { zh: (what: string) => `还没有移交的：${what}`, en: (what: string) => `Not handed over yet: ${what}` },
  self: { zh: '不能移交给本人', en: 'They cannot take over from themselves' },
  retire: { zh: '办理离岗', en: 'Retire' },
  retireConfirm: {
    zh: '取消全部角色并解除账号？以后可以重新登记。',
    en: 'Take all roles and the account? They can be added again.',
  },
  retired: {
    zh: (who: string) => `${who}已离岗：角色已取消，账号已解除。`,
    en: (who: string) => `${who} has retired: no roles, no account.`,
  },
  retiredBefore: { zh: '已经离岗，名册里没有这个人了。', en: 'They had retired before and are not on the list.' },
  retireLast: {
    zh: '这是最后一名统筹人员，先让别人接。',
    en: 'This is the last coordinator: give the role to somebody else first.',
  },
  retireWork: { zh: '名下还有工作，先移交。', en: 'They still hold work: hand it over first.' },

  toNew: {
    zh: (from: string, what: string) => `您接手了${from}的工作：${what}。`,
    en: (from: string, what: string) => `You took over from ${from}: ${what}.`,
  },
  toNewPosition: {
    zh: (name: string, what: string) => `您接任${name}，接手：${what}。`,
    en: (name: string, what: string) => `You hold ${name} now, with ${what}.`,
  },
  toNewHint: {
    zh: '发 /progress 看节点，/obstacle list 等我 看卡点。',
    en: '/progress shows the milestones, /obstacle list waiting the obstacles.',
  },
  toOld: {
    zh: (to: string, what: string) => `您名下的工作已移交给${to}：${what}。`,
    en: (to: string, what: string) => `Your work was handed over to ${to}: ${what}.`,
  },
  threadOwner: {
    zh: (who: string) => `责任人改为${who}`,
    en: (who: string) => `Owner is now ${who}`,
  },
  threadSponsor: {
    zh: (who: string) => `包保领导改为${who}`,
    en: (who: string) => `Sponsor is now ${who}`,
  },
  threadNobody: { zh: '（空缺）', en: '(nobody)' },
} as const satisfies Phrases;
