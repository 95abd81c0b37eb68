import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { confirmImport } from './confirm.js';
import { seeFaults } from './faults.js';
import { ids } from './ids.js';
import { openSend, sendByForm, sendByMessage } from './send.js';
import { undoImport } from './undo.js';

/** Activities, leads and vouchers from a spreadsheet: previewed, recorded by one press, and for a day taken back. */
export const promotionImport: Feature = {
  name: 'promotion-import',
  messages: sendByMessage,
  actions: [
    on.press(ids.open, ['import-promotion'], openSend, { opensForm: true }),
    on.press(ids.confirm, ['import-promotion'], confirmImport),
    on.press(ids.undo, ['import-promotion'], undoImport),
    on.press(ids.faults, ['import-promotion'], seeFaults),
  ],
  views: [on.form(ids.sendForm, ['import-promotion'], sendByForm)],
};
