import { readFile } from 'node:fs/promises';
import { NO_CHOICES } from '../../../src/domain/ledger-compare/index.js';
import type { RightsCounty } from '../county.js';
import type { Given, Try } from './index.js';
import { postponeLineTry } from './ledger-edit.js';
import { forMembers, noPlace, tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });
const FILE = { id: 'F-LEDGER', name: '台账.xlsx' };
let made = 0;

/** A spreadsheet that a coordinator previewed, and where it stands. */
async function anImport(county: RightsCounty, standing: 'previewed' | 'confirmed'): Promise<number> {
  made += 1;
  county.files.set(FILE.id, { name: FILE.name, bytes: await readFile('test/sheets/ledgers/dong-e-2020.xlsx') });
  const counts = {
    added: 0,
    changed: 0,
    unchanged: 80,
    withdrawn: 0,
    held: 0,
    faults: 0,
    warnings: 0,
    absent: 0,
    people: 0,
    units: 0,
  };
  const writes = { units: [], people: [], changes: [], figures: [], finished: [] };
  const understood = {
    counts,
    choices: NO_CHOICES,
    heads: ['审批'],
    people: [],
    units: [],
    categories: [],
    likely: [],
    writes,
  };
  const { id } = await county.opened.client.ledgerImport.create({
    data: {
      programId: county.program.id,
      personId: county.people.coordinator.id,
      fileName: FILE.name,
      slackFileId: FILE.id,
      ledgerRevision: await county.store.ledger.revision(county.program.id),
      understood,
      standing,
      at: new Date(county.now),
      confirmedAt: standing === 'confirmed' ? new Date(county.now) : null,
      cause: `try:import:${made}`,
    },
  });
  return id;
}

/** What a coordinator presses under an import. */
const pressed = (standing: 'previewed' | 'confirmed' = 'previewed'): readonly Try[] => [
  tryOf('edit-ledger', async (county) => ({
    arriving: { value: { import: await anImport(county, standing) } },
    thing: ofProgram(county),
  })),
];

const sent = (fields: Readonly<Record<string, string>>): readonly Try[] => [
  tryOf('edit-ledger', async (county) => ({
    arriving: { sent: { metadata: { import: await anImport(county, 'previewed') }, fields } },
    thing: ofProgram(county),
  })),
];

const exporting = (arriving: Given['arriving']): Try =>
  tryOf('export-ledger', async (county) => ({ arriving, thing: ofProgram(county) }));

export const ledgerTries: Readonly<Record<string, readonly Try[]>> = {
  '/ledger': [
    postponeLineTry,
    forMembers(async () => ({ arriving: { text: '' }, thing: null, filtered: true })),
    tryOf('edit-ledger', async (county) => ({ arriving: { text: '导入' }, thing: ofProgram(county) })),
    exporting({ text: '导出 卡点' }),
  ],
  'ledger.import': [tryOf('edit-ledger', async (county) => ({ arriving: { value: {} }, thing: ofProgram(county) }))],
  'ledger.import-form': [
    tryOf('edit-ledger', async (county) => {
      await anImport(county, 'previewed');
      return {
        arriving: { sent: { metadata: { place: noPlace }, fields: { file: [FILE.id] } } },
        thing: ofProgram(county),
      };
    }),
  ],
  'ledger.confirm': pressed(),
  'ledger.discard': pressed(),
  'ledger.undo': pressed('confirmed'),
  'ledger.again': pressed(),
  'ledger.lower': pressed(),
  'ledger.columns': pressed(),
  'ledger.names': pressed(),
  'ledger.columns-form': sent({ 'column:0': 'ignored' }),
  'ledger.names-form': sent({ others: 'make' }),
  'ledger.export': [exporting({ value: { what: 'goals' } })],
  'ledger.template': [exporting({ value: {} })],
  'ledger.person?': [
    tryOf('edit-ledger', async (county) => ({
      arriving: { text: '何志远' },
      thing: ofProgram(county),
      filtered: true,
    })),
  ],
  'ledger.unit?': [
    tryOf('edit-ledger', async (county) => ({
      arriving: { text: '经济开发区' },
      thing: ofProgram(county),
      filtered: true,
    })),
  ],
};
