/** For so many working days after a gate's day, until the hour of the digest, what happened by that day still counts for it. */
export const LATE_FACTS_WORKDAYS = 3;

/** A gate that was passed, and a miss that was made good, are told for so many days. */
export const TOLD_DAYS = 7;
