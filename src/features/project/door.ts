/** What other features may ask of projects. */
export { findProjects } from './find.js';
export { lineContext } from './line-context.js';
export { findBlock } from './messages/find.js';
export { happeningText } from './messages/happening.js';
export { leadButtons } from './messages/leads.js';
export { obstacleText } from './messages/obstacle.js';
export type { LogNames } from './model.js';
export { maySee } from './rights.js';
export { search } from './search.js';
export { logNames } from './see.js';
export { tellAskers } from './tell-askers.js';
export { projectDedupeKey, rootsOf, sayInThreads, type ThreadLine } from './thread.js';
export { namesCode, seenCodes, withoutUnseen } from './unseen.js';
