import type { LocalDay } from '../../domain/day.js';
import { toYuan } from '../../domain/exact.js';
import type { FilledForm } from './ids.js';

/** What a form states. */
export type FormFields = {
  readonly milestoneId: number;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  /** 10k yuan. */
  readonly investment: number | null;
  readonly note: string;
};

export type FieldFault = 'milestone-missing' | 'percent-range' | 'amount-range' | 'nothing-said';

/** Reads the sent form; faults by the field that they stand at. */
export function readForm(
  filled: FilledForm,
): { readonly fields: FormFields } | { readonly faults: Readonly<Record<string, FieldFault>> } {
  const faults: Record<string, FieldFault> = {};
  const { milestone: milestoneId, 'done-on': doneOn, forecast } = filled;
  if (milestoneId === null) faults.milestone = 'milestone-missing';
  const number = (text: string | null, without: RegExp) =>
    text === null ? null : Number(text.normalize('NFKC').replace(without, ''));
  const percent = number(filled.percent, /%$/);
  if (percent !== null && !(percent >= 0 && percent <= 100)) faults.percent = 'percent-range';
  const amount = number(filled.investment, /[,，]/g);
  const investment = amount === null ? null : toYuan(amount);
  if (investment !== null && !(Number.isFinite(investment) && investment >= 0 && investment < 1e9))
    faults.investment = 'amount-range';
  const note = filled.note?.normalize('NFKC') ?? '';
  if (percent === null && doneOn === null && forecast === null && investment === null && note === '')
    faults.percent ??= 'nothing-said';
  if (milestoneId === null || Object.keys(faults).length > 0) return { faults };
  return { fields: { milestoneId, percent, doneOn, forecast, investment, note } };
}
