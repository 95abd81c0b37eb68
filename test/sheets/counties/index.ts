import { amounts } from './amounts.js';
import type { County } from './county.js';
import { dates } from './dates.js';
import { gb18030Csv } from './gb18030-csv.js';
import { lostMerges } from './lost-merges.js';
import { manyColumns } from './many-columns.js';
import { mergedUnits } from './merged-units.js';
import { monthsAsGroups } from './months-as-groups.js';
import { nestedSections } from './nested-sections.js';
import { nodeTexts } from './node-texts.js';
import { people } from './people.js';
import { struckAndHidden } from './struck-and-hidden.js';
import { threeHeadRows } from './three-head-rows.js';
import { townSheets } from './town-sheets.js';
import { twoTables } from './two-tables.js';
import { utf16Text } from './utf16-text.js';

/** Ledgers of other counties, each with its own habits; what is right in them was written down before they were read. */
export const COUNTIES: readonly County[] = [
  threeHeadRows,
  townSheets,
  gb18030Csv,
  dates,
  struckAndHidden,
  nodeTexts,
  utf16Text,
  twoTables,
  manyColumns,
  monthsAsGroups,
  mergedUnits,
  lostMerges,
  nestedSections,
  amounts,
  people,
];
