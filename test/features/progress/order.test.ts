import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Person } from '../../../src/domain/program.js';
import type { Ctx, Outcome } from '../../../src/feature.js';
import { answerAsked } from '../../../src/features/conversation/answer.js';
import { amendByForm, amendByWord } from '../../../src/features/progress/amend.js';
import { pressOrder } from '../../../src/features/progress/answer-order.js';
import { messageChanged } from '../../../src/features/progress/message-changed.js';
import { report } from '../../../src/features/progress/report.js';
import { reportByForm } from '../../../src/features/progress/report-by-form.js';
import { undo } from '../../../src/features/progress/undo.js';
import { answerNumber, done } from '../../../src/features/prompt/answer.js';
import { askOwners } from '../../../src/features/prompt/ask.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let owner: Person;
let minute = 0;
const by = (who: Person = owner, language: 'zh' | 'en' = 'zh'): Ctx =>
  world.ctx(who, world.at('2020-06-17', '09:00') + minute++ * 60_000, language);
const line = (text: string) => ({ text, surface: 'progress' as const, thread: null, files: [] });
const words = (outcome: Outcome | null): string => JSON.stringify(outcome);
const step = (name: string, code = 'P-061') =>
  world.opened.client.milestone.findFirstOrThrow({ where: { name, project: { code } } });
const percents = async () => [(await step('主体封顶')).percent, (await step('竣工投产')).percent];
/** Reports, or answers what was asked, in a way that must be kept. */
async function keep(outcome: Promise<Outcome | null>): Promise<void> {
  expect(words(await outcome)).toMatch(/已记下|已更正/);
}

beforeAll(async () => {
  world = await openWorld(await dongE());
  owner = await world.person('hezhiyuan');
  const ownerId = (await world.person('zhangdesheng')).id;
  await world.opened.client.milestone.update({ where: { id: (await step('竣工投产')).id }, data: { ownerId } });
  await keep(report(by(), line('P-061 主体封顶 75%')));
});
afterAll(() => world.close());

/** What is asked, whichever way it came: nothing is kept by it. */
async function asks(ctx: Ctx, outcome: Promise<Outcome | null>, stands: (number | null)[] = [75, null]) {
  const asked = await outcome;
  expect(asked?.kind).toBe('say');
  expect(words(asked)).toContain('P-061 竣工投产完成？前面还有1步：主体封顶75%');
  for (const label of ['一并报完成', '只记竣工投产', '都不记']) expect(words(asked)).toContain(`"text":"${label}"`);
  expect(await percents()).toEqual(stands);
  return (choice: string) => pressOrder({ ...by(), place: ctx.place }, { asked: ctx.cause, choice });
}

/** As it was before a part of this test. */
async function back(...causes: string[]): Promise<void> {
  for (const cause of causes) expect((await undo(by(), cause, '报错了地方')).kind).toBe('undone');
  expect(await percents()).toEqual([75, null]);
}

describe('finishing a step over an earlier one that is open asks', () => {
  it('by a line: neither is kept until it is answered, once', async () => {
    const ctx = by();
    const press = await asks(ctx, report(ctx, line('P-061 竣工投产 完成了，已试生产')));
    expect(words(await press('neither'))).toContain('没有记');
    expect(await percents()).toEqual([75, null]);
    expect(words(await press('both'))).toContain('已经答过');
    expect(await percents()).toEqual([75, null]);
  });

  it('“only this one” keeps it with all that was said, and leaves the other', async () => {
    const ctx = by();
    const press = await asks(ctx, report(ctx, line('P-061 竣工投产 6月15日完成，已试生产')));
    const kept = await press('alone');
    expect([kept.kind, words(kept)]).toEqual(['replace', expect.stringContaining('试生产')]);
    expect(await percents()).toEqual([75, 100]);
    expect((await step('竣工投产')).doneOn).toBe('2020-06-15');
    const again = by();
    // What stands is no news: it is not asked again.
    await keep(report(again, line('P-061 竣工投产 6月16日完成')));
    const { cause } = await world.opened.client.report.findFirstOrThrow({
      orderBy: { id: 'asc' },
      where: { doneOn: '2020-06-15' },
    });
    await back(again.cause, cause);
  });

  it('typed: 对 is both, finished by the same day; 第二个 is the second; 算了 ends it', async () => {
    const place = { channelId: 'D9', threadTs: null, messageTs: null };
    const here = () => ({ ...by(), place });
    const ask = () => {
      const ctx = here();
      return asks(ctx, report(ctx, line('P-061 竣工投产 6月15日完成')));
    };
    await ask();
    const both = here();
    await keep(answerAsked(both, '对'));
    expect(await percents()).toEqual([100, 100]);
    expect((await step('主体封顶')).doneOn).toBe('2020-06-15');
    await back(both.cause);
    await ask();
    const second = here();
    await keep(answerAsked(second, '第二个'));
    expect(await percents()).toEqual([75, 100]);
    await back(second.cause);
    await ask();
    expect(words(await answerAsked(here(), '算了'))).toContain('没有记');
    expect(await percents()).toEqual([75, null]);
  });

  it('a line that says both asks nothing; one that says what is left of the earlier asks with that', async () => {
    const ctx = by();
    await keep(report(ctx, line('P-061 主体封顶完成了，竣工投产完成了')));
    expect(await percents()).toEqual([100, 100]);
    await back(ctx.cause);
    const left = by();
    const asked = await report(left, line('P-061 主体封顶 90%，竣工投产完成了'));
    expect(words(asked)).toContain('主体封顶90%');
    expect(await percents()).toEqual([75, null]);
    const both = by();
    await keep(pressOrder(both, { asked: left.cause, choice: 'both' }));
    expect(await percents()).toEqual([100, 100]);
    await back(both.cause);
  });

  it('an earlier step of which nothing was reported is no reason to ask', async () => {
    const ctx = by();
    await keep(report(ctx, line('P-061 主体封顶 100%')));
    expect(await step('施工许可')).toMatchObject({ percent: null });
    await back(ctx.cause);
  });

  it('what somebody finished meanwhile keeps their day, and is not noted again', async () => {
    const ctx = by();
    const press = await asks(ctx, report(ctx, line('P-061 竣工投产 6月15日完成')));
    const meanwhile = by();
    await keep(report(meanwhile, line('P-061 主体封顶 6月10日完成')));
    const both = await press('both');
    expect(words(both)).toContain('竣工投产');
    expect(words(both)).not.toContain('主体封顶');
    expect((await step('主体封顶')).doneOn).toBe('2020-06-10');
    expect((await step('竣工投产')).doneOn).toBe('2020-06-15');
    const { cause } = await world.opened.client.report.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await back(cause, meanwhile.cause);
  });

  it('by the form, and by 100 % there', async () => {
    const milestone = (await step('竣工投产')).id;
    const filled = { milestone, 'done-on': null, forecast: null, investment: null, note: '试生产' };
    const hundred = by();
    await asks(hundred, reportByForm(hundred, { ...filled, percent: '100' }));
    const day = by();
    const press = await asks(day, reportByForm(day, { ...filled, percent: null, 'done-on': localDay('2020-06-15') }));
    await keep(press('alone'));
    const { cause, note } = await world.opened.client.report.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(note).toBe('试生产');
    await back(cause);
  });

  it('by an amendment, in its form and by a word, and a coordinator’s: the report stands until it is answered', async () => {
    const first = by();
    await keep(report(first, line('P-061 竣工投产 60%')));
    const office = await world.anyone('coordinator');
    const theirs = by(office);
    await asks(
      theirs,
      amendByForm(theirs, { cause: first.cause }, { line: 'P-061 竣工投产 完成', why: null }),
      [75, 60],
    );
    const word = by();
    await asks(word, amendByWord(word, first.cause, '100'), [75, 60]);
    const form = by();
    const press = await asks(
      form,
      amendByForm(form, { cause: first.cause }, { line: 'P-061 竣工投产 完成', why: null }),
      [75, 60],
    );
    const both = await press('both');
    expect(words(both)).toContain('已更正');
    expect(await percents()).toEqual([100, 100]);
    const { cause } = await world.opened.client.report.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await back(cause);
  });

  it('by an edited message', async () => {
    const first = by();
    await keep(report(first, line('P-061 竣工投产 60%')));
    const changed = {
      where: 'direct',
      threadOf: null,
      files: [],
      of: first.cause,
      change: 'edited',
      ts: '1592355600.0',
    };
    const ctx = { ...by(), cause: `${first.cause}:edited:1` };
    const press = await asks(ctx, messageChanged(ctx, { ...changed, text: 'P-061 竣工投产 完成' } as never), [75, 60]);
    expect(words(await press('neither'))).toContain('原来的上报不变');
    expect(await percents()).toEqual([75, 60]);
    await back(first.cause);
  });

  it('by a press in the morning’s question, and by its number', async () => {
    const today = localDay('2020-06-17');
    await world.opened.client.$executeRawUnsafe(`UPDATE person SET "slackUserId" = 'U' || id`);
    await askOwners(world.job(world.at('2020-06-17', '08:30')), today);
    const prompts = await world.opened.client.prompt.findMany();
    const items = await world.opened.client.promptItem.findMany({ orderBy: [{ promptId: 'asc' }, { ordinal: 'asc' }] });
    const steps = await world.opened.client.milestone.findMany({ include: { project: true } });
    const found = items.flatMap(({ promptId, milestoneId }) => {
      const later = steps.find(({ id }) => id === milestoneId);
      const earlier = steps.find((each) => each.projectId === later?.projectId && each.ordinal < later.ordinal);
      return later && earlier && later.percent !== 100 ? [{ promptId, later, earlier }] : [];
    })[0];
    if (!found) throw new Error('nobody is asked about a later step');
    const { later, earlier } = found;
    const { code } = later.project;
    // Of a roadmap the first open step is asked about; an earlier one is taken back after that.
    await world.report(code, earlier.name, { percent: 40 }, world.at('2020-06-17', '08:40'));
    const asked = await world.store.people.byId(
      world.program.id,
      prompts.find(({ id }) => id === found.promptId)?.personId ?? 0,
      today,
    );
    if (!asked) throw new Error('nobody');
    const row = { prompt: found.promptId, milestone: later.id };
    const question = `${code} ${later.name}完成？前面还有1步：${earlier.name}40%`;
    const pressed = by(asked.person);
    expect(words(await done(pressed, row))).toContain(question);
    const place = { channelId: null, threadTs: null, messageTs: null };
    const number = { percent: 100, day: null, text: null };
    expect(words(await answerNumber(by(asked.person), { ...row, place }, number))).toContain(question);
    expect((await step(later.name, code)).percent).not.toBe(100);
    await keep(pressOrder(by(asked.person), { asked: pressed.cause, choice: 'both' }));
    expect((await step(later.name, code)).percent).toBe(100);
    expect((await step(earlier.name, code)).percent).toBe(100);
  });

  it('in English; several earlier steps are counted, and named below', async () => {
    const ctx = by(owner, 'en');
    const one = await report(ctx, line('P-061 竣工投产 done'));
    expect(words(one)).toContain('P-061 completion 竣工投产 done? topping-out 主体封顶 75% is open');
    expect(words(one)).toContain('"text":"Only completion 竣工投产"');
    const started = by();
    await keep(report(started, line('P-061 开工 50%')));
    const two = by(owner, 'en');
    const asked = words(await report(two, line('P-061 竣工投产 done')));
    expect(asked).toContain('2 earlier steps are open');
    expect(asked).toContain('start 开工 50%, topping-out 主体封顶 75%');
    expect(words(await pressOrder(by(owner, 'en'), { asked: 'nothing', choice: 'both' }))).toContain('too old');
    await back(started.cause);
  });

  it('who may not report the earlier step is not offered to finish it', async () => {
    const other = await world.person('zhangdesheng');
    const asked = words(await report(by(other), line('P-061 竣工投产 完成了')));
    expect(asked).toContain('前面还有1步');
    expect(asked).not.toContain('一并报完成');
  });
});
