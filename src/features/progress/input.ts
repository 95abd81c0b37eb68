import { isLocalDay, type LocalDay } from '../../domain/day.js';
import type { SentView } from '../../feature.js';

/** A line longer than this is no report: a form or an attachment serves better. */
export const LONGEST_LINE = 1000;

/** Text typed in a form: an empty field is null. */
const typed = (fields: SentView['fields'], name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFKC') : null;
};

/** The form's fields by name; the block_id of each is its name. */
export type FormFields = {
  readonly milestoneId: number;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly investment: number | null;
  readonly note: string;
};

export type FieldFault = 'milestone-missing' | 'percent-range' | 'amount-range' | 'nothing-said';

/** Reads the sent form; faults by the field that they stand at. */
export function readForm(
  sent: SentView,
): { readonly fields: FormFields } | { readonly faults: Readonly<Record<string, FieldFault>> } {
  const { fields } = sent;
  const faults: Record<string, FieldFault> = {};
  const milestone = Number(typed(fields, 'milestone'));
  if (!Number.isInteger(milestone) || milestone <= 0) faults.milestone = 'milestone-missing';
  const percentText = typed(fields, 'percent')?.replace(/%$/, '') ?? null;
  const percent = percentText === null ? null : Number(percentText);
  if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100))
    faults.percent = 'percent-range';
  const amountText = typed(fields, 'investment')?.replace(/[,，]/g, '') ?? null;
  const investment = amountText === null ? null : Math.round(Number(amountText));
  if (investment !== null && !(Number.isFinite(investment) && investment >= 0 && investment < 1e9))
    faults.investment = 'amount-range';
  const day = (name: string) => {
    const text = typed(fields, name);
    return text !== null && isLocalDay(text) ? text : null;
  };
  const doneOn = day('done-on');
  const forecast = day('forecast');
  const note = typed(fields, 'note') ?? '';
  if (percent === null && doneOn === null && forecast === null && investment === null && note === '')
    faults.percent ??= 'nothing-said';
  return Object.keys(faults).length > 0
    ? { faults }
    : { fields: { milestoneId: milestone, percent, doneOn, forecast, investment, note } };
}
