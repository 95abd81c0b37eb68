import type { Phrases } from '../../../text/language.js';

/** What the coordinators are told about the clock's work. */
export const words = {
  missed: { zh: '以下没有按时：', en: 'This was not on time:' },
  late: {
    zh: (what: string, due: string, done: string) => `${due} 的${what}，${done} 才处理`,
    en: (what: string, due: string, done: string) => `${what} of ${due}: done at ${done}`,
  },
  open: {
    zh: (what: string, due: string) => `${due} 的${what}，还没有处理完`,
    en: (what: string, due: string) => `${what} of ${due}: not done yet`,
  },
  skipped: {
    zh: (what: string, days: string) => `${days}的${what}没有发，并入最近一次`,
    en: (what: string, days: string) => `${what} of ${days}: not sent, part of the newest one`,
  },
  hint: {
    zh: '多半是系统停运过。若不是，请把运行日志交给技术人员。',
    en: 'Most likely the system was down. If not, give its log to whoever runs it.',
  },
  unannounced: {
    zh: (year: number) => `${year}年的节假日安排还没有收录，${year}年暂按周末休息计算工作日。`,
    en: (year: number) => `The holidays of ${year} are not known yet: until they are, only weekends count as days off.`,
  },
  unannouncedHint: {
    zh: '国务院公布后请升级系统，或在计划文件的 calendar 里写明放假和调休的日子。',
    en: 'Once they are announced, update the system or list them under calendar in the plan file.',
  },
} as const satisfies Phrases;

/** What a slot's job is called. */
export const jobWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'digest.digest': { zh: '日报', en: 'The digest' },
  'obstacle.news': { zh: '卡点早间通知', en: 'The morning news of obstacles' },
  'review.agenda': { zh: '会议议程', en: 'The agenda' },
  'prompt.morning': { zh: '催报', en: 'The morning questions' },
  'prompt.reminder': { zh: '催办', en: 'The reminder' },
};
