import { describe, expect, it } from 'vitest';
import { MONEY_UNITS, type MoneyUnit, moneyUnitIn, readAmount } from '../../../src/domain/ledger-sheet/amount-cell.js';
import { textCell } from '../../../src/domain/ledger-sheet/grid.js';
import { readNodes } from '../../../src/domain/ledger-sheet/node-text.js';
import { readPerson, readPhone } from '../../../src/domain/ledger-sheet/person-cell.js';
import { partUnitAndOwner, readUnit, unitKey } from '../../../src/domain/ledger-sheet/unit-cell.js';
import fc from '../../support/properties.js';

const amount = (text: string, unit: MoneyUnit = '万元') => readAmount(textCell(text), unit);

describe('an amount in 10k yuan', () => {
  it.each([
    ['35000', 35000],
    ['35,000', 35000],
    ['３５０００', 35000],
    ['3.5亿元', 35000],
    ['3.5亿', 35000],
    ['3亿5000万元', 35000],
    ['3500万', 3500],
    ['5千万', 5000],
    ['三千五百万', 3500],
    ['350000000元', 35000],
    ['¥35000', 35000],
    ['3.5（亿元）', 35000],
    ['0', 0],
    ['0万元', 0],
  ])('%s is %s', (text, wan) => {
    expect(amount(text)).toEqual({ says: 'amount', wan, others: [], oddity: null });
  });

  it.each([
    ['1000万美元', 'foreign'],
    ['1.2-1.5亿元', 'range'],
    ['-5', 'negative'],
    ['120亩', 'no-amount'],
    ['50%', 'no-amount'],
    ['3.5.2', 'no-amount'],
    ['1,2', 'no-amount'],
    ['35OO', 'no-amount'],
    ['2020年', 'no-amount'],
    ['14006353135', 'no-amount'],
  ])('%s is refused, not guessed (%s)', (text, why) => {
    expect(amount(text)).toEqual({ says: 'wrong', why });
  });

  it('a figure that is only about right may be refused', () => {
    for (const text of ['约4600', '4600左右', '4600余万元'])
      expect(amount(text)).toMatchObject({ wan: 4600, others: [null], oddity: 'about' });
  });

  it('few single yuan are mostly meant in the column’s unit', () => {
    expect(amount('4600元')).toMatchObject({ wan: 0.46, others: [4600], oddity: 'yuan' });
  });

  it('any figure is the same in every unit, in the cell or in the head', () => {
    const units = fc.constantFrom(...(Object.keys(MONEY_UNITS) as MoneyUnit[]).filter((unit) => unit !== '元'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), units, units, (tenths, unit, head) => {
        const wan = tenths / 10;
        const written = String(Number((wan / MONEY_UNITS[unit]).toPrecision(12)));
        if (written.includes('e')) return;
        expect(amount(`${written}${unit}`, head)).toMatchObject({ wan });
        expect(amount(written, unit)).toMatchObject({ wan });
      }),
    );
  });

  it('the head or the title names the unit', () => {
    expect(moneyUnitIn('总投资\n（亿 元）')).toBe('亿元');
    expect(moneyUnitIn('单位：万元')).toBe('万元');
    expect(moneyUnitIn('总投资(元)')).toBe('元');
    expect(moneyUnitIn('公元2020年')).toBeNull();
  });
});

describe('a person’s cell', () => {
  it.each([
    ['姜  鹏', ['姜鹏']],
    ['许倩、张海涛', ['许倩', '张海涛']],
    ['许倩 张海涛', ['许倩', '张海涛']],
    ['许倩\n张海涛', ['许倩', '张海涛']],
    ['王 建 国', ['王建国']],
    ['欧阳 修', ['欧阳修']],
    ['副县长 王伟', ['王伟']],
    ['县委常委、常务副县长 丁勇', ['丁勇']],
    ['郭敏（县政协副主席）', ['郭敏']],
    ['张三 13800000000', ['张三']],
    ['工信局 何志远', ['何志远']],
    ['Daniel Reed', ['Daniel Reed']],
  ])('%s names %s', (text, names) => {
    expect(readPerson(text)).toMatchObject({ says: 'names', names, odd: false });
  });

  it('待定 is open, — is nothing, and what is no name is pointed at', () => {
    expect(readPerson('待定')).toEqual({ says: 'open' });
    expect(readPerson('—')).toEqual({ says: 'nothing' });
    expect(readPerson('项目专班全体成员')).toMatchObject({ odd: true });
    expect(readPerson('张三等3人')).toMatchObject({ odd: true });
  });

  it('a telephone number has its digits counted', () => {
    expect(readPhone('14006353135')).toMatchObject({ plausible: true });
    expect(readPhone('0635-3281234')).toMatchObject({ plausible: true, phones: ['0635-3281234'] });
    expect(readPhone('+86 14006353135')).toMatchObject({ plausible: true, phones: ['14006353135'] });
    expect(readPhone('1400635828')).toMatchObject({ plausible: false, digits: 10 });
  });
});

describe('a unit’s cell', () => {
  it.each([
    ['鱼 山 镇', ['鱼山镇']],
    ['行政审批\n服务局', ['行政审批服务局']],
    ['水利局、农业农村局', ['水利局', '农业农村局']],
    ['水利局\n农业农村局', ['水利局', '农业农村局']],
    ['住建局 水利局（牵头）', ['水利局', '住建局']],
    ['工业和信息化局', ['工业和信息化局']],
    ['商务和投资促进局', ['商务和投资促进局']],
  ])('%s', (text, units) => {
    expect(readUnit(text)).toEqual({ says: 'units', units });
  });

  it('short, long and county names of one department have one key, others have their own', () => {
    const same = ['工信局', '县工信局', '工业和信息化局', '东阿县工业和信息化局'].map(unitKey);
    expect(new Set(same).size).toBe(1);
    const apart = ['水利局', '住建局', '经济开发区', '鱼山镇', '铜城街道', '市场监督管理局', '生态环境分局'].map(
      unitKey,
    );
    expect(new Set(apart).size).toBe(apart.length);
  });

  it('a unit and its person in one cell are parted', () => {
    for (const text of ['水利局 张三', '水利局（张三）', '水利局\n张三', '水利局张三', '水利局：张三'])
      expect(partUnitAndOwner(text)).toEqual({ unit: '水利局', owner: '张三' });
    expect(partUnitAndOwner('水利局')).toEqual({ unit: '水利局', owner: '' });
  });
});

describe('milestones in one text', () => {
  const read = (text: string) => readNodes(text, 2020).nodes.map(({ name, due }) => `${name} ${due}`);
  it.each([
    ['用地2月底,施工许可3月', ['用地 2020-02-29', '施工许可 2020-03-31']],
    ['2月底前完成用地手续；4月开工', ['用地 2020-02-29', '开工 2020-04-30']],
    ['1.3月底前完成立项；2.5月20日前取得施工许可', ['立项 2020-03-31', '施工许可 2020-05-20']],
    ['①用地：2020.2.25 ②开工：2020.4', ['用地 2020-02-25', '开工 2020-04-30']],
    ['用地2月底、施工许可3月', ['用地 2020-02-29', '施工许可 2020-03-31']],
  ])('%s', (text, nodes) => {
    expect(read(text)).toEqual(nodes);
  });

  it('a piece without a date is named, not dropped', () => {
    expect(readNodes('用地2月底，尽快开工', 2020).unread).toEqual(['尽快开工']);
  });
});
