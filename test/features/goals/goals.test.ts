import type { ModalView } from '@slack/types';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/program.js';
import type { Outcome } from '../../../src/feature.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { goals as feature } from '../../../src/features/goals/index.js';
import type { Message } from '../../../src/message.js';
import { checkMessageBlocks, checkView } from '../../../src/sandbox/block-kit/check.js';
import type { Store } from '../../../src/store/home/open.js';
import type { Language } from '../../../src/text/language.js';
import { openTestStore } from '../../support/store.js';
import { type County, county, dongE } from '../digest/world.js';

let opened: Store;
let world: County;
let counties = 0;
const whole = await dongE();
const plan = { ...whole, projects: whole.projects.filter((_, index) => index % 4 === 0) };

beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await county(opened, plan, `G${counties++}`);
});

async function goals(who: Person, text: string, now: number, language: Language = 'zh'): Promise<Outcome> {
  const outcome = await feature.commands?.[0]?.run(world.ctx(who, now, language), text);
  if (outcome === undefined) throw new Error('no command');
  return outcome;
}

async function press(who: Person, message: Message, label: RegExp, now: number): Promise<Outcome> {
  const elements = message.blocks.flatMap((block) => {
    const { accessory, elements: own = [] } = block as { accessory?: object; elements?: object[] };
    return [...(accessory ? [accessory] : []), ...own];
  }) as { action_id?: string; value?: string; text?: { text: string } }[];
  const pressed = elements.find(
    (each) => each.action_id !== undefined && label.test(`${each.action_id} ${each.text?.text}`),
  );
  const action = feature.actions?.find(({ id }) => pressed?.action_id?.split('#')[0] === id);
  if (pressed?.value === undefined || action === undefined) throw new Error(`no button ${label}`);
  return action.run(world.ctx(who, now), { value: JSON.parse(pressed.value), chosen: null, view: null });
}

function said(outcome: Outcome): string {
  if (outcome.kind === 'say' || outcome.kind === 'replace') {
    checkMessageBlocks(outcome.message.blocks);
    return plainLines(outcome.message.blocks);
  }
  if (outcome.kind === 'refuse') return Object.values(outcome.refusal).join('\n');
  throw new Error(`nothing was said: ${outcome.kind}`);
}

const messageOf = (outcome: Outcome): Message => {
  if (outcome.kind !== 'say') throw new Error(said(outcome));
  return outcome.message;
};

const june = (day: number, time = '10:00') => world.at(`2020-06-${String(day).padStart(2, '0')}`, time);

describe('/goals', () => {
  test('says each goal with its gate; without reports there is no forecast, and it says so', async () => {
    const text = said(await goals(await world.anyone('leader'), '', june(17)));
    expect(text).toContain('目标与关口 · 6月17日');
    expect(text).toMatch(/项目开工率 ?\d+\/\d+（[\d.]+%）\n6月30日要60%：/);
    expect(text).toContain('还没有可推算的数据');
    // What was never entered is neither zero nor behind.
    expect(text).toContain('到位资金\n12月31日要40亿元：未登记\n');
    expect(text).not.toMatch(/到位资金 0|进度落后|进度跟上/);
  });

  test('carries the pace of the reports on to the gate, and names the projects that would still make it', async () => {
    const industrial = plan.projects.filter(({ category, stage }) => category === 'industrial' && stage === 'landed');
    const [first, second] = industrial.filter(({ milestones }) => milestones.some(({ name }) => name === '开工'));
    if (!first || !second) throw new Error('the plan has no two such projects');
    await world.report(first.code, '开工', { done: true }, world.at('2020-04-20', '10:00'));
    await world.report(second.code, '开工', { done: true }, june(10));
    const text = said(await goals(await world.anyone('leader'), '工业重点项目开工', june(17)));
    expect(text).toMatch(/9月30日要\d+个：过不了，还差\d+个\n推算\d+个：4月22日\d+个，56天增1个/);
    expect(text).toMatch(/还差 ?\d+个，有望赶在关口前的只有 ?\d+个|最有把握的 ?\d+个项目/);
  });

  test('the list behind a number agrees with it for ever, whatever is reported later', async () => {
    const leader = await world.anyone('leader');
    const message = messageOf(await goals(leader, '项目开工率', june(17)));
    const before = /项目开工率 ?(\d+)\//.exec(said({ kind: 'say', message }))?.[1];
    const late = plan.projects.find(
      ({ category, stage, milestones }) =>
        category === 'industrial' && stage === 'landed' && milestones.some(({ name }) => name === '开工'),
    );
    await world.report(late?.code ?? '', '开工', { done: true }, june(17, '11:00'));
    const outcome = await press(leader, message, /goals\.open/, june(18));
    if (outcome.kind !== 'view') throw new Error(outcome.kind);
    checkView(outcome.view, 'modal');
    expect(plainLines(outcome.view.blocks)).toContain(`计入${before}个`);
    expect((outcome.view as ModalView).title.text).toBe('项目开工率');
  });

  test('an official sees the numbers, and of the projects only those that are theirs to see', async () => {
    const official = await world.anyone('official');
    const message = messageOf(await goals(official, '项目开工率', june(17)));
    const outcome = await press(official, message, /goals\.open/, june(17));
    if (outcome.kind !== 'view') throw new Error(outcome.kind);
    expect(plainLines(outcome.view.blocks)).toMatch(/另有 ?\d+个不在您可以查看的范围内/);
    const leaders = messageOf(await goals(await world.anyone('leader'), '项目开工率', june(17)));
    expect(said({ kind: 'say', message }).split('\n').slice(2, 4)).toEqual(
      said({ kind: 'say', message: leaders }).split('\n').slice(2, 4),
    );
  });
});

describe('a goal that no project adds up to', () => {
  test('is recorded by a coordinator, with the way back; the digest of that day says it', async () => {
    const coordinator = await world.anyone('coordinator');
    expect(said(await goals(coordinator, '到位资金 12.3亿', june(16)))).toBe(
      '已登记：到位资金 12.3亿元（截至6月16日），首次登记\n[撤销]',
    );
    const second = await goals(coordinator, '到位资金 15亿6月17日', june(17));
    expect(said(second)).toContain('已登记：到位资金 15亿元（截至6月17日），上次 12.3亿元');
    expect(said(await goals(coordinator, '到位资金', june(17, '11:00')))).toContain('到位资金 15/40亿元');

    const undone = await press(coordinator, messageOf(second), /goals\.undo/, june(17, '12:00'));
    expect(said(undone)).toBe('已撤销：到位资金 15亿元，现在是 12.3亿元');
    expect(said(await press(coordinator, messageOf(second), /goals\.undo/, june(17, '12:30')))).toBe(said(undone));
    expect(said(await goals(coordinator, '到位资金', june(17, '13:00')))).toContain('到位资金 12.3/40亿元');
    expect(said(await goals(coordinator, '到位资金', june(17, '11:00')))).toContain('到位资金 15/40亿元');
  });

  test('far beyond its target is asked about, with the last value, and recorded once', async () => {
    const coordinator = await world.anyone('coordinator');
    const records = () => opened.client.goalRecord.count({ where: { programId: world.program.id } });
    await goals(coordinator, '到位资金 12.3亿', june(16));
    const asked = await goals(coordinator, '到位资金 999亿', june(17));
    expect(said(asked)).toBe(
      '到位资金 999亿元？全年目标 40亿元，上次 12.3亿元\n[就是 999亿元]\n还没有登记；数不对，改好再发',
    );
    expect(await records()).toBe(1);
    const pressed = await press(coordinator, messageOf(asked), /goals\.record/, june(17, '11:00'));
    expect(pressed.kind).toBe('replace');
    expect(said(pressed)).toContain('已登记：到位资金 999亿元（截至6月17日），上次 12.3亿元');
    await press(coordinator, messageOf(asked), /goals\.record/, june(17, '11:01'));
    expect(await records()).toBe(2);
    expect(said(await goals(coordinator, '到位资金 80亿', june(17, '12:00')))).toContain('已登记');
  });

  test('a value of an earlier day does not replace a later one', async () => {
    const coordinator = await world.anyone('coordinator');
    await goals(coordinator, '招商活动40次', june(16));
    await goals(coordinator, '招商活动31次5月31日', june(17));
    expect(said(await goals(coordinator, '招商活动', june(17, '11:00')))).toContain('招商活动 40/108次');
  });

  test('the same press twice is one record', async () => {
    const ctx = world.ctx(await world.anyone('coordinator'), june(17));
    const run = feature.commands?.[0]?.run;
    const once = await run?.(ctx, '利用外资 310万美元');
    expect(await run?.({ ...ctx, retried: true }, '利用外资 310万美元')).toEqual(once);
    expect(await opened.client.goalRecord.count({ where: { programId: world.program.id } })).toBe(1);
  });

  test('nobody else records, and what projects add up to is not recorded', async () => {
    const refused = said(await goals(await world.anyone('leader'), '到位资金 12亿', june(17)));
    expect(refused).toContain('只有统筹人员可以这样做');
    const addedUp = said(await goals(await world.anyone('coordinator'), '项目开工率 60%', june(17)));
    expect(addedUp).toContain('由项目汇总，不能直接登记');
    expect(said(await goals(await world.anyone('coordinator'), '到位资金 12', june(17)))).toContain('看不懂数值“12”');
  });
});
