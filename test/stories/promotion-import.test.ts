import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { promoting } from '../support/promoting.js';

const channel = '项目攻坚年';
const office = 'qianguoqiang';
const finance = 'guchunmei';

const file = (name: string, ...rows: readonly (readonly (string | number)[])[]) => ({
  name,
  mimetype: 'text/csv',
  base64: Buffer.from(`${rows.map((row) => row.join(',')).join('\n')}\n`).toString('base64'),
});

const activities = file(
  '上半年招商活动.csv',
  ['招商活动登记表'],
  ['序号', '活动日期', '带队领导', '目的地', '产业方向', '对接企业', '内容'],
  [1, '2020.4.12', '白宪忠', '苏州', '装备制造', '2家', '考察数控机床'],
  [2, '5月8日', '苏勇', '上海松江', '新材料', 3, ''],
  [3, '2020/6/16', '邱震', '北京', '', '', '=HYPERLINK("http://x")'],
  [4, '6月', '杨守信', '天津', '', '', ''],
  [5, '7月2日', '杨守信', '天津', '', '', ''],
  [6, '6月3日', '王某某', '天津', '', '', ''],
  ['合计', '', '', '', '', 5, ''],
);

const vouchers = file(
  '到位资金.csv',
  ['凭证号', '到账日期', '金额（万元）', '项目', '币种'],
  ['0608-002', '6月8日', 8000, 'P-013', '人民币'],
  ['0612-004', '6月12日', '1.2亿元', 'P-013', ''],
  ['0613-001', '6月13日', '300万美元', 'P-014', '美元'],
  ['0614-001', '6月14日', 100, 'P-999', ''],
);

const leads = file(
  '招商线索.csv',
  ['线索/项目名称', '来源', '投资额', '阶段', '联系人', '日期'],
  ['苏州精工', '白宪忠', '5亿元', '洽谈', '王总 13800000000', '6月10日'],
  ['上海新材料', '', '', '待研判', '', ''],
  ['已签的企业', '', '', '签约', '', ''],
);

/** A year's activities, vouchers and leads from spreadsheets: previewed, recorded by one press, once, and taken back. */
describe('an import of promotion', { timeout: 300_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true, plan: promoting });
  }, 300_000);
  afterAll(() => county.close());

  const type = (as: string, text: string) => county.act(as, { do: 'command', channel, text });
  const newest = async (as: string, where = channel) => (await county.newest(as, where)).join('\n');
  const shown = (as: string, where = channel) => expect.poll(() => newest(as, where), { timeout: 30_000 });
  async function press(as: string, label: string): Promise<void> {
    const id = (await county.screen(as)).channels.find(({ name }) => name === channel)?.id;
    const ts = (await county.seen(as, channel)).at(-1)?.ts;
    await county.act(as, { do: 'press', label, message: { channel: id, ts } });
  }
  async function send(as: string, sheet: typeof activities): Promise<void> {
    await type(as, '/promotion 导入');
    await county.act(as, { do: 'submit', fields: { '活动、线索、到位资金的表': sheet } });
  }
  const goal = async (name: string): Promise<string> => {
    await type('renchangqing', `/goals ${name}`);
    return newest('renchangqing');
  };
  const recorded = () => county.opened.client.promotionActivity.count();

  it('activities are shown first, with each row that is not understood; nothing is recorded before the press', async () => {
    await send(office, activities);
    await shown(office).toContain('招商导入：上半年招商活动.csv\n招商活动3次');
    expect(await newest(office)).toContain(
      '看不懂3行，不记：\n　第6行：“6月”不是一天\n　第7行：“7月2日”还没到\n　第8行：县领导里没有“王某某”',
    );
    expect(await recorded()).toBe(0);
    await press(office, '记下3行');
    await shown(office).toContain('已记下\n招商导入：上半年招商活动.csv\n招商活动3次');
    expect(await goal('招商活动')).toContain('招商活动 3/108');
  });

  it('the same file once more records nothing, and a second person’s rows are no second time', async () => {
    await send(office, activities);
    await shown(office).toContain('没有新的，不用记\n已有3行，不重复记');
    expect(await newest(office)).not.toContain('[记下');
    expect(await recorded()).toBe(3);
  });

  it('who is of neither office nor project office imports nothing', async () => {
    await type('hezhiyuan', '/promotion 导入');
    await expect
      .poll(async () => (await county.screen('hezhiyuan')).modal?.lines.join('\n'), { timeout: 30_000 })
      .toContain('招商主管单位和统筹人员才能导入');
  });

  it('what was recorded between the preview and the press is shown before anything is recorded', async () => {
    const more = file(
      '补.csv',
      ['日期', '领导', '地点', '随行', '内容'],
      ['6月15日', '苏勇', '济南', '', ''],
      ['6月14日', '邱震', '青岛', '苏勇、刘商务', '看海洋装备'],
    );
    await send(office, more);
    await shown(office).toContain('招商活动2次');
    await type('suyong', '/promotion 6月15日带队赴济南考察装备制造');
    await press('suyong', '确认');
    await shown('suyong').toContain('已记');
    await press(office, '记下2行');
    await shown(office).toContain('没有记：期间有人登记，请再看一遍\n招商活动1次');
    expect(await recorded()).toBe(4);
    await press(office, '记下1行');
    await shown(office).toContain('已记下');
    expect(await goal('招商活动')).toContain('招商活动 5/108');
    // A leader who went along is one of them; who is none stands with what was said.
    const { id: suyong } = await county.opened.client.person.findFirstOrThrow({ where: { key: 'suyong' } });
    expect(await county.opened.client.promotionActivity.findFirst({ where: { place: '青岛' } })).toMatchObject({
      joinedIds: [suyong],
      text: '看海洋装备；刘商务',
    });
    await press(office, '撤销');
    await shown(office).toContain('已撤销1行');
    expect(await goal('招商活动')).toContain('招商活动 4/108');
  });

  it('a file in direct messages is read as well; a ledger goes to the ledger', async () => {
    const again = file('六月.csv', ['日期', '带队领导', '地点'], ['6月11日', '白宪忠', '济南']);
    await county.act(office, { do: 'say', to: 'bot', text: '', files: [again] });
    await shown(office, 'bot').toContain('招商导入：六月.csv\n招商活动1次');
    await county.act(office, { do: 'press', label: '记下1行' });
    await shown(office, 'bot').toContain('已记下');
    expect(await goal('招商活动')).toContain('招商活动 5/108');
  });

  it('vouchers wait for finance, whose press confirms them all', async () => {
    await send(office, vouchers);
    await shown(office).toContain('到位资金2笔，2亿元\n利用外资1笔，300万美元\n凭证记下后，还要另一人核对');
    expect(await newest(office)).toContain('第5行：台账里没有“P-999”');
    await press(office, '记下3行');
    await shown(office).toContain('已记下');
    expect(await goal('到位资金')).not.toContain('2/40亿元');
    await type(finance, '/promotion');
    await shown(finance).toContain('表格3笔，等您核对\n到位资金2笔，2亿元\n利用外资1笔，300万美元');
    await press(finance, '看清单');
    await shown(finance).toContain('6月8日，8000万元\n　凭证0608-002 P-013 锻压机床');
    await press(finance, '全部无误3笔');
    await shown(finance).toContain('已核对3笔，计入');
    expect(await goal('到位资金')).toContain('到位资金 2/40亿元');
    await send(office, vouchers);
    await shown(office).toContain('已有3行，不重复记');
    expect(await newest(office)).not.toContain('[记下');
  });

  it('leads are listed with those in hand', async () => {
    await send(office, leads);
    await shown(office).toContain('线索2条');
    expect(await newest(office)).toContain('第4行：已签约：先写在跟，导入后按签约');
    await press(office, '记下2行');
    await shown(office).toContain('已记下');
    // What somebody moved meanwhile is not taken back.
    const { promotionLead } = county.opened.client;
    await promotionLead.updateMany({ where: { investor: '苏州精工' }, data: { version: 2 } });
    await press(office, '撤销');
    await shown(office).toContain('已撤销1行\n招商导入：招商线索.csv\n已核对、已研判的留着：\n线索1条');
    expect(await promotionLead.count()).toBe(1);
    await send(office, leads);
    await shown(office).toContain('线索1条\n已有1行，不重复记');
    await press(office, '记下1行');
    await shown(office).toContain('已记下');
    await type(office, '/promotion 线索');
    await shown(office).toContain('苏州精工');
    expect(await county.opened.client.promotionLead.findFirst({ where: { investor: '苏州精工' } })).toMatchObject({
      standing: 'pursued',
      wants: '投资额 5亿元',
      reportedOn: '2020-06-10',
    });
  });

  it('what /ledger export writes comes back in: into the same program nothing is new, into an empty one all of it is', async () => {
    await type(office, '/promotion 6月14日白宪忠带队到青岛洽谈海洋装备，见了4家，苏勇陪同');
    await press(office, '确认');
    const exported: (typeof activities)[] = [];
    for (const sheet of ['招商活动', '线索', '到位资金']) {
      await type('renchangqing', `/ledger 导出 ${sheet}`);
      const [file] = (await county.seen('renchangqing', 'bot')).flatMap(({ files }) => files ?? []).slice(-1) as {
        id: string;
        name: string;
      }[];
      const name = file?.name ?? '';
      expect(name).toContain(sheet);
      const answer = await fetch(`${county.sandbox.url}/_sandbox/file/${file?.id}?as=renchangqing`);
      const base64 = Buffer.from(await answer.arrayBuffer()).toString('base64');
      exported.push({ name, mimetype: 'application/octet-stream', base64 });
    }
    for (const sheet of exported) {
      await send(office, sheet);
      await shown(office).toContain('没有新的，不用记');
      expect(await newest(office)).not.toContain('看不懂');
    }
    const { client } = county.opened;
    await client.promotionActivity.deleteMany();
    await client.promotionLead.deleteMany();
    await client.promotionMoney.deleteMany();
    const [first, second, third] = exported;
    for (const [sheet, label, says] of [
      [first, '记下6行', '招商活动6次'],
      [second, '记下2行', '线索2条'],
      [third, '记下3行', '到位资金2笔，2亿元\n利用外资1笔，300万美元'],
    ] as const) {
      if (sheet === undefined) throw new Error('it was not exported');
      await send(office, sheet);
      await shown(office).toContain(says);
      await press(office, label);
      await shown(office).toMatch(/^已记下\n招商导入：[\s\S]*\[撤销\]/u);
    }
    expect(await client.promotionActivity.findFirst({ where: { place: '青岛' } })).toMatchObject({
      firms: 4,
      joinedIds: [expect.any(Number)],
    });
    expect(await client.promotionLead.findFirst({ where: { investor: '苏州精工' } })).toMatchObject({
      standing: 'pursued',
      wants: '投资额 5亿元',
      contact: '王总 13800000000',
    });
  });
});
