import { MOST_ROWS, type PromotionFileFault } from '../../../domain/promotion/sheet/types.js';
import { type Ctx, type Refused, refuse } from '../../../feature.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

const words = {
  denied: { zh: (why: string) => `没有办：${why}`, en: (why: string) => `Not done: ${why}` },
  look: { zh: '/promotion 看现在的情况', en: '/promotion shows how it stands' },
  off: { zh: '这个攻坚行动没有启用双招双引', en: 'This program does not run promotion' },
  'no-file': { zh: '没有附表格', en: 'No spreadsheet is attached' },
  'too-big': { zh: '没有记下：文件超过5 MB', en: 'Not noted: the file is larger than 5 MB' },
  gone: { zh: '没有办：文件或导入不在了', en: 'Not done: it is not there any more' },
  late: { zh: '没有撤销：记下已过一天', en: 'Not undone: it was recorded over a day ago' },
  'not-yet': { zh: '没有撤销：还没有记', en: 'Not undone: nothing is recorded yet' },
  lateInstead: {
    zh: '活动各自撤销，凭证用 /promotion 更正凭证…',
    en: 'undo activities one by one; /promotion correct voucher …',
  },
  fileInstead: { zh: '附上 .xlsx 或 .csv 再传', en: 'attach an .xlsx or .csv' },
  bigInstead: { zh: '只留招商的工作表，再传', en: 'keep the sheets of promotion alone' },
  again: { zh: '把表格再传一次', en: 'send the spreadsheet again' },
  head: { zh: '没有记下：没有认出表头', en: 'Not noted: no head was found' },
  headInstead: {
    zh: '活动写带队领导、日期、地点；线索写企业、来源、状态；资金写凭证号、金额（万元）、项目、到账日期',
    en: '带队领导, 日期, 地点; or 企业, 来源, 状态; or 凭证号, 金额（万元）, 项目, 到账日期',
  },
  none: { zh: '没有记下：表头下没有行', en: 'Not noted: no row below the head' },
  noneInstead: { zh: '一行填一次活动、一条线索或一笔凭证', en: 'fill in an activity, lead or voucher a row' },
  many: {
    zh: (count: number) => `没有记下：${count}行，一次最多${MOST_ROWS}行`,
    en: (count: number) => `Not noted: ${count} rows, ${MOST_ROWS} at most`,
  },
  manyInstead: { zh: '分成几个文件再传', en: 'send it in several files' },
} as const satisfies Phrases;

export function deniedRefusal({ language }: Pick<Ctx, 'language'>, why: string): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.denied(why), instead: say.look });
}

/** Why an import is not read, recorded or taken back. */
export function importRefusal(
  { language }: Pick<Ctx, 'language'>,
  because: 'off' | 'no-file' | 'too-big' | 'gone' | 'late' | 'not-yet',
): Refused {
  const say = inLanguage(words, language);
  const instead = {
    off: say.look,
    'no-file': say.fileInstead,
    'too-big': say.bigInstead,
    gone: say.again,
    late: say.lateInstead,
    'not-yet': say.look,
  };
  return refuse({ wrong: say[because], instead: instead[because] });
}

/** What in a file makes all of it unreadable. */
export function fileRefusal({ language }: Pick<Ctx, 'language'>, fault: PromotionFileFault): Refused {
  const say = inLanguage(words, language);
  switch (fault.what) {
    case 'head':
      return refuse({ wrong: say.head, instead: say.headInstead });
    case 'none':
      return refuse({ wrong: say.none, instead: say.noneInstead });
    case 'many':
      return refuse({ wrong: say.many(fault.count), instead: say.manyInstead });
  }
}
