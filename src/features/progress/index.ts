import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { amendByForm, openAmend } from './amend.js';
import { pressOrder } from './answer-order.js';
import { handEvidence } from './evidence.js';
import { ids } from './ids.js';
import { messageChanged } from './message-changed.js';
import { choose, report, reportPointedAt } from './report.js';
import { openForm, reportByForm } from './report-by-form.js';
import { pressUndo } from './undo.js';

/** Reporting the progress of milestones and the figures of projects, by every way there is. */
export const progress: Feature = {
  name: 'progress',
  commands: [
    {
      name: '/progress',
      words: ['progress', '上报', '进度'],
      rights: ['report-milestone', 'report-figures', 'member'],
      description: { zh: '上报进度：一句话，或打开表单', en: 'Report progress: in a line, or by a form' },
      hint: { zh: 'P-017 主体封顶 80% 塔吊已到位', en: 'P-017 主体封顶 80% crane on site' },
      opensForm: 'bare',
      run: (ctx, text) =>
        text === '' ? openForm(ctx) : report(ctx, { text, surface: 'progress', thread: null, files: [] }),
    },
  ],
  messageChanged,
  shortcuts: [
    {
      id: 'progress.anywhere',
      rights: ['member'],
      name: { zh: '上报进度', en: 'Report progress' },
      global: true,
      opensForm: true,
      run: (ctx) => openForm(ctx),
    },
    {
      id: 'progress.shortcut',
      rights: ['report-milestone'],
      name: { zh: '上报进度', en: 'Report progress' },
      run: reportPointedAt,
    },
  ],
  actions: [
    on.press(ids.open, ['member'], openForm, { opensForm: true }),
    on.press(ids.choose, ['report-milestone'], choose),
    on.press(ids.order, ['report-milestone'], pressOrder),
    on.press(ids.undo, ['undo-report'], pressUndo),
    on.press(ids.evidence, ['see-project'], handEvidence),
    on.press(ids.amend, ['amend-report'], openAmend, { opensForm: true }),
  ],
  views: [
    on.form(ids.form, ['report-milestone'], (ctx, _, filled) => reportByForm(ctx, filled)),
    on.form(ids.amendForm, ['amend-report'], amendByForm),
  ],
};
