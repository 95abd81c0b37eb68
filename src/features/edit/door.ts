/** What other features may ask of editing: `/ledger` leads to what its first word means. */

export { addProjectWithin } from './add.js';
export { type AwaitedDay, consultChanges } from './consult-changes.js';
export { postponementBlocks } from './messages/postponement.js';
export type { WaitingPostponements } from './model.js';
export { editSubcommands, type Subcommand } from './subcommands.js';
export { undoEditWithin } from './undo.js';
export { waitingPostponements } from './waiting.js';
