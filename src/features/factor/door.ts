/** What other features may show of factors. */
export { factorEntries } from './entries.js';
export { factorsOfProject, homeFactors } from './home.js';
export { homeFactorBlocks } from './messages/home.js';
export { projectFactorBlocks } from './messages/of-project.js';
export { offerBlock } from './messages/offer.js';
export { factorPhrases } from './messages/parts.js';
export { recallBlocks } from './messages/returned.js';
export type { ExportedFactors, HomeFactors, Recallable } from './model.js';
export { offersFor } from './offer.js';
export { recallable } from './release.js';
export { findFactor } from './see.js';
