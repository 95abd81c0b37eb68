import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../src/domain/day.js';
import { type County, openCounty } from '../support/county.js';

const leaders = '全县调度';

describe('the ledger, edited in Slack', () => {
  let county: County;
  const coordinator = 'renchangqing';
  const text = async (as: string, channel: string) => (await county.newest(as, channel)).join('\n');
  const type = (line: string, as = coordinator, channel = leaders) =>
    county.act(as, { do: 'command', channel, text: `/ledger ${line}` });
  const project = (code: string) =>
    county.opened.client.project.findFirstOrThrow({
      where: { code },
      include: { milestones: { orderBy: { ordinal: 'asc' } }, owner: true, sponsor: true, unit: true },
    });
  const direct = async (as: string) => (await county.seen(as, 'bot')).flatMap((each) => each.lines).join('\n');

  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T09:30:00+08:00' });
  });
  afterAll(() => county.close());

  it('a project is added by a form, with the next code, and reported on at once', async () => {
    await type('新增');
    await county.act(coordinator, {
      do: 'submit',
      fields: {
        名称: '阿胶博物馆扩建项目',
        类别: '农业、服务业及基础设施项目',
        聚力: '聚力产业提升',
        责任单位: '文旅局',
        责任人: '何志远（经济开发区）',
        总投资: '3.5亿元',
      },
    });
    expect(await text(coordinator, leaders)).toContain('已新增：P-081 阿胶博物馆扩建项目');
    await county.act(coordinator, { do: 'press', label: '加节点' });
    await county.act(coordinator, { do: 'submit', fields: { 名称: '开工', 到期日: '2020-08-31', 完成后进入: '开工' } });
    const added = await project('P-081');
    expect(added.totalInvestment).toBe(35_000);
    expect(added.milestones.map(({ name, due }) => [name, due])).toEqual([['开工', '2020-08-31']]);
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-081 开工 20%' });
    expect(await text('hezhiyuan', 'bot')).toContain('已记下');
  });

  it('a form of one project has its fields in it; what changed is told old and new, and can be undone', async () => {
    const before = await project('P-001');
    await type('修改 P-001');
    expect((await county.screen(coordinator)).modal?.lines.join('\n')).toContain(before.name);
    await county.act(coordinator, { do: 'submit', fields: { 总投资: '4亿元', 责任人: '程建国（经济开发区）' } });
    const told = await text(coordinator, leaders);
    expect(told).toMatch(/总投资\s.+ → 4亿元/);
    expect(told).toContain('何志远 → 程建国');
    expect((await project('P-001')).owner?.name).toBe('程建国');
    const unit = `${(before.unit.name as { zh: string }).zh}-项目`;
    expect((await county.seen(coordinator, unit)).flatMap((each) => each.lines).join('\n')).toContain(
      '责任人改为程建国',
    );
    await county.act(coordinator, { do: 'press', label: '撤销修改' });
    const after = await project('P-001');
    expect(after.owner?.name).toBe('何志远');
    expect(after.totalInvestment).toBe(before.totalInvestment);
    expect((await county.seen(coordinator, unit)).flatMap((each) => each.lines).join('\n')).toContain(
      '上面的修改已撤销',
    );
  });

  it('somebody quicker is not overwritten, and the form keeps what was typed', async () => {
    await type('修改 P-002');
    await county.opened.client.project.updateMany({ where: { code: 'P-002' }, data: { version: { increment: 1 } } });
    const kept = await county.attempt(coordinator, { do: 'submit', fields: { 备注: '过期的修改' } });
    expect(kept.errors).toEqual({ 名称: '刚才有人改过这个项目，没有保存。请重新打开再改。' });
    expect((await project('P-002')).remark).not.toBe('过期的修改');
  });

  it('an owner postpones a milestone that no gate depends on; it needs a reason', async () => {
    const { milestones } = await project('P-001');
    const last = milestones.findLast(({ doneOn, stage }) => doneOn === null && stage !== 'started');
    await type(`延期 P-001 ${last?.name} 2021-12-31`, 'hezhiyuan', '项目攻坚年');
    expect(await text('hezhiyuan', '项目攻坚年')).toContain('没有看懂');
    // A bare day that has passed is the next year's, and says so.
    await type('延期 P-061 主体封顶 3月15日 设备交货推迟', 'hezhiyuan', '项目攻坚年');
    expect(await text('hezhiyuan', '项目攻坚年')).toContain('2021年3月15日');
    const row = async () => (await project('P-001')).milestones.find(({ id }) => id === last?.id);
    const to = addDays(localDay(last?.due ?? ''), 10);
    await type(`延期 P-001 ${last?.name} ${to} 设备交货推迟`, 'hezhiyuan', '项目攻坚年');
    expect(await text('hezhiyuan', '项目攻坚年')).toContain('设备交货推迟');
    expect(await row()).toMatchObject({ due: to, firstDue: last?.due, postponed: 1 });
    // A second time, by however little, its unit's head is asked.
    const head = await county.opened.client.person.findFirstOrThrow({
      where: { headOf: { some: { projects: { some: { code: 'P-001' } } } } },
    });
    await type(`延期 P-001 ${last?.name} ${addDays(to, 1)} 又晚一天`, 'hezhiyuan', '项目攻坚年');
    expect(await text('hezhiyuan', '项目攻坚年')).toContain(`要${head.name}同意`);
    expect((await row())?.due).toBe(to);
    expect(await text(head.key, 'bot')).toContain('延过1次');
    await county.act(head.key, { do: 'press', label: '同意' });
    expect(await row()).toMatchObject({ due: addDays(to, 1), firstDue: last?.due, postponed: 2 });
    await type(`延期 P-001 ${last?.name} 2022-12-31 再推迟`, 'zhangdesheng', '项目攻坚年');
    expect(await text('zhangdesheng', '项目攻坚年')).toMatch(/没有找到|也不是其单位负责人/);
  });

  it('a milestone that a gate depends on moves when the sponsor consents, in the message', async () => {
    const rows = await county.opened.client.project.findMany({
      where: { stage: { in: ['lead', 'signed', 'landed'] }, ownerId: { not: null }, sponsorId: { not: null } },
      include: { milestones: { orderBy: { ordinal: 'asc' } }, owner: true, sponsor: true },
      orderBy: { code: 'asc' },
    });
    const gated = rows.flatMap((row) => {
      const start = row.milestones.find(({ stage }) => stage === 'started');
      return start?.due && start.due > '2020-06-17' && start.due <= '2020-06-30' && start.doneOn === null
        ? [{ row, start }]
        : [];
    });
    const [one, two] = gated;
    if (!one) throw new Error('no project depends on the gate');
    const { row, start } = one;
    const [owner, sponsor] = [row.owner?.key ?? '', row.sponsor?.key ?? ''];
    await type(`延期 ${row.code} ${start.name} 2020-08-31 拆迁没有完成`, owner, '项目攻坚年');
    expect(await text(owner, '项目攻坚年')).toContain(`要${row.sponsor?.name}同意`);
    const asked = await text(sponsor, 'bot');
    expect(asked).toContain(`${row.owner?.name}申请延期`);
    expect(asked).toContain('项目开工率');
    expect(asked).toContain('拆迁没有完成');
    const due = async () => (await project(row.code)).milestones.find(({ id }) => id === start.id)?.due;
    expect(await due()).toBe(start.due);
    await type(`延期 ${row.code} ${start.name} 2020-09-15 再晚一点`, owner, '项目攻坚年');
    expect(await text(owner, '项目攻坚年')).toContain('正等');
    // What waits for a consent stands in the list that every digest's button opens, and is answered there.
    await county.act(sponsor, { do: 'command', channel: leaders, text: '/digest' });
    expect(await text(sponsor, leaders)).toMatch(/等您[1-9]/);
    await county.act(sponsor, { do: 'press', label: '等我办' });
    const mine = async () => (await county.screen(sponsor)).modal?.lines.join('\n') ?? '';
    expect(await mine()).toContain(`${row.owner?.name}申请延期`);
    await county.act(sponsor, { do: 'press', label: '同意' });
    expect(await due()).toBe('2020-08-31');
    expect(await text(sponsor, 'bot')).toContain(`${row.sponsor?.name}已同意`);
    expect(await direct(owner)).toContain('已同意');
    if (two) {
      const [asker, decider] = [two.row.owner?.key ?? '', two.row.sponsor?.key ?? ''];
      await type(`延期 ${two.row.code} ${two.start.name} 2020-08-31 手续没办好`, asker, '项目攻坚年');
      await county.act(decider, { do: 'press', label: '不同意' });
      await county.act(decider, { do: 'submit', fields: { '原因（会告诉申请人）': '关口不能动' } });
      expect(await direct(asker)).toContain('不同意：关口不能动');
      const stays = (await project(two.row.code)).milestones.find(({ id }) => id === two.start.id);
      expect(stays?.due).toBe(two.start.due);
    }
  });

  it('a project is withdrawn and recategorised with a reason, paused and resumed', async () => {
    // 撤销 takes back; it withdraws nothing.
    await type('撤销 P-010 企业放弃投资');
    expect(await text(coordinator, leaders)).toContain('/ledger 退出 P-017');
    expect((await project('P-010')).standing).toBe('open');
    await type('退出 P-010');
    await county.act(coordinator, { do: 'submit', fields: { 原因: '企业放弃投资' } });
    // Its effect first, and nothing is changed by looking at it.
    const effect = await text(coordinator, leaders);
    expect(effect).toMatch(/^P-010 .+退出，影响：/);
    expect(effect).toMatch(/项目开工率(\d+)\/(\d+)→\1\/(\d+)/);
    const [, , of, left] = /项目开工率(\d+)\/(\d+)→\1\/(\d+)/.exec(effect) ?? [];
    expect(Number(left)).toBe(Number(of) - 1);
    expect(effect).toMatch(/不再被问\d个节点/);
    expect((await project('P-010')).standing).toBe('open');
    await county.act(coordinator, { do: 'press', label: '不退出' });
    expect(await text(coordinator, leaders)).toContain('没有改：P-010');
    expect((await project('P-010')).standing).toBe('open');
    await type('退出 P-010 企业放弃投资');
    await county.act(coordinator, { do: 'press', label: '确认退出' });
    expect(await text(coordinator, leaders)).toContain('正常 → 已退出');
    expect((await project('P-010')).standing).toBe('withdrawn');
    await county.act(coordinator, { do: 'press', label: '撤销修改' });
    expect((await project('P-010')).standing).toBe('open');
    await type('改类 P-011 骨干企业 已投产两年');
    expect((await project('P-011')).category).not.toBe('backbone');
    await county.act(coordinator, { do: 'press', label: '确认改类' });
    expect(await text(coordinator, leaders)).toContain('目标的分母会跟着变');
    expect((await project('P-011')).category).toBe('backbone');
    await type('暂停 P-012 2020-08-31 等待规划调整');
    expect((await project('P-012')).standing).toBe('open');
    await county.act(coordinator, { do: 'press', label: '确认暂停' });
    expect(await project('P-012')).toMatchObject({
      standing: 'paused',
      pausedUntil: '2020-08-31',
      pauseReason: '等待规划调整',
    });
    await type('恢复 P-012');
    expect(await project('P-012')).toMatchObject({ standing: 'open', pausedUntil: null, pauseReason: null });
    await type('退出 P-012 不是我的事', 'hezhiyuan', '项目攻坚年');
    expect(await text('hezhiyuan', '项目攻坚年')).toMatch(/只有统筹人员|没有找到/);
    expect((await project('P-012')).standing).toBe('open');
  });

  it('the evening’s digest says which goals count other projects, and why; the goal’s page does, too', async () => {
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    const told = (await county.seen(coordinator, leaders)).flatMap((each) => each.lines).join('\n');
    expect(told).toMatch(/台账变动\d/);
    expect(told).toMatch(/P-011 .+：.+→骨干企业（已投产两年）/);
    expect(told).toMatch(/P-081 .+：新列入台账/);
    expect(told).not.toMatch(/P-010 .+退出，不再计入/);
    await county.act(coordinator, { do: 'command', channel: leaders, text: '/goals 骨干企业' });
    await county.act(coordinator, { do: 'press', label: '名单' });
    expect((await county.screen(coordinator)).modal?.lines.join('\n')).toContain('已投产两年');
  });
});
