import { type IndicatorFault, MOST_INDICATORS } from '../../../domain/indicators.js';
import { type Ctx, type Refused, refuse } from '../../../feature.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { indicatorWords } from './words.js';

const words = {
  denied: { zh: (why: string) => `没有办：${why}`, en: (why: string) => `Not done: ${why}` },
  look: { zh: '/review 指标', en: '/review indicators' },
  head: { zh: '没有记下：没有认出表头', en: 'Not noted: no head was found' },
  headInstead: {
    zh: '表头写明指标、单位、1月、2月…、同比',
    en: 'a head with 指标, 单位, 1月, 2月 …, 同比',
  },
  none: { zh: '没有记下：表头下没有数', en: 'Not noted: no number below the head' },
  noneInstead: { zh: '一行填一项指标', en: 'fill in an indicator a row' },
  many: {
    zh: (count: number) => `没有记下：指标${count}项，最多${MOST_INDICATORS}项`,
    en: (count: number) => `Not noted: ${count} indicators, ${MOST_INDICATORS} at most`,
  },
  manyInstead: { zh: '只留会上要看的', en: 'keep those that the meeting looks at' },
  'month-twice': {
    zh: (month: string) => `没有记下：${month}写了两列`,
    en: (month: string) => `Not noted: two columns of ${month}`,
  },
  monthInstead: { zh: '一个月留一列', en: 'keep one a month' },
  'month-to-come': {
    zh: (month: string) => `没有记下：${month}还没到`,
    en: (month: string) => `Not noted: ${month} is to come`,
  },
  toComeInstead: { zh: '删掉还没到的月份', en: 'leave out the months to come' },
  'name-twice': {
    zh: (name: string) => `没有记下：“${name}”写了两行`,
    en: (name: string) => `Not noted: “${name}” has two rows`,
  },
  nameInstead: { zh: '一项指标留一行', en: 'keep one row an indicator' },
  'no-number': {
    zh: (row: number, text: string) => `没有记下：第${row}行“${text}”不是数`,
    en: (row: number, text: string) => `Not noted: row ${row}, “${text}” is no number`,
  },
  numberInstead: { zh: '写成数，没有的空着', en: 'write a number, or leave it empty' },
  file: { zh: '没有附表格', en: 'No spreadsheet is attached' },
  fileInstead: { zh: '附上 .xlsx 或 .csv 再传', en: 'attach an .xlsx or .csv' },
  'too-big': { zh: '没有记下：文件超过5 MB', en: 'Not noted: the file is larger than 5 MB' },
  bigInstead: { zh: '只留指标的工作表，再传', en: 'keep the sheet of indicators alone' },
  gone: { zh: '没有记下：文件打不开了', en: 'Not noted: the file is not there any more' },
  same: { zh: '没有记下：和上一份一样', en: 'Not noted: the same as the one before' },
} as const satisfies Phrases;

export function deniedRefusal({ language }: Pick<Ctx, 'language'>, why: string): Refused {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.denied(why), instead: say.look });
}

/** Why a file was not taken at all. */
export function fileRefusal(
  { language }: Pick<Ctx, 'language'>,
  because: 'none' | 'too-big' | 'gone' | 'same',
): Refused {
  const say = inLanguage(words, language);
  if (because === 'same') return refuse({ wrong: say.same, instead: say.look });
  if (because === 'too-big') return refuse({ wrong: say['too-big'], instead: say.bigInstead });
  return refuse({ wrong: because === 'gone' ? say.gone : say.file, instead: say.fileInstead });
}

/** What in a spreadsheet cannot be understood, and how it is written. */
export function indicatorRefusal(
  { program, language }: Pick<Ctx, 'program' | 'language'>,
  fault: IndicatorFault,
): Refused {
  const say = inLanguage(words, language);
  const { month } = indicatorWords(program.year, language);
  switch (fault.what) {
    case 'head':
      return refuse({ wrong: say.head, instead: say.headInstead });
    case 'none':
      return refuse({ wrong: say.none, instead: say.noneInstead });
    case 'many':
      return refuse({ wrong: say.many(fault.count), instead: say.manyInstead });
    case 'month-twice':
      return refuse({ wrong: say['month-twice'](month(fault.month)), instead: say.monthInstead });
    case 'month-to-come':
      return refuse({ wrong: say['month-to-come'](month(fault.month)), instead: say.toComeInstead });
    case 'name-twice':
      return refuse({ wrong: say['name-twice'](escapeText(fault.name)), instead: say.nameInstead });
    case 'no-number':
      return refuse({ wrong: say['no-number'](fault.row, escapeText(fault.text)), instead: say.numberInstead });
  }
}
