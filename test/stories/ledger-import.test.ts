import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const COORDINATOR = 'renchangqing';

const dongE = async () => ({
  name: '2020年重点项目台账.xlsx',
  base64: (await readFile('test/sheets/ledgers/dong-e-2020.xlsx')).toString('base64'),
});

describe('the county’s spreadsheet, from dropping it to undoing it', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ said: true });
  }, 60_000);
  afterAll(() => county.close());

  /** The message of the import: the newest that is in no thread. */
  const top = async () => (await county.seen(COORDINATOR, 'bot')).filter(({ thread }) => thread === null);
  const project = (code: string) => county.opened.client.project.findFirstOrThrow({ where: { code } });

  it('is previewed in one message, with each change and each fault in its thread', async () => {
    await county.act(COORDINATOR, { do: 'say', to: 'bot', text: '', files: [await dongE()] });
    const messages = await county.seen(COORDINATOR, 'bot');
    const preview = (await top()).at(-1)?.lines.join('\n');
    expect(preview).toContain('导入预览：2020年重点项目台账.xlsx');
    expect(preview).toContain('新增 0、变更 61、不变 19、有误 3、提示 3');
    expect(preview).toContain('[写入：变更 61]');
    const thread = messages.filter(({ thread }) => thread !== null).flatMap(({ lines }) => lines);
    expect(thread).toContain('备注 空 → 续建；完成投资 空 → 2,600万元');
    expect(thread).toContain('重点项目台账 I47：计划竣工 2020-04-30 早于计划开工 2020-06-01；核对年份');
    expect((await project('P-002')).doneInvestment).toBeNull();
  }, 30_000);

  it('is written once, however often it is confirmed', async () => {
    await county.act(COORDINATOR, { do: 'press', label: '写入：变更 61' });
    const written = (await top()).at(-1)?.lines ?? [];
    expect(written[0]).toBe('已写入台账：2020年重点项目台账.xlsx');
    expect(await project('P-002')).toMatchObject({ doneInvestment: 2600, remark: '续建' });
    // What stands in a cell with an error is left out.
    expect((await project('P-039')).endDay).toBe('2021-04-30');
  }, 30_000);

  it('offers the ledger’s problems as obstacles, each filed by one press, once, and confirmed by its owner first', async () => {
    const lines = ((await top()).at(-1)?.lines ?? []).join('\n');
    const { obstacle } = county.opened.client;
    const offered = Number(/台账“存在问题”里有(\d+)个还没提卡点/.exec(lines)?.[1]);
    expect(offered).toBeGreaterThan(2);
    expect(lines).toContain(`[全部提出（${offered}）]`);
    const code = /(P-\d{3}) /.exec(lines.slice(lines.indexOf('台账“存在问题”')))?.[1] ?? '';
    const { id: projectId, problem } = await project(code);
    const before = await obstacle.count();
    const channel = (await county.screen(COORDINATOR)).channels.find(({ id }) => id.startsWith('D'))?.id;
    const message = { channel, ts: (await top()).at(-1)?.ts };
    await county.act(COORDINATOR, { do: 'press', label: '提出卡点', message });
    expect(await obstacle.count()).toBe(before + 1);
    const filed = await obstacle.findFirstOrThrow({ where: { projectId }, orderBy: { id: 'desc' } });
    expect(filed).toMatchObject({ text: problem, standing: 'open', confirmation: 'owner' });
    await county.act(COORDINATOR, { do: 'press', label: `全部提出（${offered}）`, message });
    expect(await obstacle.count()).toBe(before + offered);
    expect((await top()).at(-1)?.lines[0]).toMatch(new RegExp(`已提出${offered - 1}个卡点，先由各项目责任人确认`));
    await county.act(COORDINATOR, { do: 'press', label: `全部提出（${offered}）`, message });
    expect(await obstacle.count()).toBe(before + offered);
    expect((await top()).at(-1)?.lines[0]).toBe('这些问题都提过卡点了。');
  }, 30_000);

  it('changes nothing when it is dropped again', async () => {
    await county.act(COORDINATOR, { do: 'say', to: 'bot', text: '六月的台账', files: [await dongE()] });
    const preview = (await top()).at(-1)?.lines.join('\n');
    expect(preview).toContain('新增 0、变更 0、不变 80');
    expect(preview).toContain('表格与台账一致，没有要写入的。');
    expect(preview).not.toContain('[写入');
  }, 30_000);

  it('comes back as it was exported: all of it, and nothing changes', async () => {
    await county.act(COORDINATOR, { do: 'command', channel: '全县调度', text: '/ledger 导出 全部' });
    const [file] = (await county.seen(COORDINATOR, 'bot')).flatMap(({ files }) => files ?? []).slice(-1) as {
      id: string;
      name: string;
    }[];
    expect(file?.name).toBe('东阿县2020年项目攻坚年-全部-2020-06-17.xlsx');
    const bytes = await fetch(`${county.sandbox.url}/_sandbox/file/${file?.id}?as=${COORDINATOR}`);
    const base64 = Buffer.from(await bytes.arrayBuffer()).toString('base64');
    await county.act(COORDINATOR, { do: 'say', to: 'bot', text: '', files: [{ name: file?.name ?? '', base64 }] });
    const preview = (await top()).at(-1)?.lines.join('\n');
    expect(preview).toContain('新增 0、变更 0、不变 80、');
    expect(preview).toContain('没有读的工作表：上报、卡点、操作记录、目标及清单');
  }, 60_000);

  it('is taken back within a day', async () => {
    await county.act(COORDINATOR, { do: 'press', label: '撤销这次导入' });
    expect(await project('P-002')).toMatchObject({ doneInvestment: null, remark: null });
    const lines = (await top()).map(({ lines }) => lines[0]);
    expect(lines).toContain('已撤销导入：2020年重点项目台账.xlsx');
  }, 30_000);
});
