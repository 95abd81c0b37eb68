import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/program.js';
import type { Ctx, Outcome } from '../../../src/feature.js';
import { amend, amendByForm } from '../../../src/features/progress/amend.js';
import { messageChanged } from '../../../src/features/progress/message-changed.js';
import { report } from '../../../src/features/progress/report.js';
import { reportByForm } from '../../../src/features/progress/report-by-form.js';
import { pressUndo, undoByWord } from '../../../src/features/progress/undo.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let owner: Person;
let minute = 0;
const by = (who: Person = owner): Ctx => world.ctx(who, world.at('2020-06-17', '09:00') + minute++ * 60_000);
const line = (text: string) => ({ text, surface: 'progress' as const, thread: null, files: [] });
const words = (outcome: Outcome | null): string => JSON.stringify(outcome);
/** Reports a line and answers its cause. */
async function say(text: string, who: Person = owner): Promise<string> {
  const ctx = by(who);
  const outcome = await report(ctx, line(text));
  expect(outcome.kind, words(outcome)).toBe('say');
  return ctx.cause;
}
const step = (code: string, name: string) =>
  world.opened.client.milestone.findFirstOrThrow({ where: { name, project: { code } } });
const percent = async (code = 'P-001', name = '设备安装') => (await step(code, name)).percent;
const newest = async (code = 'P-001', name = '设备安装') =>
  world.opened.client.report.findUniqueOrThrow({ where: { id: (await step(code, name)).reportId ?? 0 } });

beforeAll(async () => {
  world = await openWorld(await dongE());
  owner = await world.person('hezhiyuan');
});
afterAll(() => world.close());

describe('a percent that falls needs its reason, which is kept', () => {
  it('by a line: refused without one, with the example of its own project; kept with one, in the person’s words', async () => {
    await say('P-001 设备安装 40%');
    const refused = await report(by(), line('P-001 设备安装 30%'));
    expect(words(refused)).toContain('P-001 设备安装 30%，上次报多了');
    expect(await percent()).toBe(40);
    await say('P-001 设备安装 30%，有一段要返工');
    expect(await percent()).toBe(30);
    expect((await newest()).note).toContain('返工');
  });

  it('by the form, in its note', async () => {
    const milestone = (await step('P-001', '设备安装')).id;
    const filled = { milestone, 'done-on': null, forecast: null, investment: null };
    expect(words(await reportByForm(by(), { ...filled, percent: '20', note: null }))).toContain('写明原因');
    expect(await percent()).toBe(30);
    expect((await reportByForm(by(), { ...filled, percent: '20', note: '设备退货' })).kind).toBe('say');
    expect([await percent(), (await newest()).note]).toEqual([20, '设备退货']);
  });

  it('by an amendment, though less stood before it; a coordinator’s, too', async () => {
    const cause = await say('P-001 设备安装 70%');
    const lower = (ctx: Ctx, why: string | null) => amendByForm(ctx, { cause }, { line: 'P-001 设备安装 50%', why });
    expect(words(await lower(by(), null))).toContain('写明原因');
    expect(words(await lower(by(await world.anyone('coordinator')), null))).toContain('写明原因');
    expect(await percent()).toBe(70);
    expect((await lower(by(), '看错了表')).kind).toBe('say');
    expect([await percent(), (await newest()).note]).toEqual([50, '看错了表']);
  });

  it('by an edited message, which says so and leaves the report', async () => {
    const cause = await say('P-001 设备安装 60%');
    const changed = {
      ...{ where: 'direct' as const, threadOf: null, files: [], of: cause, change: 'edited' as const },
    };
    const edit = async (text: string) => {
      const ctx = by();
      return messageChanged({ ...ctx, cause: `${cause}:edited:${ctx.now}` }, { ...changed, text } as never);
    };
    expect(words(await edit('P-001 设备安装 55%'))).toContain('变低了');
    expect(await percent()).toBe(60);
    expect(words(await edit('P-001 设备安装 55% 上次报多了'))).toContain('已更正');
    expect(await percent()).toBe(55);
  });

  it('by an undo: asked for by a press, kept in the log, and shown', async () => {
    const cause = await say('P-001 设备安装 80%');
    const asked = await pressUndo(by(), { cause });
    expect(words(asked)).toContain('80% → 55%');
    expect(await percent()).toBe(80);
    const ctx = by();
    expect(words(await pressUndo(ctx, { cause, why: '报多了' }))).toContain('原因：报多了');
    expect(await percent()).toBe(55);
    const [logged] = await world.opened.client.activity.findMany({ where: { cause: ctx.cause } });
    expect(logged?.after).toMatchObject({ reason: '报多了', falls: [{ milestone: '设备安装', from: 80, to: 55 }] });
    expect(words(await pressUndo(by(), { cause, why: '报多了' }))).toContain('先前已经撤销');
  });

  it('by a typed undo that says why itself; where nothing stood before, nothing falls', async () => {
    const cause = await say('P-001 设备安装 90%');
    expect(words(await undoByWord(by(), cause, '撤销'))).toContain('为什么');
    expect(words(await undoByWord(by(), cause, '刚才报错了'))).toContain('已撤销');
    expect(await percent()).toBe(55);
    const first = await say('P-001 竣工投产 5%');
    expect(words(await undoByWord(by(), first, '撤销'))).toContain('已撤销');
  });

  it('so does a figure of the year, by an amendment as by a line', async () => {
    const cause = await say('P-001 完成投资5200万');
    const lower = (why: string | null) => amendByForm(by(), { cause }, { line: 'P-001 完成投资5000万', why });
    expect(words(await lower(null))).toContain('写明原因');
    expect((await lower('多报了一张凭证')).kind).toBe('say');
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    expect(project.doneInvestment).toBe(5000);
    // Beyond the total the form names the last figure and the way on, and takes it with a reason.
    const { id: milestone } = await world.opened.client.milestone.findFirstOrThrow({
      where: { projectId: project.id },
    });
    const filled = { milestone, percent: null, 'done-on': null, forecast: null, investment: '9990000', note: null };
    const refused = await reportByForm(by(), filled);
    expect(refused).toMatchObject({
      kind: 'errors',
      errors: { investment: expect.stringContaining('上次 5,000万元') },
    });
    expect(words(refused)).toContain('在“说明”里写明原因');
    const again = { cause: await say('P-001 完成投资5100万') };
    const beyond = await amendByForm(by(), again, { line: 'P-001 完成投资999亿', why: null });
    expect(words(beyond)).toContain('写上“更正”');
  });
});

describe('an amendment of a message that stated several things', () => {
  it('touches what it names, and says what it leaves', async () => {
    const coordinator = await world.anyone('coordinator');
    const cause = await say('P-001 设备安装 60%；P-061 主体封顶 46%', coordinator);
    const amended = await amend(by(coordinator), cause, line('P-061 主体封顶 48%'));
    expect(amended).toMatchObject({
      kind: 'amended',
      kept: [{ code: 'P-061', percent: 48 }],
      left: [{ code: 'P-001', milestone: '设备安装', percent: 60 }],
    });
    expect([await percent(), await percent('P-061', '主体封顶')]).toEqual([60, 48]);
    // What it names none of is not touched at all.
    expect(await amend(by(coordinator), cause, line('P-003 用地 80%'))).toEqual({ kind: 'names-none' });
    expect(await percent()).toBe(60);
  });
});
