/** What other features may do with obstacles. */
export { fallDueNow, rescheduleHeldBy } from './absence.js';
export { flagObstacle } from './flag.js';
export { flagUnderstood } from './flag-line.js';
export { readLessons } from './lessons.js';
export { succeed } from './succeed.js';
