import { describe, expect, test } from 'vitest';
import { decided, type ItemRefusal, type ItemState } from '../../src/domain/action-item.js';
import { localDay } from '../../src/domain/day.js';
import type { FactGoal } from '../../src/domain/digest/facts.js';
import type { AgendaLine } from '../../src/domain/review-agenda.js';
import type { Outcome } from '../../src/feature.js';
import { actForm } from '../../src/features/review/messages/act-form.js';
import { agendaPost } from '../../src/features/review/messages/agenda.js';
import { calendarMessage } from '../../src/features/review/messages/calendar.js';
import { decisionForm } from '../../src/features/review/messages/decision-form.js';
import { itemBlocks } from '../../src/features/review/messages/home.js';
import { itemMessage, itemPost } from '../../src/features/review/messages/item.js';
import { lessonForm } from '../../src/features/review/messages/lesson-form.js';
import { listMessage } from '../../src/features/review/messages/list.js';
import { lookbackMessage } from '../../src/features/review/messages/lookback.js';
import { earlyRefusal, gateRefusal, lessonRefusal } from '../../src/features/review/messages/lookback-refusals.js';
import { minutesPost } from '../../src/features/review/messages/minutes.js';
import { nextReviewBlocks } from '../../src/features/review/messages/next-reviews.js';
import { dismissedMessage, readBackMessage } from '../../src/features/review/messages/read-back.js';
import {
  decisionRefusal,
  deniedRefusal,
  formFaults,
  monthRefusal,
  notMoved,
  slotRefusal,
} from '../../src/features/review/messages/refusals.js';
import type { Lookback, ReadBack } from '../../src/features/review/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { ItemCase } from '../../src/store/action-items.js';
import type { SlotCase } from '../../src/store/review-slots.js';
import type { Language } from '../../src/text/language.js';
import { weeklyReview } from '../support/reviews.js';
import { givenItem as item } from './given.js';
import { expectSaid, formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, program as county, ctx, people, person } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const now = at('2020-06-24', '09:20');
const office = person(6, [{ role: 'coordinator', unitId: null }]);
const owner = person(3, [{ role: 'unit-head', unitId: 70 }]);
const day = localDay;
const open = decided(day('2020-07-02'));

const review = weeklyReview;
const mechanisms = { ...county.policy.mechanisms, reviews: [review] };
const program = { ...county, policy: { ...county.policy, mechanisms } };

const plain = (state: ItemState): ItemCase =>
  item(state, {
    number: 13,
    slotId: null,
    review: null,
    reviewDay: null,
    milestoneId: null,
    milestone: null,
    text: '拿出P-068签约方案',
  });
const carried: ItemState = { ...open, due: day('2020-07-13'), carried: 3, carriedReason: '等省厅批复', version: 4 };
const overdue: ItemState = { ...decided(day('2020-06-20')), version: 2 };
const done: ItemState = { ...open, standing: 'done', endedOn: day('2020-07-02'), endedById: 1, version: 2 };
const dropped: ItemState = {
  ...open,
  standing: 'dropped',
  endedOn: day('2020-06-24'),
  dropReason: '已并入二期',
  version: 2,
};

const draft = {
  slot: 3,
  owner: 3,
  due: day('2020-07-02'),
  project: 3,
  milestone: 30,
  obstacle: null,
  text: '落实P-003 32亩用地',
};
const counted = ['2020-06-28', '2020-06-29', '2020-06-30', '2020-07-01', '2020-07-02'].map(localDay);
const read = (more: Partial<ReadBack> = {}): ReadBack => ({
  draft,
  owner: { name: '贺卫国', nameEn: 'He Weiguo', unit: { zh: '自然资源局', en: 'Natural Resources Bureau' } },
  owners: [],
  counted,
  days: [],
  saidOfDay: null,
  step: '用地',
  ...more,
});

const goalOf = (measure: FactGoal['measure'], zh: string, en: string): FactGoal => ({
  ...{ key: measure, name: { zh, en }, focusArea: 'industry', measure, target: 100, gates: [] },
  ...{ rule: { by: 'recorded' }, recorded: null },
});

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`review/${name}`, messages);
  await goldenRead(`review/${name}`, ...lines);
}

const REFUSALS: readonly ItemRefusal[] = ['ended', 'not-later', 'past', 'reason-missing', 'not-carried'];

describe.each<Language>(['zh', 'en'])('reviews and action items, as people read them (%s)', (language) => {
  const reader = (who = office) => ({ ...ctx(who, now, language), program });
  const contacts = [...people.values()];
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind === 'refuse') return refusalMessage(outcome.refusal, language, null);
    if (outcome.kind !== 'say') throw new Error(outcome.kind);
    return outcome.message;
  };

  test('a decision read back: whole, without who, without a day, with neither', async () => {
    await golden(
      `read-back-${language}`,
      readBackMessage(reader(), read()),
      readBackMessage(
        reader(),
        read({ draft: { ...draft, owner: null, obstacle: 7 }, owner: null, owners: contacts.slice(2, 4) }),
      ),
      readBackMessage(
        reader(),
        read({
          draft: { ...draft, due: null, milestone: null },
          step: null,
          counted: [],
          days: [day('2020-06-30'), day('2020-07-02')],
          saidOfDay: language === 'zh' ? '尽快' : 'soon',
        }),
      ),
      readBackMessage(
        reader(),
        read({ draft: { ...draft, owner: null, due: null }, owner: null, counted: [], step: null }),
      ),
      dismissedMessage(reader()),
    );
  });

  test('an item: open, overdue, carried a third time, done by a report, done late, dropped', async () => {
    const late: ItemState = { ...done, endedOn: day('2020-07-06'), endedById: 3 };
    await golden(
      `item-${language}`,
      itemMessage(reader(), { item: item(open), people }),
      itemMessage(reader(owner), { item: plain(overdue), people }),
      itemMessage(reader(), { item: item(carried), people }),
      itemMessage(reader(), { item: item(done, { closedCause: 'a' }), people }),
      itemMessage(reader(), { item: plain(late), people }),
      itemMessage(reader(), { item: item(dropped), people }),
      itemPost(reader(), { item: item(open), people }, language),
    );
  });

  test('the lists, and an empty one', async () => {
    const asked = { of: 'open', slot: null, offset: 0 } as const;
    const items = [plain(overdue), item(open), item(carried)];
    await golden(
      `list-${language}`,
      listMessage(reader(), { items, people, asked, leads: true }),
      listMessage(reader(), {
        items: [item(done), item(dropped)],
        people,
        asked: { ...asked, of: 'slot', slot: 3 },
        leads: true,
      }),
      listMessage(reader(owner), { items: [item(open)], people, asked: { ...asked, of: 'mine' }, leads: false }),
      listMessage(reader(owner), { items: [], people, asked, leads: false }),
      listMessage(reader(), { items: Array.from({ length: 12 }, () => plain(open)), people, asked, leads: true }),
    );
  });

  /** Seventeen people sit in the review. */
  const mechanisms = { ...program.policy.mechanisms, reviews: [{ ...review, seats: 17 }] };
  const seated = () => ({ ...reader(), program: { ...program, policy: { ...program.policy, mechanisms } } });

  test('the agenda: full, with nothing to decide beside another, held, spared, merged', async () => {
    const project = {
      projectId: 3,
      code: 'P-003',
      nickname: '恒硕新材',
      projectName: '恒硕新材装配式建筑构件生产基地项目',
    };
    const agenda: readonly AgendaLine[] = [
      { kind: 'last', slotId: 2, all: 6, done: 4, overdue: 1, late: 7, holders: [] },
      { kind: 'obstacle', ...project, id: 7, number: 7, matter: 'land', days: 21, holders: [3] },
      {
        kind: 'gate',
        goal: { zh: '开工率', en: 'start rate' },
        on: day('2020-06-30'),
        missing: 1,
        measure: 'share',
        codes: ['P-010', 'P-071', 'P-004'],
        holders: [],
      },
      { kind: 'carried', id: 5, number: 5, times: 3, holders: [1] },
      { kind: 'late', id: 6, number: 6, times: 4, holders: [2] },
      { kind: 'red', ...project, nickname: null, holders: [] },
    ];
    const slot: SlotCase = {
      id: 3,
      review: 'problem-supervision',
      period: day('2020-06-22'),
      day: day('2020-06-23'),
      projectId: null,
      unitId: null,
      agenda,
      outcome: null,
      mergedInto: null,
      decidedById: null,
      decidedAt: null,
      version: 2,
    };
    const beside = [{ ...review, key: 'promotion', name: { zh: '双招双引调度', en: 'Promotion' }, at: '15:00' }].map(
      ({ short: _, ...each }) => each,
    );
    const by = { decidedById: 6, decidedAt: at('2020-06-23', '09:40') };
    const post = (more: Partial<SlotCase>, near: typeof beside = []) =>
      agendaPost(reader(), { slot: { ...slot, ...more }, people, beside: near }, language);
    const money = {
      kind: 'gate',
      goal: { zh: '到位资金', en: 'funds in place' },
      on: day('2020-12-31'),
      missing: 390_300,
      measure: '10k-yuan',
      codes: [],
      holders: [],
    } as const;
    await golden(
      `agenda-${language}`,
      post({}),
      post({
        agenda: [{ kind: 'indicators', month: day('2020-05-01'), sheetId: 2, count: 8, revised: 1, holders: [] }],
      }),
      post({
        agenda: [{ kind: 'indicators', month: day('2020-05-01'), sheetId: null, count: 0, revised: 0, holders: [] }],
      }),
      post({ agenda: [money] }),
      post({
        agenda: [
          { kind: 'leads', judge: 2, answer: 1, holders: [3] },
          { kind: 'activities', month: day('2020-06-01'), missing: 7, holders: [] },
        ],
      }),
      post({ agenda: [] }, beside),
      post({ agenda: [], outcome: 'held', ...by }),
      post({ agenda: [], outcome: 'spared', ...by }),
      post({ agenda: [], outcome: 'merged', mergedInto: 'problem-supervision', ...by }),
      agendaPost(seated(), { slot: { ...slot, agenda: [] }, people, beside: [] }, language),
    );
    const items = [item(open), plain(decided(day('2020-06-30'))), item(dropped, { number: 5 })];
    await golden(
      `minutes-${language}`,
      minutesPost(reader(), { slot, items, people, needs: [] }, language),
      minutesPost(reader(), { slot, items: [], people, needs: [] }, language),
    );
    const refused = (['settled', 'over', 'early', 'not-same-day', 'not-held-itself'] as const).map((each) =>
      messageOf(slotRefusal(reader(), each, slot)),
    );
    await golden(`slot-refusals-${language}`, ...refused);
  });

  test('the calendar of a month, of one to come, and of one without any', async () => {
    const turning = { ...review, key: 'firm-visit', name: { zh: '骨干企业深度调研', en: 'Visits to backbone firms' } };
    const { short: _, ...visit } = turning;
    const both = { ...program, policy: { ...program.policy, mechanisms: { ...mechanisms, reviews: [review, visit] } } };
    const standings = ['held', 'spared', 'missed', 'open', 'ahead'] as const;
    const slots = standings.map((standing, index) => ({
      slot: {
        review: index % 2 === 0 ? review.key : visit.key,
        period: day('2020-06-01'),
        day: day(`2020-06-0${index + 1}`),
        closes: day('2020-06-07'),
      },
      standing,
      into: null,
    }));
    const [first, last] = [slots[0], slots[4]];
    if (first === undefined || last === undefined) throw new Error('five slots');
    const merged = { ...first, standing: 'merged' as const, into: visit.key };
    const months = [
      {
        month: day('2020-06-01'),
        slots: [...slots, { ...merged, slot: { ...first.slot, day: day('2020-06-22') } }],
      },
      { month: day('2020-12-01'), slots: [{ ...last, slot: { ...last.slot, day: day('2020-12-22') } }] },
      { month: day('2020-01-01'), slots: [] },
    ] as Parameters<typeof calendarMessage>[1][];
    const messages = months.map((given) => calendarMessage({ ...reader(), program: both }, given));
    for (const { picture } of messages) if (picture) expectSaid(picture);
    await golden(`calendar-${language}`, ...messages);
    const home = nextReviewBlocks(
      { ...reader(), program: both },
      { next: slots.slice(4).map(({ slot }) => slot), unsettled: [], missed: [], lookback: day('2020-06-30') },
    );
    await golden(`next-${language}`, { text: 'home', blocks: home });
    const refused = messageOf(monthRefusal(reader(), '13月', day('2020-06-01')));
    expect(refused.text).toContain('13月');
  });

  test('looking back on a gate: foretold and not, reached and missed; lessons in each standing; nothing lost', async () => {
    const goal = { ...goalOf('share', '开工率', 'Start rate'), gates: [{ on: day('2020-06-30'), value: 60 }] };
    const money = {
      ...goalOf('10k-yuan', '到位资金', 'Funds in place'),
      gates: [{ on: day('2020-06-30'), value: 200_000 }],
    };
    const gate = { on: day('2020-06-30'), daysLeft: -1 };
    const pace = { days: 56, since: day('2020-03-10'), asOf: day('2020-05-05'), before: 20, risen: 8, reachedOn: null };
    const lesson = (place: number, more: object = {}) => ({
      ...{ id: place, gate: gate.on, place, text: '用地提前三个月报', droppedAt: null, item: null },
      ...{ createdById: 6, createdAt: at('2020-07-01', '09:00') },
      ...more,
    });
    const lookback: Lookback = {
      gate: gate.on,
      span: { from: day('2020-01-01'), to: gate.on },
      foretoldOn: day('2020-05-05'),
      goals: [
        {
          goal,
          gate: {
            ...{ ...gate, needed: 60, held: 'missed' as const, missing: 0, metOn: day('2020-07-03') },
            judged: { of: 'share', reached: 35, outOf: 60 },
          },
          foretold: { forecast: { kind: 'pace', ...pace, value: 36, holds: true }, outOf: 60 },
        },
        {
          goal: money,
          gate: { ...gate, needed: 200_000, held: 'reached', missing: 0, judged: { of: 'number', number: 253_000 } },
          foretold: { forecast: { kind: 'reached' }, outOf: null },
        },
        { goal, gate: { ...gate, needed: 60, held: 'not-entered', missing: 36 }, foretold: null },
      ],
      lost: [
        { matter: 'land', rung: 'unit', workdays: 2 },
        { matter: 'land', rung: 'department', workdays: 6 },
        { matter: 'land', rung: 'sponsor', workdays: 38 },
        { matter: 'relocation', rung: 'commander', workdays: 50 },
      ],
      items: { all: 12, inTime: 9, late: 2, open: 1 },
      lessons: [
        lesson(1),
        lesson(2, { item: { id: 13, number: 13 } }),
        lesson(3, { droppedAt: at('2020-07-01', '10:00') }),
      ],
    };
    const none = { ...lookback, goals: [], lost: [], items: { all: 0, inTime: 0, late: 0, open: 0 }, lessons: [] };
    await golden(
      `lookback-${language}`,
      lookbackMessage(reader(), lookback),
      lookbackMessage(reader(), none),
      ...[
        gateRefusal(reader(), '6月29日', gate.on),
        earlyRefusal(reader(), gate.on),
        ...(['full', 'dropped', 'decided'] as const).map((why) => lessonRefusal(reader(), why)),
      ].map(messageOf),
    );
    const form = lessonForm(reader(), gate.on);
    if (form.kind !== 'view') throw new Error(form.kind);
    await goldenSent(`review/lesson-form-${language}`, [form.view]);
    await goldenRead(`review/lesson-form-${language}`, formLines(form.view));
  });

  test('on the home tab of its owner', async () => {
    const blocks = itemBlocks(reader(owner), [plain(overdue), ...Array.from({ length: 3 }, () => item(open))]);
    await golden(`home-${language}`, { text: 'home', blocks });
    expect(itemBlocks(reader(owner), [])).toEqual([]);
  });

  test('its forms', async () => {
    const views = [
      decisionForm(reader(), {}, null),
      decisionForm(reader(), draft, contacts[2] ?? null),
      actForm(reader(owner), item(open), 'late'),
      actForm(reader(), item(open), 'drop'),
    ].map((outcome) => {
      if (outcome.kind !== 'view') throw new Error(outcome.kind);
      return outcome.view;
    });
    await goldenSent(`review/forms-${language}`, views);
    await goldenRead(`review/forms-${language}`, ...views.map(formLines));
  });

  test('every refusal', async () => {
    const outcomes: readonly Outcome[] = [
      ...REFUSALS.map((refused) => notMoved(reader(), { kind: 'refused', refused, item: item(open) })),
      notMoved(reader(), { kind: 'unknown' }),
      notMoved(reader(), { kind: 'meanwhile', item: item(open) }, '等批复'),
      deniedRefusal(reader(owner), language === 'zh' ? '只有统筹人员可以这样做' : 'only a coordinator may do this'),
      ...(['text', 'too-long', 'past', 'owner'] as const).map((what) => decisionRefusal(reader(), { what })),
      decisionRefusal(reader(), { what: 'project', typed: 'P-999' }),
      decisionRefusal(reader(), { what: 'obstacle', typed: '99' }),
    ];
    expect(outcomes).toHaveLength(14);
    expect(formFaults(reader()).named({ what: 'project', typed: 'P-999' })).toContain('P-999');
    await golden(`refusals-${language}`, ...outcomes.map(messageOf));
  });
});
