/** For so many working days after a gate's day, until the hour of the digest, what happened by that day still counts for it. */
export const LATE_FACTS_WORKDAYS = 3;
