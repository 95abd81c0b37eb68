import type { Phrases } from '../../../text/language.js';

/** A complaint or a wish to the coordinators, and their answer. */
export const complaintWords = {
  formTitle: { zh: '给项目办提意见', en: 'Tell the coordinators' },
  submit: { zh: '送出', en: 'Send' },
  close: { zh: '取消', en: 'Cancel' },
  text: { zh: '意见或建议', en: 'Complaint or wish' },
  textHint: {
    zh: '用得不顺手、催得不对、数字不准，都可以说。不进入任何统计。',
    en: 'What is awkward, asked wrongly or not right. It enters no statistics.',
  },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  anonymousOption: {
    zh: '不告诉项目办是谁提的（这样项目办没法回复您）',
    en: 'Do not say who it comes from (nobody can answer you then)',
  },
  sent: {
    zh: (names: string) => `已送给项目办（${names}）。有了回复，我会私信您。`,
    en: (names: string) => `Sent to the coordinators (${names}). Their answer will come to your direct messages.`,
  },
  sentAnonymously: {
    zh: (names: string) => `已匿名送给项目办（${names}）。他们看不到是谁提的，也没法回复您。`,
    en: (names: string) => `Sent to the coordinators (${names}) without your name. They cannot answer you.`,
  },
  nobody: {
    zh: { wrong: '项目办还没有人开通账号，意见没有送出。', instead: '请当面或打电话告诉项目办。' },
    en: {
      wrong: 'No coordinator has an account yet, so it was not sent.',
      instead: 'tell them in person or by telephone.',
    },
  },
  empty: { zh: '请写下意见。', en: 'Write what it is about.' },
  tooLong: {
    zh: (most: number) => ({ wrong: `太长了，最多 ${most} 字。`, instead: '请写短些，或分几次发。' }),
    en: (most: number) => ({
      wrong: `It is too long: ${most} characters at most.`,
      instead: 'make it shorter, or send it in parts.',
    }),
  },
  from: { zh: (who: string) => `*${who}*给项目办提意见：`, en: (who: string) => `*${who}* tells the coordinators:` },
  fromNobody: { zh: '有人匿名给项目办提意见：', en: 'Somebody tells the coordinators, without a name:' },
  noStatistics: { zh: '不进入任何统计。', en: 'It enters no statistics.' },
  reply: { zh: '回复', en: 'Answer' },
  replyTitle: { zh: '回复意见', en: 'Answer' },
  replyText: { zh: '回复', en: 'Answer' },
  replyHint: { zh: '直接私信给提意见的人。', en: 'It goes to the direct messages of who wrote.' },
  answered: {
    zh: (who: string) => `项目办（${who}）回复您：`,
    en: (who: string) => `The coordinators (${who}) answer you:`,
  },
  youSaid: { zh: (text: string) => `您提的是：${text}`, en: (text: string) => `You wrote: ${text}` },
  answeredBy: {
    zh: (who: string, asker: string) => `*${who}*已回复${asker}的意见：`,
    en: (who: string, asker: string) => `*${who}* answered ${asker}:`,
  },
  replied: { zh: '已回复。', en: 'Answered.' },
  unreachable: {
    zh: { wrong: '对方现在没有账号，回复没有送出。', instead: '请当面告诉对方。' },
    en: { wrong: 'They have no account now, so it was not sent.', instead: 'tell them in person.' },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有回复：${why}。`, instead: '请项目办的人回复。' }),
    en: (why: string) => ({ wrong: `Not answered: ${why}.`, instead: 'leave it to the coordinators.' }),
  },
} as const satisfies Phrases;
