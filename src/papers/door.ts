import type { Papers } from './paper.js';

/** Papers are written where they are asked for: a page takes milliseconds, and its library is loaded with the first. */
export const openPapers = (): Papers => ({
  write: async (paper) => (await import('./write.js')).writePaper(paper),
});
