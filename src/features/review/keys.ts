/* The names of what a review posts. */

/** The agenda of a slot. */
export const agendaKey = (slotId: number): string => `review:${slotId}`;
export const minutesKey = (slotId: number): string => `review:${slotId}:minutes`;
export const itemKey = (itemId: number): string => `item:${itemId}`;
