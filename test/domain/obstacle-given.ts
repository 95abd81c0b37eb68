import { dayAt, type Instant, instantAt } from '../../src/domain/day.js';
import type { Seats } from '../../src/domain/ladder.js';
import type { Leave } from '../../src/domain/leave.js';
import type { Confirmation, Decided, DecisionContext, Moved, ObstacleState } from '../../src/domain/obstacle.js';
import { fallDue, flag, nextDue } from '../../src/domain/obstacle.js';
import type { LadderPolicy, ObstacleKind } from '../../src/domain/plan.js';
import { workCalendar } from '../../src/time/calendar.js';
import { day } from './given.js';

export const zone = 'Asia/Shanghai';
export const at = (on: string, time: string): Instant => instantAt(day(on), time, zone);

/** The people of the specs by what they are. */
export const OFFICIAL = 1;
export const HEAD = 2;
export const BUREAU = 3;
export const LEADER = 4;
export const COMMANDER = 5;
export const DELEGATE = 6;
export const COORDINATOR = 7;
export const LAND_BUREAU = 70;
export const FINANCE = 71;

export const seats: Seats = { unit: HEAD, department: BUREAU, sponsor: LEADER, commander: COMMANDER };

export const policy: LadderPolicy = {
  kinds: {
    'stumbling-block': { start: 'unit', workdays: { unit: 3, department: 3, sponsor: 3, commander: 5 } },
    roadblock: { start: 'department', workdays: { department: 3, sponsor: 3, commander: 5 } },
    shackle: { start: 'sponsor', workdays: { sponsor: 5, commander: 10 } },
  },
  departments: { land: 'natural-resources' },
  verifyWorkdays: 3,
  promiseTimes: 1,
  confirmWorkdays: 1,
};

export const calendar = workCalendar();

export function contextAt(now: Instant, given: Partial<DecisionContext> = {}): DecisionContext {
  return {
    now,
    today: dayAt(now, zone),
    calendar,
    timeZone: zone,
    reminderTime: '15:00',
    morningTime: '08:30',
    quietFrom: '20:00',
    quietTo: '08:00',
    seats,
    departmentId: LAND_BUREAU,
    leaves: [],
    ...given,
  };
}

export function flagged(
  now: Instant,
  given: {
    kind?: ObstacleKind;
    urgentReason?: string;
    urgentConfirmed?: boolean;
    confirmer?: { as: Confirmation; id: number };
  } & Partial<DecisionContext> = {},
): Moved {
  const { kind = 'stumbling-block', urgentReason = null, urgentConfirmed = true, confirmer = null, ...rest } = given;
  return flag({ by: OFFICIAL, kind, urgentReason, urgentConfirmed, confirmer, policy }, contextAt(now, rest));
}

/** What came of it, where something must have. */
export function moved(decided: Decided): Moved {
  if ('refused' in decided) throw new Error(`refused: ${decided.refused.because}`);
  return decided;
}

export const refusedBecause = (decided: Decided): string | null =>
  'refused' in decided ? decided.refused.because : null;

/** Lets everything happen that falls due up to a moment, each at its own moment. */
export function run(state: ObstacleState, from: Instant, to: Instant, leaves: readonly Leave[] = []) {
  const steps = [];
  let [now, present] = [from, state];
  for (;;) {
    const due = nextDue(present, contextAt(now, { leaves }));
    if (due === null || due.at > to) return { state: present, steps };
    now = Math.max(now, due.at);
    const fallen = fallDue(present, contextAt(now, { leaves }));
    if (fallen === null) throw new Error(`${due.what} fell due and did nothing`);
    present = fallen.state;
    steps.push(...fallen.steps.map((step) => ({ ...step, at: now })));
  }
}

export const clockOf = (state: ObstacleState) => ({
  counted: state.counted.map((each) => each.slice(5)),
  deadline: state.deadline,
});
