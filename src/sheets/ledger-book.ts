import type { LocalDay } from '../domain/day.js';
import type { Words } from '../domain/plan.js';
import type { Table, TableColumn, TableValue } from './table.js';

export type BookMilestone = { readonly name: string; readonly due: LocalDay | null };

/** A project as the ledger's sheet shows it. Amounts in 10k yuan. */
export type BookProject = {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly content: string;
  readonly totalInvestment: number | null;
  readonly yearPlan: number | null;
  readonly done: number | null;
  readonly start: LocalDay | null;
  readonly end: LocalDay | null;
  readonly unit: string;
  readonly owner: string;
  readonly phone: string;
  readonly sponsor: string;
  readonly site: string;
  readonly milestones: readonly BookMilestone[];
  readonly progress: string;
  readonly problem: string;
  readonly remark: string;
};

export type LedgerBook = {
  readonly title: string;
  readonly on: LocalDay;
  readonly language: keyof Words;
  /** The columns of milestones, in the order of the works. */
  readonly milestones: readonly string[];
  readonly projects: readonly BookProject[];
};

/** What can be chosen in the template's columns. */
export type LedgerChoices = {
  readonly categories: readonly string[];
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly sponsors: readonly string[];
};

export type LedgerTemplate = Omit<LedgerBook, 'projects' | 'on'> & {
  readonly choices: LedgerChoices;
  readonly year: number;
};

const HEADS = {
  index: { zh: '序号', en: 'No.' },
  code: { zh: '项目编号', en: 'Code' },
  name: { zh: '项目名称', en: 'Project name' },
  category: { zh: '类别', en: 'Category' },
  content: { zh: '建设内容', en: 'Content' },
  money: { zh: '投资情况（万元）', en: 'Investment (万元)' },
  totalInvestment: { zh: '总投资', en: 'Total investment' },
  yearPlan: { zh: '年度计划投资', en: 'Year plan' },
  done: { zh: '累计完成投资', en: 'Done investment' },
  works: { zh: '建设时间', en: 'Works' },
  start: { zh: '计划开工时间', en: 'Start' },
  end: { zh: '计划竣工时间', en: 'End' },
  unit: { zh: '责任单位', en: 'Unit' },
  owner: { zh: '责任人', en: 'Owner' },
  phone: { zh: '联系电话', en: 'Phone' },
  sponsor: { zh: '包保领导', en: 'Sponsor' },
  site: { zh: '建设地点', en: 'Site' },
  milestones: { zh: '节点计划（计划完成时间）', en: 'Milestones (due)' },
  progress: { zh: '形象进度', en: 'Progress' },
  problem: { zh: '存在问题', en: 'Problem' },
  remark: { zh: '备注', en: 'Remark' },
} as const satisfies Readonly<Record<string, Words>>;

type Laid = { readonly column: TableColumn; readonly of: (project: BookProject, index: number) => TableValue };

/** The county's ledger as a sheet that reads back to the same projects. */
export function ledgerTable(book: LedgerBook): Table {
  const laid = columnsOf(book.language, book.milestones);
  const note =
    book.language === 'zh' ? `填报时间：${chineseDay(book.on)}　单位：万元` : `As of ${book.on}. Unit: 万元 (10k yuan)`;
  return {
    ...tableOf(book.language, book.title, note, laid),
    rows: book.projects.map((project, index) => laid.map(({ of }) => of(project, index))),
  };
}

// Enough for a county's whole year; the drop-downs reach that far.
const SPARE_ROWS = 200;

/** An empty ledger with drop-downs and one example, which is left out when the sheet is read. */
export function templateTable(book: LedgerTemplate): Table {
  const { choices, language, year } = book;
  const lists: Readonly<Record<string, readonly string[]>> = {
    [HEADS.category[language]]: choices.categories,
    [HEADS.unit[language]]: choices.units,
    [HEADS.owner[language]]: choices.people,
    [HEADS.sponsor[language]]: choices.sponsors,
  };
  const laid = columnsOf(language, book.milestones).map((each) => {
    const list = lists[each.column.head];
    return list === undefined ? each : { ...each, column: { ...each.column, choices: list } };
  });
  const note =
    language === 'zh'
      ? '单位：万元。日期写 2020-06-30、6月底前、二季度都可以；例行不读入。'
      : 'Unit: 万元 (10k yuan). Dates may be 2020-06-30, 6月底前 or 二季度; the example row is not read.';
  const example = exampleOf(language, choices, year, book.milestones);
  return {
    ...tableOf(language, book.title, note, laid),
    rows: [laid.map(({ of }, at) => (at === 0 ? (language === 'zh' ? '例' : 'e.g.') : of(example, 0)))],
    spareRows: SPARE_ROWS,
  };
}

function tableOf(language: keyof Words, title: string, note: string, laid: readonly Laid[]): Table {
  const name = language === 'zh' ? '台账' : 'Ledger';
  return { name, title, note, columns: laid.map(({ column }) => column), rows: [], frozenColumns: 3 };
}

function columnsOf(language: keyof Words, milestones: readonly string[]): Laid[] {
  const head = (key: keyof typeof HEADS) => HEADS[key][language];
  const column = (
    key: keyof typeof HEADS & keyof BookProject,
    kind: TableColumn['kind'],
    width: number,
    group?: keyof typeof HEADS,
  ): Laid => ({
    column: { head: head(key), kind, width, ...(group === undefined ? {} : { group: head(group) }) },
    of: (project) => project[key] as TableValue,
  });
  return [
    { column: { head: head('index'), kind: 'count', width: 6 }, of: (_, index) => index + 1 },
    column('code', 'text', 10),
    column('name', 'text', 28),
    column('category', 'text', 16),
    column('content', 'paragraph', 40),
    column('totalInvestment', 'amount', 11, 'money'),
    column('yearPlan', 'amount', 13, 'money'),
    column('done', 'amount', 13, 'money'),
    column('start', 'day', 13, 'works'),
    column('end', 'day', 13, 'works'),
    column('unit', 'text', 16),
    column('owner', 'text', 10),
    column('phone', 'text', 14),
    column('sponsor', 'text', 10),
    column('site', 'text', 16),
    ...milestones.map(
      (name): Laid => ({
        column: { head: name, kind: 'day', width: 12, group: head('milestones') },
        of: (project) => project.milestones.find((each) => each.name === name)?.due ?? null,
      }),
    ),
    column('progress', 'paragraph', 24),
    column('problem', 'paragraph', 24),
    column('remark', 'paragraph', 14),
  ];
}

function exampleOf(
  language: keyof Words,
  choices: LedgerChoices,
  year: number,
  milestones: readonly string[],
): BookProject {
  const zh = language === 'zh';
  return {
    code: '',
    name: zh ? '某某生产线项目' : 'Some production line',
    category: choices.categories[0] ?? '',
    content: zh ? '新建车间2万平方米，购置设备60台' : 'A workshop of 20,000 m², 60 machines',
    totalInvestment: 35_000,
    yearPlan: 18_000,
    done: 4200,
    start: `${year}-03-31` as LocalDay,
    end: `${year + 1}-06-30` as LocalDay,
    unit: choices.units[0] ?? '',
    owner: choices.people[0] ?? '',
    phone: '13800000000',
    sponsor: choices.sponsors[0] ?? '',
    site: '',
    milestones: milestones.slice(0, 1).map((name) => ({ name, due: `${year}-02-28` as LocalDay })),
    progress: zh ? '基础施工' : 'Foundations',
    problem: zh ? '无' : 'none',
    remark: '',
  };
}

function chineseDay(day: LocalDay): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
