import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Plan, PlanProject } from '../../src/domain/plan.js';
import { type County, openCounty } from '../support/county.js';

const coordinator = 'renchangqing';

/** P-004 behind its pace from 12 June on, P-010 with the step that the gate of 30 June depends on; slips by themselves. */
function planned(seed: Plan): Plan {
  const project = (code: string, more: (project: PlanProject) => Partial<PlanProject> = () => ({})): PlanProject => {
    const found = seed.projects.find((each) => each.code === code);
    if (!found) throw new Error(`no project ${code}`);
    return { ...found, ...more(found) };
  };
  const gate = project('P-010', ({ milestones }) => ({
    start: localDay('2020-06-22'),
    milestones: milestones.flatMap((step) =>
      step.name === '开工' ? [{ ...step, due: localDay('2020-06-29') }] : step.name === '竣工投产' ? [step] : [],
    ),
  }));
  const mechanisms = { ...seed.mechanisms, slips: { automatic: true, blueWorkdays: 3 } };
  return { ...seed, mechanisms, projects: [project('P-004'), gate] };
}

describe('slips by themselves', { timeout: 240_000 }, () => {
  let county: County;
  let other: Awaited<ReturnType<County['startBot']>>;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-10T16:00:00+08:00', plan: planned });
    other = await county.startBot();
    const say = (as: string, text: string) => county.act(as, { do: 'command', channel: '项目攻坚年', text });
    await say('renshouxin', '/progress P-004 立项 完成');
    await say('renshouxin', '/progress P-004 环评 30%');
    await say('tianlijuan', '/progress P-010 开工 95%');
  }, 240_000);
  afterAll(async () => {
    await other?.stop();
    await county.close();
  });

  const slips = () => county.opened.client.slip.findMany({ orderBy: { number: 'asc' } });
  const slip = (number: number) => county.opened.client.slip.findFirstOrThrow({ where: { number } });
  async function posts(beginning: string): Promise<readonly string[]> {
    const where = { dedupeKey: { startsWith: beginning } };
    const found = await county.opened.client.post.findMany({ where, orderBy: { id: 'asc' } });
    return found.map(({ body }) => JSON.stringify(body));
  }
  /** In June 2020, `DDTHH:mm`; all that was due is done. */
  async function to(at: string): Promise<void> {
    await county.clock({ set: `2020-06-${at}:00+08:00` });
    await county.app.rest();
  }
  const unitPost = async (number: number) => {
    const { id } = await slip(number);
    return (await county.opened.client.post.findMany({ where: { dedupeKey: `slip:${id}` } })).map(({ body }) =>
      JSON.stringify(body),
    );
  };

  it('is yellow on the morning of the day that puts it 10 points behind, and not the day before', async () => {
    await to('11T08:40');
    expect(await slips()).toEqual([]);
    await to('12T08:29');
    expect(await slips()).toEqual([]);
    await to('12T08:30');
    expect(await slips()).toMatchObject([
      {
        number: 1,
        colour: 'yellow',
        standing: 'open',
        dueDay: '2020-07-15',
        issuedById: null,
        pace: 41.1,
        behind: 11.1,
      },
    ]);
    await to('12T08:32');
    expect(await unitPost(1)).toEqual([expect.stringContaining('6月12日序时41.1%，落后11.1个百分点')]);
    await to('15T08:40');
    expect(await slips()).toHaveLength(1);
  });

  it('is blue at 8:30 of the third working day before, inside its owner’s morning message', async () => {
    await to('22T08:40');
    expect(await slips()).toHaveLength(1);
    await to('23T08:29');
    expect(await slips()).toHaveLength(1);
    await to('23T08:30');
    expect(await slip(2)).toMatchObject({ colour: 'blue', standing: 'open', dueDay: '2020-06-29', issuedById: null });
    expect((await posts('prompt:2020-06-23')).join()).toContain('督〔2020〕2号（蓝）');
    await to('23T08:32');
    expect(await unitPost(2)).toEqual([expect.stringContaining('6月23日自动发出')]);
    await to('24T08:40');
    expect(await slips()).toHaveLength(2);
  });

  it('not reported: a red draft to the coordinators on the day after, same number; a hand alone makes it red', async () => {
    await to('30T08:29');
    expect(await slip(2)).toMatchObject({ redDraft: null, colour: 'blue' });
    await to('30T08:32');
    const { id } = await slip(2);
    expect(await slip(2)).toMatchObject({ redDraft: 'asked', colour: 'blue' });
    const drafts = await posts(`slip:${id}:judge`);
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) expect(draft).toContain('转红，待签发');
    expect((await unitPost(2)).join()).not.toContain('待签发');
    await to('30T10:00');
    expect(await slip(2)).toMatchObject({ colour: 'blue' });
    const told = async () => JSON.stringify(await county.seen(coordinator, 'bot'));
    await expect.poll(told, { timeout: 90_000, interval: 500 }).toContain('转红，待签发');
    await county.act(coordinator, { do: 'press', label: '转红' });
    await expect
      .poll(() => slip(2), { timeout: 30_000, interval: 200 })
      .toMatchObject({ number: 2, colour: 'red', redDraft: null });
    expect((await unitPost(2)).join()).toContain('督〔2020〕2号（红）');
  });

  it('closes by the report that does it; nothing more is said, and none is issued again', async () => {
    await county.act('tianlijuan', { do: 'command', channel: '项目攻坚年', text: '/progress P-010 开工 完成' });
    await expect
      .poll(() => slip(2), { timeout: 30_000, interval: 200 })
      .toMatchObject({ standing: 'closed', endedOn: '2020-06-30' });
    await county.clock({ set: '2020-07-01T08:40:00+08:00' });
    await county.app.rest();
    expect(await slips()).toHaveLength(2);
    expect(county.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
