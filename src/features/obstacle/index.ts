import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { commentOnSame } from './comment.js';
import { nextMoment, runDue } from './fall-due.js';
import { handObstacleFiles } from './files.js';
import { openFlagForm, openFromMessage, submitFlagForm } from './flag-form.js';
import { chooseCandidate, flagAnyway, flagLine } from './flag-line.js';
import { type FormAct, ids } from './ids.js';
import { fileProblems, showProblems } from './ledger-problems.js';
import { showLessons } from './lessons.js';
import { listByLine, turnPage } from './list.js';
import { notifyOfNews } from './morning-news.js';
import { showCard } from './see.js';
import { chooseSort } from './sort.js';
import { FORM_VERBS, PRESS_VERBS } from './verbs.js';

/** Obstacles: flagged by every way there is, climbing by themselves until somebody clears them. */
export const obstacle: Feature = {
  name: 'obstacle',
  commands: [
    {
      name: '/obstacle',
      words: ['obstacle', '卡点'],
      rights: ['flag-obstacle', 'see-obstacle'],
      description: { zh: '提出卡点，看卡点', en: 'Flag an obstacle, see obstacles' },
      hint: { zh: 'P-017 土地指标未批，影响开工 | 列表 等我 | 12', en: 'P-017 土地指标未批 | list waiting | 12' },
      opensForm: 'bare',
      run: command,
    },
  ],
  shortcuts: [
    {
      id: 'obstacle.anywhere',
      rights: ['flag-obstacle'],
      name: { zh: '提出卡点', en: 'Flag an obstacle' },
      global: true,
      opensForm: true,
      run: (ctx) => openFlagForm(ctx),
    },
    {
      id: 'obstacle.shortcut',
      rights: ['flag-obstacle'],
      name: { zh: '提出卡点', en: 'Flag an obstacle' },
      run: openFromMessage,
    },
  ],
  actions: [
    on.press(
      ids.open,
      ['flag-obstacle'],
      (ctx, { project, text }) => openFlagForm(ctx, { projectId: project ?? null, text: text ?? '' }),
      {
        opensForm: true,
      },
    ),
    on.press(ids.choose, ['flag-obstacle'], chooseCandidate),
    on.press(ids.act, ['see-obstacle'], openVerb, { opensForm: true }),
    on.choose(ids.more, ['see-obstacle'], openVerb, { opensForm: true }),
    on.press(ids.press, ['verify-obstacle', 'withdraw-obstacle', 'set-ladder'], (ctx, at) =>
      PRESS_VERBS[at.act].press(ctx, at),
    ),
    on.choose(ids.sort, ['sort-obstacle'], chooseSort),
    on.press(ids.card, ['see-obstacle'], showCard),
    on.press(ids.files, ['see-obstacle'], handObstacleFiles),
    on.press(ids.list, ['see-obstacle'], turnPage),
    on.choose(ids.filter, ['see-obstacle'], (ctx, filter) => turnPage(ctx, { filter, offset: 0 })),
    on.press(ids.anyway, ['flag-obstacle'], flagAnyway),
    on.press(ids.fromLedger, ['edit-ledger'], fileProblems),
    on.press(ids.ledgerProblems, ['edit-ledger'], showProblems),
    on.press(ids.same, ['see-obstacle'], commentOnSame),
  ],
  views: [
    on.form(ids.form, ['flag-obstacle'], submitFlagForm),
    on.form(ids.actForm, ['work-obstacle', 'verify-obstacle', 'see-obstacle'], (ctx, at, fields) =>
      FORM_VERBS[at.act].submit(ctx, at, fields),
    ),
  ],
  slots: [
    {
      name: 'news',
      time: (program) => program.policy.prompts.quietTo,
      run: (ctx, { day }) => notifyOfNews(ctx, day),
    },
  ],
  timers: { of: 'obstacle', next: nextMoment, run: runDue },
};

/** Each verb has a file by its name: claim, resolve, verify, raise; verbs.ts lists them. */
function openVerb(ctx: Ctx, at: { readonly id: number; readonly version: number; readonly act: FormAct }) {
  return FORM_VERBS[at.act].open(ctx, at);
}

const LIST = /^(?:list|列表|清单)(?:\s+(.*))?$/is;
const LESSONS = /^(?:lessons?|经验)$/i;
const NUMBER = /^#?\s*(\d{1,6})\s*号?$/;

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  if (text === '') return openFlagForm(ctx);
  const list = LIST.exec(text);
  if (list) return listByLine(ctx, list[1] ?? '');
  if (LESSONS.test(text)) return showLessons(ctx);
  const number = NUMBER.exec(text.normalize('NFKC'));
  if (number) return showCard(ctx, { number: Number(number[1]) });
  return flagLine(ctx, { text, thread: null, files: [] });
}
