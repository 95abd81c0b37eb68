import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { ids } from './ids.js';
import { issueByForm, issueDraft, openIssueForm, previewLine } from './issue.js';
import { openActForm, pressAct, submitActForm } from './move.js';
import { sendPaper } from './paper.js';
import { tellUntold } from './posts.js';
import { list, showCard, turnPage } from './see.js';

/** Supervision slips (督办单): issued by the office to a unit, signed by any press, answered by the ordinary report. */
export const slip: Feature = {
  name: 'slip',
  commands: [
    {
      name: '/slip',
      words: ['slip', '督办单', '督办'],
      rights: ['issue-slip', 'see-slip'],
      description: { zh: '督办单：发、看、答复', en: 'Supervision slips: issue, see, answer' },
      hint: { zh: 'P-010 开工 加快进场 6月30日 | 9 | 列表', en: 'P-010 开工 6月30日 | 9 | list' },
      run: command,
    },
  ],
  actions: [
    on.press(ids.open, ['issue-slip'], openIssueForm, { opensForm: true }),
    on.press(ids.issue, ['issue-slip'], issueDraft),
    on.press(ids.card, ['see-slip'], showCard),
    on.press(ids.paper, ['see-slip'], sendPaper),
    on.press(ids.list, ['see-slip'], turnPage),
    on.press(ids.press, ['answer-slip', 'judge-slip'], pressAct),
    on.press(ids.act, ['answer-slip', 'judge-slip'], openActForm, { opensForm: true }),
  ],
  views: [
    on.form(ids.form, ['issue-slip'], issueByForm),
    on.form(ids.actForm, ['answer-slip', 'judge-slip'], submitActForm),
  ],
  timers: { of: 'slip', next: (store, program, now) => store.slips.nextUntold(program.id, now), run: tellUntold },
};

const LIST = /^(?:list|列表|清单)?$/i;
const NUMBER = /^(?:督\s*[〔[(]\d{4}[〕\])]\s*|#)?\s*(\d{1,6})\s*号?$/;

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const typed = text.normalize('NFKC').trim();
  if (LIST.test(typed)) return list(ctx);
  const number = NUMBER.exec(typed);
  return number ? showCard(ctx, { number: Number(number[1]) }) : previewLine(ctx, text);
}
