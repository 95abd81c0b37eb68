import iconv from 'iconv-lite';
import { csv } from '../build.js';
import type { County } from './county.js';

export const utf16Text: County = {
  title: 'tab-separated text in UTF-16, as Excel’s Unicode text',
  file: '2020项目.txt',
  bytes: async () =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        iconv.encode(
          csv(
            [
              [
                'No.',
                '项目名称',
                '责任部门',
                '负责人',
                '手机',
                '县级领导',
                '总投资（亿元）',
                '2020年计划投资（万元）',
                '至5月底累计完成投资（万元）',
                '建设年限',
              ],
              ['1', '热力管网项目', '住建局', '方圆', '13800010001', '葛亮', '0.85', '4500', '900', '2020-2021'],
              [
                '2',
                '湿地公园项目',
                '自然资源和规划局',
                '柳青',
                '138000100',
                '葛亮',
                '1.2',
                '6000',
                '0',
                '2020年4月—12月',
              ],
              [
                '3',
                '数字乡村项目',
                '农业农村局',
                '陶然',
                '13800010003',
                '葛亮',
                '3200万元',
                '3,200',
                '3000',
                '2019.11至2020.10',
              ],
            ],
            '\t',
          ),
          'utf-16le',
        ),
      ]),
    ),
  projects: [
    {
      row: 2,
      name: '热力管网项目',
      unit: '住建局',
      owner: '方圆',
      sponsor: '葛亮',
      totalInvestmentWan: 8500,
      yearPlanWan: 4500,
      doneWan: 900,
      start: '2020-01-01',
      end: '2021-12-31',
    },
    {
      row: 3,
      name: '湿地公园项目',
      unit: '自然资源和规划局',
      owner: '柳青',
      totalInvestmentWan: 12000,
      yearPlanWan: 6000,
      doneWan: 0,
      start: '2020-04-01',
      end: '2020-12-31',
    },
    {
      row: 4,
      name: '数字乡村项目',
      unit: '农业农村局',
      owner: '陶然',
      totalInvestmentWan: 3200,
      yearPlanWan: 3200,
      doneWan: 3000,
      start: '2019-11-01',
      end: '2020-10-31',
    },
  ],
  named: ['E3'],
  exact: true,
};
