import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The format of cells whose text looks like a formula: text, and marked as such. */
export const TEXT_FORMAT = '@';
// The number of the format '@'.
const TEXT_XF = /<xf numFmtId="49"(?![^>]*quotePrefix)/g;
const STYLES = 'xl/styles.xml';

/**
 * Marks every text-format style with quotePrefix, as if ' had been typed before it: the text stays text when the cell is
 * edited or copied. exceljs cannot write that mark.
 */
export function markTexts(book: Uint8Array): Uint8Array {
  const parts = unzipSync(book);
  const styles = parts[STYLES];
  if (styles === undefined) return book;
  parts[STYLES] = strToU8(strFromU8(styles).replace(TEXT_XF, '<xf quotePrefix="1" numFmtId="49"'));
  return zipSync(parts, { level: 6 });
}
