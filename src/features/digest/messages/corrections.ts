import type { Correction } from '../../../domain/digest/corrections.js';
import type { GoalMeasure } from '../../../domain/plan.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { fitsRow } from '../../../text/row.js';
import type { Phrases } from './phrases.js';
import { plainRow, type Row, row, stepName, stepShort } from './rows.js';

/** What a correction says. */
export const words = {
  corrected: { zh: '更正', en: 'Corrected' },
  more: { zh: (count: number) => `，另有${count}处`, en: (count: number) => `, ${count} more` },
  withdrawn: { zh: (what: string) => `${what}已撤销`, en: (what: string) => `${what} undone` },
  added: { zh: (what: string) => `补记${what}`, en: (what: string) => `${what} added` },
  details: { zh: (what: string) => `${what}说明有改动`, en: (what: string) => `${what}: details` },
  notEntered: { zh: '未登记', en: 'not entered' },
  investment: { zh: '完成投资', en: 'invested' },
  'turned-red': { zh: '变红', en: 'turned red' },
  'turned-green': { zh: '变绿', en: 'turned green' },
  unreported: { zh: '未上报', en: 'unreported' },
  reasons: { zh: '早前的上报有更正，原因随之更新', en: 'an earlier report; reasons follow' },
} as const satisfies Catalogue;

/** `更正：P-056 签约45%→25%`, then `黄灯13→14，绿灯59→58`: two rows at most, what does not fit is counted. */
export function correctionRows(corrections: readonly Correction[], phrases: Phrases): readonly Row[] {
  if (corrections.length === 0) return [];
  const own = inLanguage(words, phrases.language);
  const { zh, colon, language } = phrases;
  const comma = zh ? '，' : ', ';
  const said = corrections.map((each) => {
    const whole = correctionWords(each, phrases, stepName);
    return fitsRow(plainRow(row(own.corrected, `${colon}${whole}`)), language)
      ? whole
      : correctionWords(each, phrases, stepShort);
  });
  const rows: Row[] = [];
  let left = said.length;
  let current = row(own.corrected, colon);
  let empty = true;
  for (const each of said) {
    const next = row(current.lead, `${current.rest}${empty ? '' : comma}${each}`);
    const tail = rows.length === 1 && left > 1 ? own.more(left - 1) : '';
    if (empty || fitsRow(`${plainRow(next)}${tail}`, language)) {
      current = next;
      empty = false;
    } else if (rows.length === 0) {
      rows.push(current);
      current = row('', each);
    } else break;
    left -= 1;
  }
  const last = left > 0 ? row(current.lead, `${current.rest}${own.more(left)}`) : current;
  return [...rows, last];
}

/** `named`: how a milestone is called, where there is room for it or not. */
function correctionWords(correction: Correction, phrases: Phrases, named: typeof stepName): string {
  const own = inLanguage(words, phrases.language);
  const { zh, language, quantity, shared } = phrases;
  const blank = zh ? '' : ' ';
  const moved = (from: string, to: string) => `${from}→${to}`;
  const value = (measure: GoalMeasure, number: number | null) =>
    number === null ? own.notEntered : quantity(measure, number);
  const percent = (number: number | null) => (number === null ? '' : `${number}%`);
  const amount = (number: number | null) => (number === null ? '' : phrases.yuan(number));
  const step = (of: { readonly code: string; readonly milestone: string }) =>
    `${of.code} ${named(of.milestone, language)}${blank}`;
  switch (correction.kind) {
    case 'goal': {
      const { measure, from, to } = correction;
      return `${clip(correction.name[language], zh ? 8 : 16)}${blank}${moved(value(measure, from), value(measure, to))}`;
    }
    case 'light':
      return `${shared.light(correction.light)}${blank}${moved(String(correction.from), String(correction.to))}`;
    case 'turned-red':
    case 'turned-green':
    case 'unreported':
      return `${own[correction.kind]}${blank}${moved(String(correction.from), String(correction.to))}`;
    case 'withdrawn':
      return own.withdrawn(`${step(correction)}${percent(correction.from)}`.trimEnd());
    case 'added':
      return own.added(`${step(correction)}${percent(correction.to)}`.trimEnd());
    case 'changed':
      return `${step(correction)}${moved(percent(correction.from), percent(correction.to))}`;
    case 'figures':
      return `${correction.code} ${own.investment}${blank}${moved(amount(correction.from), amount(correction.to))}`;
    case 'details':
      return own.details(step(correction).trimEnd());
    case 'reasons':
      return own.reasons;
  }
}
