import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { readPromotionHere } from '../../src/sheets/read-file.js';

const read = (text: string) =>
  readPromotionHere({
    bytes: new TextEncoder().encode(text),
    name: '表.csv',
    today: localDay('2020-06-17'),
    from: localDay('2020-01-01'),
  });
async function rowsOf(text: string) {
  const answer = await read(text);
  if (!('rows' in answer)) throw new Error(JSON.stringify(answer));
  return answer.rows;
}
const whys = async (text: string) => (await rowsOf(text)).faults.map(({ row, why }) => [row, why]);

describe('activities', () => {
  const head = '活动日期,带队领导,地点\n';

  it.each([
    ['2020-06-16', '2020-06-16'],
    ['2020.6.16', '2020-06-16'],
    ['2020年6月16日', '2020-06-16'],
    ['20200616', '2020-06-16'],
    ['6月16日（周二）', '2020-06-16'],
    ['6.16', '2020-06-16'],
    ['2020/6/16 0:00:00', '2020-06-16'],
  ])('the day %s is read', async (typed, on) => {
    expect((await rowsOf(`${head}${typed},白宪忠,苏州\n`)).activities).toMatchObject([{ on, leader: '白宪忠' }]);
  });

  it.each([
    ['6月', 'day'],
    ['6月中旬', 'day'],
    ['6月31日', 'day'],
    ['6月1日、6月3日', 'day'],
    ['2020-06-18', 'to-come'],
    ['2019-12-30', 'period'],
    ['', 'no-day'],
    ['上个月', 'day'],
  ])('the day “%s” is refused as %s', async (typed, why) => {
    expect(await whys(`${head}${typed},白宪忠,苏州\n`)).toEqual([[2, why]]);
  });

  it('what is missing, or not one leader, is said and never guessed', async () => {
    expect(await whys(`${head}6月1日,,苏州\n6月1日,白宪忠、苏勇,苏州\n6月1日,白宪忠,\n`)).toEqual([
      [2, 'leader'],
      [3, 'leaders'],
      [4, 'place'],
    ]);
    expect(await whys('日期,领导,目的地,对接企业\n6月1日,白宪忠,苏州,若干\n')).toEqual([[2, 'firms']]);
  });

  it('titles above, sums and notes below are no rows', async () => {
    const rows = await rowsOf(`招商活动登记表\n填报单位：商务局,,\n${head}6月1日,白宪忠,苏州\n合计,1,\n注：按月报,,\n`);
    expect(rows.activities).toHaveLength(1);
    expect(rows.faults).toEqual([]);
  });

  it('control characters, formulas and huge cells do no harm', async () => {
    const rows = await rowsOf(
      `日期,领导,地点,内容\n6月1日,白宪忠,苏\u0001州\u000b,"=cmd|'/c calc'!A1"\n6月2日,白宪忠,${'长'.repeat(3999)},\n`,
    );
    expect(rows.activities).toMatchObject([{ place: '苏州', text: "=cmd|'/c calc'!A1" }]);
    expect(rows.faults).toMatchObject([{ row: 3, why: 'too-long' }]);
    expect(rows.faults[0]?.text.length).toBeLessThanOrEqual(40);
  });

  it('a column of the unit makes it no ledger; a ledger of intended projects is none of leads', async () => {
    expect((await rowsOf('日期,带队领导,地点,责任单位\n6月1日,白宪忠,苏州,商务局\n')).activities).toHaveLength(1);
    expect(await read('项目名称,责任单位,联系人,状态\n甲,商务局,王总,在谈\n')).toEqual({ fault: { what: 'head' } });
  });

  it('a file of something else, or of nothing, is refused', async () => {
    expect(await read('项目名称,责任单位,总投资\n甲,乙,1\n')).toEqual({ fault: { what: 'head' } });
    expect(await read(head)).toEqual({ fault: { what: 'none' } });
    expect(await read(`${head}${'6月1日,白宪忠,苏州\n'.repeat(1001)}`)).toEqual({
      fault: { what: 'many', count: 1001 },
    });
    expect(await read('')).toHaveProperty('refused');
  });
});

describe('vouchers', () => {
  const head = '凭证号,到账日期,金额（万元）,项目\n';
  const amount = async (typed: string, of = '金额（万元）') =>
    (await rowsOf(`凭证号,日期,${of},项目\nV-001,6月1日,"${typed}",P-013\n`)).funds[0];

  it.each([
    ['8000', 'funds', 8000],
    ['8,000.5', 'funds', 8000.5],
    ['1.2亿元', 'funds', 12_000],
    ['5000万元', 'funds', 5000],
    ['12345678元', 'funds', 1234.5678],
    ['0.1', 'funds', 0.1],
    ['300万美元', 'foreign-capital', 300],
    ['$2500000', 'foreign-capital', 250],
  ])('the amount %s is exact', async (typed, kind, value) => {
    expect(await amount(typed)).toMatchObject({ kind, amount: value });
  });

  it('a head says the unit, and where nothing does it is not guessed', async () => {
    expect(await amount('2.5', '到位资金（亿元）')).toMatchObject({ amount: 25_000, kind: 'funds' });
    expect(await amount('2.5', '利用外资（万美元）')).toMatchObject({ amount: 2.5, kind: 'foreign-capital' });
    expect(await whys('凭证号,日期,金额,项目\nV-001,6月1日,2.5,P-013\n')).toEqual([[2, 'unit']]);
  });

  it.each(['约5000', '5000-6000', '-3', '0', '0.00001', '五千', '1e9', '99999999999', '=1+1'])(
    'the amount “%s” is none',
    async (typed) => {
      expect(await whys(`${head}V-001,6月1日,${typed},P-013\n`)).toEqual([[2, 'amount']]);
    },
  );

  it('yuan or dollars, never both', async () => {
    const rows = `凭证号,日期,金额（万元）,项目,币种\n`;
    expect((await rowsOf(`${rows}V-001,6月1日,"300万美元",P-013,美元\n`)).funds[0]?.kind).toBe('foreign-capital');
    expect(await whys(`${rows}V-001,6月1日,"300万美元",P-013,人民币\nV-002,6月1日,300,P-013,欧元\n`)).toEqual([
      [2, 'kind'],
      [3, 'kind'],
    ]);
  });

  it('what is missing is said', async () => {
    expect(await whys(`${head},6月1日,300,P-013\nV-002,,300,P-013\nV-003,6月1日,,P-013\nV-004,6月1日,300,\n`)).toEqual([
      [2, 'voucher'],
      [3, 'no-day'],
      [4, 'amount'],
      [5, 'no-project'],
    ]);
  });
});

describe('leads', () => {
  it('are read by heads as people write them; no number of a row vanishes', async () => {
    const { leads } = await rowsOf(
      '线索/项目名称,来源,投资额,阶段,联系人,备注\n苏州精工,白宪忠,5亿元,洽谈,王总,要60亩\n甲公司,,,不跟,,用地太大\n',
    );
    expect(leads).toMatchObject([
      { investor: '苏州精工', first: '白宪忠', standing: 'pursued', wants: '投资额 5亿元；要60亩', contact: '王总' },
      { investor: '甲公司', first: null, standing: 'dropped', dropReason: '用地太大', wants: null },
    ]);
    expect(await whys('企业,来源,状态\n甲公司,,看情况\n,,在跟\n乙公司,,不跟\n')).toEqual([
      [2, 'standing'],
      [3, 'investor'],
      [4, 'reason'],
    ]);
  });
});
