import { escapeText } from '../../../text/escape.js';
import type { Correction } from '../compare.js';
import { LINE_WIDTH } from './lines.js';
import type { Phrases } from './phrases.js';

/** `更正：P-017「主体封顶」80% 已撤回；红灯 7 改为 8；另有 2 处`: at most two lines of a phone. */
export function correctionLine(corrections: readonly Correction[], phrases: Phrases): string {
  const { words, zh, colon } = phrases;
  const separator = zh ? '；' : '; ';
  const said = corrections.map((each) => correctionWords(each, phrases));
  const shown: string[] = [];
  let length = 0;
  for (const each of said) {
    length += each.length;
    if (shown.length > 0 && length > (zh ? 1.5 : 3) * LINE_WIDTH) break;
    shown.push(each);
  }
  if (shown.length < said.length) shown.push(words.correctedMore(said.length - shown.length));
  return `*${words.corrected}*${colon}${shown.join(separator)}`;
}

function correctionWords(correction: Correction, phrases: Phrases): string {
  const { words, language, quantity } = phrases;
  const percent = (number: number | null) => (number === null ? words.nothing : `${number}%`);
  const amount = (number: number | null) => (number === null ? words.nothing : phrases.yuan(number));
  switch (correction.kind) {
    case 'goal':
      return words.changedCount(
        escapeText(correction.name[language]),
        quantity(correction.measure, correction.from),
        quantity(correction.measure, correction.to),
      );
    case 'light':
      return words.changedCount(words.light(correction.light), String(correction.from), String(correction.to));
    case 'withdrawn':
      return words.withdrawnReport(...place(correction), percent(correction.from));
    case 'added':
      return words.addedReport(...place(correction), percent(correction.to));
    case 'changed':
      return words.changedReport(...place(correction), percent(correction.from), percent(correction.to));
    case 'figures':
      return words.changedFigures(escapeText(correction.code), amount(correction.from), amount(correction.to));
    case 'details':
      return words.otherChange(...place(correction));
    case 'reasons':
      return words.correctedElsewhere;
  }
}

const place = ({ code, milestone }: { readonly code: string; readonly milestone: string }): [string, string] => [
  escapeText(code),
  escapeText(milestone),
];
