import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { promoting } from '../support/promoting.js';

const office = '项目攻坚年';

/** Investment promotion from a leader's line to the county's goals. */
describe('promotion', { timeout: 90_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true, plan: promoting });
  });
  afterAll(() => county.close());

  const type = (as: string, text: string, channel = office) => county.act(as, { do: 'command', channel, text });
  const newest = async (as: string) => (await county.newest(as, office)).join('\n');
  async function press(as: string, label: string): Promise<void> {
    const channel = (await county.screen(as)).channels.find(({ name }) => name === office)?.id;
    const ts = (await county.seen(as, office)).at(-1)?.ts;
    await county.act(as, { do: 'press', label, message: { channel, ts } });
  }
  const goal = async (name: string): Promise<string> => {
    await type('renchangqing', `/goals ${name}`);
    return newest('renchangqing');
  };

  it('a leader’s line is read back, recorded by one press, and does the duty of June alone', async () => {
    await type('baixianzhong', '/promotion');
    expect(await newest('baixianzhong')).toContain('还差1次');
    await type('baixianzhong', '/promotion 6月16日带队赴苏州考察装备制造，对接2家');
    const asked = await newest('baixianzhong');
    expect(asked).toContain('记一次招商活动？\n白宪忠带队，6月16日，苏州，装备制造\n对接2家，企业名后补');
    expect(await county.opened.client.promotionActivity.count()).toBe(0);
    await press('baixianzhong', '确认');
    expect(await newest('baixianzhong')).toContain('已记，6月1/1；全县1/36');
    await type('baixianzhong', '/promotion');
    expect(await newest('baixianzhong')).toContain('6月16日，苏州，装备制造\n这个月的完成了');
  });

  it('the same once more is none, and a second leader of one trip does the duty of the first alone', async () => {
    await type('baixianzhong', '/promotion 6月16日带队赴苏州考察装备制造，对接2家');
    await press('baixianzhong', '确认');
    expect(await newest('baixianzhong')).toContain('已经记过');
    await type('suyong', '/promotion 6月16日带队赴苏州考察装备制造');
    await press('suyong', '确认');
    expect(await newest('suyong')).toContain('白宪忠带队；同一次的，算带队的');
    expect(await county.opened.client.promotionActivity.count()).toBe(1);
    await press('suyong', '不是同一次，另记');
    expect(await newest('suyong')).toContain('已记，6月1/1；全县2/36');
    await press('suyong', '撤销');
    expect(await newest('suyong')).toContain('已撤销，6月0/1；全县1/36');
  });

  it('the office records for a leader; who is neither is refused, and taught', async () => {
    await type('qianguoqiang', '/promotion 6月15日邱震带队到上海洽谈新材料，见了3家');
    await press('qianguoqiang', '改一改');
    await county.act('qianguoqiang', { do: 'submit', fields: { 去哪里: '上海松江' } });
    expect(await newest('qianguoqiang')).toContain('全县2/36');
    expect(await county.opened.client.promotionActivity.findFirst({ where: { place: '上海松江' } })).toMatchObject({
      field: '新材料',
      firms: 3,
      onDay: '2020-06-15',
    });
    await type('hezhiyuan', '/promotion 6月15日苏勇带队到北京洽谈');
    expect(await newest('hezhiyuan')).toContain('由本人、招商主管单位或统筹人员登记');
    await type('suyong', '/promotion 赴北京洽谈');
    expect(await newest('suyong')).toContain('没有看出是哪一天');
  });

  it('the goal computes itself, opens its list, and is not recorded by hand', async () => {
    expect(await goal('招商活动')).toContain('招商活动 2/108');
    await type('renchangqing', '/goals 招商活动 30次');
    expect(await newest('renchangqing')).toContain('招商活动自动计算，不用登记');
    await type('renchangqing', '/promotion');
    await press('renchangqing', '活动');
    const list = await newest('renchangqing');
    expect(list).toContain('招商活动2次');
    expect(list).toContain('6月16日，白宪忠带队\n　苏州，装备制造，对接2家');
  });

  it('who is short is shown to office and commander in the plan’s order, and 本月不便 ends the asking', async () => {
    await type('leixia', '/promotion 名单');
    const before = await newest('leixia');
    expect(before).toContain('6月招商活动：已记2次，还差10次\n邱震 1次\n杨守信 还差1次');
    await type('renchangqing', '/promotion 名单');
    expect(await newest('renchangqing')).not.toContain('杨守信');
    await type('yangshouxin', '/promotion');
    await press('yangshouxin', '本月不便');
    await county.act('yangshouxin', { do: 'submit', fields: { 为什么: '中央党校学习' } });
    await type('yangshouxin', '/promotion');
    expect(await newest('yangshouxin')).toContain('本月不便：中央党校学习');
    await type('qianguoqiang', '/promotion 名单');
    expect(await newest('qianguoqiang')).toContain('还差9次\n邱震 1次\n杨守信 本月不便：中央党校学习');
  });

  it('money counts once a second person confirmed it; the same voucher twice is refused with the day of the first', async () => {
    await type('qianguoqiang', '/promotion 凭证0608-002 8000万元 P-013 6月8日');
    await type('qianguoqiang', '/promotion 凭证0612-004 1.2亿元 P-013 6月12日');
    expect(await newest('qianguoqiang')).toContain('已登记0612-004，等核对');
    expect(await goal('到位资金')).not.toContain('亿元，');
    await type('guchunmei', '/promotion');
    expect(await newest('guchunmei')).toContain('凭证0608-002，8000万元');
    await press('guchunmei', '核对无误');
    expect(await newest('guchunmei')).toContain('已核对0608-002，计入\n现在8000万元，2%');
    await type('guchunmei', '/promotion');
    await press('guchunmei', '核对无误');
    expect(await newest('guchunmei')).toContain('8000万元→2亿元，2%→5%');
    await type('qianguoqiang', '/promotion 凭证0615-031 5000万元 P-013');
    expect(await newest('qianguoqiang')).toContain('核对后：2亿元→2.5亿元，5%→6.2%');
    expect(await goal('到位资金')).toContain('到位资金 2/40亿元');
    await type('longhaiyan', '/promotion 凭证0615-031 5000万元 P-013');
    expect(await newest('longhaiyan')).toContain('由本人、招商主管单位或统筹人员登记');
    await type('wuzhaoxiang', '/promotion 凭证0615-031 6000万元 P-014');
    expect(await newest('wuzhaoxiang')).toContain('没有记下：0615-031已于6月17日登记');
    await type('guchunmei', '/promotion');
    await press('guchunmei', '退回');
    await county.act('guchunmei', { do: 'submit', fields: { 哪里不对: '金额与回单不符' } });
    expect(await goal('到位资金')).toContain('到位资金 2/40亿元');
    await type('wuzhaoxiang', '/promotion 凭证0615-031 6000万元 P-014');
    expect(await newest('wuzhaoxiang')).toContain('已登记0615-031');
  });

  it('a voucher that was wrong is corrected by a line that a second person confirms; until then it counts as it was', async () => {
    await type('qianguoqiang', '/promotion 更正凭证0615-031 5000万元');
    expect(await newest('qianguoqiang')).toContain('凭证0615-031还没核对，不用更正\n请改为：请核对人退回，再登记一次');
    await type('qianguoqiang', '/promotion 更正凭证0608-002 7800万元 6月9日');
    expect(await newest('qianguoqiang')).toContain(
      '已登记对0608-002的更正，等核对\n7800万元\nP-013 锻压机床\n更正：原为8000万元，6月8日\n核对后：2亿元→1.98亿元，5%→4.9%',
    );
    expect(await goal('到位资金')).toContain('到位资金 2/40亿元');
    await type('wuzhaoxiang', '/promotion 更正凭证0608-002 7900万元');
    expect(await newest('wuzhaoxiang')).toContain('0608-002的更正6月17日已登记，等核对');
    await type('guchunmei', '/promotion');
    await county.act('guchunmei', { do: 'press', label: '核对无误', beside: '更正：原为' });
    expect(await newest('guchunmei')).toContain('已核对0608-002，计入');
    await type('qianguoqiang', '/promotion 更正凭证0608-002 8000万元 6月8日');
    await type('guchunmei', '/promotion');
    await county.act('guchunmei', { do: 'press', label: '核对无误', beside: '更正：原为' });
    expect(await goal('到位资金')).toContain('到位资金 2/40亿元');
    await type('longhaiyan', '/promotion 更正凭证0608-002 作废');
    expect(await newest('longhaiyan')).toContain('由本人、招商主管单位或统筹人员登记');
  });

  it('an increase counts by its increment, and dollars stand apart', async () => {
    await type('qianguoqiang', '/promotion 凭证0616-009 增资到3亿元 P-013');
    const said = await newest('qianguoqiang');
    expect(said).toContain('1亿元');
    expect(said).toContain('增资到3亿元，按增加的算');
    await type('renchangqing', '/promotion 凭证0616-010 300万美元 P-013');
    expect(await newest('renchangqing')).toContain('核对后：300万美元，30%');
    await type('renchangqing', '/promotion');
    expect(await newest('renchangqing')).not.toContain('0616-010');
    await type('guchunmei', '/promotion');
    await county.act('guchunmei', { do: 'command', channel: office, text: '/promotion' });
    const { client } = county.opened;
    const row = await client.promotionMoney.findFirstOrThrow({ where: { voucher: '0616-010' } });
    expect(row).toMatchObject({ kind: 'foreign-capital', amount: 300, standing: 'entered' });
    expect(await goal('利用外资')).not.toContain('300');
    expect(await goal('到位资金')).toContain('到位资金 2/40亿元');
  });

  it('speaks English to who reads English', async () => {
    await type('daniel-reed', '/promotion');
    expect(await newest('daniel-reed')).toContain('June activities: 2, 9 short');
    await press('daniel-reed', 'Funds');
    expect(await newest('daniel-reed')).toContain('Funds: 200 million yuan');
  });
});

/** A lead from the first who tells of it to a project of the ledger. */
describe('leads', { timeout: 90_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-06-15T09:10:00+08:00', said: true, plan: promoting });
  });
  afterAll(() => county.close());

  const type = (as: string, text: string) => county.act(as, { do: 'command', channel: office, text });
  const newest = async (as: string) => (await county.newest(as, office)).join('\n');
  async function press(as: string, label: string): Promise<void> {
    const channel = (await county.screen(as)).channels.find(({ name }) => name === office)?.id;
    const ts = (await county.seen(as, office)).at(-1)?.ts;
    await county.act(as, { do: 'press', label, message: { channel, ts } });
  }

  it('is read back, told of by one press, with its clocks; who comes second joins and hears whose it is', async () => {
    await type('baixianzhong', '/promotion 线索 苏州精工 装备制造 要土地60亩、蒸汽');
    expect(await newest('baixianzhong')).toContain('记一条线索？\n苏州精工（装备制造）\n要：土地60亩、蒸汽');
    expect(await county.opened.client.promotionLead.count()).toBe(0);
    await press('baixianzhong', '确认');
    const card = await newest('baixianzhong');
    expect(card).toContain('线索1号 · 苏州精工（装备制造）\n要：土地60亩、蒸汽\n首报：白宪忠，6月15日9:10');
    expect(card).toContain('6月18日前研判，6月22日前回复');
    expect(card).toContain('联系人');
    expect(card).not.toContain('值得跟');
    await type('guchunmei', '/promotion 线索 苏州精工有限公司 要蒸汽');
    await press('guchunmei', '确认');
    expect(await newest('guchunmei')).toContain('线索1号已有，您并入同报\n苏州精工（装备制造）');
    expect(await newest('guchunmei')).toContain('首报：白宪忠，6月15日9:10\n同报：顾春梅');
    await type('longhaiyan', '/promotion 线索 苏州精公 装备');
    expect(await newest('longhaiyan')).toContain('像线索1号 苏州精工？');
    await press('longhaiyan', '并入1号');
    expect(await newest('longhaiyan')).toContain('同报：顾春梅、龙海燕');
    expect(await county.opened.client.promotionLead.count()).toBe(1);
    await type('hezhiyuan', '/promotion 线索1');
    expect(await newest('hezhiyuan')).toContain('没有这条线索，或您看不到');
  });

  it('stands on the home of who judges it, is judged, answered, rides in the morning, and rests until it is due again', {
    // Eight days of the whole county go by.
    timeout: 300_000,
  }, async () => {
    const home = async (as: string) => {
      await county.act(as, { do: 'home' });
      const { home } = (await county.screen(as)) as unknown as { home: { lines: string[] } };
      return home.lines.join('\n');
    };
    expect(await home('qianguoqiang')).toContain('等您跟的线索1\n线索1号 苏州精工\n6月18日前研判，6月22日前回复');
    expect(await home('guchunmei')).not.toContain('线索');
    await type('qianguoqiang', '/promotion 线索1');
    await press('qianguoqiang', '值得跟');
    expect(await newest('qianguoqiang')).toContain('首报：白宪忠，6月15日9:10\n同报：顾春梅、龙海燕\n6月22日前回复');
    expect(await home('qianguoqiang')).not.toContain('线索');
    await county.clock({ set: '2020-06-23T08:30:00+08:00' });
    await county.clock({ set: '2020-06-23T10:00:00+08:00' });
    expect(await home('baixianzhong')).toContain('线索1号 苏州精工\n回复超期1天');
    // The first of the month's last five working days: one message, with the lead and with what the month lacks.
    const morning = (await county.newest('baixianzhong', 'bot')).join('\n');
    expect(morning).toContain('请看2件事');
    expect(morning).toContain('线索1号 苏州精工\n回复超期1天');
    expect(morning).toContain('6月招商活动 还没有记到\n本月还有5个工作日：23、24、28、29、30日\n[记一次] [本月不便]');
    expect(await home('baixianzhong')).toContain('6月招商活动 还没有记到\n本月还有5个工作日：23、24、28、29、30日');
    const told = await county.opened.client.prompt.findMany({ where: { day: '2020-06-23' } });
    expect(new Set(told.map(({ personId }) => personId)).size).toBe(told.length);
    await type('baixianzhong', '/promotion 线索1号');
    await press('baixianzhong', '已回复');
    expect(await newest('baixianzhong')).toContain('7月7日前回复');
    expect(await home('baixianzhong')).not.toContain('线索');
    await press('baixianzhong', '联系人');
    await county.act('baixianzhong', { do: 'submit', fields: { '姓名、职务、电话': '王总 13800000000' } });
    expect(await newest('baixianzhong')).toContain('联系人：王总 13800000000');
  });

  it('is dropped with a reason and taken up again; a press that is older than it is changes nothing', async () => {
    await type('qianguoqiang', '/promotion 线索 无锡热处理 热处理 要能耗');
    await press('qianguoqiang', '确认');
    await type('leixia', '/promotion 线索2');
    await press('qianguoqiang', '不跟');
    await county.act('qianguoqiang', { do: 'submit', fields: { 为什么: '能耗高' } });
    expect(await newest('qianguoqiang')).toContain('6月23日定不跟：能耗高');
    await press('leixia', '值得跟');
    expect(await newest('leixia')).toContain('6月23日定不跟：能耗高');
    await press('leixia', '值得跟');
    expect(await newest('leixia')).toContain('6月30日前回复');
    await type('leixia', '/promotion 线索');
    expect(await newest('leixia')).toContain('线索2条\n线索2号 无锡热处理');
  });

  it('that is signed becomes a project of the ledger by one press, once', async () => {
    await type('qianguoqiang', '/promotion 线索1');
    expect(await newest('qianguoqiang')).not.toContain('已签约');
    await type('renchangqing', '/promotion 线索1');
    await press('renchangqing', '已签约');
    expect(await newest('renchangqing')).toContain('已签约：P-081');
    const project = await county.opened.client.project.findFirstOrThrow({ where: { code: 'P-081' } });
    const { id } = await county.opened.client.person.findFirstOrThrow({ where: { key: 'baixianzhong' } });
    expect(project).toMatchObject({
      name: '苏州精工装备制造项目',
      category: 'intention',
      stage: 'signed',
      sponsorId: id,
      content: '土地60亩、蒸汽',
    });
    expect(await county.opened.client.promotionLead.findFirstOrThrow({ where: { number: 1 } })).toMatchObject({
      standing: 'signed',
      projectId: project.id,
    });
    await type('renchangqing', '/gongjian P-081');
    expect(await newest('renchangqing')).toContain('苏州精工装备制造项目');
    expect(await newest('renchangqing')).toContain('来源线索\n线索1号 苏州精工\n[看]');
    await type('renchangqing', '/gongjian P-003');
    expect(await newest('renchangqing')).not.toContain('来源线索');
    await type('renchangqing', '/promotion 线索');
    expect(await newest('renchangqing')).toContain('线索1条');
  });

  it('that was signed by mistake is in hand again by one press within a day, and its project leaves the ledger', async () => {
    const { client } = county.opened;
    const projects = () => client.project.findMany({ where: { code: 'P-081' }, select: { standing: true } });
    await type('qianguoqiang', '/promotion 线索1');
    expect(await newest('qianguoqiang')).not.toContain('撤销');
    await type('renchangqing', '/promotion 线索1');
    expect(await newest('renchangqing')).toContain('已签约：P-081\n联系人：王总 13800000000\n[撤销]');
    await press('renchangqing', '撤销');
    expect(await newest('renchangqing')).toContain('已撤销签约，P-081不再是在办项目');
    expect(await newest('renchangqing')).toContain('[已回复] [联系人] [已签约]');
    expect(await projects()).toEqual([]);
    expect(await client.promotionLead.findFirstOrThrow({ where: { number: 1 } })).toMatchObject({
      standing: 'pursued',
      projectId: null,
    });
    // What is in its place by now is a project of which something was said: it leaves the plan and stays on record.
    await press('renchangqing', '已签约');
    await type('qianguoqiang', '/promotion 凭证0623-001 100万元 P-081');
    await type('renchangqing', '/promotion 线索1');
    await press('renchangqing', '撤销');
    expect(await projects()).toEqual([{ standing: 'withdrawn' }]);
    await type('renchangqing', '/promotion 线索1');
    await press('renchangqing', '已签约');
    expect(await newest('renchangqing')).toContain('已签约：P-082');
  });

  it('stays signed where the press that signed it is more than a day old', async () => {
    await type('qianguoqiang', '/promotion 线索 常州精密 精密铸造');
    await press('qianguoqiang', '确认');
    await press('qianguoqiang', '值得跟');
    await type('renchangqing', '/promotion 线索3');
    await press('renchangqing', '已签约');
    const { id, version } = await county.opened.client.promotionLead.findFirstOrThrow({ where: { number: 3 } });
    expect(await newest('renchangqing')).toContain('已签约：P-083\n[撤销]');
    await county.clock({ set: '2020-06-24T11:00:00+08:00' });
    await press('renchangqing', '撤销');
    expect(await newest('renchangqing')).toContain('没有撤销：签约已过一天\n请改为：/ledger 退出 P-083 原因');
    await type('renchangqing', '/promotion 线索3');
    expect(await newest('renchangqing')).not.toContain('撤销');
    expect(await county.opened.client.promotionLead.findFirstOrThrow({ where: { id } })).toMatchObject({
      standing: 'signed',
      version,
    });
  });

  it('speaks English to who reads English', async () => {
    await type('daniel-reed', '/promotion lead Bosch Rexroth Ltd, hydraulics, wants 60 mu and steam');
    expect(await newest('daniel-reed')).toContain(
      'Note a lead?\nBosch Rexroth Ltd (hydraulics)\nWants 60 mu and steam',
    );
    await type('daniel-reed', '/promotion leads');
    expect(await newest('daniel-reed')).toContain('Lead 2 无锡热处理\nAnswer by 30 June');
  });
});

describe('without promotion in the plan', { timeout: 60_000 }, () => {
  it('says what to write into the plan file', async () => {
    const county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true });
    await county.act('baixianzhong', { do: 'command', channel: office, text: '/promotion' });
    expect((await county.newest('baixianzhong', office)).join()).toContain('没有启用双招双引');
    await county.close();
  });
});
