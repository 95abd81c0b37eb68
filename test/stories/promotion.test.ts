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

describe('without promotion in the plan', { timeout: 60_000 }, () => {
  it('says what to write into the plan file', async () => {
    const county = await openCounty({ now: '2020-06-17T10:00:00+08:00', said: true });
    await county.act('baixianzhong', { do: 'command', channel: office, text: '/promotion' });
    expect((await county.newest('baixianzhong', office)).join()).toContain('没有启用双招双引');
    await county.close();
  });
});
