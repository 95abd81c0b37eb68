import type { Correction } from '../../../domain/digest/corrections.js';
import { escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { LINE_WIDTH } from './lines.js';
import type { Phrases } from './phrases.js';

/** What a correction says. */
export const words = {
  corrected: { zh: '更正', en: 'Corrected' },
  correctedMore: { zh: (count: number) => `另有 ${count} 处`, en: (count: number) => `${count} more` },
  withdrawnReport: {
    zh: (code: string, milestone: string, percent: string) => `${code}「${milestone}」${percent} 已撤回`,
    en: (code: string, milestone: string, percent: string) => `${code} "${milestone}" ${percent} taken back`,
  },
  addedReport: {
    zh: (code: string, milestone: string, percent: string) => `${code}「${milestone}」补记 ${percent}`,
    en: (code: string, milestone: string, percent: string) => `${code} "${milestone}" ${percent} added`,
  },
  changedReport: {
    zh: (code: string, milestone: string, from: string, to: string) => `${code}「${milestone}」${from} → ${to}`,
    en: (code: string, milestone: string, from: string, to: string) => `${code} "${milestone}" ${from} → ${to}`,
  },
  otherChange: {
    zh: (code: string, milestone: string) => `${code}「${milestone}」说明有改动`,
    en: (code: string, milestone: string) => `${code} "${milestone}": details changed`,
  },
  changedFigures: {
    zh: (code: string, from: string, to: string) => `${code} 完成投资 ${from} → ${to}`,
    en: (code: string, from: string, to: string) => `${code} investment done ${from} → ${to}`,
  },
  changedCount: {
    zh: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
    en: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
  },
  correctedElsewhere: {
    zh: '早前的上报有更正，红黄绿灯的原因随之更新',
    en: 'an earlier report was corrected; reasons follow',
  },
  nothing: { zh: '无', en: 'none' },
} as const satisfies Catalogue;

/** `更正：P-017「主体封顶」80% 已撤回；红灯 7 改为 8；另有 2 处`: at most two lines of a phone. */
export function correctionLine(corrections: readonly Correction[], phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { zh, colon } = phrases;
  const separator = zh ? '；' : '; ';
  const said = corrections.map((each) => correctionWords(each, phrases));
  const shown: string[] = [];
  let length = 0;
  for (const each of said) {
    length += each.length;
    if (shown.length > 0 && length > (zh ? 1.5 : 3) * LINE_WIDTH) break;
    shown.push(each);
  }
  if (shown.length < said.length) shown.push(own.correctedMore(said.length - shown.length));
  return `*${own.corrected}*${colon}${shown.join(separator)}`;
}

function correctionWords(correction: Correction, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { shared, language, quantity } = phrases;
  const percent = (number: number | null) => (number === null ? own.nothing : `${number}%`);
  const amount = (number: number | null) => (number === null ? own.nothing : phrases.yuan(number));
  switch (correction.kind) {
    case 'goal':
      return own.changedCount(
        escapeText(correction.name[language]),
        quantity(correction.measure, correction.from),
        quantity(correction.measure, correction.to),
      );
    case 'light':
      return own.changedCount(shared.light(correction.light), String(correction.from), String(correction.to));
    case 'withdrawn':
      return own.withdrawnReport(...place(correction), percent(correction.from));
    case 'added':
      return own.addedReport(...place(correction), percent(correction.to));
    case 'changed':
      return own.changedReport(...place(correction), percent(correction.from), percent(correction.to));
    case 'figures':
      return own.changedFigures(escapeText(correction.code), amount(correction.from), amount(correction.to));
    case 'details':
      return own.otherChange(...place(correction));
    case 'reasons':
      return own.correctedElsewhere;
  }
}

const place = ({ code, milestone }: { readonly code: string; readonly milestone: string }): [string, string] => [
  escapeText(code),
  escapeText(milestone),
];
