import { describe, expect, test } from 'vitest';
import { decided } from '../../src/domain/action-item.js';
import { localDay } from '../../src/domain/day.js';
import type { AgendaLine } from '../../src/domain/review-agenda.js';
import type { Outcome } from '../../src/feature.js';
import { offersIn } from '../../src/features/factor/offer.js';
import { agendaPost } from '../../src/features/review/messages/agenda.js';
import { minutesPost } from '../../src/features/review/messages/minutes.js';
import { slotRefusal } from '../../src/features/review/messages/refusals.js';
import { movedMessage, moveForm } from '../../src/features/visit/messages/move-form.js';
import { dismissedMessage, keptMessage, readBackMessage } from '../../src/features/visit/messages/read-back.js';
import { deniedRefusal, fieldFault, visitRefusal } from '../../src/features/visit/messages/refusals.js';
import { sheetMessage } from '../../src/features/visit/messages/sheet.js';
import { tellForm } from '../../src/features/visit/messages/tell-form.js';
import type { ReadNeed, Visit } from '../../src/features/visit/model.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { FirmNeed } from '../../src/store/firm-needs.js';
import type { SlotCase } from '../../src/store/review-slots.js';
import type { Language } from '../../src/text/language.js';
import { givenItem } from './given.js';
import { formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, program as county, ctx, people, person } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const day = localDay;
const now = at('2020-06-24', '15:40');
const leader = person(4, [{ role: 'leader', unitId: null }]);
const review = {
  key: 'firm-visit',
  name: { zh: '骨干企业深度调研', en: 'Visits to backbone firms' },
  short: { zh: '企业走访', en: 'firm visit' },
  every: 'week',
  day: 3,
  at: '15:00',
  turn: 'firms',
  category: 'backbone',
} as const;
const program = {
  ...county,
  policy: { ...county.policy, mechanisms: { ...county.policy.mechanisms, reviews: [review] } },
};
const withFactors = {
  ...program,
  policy: {
    ...program.policy,
    mechanisms: {
      ...program.policy.mechanisms,
      factors: [
        { key: 'land', name: { zh: '土地', en: 'Land' }, measure: '亩' },
        { key: 'energy-quota', name: { zh: '能耗指标', en: 'Energy quota' }, measure: '吨标准煤' },
      ],
    },
  },
};
const firmLine: AgendaLine = {
  kind: 'firm',
  projectId: 33,
  code: 'P-033',
  nickname: '鸿运轴承',
  projectName: '鸿运轴承公司圆锥滚子生产线项目',
  needs: { all: 2, done: 1, unanswered: 0, at: { zh: '财政局', en: 'Finance' } },
  holders: [4],
};
const townLine: AgendaLine = {
  kind: 'town',
  unitId: 12,
  town: { zh: '大桥镇', en: 'Daqiao Town' },
  projects: 6,
  red: 1,
  obstacles: 2,
  holders: [2],
};
const slot: SlotCase = {
  id: 8,
  review: review.key,
  period: day('2020-06-22'),
  day: day('2020-06-24'),
  projectId: 33,
  unitId: null,
  agenda: [firmLine],
  outcome: null,
  mergedInto: null,
  decidedById: null,
  decidedAt: null,
  version: 2,
};
const firm = {
  id: 33,
  code: 'P-033',
  name: '鸿运轴承公司圆锥滚子生产线项目',
  unitId: 60,
  ownerId: 1,
  sponsorId: 4,
  coOwners: [],
  nicknames: [{ text: '鸿运轴承' }],
  milestones: [],
};
const planned = { review: review.key, period: slot.period, day: slot.day, closes: day('2020-06-28') };
const visit: Visit = { slot, review, planned, firm };
const need = (more: Partial<FirmNeed>): FirmNeed => ({
  slotId: 5,
  slotDay: day('2020-06-10'),
  projectId: 33,
  obstacleId: 15,
  number: 15,
  kind: 'roadblock',
  matter: 'funds',
  text: '流动资金缺500万元',
  standing: 'open',
  claimed: false,
  answerBy: day('2020-06-28'),
  at: { zh: '财政局', en: 'Finance' },
  promisedFor: null,
  ...more,
});
const told: ReadNeed = { text: '招不到车工', kind: 'stumbling-block', matter: 'labour', answerBy: day('2020-06-28') };

describe.each<Language>(['zh', 'en'])('visits to firms, in %s', (language) => {
  const reader = () => ({ ...ctx(leader, now, language), program });
  async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
    const lines = messages.map((each) =>
      readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
    );
    await goldenSent(`visit/${name}-${language}`, messages);
    await goldenRead(`visit/${name}-${language}`, ...lines);
  }
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind === 'refuse') return refusalMessage(outcome.refusal, language, null);
    throw new Error(outcome.kind);
  };

  test('the turn on an agenda', async () => {
    const post = (agenda: readonly AgendaLine[], more: Partial<SlotCase> = {}) =>
      agendaPost(reader(), { slot: { ...slot, agenda, ...more }, people, beside: [] }, language);
    const by = { outcome: 'held', decidedById: 4, decidedAt: now } as const;
    await golden(
      'agenda',
      post([firmLine]),
      post([{ ...firmLine, needs: null }]),
      post([{ ...firmLine, needs: { all: 3, done: 0, unanswered: 1, at: null } }]),
      post([firmLine], by),
      post([townLine]),
      post([townLine], by),
      messageOf(slotRefusal(reader(), 'passed', slot)),
      messageOf(slotRefusal(reader(), 'nobody-else', slot)),
    );
  });

  test('the sheet of a firm: what became of what it needed, what it needs now', async () => {
    await golden(
      'sheet',
      sheetMessage(reader(), { visit, last: [], told: [] }),
      sheetMessage(reader(), {
        visit,
        last: [
          need({ standing: 'closed' }),
          need({ obstacleId: 16, number: 16 }),
          need({ obstacleId: 17, number: 17, answerBy: day('2020-06-15') }),
          need({ obstacleId: 18, number: 18, standing: 'claimed', claimed: true, promisedFor: day('2020-06-30') }),
          need({ obstacleId: 19, number: 19, standing: 'resolved', at: { zh: '核实', en: 'verification' } }),
        ],
        told: [need({ slotId: 8, obstacleId: 20, number: 20, text: '招不到车工' })],
      }),
    );
  });

  test('what it needs is read back, and kept', async () => {
    await golden(
      'needs',
      readBackMessage(reader(), visit, [told, { ...told, text: '贷款贴息政策不明', kind: 'shackle', matter: 'funds' }]),
      readBackMessage(reader(), visit, [told]),
      keptMessage(
        reader(),
        visit,
        [
          { ...told, number: 20, before: false },
          { ...told, text: '流动资金缺500万元', number: 15, before: true },
        ],
        [],
      ),
      keptMessage(
        { ...reader(), program: withFactors },
        visit,
        [{ ...told, text: '土地指标缺60亩', matter: 'land', number: 21, before: false }],
        offersIn({ program: withFactors }, firm, ['土地指标缺60亩', '用地指标还缺10亩', '能耗指标不够'], []),
      ),
      dismissedMessage(reader()),
      movedMessage(reader(), visit),
    );
  });

  test('the minutes say what was told, beside what was decided', async () => {
    const held = { ...slot, agenda: [firmLine], outcome: 'held' as const };
    const needs = [need({ slotId: 8 }), need({ slotId: 8, obstacleId: 16, number: 16, text: '招不到车工' })];
    const item = givenItem(decided(day('2020-06-30')), { text: '协调担保', projectId: 33, code: 'P-033' });
    await golden(
      'minutes',
      minutesPost(reader(), { slot: held, items: [], people, needs }, language),
      minutesPost(reader(), { slot: held, items: [item], people, needs }, language),
    );
  });

  test('its forms and refusals', async () => {
    const views = [tellForm(reader(), visit), moveForm(reader(), visit)].map((outcome) => {
      if (outcome.kind !== 'view') throw new Error(outcome.kind);
      return outcome.view;
    });
    await goldenRead(`visit/forms-${language}`, ...views.map(formLines));
    const faults = [
      'gone',
      'settled',
      'over',
      'outside',
      'day-off',
      'same-day',
      'no-need',
      'too-many',
      'too-long',
    ] as const;
    await golden(
      'refusals',
      ...faults.map((fault) => messageOf(visitRefusal(reader(), fault, slot))),
      messageOf(deniedRefusal(reader(), language === 'zh' ? '只有统筹人员可以这样做' : 'only a coordinator may')),
    );
    expect(fieldFault(reader(), 'too-many')).toMatchObject({ errors: { text: expect.any(String) } });
    expect(fieldFault(reader(), 'day-off')).toMatchObject({ errors: { to: expect.any(String) } });
  });
});
