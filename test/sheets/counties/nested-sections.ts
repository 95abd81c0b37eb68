import { type Given, workbook } from '../build.js';
import type { County } from './county.js';

export const nestedSections: County = {
  title: 'sections within sections, totals above the lines, group heads that are not merged',
  file: '任务书.xlsx',
  bytes: () =>
    workbook({
      name: '任务书',
      rows: [
        ['2020年攻坚任务书'],
        ['序号', '项目', '投资（万元）', '', '', '时限', '', '包保', '', '进度'],
        ['', '', '总额', '年度计划', '完成数', '开工', '完工', '领导', '干部', ''],
        ['总计（3个）', '', 21000, 11000, 2600],
        ['一、产业类（2个）', '', 15000, 8000, 2000],
        ['（一）工业（1个）', '', 9000, 5000, 1500],
        [1, '钢结构项目', 9000, 5000, 1500, '2020年4月', '2020年12月', '齐鲁', '燕赵', '吊装'],
        ['（二）物流业（1个）', '', 6000, 3000, 500],
        [1, '冷链项目', 6000, 3000, 500, '2020年7月', '2021年3月', '齐鲁', '吴越', '设计'],
        ['二、民生类（1个）', '', 6000, 3000, 600],
        [1, '供水项目', 6000, 3000, 600, '2020年3月', '2020年11月', '齐鲁', '楚汉', '铺管'],
      ] as Given[][],
      merges: ['A1:J1'],
    }),
  projects: [
    {
      row: 7,
      name: '钢结构项目',
      category: '工业',
      sponsor: '齐鲁',
      owner: '燕赵',
      totalInvestmentWan: 9000,
      yearPlanWan: 5000,
      doneWan: 1500,
      start: '2020-04-01',
      end: '2020-12-31',
      progress: '吊装',
    },
    {
      row: 9,
      name: '冷链项目',
      category: '物流业',
      sponsor: '齐鲁',
      owner: '吴越',
      totalInvestmentWan: 6000,
      start: '2020-07-01',
      end: '2021-03-31',
    },
    {
      row: 11,
      name: '供水项目',
      category: '民生类',
      owner: '楚汉',
      totalInvestmentWan: 6000,
      yearPlanWan: 3000,
      doneWan: 600,
      end: '2020-11-30',
    },
  ],
  named: ['A6', 'A8'],
  exact: true,
};
