import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { addByForm, openAdd } from './add.js';
import { changeByForm, openEdit } from './change.js';
import { consent, openRefuse, refuse, tellUntold } from './consent.js';
import { ids } from './ids.js';
import { milestoneByForm, openMilestone } from './milestone.js';
import { openPostpone, postponeByForm } from './postpone.js';
import { undo } from './undo.js';
import { confirmChange, keepAsItIs, reasonByForm } from './with-reason.js';

/** What the ledger says, changed a line at a time (台账修改); `/ledger …` leads here through subcommands.ts. */
export const edit: Feature = {
  name: 'edit',
  actions: [
    on.press(ids.add, ['edit-ledger'], openAdd, { opensForm: true }),
    on.press(ids.edit, ['edit-ledger'], openEdit, { opensForm: true }),
    on.press(ids.step, ['edit-ledger'], openMilestone, { opensForm: true }),
    on.press(ids.postpone, ['postpone-milestone'], openPostpone, { opensForm: true }),
    on.press(ids.change, ['edit-ledger'], confirmChange),
    on.press(ids.keep, ['edit-ledger'], keepAsItIs),
    on.press(ids.consent, ['consent-postponement'], consent),
    on.press(ids.refuse, ['consent-postponement'], openRefuse, { opensForm: true }),
    on.press(ids.undo, ['undo-edit'], undo),
  ],
  views: [
    on.form(ids.addForm, ['edit-ledger'], addByForm),
    on.form(ids.editForm, ['edit-ledger'], changeByForm),
    on.form(ids.stepForm, ['edit-ledger'], milestoneByForm),
    on.form(ids.reasonForm, ['edit-ledger'], reasonByForm),
    on.form(ids.postponeForm, ['postpone-milestone'], postponeByForm),
    on.form(ids.refuseForm, ['consent-postponement'], refuse),
  ],
  timers: {
    of: 'postponement',
    next: (store, program, now) => store.postponements.nextUntold(program.id, now),
    run: tellUntold,
  },
};
