import { monthStart } from '../../domain/day.js';
import { namesVoucher } from '../../domain/promotion/money.js';
import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { openActivityForm, readBack, recordByForm, recordDraft, undoActivity } from './activity.js';
import { promotingIn } from './context.js';
import { ids } from './ids.js';
import { offRefusal } from './messages/refusals.js';
import { confirmMoney, enterMoney, openReturn, returnMoney } from './money.js';
import { excuse, openExcuse, seeDuty } from './month.js';
import { seeFront, turnPage } from './see.js';

/** Investment promotion (双招双引): activities of county leaders, and money that arrived, each counted once. */
export const promotion: Feature = {
  name: 'promotion',
  commands: [
    {
      name: '/promotion',
      words: ['promotion', '双招双引', '招商'],
      rights: ['see-promotion', 'see-duty', 'record-activity', 'enter-money'],
      description: { zh: '双招双引：活动、到位资金', en: 'Investment promotion: activities, funds' },
      hint: {
        zh: '6月16日带队赴苏州考察装备制造，对接2家',
        en: '16 June led a visit to Suzhou on equipment, 2 firms',
      },
      run: command,
    },
  ],
  actions: [
    on.press(ids.record, ['record-activity'], recordDraft),
    on.press(ids.change, ['record-activity'], openActivityForm, { opensForm: true }),
    on.press(ids.undo, ['undo-activity'], undoActivity),
    on.press(ids.list, ['see-promotion'], turnPage),
    on.press(ids.duty, ['see-duty'], seeDuty),
    on.press(ids.excuse, ['excuse-month'], openExcuse, { opensForm: true }),
    on.press(ids.confirm, ['confirm-money'], confirmMoney),
    on.press(ids.return, ['confirm-money'], openReturn, { opensForm: true }),
  ],
  views: [
    on.form(ids.activityForm, ['record-activity'], (ctx, { draft }, fields) => recordByForm(ctx, draft, fields)),
    on.form(ids.excuseForm, ['excuse-month'], excuse),
    on.form(ids.returnForm, ['confirm-money'], returnMoney),
  ],
};

const DUTY = /^(?:名单|本月|list|month|duty)$/i;
const NOTHING = /^(?:我的?|mine|me)?$/i;

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const typed = text.normalize('NFKC').trim();
  if (NOTHING.test(typed)) return seeFront(ctx, promoting);
  if (DUTY.test(typed)) return seeDuty(ctx, { month: monthStart(ctx.today) });
  return namesVoucher(typed) ? enterMoney(ctx, promoting, text) : readBack(ctx, promoting, text);
}
