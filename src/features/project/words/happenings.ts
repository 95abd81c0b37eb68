import type { Phrases } from '../../../text/language.js';

/** What happened to a project, each a clause that begins with who did it. */
export const happeningWords = {
  itself: { zh: '系统', en: 'The bot' },
  reported: {
    zh: (who: string, what: string) => `${who}上报：${what}`,
    en: (who: string, what: string) => `${who} reported: ${what}`,
  },
  amended: {
    zh: (who: string, what: string) => `${who}更正：${what}`,
    en: (who: string, what: string) => `${who} amended: ${what}`,
  },
  undone: { zh: (what: string) => `${what}（已撤销）`, en: (what: string) => `${what} (taken back)` },
  done: { zh: '完成', en: 'done' },
  forecast: { zh: (day: string) => `预计 ${day}完成`, en: (day: string) => `expected ${day}` },
  investment: { zh: (amount: string) => `今年完成投资 ${amount}`, en: (amount: string) => `${amount} done this year` },
  added: { zh: (who: string) => `${who}录入台账`, en: (who: string) => `${who} entered it in the ledger` },
  changed: {
    zh: (who: string, what: string) => `${who}修改：${what}`,
    en: (who: string, what: string) => `${who} changed ${what}`,
  },
  addedMilestone: {
    zh: (who: string, name: string) => `${who}新增节点「${name}」`,
    en: (who: string, name: string) => `${who} added the milestone "${name}"`,
  },
  removedMilestone: {
    zh: (who: string, name: string) => `${who}删除节点「${name}」`,
    en: (who: string, name: string) => `${who} removed the milestone "${name}"`,
  },
  ofMilestone: {
    zh: (name: string, what: string) => `「${name}」${what}`,
    en: (name: string, what: string) => `"${name}": ${what}`,
  },
  reason: { zh: (why: string) => `原因：${why}`, en: (why: string) => `because: ${why}` },
  fromTo: {
    zh: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
    en: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
  },
  nothing: { zh: '无', en: 'none' },
  flagged: {
    zh: (who: string, number: number) => `${who}提出卡点 ${number} 号`,
    en: (who: string, number: number) => `${who} flagged obstacle ${number}`,
  },
  claimed: {
    zh: (who: string, number: number, day: string) => `${who}认领卡点 ${number} 号，承诺 ${day}办结`,
    en: (who: string, number: number, day: string) => `${who} claimed obstacle ${number}, promised for ${day}`,
  },
  resolved: {
    zh: (who: string, number: number) => `${who}办结卡点 ${number} 号`,
    en: (who: string, number: number) => `${who} resolved obstacle ${number}`,
  },
  raised: {
    zh: (who: string, number: number, rung: string) => `${who}把卡点 ${number} 号提级到${rung}`,
    en: (who: string, number: number, rung: string) => `${who} raised obstacle ${number} to the ${rung}`,
  },
  raisedItself: {
    zh: (number: number, rung: string) => `卡点 ${number} 号到期未办，自动提级到${rung}`,
    en: (number: number, rung: string) => `Obstacle ${number} was raised by itself to the ${rung}`,
  },
  handedOver: {
    zh: (who: string, number: number) => `${who}转办卡点 ${number} 号`,
    en: (who: string, number: number) => `${who} handed obstacle ${number} over`,
  },
  succeeded: {
    zh: (who: string, number: number) => `${who}给卡点 ${number} 号换了承办人`,
    en: (who: string, number: number) => `${who} gave obstacle ${number} to a successor`,
  },
  returned: {
    zh: (who: string, number: number) => `${who}退回卡点 ${number} 号`,
    en: (who: string, number: number) => `${who} returned obstacle ${number}`,
  },
  verified: {
    zh: (who: string, number: number) => `${who}核实，卡点 ${number} 号销号`,
    en: (who: string, number: number) => `${who} verified obstacle ${number}; it is closed`,
  },
  withdrawn: {
    zh: (who: string, number: number) => `${who}撤回卡点 ${number} 号`,
    en: (who: string, number: number) => `${who} took obstacle ${number} back`,
  },
  commented: {
    zh: (who: string, number: number) => `${who}在卡点 ${number} 号留言`,
    en: (who: string, number: number) => `${who} commented on obstacle ${number}`,
  },
  lapsed: {
    zh: (number: number) => `卡点 ${number} 号期限已过，已在最高一级`,
    en: (number: number) => `Obstacle ${number} is past its deadline, at the top rung`,
  },
} as const satisfies Phrases;

/** What the ledger's fields are called; what is not here is not told in a line. */
export const fieldWords = {
  name: { zh: '名称', en: 'name' },
  category: { zh: '类别', en: 'category' },
  unitId: { zh: '责任单位', en: 'unit' },
  ownerId: { zh: '责任人', en: 'owner' },
  sponsorId: { zh: '包保领导', en: 'sponsor' },
  site: { zh: '园区', en: 'site' },
  standing: { zh: '状态', en: 'standing' },
  totalInvestment: { zh: '总投资', en: 'total investment' },
  yearPlan: { zh: '年度计划', en: 'plan of the year' },
  startDay: { zh: '计划开工', en: 'planned start' },
  endDay: { zh: '计划完工', en: 'planned end' },
  due: { zh: '期限', en: 'due day' },
  pausedUntil: { zh: '暂停至', en: 'paused until' },
  content: { zh: '建设内容', en: 'what is built' },
  problem: { zh: '存在问题', en: 'problem' },
  remark: { zh: '备注', en: 'remark' },
} as const satisfies Phrases;

export const standingWords = {
  open: { zh: '在建', en: 'open' },
  paused: { zh: '暂停', en: 'paused' },
  withdrawn: { zh: '退出', en: 'withdrawn' },
} as const satisfies Phrases;
