/** What other features may ask of editing: `/ledger` leads to what its first word means. */

export { addProjectWithin } from './add.js';
export { type AwaitedDay, consultChanges } from './consult-changes.js';
export type { SeenPostponement } from './model.js';
export { editSubcommands, type Subcommand } from './subcommands.js';
export { waitingPostponements, wishBlocks } from './waiting.js';
