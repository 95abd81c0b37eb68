/** What other features may ask of editing: `/ledger` leads to what its first word means. */
export { editSubcommands, type Subcommand } from './subcommands.js';
