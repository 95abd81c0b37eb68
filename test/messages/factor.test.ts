import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { FactorBatch } from '../../src/domain/factor.js';
import type { PlanFactor } from '../../src/domain/plan.js';
import type { Outcome } from '../../src/feature.js';
import { askForm } from '../../src/features/factor/messages/ask-form.js';
import { askedMessage, askPreview, askQuestion } from '../../src/features/factor/messages/asked.js';
import { backForm } from '../../src/features/factor/messages/back-form.js';
import { givenOutcome } from '../../src/features/factor/messages/given.js';
import { homeFactorBlocks } from '../../src/features/factor/messages/home.js';
import { listMessage } from '../../src/features/factor/messages/list.js';
import { projectFactorBlocks } from '../../src/features/factor/messages/of-project.js';
import { openedMessage, openPreview } from '../../src/features/factor/messages/opened.js';
import { overviewMessage, projectMessage } from '../../src/features/factor/messages/overview.js';
import { pictureMessage } from '../../src/features/factor/messages/picture.js';
import {
  deniedRefusal,
  lineRefusal,
  partRefusal,
  unknownRefusal,
  waitsRefusal,
} from '../../src/features/factor/messages/refusals.js';
import { keptOutcome, recallBlocks, returnedOutcome } from '../../src/features/factor/messages/returned.js';
import { ruleMessage } from '../../src/features/factor/messages/rule.js';
import { whatIfMessage } from '../../src/features/factor/messages/what-if.js';
import type { Need, SeenPool } from '../../src/features/factor/model.js';
import { linesOf } from '../../src/features/factor/read.js';
import { whatIf } from '../../src/features/factor/what-if.js';
import type { Message } from '../../src/message.js';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { blockLines } from '../../src/sandbox/lines.js';
import { refusalMessage } from '../../src/slack/blocks.js';
import type { NamedProject } from '../../src/store/projects.js';
import type { Language } from '../../src/text/language.js';
import { expectSaid, formLines, goldenRead, goldenSent, readLines } from './golden.js';
import { at, ctx, person, program } from './obstacle-life.js';

const names = { person: (id: string) => id, channel: (id: string) => id };
const now = at('2020-06-17', '10:00');
const today = localDay('2020-06-17');
const office = person(6, [{ role: 'coordinator', unitId: null }]);
const land: PlanFactor = { key: 'land', name: { zh: '土地', en: 'Land' }, measure: '亩' };
const energy: PlanFactor = { key: 'energy-quota', name: { zh: '能耗指标', en: 'Energy quota' }, measure: '吨标准煤' };
const capacity: PlanFactor = {
  key: 'environmental-capacity',
  name: { zh: '环境容量', en: 'Environmental capacity' },
  measure: '吨',
};
const funds: PlanFactor = { key: 'funds', name: { zh: '资金', en: 'Funds' }, measure: '万元' };

const need = (id: number, nickname: string, amount: number, more: Partial<Need> = {}): Need => ({
  id,
  programId: 1,
  poolId: 1,
  factor: 'land',
  part: '',
  projectId: id,
  code: `P-${String(id).padStart(3, '0')}`,
  projectName: `${nickname}项目`,
  nickname,
  category: 'industrial',
  projectStanding: 'open',
  stage: 'landed',
  unitId: 60,
  ownerId: 1,
  coOwnerIds: [],
  sponsorId: 4,
  startsOn: null,
  plannedStart: null,
  neededBy: null,
  source: null,
  obstacleId: null,
  obstacleNumber: null,
  askedById: 1,
  kept: false,
  class: 'other',
  gate: null,
  investment: null,
  amount: amount * 10_000,
  given: 0,
  released: 0,
  divisible: false,
  standing: 'open',
  askedAt: at('2020-05-25', '09:00'),
  ...more,
});
const p003 = need(3, '恒硕新材', 32, {
  gate: localDay('2020-06-30'),
  investment: 42_000,
  neededBy: localDay('2020-06-20'),
});
const p012 = need(12, '捷运货架', 45, { gate: localDay('2020-09-30'), investment: 18_600 });
const p052 = need(52, '蛋鸡', 60, { investment: 38_000 });
const batch = (amount: number, more: Partial<FactorBatch> = {}): FactorBatch => ({
  id: 1,
  amount: amount * 10_000,
  given: 0,
  from: today,
  ...more,
});
function seen(needs: readonly Need[], batches: readonly FactorBatch[], more: Partial<SeenPool> = {}): SeenPool {
  const pool = { id: 1, factor: 'land', part: '', batches };
  const lines = linesOf(needs, pool, today);
  const places = new Map(lines.map(({ request }, index) => [request.id, index + 1]));
  return { pool, factor: land, lines, places, whole: true, manages: true, ...more };
}
const project: NamedProject = {
  id: 3,
  code: 'P-003',
  name: '恒硕新材装配式建筑构件生产基地项目',
  unitId: 60,
  ownerId: 1,
  sponsorId: 4,
  coOwners: [],
  nicknames: [{ text: '恒硕新材' }],
  milestones: [],
};

async function golden(name: string, ...messages: readonly Message[]): Promise<void> {
  const lines = messages.map((each) =>
    readLines(each, blockLines(checkMessageBlocks(each.blocks), {}, {}, names).join('\n')),
  );
  await goldenSent(`factor/${name}`, messages);
  await goldenRead(`factor/${name}`, ...lines);
}

describe.each<Language>(['zh', 'en'])('factors, as people read them (%s)', (language) => {
  const plain = ctx(office, now, language);
  const mechanisms = { ...program.policy.mechanisms, factors: [land, funds, energy, capacity] };
  const reader = { ...plain, program: { ...plain.program, policy: { ...plain.program.policy, mechanisms } } };
  const messageOf = (outcome: Outcome): Message => {
    if (outcome.kind === 'refuse') return refusalMessage(outcome.refusal, language, null);
    if (outcome.kind !== 'say' && outcome.kind !== 'replace') throw new Error(outcome.kind);
    return outcome.message;
  };

  test('who waits and why in this order; to whom to give; nobody; in part, by class, a batch to come', async () => {
    const whole = seen([p003, p012, p052], [batch(120)]);
    const key = need(70, '高铁新城', 50, { class: 'provincial', investment: 90_000, gate: localDay('2021-06-30') });
    const part = need(71, '敬老院', 100, { class: 'livelihood', divisible: true });
    await golden(
      `list-${language}`,
      listMessage(reader, whole, 0, 'see'),
      listMessage(reader, whole, 0, 'choose'),
      listMessage(reader, seen([p052], [batch(120, { given: 770_000 })]), 0, 'see'),
      listMessage(reader, seen([], [batch(120)]), 0, 'see'),
      listMessage(reader, seen([part, key], [batch(20), batch(60, { id: 2, from: localDay('2020-07-01') })]), 0, 'see'),
      ruleMessage(reader, whole),
    );
  });

  test('an overview, and a project', async () => {
    const tce = need(7, '绿能热电', 12_000, { factor: 'energy-quota' });
    const air = need(4, '泰和源', 3, { factor: 'environmental-capacity', part: 'VOCs' });
    const told = {
      factor: 'land',
      part: '',
      project: 3,
      neededBy: null,
      divisible: false,
      source: '32亩建设用地指标未落实',
    };
    const money = need(3, '恒硕新材', 5_000, { factor: 'funds', given: 5_000 * 10_000 });
    await golden(
      `overview-${language}`,
      overviewMessage(reader, [
        seen([p052], [batch(120, { given: 770_000 })]),
        seen([tce], [batch(8_000)], { factor: energy }),
        seen([air], [], { factor: capacity, pool: { id: 3, factor: air.factor, part: 'VOCs', batches: [] } }),
        seen([], [batch(5_000)], { factor: funds }),
      ]),
      overviewMessage(reader, []),
      projectMessage(reader, project, [p003, money], null),
      projectMessage(reader, project, [], null),
      projectMessage(reader, project, [], { ...told, amount: 320_000 }),
      projectMessage(reader, project, [], { ...told, amount: null }),
    );
  });

  test('asked for, a batch entered, given, past one who waits', async () => {
    const draft = {
      factor: 'land',
      part: '',
      project: 3,
      amount: 320_000,
      neededBy: localDay('2020-06-20'),
      divisible: false,
      source: '32亩建设用地指标未落实',
    };
    const opening = { factor: 'land', part: '', amount: 1_200_000, from: localDay('2020-07-01') };
    const known = { ...draft, neededBy: null };
    await golden(
      `acts-${language}`,
      askPreview(reader, land, project, draft),
      askPreview(reader, land, project, { ...draft, neededBy: null, divisible: true, source: null }),
      askQuestion(reader, land, project, { ...known, amount: null }),
      askQuestion(reader, capacity, project, { ...known, factor: capacity.key, part: null }),
      askedMessage(reader, land, project, p003, seen([p003, p012], [batch(120)])),
      askedMessage(reader, land, project, p003, null),
      openPreview(reader, land, opening),
      openedMessage(reader, seen([], [batch(120, { from: localDay('2020-07-01') })]), opening),
      messageOf(
        givenOutcome(reader, {
          kind: 'given',
          need: p003,
          factor: land,
          give: 320_000,
          left: 880_000,
          passed: [],
          cleared: 14,
        }),
      ),
      messageOf(
        givenOutcome(reader, {
          kind: 'given',
          need: p052,
          factor: land,
          give: 600_000,
          left: 0,
          passed: [p003, p012, p003, p012],
          cleared: null,
        }),
      ),
    );
  });

  test('given back, and proposed to be recalled', async () => {
    const held = [p003, p012, p052, p003].map((each, place) => ({
      need: { ...each, id: place, given: each.amount },
      factor: land,
      plannedStart: localDay('2020-06-25'),
    }));
    await golden(
      `returned-${language}`,
      messageOf(
        returnedOutcome(reader, { kind: 'returned', need: p003, factor: land, amount: 320_000, left: 750_000 }),
      ),
      messageOf(returnedOutcome(reader, { kind: 'returned', need: p003, factor: land, amount: 0, left: 750_000 })),
      messageOf(keptOutcome(reader, land, { ...p003, given: 320_000 })),
      messageOf(returnedOutcome(reader, { kind: 'unknown' })),
      messageOf(returnedOutcome(reader, { kind: 'denied', why: '要素由项目办或主管部门配置' })),
      { text: '', blocks: recallBlocks(reader, held) },
    );
  });

  test('what other choices would do', async () => {
    const batches = [batch(120)];
    const small = need(15, '小厂', 30, { gate: localDay('2020-06-30'), investment: 9000 });
    const big = need(2, '钢构', 100, { gate: localDay('2020-06-30'), investment: 200_000 });
    const [few, more, none] = [
      seen([p003, p012, p052], batches),
      seen([big, p003, p012, small], batches),
      seen([], batches),
    ];
    await golden(
      `what-if-${language}`,
      ...(await Promise.all(
        [few, more, none].map(async (each) => whatIfMessage(reader, each, await whatIf({ today }, each))),
      )),
    );
  });

  test('a pool as a picture', async () => {
    const batches = [
      batch(120, { given: 770_000, from: localDay('2020-01-01') }),
      batch(50, { id: 2, from: localDay('2020-09-01') }),
    ];
    const more = need(15, '小厂', 20, { neededBy: localDay('2020-10-31') });
    const messages = [seen([p003, p012, p052, more], batches), seen([], [batch(120)])].map((each) =>
      pictureMessage(reader, each),
    );
    for (const { picture } of messages) if (picture) expectSaid(picture);
    await golden(`picture-${language}`, ...messages);
    await goldenRead(`factor/picture-alt-${language}`, ...messages.map(({ picture }) => picture?.alt ?? ''));
  });

  test('on home tabs and on a project’s card', async () => {
    const given = seen([p003, p012, p052], [batch(120)]);
    const own = given.lines.filter(({ request }) => request.id !== 12).map((line) => [given, line] as const);
    const needs = [{ ...p003, given: 320_000 }, p052];
    await golden(
      `home-${language}`,
      { text: '', blocks: homeFactorBlocks(reader, { given: [given], own: [] }) },
      { text: '', blocks: homeFactorBlocks(reader, { given: [], own }) },
      { text: '', blocks: projectFactorBlocks(reader, needs, 3) },
    );
    expect(homeFactorBlocks(reader, { given: [], own: [] })).toEqual([]);
    expect(projectFactorBlocks(reader, [], 3)).toEqual([]);
  });

  test('its form', async () => {
    const known = { factor: capacity.key, project: 3, amount: null, neededBy: null, source: null };
    const views = [
      askForm(reader, capacity, project, { ...known, part: null, divisible: false }),
      askForm(reader, land, project, { ...known, factor: 'land', part: '', amount: 325_000, divisible: true }),
      backForm(reader, land, { ...p003, given: 320_000 }),
    ].map((outcome) => {
      if (outcome.kind !== 'view') throw new Error(outcome.kind);
      return outcome.view;
    });
    await goldenSent(`factor/form-${language}`, views);
    await goldenRead(`factor/form-${language}`, ...views.map(formLines));
  });

  test('every refusal', async () => {
    const outcomes: readonly Outcome[] = [
      unknownRefusal(reader, null),
      unknownRefusal(reader, land),
      deniedRefusal(reader, language === 'zh' ? '要素由项目办或主管部门配置' : 'a factor is for its department'),
      ...(['factor', 'amount', 'past', 'days'] as const).map((what) => lineRefusal(reader, { what })),
      lineRefusal(reader, { what: 'project', typed: 'P-999' }),
      partRefusal(reader, capacity),
      waitsRefusal(reader, land, project),
      givenOutcome(reader, {
        kind: 'short',
        need: need(7, '绿能热电', 12_000),
        factor: energy,
        wanted: 120_000_000,
        left: 80_000_000,
        by: 40_000_000,
      }),
      givenOutcome(reader, { kind: 'meanwhile', need: { ...p003, given: 320_000 }, factor: land }),
      givenOutcome(reader, { kind: 'meanwhile', need: p003, factor: land }),
    ];
    expect(outcomes).toHaveLength(13);
    await golden(`refusals-${language}`, ...outcomes.map(messageOf));
  });
});
