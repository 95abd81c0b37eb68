import type { Words } from '../plan.js';
import { AMOUNTS } from './fault-words/amounts.js';
import { DATES } from './fault-words/dates.js';
import { LINES } from './fault-words/lines.js';
import { NAMES } from './fault-words/names.js';

/** What the columns are called in faults. */
export const FIELD_WORDS = {
  code: { zh: '项目编号', en: 'code' },
  name: { zh: '项目名称', en: 'project name' },
  category: { zh: '类别', en: 'category' },
  unit: { zh: '责任单位', en: 'unit' },
  owner: { zh: '责任人', en: 'owner' },
  phone: { zh: '联系电话', en: 'telephone' },
  sponsor: { zh: '包保领导', en: 'sponsor' },
  totalInvestment: { zh: '总投资', en: 'total investment' },
  yearPlan: { zh: '年度计划投资', en: "year's planned investment" },
  done: { zh: '完成投资', en: 'investment done' },
  start: { zh: '计划开工时间', en: 'planned start' },
  end: { zh: '计划竣工时间', en: 'planned end' },
  content: { zh: '建设内容', en: 'content' },
  progress: { zh: '形象进度', en: 'progress' },
  problem: { zh: '存在问题', en: 'problem' },
  site: { zh: '建设地点', en: 'site' },
  remark: { zh: '备注', en: 'remark' },
} as const satisfies Readonly<Record<string, Words>>;

/** Every doubt that a cell can raise. */
export const FAULTS = { ...DATES, ...AMOUNTS, ...NAMES, ...LINES } as const;
