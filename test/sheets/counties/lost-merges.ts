import { csv } from '../build.js';
import type { County } from './county.js';

export const lostMerges: County = {
  title: 'a csv that lost its merged cells, with town sections and a wrong count',
  file: '重点工作台账2020.csv',
  bytes: async () =>
    new TextEncoder().encode(
      csv([
        ['“项目攻坚年”重点工作台账', '', '', '', '', '', '', ''],
        ['序号', '项目类型', '工程名称', '负责人', '帮包县领导', '概算投资(亿元)', '竣工', '需要协调解决的事项'],
        ['一、铜城街道（3个）', '', '', '', '', '', '', ''],
        ['1', '城建', '铜城街景观工程', '易安', '陆游', '0.35', '9月', '无'],
        ['2', '', '桥头公园工程', '辛疾', '', '1,2', '2020-10', ''],
        ['二、新城街道（1个）', '', '', '', '', '', '', ''],
        ['1', '交通', '新城大道工程', '杨万', '陆游', '3.5亿元', '2021.6.30', '拆迁3户'],
        ['', '', '', '', '', '', '', ''],
        ['填报人：任远', '', '', '审核人：严明', '', '', '', ''],
      ]),
    ),
  projects: [
    {
      row: 4,
      name: '铜城街景观工程',
      category: '城建',
      unit: '铜城街道',
      owner: '易安',
      sponsor: '陆游',
      totalInvestmentWan: 3500,
      end: '2020-09-30',
      problem: '',
    },
    {
      row: 5,
      name: '桥头公园工程',
      category: '城建',
      unit: '铜城街道',
      owner: '辛疾',
      sponsor: '',
      end: '2020-10-31',
    },
    {
      row: 7,
      name: '新城大道工程',
      category: '交通',
      unit: '新城街道',
      owner: '杨万',
      totalInvestmentWan: 35000,
      end: '2021-06-30',
      problem: '拆迁3户',
    },
  ],
  named: ['A3', 'B5', 'E5', 'F5'],
};
