import type { Phrases } from '../../text/language.js';

/** Every phrase about obstacles, zh-CN and English side by side. Texts of people come in escaped. */
export const words = {
  number: { zh: (number: number) => `卡点 ${number} 号`, en: (number: number) => `Obstacle ${number}` },
  urgent: { zh: '加急', en: 'urgent' },
  urgentFor: { zh: (reason: string) => `加急：${reason}`, en: (reason: string) => `Urgent: ${reason}` },
  milestone: { zh: (name: string) => `影响「${name}」`, en: (name: string) => `stops "${name}"` },
  since: { zh: (day: string) => `自 ${day}起`, en: (day: string) => `since ${day}` },
  raisedBy: { zh: (name: string) => `${name}提出`, en: (name: string) => `raised by ${name}` },
  help: { zh: (text: string) => `请求支持：${text}`, en: (text: string) => `Help asked: ${text}` },
  refersTo: {
    zh: (number: number) => `接卡点 ${number} 号`,
    en: (number: number) => `goes back to obstacle ${number}`,
  },
  files: { zh: (names: string) => `附件：${names}`, en: (names: string) => `Attached: ${names}` },
  returns: {
    zh: (count: number) => `已退回 ${count} 次`,
    en: (count: number) => `returned ${count === 1 ? 'once' : `${count} times`}`,
  },
  nowWith: {
    zh: (rung: string, who: string) => `现由*${rung}*办理：${who}`,
    en: (rung: string, who: string) => `Now with the *${rung}*: ${who}`,
  },
  standsInFor: {
    zh: (acting: string, holder: string) => `${acting}（代${holder}）`,
    en: (acting: string, holder: string) => `${acting} (for ${holder})`,
  },
  nobodyThere: { zh: '无人在岗', en: 'nobody is there' },
  until: {
    zh: (moment: string, counted: string) => `限 ${moment} 前${counted}`,
    en: (moment: string, counted: string) => `until ${moment}${counted}`,
  },
  counted: {
    zh: (workdays: string, days: string) => `（${workdays}：${days}）`,
    en: (workdays: string, days: string) => ` (${workdays}: ${days})`,
  },
  lapsedLine: {
    zh: (moment: string) => `期限 ${moment} 已过，已在最高一级`,
    en: (moment: string) => `the deadline of ${moment} has passed and there is no rung above`,
  },
  claimedLine: {
    zh: (who: string, day: string) => `${who}已认领，承诺 ${day}办结`,
    en: (who: string, day: string) => `Claimed by ${who}, promised for ${day}`,
  },
  resolvedLine: {
    zh: (who: string, what: string) => `${who}已办结：${what}`,
    en: (who: string, what: string) => `Resolved by ${who}: ${what}`,
  },
  ruleLine: { zh: (rule: string) => `已修改规定：${rule}`, en: (rule: string) => `Rule changed: ${rule}` },
  verifyUntil: {
    zh: (moment: string) => `待提出人或项目责任人核实，限 ${moment} 前`,
    en: (moment: string) => `To be verified by who raised it or the project’s owner until ${moment}`,
  },
  closedLine: { zh: (day: string) => `${day}已销号`, en: (day: string) => `Closed ${day}` },
  withdrawnLine: { zh: (day: string) => `${day}已撤回`, en: (day: string) => `Taken back ${day}` },
  overdueLine: { zh: (day: string) => `自 ${day}起逾期`, en: (day: string) => `past its deadline since ${day}` },
  announceLine: { zh: (moment: string) => `${moment} 通知该级`, en: (moment: string) => `The rung is told ${moment}` },
  mustAct: {
    zh: (mention: string) => `${mention} 请认领、办结或提级。`,
    en: (mention: string) => `${mention} please claim, resolve or raise it.`,
  },
  mustKeep: {
    zh: (mention: string) => `${mention} 已认领，请按承诺办结。`,
    en: (mention: string) => `${mention} has claimed it and keeps the promise.`,
  },
  claim: { zh: '认领', en: 'Claim' },
  resolve: { zh: '办结', en: 'Resolve' },
  raise: { zh: '提级', en: 'Raise' },
  handOver: { zh: '转办', en: 'Hand over' },
  comment: { zh: '留言', en: 'Comment' },
  verify: { zh: '核实销号', en: 'Verify and close' },
  giveBack: { zh: '退回', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Take back' },
  details: { zh: '看详情', en: 'Details' },

  flagged: { zh: '已提出', en: 'Flagged' },
  flaggedHint: {
    zh: '办到哪一步会告诉您；提错了可以撤回。',
    en: 'You are told what becomes of it; take it back if it was a mistake.',
  },
  alike: {
    zh: (number: number) => `同一项目已有相近的卡点 ${number} 号，没有另提。`,
    en: (number: number) => `Obstacle ${number} of the same project says much the same, so no new one was filed.`,
  },
  alikeSame: { zh: '是同一件，补充留言', en: 'The same: add as a comment' },
  alikeOther: { zh: '不是一件，另提', en: 'Another: file it' },
  didClaim: { zh: (day: string) => `已认领，承诺 ${day}办结。`, en: (day: string) => `Claimed, promised for ${day}.` },
  didResolve: { zh: '已办结，等提出人或项目责任人核实。', en: 'Resolved; it waits to be verified.' },
  didRaise: { zh: (rung: string) => `已提级到${rung}。`, en: (rung: string) => `Raised to the ${rung}.` },
  didHandOver: {
    zh: (unit: string) => `已转给${unit}，期限不变。`,
    en: (unit: string) => `Handed over to ${unit}; the deadline stays.`,
  },
  didReturn: { zh: '已退回，重新计期。', en: 'Returned; its time begins anew.' },
  didVerify: { zh: '已核实销号。', en: 'Verified and closed.' },
  didWithdraw: { zh: '已撤回。', en: 'Taken back.' },
  didComment: { zh: '已留言。', en: 'Comment added.' },

  stepFlagged: {
    zh: (who: string, rung: string) => `${who}提出，到${rung}`,
    en: (who: string, rung: string) => `${who} flagged it, to the ${rung}`,
  },
  stepClaimed: {
    zh: (who: string, day: string) => `${who}认领，承诺 ${day}办结`,
    en: (who: string, day: string) => `${who} claimed it, promised for ${day}`,
  },
  stepResolved: {
    zh: (who: string, what: string) => `${who}办结：${what}`,
    en: (who: string, what: string) => `${who} resolved it: ${what}`,
  },
  stepRaised: {
    zh: (who: string, to: string, reason: string) => `${who}提级到${to}：${reason}`,
    en: (who: string, to: string, reason: string) => `${who} raised it to the ${to}: ${reason}`,
  },
  stepSilence: {
    zh: (who: string, days: string, to: string) => `到期未认领，${who} ${days}没有动静，自动提级到${to}`,
    en: (who: string, days: string, to: string) =>
      `Nobody claimed it in time: ${who} was silent for ${days}. Raised to the ${to} by itself`,
  },
  stepPromise: {
    zh: (who: string, days: string, to: string) => `承诺未兑现：${who}认领已 ${days}，自动提级到${to}`,
    en: (who: string, days: string, to: string) =>
      `${who} missed the promise after ${days}. Raised to the ${to} by itself`,
  },
  stepAbsence: {
    zh: (to: string) => `无人在岗，直接到${to}`,
    en: (to: string) => `Nobody is there: straight to the ${to}`,
  },
  stepHandedOver: {
    zh: (who: string, from: string, to: string, reason: string) => `${who}从${from}转给${to}：${reason}`,
    en: (who: string, from: string, to: string, reason: string) =>
      `${who} handed it over from ${from} to ${to}: ${reason}`,
  },
  stepReturned: {
    zh: (who: string, count: number, reason: string) => `${who}核实不通过，第 ${count} 次退回：${reason}`,
    en: (who: string, count: number, reason: string) =>
      `${who} did not find it cleared and returned it (${count}): ${reason}`,
  },
  stepVerified: { zh: (who: string) => `${who}核实，已销号`, en: (who: string) => `${who} verified it: closed` },
  stepWithdrawn: { zh: (who: string) => `${who}撤回`, en: (who: string) => `${who} took it back` },
  stepCommented: {
    zh: (who: string, text: string) => `${who}留言：${text}`,
    en: (who: string, text: string) => `${who}: ${text}`,
  },
  stepLapsedSilence: {
    zh: (who: string, days: string) => `到期未认领，${who} ${days}没有动静；已在最高一级`,
    en: (who: string, days: string) => `Nobody claimed it in time: ${who} was silent for ${days}; it is at the top`,
  },
  stepLapsedPromise: {
    zh: (who: string) => `${who}未兑现承诺；已在最高一级`,
    en: (who: string) => `${who} missed the promise; it is at the top`,
  },
  stepUnverified: { zh: '到期未核实，已提醒提出人', en: 'Not verified in time; who raised it was reminded' },
  stepUnverifiedTold: { zh: '仍未核实，已告知统筹人员', en: 'Still not verified; the coordinators were told' },
  skippedNone: {
    zh: (rung: string) => `${rung}没有明确责任人，越过`,
    en: (rung: string) => `passed by the ${rung}: nobody is named`,
  },
  skippedLeave: {
    zh: (rung: string, who: string) => `${rung}${who}请假且无人代理，越过`,
    en: (rung: string, who: string) => `passed by the ${rung}: ${who} is on leave and nobody stands in`,
  },
  somebody: { zh: '该级', en: 'the rung' },
  calls: { zh: (mention: string) => `${mention} 请办理。`, en: (mention: string) => `${mention} please see to it.` },

  halfWay: {
    zh: (number: number, moment: string) => `卡点 ${number} 号的时间已过半，${moment} 到期。`,
    en: (number: number, moment: string) => `Half of the time of obstacle ${number} is over; it ends ${moment}.`,
  },
  askVerify: {
    zh: (number: number, moment: string) => `卡点 ${number} 号已办结，请核实，限 ${moment} 前。`,
    en: (number: number, moment: string) =>
      `Obstacle ${number} is said to be cleared; please verify it until ${moment}.`,
  },
  unverified: {
    zh: (number: number) => `卡点 ${number} 号办结后还没有核实，请核实销号或退回。`,
    en: (number: number) => `Obstacle ${number} was resolved and is not verified yet; please verify or return it.`,
  },
  unverifiedTold: {
    zh: (number: number, who: string) => `卡点 ${number} 号办结后一直没有核实，核实人是${who}。`,
    en: (number: number, who: string) =>
      `Obstacle ${number} was resolved and is still not verified; it is for ${who} to do.`,
  },
  nobody: {
    zh: (number: number) => `卡点 ${number} 号已到最高一级，但无人在岗，也没有代理。请安排人办理。`,
    en: (number: number) =>
      `Obstacle ${number} is at the top of the ladder and nobody is there or stands in. Please see who takes it.`,
  },

  formTitle: { zh: '提出卡点', en: 'Flag an obstacle' },
  submit: { zh: '提出', en: 'Flag' },
  close: { zh: '取消', en: 'Cancel' },
  project: { zh: '项目', en: 'Project' },
  projectHint: { zh: '您的项目在前；没列出的，用一句话提出', en: 'Yours come first; flag others by a line' },
  text: { zh: '什么卡住了', en: 'What stands in the way' },
  textHint: {
    zh: '例如：土地指标未批，影响开工',
    en: 'Such as: the land quota is not approved, the start waits for it',
  },
  kind: { zh: '类别', en: 'Kind' },
  kindHint: {
    zh: '绊脚石：办得慢或缺手续；拦路虎：本级解决不了；紧箍咒：规定本身卡住',
    en: 'Stumbling block: slow or a step is missing. Roadblock: nobody here can clear it. Shackle: the rule itself',
  },
  matter: { zh: '事项', en: 'Matter' },
  matterHint: { zh: '不选则按文字判断', en: 'Taken from the text where none is chosen' },
  helpLabel: { zh: '请求谁支持什么', en: 'What help is asked of whom' },
  sinceLabel: { zh: '从哪天卡住', en: 'Since' },
  urgentLabel: { zh: '加急理由', en: 'Urgent because' },
  urgentHint: { zh: '填了即为加急，各级期限减半', en: 'With a reason it is urgent: every deadline is halved' },
  faultProject: { zh: '请选一个项目', en: 'Choose a project' },
  faultText: { zh: '请写明什么卡住了', en: 'Say what stands in the way' },
  faultAlike: {
    zh: (number: number) => `同一项目已有相近的卡点 ${number} 号；确是另一件，请写明不同之处`,
    en: (number: number) => `Obstacle ${number} of this project says much the same; if it is another, say what differs`,
  },
  noProjects: { zh: '台账里没有可选的项目。', en: 'The ledger has no project to choose.' },

  promised: { zh: '承诺哪天办结', en: 'Promised for' },
  promisedHint: { zh: '须为工作日，当天 18:00 前', en: 'A working day, until 18:00' },
  what: { zh: '怎么办结的', en: 'What was done' },
  ruleLabel: { zh: '改了哪条规定', en: 'Which rule was changed' },
  ruleHint: { zh: '紧箍咒以改了规定为准', en: 'A shackle ends as a changed rule' },
  reason: { zh: '理由', en: 'Reason' },
  department: { zh: '转给哪个单位', en: 'To which department' },
  handOverHint: { zh: '只能转一次，期限不变', en: 'Once only; the deadline stays' },
  commentLabel: { zh: '留言', en: 'Comment' },
  faultPromised: { zh: '请选承诺的日期', en: 'Choose the promised day' },
  faultDayOff: {
    zh: (day: string, offer: string) => `${day}是休息日，最近的工作日是 ${offer}`,
    en: (day: string, offer: string) => `${day} is a day off; the next working day is ${offer}`,
  },
  faultPast: {
    zh: (day: string, offer: string) => `${day} 18:00 已过，最早可以承诺 ${offer}`,
    en: (day: string, offer: string) => `18:00 of ${day} is over; the first day to promise is ${offer}`,
  },
  faultEmpty: { zh: '请填写', en: 'Fill this in' },
  faultRule: {
    zh: '紧箍咒要写明改了哪条规定才能办结',
    en: 'A shackle is resolved by naming the rule that was changed',
  },
  faultDepartment: { zh: '请选一个单位', en: 'Choose a department' },

  unknown: {
    zh: { wrong: '没有这个卡点，或者不在您可以查看的范围内。', instead: '用 /obstacle list 看您可以看的卡点。' },
    en: {
      wrong: 'There is no such obstacle, or it is outside of what you may see.',
      instead: 'use /obstacle list for those that you may see.',
    },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有办：${why}。`, instead: '需要补充情况，可以留言。' }),
    en: (why: string) => ({ wrong: `Not done: ${why}.`, instead: 'add a comment if you know more.' }),
  },
  meanwhile: {
    zh: { wrong: '您按之前，这个卡点已有变化，没有办。', instead: '请看最新的卡片，再决定。' },
    en: {
      wrong: 'This obstacle had changed before you pressed, so nothing was done.',
      instead: 'Look at the newest card, then decide.',
    },
  },
  refusedClosed: {
    zh: { wrong: '已经销号，不再变动。', instead: '同样的问题又出现，请另提一个，写上“同卡点几号”。' },
    en: {
      wrong: 'It is closed for good.',
      instead: 'flag a new one where it comes back, and write "see obstacle" with its number.',
    },
  },
  refusedNotOpen: {
    zh: { wrong: '已经办结，等待核实，现在不能这样做。', instead: '没有真正解决，请由提出人退回。' },
    en: {
      wrong: 'It is resolved and waits to be verified, so this cannot be done now.',
      instead: 'if it is not cleared, who raised it returns it.',
    },
  },
  refusedNotResolved: {
    zh: { wrong: '还没有办结，不能核实或退回。', instead: '等办结后再核实。' },
    en: { wrong: 'It is not resolved, so there is nothing to verify.', instead: 'verify it once it is.' },
  },
  refusedClaimed: {
    zh: { wrong: '已经有人认领。', instead: '有情况请留言；到承诺的日期没有办结会自动提级。' },
    en: {
      wrong: 'Somebody has claimed it.',
      instead: 'comment if you know more; a missed promise raises it by itself.',
    },
  },
  refusedAtTop: {
    zh: { wrong: '已在最高一级，不能再提级。', instead: '请认领或办结。' },
    en: { wrong: 'It is at the top of the ladder.', instead: 'claim or resolve it.' },
  },
  refusedHandOver: {
    zh: { wrong: '只有在职能部门一级、还没有认领时可以转办，而且只能转一次。', instead: '解决不了请提级。' },
    en: {
      wrong: 'It can be handed over once, by the responsible department, before it is claimed.',
      instead: 'raise it where you cannot clear it.',
    },
  },
  refusedText: {
    zh: { wrong: '没有写内容，没有办。', instead: '请写明理由或内容。' },
    en: { wrong: 'Nothing was written, so nothing was done.', instead: 'say why or what.' },
  },

  empty: {
    zh: {
      wrong: '没有看出卡在哪里，没有提出。',
      instead: '请写项目和问题，例如：/obstacle P-017 土地指标未批，影响开工。',
    },
    en: {
      wrong: 'It does not say what stands in the way, so nothing was flagged.',
      instead: 'give the project and the trouble, such as: /obstacle P-017 土地指标未批,影响开工.',
    },
  },
  unknownProject: {
    zh: (typed: string) => ({ wrong: `台账里没有 ${typed}，没有提出。`, instead: '请核对编号，或写项目名称、简称。' }),
    en: (typed: string) => ({
      wrong: `The ledger has no ${typed}, so nothing was flagged.`,
      instead: 'check the code, or give the project’s name.',
    }),
  },
  tooLong: {
    zh: { wrong: '这一条太长，没有提出。', instead: '一条只说一个卡点，不超过 1000 字；长材料请作为附件。' },
    en: {
      wrong: 'This is too long and was not flagged.',
      instead: 'say one obstacle in a line of at most 1,000 characters, and attach long texts.',
    },
  },
  askProject: { zh: '说的是哪个项目？', en: 'Which project is this about?' },
  askMilestone: { zh: '卡住的是哪个节点？', en: 'Which milestone does it stop?' },
  askHint: {
    zh: '点一个即可；都不对，就把话说全再发一次。',
    en: 'Press one; if none fits, send the line again with everything in it.',
  },
  askOpen: {
    zh: '请写明项目编号再发一次，例如：/obstacle P-017 土地指标未批',
    en: 'Send it again with the project’s code, such as: /obstacle P-017 土地指标未批',
  },
  offer: { zh: '这一条像是卡点。要提出吗？', en: 'This sounds like an obstacle. Flag it?' },
  offerButton: { zh: '提出卡点', en: 'Flag it' },

  listTitle: {
    zh: (name: string, total: number) => `卡点 · ${name} · ${total} 个`,
    en: (name: string, total: number) => `Obstacles · ${name} · ${total}`,
  },
  listEmpty: { zh: (name: string) => `卡点 · ${name}：没有。`, en: (name: string) => `Obstacles · ${name}: none.` },
  listHint: {
    zh: '例：/obstacle list 等我、/obstacle list 超期、/obstacle list 土地；看一个：/obstacle 12',
    en: 'Such as: /obstacle list waiting, /obstacle list overdue, /obstacle list land; one of them: /obstacle 12',
  },
  listUnread: {
    zh: (typed: string) => ({
      wrong: `没有「${typed}」这种筛选。`,
      instead:
        '可写：我的、等我、本单位、超期，或事项（土地、资金……），或层级（责任单位、职能部门、包保领导、一线总指挥）。',
    }),
    en: (typed: string) => ({
      wrong: `There is no filter "${typed}".`,
      instead:
        'use mine, waiting, my unit, overdue, a matter (land, funds …) or a rung (unit, department, sponsor, commander).',
    }),
  },
  filterLabel: { zh: '换个筛选', en: 'Filter' },
  all: { zh: '全部', en: 'all' },
  mine: { zh: '我的', en: 'mine' },
  waiting: { zh: '等我办', en: 'waiting on me' },
  unit: { zh: '本单位', en: 'my unit' },
  overdue: { zh: '超期', en: 'past the deadline' },
  waited: { zh: (days: string) => `已等 ${days}`, en: (days: string) => `waiting for ${days}` },
  justFlagged: { zh: '刚提出', en: 'just flagged' },
  next: { zh: '下一页', en: 'Next page' },
  back: { zh: '上一页', en: 'Previous page' },
  urgentShares: { zh: (parts: string) => `加急占比：${parts}`, en: (parts: string) => `Share of urgent: ${parts}` },
} as const satisfies Phrases;
