import type { LocalDay } from '../../../domain/day.js';
import { dayWords, yearWords } from '../../../domain/day-words.js';
import { evidenceWords } from '../../../domain/evidence.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx } from '../../../feature.js';
import type { CardReport } from '../../../store/cards.js';
import { typedLine } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';

export const words = {
  reportDone: { zh: '已完成', en: 'done' },
  reportDoneOn: { zh: (day: string) => `已于${day}完成`, en: (day: string) => `done ${day}` },
  reportInvestment: {
    zh: (year: string, amount: string) => `${year}完成投资 ${amount}`,
    en: (year: string, amount: string) => `${amount} done ${year}`,
  },
  forecast: { zh: (day: string) => `预计 ${day}完成`, en: (day: string) => `expected ${day}` },
  nobody: { zh: '未定', en: 'nobody yet' },
} as const satisfies Phrases;

/** A report of the project, in a line. */
export function reportLine(
  { language, program, today }: Pick<Ctx, 'language' | 'program' | 'today'>,
  report: CardReport,
): string {
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const day = (of: LocalDay) => dayWords(of, language, program.year);
  const reached =
    report.percent === 100
      ? report.doneOn === null
        ? say.reportDone
        : say.reportDoneOn(day(report.doneOn))
      : report.percent === null
        ? ''
        : `${report.percent}%`;
  const parts = [
    report.milestone === null
      ? ''
      : `${typedLine(milestoneName(report.milestone, language), zh ? 30 : 50)} ${reached}`.trim(),
    report.investment === null
      ? ''
      : say.reportInvestment(yearWords(program.year, today, language), moneyWords(report.investment, language)),
    report.forecast === null || report.percent === 100 ? '' : say.forecast(day(report.forecast)),
    report.note === '' ? '' : typedLine(report.note, 80),
    evidenceWords(report.evidence, language),
  ].filter((part) => part !== '');
  const by = report.person === null ? say.nobody : typedLine(report.person[language], zh ? 20 : 40);
  return `• ${day(report.onDay)} ${by}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`;
}
