import { workbook } from '../build.js';
import type { County } from './county.js';

const blank = (count: number): string[] => Array.from({ length: count }, () => '');

export const nodeTexts: County = {
  title: 'milestones in one text, posts and telephones beside names, two units in a cell',
  file: '攻坚任务清单.xlsx',
  bytes: () =>
    workbook({
      name: '任务清单',
      rows: [
        ['高唐县2020年攻坚任务清单', ...blank(9)],
        [
          '编号',
          '项目名称',
          '类型',
          '牵头单位及责任人',
          '挂钩领导',
          '投资规模',
          '年度目标投资',
          '工作节点',
          '工程进展',
          '困难和问题',
        ],
        [
          'G01',
          '锂电池项目',
          '工业',
          '',
          '县委常委、常务副县长 丁勇',
          '12亿元',
          '3亿5000万元',
          '用地2月底,施工许可3月,主体封顶9月底',
          '桩基施工',
          '暂无',
        ],
        [
          'G02',
          '驴肉加工项目',
          '农业',
          '',
          '副县长王伟',
          '9600万',
          '约5000万元',
          '1.3月底前完成立项；2.5月20日前取得施工许可；3.6月开工',
          '立项完成',
          '用地指标',
        ],
        [
          'G03',
          '客运站项目',
          '服务业',
          '',
          '郭  敏（县政协副主席）',
          '1.2-1.5亿元',
          '4000',
          '2020年4月开工、2021年6月底前竣工',
          '方案',
          '没有',
        ],
        ['G04', '外资食品项目', '工业', '', '孙浩', '1000万美元', '2000', '待定', '洽谈', '无'],
      ].map((row, index) =>
        index < 2
          ? row
          : [
              ...row.slice(0, 3),
              ['经开区 刘备', '农业农村局、大桥镇', '交通运输局', '商务局'][index - 2] ?? '',
              ...row.slice(4),
            ],
      ),
    }),
  projects: [
    {
      row: 3,
      name: '锂电池项目',
      category: '工业',
      sponsor: '丁勇',
      totalInvestmentWan: 120000,
      yearPlanWan: 35000,
      problem: '',
      milestones: { 用地: '2020-02-29', 施工许可: '2020-03-31', 主体封顶: '2020-09-30' },
    },
    {
      row: 4,
      name: '驴肉加工项目',
      category: '农业',
      sponsor: '王伟',
      totalInvestmentWan: 9600,
      yearPlanWan: 5000,
      problem: '用地指标',
      milestones: { 立项: '2020-03-31', 施工许可: '2020-05-20', 开工: '2020-06-30' },
    },
    {
      row: 5,
      name: '客运站项目',
      category: '服务业',
      sponsor: '郭敏',
      totalInvestmentWan: null,
      yearPlanWan: 4000,
      problem: '',
      milestones: { 开工: '2020-04-30', 竣工: '2021-06-30' },
    },
    {
      row: 6,
      name: '外资食品项目',
      category: '工业',
      sponsor: '孙浩',
      totalInvestmentWan: null,
      yearPlanWan: 2000,
      problem: '',
    },
  ],
  named: ['G4', 'F5', 'F6', 'H6'],
};
