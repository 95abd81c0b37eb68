import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/sheets/limits.js';
import { type County, openCounty } from '../support/county.js';

const COORDINATOR = 'renchangqing';

/** A spreadsheet with the county's usual heads, as text. */
const csv = (name: string, head: string, ...rows: string[]) => ({
  name,
  base64: Buffer.from([head, ...rows].join('\n'), 'utf8').toString('base64'),
});
const HEAD = '项目编号,项目名称,类别,责任单位,责任人,总投资（万元）,完成投资（万元）,开工时间,审批文号,图审';
const steel = (total: number, done: number) =>
  `P-002,年产6万吨高精度轴承钢球智能生产线项目,工业重点项目,新城街道,张德胜,${total},${done},2020-04-30,东审〔2020〕7号,5月底前`;
const COLD =
  ',城南冷链仓储中心项目,农业、服务业及基础设施项目,招商专班,高大山,5000万元,300,2020年7月,东审〔2020〕9号,6月20日前';
const LIKE = ',恒硕新材装配式建筑构件基地,工业重点项目,大桥镇,姜鹏,42000,,,东审〔2020〕8号,7月底';

/** Slack takes a message a second of a channel: on a quick machine the next one waits. */
const PATIENTLY = { timeout: 15_000 };

describe('a spreadsheet that needs decisions', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ said: true });
  }, 60_000);
  afterAll(() => county.close());

  const top = async (as = COORDINATOR) => (await county.seen(as, 'bot')).filter(({ thread }) => thread === null);
  const preview = async () =>
    (await top())
      .filter(({ lines }) => lines[0]?.startsWith('导入预览'))
      .at(-1)
      ?.lines.join('\n') ?? '';
  const drop = (file: object, as = COORDINATOR, text = '') =>
    county.act(as, { do: 'say', to: 'bot', text, files: [file] });
  const project = (code: string) =>
    county.opened.client.project.findFirst({
      where: { code },
      include: { unit: true, owner: true, milestones: { orderBy: { ordinal: 'asc' } } },
    });

  it('asks for what it does not know', async () => {
    await drop(csv('六月台账.csv', HEAD, steel(30_000, 3000), COLD, LIKE));
    const text = await preview();
    expect(text).toContain('新增 0、变更 1、不变 0、待定 2');
    expect(text).toContain('没有认出的列1个：审批文号');
    expect(text).toContain('[定人名、单位、项目（3）]');
    expect(text).toContain('[对列名（1）]');
  }, 30_000);

  it('remembers what a column is', async () => {
    await county.act(COORDINATOR, { do: 'press', label: '对列名（1）' });
    await county.act(COORDINATOR, { do: 'submit', fields: { 审批文号: '备注' } });
    expect(await preview()).not.toContain('没有认出的列');
    const matched = await county.opened.client.columnMatch.findMany();
    expect(matched.map(({ head, field }) => [head, field])).toEqual([['审批文号', 'remark']]);
  }, 30_000);

  it('forgets it again', async () => {
    await county.act(COORDINATOR, { do: 'press', label: '改列名' });
    await county.act(COORDINATOR, { do: 'submit', fields: { 审批文号: '不再记住' } });
    await expect.poll(preview, PATIENTLY).toContain('没有认出的列1个：审批文号');
    await county.act(COORDINATOR, { do: 'press', label: '对列名（1）' });
    await county.act(COORDINATOR, { do: 'submit', fields: { 审批文号: '备注' } });
  }, 30_000);

  it('makes the unit and the person, and takes a row for the project that it is', async () => {
    await county.act(COORDINATOR, { do: 'press', label: '定人名、单位、项目（3）' });
    await county.act(COORDINATOR, {
      do: 'submit',
      fields: {
        '六月台账 第4行“恒硕新材装配式建筑构件基地”': 'P-003 恒硕新材装配式建筑构件生产基地项目',
        '单位“招商专班”': '按表中的名字新建',
        '人员“高大山”': '按表中的名字新建',
      },
    });
    await expect.poll(preview, PATIENTLY).toContain('新增 1、变更 2、不变 0、新建人员 1、新建单位 1');
    await county.act(COORDINATOR, { do: 'press', label: '写入：新增 1、变更 2、新建人员 1、新建单位 1' });
    expect((await top()).map(({ lines }) => lines[0])).toContain('已写入台账：六月台账.csv');
    expect(await project('P-081')).toMatchObject({
      name: '城南冷链仓储中心项目',
      category: 'infrastructure',
      unit: { name: { zh: '招商专班' } },
      owner: { name: '高大山', nameEn: 'Gao Dashan' },
      doneInvestment: 300,
      startDay: '2020-07-01',
      remark: '东审〔2020〕9号',
      milestones: [{ name: '图审', due: '2020-06-20' }],
    });
    expect(await project('P-003')).toMatchObject({ name: '恒硕新材装配式建筑构件基地', remark: '东审〔2020〕8号' });
    expect(await project('P-002')).toMatchObject({ totalInvestment: 30_000, doneInvestment: 3000 });
  }, 30_000);

  it('brings a project that takes reports at once', async () => {
    await county.act(COORDINATOR, { do: 'command', channel: '全县调度', text: '/progress P-081 图审 40%' });
    expect((await project('P-081'))?.milestones[0]?.percent).toBe(40);
  }, 30_000);

  it('refuses to be undone once what it changed was changed again, and says what', async () => {
    await drop(csv('更正.csv', HEAD, steel(31_000, 3000)));
    await county.act(COORDINATOR, { do: 'press', label: '写入：变更 1' });
    const first = (await top()).find(({ lines }) => lines[0] === '已写入台账：六月台账.csv');
    const channel = (await county.screen(COORDINATOR)).channels.find(({ id }) => id.startsWith('D'))?.id;
    await county.act(COORDINATOR, { do: 'press', label: '撤销这次导入', message: { channel, ts: first?.ts } });
    expect((await top()).at(-1)?.lines).toEqual([
      '不能撤销：导入之后又改过 P-002',
      '请改为：逐项改回，用 /ledger 修改；或导入改好的表格',
    ]);
  }, 30_000);

  it('does not lower what was reported, unless asked to', async () => {
    await drop(csv('旧表.csv', HEAD, steel(31_000, 100)));
    await expect.poll(preview, PATIENTLY).toContain('[也导入存疑的完成投资（1）]');
    await county.act(COORDINATOR, { do: 'press', label: '也导入存疑的完成投资（1）' });
    await expect.poll(preview, PATIENTLY).toContain('[写入：变更 1]');
    await county.act(COORDINATOR, { do: 'press', label: '放弃' });
    expect((await top()).map(({ lines }) => lines[0])).toContain('已放弃导入：旧表.csv');
    expect((await project('P-002'))?.doneInvestment).toBe(3000);
  }, 30_000);

  it('is not written over somebody else’s change, and is compared again with one press', async () => {
    await drop(csv('七月台账.csv', HEAD, steel(32_000, 3500)));
    await drop(csv('督查室.csv', HEAD, steel(33_000, 3000)), 'zenghongbo');
    await county.act('zenghongbo', { do: 'press', label: '写入：变更 1' });
    await county.act(COORDINATOR, { do: 'press', label: '写入：变更 1' });
    const stale = (await top()).find(({ lines }) => lines[0] === '没有写入：七月台账.csv');
    expect(stale?.lines).toEqual([
      '没有写入：七月台账.csv',
      '预览之后台账又有改动：',
      '16:30 曾洪波 改了 P-002（1处）',
      '[重新比对] [放弃]',
    ]);
    expect((await project('P-002'))?.totalInvestment).toBe(33_000);
    await county.act(COORDINATOR, { do: 'press', label: '重新比对' });
    await county.act(COORDINATOR, { do: 'press', label: '写入：变更 1' });
    expect(await project('P-002')).toMatchObject({ totalInvestment: 32_000, doneInvestment: 3500 });
  }, 30_000);

  it('is undone together with what was made for it, while nothing else came of it', async () => {
    await drop(csv('新人.csv', HEAD, COLD.replaceAll('城南冷链仓储中心', '城北蔬菜市场').replace('高大山', '高小山')));
    await county.act(COORDINATOR, { do: 'press', label: '定人名、单位、项目（1）' });
    await county.act(COORDINATOR, { do: 'submit', fields: { 没有逐个定的人员和单位: '全部按表中的名字新建' } });
    await county.act(COORDINATOR, { do: 'press', label: '写入：新增 1、新建人员 1' });
    expect(await project('P-082')).toMatchObject({ owner: { name: '高小山' } });
    await county.act(COORDINATOR, { do: 'press', label: '撤销这次导入' });
    // Its figures stand in the record, so it stays as a withdrawn project; the file brings it back.
    expect(await project('P-082')).toMatchObject({ standing: 'withdrawn', doneInvestment: null });
    await drop(csv('新人.csv', HEAD, COLD.replaceAll('城南冷链仓储中心', '城北蔬菜市场').replace('高大山', '高小山')));
    await expect.poll(preview, PATIENTLY).toContain('[写入：新增 1]');
  }, 30_000);

  it('takes somebody who is there for a name that it does not know', async () => {
    await drop(csv('小名.csv', HEAD, steel(32_000, 3500).replace('张德胜', '老姜')));
    await county.act(COORDINATOR, { do: 'press', label: '定人名、单位、项目（1）' });
    await county.act(COORDINATOR, { do: 'submit', fields: { '人员“老姜”': '姜鹏' } });
    await county.act(COORDINATOR, { do: 'press', label: '写入：变更 1' });
    expect(await project('P-002')).toMatchObject({ owner: { name: '姜鹏' } });
    await county.act(COORDINATOR, { do: 'press', label: '撤销这次导入' });
    expect(await project('P-002')).toMatchObject({ owner: { name: '张德胜' } });
  }, 30_000);

  it('of somebody else is answered with who imports; with a report in its words it is evidence', async () => {
    await drop(csv('我的.csv', HEAD, steel(1, 1)), 'zhangdesheng');
    expect((await top('zhangdesheng')).at(-1)?.lines[0]).toBe('台账表格只有统筹人员可以导入');
    await drop(csv('验收.csv', HEAD), 'zhangdesheng', 'P-002 施工许可 50%');
    expect((await top('zhangdesheng')).at(-1)?.lines[0]).toMatch(/^已记下/);
  }, 30_000);

  it('may come with a report of the coordinator’s own', async () => {
    const before = (await top()).length;
    await drop(csv('附表.csv', HEAD, steel(32_000, 3500)), COORDINATOR, 'P-002 施工许可 60%');
    const said = (await top()).map(({ lines }) => lines[0]);
    // In either order; a preview that came first is told that the report moved what it speaks of.
    expect(said.slice(before)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^导入预览：附表/), expect.stringMatching(/^已记下/)]),
    );
  }, 30_000);

  it('that is none is refused in a plain sentence, and nothing is kept', async () => {
    const before = await county.opened.client.ledgerImport.count();
    const files = [
      {
        name: '坏.xlsx',
        base64: Buffer.from('PK\u0003\u0004 no archive').toString('base64'),
        says: '文件已损坏，打不开',
      },
      {
        name: '旧.xls',
        base64: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]).toString('base64'),
        says: '这是旧格式（.xls 或 .et）',
      },
      { name: '空.csv', base64: '', says: '文件是空的' },
      { name: '菜单.csv', base64: Buffer.from('菜名,价格\n豆腐,3').toString('base64'), says: '没有认出台账的表头' },
      { name: '大.csv', base64: Buffer.alloc(LIMITS.fileBytes + 1, 97).toString('base64'), says: '文件超过 20 MB' },
    ];
    for (const { says, ...file } of files) {
      await drop(file);
      expect((await top()).at(-1)?.lines[0], file.name).toBe(says);
    }
    expect(await county.opened.client.ledgerImport.count()).toBe(before);
  }, 60_000);

  it('can be attached to a form', async () => {
    await county.act(COORDINATOR, { do: 'command', channel: '全县调度', text: '/ledger 导入' });
    const { name, base64 } = csv('表单.csv', HEAD, steel(32_500, 3500));
    await county.act(COORDINATOR, {
      do: 'submit',
      fields: { '台账表格（.xlsx、.csv）': { name, mimetype: 'text/csv', base64 } },
    });
    await expect.poll(preview, PATIENTLY).toContain('导入预览：表单.csv');
  }, 30_000);
});
