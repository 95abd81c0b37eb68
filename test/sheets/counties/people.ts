import { workbook } from '../build.js';
import type { County } from './county.js';

export const people: County = {
  title: 'people in every dress',
  file: '2020年责任表.xlsx',
  bytes: () =>
    workbook({
      name: '责任',
      rows: [
        ['项目名称', '责任单位', '责任人', '联系电话', '包保领导', '总投资（万元）'],
        ['项目一', '水利局、住建局', '张　三', 13800000001, '县委常委、宣传部长 李白', 5000],
        ['项目二', '水利局（牵头） 住建局', '局长 杜甫', '0635-3281234', '白居易副县长', 5000],
        ['项目三', '鱼 山 镇', '王安石/苏轼', '13800000001、13800000002', '欧阳 修', 5000],
        ['项目四', '牵头单位：发改局\n配合单位：财政局', '柳永（副局长）13800000003', '', '政府办 曾巩', 5000],
        ['项目五', '行政审批\n服务局', '空缺', '1380000', '？', 5000],
        ['项目六', '', '—', '/', '阿卜杜拉·买买提', 5000],
      ],
    }),
  projects: [
    { row: 2, name: '项目一', unit: '水利局', owner: '张三', phone: '13800000001', sponsor: '李白' },
    { row: 3, name: '项目二', unit: '水利局', owner: '杜甫', phone: '0635-3281234', sponsor: '白居易' },
    { row: 4, name: '项目三', unit: '鱼山镇', owner: '王安石', sponsor: '欧阳修' },
    { row: 5, name: '项目四', unit: '发改局', owner: '柳永', phone: '13800000003', sponsor: '曾巩' },
    { row: 6, name: '项目五', unit: '行政审批服务局', owner: '', sponsor: '' },
    { row: 7, name: '项目六', unit: '', owner: '', phone: '', sponsor: '阿卜杜拉·买买提' },
  ],
  named: ['B2', 'B3', 'C4', 'B5', 'C6', 'D6', 'E6', 'B7', 'C7'],
  exact: true,
};
