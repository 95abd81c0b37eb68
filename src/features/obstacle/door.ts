/** What other features may do with obstacles. */
export { fallDueNow, rescheduleHeldBy } from './absence.js';
export { flaggingOf, flagObstacle } from './flag.js';
export {
  answer as answerByWord,
  flaggedOutcome,
  flagLine,
  flagUnderstood,
  offer as offerObstacle,
} from './flag-line.js';
export { endWithProjects } from './leave-plan.js';
export { unfiledProblems } from './ledger-problems.js';
export { readLessons } from './lessons.js';
export { problemBlocks } from './messages/ledger-problems.js';
export { obstacleVerbs } from './messages/row-buttons.js';
export { blockedMilestone } from './milestone.js';
export { resolveByFact } from './resolve-by-fact.js';
export { succeed } from './succeed.js';
export { withdrawByWord } from './withdraw.js';
