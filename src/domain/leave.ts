import type { LocalDay } from './day.js';

/** A person is away from `from` to `to`, both included; the delegate stands in. null: nobody does. */
export type Leave = {
  readonly personId: number;
  readonly delegateId: number | null;
  readonly from: LocalDay;
  readonly to: LocalDay;
};

/** Who acts for somebody on a day. `through` names everybody who was passed because they are away, in order. */
export type Acting = { readonly personId: number | null; readonly through: readonly number[] };

/** The leave that a person is on, or null. Of two that overlap, the one that was entered last counts. */
export function leaveOn(personId: number, day: LocalDay, leaves: readonly Leave[]): Leave | null {
  return leaves.findLast((leave) => leave.personId === personId && leave.from <= day && day <= leave.to) ?? null;
}

/**
 * Who acts for `personId` on `day`: they themselves, or the first of their chain of delegates who is there. A chain
 * that comes back to somebody, or ends with nobody named, ends with nobody.
 */
export function actsFor(personId: number, day: LocalDay, leaves: readonly Leave[]): Acting {
  const through: number[] = [];
  let at: number | null = personId;
  while (at !== null && !through.includes(at)) {
    const leave = leaveOn(at, day, leaves);
    if (leave === null) return { personId: at, through };
    through.push(at);
    at = leave.delegateId;
  }
  return { personId: null, through };
}

/** The first day of a leave that is not over on `today`: today itself where it has begun. */
export function firstDayLeft(leave: Leave, today: LocalDay): LocalDay {
  if (leave.from > today) return leave.from;
  return today;
}

/** The first days of leaves after `day` that could change who acts for these people, in order. */
export function comingLeaves(day: LocalDay, leaves: readonly Leave[]): readonly LocalDay[] {
  return [...new Set(leaves.map((leave) => leave.from).filter((from) => from > day))].sort();
}
