import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { editSubcommands, type Subcommand } from '../edit/door.js';
import { columnsByForm, openColumns } from './columns.js';
import { again, lower } from './compare-again.js';
import { confirm } from './confirm.js';
import { discard } from './discard.js';
import { exportSheets, template } from './export.js';
import { ids } from './ids.js';
import { importByForm, importByMessage, openForm } from './import.js';
import { overviewMessage, unknownSubcommand } from './messages/overview.js';
import { namesByForm, openNames } from './names.js';
import { mayNotEdit } from './rights.js';
import { findSubcommand } from './subcommand.js';
import { peopleOptions, unitOptions } from './suggest.js';
import { undo } from './undo.js';

/** What `/ledger …` does, by its first word. */
const subcommands: readonly Subcommand[] = [
  ...editSubcommands,
  { names: ['import', '导入'], opensForm: () => true, run: openForm },
  { names: ['export', '导出'], run: exportSheets },
  { names: ['template', '模板'], run: template },
];

/** `/ledger`: the county's ledger in and out as spreadsheets; what changes it by hand is features/edit. */
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
      run: command,
    },
  ],
  messages: importByMessage,
  actions: [
    on.press(ids.openImport, ['edit-ledger'], openForm, { opensForm: true }),
    on.press(ids.confirm, ['edit-ledger'], confirm),
    on.press(ids.discard, ['edit-ledger'], discard),
    on.press(ids.undo, ['edit-ledger'], undo),
    on.press(ids.again, ['edit-ledger'], again),
    on.press(ids.lower, ['edit-ledger'], lower),
    on.press(ids.export, ['export-ledger'], (ctx, { what }) => exportSheets(ctx, what)),
    on.press(ids.template, ['export-ledger'], template),
    on.press(ids.openColumns, ['edit-ledger'], openColumns, { opensForm: true }),
    on.press(ids.openNames, ['edit-ledger'], openNames, { opensForm: true }),
  ],
  views: [
    on.form(ids.importForm, ['edit-ledger'], importByForm),
    on.form(ids.columnsForm, ['edit-ledger'], columnsByForm),
    on.form(ids.namesForm, ['edit-ledger'], namesByForm),
  ],
  suggestions: [
    on.suggest(ids.person, ['edit-ledger'], peopleOptions),
    on.suggest(ids.unit, ['edit-ledger'], unitOptions),
  ],
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return { kind: 'say', message: overviewMessage(ctx, mayNotEdit(ctx) === null) };
  const asked = findSubcommand(text, subcommands);
  return asked === null ? unknownSubcommand(text, ctx) : asked.found.run(ctx, asked.rest);
}
