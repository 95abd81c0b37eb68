import type { FactProject } from '../../../domain/digest/facts.js';
import { milestoneEnglish } from '../../../domain/milestone-name.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import { cutToFit, fitsRow } from '../../../text/row.js';

/** One row of a message as it is read: its first words are bold, nothing in it is markup. */
export type Row = { readonly lead: string; readonly rest: string };

export const row = (lead: string, rest = ''): Row => ({ lead, rest });

export const plainRow = ({ lead, rest }: Row): string => `${lead}${rest}`;

/** The row as Slack is sent it. */
export const sentRow = ({ lead, rest }: Row): string =>
  `${lead === '' ? '' : `*${escapeText(lead)}*`}${escapeText(rest)}`;

/** The first of some ways to say a row that stays one row; the last where none does. */
export function firstThatFits(rows: readonly Row[], language: Language): Row {
  const found = rows.find((each) => fitsRow(plainRow(each), language)) ?? rows.at(-1);
  if (found === undefined) throw new RangeError('a row has to say something');
  return found;
}

/** A row with a name that gives way: cut where the rest of the row needs the room. */
export const rowAround = (name: string, rest: string, language: Language): Row =>
  row(
    cutToFit(name, (cut) => `${cut}${rest}`, language),
    rest,
  );

/** A name in so many words as there is room for, or in so few as will do. */
export type Named = { readonly long: string; readonly short: string };

/** `变绿6：P-017 本草堂、P-041 康养小镇等`, `Turned green 6: P-017, P-041 and 4 more`: two by name, or three by their codes. */
export function nameRow(lead: string, names: readonly Named[], language: Language): Row {
  const zh = language === 'zh';
  const say = (shown: readonly string[]): Row => {
    const left = names.length - shown.length;
    const more = left === 0 ? '' : zh ? '等' : ` and ${left} more`;
    return row(lead, `${zh ? '：' : ': '}${shown.join(zh ? '、' : ', ')}${more}`);
  };
  const long = (most: number) => names.slice(0, most).map((each) => each.long);
  const short = (most: number) => names.slice(0, most).map((each) => each.short);
  const three = names.length === 3 ? [short(3)] : [];
  const ways = zh
    ? [...three, long(2), long(1), short(2), short(1)]
    : [...(names.length < 3 ? [long(2)] : three), short(2), short(1)];
  return firstThatFits(ways.map(say), language);
}

const NAME_LETTERS = 8;

/** What a project is called in a row: its code with what the ledger calls it for short, else with the first words of its name. */
export function shortName({ code, name, nickname }: Pick<FactProject, 'code' | 'name' | 'nickname'>): string {
  return `${code} ${nickname ?? clip(name.replace(/(?:项目|工程)$/u, ''), NAME_LETTERS)}`;
}

/** What a row calls a milestone: in English what it means, with the ledger's word. */
export function stepName(milestone: string, language: Language): string {
  const named = clip(milestone, NAME_LETTERS);
  const english = milestoneEnglish(milestone);
  return language === 'zh' || english === null ? named : `${english} ${named}`;
}

/** The same in English alone, where there is no room for both. */
export const stepShort = (milestone: string, language: Language): string =>
  (language === 'zh' ? null : milestoneEnglish(milestone)) ?? stepName(milestone, language);

/** A name and shorter and shorter cuts of it. */
export function cuts(name: string): readonly string[] {
  const letters = [...name];
  return [name, ...letters.map((_, left) => `${letters.slice(0, letters.length - 1 - left).join('')}…`).slice(0, -1)];
}
