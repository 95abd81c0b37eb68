import { describe, expect, test } from 'vitest';
import { type LocalDay, localDay } from '../../src/domain/day.js';
import type { Program } from '../../src/domain/program.js';
import { leadersMonth } from '../../src/domain/promotion/duty.js';
import { FRESH_LEAD } from '../../src/domain/promotion/lead.js';
import { sumOf } from '../../src/domain/promotion/money.js';
import type { Outcome } from '../../src/feature.js';
import type { Draft } from '../../src/features/promotion/ids.js';
import {
  activityForm,
  askedMessage,
  recordedMessage,
  sameDayMessage,
  undoneMessage,
} from '../../src/features/promotion/messages/activity.js';
import { frontMessage } from '../../src/features/promotion/messages/front.js';
import { askedLeadMessage, joinedMessage, leadMessage } from '../../src/features/promotion/messages/lead.js';
import { leadForm } from '../../src/features/promotion/messages/lead-form.js';
import { leadBlocks, leadListMessage, projectLeadBlocks } from '../../src/features/promotion/messages/lead-list.js';
import { activityListMessage, moneyListMessage } from '../../src/features/promotion/messages/lists.js';
import {
  confirmedMessage,
  enteredMessage,
  returnedMessage,
  returnForm,
} from '../../src/features/promotion/messages/money.js';
import { batchConfirmedMessage, batchMessage } from '../../src/features/promotion/messages/money-batch.js';
import { excusedMessage, excuseForm, monthMessage } from '../../src/features/promotion/messages/month.js';
import { monthBlocks } from '../../src/features/promotion/messages/own-month.js';
import {
  activityRefusal,
  correctionRefusal,
  deniedRefusal,
  leadMoved,
  leadRefusal,
  moneyRefusal,
  offRefusal,
  projectThere,
  refusal,
  twiceRefusal,
  unsignLate,
} from '../../src/features/promotion/messages/refusals.js';
import type { SeenLead, SeenMoney, SeenMonth } from '../../src/features/promotion/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { Activity } from '../../src/store/promotion.js';
import type { Lead } from '../../src/store/promotion-leads.js';
import type { Money } from '../../src/store/promotion-money.js';
import type { Language } from '../../src/text/language.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, program as county, ctx, person } from './obstacle-life.js';

const program: Program = {
  ...county,
  policy: {
    ...county.policy,
    mechanisms: { ...county.policy.mechanisms, promotion: { activitiesPerLeaderPerMonth: 1, office: 'commerce' } },
  },
};
const now = at('2020-06-17', '10:00');
const june = localDay('2020-06-01');
const names = new Map([
  [1, { name: '白宪忠', nameEn: 'Bai Xianzhong' }],
  [2, { name: '苏勇', nameEn: 'Su Yong' }],
  [3, { name: '邱震', nameEn: 'Qiu Zhen' }],
]);
const activity: Activity = {
  id: 1,
  leaderId: 1,
  joinedIds: [2],
  on: localDay('2020-06-16'),
  place: '苏州',
  field: '装备制造',
  firms: 2,
  text: '',
  recordedById: 1,
  recordedAt: now,
};
const draft: Draft = {
  leader: 1,
  joined: [],
  on: activity.on,
  place: '苏州',
  field: '装备制造',
  firms: 2,
  text: '',
  apart: false,
};
const duty = { perMonth: 1, since: localDay('2020-04-01'), until: localDay('2020-12-31'), tellWorkdays: 5 };
const month = (...done: readonly number[]): SeenMonth => ({
  month: june,
  leaders: leadersMonth(
    [1, 2, 3],
    june,
    done.map((leaderId) => ({ leaderId, on: activity.on })),
    new Map([[3, '党校学习']]),
    duty,
  ),
  names,
  recorded: 29,
  asked: 36,
  activities: done.map((leaderId) => ({ ...activity, leaderId })),
});
const voucher: Money = {
  id: 3,
  kind: 'funds',
  voucher: '0615-031',
  amount: 5000,
  inAll: null,
  projectId: 13,
  code: 'P-013',
  projectName: '锻压机床项目',
  nickname: '锻压机床',
  on: localDay('2020-06-15') as LocalDay,
  enteredById: 4,
  enteredAt: at('2020-06-15', '10:00'),
  standing: 'entered',
  decidedById: null,
  decidedAt: null,
  reason: null,
  correctsId: null,
  replacedAt: null,
  importId: null,
};
const money = (more: Partial<Money> = {}, before = 20_000, target = 400_000): SeenMoney => ({
  money: { ...voucher, ...more },
  enteredBy: { name: '钱国强', nameEn: 'Qian Guoqiang' },
  corrects: null,
  before,
  after: sumOf([before, more.amount ?? voucher.amount]),
  target,
});
const correction = (more: Partial<Money>, after: number): SeenMoney => ({
  ...money({ ...more, id: 9, correctsId: 3 }, 25_000),
  corrects: { ...voucher, standing: 'confirmed' },
  after,
});
const lead: Lead = {
  ...FRESH_LEAD,
  id: 7,
  programId: 1,
  number: 21,
  investor: '苏州精工',
  investorKey: '苏州精工',
  field: '装备制造',
  wants: '土地60亩、蒸汽',
  contact: null,
  firstById: 1,
  firstAt: at('2020-06-15', '09:10'),
  reportedOn: localDay('2020-06-15'),
  projectId: null,
  carriedFromId: null,
  joinedIds: [],
};
const seenLead = (more: Partial<Lead> = {}, seen: Partial<SeenLead> = {}): SeenLead => ({
  lead: { ...lead, ...more },
  judgeBy: localDay('2020-06-18'),
  answerBy: localDay('2020-06-22'),
  people: names,
  code: null,
  judges: true,
  works: true,
  signs: true,
  unsigns: false,
  ...seen,
});
const dollars = money({ kind: 'foreign-capital', amount: 300, voucher: '0615-040' }, 0, 1000);

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const ids = { person: (id: string) => id, channel: (id: string) => id };
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, ids).join('\n')),
  );
  await goldenSent(`promotion/${name}`, messages);
  await goldenRead(`promotion/${name}`, ...lines);
}

describe.each<Language>(['zh', 'en'])('promotion, as people read it (%s)', (language) => {
  const reader = (id = 1) => ({ ...ctx(person(id, [{ role: 'leader', unitId: null }]), now, language), program });
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind !== 'refuse') throw new Error(outcome.kind);
    return refusalMessage(outcome.refusal, language, null);
  };

  test('an activity read back, recorded, met again, taken back', async () => {
    await golden(
      `activity-${language}`,
      askedMessage(reader(), draft, names),
      askedMessage(reader(), { ...draft, joined: [2, 3], firms: null, field: null }, names),
      recordedMessage(reader(), activity, month(1)),
      recordedMessage(reader(), activity, month(1, 1)),
      sameDayMessage(reader(2), { ...draft, leader: 2 }, [activity], names),
      undoneMessage(reader(), activity, month()),
    );
  });

  test('the month, to who is short, who did, who is excused, and to the office', async () => {
    const front = {
      month: month(1),
      own: true,
      duty: false,
      sees: true,
      imports: false,
      batches: [],
      waiting: [],
      waitingCount: 0,
    };
    await golden(
      `month-${language}`,
      frontMessage(reader(2), front),
      frontMessage(reader(1), front),
      frontMessage(reader(3), front),
      frontMessage(reader(5), {
        ...front,
        own: false,
        duty: true,
        imports: true,
        waiting: [money(), dollars],
        waitingCount: 3,
      }),
      monthMessage(reader(5), month(1)),
      excusedMessage(reader(), june, '党校学习'),
    );
  });

  test('money entered, corrected, confirmed, returned, in lists', async () => {
    const front = {
      month: month(1),
      own: false,
      duty: false,
      sees: true,
      imports: false,
      batches: [],
      waitingCount: 1,
    };
    const page = { moment: now, offset: 0 };
    await golden(
      `money-${language}`,
      enteredMessage(reader(), money()),
      enteredMessage(reader(), money({ amount: 10_000, inAll: 30_000 })),
      enteredMessage(reader(), correction({ amount: 4800 }, 24_800)),
      enteredMessage(
        reader(),
        correction({ projectId: 21, code: 'P-021', nickname: null, on: localDay('2020-06-12') }, 25_000),
      ),
      enteredMessage(reader(), correction({ amount: 0 }, 20_000)),
      confirmedMessage(reader(), correction({ amount: 4800, standing: 'confirmed' }, 24_800)),
      frontMessage(reader(5), { ...front, waiting: [correction({ amount: 4800 }, 24_800)] }),
      confirmedMessage(reader(), money()),
      confirmedMessage(reader(), dollars),
      returnedMessage(reader(), money({ standing: 'returned', reason: '金额与回单不符' })),
      moneyListMessage(reader(), 'funds', [{ ...voucher, amount: 12_345.6789 }, voucher], page),
      moneyListMessage(reader(), 'foreign-capital', [], page),
      activityListMessage(reader(), [activity, { ...activity, firms: null, field: null }], names, page),
      activityListMessage(
        reader(),
        Array.from({ length: 12 }, () => activity),
        names,
        page,
      ),
    );
  });

  test('the vouchers of a spreadsheet, confirmed by one press', async () => {
    const front = {
      month: month(1),
      own: false,
      duty: false,
      sees: true,
      imports: false,
      waiting: [],
      waitingCount: 0,
    };
    const yuan = { ...voucher, importId: 4 };
    const waiting = [
      yuan,
      { ...yuan, id: 5, voucher: '0615-040', kind: 'foreign-capital', amount: 300, inAll: 900 },
    ] as const;
    const many = Array.from({ length: 12 }, (_, place) => ({ ...yuan, id: place, voucher: `0615-${place + 100}` }));
    const batch = { importId: 4, fileName: '上半年<!channel>.xlsx' };
    await golden(
      `batch-${language}`,
      frontMessage(reader(5), { ...front, batches: [{ importId: 4, waiting }] }),
      batchMessage(reader(5), { ...batch, waiting }, 0),
      batchMessage(reader(5), { ...batch, waiting: many }, 0),
      batchMessage(reader(5), { ...batch, waiting: many }, 10),
      batchMessage(reader(5), { ...batch, waiting: [] }, 0),
      batchConfirmedMessage(reader(5), waiting),
    );
  });

  test('a lead read back, told of, joined, judged, and at its end', async () => {
    const pursued = { standing: 'pursued', judgedOn: localDay('2020-06-18'), contact: '王总 13800000000' } as const;
    const dropped = { standing: 'dropped', judgedOn: localDay('2020-06-18'), dropReason: '用地太大' } as const;
    const none = { judgeBy: null, answerBy: null };
    await golden(
      `lead-${language}`,
      askedLeadMessage(reader(), { investor: '苏州精工', field: '装备制造', wants: '土地60亩、蒸汽' }, []),
      askedLeadMessage(reader(), { investor: '苏州精公', field: null, wants: null }, [lead]),
      leadMessage({ ...reader(), today: localDay('2020-06-15') }, seenLead({}, { signs: false })),
      leadMessage(reader(), seenLead({}, { judges: false, works: false, signs: false })),
      leadMessage(
        reader(),
        seenLead({}, { judgeBy: localDay('2020-06-16'), answerBy: localDay('2020-06-10'), signs: false }),
      ),
      joinedMessage(reader(2), seenLead({ joinedIds: [2, 3] })),
      leadMessage(reader(), seenLead(pursued, { judgeBy: null })),
      leadMessage(reader(), seenLead(dropped, none)),
      leadMessage(reader(), seenLead({ standing: 'signed', projectId: 81 }, { ...none, code: 'P-081' })),
      leadMessage(reader(), seenLead({ standing: 'signed', projectId: 81 }, { ...none, code: 'P-081', unsigns: true })),
      leadMessage(reader(), seenLead(pursued, { judgeBy: null }), 'P-081'),
    );
  });

  test('leads in a list and on the home tab', async () => {
    const twelve = Array.from({ length: 12 }, (_, index) => seenLead({ number: index + 1, id: index + 1 }));
    const home = { text: '', blocks: leadBlocks(reader(), twelve) };
    await golden(
      `leads-${language}`,
      leadListMessage(reader(), [], 0),
      leadListMessage(
        { ...reader(), today: localDay('2020-06-18') },
        [seenLead({ investor: '<!channel> 上海某某新能源科技发展有限公司' })],
        0,
      ),
      leadListMessage(reader(), twelve, 0),
      leadListMessage(reader(), twelve, 10),
      home,
    );
  });

  test('a leader’s month on the home tab, and on a project’s card the lead that it came from', async () => {
    const own = { leaderId: 1, month: june, done: 0, missing: 1, excused: null, left: [] };
    const left = [localDay('2020-06-29'), localDay('2020-06-30')];
    const shown = (blocks: Message['blocks']) => ({ text: '', blocks });
    await golden(
      `home-and-card-${language}`,
      shown(monthBlocks(reader(), own)),
      shown(monthBlocks(reader(), { ...own, left })),
      shown(monthBlocks(reader(), { ...own, done: 1, left: left.slice(1) })),
      shown(monthBlocks(reader(), { ...own, done: 2, missing: 0 })),
      shown(monthBlocks(reader(), { ...own, missing: 0, excused: '<!channel>党校学习' })),
      shown(projectLeadBlocks(reader(), { ...lead, standing: 'signed', projectId: 81 })),
    );
    expect(monthBlocks(reader(), null)).toEqual([]);
    expect(monthBlocks(reader(), { ...own, missing: 0 })).toEqual([]);
    expect(projectLeadBlocks(reader(), null)).toEqual([]);
  });

  test('forms', async () => {
    const forms = [
      activityForm(reader(), draft),
      activityForm(reader(), { ...draft, place: '', field: null, firms: null }),
      excuseForm(reader(), { leader: 1, month: june }),
      returnForm(reader(), 3),
      leadForm(reader(), lead, { id: 7, version: 1 }, 'drop'),
      leadForm(reader(), { ...lead, contact: '王总' }, { id: 7, version: 1 }, 'contact'),
    ];
    const lines = forms.map((outcome) => {
      if (outcome.kind !== 'view') throw new Error(outcome.kind);
      return formLines(outcome.view);
    });
    await goldenRead(`promotion/forms-${language}`, ...lines);
  });

  test('what is refused, and what to type instead', async () => {
    const activities = ['day', 'days', 'to-come', 'leader', 'leaders', 'place', 'too-long'] as const;
    const moneys = ['voucher', 'amount', 'amounts', 'project', 'projects', 'day'] as const;
    await golden(
      `refusals-${language}`,
      ...activities.map((fault) => messageOf(activityRefusal(reader(), fault))),
      ...moneys.map((fault) => messageOf(moneyRefusal(reader(), fault))),
      messageOf(twiceRefusal(reader(), voucher)),
      messageOf(correctionRefusal(reader(), { because: 'unknown', voucher: '0615-039' })),
      ...(['entered', 'waits', 'same'] as const).map((because) =>
        messageOf(correctionRefusal(reader(), { because, money: voucher })),
      ),
      messageOf(refusal(reader(), 'noChange')),
      ...(['noIncrease', 'recordedBefore', 'gone'] as const).map((because) => messageOf(refusal(reader(), because))),
      ...(['investor', 'too-long'] as const).map((fault) => messageOf(leadRefusal(reader(), fault))),
      ...(['signed', 'not-signed', 'judged', 'dropped', 'not-pursued', 'reason-missing'] as const).map((because) =>
        messageOf(leadMoved(reader(), lead, because)),
      ),
      ...(['leadGone', 'noSignedProject'] as const).map((because) => messageOf(refusal(reader(), because))),
      messageOf(projectThere(reader(), 'P-081')),
      messageOf(unsignLate(reader(), 'P-081')),
      messageOf(offRefusal(reader())),
      messageOf(deniedRefusal(reader(), '由本人登记')),
    );
    expect(JSON.stringify(messageOf(offRefusal(reader())))).not.toContain('undefined');
  });
});
