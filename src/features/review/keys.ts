/* The names of what a review posts. */

/** The agenda of a slot. */
export const agendaKey = (slotId: number): string => `review:${slotId}`;
export const minutesKey = (slotId: number): string => `review:${slotId}:minutes`;
export const itemKey = (itemId: number): string => `item:${itemId}`;

/** By what an item was ended, where an obstacle's end did it: no report that could be taken back. */
export const endedByObstacle = (cause: string): string => `obstacle:${cause}`;
export const isEndedByObstacle = (closedCause: string | null): boolean => closedCause?.startsWith('obstacle:') ?? false;
