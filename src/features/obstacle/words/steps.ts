import type { Phrases } from '../../../text/language.js';

/** What happened, and what it asks of whom. */
export const stepsWords = {
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
  stepSucceeded: {
    zh: (from: string, to: string) => `改由${to}办理（原${from}）`,
    en: (from: string, to: string) => `${to} has it now, in the place of ${from}`,
  },
  stepReturned: {
    zh: (who: string, count: number, reason: string) => `${who}核实不通过，第 ${count} 次退回：${reason}`,
    en: (who: string, count: number, reason: string) =>
      `${who} did not find it cleared and returned it (${count}): ${reason}`,
  },
  stepVerified: { zh: (who: string) => `${who}核实，已销号`, en: (who: string) => `${who} verified it: closed` },
  stepWithdrawn: { zh: (who: string) => `${who}撤回`, en: (who: string) => `${who} took it back` },
  stepAdopted: {
    zh: (who: string) => `${who}改按现行期限执行`,
    en: (who: string) => `${who} took it over to the deadlines in force now`,
  },
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
} as const satisfies Phrases;
