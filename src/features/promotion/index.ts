import { monthStart } from '../../domain/day.js';
import { correctsVoucher, namesVoucher } from '../../domain/promotion/money.js';
import type { Ctx, Feature, Outcome } from '../../feature.js';
import { on } from '../../on.js';
import { openSend } from '../promotion-import/door.js';
import { openActivityForm, readBack, recordByForm, recordDraft, undoActivity } from './activity.js';
import { type Promoting, promotingIn } from './context.js';
import { correctMoney } from './correct.js';
import { ids } from './ids.js';
import { joinLead, readLead, tellLead } from './lead.js';
import { answerLead, dropLead, keepContact, openLeadForm, pursueLead, signLead } from './lead-move.js';
import { listLeads, showLead } from './lead-see.js';
import { unsignLead } from './lead-unsign.js';
import { offRefusal } from './messages/refusals.js';
import { confirmMoney, enterMoney, openReturn, returnMoney } from './money.js';
import { confirmBatch, seeBatch } from './money-batch.js';
import { excuse, openExcuse, seeDuty } from './month.js';
import { seeFront, turnPage } from './see.js';

/** Investment promotion (双招双引): activities of county leaders, and money that arrived, each counted once. */
export const promotion: Feature = {
  name: 'promotion',
  commands: [
    {
      name: '/promotion',
      words: ['promotion', '双招双引', '招商'],
      rights: [
        'see-promotion',
        'see-duty',
        'record-activity',
        'enter-money',
        'import-promotion',
        'report-lead',
        'see-lead',
      ],
      description: { zh: '双招双引：活动、线索、到位资金', en: 'Investment promotion: activities, leads, funds' },
      hint: {
        zh: '6月16日带队赴苏州考察装备制造，对接2家',
        en: '16 June led a visit to Suzhou on equipment, 2 firms',
      },
      opensForm: (text) => IMPORT.test(text.normalize('NFKC').trim()),
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
    on.press(ids.batch, ['confirm-money'], seeBatch),
    on.press(ids.confirmBatch, ['confirm-money'], confirmBatch),
    on.press(ids.tellLead, ['report-lead'], tellLead),
    on.press(ids.joinLead, ['report-lead'], joinLead),
    on.press(ids.lead, ['see-lead'], showLead),
    on.press(ids.leads, ['member'], listLeads),
    on.press(ids.pursue, ['judge-lead'], pursueLead),
    on.press(ids.drop, ['judge-lead'], (ctx, pressed) => openLeadForm(ctx, pressed, 'drop'), { opensForm: true }),
    on.press(ids.answered, ['work-lead'], answerLead),
    on.press(ids.contact, ['work-lead'], (ctx, pressed) => openLeadForm(ctx, pressed, 'contact'), { opensForm: true }),
    on.press(ids.sign, ['edit-ledger'], signLead),
    on.press(ids.unsign, ['undo-edit'], unsignLead),
    on.press(ids.return, ['confirm-money'], openReturn, { opensForm: true }),
  ],
  views: [
    on.form(ids.activityForm, ['record-activity'], (ctx, { draft }, fields) => recordByForm(ctx, draft, fields)),
    on.form(ids.dropForm, ['judge-lead'], dropLead),
    on.form(ids.contactForm, ['work-lead'], keepContact),
    on.form(ids.excuseForm, ['excuse-month'], excuse),
    on.form(ids.returnForm, ['confirm-money'], returnMoney),
  ],
};

const IMPORT = /^(?:导入|import)$/i;
const DUTY = /^(?:名单|本月|list|month|duty)$/i;
const LEAD = /^(?:线索|leads?(?![a-z]))[:：\s]*/iu;
const LEAD_NUMBER = /^(\d{1,6})\s*号?$/;
const NOTHING = /^(?:我的?|mine|me)?$/i;

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const typed = text.normalize('NFKC').trim();
  if (NOTHING.test(typed)) return seeFront(ctx, promoting);
  if (IMPORT.test(typed)) return openSend(ctx);
  if (DUTY.test(typed)) return seeDuty(ctx, { month: monthStart(ctx.today) });
  const lead = LEAD.exec(typed);
  if (lead !== null) return leadCommand(ctx, promoting, typed.slice(lead[0].length));
  if (correctsVoucher(typed)) return correctMoney(ctx, promoting, text);
  return namesVoucher(typed) ? enterMoney(ctx, promoting, text) : readBack(ctx, promoting, text);
}

/** `线索` lists them, `线索21` is a card, `线索 苏州精工 装备制造 要土地60亩` tells of one. */
async function leadCommand(ctx: Ctx, promoting: Promoting, rest: string): Promise<Outcome> {
  if (rest === '') return listLeads(ctx, { offset: 0 });
  const number = LEAD_NUMBER.exec(rest)?.[1];
  return number === undefined ? readLead(ctx, promoting, rest) : showLead(ctx, { number: Number(number) });
}
