import type { LocalDay } from './day.js';
import type { NeedsTold } from './visit.js';
import { addWorkdays, type WorkCalendar } from './workday.js';

/** What a morning's message tells somebody beside what it asks: it rides there, and is no message of its own. */
export type MorningNote =
  /** To a unit's head: nobody signed the slip within its time. */
  | { readonly kind: 'unsigned'; readonly slipId: number }
  /** To who leads reviews: the period of one went by. */
  | { readonly kind: 'missed'; readonly review: string; readonly day: LocalDay }
  /** To who sponsors a firm: it is visited today. */
  | {
      readonly kind: 'visit';
      readonly slotId: number;
      readonly at: string;
      readonly code: string;
      readonly name: string;
      readonly needs: NeedsTold | null;
    }
  /** To who judges a lead, or answers its investor: by this day. */
  | {
      readonly kind: 'lead';
      readonly leadId: number;
      readonly number: number;
      readonly investor: string;
      readonly judge: LocalDay | null;
      readonly answer: LocalDay | null;
    }
  /** To a county leader on the month's last working days: what is wanting of it. */
  | {
      readonly kind: 'duty';
      readonly leaderId: number;
      readonly month: LocalDay;
      readonly done: number;
      readonly missing: number;
      readonly left: readonly LocalDay[];
    };

/** Ours: a slip is to be signed within one working day. */
const SIGN_WORKDAYS = 1;

/** Whether a slip that went out on `out` and was not signed since is told of on the morning of `today`. */
export const isSignatureLate = (out: LocalDay, today: LocalDay, calendar: WorkCalendar): boolean =>
  addWorkdays(out, SIGN_WORKDAYS, calendar) < today;
