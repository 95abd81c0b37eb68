import { z } from 'zod';
import { defineId } from '../../slack/blocks.js';

const ofImport = z.object({ import: z.int() });

/** The buttons and forms of importing, each with what it carries; what was understood stays in the store. */
export const ids = {
  /** Opens the form to attach a spreadsheet. */
  openImport: defineId('ledger.import', z.object({})),
  importForm: defineId('ledger.import-form', z.object({ place: z.unknown() })),
  confirm: defineId('ledger.confirm', ofImport),
  discard: defineId('ledger.discard', ofImport),
  undo: defineId('ledger.undo', ofImport),
  /** Reads the file again and puts it beside the ledger as it is now. */
  again: defineId('ledger.again', ofImport),
  /** The same, with investment done that falls. */
  lower: defineId('ledger.lower', ofImport),
  openColumns: defineId('ledger.columns', ofImport),
  columnsForm: defineId('ledger.columns-form', ofImport),
  openNames: defineId('ledger.names', ofImport),
  namesForm: defineId('ledger.names-form', ofImport),
  /** Menus that are searched. */
  person: defineId('ledger.person', z.string()),
  unit: defineId('ledger.unit', z.string()),
  export: defineId('ledger.export', z.object({ what: z.string() })),
  template: defineId('ledger.template', z.object({})),
};
