import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { inLanguage } from '../../../text/language.js';
import { ids as editIds } from '../../edit/ids.js';
import { ids } from '../ids.js';
import { overviewWords } from './overview-words.js';

/** What `/ledger` can do for the one who asks. */
export function overviewMessage({ language }: Pick<Ctx, 'language'>, mayEdit: boolean): Message {
  const words = inLanguage(overviewWords, language);
  return {
    text: words.title,
    blocks: [
      header(words.title),
      ...(mayEdit ? [section(words.import)] : []),
      ...(mayEdit ? [section(words.edit)] : []),
      section(words.postpone),
      section(words.export),
      section(words.template),
      actions(
        ...(mayEdit ? [button(ids.openImport, {}, words.importButton, 'primary')] : []),
        ...(mayEdit ? [button(editIds.add, {}, words.addButton)] : []),
        button(ids.export, { what: 'ledger' }, words.exportButton),
        button(ids.export, { what: 'all' }, words.exportAll),
        button(ids.template, {}, words.templateButton),
      ),
    ],
  };
}
