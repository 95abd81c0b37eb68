import { type Outcome, refuse } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Denied, NotPostponed } from '../model.js';

/** Why nothing was changed, zh-CN and English side by side. */
export const words = {
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
  /** Of what one person alone may do: nobody else is to be asked, and least of all the Project Office itself. */
  consenters: {
    zh: (why: string) => ({ wrong: `没有改：${why}。`, instead: '由消息里写明的人定；他在自己的消息和首页上都能定。' }),
    en: (why: string) => ({
      wrong: `Not changed: ${why}.`,
      instead: 'who is named in the message decides, there or on their home tab.',
    }),
  },
  authors: {
    zh: (why: string) => ({ wrong: `没有撤销：${why}。`, instead: '请改的人撤销，或者再改一次。' }),
    en: (why: string) => ({ wrong: `Not undone: ${why}.`, instead: 'ask who made it, or change it once more.' }),
  },
  nothingOpen: { zh: '这个项目没有未完成的节点。', en: 'This project has no open milestone.' },
  needed: { zh: '请填写', en: 'Fill this in' },
  chooseOne: { zh: '请选一个', en: 'Choose one' },
  amountWrong: { zh: '没有看懂金额，例如 3.5亿元、1200万元', en: 'This is no amount; such as 35 million yuan' },
  daysWrong: { zh: '竣工早于开工', en: 'It ends before it starts' },
  past: { zh: '新日期已经过去', en: 'The new day is over' },
  notLater: { zh: '新日期不晚于现在的到期日', en: 'The new day is not later than the present one' },
  done: { zh: '这个节点已经完成', en: 'This milestone is done' },
  notOpen: { zh: '项目已退出', en: 'The project is withdrawn' },
  nobody: {
    zh: '这样延期要领导同意，但项目没有包保领导，也没有总指挥',
    en: 'This needs a leader’s consent, but there is neither a sponsor nor a commander',
  },
  laterNeedsReason: { zh: '日期改晚，要写原因', en: 'A later day needs its reason' },
  dayStays: { zh: '到期日不能清空，改成新的日期', en: 'The day cannot be taken away; give another one' },
  there: {
    zh: (code: string) => `这个单位已有同名项目 ${code}`,
    en: (code: string) => `This unit has a project of this name: ${code}`,
  },
  stepThere: { zh: '这个项目已有同名节点', en: 'This project has a milestone of this name' },
  unread: {
    zh: {
      wrong: '没有看懂要改哪个项目、怎么改。',
      instead:
        '例如：/ledger 修改 P-017；/ledger 延期 P-017 主体封顶 2020-08-31 雨季停工；/ledger 退出 P-017 企业放弃；/ledger 改类 P-017 骨干企业 已投产。',
    },
    en: {
      wrong: 'Which project, or what about it, is not clear.',
      instead:
        'such as: /ledger edit P-017; /ledger postpone P-017 主体封顶 2020-08-31 stopped by rain; /ledger withdraw P-017 the firm gave up.',
    },
  },
  notWithdrawn: {
    zh: {
      wrong: '没有改：“撤销”是收回刚才的修改，在那条消息上按“撤销修改”。',
      instead: '项目退出：/ledger 退出 P-017 企业放弃',
    },
    en: {
      wrong: 'Nothing was changed: a change is undone by the button under it.',
      instead: 'to withdraw a project: /ledger withdraw P-017 the firm gave up',
    },
  },
  longReason: {
    zh: (most: number) => ({ wrong: `没有改：原因超过${most}字。`, instead: '写一句，长材料放进项目的讨论串。' }),
    en: (most: number) => ({
      wrong: `Not changed: the reason has more than ${most} characters.`,
      instead: 'one sentence; put long texts into the project’s thread.',
    }),
  },
  noProject: {
    zh: (what: string) => ({ wrong: `台账里没有找到“${what}”。`, instead: '写编号，例如 P-017。' }),
    en: (what: string) => ({ wrong: `The ledger has no “${what}”.`, instead: 'its code, such as P-017.' }),
  },
  notOne: {
    zh: (what: string, codes: string) => ({ wrong: `“${what}”不止一个项目。`, instead: `写编号：${codes}。` }),
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

export const deniedRefusal = ({ why }: Denied, language: Language): Outcome =>
  refuse(inLanguage(words, language).denied(why));

/** Whoever is asked consents, nobody else. */
export const consentersRefusal = (why: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).consenters(why));

/** Whoever made a change undoes it. */
export const authorsRefusal = (why: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).authors(why));

export const longReason = (most: number, language: Language): Outcome =>
  refuse(inLanguage(words, language).longReason(most));

/** Nothing was changed, and why. `stale`: somebody was quicker. */
export const notChanged = (kind: 'same' | 'stale' | 'gone' | 'nothingOpen', language: Language): Outcome => ({
  kind: 'say',
  message: plain(inLanguage(words, language)[kind]),
});

/** What may be wrong at a field of a form. */
export type FormFault =
  | 'needed'
  | 'chooseOne'
  | 'amountWrong'
  | 'daysWrong'
  | 'past'
  | 'notLater'
  | 'done'
  | 'notOpen'
  | 'nobody'
  | 'laterNeedsReason'
  | 'dayStays';

/** What is wrong, field by field; what was typed stays. */
export function formFaults(faults: Readonly<Record<string, FormFault>>, language: Language): Outcome {
  const say = inLanguage(words, language);
  return {
    kind: 'errors',
    errors: Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, say[fault]])),
  };
}

/** Somebody was quicker: the form stays open, so that what was typed can be taken into a new one. */
export const formKept = (field: string, why: 'stale' | 'gone', language: Language): Outcome => ({
  kind: 'errors',
  errors: { [field]: inLanguage(words, language)[why] },
});

export const projectThere = (code: string, language: Language): Outcome => ({
  kind: 'errors',
  errors: { name: inLanguage(words, language).there(code) },
});

export const milestoneThere = (language: Language): Outcome => ({
  kind: 'errors',
  errors: { name: inLanguage(words, language).stepThere },
});

const FAULT_OF = {
  'not-later': 'notLater',
  past: 'past',
  done: 'done',
  'not-open': 'notOpen',
  nobody: 'nobody',
} as const;

/** To a line: why a milestone is not moved. */
export const notPostponed = (kind: NotPostponed, language: Language): Outcome =>
  deniedRefusal({ kind: 'denied', why: inLanguage(words, language)[FAULT_OF[kind]] }, language);

export const unreadRefusal = (language: Language): Outcome => refuse(inLanguage(words, language).unread);

/** 撤销, typed behind the command: it takes back no change, and withdraws nothing. */
export const notWithdrawn = (language: Language): Outcome => refuse(inLanguage(words, language).notWithdrawn);

export const noProject = (called: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).noProject(escapeText(called)));

export const severalProjects = (called: string, codes: readonly string[], language: Language): Outcome =>
  refuse(inLanguage(words, language).notOne(escapeText(called), codes.join(comma(language))));

/** Neither a milestone nor a day: those that there are. */
export const noMilestone = (called: string, names: readonly string[], language: Language): Outcome =>
  refuse(inLanguage(words, language).noMilestone(escapeText(called), names.map(escapeText).join(comma(language))));

const comma = (language: Language): string => (language === 'zh' ? '、' : ', ');
