/** What other features may show of trips. */
export { proposalBlocks } from './messages/proposal.js';
export { type TripAnswers, tripBlocks, tripQuestion } from './messages/question.js';
export type { SeenProposal } from './model.js';
export { showTrips, tripProposals } from './see.js';
