import { workbook } from '../build.js';
import type { County } from './county.js';

export const amounts: County = {
  title: 'amounts in every dress',
  file: '2020年投资表.xlsx',
  bytes: () =>
    workbook({
      name: '投资',
      rows: [
        [
          '项目名称',
          '责任单位',
          '责任人',
          '包保领导',
          '总投资（万元）',
          '本年投资计划（万元）',
          '累计完成投资（万元）',
        ],
        ['项目一', '水利局', '王一', '李二', '３．５亿', '１，２００', '1200.50'],
        ['项目二', '水利局', '王一', '李二', '1亿2000万元', '三千万', '0万元'],
        ['项目三', '水利局', '王一', '李二', '2.5（亿元）', '不低于5000', '5000余万元'],
        ['项目四', '水利局', '王一', '李二', 50000000, '120亩', 'O'],
        ['项目五', '水利局', '王一', '李二', '350000000元', '6000（其中设备3000）', ' 900 '],
        ['项目六', '水利局', '王一', '李二', 3.5, 2, 0.8],
        ['项目七', '水利局', '王一', '李二', '待定', -5, '50%'],
        ['项目八', '水利局', '王一', '李二', 8000, 9000, 8500],
      ],
    }),
  projects: [
    { row: 2, name: '项目一', totalInvestmentWan: 35000, yearPlanWan: 1200, doneWan: 1200.5 },
    { row: 3, name: '项目二', totalInvestmentWan: 12000, yearPlanWan: 3000, doneWan: 0 },
    { row: 4, name: '项目三', totalInvestmentWan: 25000, yearPlanWan: 5000, doneWan: 5000 },
    { row: 5, name: '项目四', totalInvestmentWan: 50000000, yearPlanWan: null, doneWan: null },
    { row: 6, name: '项目五', totalInvestmentWan: 35000, yearPlanWan: 6000, doneWan: 900 },
    { row: 7, name: '项目六', totalInvestmentWan: 3.5, yearPlanWan: 2, doneWan: 0.8 },
    { row: 8, name: '项目七', totalInvestmentWan: null, yearPlanWan: null, doneWan: null },
    { row: 9, name: '项目八', totalInvestmentWan: 8000, yearPlanWan: 9000, doneWan: 8500 },
  ],
  named: ['F4', 'G4', 'E5', 'F5', 'G5', 'F6', 'E7', 'E8', 'F8', 'G8', 'F9', 'G9'],
  exact: true,
};
