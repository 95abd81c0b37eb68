import { isLocalDay, type LocalDay } from '../../domain/day.js';
import type { SentView } from '../../feature.js';

/** Text typed in a field; an empty one is null. */
const typed = ({ fields }: SentView, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** What a form of a prompt's row states; the block_id of each field is its name. */
export type RowFields = {
  /** 0-100; null where it is no whole number of them. */
  readonly percent: number | null;
  readonly day: LocalDay | null;
  readonly text: string | null;
};

export function readRowForm(sent: SentView): RowFields {
  const percent = Number(typed(sent, 'percent')?.normalize('NFKC').replace(/%$/, '') ?? 'none');
  const day = typed(sent, 'day');
  return {
    percent: Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : null,
    day: day !== null && isLocalDay(day) ? day : null,
    text: typed(sent, 'text'),
  };
}
