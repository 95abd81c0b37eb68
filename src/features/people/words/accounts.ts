import type { Phrases } from '../../../text/language.js';

/** Accounts: who is let in, by whom, and how. */
export const accountWords = {
  stranger: {
    zh: (coordinators: string) => ({
      wrong: '名册里没有您，所以看不到台账，也不能上报。',
      instead: `有口令就发 /people link 口令；没有就按下面的「申请加入」，由项目办（${coordinators}）核对。`,
    }),
    en: (coordinators: string) => ({
      wrong: 'You are not on the list of this program, so you can neither see the ledger nor report.',
      instead: `with a code, send /people link CODE; without one, press “Ask to be let in”: the coordinators (${coordinators}) see who you are.`,
    }),
  },
  nobody: { zh: '项目办', en: 'project office' },
  strangerHome: {
    zh: '名册里没有您。有口令就发 /people link 口令，没有就申请加入。',
    en: 'You are not on the list of this program. With a code, send /people link CODE; without one, ask to be let in.',
  },
  ask: { zh: '申请加入', en: 'Ask to be let in' },
  askTitle: { zh: '申请加入', en: 'Ask to be let in' },
  send: { zh: '提交', en: 'Send' },
  close: { zh: '取消', en: 'Cancel' },
  askName: { zh: '姓名', en: 'Your name' },
  askUnit: { zh: '单位', en: 'Your unit' },
  askWords: { zh: '说明', en: 'What you would add' },
  askWordsHint: {
    zh: '例如负责哪个项目、接谁的工作、电话',
    en: 'such as which project you own, whose work you took over, your phone',
  },
  asked: {
    zh: '已转给项目办核对，结果会在这里告诉您。',
    en: 'The coordinators were asked; you will hear from them here.',
  },
  waiting: {
    zh: '您的申请还在核对中，不用再交。',
    en: 'Your request is still being looked at; there is no need to send it again.',
  },
  refusedLately: {
    zh: '您的申请没有通过，一天以后可以再交；有急事请当面找项目办。',
    en: 'Your request was refused; you may ask again after a day. If it is urgent, see the coordinators in person.',
  },
  member: {
    zh: (name: string) => `您已在名册里：${name}。`,
    en: (name: string) => `You are on the list: ${name}.`,
  },

  requestTitle: { zh: '有人申请加入', en: 'Somebody asks to be let in' },
  requestWho: {
    zh: (account: string, name: string, unit: string) => `${account} 自称 *${name}*，${unit}`,
    en: (account: string, name: string, unit: string) => `${account} says to be *${name}*, ${unit}`,
  },
  requestNear: {
    zh: '名册里没有账号、名字相近的人。名字谁都能起，请核对后再按。',
    en: 'People on the list without an account whose names are near. Anybody can call themselves so: make sure before you press.',
  },
  requestNone: {
    zh: '名册里没有名字相近、又没有账号的人。',
    en: 'Nobody without an account on the list has a name near to this.',
  },
  isThis: { zh: (who: string) => `是${who}`, en: (who: string) => `It is ${who}` },
  chooseOther: { zh: '选其他人', en: 'Somebody else' },
  enrol: { zh: '登记为新人员', en: 'Put on the list' },
  refuse: { zh: '不通过', en: 'Refuse' },
  tieTitle: { zh: '这是谁', en: 'Who it is' },
  tieWho: { zh: '名册里的人', en: 'Person on the list' },
  tieSubmit: { zh: '关联', en: 'Tie' },
  refuseTitle: { zh: '不通过', en: 'Refuse' },
  refuseWhy: { zh: '原因（会告诉本人）', en: 'Why (they are told)' },
  tiedBy: {
    zh: (by: string, who: string) => `${by}已确认：是${who}，账号已关联。`,
    en: (by: string, who: string) => `${by} says that it is ${who}; the account is tied.`,
  },
  tiedBySelf: {
    zh: (who: string) => `${who}已用口令自己关联，不用再处理。`,
    en: (who: string) => `${who} got in by a code; nothing is left to do.`,
  },
  refusedBy: { zh: (by: string) => `${by}未通过。`, en: (by: string) => `Refused by ${by}.` },
  welcome: {
    zh: (who: string) => `已为您关联：${who}。发 /gongjian 看怎么用，/progress 上报。`,
    en: (who: string) => `Your account is tied: ${who}. Send /gongjian for how to use it, /progress to report.`,
  },
  notLetIn: {
    zh: (why: string) => `您的申请没有通过${why === '' ? '' : `：${why}`}。可以当面找项目办。`,
    en: (why: string) =>
      `Your request was refused${why === '' ? '' : `: ${why}`}. You may see the coordinators in person.`,
  },
  already: { zh: '这条申请已经有人处理。', en: 'Somebody has decided on this already.' },
  personTied: {
    zh: '这个人已关联别的账号；确是换了账号，请先解除原来的。',
    en: 'This person has another account; if they changed it, untie that one first.',
  },
  accountTied: { zh: '这个账号已关联名册里的另一个人。', en: 'This account is tied to somebody else on the list.' },
  gone: { zh: '名册里没有这个人。', en: 'Nobody such is on the list.' },

  code: {
    zh: (who: string) => `${who}的关联口令`,
    en: (who: string) => `Code for ${who}`,
  },
  codeHow: {
    zh: (code: string, days: number) =>
      `请当面或用电话告诉本人，让其在 Slack 里发：\`/people link ${code}\`。${days} 天内有效，只能用一次；重新生成后旧的作废。`,
    en: (code: string, days: number) =>
      `Tell it to them in person or by phone; they send \`/people link ${code}\` in Slack. It holds for ${days} days and once; a new one voids it.`,
  },
  codeTied: {
    zh: (who: string) => `${who}已有账号，不用口令。`,
    en: (who: string) => `${who} has an account and needs no code.`,
  },
  linkNeeded: {
    zh: { wrong: '没有看到口令。', instead: '/people link 加八位口令，例如 /people link ACDE-FGHJ。' },
    en: {
      wrong: 'There is no code in it.',
      instead: '/people link with the eight characters, such as /people link ACDE-FGHJ.',
    },
  },
  wrongCode: {
    zh: (left: number) => ({
      wrong: '口令不对，或已用过、已过期。',
      instead: `核对后再发，一小时内还可以试 ${left} 次；也可以请项目办重新生成。`,
    }),
    en: (left: number) => ({
      wrong: 'This code is wrong, was used, or is too old.',
      instead: `look again and send it anew; ${left} more may be tried within the hour. The coordinators can make a new one.`,
    }),
  },
  tooMany: {
    zh: { wrong: '试错次数太多，已暂停一小时。', instead: '一小时后再试，或请项目办核对。' },
    en: {
      wrong: 'Too many wrong codes: no more are taken for an hour.',
      instead: 'try again in an hour, or ask the coordinators.',
    },
  },
  untied: {
    zh: (who: string) => `已解除${who}的账号。本人再用时，需要新的口令或申请。`,
    en: (who: string) => `The account of ${who} is untied. They need a new code, or ask, to get in again.`,
  },
  wasUntied: { zh: (who: string) => `${who}没有关联账号。`, en: (who: string) => `${who} has no account.` },
} as const satisfies Phrases;
