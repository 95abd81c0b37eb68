import { describe, expect, it } from 'vitest';
import { labelOf, meaningsOf } from '../../../src/domain/ledger-sheet/column.js';
import { type GridSheet, textCell } from '../../../src/domain/ledger-sheet/grid.js';
import { type KnownColumn, readLedger } from '../../../src/domain/ledger-sheet/index.js';

const rules = { year: 2020, columns: new Map() };
const meaning = (...heads: string[]) => {
  const best = meaningsOf(
    heads.map((head) => labelOf(head).plain),
    rules,
  )[0];
  return best === undefined ? null : best.field === 'milestone' ? `milestone ${best.name}` : best.field;
};

describe('a column’s head', () => {
  it.each([
    [['项 目\n名 称'], 'name'],
    [['工程名称'], 'name'],
    [['责任单位'], 'unit'],
    [['牵头单位'], 'unit'],
    [['责任单位', '名称'], 'unit'],
    [['挂包领导'], 'sponsor'],
    [['县级包保领导'], 'sponsor'],
    [['联系县级领导'], 'sponsor'],
    [['包保领导', '姓名'], 'sponsor'],
    [['包保领导', '职务'], null],
    [['责任人', '联系电话'], 'phone'],
    [['总投资（亿元）'], 'totalInvestment'],
    [['投资情况', '总投资'], 'totalInvestment'],
    [['投资（万元）', '总额'], 'totalInvestment'],
    [['2020年', '计划投资'], 'yearPlan'],
    [['2020年投资', '计划'], 'yearPlan'],
    [['2020年投资', '完成'], 'done'],
    [['年度计划'], 'yearPlan'],
    [['2021年计划投资'], null],
    [['截至2019年底完成投资'], null],
    [['本月完成投资'], null],
    [['完成年度计划比例'], null],
    [['1-5月完成投资'], 'done'],
    [['投资情况', '累计完成投资'], 'done'],
    [['建设时间', '开工'], 'start'],
    [['建设时间', '计划竣工时间'], 'end'],
    [['开(竣)工时间'], 'span'],
    [['建设起止年限'], 'span'],
    [['节点计划（计划完成时间）', '开工'], 'milestone 开工'],
    [['节点计划', '竣工投产'], 'milestone 竣工投产'],
    [['土地手续', '计划完成时间'], 'milestone 土地手续'],
    [['土地手续', '实际完成时间'], null],
    [['施工许可', '计划'], 'milestone 施工许可'],
    [['施工许可', '实际'], null],
    [['关键节点', '主体完工', '计划'], 'milestone 主体完工'],
    [['关键节点', '主体完工', '实际'], null],
    [['2020年计划', '形象进度'], 'content'],
    [['形象进度/\n目前进展'], 'progress'],
    [['需协调解决的问题'], 'problem'],
    [['用地面积（亩）'], null],
  ])('%j is %s', (heads, field) => {
    expect(meaning(...heads)).toBe(field);
  });
});

describe('a head that a person has matched before', () => {
  const sheet: GridSheet = {
    name: '台账',
    hidden: false,
    rows: [
      ['攻坚事由', '承办人', '责任单位', '总投资', '验收日', '颜色'],
      ['甲项目', '王一', '水利局', '5000', '6月底', '红'],
    ].map((texts, at) => ({
      row: at + 1,
      hidden: false,
      cells: new Map(texts.map((text, index) => [index + 1, textCell(text)])),
    })),
    merges: [],
    comments: new Map(),
  };

  it('is known the next time, and what was ignored is not asked about again', () => {
    const columns = new Map<string, KnownColumn>([
      ['攻坚事由', { field: 'name' }],
      ['承办人', { field: 'owner' }],
      ['验收日', { milestone: '验收' }],
      ['颜色', 'ignored'],
    ]);
    const before = readLedger([sheet], { fileName: '', year: 2020 });
    const after = readLedger([sheet], { fileName: '', year: 2020, columns });
    expect(before.projects).toEqual([]);
    expect(after.projects).toMatchObject([
      { name: '甲项目', owner: '王一', milestones: [{ name: '验收', due: '2020-06-30' }] },
    ]);
    expect(after.unknownColumns).toEqual([]);
  });
});
