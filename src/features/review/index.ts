import { AGENDA_TIME } from '../../domain/review.js';
import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { seeIndicators } from '../indicator/door.js';
import { postAgendas, settleSlot, showAgenda } from './agenda.js';
import { calendarTyped, showCalendar } from './calendar.js';
import { choose, confirm, decideByForm, dismiss, openDecisionForm, previewLine, previewSaid } from './decide.js';
import { ids } from './ids.js';
import { dropLesson, keepLesson, lookbackTyped, openLessonForm, showLookback } from './lookback.js';
import { dropAsked, keepAsked, openActForm, openRowLate, pressAct, pressRowDone, submitActForm } from './move.js';
import { sendMinutes } from './paper.js';
import { passTurn } from './pass.js';
import { list, showCard, turnPage } from './see.js';

/** Reviews (六个一工作法): agenda from live data, decisions that become action items (交办事项), minutes. */
export const review: Feature = {
  name: 'review',
  commands: [
    {
      name: '/review',
      words: ['review', '六个一', '交办'],
      rights: ['lead-review', 'see-item', 'see-goals'],
      description: {
        zh: '会议和交办事项：记、看、办、日历、复盘、指标',
        en: 'Reviews: calendar, lookback, indicators; action items: decide, see',
      },
      hint: {
        zh: '贺卫国 5个工作日内落实P-003用地 | 12 | 我的 | 列表 | 日历 | 复盘 | 指标',
        en: 'He Weiguo P-003 land by 2 July | 12 | mine | list | calendar | lookback | indicators',
      },
      run: command,
    },
  ],
  actions: [
    on.press(ids.choose, ['lead-review'], choose),
    on.press(ids.confirm, ['lead-review'], confirm),
    on.press(ids.dismiss, ['lead-review'], dismiss),
    on.press(ids.open, ['lead-review'], openDecisionForm, { opensForm: true }),
    on.press(ids.settle, ['lead-review'], settleSlot),
    on.press(ids.pass, ['lead-review'], passTurn),
    on.press(ids.agenda, ['lead-review'], showAgenda),
    on.press(ids.calendar, ['lead-review'], showCalendar),
    on.press(ids.lookback, ['lead-review'], showLookback),
    on.press(ids.lesson, ['lead-review'], openLessonForm, { opensForm: true }),
    on.press(ids.dropLesson, ['lead-review'], dropLesson),
    on.press(ids.keepItem, ['judge-item'], keepAsked),
    on.press(ids.dropItem, ['judge-item'], dropAsked, { opensForm: true }),
    on.press(ids.paper, ['lead-review'], sendMinutes),
    on.press(ids.card, ['see-item'], showCard),
    on.press(ids.list, ['see-item'], turnPage),
    on.press(ids.press, ['answer-item', 'judge-item'], pressAct),
    on.press(ids.act, ['answer-item', 'judge-item'], (ctx, pressed) => openActForm(ctx, pressed), { opensForm: true }),
    on.press(ids.rowDone, ['answer-item'], pressRowDone),
    on.press(ids.rowLate, ['answer-item'], openRowLate, { opensForm: true }),
  ],
  views: [
    on.form(ids.form, ['lead-review'], decideByForm),
    on.form(ids.lessonForm, ['lead-review'], keepLesson),
    on.form(ids.actForm, ['answer-item', 'judge-item'], submitActForm),
  ],
  // What is said in the thread of an agenda is for nobody else to understand.
  messages: async (ctx, message) =>
    message.reviewSlotId === undefined ? null : previewSaid(ctx, message, message.reviewSlotId),
  slots: [{ name: 'agenda', time: () => AGENDA_TIME, loud: true, run: postAgendas }],
};

const LIST = /^(?:list|列表|清单|全部)?$/i;
const MINE = /^(?:mine|我的)$/i;
const CALENDAR = /^(?:calendar|日历|会期)(.*)$/i;
const LOOKBACK = /^(?:lookback|look back|复盘)(.*)$/i;
const INDICATORS = /^(?:indicators?|(?:经济)?指标)$/i;
const NUMBER = /^(?:交办|item)?\s*#?\s*(\d{1,6})\s*号?$/i;

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const typed = text.normalize('NFKC').trim();
  if (LIST.test(typed)) return list(ctx, { of: 'open', slot: null, offset: 0 });
  if (MINE.test(typed)) return list(ctx, { of: 'mine', slot: null, offset: 0 });
  const calendar = CALENDAR.exec(typed);
  if (calendar) return calendarTyped(ctx, (calendar[1] ?? '').trim());
  const lookback = LOOKBACK.exec(typed);
  if (lookback) return lookbackTyped(ctx, (lookback[1] ?? '').trim());
  if (INDICATORS.test(typed)) return seeIndicators(ctx, { sheet: null });
  const number = NUMBER.exec(typed);
  return number ? showCard(ctx, { number: Number(number[1]) }) : previewLine(ctx, text);
}
