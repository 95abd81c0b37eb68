import { z } from 'zod';
import { defineForm, defineId } from '../../slack/blocks.js';

const ofImport = z.object({ import: z.int() });

const sent = z.record(z.string(), z.unknown());

/** The fields of one name that are numbered (`person:3`), those only in which something was chosen. */
const numbered = (fields: z.infer<typeof sent>, name: string): ReadonlyMap<number, string> =>
  new Map(
    Object.entries(fields).flatMap(([field, value]) => {
      const at = new RegExp(`^${name}:(\\d+)$`).exec(field)?.[1];
      return at === undefined || typeof value !== 'string' || value === '' ? [] : [[Number(at), value] as const];
    }),
  );

/** The id of the one file that was attached. */
const attached = z.unknown().transform((file) => {
  const id: unknown = Array.isArray(file) ? file[0] : file;
  return typeof id === 'string' && id !== '' ? id : null;
});

/** The buttons and forms of importing, each with what it carries; what was understood stays in the store. */
export const ids = {
  /** Opens the form to attach a spreadsheet. */
  openImport: defineId('ledger.import', z.object({})),
  importForm: defineForm(
    'ledger.import-form',
    z.object({ place: z.unknown() }),
    sent.transform(({ file }) => ({ file: attached.parse(file) })),
  ),
  confirm: defineId('ledger.confirm', ofImport),
  discard: defineId('ledger.discard', ofImport),
  undo: defineId('ledger.undo', ofImport),
  /** Reads the file again and puts it beside the ledger as it is now. */
  again: defineId('ledger.again', ofImport),
  /** The same, with investment done that falls. */
  lower: defineId('ledger.lower', ofImport),
  openColumns: defineId('ledger.columns', ofImport),
  columnsForm: defineForm(
    'ledger.columns-form',
    ofImport,
    sent.transform((fields) => ({ column: numbered(fields, 'column'), known: numbered(fields, 'known') })),
  ),
  openNames: defineId('ledger.names', ofImport),
  namesForm: defineForm(
    'ledger.names-form',
    ofImport,
    sent.transform((fields) => ({
      likely: numbered(fields, 'likely'),
      units: numbered(fields, 'unit'),
      categories: numbered(fields, 'category'),
      people: numbered(fields, 'person'),
      others: fields.others === 'make' ? ('make' as const) : ('each' as const),
    })),
  ),
  /** Menus that are searched. */
  person: defineId('ledger.person', z.string()),
  unit: defineId('ledger.unit', z.string()),
  export: defineId('ledger.export', z.object({ what: z.string() })),
  template: defineId('ledger.template', z.object({})),
};
