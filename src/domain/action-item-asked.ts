import type { ItemStanding } from './action-item.js';
import type { LocalDay } from './day.js';

/**
 * Whether a morning's message asks somebody about an action item of theirs: the first time, so that they learn of it, and
 * from the working day before its day on, until it is answered. Who said a new day is not asked until then.
 */
export const asksAboutItem = (
  { due, told }: { readonly due: LocalDay; readonly told: boolean },
  { nextWorkday }: { readonly nextWorkday: LocalDay },
): boolean => !told || due <= nextWorkday;

/** Whether an item that was asked about is answered since: it is at its end, or its day moved. */
export const isItemAnswered = ({
  standing,
  asked,
  due,
}: {
  readonly standing: ItemStanding;
  readonly asked: LocalDay;
  readonly due: LocalDay;
}): boolean => standing !== 'open' || due !== asked;
