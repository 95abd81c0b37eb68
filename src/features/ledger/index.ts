import type { Ctx, Feature, Outcome } from '../../feature.js';
import { clip, escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { editSubcommands, type Subcommand } from '../edit/door.js';
import { mayNotEdit } from './compare.js';
import { exportSheets, template } from './export.js';
import { ids } from './ids.js';
import * as importing from './import.js';
import { overviewMessage } from './messages/overview.js';
import { overviewWords } from './messages/overview-words.js';
import { findSubcommand } from './subcommand.js';

/** What `/ledger …` does, by its first word. */
const subcommands: readonly Subcommand[] = [
  ...editSubcommands,
  { names: ['import', '导入'], opensForm: () => true, run: (ctx) => importing.openForm(ctx) },
  { names: ['export', '导出'], run: exportSheets },
  { names: ['template', '模板'], run: (ctx) => template(ctx) },
];

/** `/ledger`: the county's ledger in and out as spreadsheets, and edited. */
export const ledger: Feature = {
  name: 'ledger',
  commands: [
    {
      name: '/ledger',
      words: ['ledger', '台账'],
      rights: ['member', 'edit-ledger', 'export-ledger', 'postpone-milestone'],
      description: { zh: '台账：导入、导出、修改', en: 'The ledger: import, export, edit' },
      hint: {
        zh: '[导入 | 导出 | 新增 | 修改 P-017 | 延期 P-017]',
        en: '[import | export | add | edit P-017 | postpone P-017]',
      },
      opensForm: (text) => {
        const asked = findSubcommand(text, subcommands);
        return asked?.found.opensForm?.(asked.rest) ?? false;
      },
      run: answer,
    },
  ],
  messages: importing.messageSaid,
  actions: [
    { id: ids.openImport.id, rights: ['edit-ledger'], opensForm: true, run: (ctx) => importing.openForm(ctx) },
    { id: ids.confirm.id, rights: ['edit-ledger'], run: (ctx, { value }) => importing.confirm(ctx, value) },
    { id: ids.discard.id, rights: ['edit-ledger'], run: (ctx, { value }) => importing.discard(ctx, value) },
    { id: ids.undo.id, rights: ['edit-ledger'], run: (ctx, { value }) => importing.undo(ctx, value) },
    { id: ids.again.id, rights: ['edit-ledger'], run: (ctx, { value }) => importing.again(ctx, value) },
    { id: ids.lower.id, rights: ['edit-ledger'], run: (ctx, { value }) => importing.again(ctx, value, true) },
    {
      id: ids.export.id,
      rights: ['export-ledger'],
      run: (ctx, { value }) => exportSheets(ctx, ids.export.value.parse(value).what),
    },
    { id: ids.template.id, rights: ['export-ledger'], run: (ctx) => template(ctx) },
    {
      id: ids.openColumns.id,
      rights: ['edit-ledger'],
      opensForm: true,
      run: (ctx, { value }) => importing.openColumns(ctx, value),
    },
    {
      id: ids.openNames.id,
      rights: ['edit-ledger'],
      opensForm: true,
      run: (ctx, { value }) => importing.openNames(ctx, value),
    },
  ],
  views: [
    { id: ids.importForm.id, rights: ['edit-ledger'], run: importing.formSent },
    { id: ids.columnsForm.id, rights: ['edit-ledger'], run: importing.columnsSent },
    { id: ids.namesForm.id, rights: ['edit-ledger'], run: importing.namesSent },
  ],
  suggestions: [
    { id: ids.person.id, rights: ['edit-ledger'], run: importing.people },
    { id: ids.unit.id, rights: ['edit-ledger'], run: importing.units },
  ],
};

async function answer(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return { kind: 'say', message: overviewMessage(ctx, mayNotEdit(ctx) === null) };
  const asked = findSubcommand(text, subcommands);
  if (asked !== null) return asked.found.run(ctx, asked.rest);
  const { unknown } = inLanguage(overviewWords, ctx.language);
  return { kind: 'refuse', refusal: { ...unknown(escapeText(clip(text, 40))), understood: null } };
}
