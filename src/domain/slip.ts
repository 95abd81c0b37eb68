import type { LocalDay } from './day.js';
import { behindBy, type Fraction } from './pace.js';
import { addWorkdays, nextWorkday, type WorkCalendar, workdayFrom, workdaysBetween } from './workday.js';

export const SLIP_COLOURS = ['blue', 'yellow', 'red'] as const;
/** Blue: due soon. Yellow: behind its pace, or urgent. Red: overdue, and only a person's hand makes one red. */
export type SlipColour = (typeof SLIP_COLOURS)[number];

/** `waiting`: its unit has as many open as it may. `answered`: the office is to accept the answer or to return it. */
export const SLIP_STANDINGS = ['waiting', 'open', 'answered', 'closed', 'void'] as const;
export type SlipStanding = (typeof SLIP_STANDINGS)[number];

/** What becomes of a milestone that leaves nothing to press for: it moved with consent, or its project left or rests. */
export type SlipLapse = 'postponed' | 'withdrawn' | 'paused';

/** Ours: how many a unit has open at most; what is beyond waits. */
export const OPEN_SLIPS = 3;
/** Ours: a watched milestone earns a blue one so many working days before its day. */
export const BLUE_WORKDAYS = 3;
/** Points behind pace from which on it is yellow. */
const YELLOW_POINTS = 10;

/** A supervision slip (督办单) as it stands. */
export type SlipState = {
  readonly standing: SlipStanding;
  readonly colour: SlipColour;
  readonly dueDay: LocalDay;
  /** Grows with whatever happens to it. */
  readonly version: number;
  readonly signedById: number | null;
  readonly signedOn: LocalDay | null;
  readonly answer: string | null;
  readonly answeredById: number | null;
  /** How often an answer was returned, and why the last time. */
  readonly returned: number;
  readonly returnReason: string | null;
  /** More time as it is asked for; null: nobody waits for a decision. */
  readonly moreTimeTo: LocalDay | null;
  readonly moreTimeReason: string | null;
  /** By the end of this working day it is decided. */
  readonly moreTimeDecidedBy: LocalDay | null;
  readonly endedOn: LocalDay | null;
  /** That it would turn red waits for a person's hand, or is held by one; null: nobody asked. */
  readonly redDraft: 'asked' | 'held' | null;
  /** How far behind pace it was when that issued it or turned it yellow: points, 0-100, with the pace and the day. */
  readonly pace: number | null;
  readonly behind: number | null;
  readonly paceOn: LocalDay | null;
  /** Why somebody voided it. */
  readonly voidReason: string | null;
  /** What voided it by itself, and who decided that. */
  readonly voidBecause: SlipLapse | null;
  readonly voidedById: number | null;
};

export type SlipEvent =
  | { readonly do: 'sign'; readonly by: number }
  | { readonly do: 'answer'; readonly by: number; readonly text: string }
  | { readonly do: 'accept' }
  | { readonly do: 'return'; readonly reason: string }
  | { readonly do: 'ask-time'; readonly by: number; readonly to: LocalDay; readonly reason: string }
  | { readonly do: 'grant-time' }
  | { readonly do: 'refuse-time' }
  | { readonly do: 'redden' }
  /** Its colour deepens by itself, to yellow at most. */
  | { readonly do: 'deepen'; readonly behind: Behind }
  /** Overdue, it is drafted as a red one, for a person to issue or to hold. */
  | { readonly do: 'draft' }
  | { readonly do: 'hold' }
  | { readonly do: 'void'; readonly reason: string }
  | { readonly do: 'lapse'; readonly because: SlipLapse; readonly by: number }
  /** The ordinary report says that it is done. */
  | { readonly do: 'finish'; readonly by: number };
export type SlipAct = SlipEvent['do'];

/** Percent 0-100 that the calendar expected of a milestone, and by how many points it was behind. */
export type Behind = { readonly pace: number; readonly behind: number };

export type SlipRefusal =
  | 'ended'
  | 'waiting'
  | 'answered'
  | 'not-answered'
  | 'not-asked'
  | 'asked-before'
  | 'asked-late'
  | 'not-later'
  | 'day-off'
  | 'not-overdue'
  | 'red'
  | 'not-drafted'
  | 'text-missing';

export type SlipDecided = { readonly state: SlipState } | { readonly refused: SlipRefusal };

type Today = { readonly today: LocalDay; readonly calendar: WorkCalendar; readonly blueWorkdays?: number };

/** A slip as it is issued; `full`: its unit has as many open as it may, and this one waits. */
export const issued = (colour: SlipColour, dueDay: LocalDay, full: boolean): SlipState => ({
  standing: full ? 'waiting' : 'open',
  colour,
  dueDay,
  version: 1,
  signedById: null,
  signedOn: null,
  answer: null,
  answeredById: null,
  returned: 0,
  returnReason: null,
  moreTimeTo: null,
  moreTimeReason: null,
  moreTimeDecidedBy: null,
  endedOn: null,
  redDraft: null,
  pace: null,
  behind: null,
  paceOn: null,
  voidReason: null,
  voidBecause: null,
  voidedById: null,
});

/** What a slip's colour is earned by. */
export type SlipMatter = {
  readonly due: LocalDay | null;
  readonly percent: number | null;
  /** What the calendar expects by today; null without a span. */
  readonly pace: Fraction | null;
  /** A leader's, or a gate depends on it: only such a one is told of before anything is late. */
  readonly watched: boolean;
};

/** The colour that a milestone earns at the end of `today`; null: none. */
export function earnedColour(
  { due, percent, pace, watched }: SlipMatter,
  { today, calendar, blueWorkdays = BLUE_WORKDAYS }: Today,
): SlipColour | null {
  const done = percent ?? 0;
  if (due === null || done >= 100) return null;
  if (today > due) return 'red';
  if (pace !== null && behindBy(pace, done, YELLOW_POINTS) >= 0) return 'yellow';
  return watched && today >= addWorkdays(due, -blueWorkdays, calendar) ? 'blue' : null;
}

/** A slip's colour deepens and never fades. */
export const deeper = (one: SlipColour, other: SlipColour): SlipColour =>
  SLIP_COLOURS.indexOf(one) >= SLIP_COLOURS.indexOf(other) ? one : other;

const NO_MORE_TIME = { moreTimeTo: null, moreTimeReason: null, moreTimeDecidedBy: null } as const;

/** What one that waits may meet. */
const EARLY: ReadonlySet<SlipAct> = new Set(['void', 'lapse', 'finish', 'deepen']);

/** What happens to a slip, or why it may not. */
export function decideSlip(state: SlipState, event: SlipEvent, context: Today): SlipDecided {
  const { today, calendar } = context;
  const { standing } = state;
  const to = (changed: Partial<SlipState>): SlipDecided => ({
    state: { ...state, ...changed, version: state.version + 1 },
  });
  const signed = (by: number) => (state.signedById === null ? { signedById: by, signedOn: today } : {});
  const refused = (because: SlipRefusal): SlipDecided => ({ refused: because });
  if (standing === 'closed' || standing === 'void') return refused('ended');
  if (standing === 'waiting' && !EARLY.has(event.do)) return refused('waiting');
  switch (event.do) {
    case 'sign':
      return state.signedById === null ? to(signed(event.by)) : { state };
    case 'answer':
      if (standing === 'answered') return refused('answered');
      if (event.text.trim() === '') return refused('text-missing');
      return to({ ...signed(event.by), standing: 'answered', answer: event.text, answeredById: event.by });
    case 'accept':
      if (standing !== 'answered') return refused('not-answered');
      return to({ ...NO_MORE_TIME, standing: 'closed', endedOn: today });
    case 'return':
      if (standing !== 'answered') return refused('not-answered');
      if (event.reason.trim() === '') return refused('text-missing');
      return to({ standing: 'open', returned: state.returned + 1, returnReason: event.reason });
    case 'ask-time':
      if (standing === 'answered') return refused('answered');
      if (today > state.dueDay) return refused('asked-late');
      if (state.moreTimeTo !== null) return refused('asked-before');
      if (event.to <= state.dueDay) return refused('not-later');
      if (!calendar.isWorkday(event.to)) return refused('day-off');
      if (event.reason.trim() === '') return refused('text-missing');
      return to({
        ...signed(event.by),
        moreTimeTo: event.to,
        moreTimeReason: event.reason,
        // Asked on a day off, it is asked on the next working day.
        moreTimeDecidedBy: nextWorkday(workdayFrom(today, calendar), calendar),
      });
    case 'grant-time':
      return state.moreTimeTo === null
        ? refused('not-asked')
        : to({ ...NO_MORE_TIME, redDraft: null, dueDay: state.moreTimeTo });
    case 'refuse-time':
      return state.moreTimeTo === null ? refused('not-asked') : to(NO_MORE_TIME);
    case 'redden':
      if (state.colour === 'red') return refused('red');
      return today > state.dueDay ? to({ colour: 'red', redDraft: null }) : refused('not-overdue');
    case 'deepen':
      return state.colour === 'blue' ? to({ colour: 'yellow', ...event.behind, paceOn: today }) : { state };
    case 'draft':
      if (standing === 'answered') return refused('answered');
      if (state.colour === 'red') return refused('red');
      if (today <= state.dueDay) return refused('not-overdue');
      // While more time is being decided, nobody is pressed; what somebody holds is not brought up again.
      return state.moreTimeTo !== null || state.redDraft !== null ? { state } : to({ redDraft: 'asked' });
    case 'hold':
      return state.redDraft === 'asked' ? to({ redDraft: 'held' }) : refused('not-drafted');
    case 'void':
      if (event.reason.trim() === '') return refused('text-missing');
      return to({ ...NO_MORE_TIME, standing: 'void', endedOn: today, voidReason: event.reason });
    case 'lapse':
      return to({
        ...NO_MORE_TIME,
        standing: 'void',
        endedOn: today,
        voidBecause: event.because,
        voidedById: event.by,
      });
    case 'finish':
      return to({
        ...NO_MORE_TIME,
        ...(standing === 'waiting' ? {} : signed(event.by)),
        standing: 'closed',
        endedOn: today,
      });
  }
}

/** One that waited comes to its unit, with as many working days as it had on `issuedOn`, one at least; null: with its own day. */
export function released(state: SlipState, issuedOn: LocalDay | null, { today, calendar }: Today): SlipState {
  if (issuedOn === null) return { ...state, standing: 'open', version: state.version + 1 };
  const workdays = Math.max(1, workdaysBetween(issuedOn, state.dueDay, calendar));
  const dueDay = addWorkdays(today, workdays, calendar);
  return {
    ...state,
    standing: 'open',
    dueDay: later(dueDay, state.dueDay),
    version: state.version + 1,
  };
}

// Days are text, and Math.max knows none.
const later = (one: LocalDay, other: LocalDay): LocalDay => (one < other ? other : one);

/** What a report or the ledger had ended is open again, that being taken back; `full`: it waits. */
export const reopened = (state: SlipState, full: boolean): SlipState => ({
  ...state,
  standing: full ? 'waiting' : 'open',
  endedOn: null,
  voidBecause: null,
  voidedById: null,
  version: state.version + 1,
});
