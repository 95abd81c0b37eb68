import type { Phrases } from '../../../text/language.js';

/** A card: what stands in the way, where it stands, what can be done. */
export const cardWords = {
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
    zh: (rung: string, who: string) => `*现由${rung}办理*：${who}`,
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
  adopt: { zh: '改按现行期限', en: 'Apply the present deadlines' },
  didAdopt: { zh: '已改按现行期限，重新计期。', en: 'The present deadlines apply; its time begins anew.' },
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
} as const satisfies Phrases;
