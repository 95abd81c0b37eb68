import type { Phrases } from '../../../text/language.js';

/** What cards, steps and notices of an obstacle are made of. */
export const caseWords = {
  number: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `Obstacle ${number}` },
  returns: {
    zh: (count: number) => `已退回${count}次`,
    en: (count: number) => `returned ${count === 1 ? 'once' : `${count} times`}`,
  },
  standsInFor: {
    zh: (acting: string, holder: string) => `${acting}（代${holder}）`,
    en: (acting: string, holder: string) => `${acting} (for ${holder})`,
  },
  until: {
    zh: (moment: string, counted: string) => `限${moment}${counted}`,
    en: (moment: string, counted: string) => `until ${moment}${counted}`,
  },
  counted: { zh: (days: string) => `（${days}）`, en: (days: string) => ` (${days})` },
  ruleLine: { zh: (rule: string) => `改了：${rule}`, en: (rule: string) => `Rule changed: ${rule}` },
  claim: { zh: '认领', en: 'Claim' },
  resolve: { zh: '办结', en: 'Resolve' },
  raise: { zh: '提级', en: 'Raise' },
  pullUp: { zh: '提到我这级', en: 'Take it up' },
  handOver: { zh: '转办', en: 'Hand over' },
  query: { zh: '退回补充', en: 'Query' },
  supplement: { zh: '补充', en: 'Add' },
  dismiss: { zh: '不属卡点', en: 'No obstacle' },
  takeUp: { zh: '提上去', en: 'Take up' },
  accept: { zh: '同意', en: 'Accept' },
  merge: { zh: '并入', en: 'Merge' },
  verify: { zh: '核实销号', en: 'Verify and close' },
  confirm: { zh: '确认', en: 'Confirm' },
  dispute: { zh: '有异议', en: 'Dispute' },
  uphold: { zh: '属卡点', en: 'Uphold' },
  strike: { zh: '不属卡点', en: 'Strike' },
  confirmUrgent: { zh: '同意加急', en: 'Urgent: agree' },
  consent: { zh: '同意', en: 'Agree' },
  refuse: { zh: '不同意', en: 'Refuse' },
  instruct: { zh: '批示', en: 'Instruct' },
  comment: { zh: '留言', en: 'Comment' },
  giveBack: { zh: '退回', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Take back' },
  details: { zh: '卡片', en: 'Card' },
  close: { zh: '取消', en: 'Cancel' },
  stepFlagged: {
    zh: (who: string, rung: string) => `${who}提出，先到${rung}`,
    en: (who: string, rung: string) => `${who} flagged it, first to the ${rung}`,
  },
  stepFlaggedOutside: {
    zh: (who: string) => `${who}提出，等确认，不计灯`,
    en: (who: string) => `${who} flagged it; unconfirmed, no light yet`,
  },
  stepConfirmed: {
    zh: (who: string) => `${who}确认，开始计时`,
    en: (who: string) => `${who} confirmed it; the clock runs`,
  },
  stepUpheld: {
    zh: (who: string) => `${who}定：属卡点，开始计时`,
    en: (who: string) => `${who} decided: it stands; the clock runs`,
  },
  stepStands: { zh: '到期未确认，按提出的算', en: 'Nobody answered in time: it stands as flagged' },
  stepDisputed: {
    zh: (who: string, reason: string) => `${who}有异议：${reason}`,
    en: (who: string, reason: string) => `${who} disputes it: ${reason}`,
  },
  stepHeadAsked: { zh: (who: string) => `责任人未答，改问${who}`, en: (who: string) => `No answer; ${who} is asked` },
  stepUrgent: {
    zh: (who: string) => `${who}同意加急，期限减半`,
    en: (who: string) => `${who} agrees that it is urgent: half the time`,
  },
  stepClaimed: {
    zh: (who: string, day: string) => `${who}认领，承诺${day}`,
    en: (who: string, day: string) => `Claimed by ${who}, promised ${day}`,
  },
  claimedLater: {
    zh: (reason: string) => `比本级限期晚：${reason}`,
    en: (reason: string) => `later than its limit: ${reason}`,
  },
  claimedConsent: { zh: (who: string) => `${who}同意`, en: (who: string) => `${who} agreed` },
  stepPromiseAsked: {
    zh: (who: string, day: string, latest: string, reason: string) =>
      `${who}要到${day}（本级最晚${latest}）：${reason}`,
    en: (who: string, day: string, latest: string, reason: string) =>
      `${who} asks for ${day} (${latest} at most): ${reason}`,
  },
  stepPromiseRefused: {
    zh: (who: string, day: string, reason: string) => `${who}不同意到${day}：${reason}`,
    en: (who: string, day: string, reason: string) => `${who} refuses ${day}: ${reason}`,
  },
  stepResolved: {
    zh: (who: string, what: string) => `${who}办结：${what}`,
    en: (who: string, what: string) => `Resolved by ${who}: ${what}`,
  },
  stepDismissed: {
    zh: (who: string, why: string) => `${who}：不属卡点，${why}`,
    en: (who: string, why: string) => `${who}: no obstacle, ${why}`,
  },
  stepQueried: {
    zh: (who: string, text: string) => `${who}退回补充，要：${text}`,
    en: (who: string, text: string) => `${who} asks for: ${text}`,
  },
  stepSupplemented: {
    zh: (who: string, text: string) => `${who}补充：${text}`,
    en: (who: string, text: string) => `${who} added: ${text}`,
  },
  stepInstructed: {
    zh: (who: string, text: string) => `${who}批示：${text}`,
    en: (who: string, text: string) => `Instruction of ${who}: ${text}`,
  },
  stepRaised: {
    zh: (who: string, to: string, reason: string) => `${who}提级到${to}：${reason}`,
    en: (who: string, to: string, reason: string) => `${who} raised it to the ${to}: ${reason}`,
  },
  stepSilence: {
    zh: (days: string, to: string) => `${days}未认领，提级到${to}`,
    en: (days: string, to: string) => `Not claimed in ${days}; raised to the ${to}`,
  },
  stepPromise: {
    zh: (to: string) => `承诺未兑现，提级到${to}`,
    en: (to: string) => `Promise missed; raised to the ${to}`,
  },
  stepAbsence: {
    zh: (to: string) => `无人在岗，直接到${to}`,
    en: (to: string) => `Nobody is there: straight to the ${to}`,
  },
  stepHandedOver: {
    zh: (who: string, to: string, reason: string) => `${who}转给${to}：${reason}`,
    en: (who: string, to: string, reason: string) => `${who} handed it over to ${to}: ${reason}`,
  },
  stepSucceeded: {
    zh: (from: string, to: string) => `改由${to}办理（原${from}）`,
    en: (from: string, to: string) => `${to} has it now, in the place of ${from}`,
  },
  stepReturned: {
    zh: (who: string, count: number, reason: string) => `${who}退回（第${count}次）：${reason}`,
    en: (who: string, count: number, reason: string) => `Returned by ${who} (${ordinal(count)}): ${reason}`,
  },
  stepVerified: { zh: (who: string) => `${who}核实，已销号`, en: (who: string) => `${who} verified it: closed` },
  stepWithdrawn: { zh: (who: string) => `${who}撤回`, en: (who: string) => `${who} took it back` },
  stepAccepted: {
    zh: (who: string) => `${who}同意不属卡点，已结`,
    en: (who: string) => `${who} accepts that it is none: closed`,
  },
  stepUnanswered: { zh: '不属卡点，到期没有异议，已结', en: 'No obstacle; nobody took it up in time: closed' },
  stepStruck: {
    zh: (who: string, reason: string) => `${who}定：不属卡点，${reason}`,
    en: (who: string, reason: string) => `${who} decided: no obstacle, ${reason}`,
  },
  stepMerged: {
    zh: (who: string, number: number) => `${who}并入卡点${number}号`,
    en: (who: string, number: number) => `${who} merged it into obstacle ${number}`,
  },
  stepAdopted: {
    zh: (who: string) => `${who}改按现行期限`,
    en: (who: string) => `${who} took it over to the deadlines in force now`,
  },
  stepCommented: {
    zh: (who: string, text: string) => `${who}留言：${text}`,
    en: (who: string, text: string) => `${who}: ${text}`,
  },
  stepLapsedSilence: {
    zh: (days: string) => `${days}未认领，已在最高一级`,
    en: (days: string) => `Not claimed in ${days}; it is at the top`,
  },
  stepLapsedPromise: {
    zh: '承诺未兑现，已在最高一级',
    en: 'Promise missed; it is at the top',
  },
  stepUnverified: { zh: '到期未核实，已提醒提出人', en: 'Not verified in time; who raised it was reminded' },
  stepUnverifiedTold: { zh: '仍未核实，已告知项目办', en: 'Still not verified; the Project Office was told' },
  skippedNone: {
    zh: (rung: string) => `${rung}没有责任人，越过`,
    en: (rung: string) => `passed by the ${rung}: nobody is named`,
  },
  skippedLeave: {
    zh: (rung: string, who: string) => `${rung}${who}请假且无人代理，越过`,
    en: (rung: string, who: string) => `passed by the ${rung}: ${who} is on leave and nobody stands in`,
  },
  somebody: { zh: '该级', en: 'the rung' },
} as const satisfies Phrases;

const ordinal = (count: number): string => `${count}${['th', 'st', 'nd', 'rd'][count] ?? 'th'}`;
