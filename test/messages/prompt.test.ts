import { describe, expect, test } from 'vitest';
import { addDays, instantAt, type LocalDay, localDay } from '../../src/domain/day.js';
import { plainLines } from '../../src/features/digest/messages/plain.js';
import { onPlan, promptMessage } from '../../src/features/prompt/messages/morning.js';
import { reminderMessage } from '../../src/features/prompt/messages/reminder.js';
import { rowForm } from '../../src/features/prompt/messages/row-forms.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import type { PromptAction } from '../../src/store/prompt-actions.js';
import type { Lapsed, Prompt, PromptItem } from '../../src/store/prompts.js';
import type { Language } from '../../src/text/language.js';
import { program, today } from './county.js';
import { formLines, goldenRead, goldenSent } from './golden.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const scene = { today, program };

const item = (milestoneId: number, name: string, due: string | null, more: Partial<PromptItem> = {}): PromptItem => ({
  milestoneId,
  projectId: 1,
  code: 'P-001',
  projectName: '瑞胶堂阿胶健康产业园一期项目',
  name,
  due: due as LocalDay | null,
  percent: null,
  forecast: null,
  reportedOn: null,
  paceFrom: localDay('2020-04-30'),
  ownerName: null,
  answer: null,
  askedAgain: false,
  ...more,
});

const report = {
  by: 'report' as const,
  cause: 'x',
  personId: 7,
  percent: null,
  doneOn: null,
  forecast: null,
  note: '',
};

const items: readonly PromptItem[] = [
  item(1, '用地', '2020-05-20', { percent: 40, reportedOn: localDay('2020-06-05') }),
  item(2, '开工', '2020-06-10', { forecast: localDay('2020-06-16'), reportedOn: localDay('2020-06-10') }),
  item(3, '主体封顶', '2020-06-17', {
    code: 'P-002',
    projectName: '年产6万吨高精度轴承钢球智能生产线项目',
    percent: 90,
    reportedOn: localDay('2020-06-09'),
  }),
  item(4, '环评', '2020-06-22', {
    code: 'P-005',
    projectName: '滤清源高端工业滤材 <@U1> & <!channel> 项目',
    percent: 85,
    reportedOn: localDay('2020-06-09'),
  }),
  item(5, '设备安装', '2020-10-31', { ownerName: { zh: '韩振国', en: 'Han Zhenguo' } }),
  item(6, '竣工验收', null, { percent: 10, reportedOn: localDay('2020-06-02'), paceFrom: null }),
];

const answered: readonly PromptItem[] = items.map((each, index) => ({
  ...each,
  answer:
    [
      { ...report, percent: 60, note: '剩 3 户' },
      { ...report, forecast: localDay('2020-07-05'), note: '等环评' },
      { ...report, percent: 100, doneOn: localDay('2020-06-17') },
      { by: 'obstacle' as const, cause: 'y', personId: 7, number: 12 },
      { ...report, personId: 9, note: '按序时推进' },
    ][index] ?? null,
}));

const lapsed: readonly Lapsed[] = [
  {
    unitId: 1,
    unit: { zh: '经济开发区', en: 'Economic zone' },
    day: localDay('2020-06-16'),
    owners: [
      {
        id: 3,
        name: { zh: '何志远', en: 'He Zhiyuan' },
        slackUserId: 'U3',
        items: [
          { code: 'P-001', milestone: '用地', due: localDay('2020-05-20') },
          { code: 'P-001', milestone: '竣工验收', due: null },
        ],
      },
      {
        id: 4,
        name: { zh: '<!channel>', en: '<!channel>' },
        slackUserId: null,
        items: ['一', '二', '三', '四', '五', '六'].map((name) => ({
          code: 'P-009',
          milestone: `节点${name}`,
          due: localDay('2020-07-01'),
        })),
      },
    ],
  },
];

const morningOf = (language: Language, more: Partial<Prompt> = {}): Prompt => ({
  id: 1,
  day: today,
  personId: 7,
  slackUserId: 'U7',
  language,
  askedAt: instantAt(today, '08:30', program.timeZone),
  more: 0,
  lapsed: [],
  nextDay: null,
  items,
  actions: [],
  notes: [],
  ...more,
});

/** Item 12 of the model messages, and others. */
const action = (number: number, more: Partial<PromptAction> = {}): PromptAction => ({
  itemId: number,
  number,
  version: 1,
  text: '报送P-068签约方案',
  review: null,
  reviewDay: null,
  lessonGate: null,
  milestoneId: null,
  milestone: null,
  asked: localDay('2020-06-24'),
  due: localDay('2020-06-24'),
  standing: 'open',
  endedOn: null,
  reason: null,
  ownerName: null,
  ...more,
});
const actions: readonly PromptAction[] = [
  action(11, { milestoneId: 3, milestone: '主体封顶', text: '主体封顶抢在汛期前' }),
  action(12, {
    asked: localDay('2020-06-15'),
    due: localDay('2020-06-15'),
    milestoneId: 30,
    milestone: '用地',
    text: '落实P-003 32亩用地',
    review: 'problem-supervision',
    reviewDay: localDay('2020-06-09'),
  }),
  action(13, { ownerName: { zh: '韩振国', en: 'Han Zhenguo' } }),
  action(14, { standing: 'done', endedOn: localDay('2020-06-17') }),
  action(15, { due: localDay('2020-07-06'), reason: '等<!here>省厅批复' }),
];

/** What Slack is sent, and the same as a person reads it; neither may change unnoticed. */
async function golden(name: string, { text, blocks }: Message): Promise<void> {
  checkMessageBlocks(blocks);
  await goldenSent(`prompt/${name}`, { text, blocks });
  await goldenRead(`prompt/${name}`, `${text}\n---\n${plainLines(blocks as never)}`);
}

describe.each(LANGUAGES)('a prompt, as its owner reads it (%s)', (language) => {
  test('in the morning, with every kind of row and more than fit', async () => {
    await golden(`morning-${language}`, promptMessage(morningOf(language, { more: 4 }), scene));
  });

  test('as it is answered, row by row', async () => {
    await golden(`answered-${language}`, promptMessage(morningOf(language, { items: answered }), scene));
  });

  test('once all is answered', async () => {
    const all = answered.filter((each) => each.answer !== null);
    await golden(`all-answered-${language}`, promptMessage(morningOf(language, { items: all }), scene));
  });

  test("with action items: on a row, new, overdue, somebody else's, answered", async () => {
    const message = promptMessage(morningOf(language, { items: items.slice(2, 3), actions }), scene);
    await golden(`action-items-${language}`, message);
  });

  test('with nothing but action items, more than are listed', async () => {
    const many = Array.from({ length: 8 }, (_, at) => action(20 + at, { text: '落实<!channel>用地'.repeat(30) }));
    const message = promptMessage(morningOf(language, { items: [], actions: many, lapsed }), scene);
    await golden(`action-items-alone-${language}`, message);
    expect(JSON.stringify(message)).not.toMatch(/<[@!#]|<http/);
  });

  test('sent late', async () => {
    const askedAt = instantAt(today, '10:05', program.timeZone);
    await golden(`late-${language}`, promptMessage(morningOf(language, { askedAt, items: items.slice(0, 1) }), scene));
  });

  test('to the head of a unit, who is an owner, too', async () => {
    await golden(
      `head-and-owner-${language}`,
      promptMessage(morningOf(language, { lapsed, items: items.slice(2, 3) }), scene),
    );
  });

  test('what its reader is to know beside: slips that nobody signed, reviews that were missed', async () => {
    const unsigned = {
      kind: 'unsigned' as const,
      slipId: 9,
      number: 9,
      colour: 'blue' as const,
      code: 'P-010',
      milestone: '开工',
      text: '抓紧进场',
      settled: false,
    };
    const missed = { kind: 'missed' as const, review: 'problem-supervision', day: localDay('2020-06-09') };
    const typed = {
      ...unsigned,
      slipId: 5,
      number: 5,
      colour: 'yellow' as const,
      code: null,
      milestone: null,
      text: '<!channel>报送全县防汛值班安排和联系人名单',
    };
    await golden(
      `notes-${language}`,
      promptMessage(
        morningOf(language, { items: items.slice(0, 1), notes: [unsigned, { ...typed, settled: true }] }),
        scene,
      ),
    );
    await golden(
      `notes-alone-${language}`,
      promptMessage(morningOf(language, { items: [], notes: [missed, typed] }), scene),
    );
  });

  test('what its reader is to know of promotion: leads that are due, what their month lacks', async () => {
    const lead = {
      kind: 'lead' as const,
      leadId: 21,
      number: 21,
      investor: '苏州精工装备制造有限公司',
      judge: addDays(today, -2),
      answer: today,
    };
    const left = [today, addDays(today, 1), addDays(today, 5)];
    const duty = { kind: 'duty' as const, leaderId: 7, month: localDay('2020-06-01'), done: 0, missing: 1, left };
    await golden(
      `promotion-notes-${language}`,
      promptMessage(morningOf(language, { items: items.slice(0, 1), notes: [lead, duty] }), scene),
    );
    await golden(
      `promotion-notes-alone-${language}`,
      promptMessage(
        morningOf(language, {
          items: [],
          notes: [
            { ...lead, judge: null, investor: '<!channel>' },
            { ...duty, done: 1, left: [today] },
          ],
        }),
        scene,
      ),
    );
  });

  test('to the head of a unit alone', async () => {
    await golden(`head-${language}`, promptMessage(morningOf(language, { lapsed, items: [] }), scene));
  });

  test('with the longest names', async () => {
    const name = '聚力'.repeat(100);
    const long = Array.from({ length: 10 }, (_, index) =>
      item(index, name, '2020-06-01', { projectName: name, ownerName: { zh: name, en: name } }),
    );
    await golden(`longest-${language}`, promptMessage(morningOf(language, { items: long, lapsed, more: 90 }), scene));
  });

  test('reminded in the afternoon', async () => {
    await golden(`reminder-${language}`, reminderMessage(morningOf(language), items.slice(0, 3), scene));
  });

  test.each(['number', 'late', 'blocked'] as const)('the form of a row: %s', async (what) => {
    const prompt = morningOf(language);
    const ctx = { today, program, language, place: { channelId: 'D1', threadTs: null, messageTs: '1.1' } };
    const view = rowForm(ctx as never, { prompt, item: items[0] as PromptItem }, what);
    await goldenSent(`prompt/form-${what}-${language}`, view);
    await goldenRead(`prompt/form-${what}-${language}`, formLines(view));
  });
});

test('nothing that a person typed can ping a channel or forge a link', () => {
  for (const language of LANGUAGES) {
    const message = promptMessage(morningOf(language, { lapsed, items: [...items, ...answered] }), scene);
    expect(JSON.stringify(message)).not.toMatch(/<[@!#]|<http/);
    expect(JSON.stringify(reminderMessage(morningOf(language), items, scene))).not.toMatch(/<[@!#]|<http/);
  }
});

test('the message of a morning closes when the next one comes: its answers stay, nothing is left to press', () => {
  const rows = answered.map((each, at) => ({ ...each, askedAgain: at === 5 }));
  const closed = promptMessage(morningOf('zh', { nextDay: localDay('2020-06-18'), items: rows }), scene);
  expect(closed.text).toBe('6月17日的6项：已答5，1项转到6月18日\n已由6月18日的一条代替');
  expect(JSON.stringify(closed.blocks)).toContain('已回复：60%');
  expect(JSON.stringify(closed.blocks)).not.toContain('"button"');
  const english = promptMessage(morningOf('en', { nextDay: localDay('2020-06-18'), items: rows }), scene);
  expect(english.text).toBe('17 June, 6 items: 5 answered, 1 moved to 18 June\nReplaced by that of 18 June');
  const items = promptMessage(morningOf('zh', { nextDay: localDay('2020-06-18'), items: [], actions }), scene);
  expect(items.text).toBe('6月17日的5项：已答2\n已由6月18日的一条代替');
  expect(JSON.stringify(items.blocks)).toContain('已回复：6月17日办结');
  expect(JSON.stringify(items.blocks)).not.toContain('"button"');
});

test('a row is on plan while its number keeps pace and its day is far: pressed day after day it says nothing new', () => {
  const row = item(7, '主体封顶', '2020-10-31', { percent: 45, paceFrom: localDay('2020-03-15') });
  const rows = (day: string, more: Partial<PromptItem> = {}) =>
    onPlan(morningOf('zh', { items: [{ ...row, ...more }] }), { today: localDay(day), program }).length;
  expect(rows('2020-06-17')).toBe(1);
  // 117 of 230 days: pace has moved past 45 %.
  expect(rows('2020-07-10')).toBe(0);
  expect(rows('2020-10-27', { percent: 99 })).toBe(0);
  expect(rows('2020-06-17', { answer: report })).toBe(0);
  expect(rows('2020-06-17', { due: null })).toBe(0);
});
