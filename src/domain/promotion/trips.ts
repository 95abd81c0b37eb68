import type { LocalDay } from '../day.js';
import { tenthsDown } from '../exact.js';

/** How often somebody went in person for one approval: not at all, once, twice or more. */
export const TRIP_CHOICES = [0, 1, 2] as const;
export type Trips = (typeof TRIP_CHOICES)[number];

export type TripAnswer = { readonly procedure: string; readonly trips: number; readonly on: LocalDay };

/** From so many answers on it is told, and so many of two or more in a month propose a shackle. Both ours. */
export type TripLimits = { readonly leastAnswers: number; readonly shackleAnswers: number };
export const TRIP_LIMITS: TripLimits = { leastAnswers: 5, shackleAnswers: 3 };

/** A procedure by its answers; of too few nothing is told but their number. */
export type TripProcedure = {
  readonly procedure: string;
  readonly answers: number;
  readonly told: {
    /** Hundredths of a trip, rounded down: 0.60 is 60. Two or more counts as three: what is asked is at least so much. */
    readonly meanHundredths: number;
    /** Percent of answers within the limit of trips, in tenths, rounded down. */
    readonly within: number;
  } | null;
};

/**
 * Answers by procedure, in the order in which the procedures are given. Never by clerk: who answered for whom is not asked here.
 */
export function tripsByProcedure(
  procedures: readonly string[],
  answers: readonly TripAnswer[],
  most: number,
  { leastAnswers }: TripLimits,
): readonly TripProcedure[] {
  return procedures.flatMap((procedure): TripProcedure[] => {
    const own = answers.filter((each) => each.procedure === procedure);
    if (own.length === 0) return [];
    if (own.length < leastAnswers) return [{ procedure, answers: own.length, told: null }];
    const sum = own.reduce((trips, each) => trips + (each.trips >= 2 ? SEVERAL : each.trips), 0);
    const within = own.filter(({ trips }) => trips <= most).length;
    return [
      {
        procedure,
        answers: own.length,
        told: {
          meanHundredths: Math.floor((sum * 100) / own.length),
          within: tenthsDown((within * 100) / own.length),
        },
      },
    ];
  });
}

/** What “two or more” is added up as. */
const SEVERAL = 3;

/** Procedures of which, in the month of `day`, so many answers tell of two trips or more that a shackle is proposed. */
export function proposedShackles(
  procedures: readonly string[],
  answers: readonly TripAnswer[],
  day: LocalDay,
  { shackleAnswers }: TripLimits,
): readonly { readonly procedure: string; readonly answers: number }[] {
  const month = day.slice(0, 7);
  return procedures.flatMap((procedure) => {
    const often = answers.filter(
      (each) => each.procedure === procedure && each.trips >= 2 && each.on.startsWith(month),
    ).length;
    return often >= shackleAnswers ? [{ procedure, answers: often }] : [];
  });
}
