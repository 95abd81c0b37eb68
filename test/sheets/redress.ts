import iconv from 'iconv-lite';
import fc from '../support/properties.js';
import { csv, type Given, type GivenSheet, onDay, workbook } from './build.js';
import type { FormProject } from './compare.js';

/** The same ledger as another county would have kept it, and where each project then stands. */
export type Redressed = {
  readonly file: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly right: readonly FormProject[];
};

type Project = FormProject & {
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly owner: string;
  readonly sponsor: string;
  readonly totalInvestmentWan: number;
  readonly yearPlanWan: number;
  readonly doneWan: number | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly problem: string;
};
type Money = '万元' | '亿元' | '元';
type Style = {
  readonly layout: 'sections' | 'column' | 'sheets' | 'towns';
  readonly csv: false | 'utf-8' | 'bom' | 'gb18030';
  readonly heads: readonly number[];
  readonly order: number;
  readonly groups: boolean;
  readonly title: boolean;
  readonly moneyUnit: Money;
  readonly moneyIn: 'head' | 'title' | 'cell';
  readonly nodes: 'columns' | 'text' | 'none';
  readonly totals: boolean;
  readonly numbered: boolean;
  readonly wide: boolean;
  readonly numberRow: boolean;
  readonly sums: boolean;
  readonly mergeUnits: boolean;
  readonly noise: readonly (keyof typeof NOISE)[];
  readonly picks: readonly number[];
};

/** Columns that a ledger has besides, and what stands in them: none of it may be taken for anything that we know. */
const NOISE = {
  '用地面积（亩）': ['120', 86, '32.5亩', ''],
  建设性质: ['新建', '续建', '改扩建'],
  '2021年计划投资（万元）': [5000, '0.8亿元', ''],
  截至2019年底完成投资: [1200, 0, '—'],
  本月完成投资: [300, '0', ''],
  配合单位: ['财政局', '各镇街', ''],
  完成年度计划比例: ['35%', 0.35, ''],
  是否纳统: ['是', '否'],
  实际开工时间: ['2020.3.28', '', '3月28日'],
  企业联系电话: ['0635-3280000', ''],
  '用工（人）': [120, ''],
  包保领导职务: ['副县长', '县委常委'],
  包保领导联系电话: ['0635-3280001'],
  '开工时间（实际）': ['3月28日', ''],
  '5月份完成投资': [260, ''],
  '2019年完成投资': [900, ''],
  '其中：设备投资（万元）': [3000, ''],
  '到位资金（万元）': [2000, ''],
  '利用外资（万美元）': [100, ''],
  '能耗指标（吨标准煤）': [5000, ''],
  累计完成投资占总投资比例: ['12%'],
  下一步工作打算: ['加快建设', '6月底前完成主体'],
  一季度: [500, ''],
  法人单位代码: ['91371524'],
} as const satisfies Readonly<Record<string, readonly (string | number)[]>>;

export const styles: fc.Arbitrary<Style> = fc.record({
  layout: fc.constantFrom('sections' as const, 'column' as const, 'sheets' as const, 'towns' as const),
  csv: fc.constantFrom(false as const, false as const, 'utf-8' as const, 'bom' as const, 'gb18030' as const),
  heads: fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
  order: fc.nat(1000),
  groups: fc.boolean(),
  title: fc.boolean(),
  moneyUnit: fc.constantFrom('万元' as const, '亿元' as const, '元' as const),
  moneyIn: fc.constantFrom('head' as const, 'title' as const, 'cell' as const),
  nodes: fc.constantFrom('columns' as const, 'text' as const, 'none' as const),
  totals: fc.boolean(),
  numbered: fc.boolean(),
  wide: fc.boolean(),
  numberRow: fc.boolean(),
  sums: fc.boolean(),
  mergeUnits: fc.boolean(),
  noise: fc.subarray(Object.keys(NOISE) as (keyof typeof NOISE)[]),
  picks: fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }),
});

const HEADS: Readonly<Record<string, readonly string[]>> = {
  name: ['项目名称', '工程名称', '项 目\n名 称', '重点项目名称', '项目（工程）名称', '建设项目名称'],
  category: ['类别', '项目类别', '所属类别', '项目类型', '分类'],
  unit: ['责任单位', '牵头单位', '实施单位', '主体责任单位', '责任部门', '牵头责任单位', '推进单位', '主管部门'],
  owner: ['责任人', '项目负责人', '负责人', '联系人', '项目责任人', '具体责任人'],
  sponsor: [
    '包保领导',
    '挂包领导',
    '县级包保领导',
    '联系县级领导',
    '包联领导',
    '挂钩领导',
    '县级领导',
    '分管县领导',
    '帮包领导',
    '包靠县级领导',
  ],
  total: ['总投资', '计划总投资', '投资总额', '总投资额', '概算总投资', '项目总投资', '估算总投资', '投资规模'],
  plan: [
    '年度计划投资',
    '今年计划投资',
    '2020年计划投资',
    '当年计划投资',
    '年度投资计划',
    '本年度计划完成投资',
    '2020年度投资目标',
    '年内计划投资',
  ],
  done: [
    '累计完成投资',
    '完成投资',
    '1-5月完成投资',
    '今年累计完成投资',
    '截至5月底累计完成投资',
    '年初至今完成投资',
    '实际完成投资',
    '已完成投资',
  ],
  start: ['计划开工时间', '开工时间', '计划开工', '开工日期', '预计开工时间', '开工建设时间'],
  end: ['计划竣工时间', '竣工时间', '计划竣工', '完工时间', '预计竣工日期', '计划完工时间', '建成时间'],
  problem: ['存在问题', '存在的问题及困难', '需协调解决的问题', '制约因素', '堵点难点', '困难和问题'],
};

const CLUSTERS: Readonly<Record<string, 'money' | 'time' | 'duty'>> = {
  total: 'money',
  plan: 'money',
  done: 'money',
  start: 'time',
  end: 'time',
  unit: 'duty',
  owner: 'duty',
  sponsor: 'duty',
};
const GROUPS = {
  money: ['投资情况', '投资', '项目投资', '投资及完成情况'],
  time: ['建设时间', '建设工期', '起止时间', '计划工期'],
  duty: ['责任分工', '责任落实', '责任体系', '包保责任'],
} as const;

/** Renders the projects in a style; `right` says where each is then found and what it then says. */
export function redress(projects: readonly Project[], style: Style): Redressed {
  let pick = 0;
  const choose = <T>(list: readonly T[]): T => list[(style.picks[pick++ % style.picks.length] ?? 0) % list.length] as T;
  const headOf = (key: string, at: number) =>
    (HEADS[key] ?? [key])[(style.heads[at] ?? 0) % (HEADS[key]?.length ?? 1)] ?? key;
  const money = style.moneyIn === 'title' && !style.title ? '万元' : style.moneyUnit;
  const headUnit = style.moneyIn === 'head' ? `（${money}）` : '';
  const steps = [...new Set(projects.flatMap(({ milestones }) => milestones.map(({ name }) => name)))];
  const keys = ['total', 'plan', 'done', 'start', 'end', 'unit', 'owner', 'sponsor', 'problem'];
  for (let at = keys.length - 1, seed = style.order; at > 0; at -= 1, seed = (seed * 7 + 3) % 1009) {
    const other = seed % (at + 1);
    [keys[at], keys[other]] = [keys[other] as string, keys[at] as string];
  }
  const townSheets = style.layout === 'towns' && style.csv === false;
  const columns = [
    ...(style.numbered ? ['index'] : []),
    'name',
    ...(style.layout === 'column' || townSheets ? ['category'] : []),
    ...withNoise(
      keys.filter((key) => !(townSheets && key === 'unit')),
      style,
    ),
    ...(style.nodes === 'columns' ? steps.map((step) => `step ${step}`) : style.nodes === 'text' ? ['nodes'] : []),
  ];
  // A group's head names the unit for the columns under it.
  const amountHead = (key: string, at: number) => `${headOf(key, at)}${style.groups ? '' : headUnit}`;
  const labels = columns.map((key, at): string => {
    if (key === 'index') return '序号';
    if (key === 'nodes') return '节点计划';
    if (key.startsWith('noise ')) return key.slice(6);
    if (key.startsWith('step ')) return key.slice(5);
    return ['total', 'plan', 'done'].includes(key) ? amountHead(key, at % 12) : headOf(key, at % 12);
  });
  // Columns of steps need a head over them only where their names alone could be the works' start and end.
  const grouped = style.groups || style.nodes === 'columns';
  const picked = { money: choose(GROUPS.money), time: choose(GROUPS.time), duty: choose(GROUPS.duty) };
  const groups = columns.map((key): string => {
    if (key.startsWith('step ')) return '节点计划';
    const cluster = style.groups ? CLUSTERS[key] : undefined;
    if (cluster === undefined) return '';
    return cluster === 'money' ? `${picked.money}${headUnit}` : picked[cluster];
  });
  const width = columns.length;
  const wideName = (text: string) =>
    style.wide && /^[\u4e00-\u9fa5]{2}$/.test(text) ? `${text[0]}  ${text[1]}` : text;
  const amount = (wan: number | null): Given => {
    if (wan === null) return choose(['', '—', '/']);
    if (style.moneyIn === 'cell' && wan > 0)
      return choose([`${wan}万元`, `${wan / 10_000}亿元`, `${wan}万`, `${(wan / 10_000).toString()}亿`]);
    const value = money === '亿元' ? wan / 10_000 : money === '元' ? wan * 10_000 : wan;
    return choose<Given>([
      value,
      value,
      String(value),
      value >= 1000 && Number.isInteger(value) ? value.toLocaleString('en-US') : value,
    ]);
  };
  const cells = (project: Project, index: number, year: number): Given[] =>
    columns.map((key): Given => {
      if (key === 'index') return index + 1;
      if (key.startsWith('noise ')) return choose<Given>(NOISE[key.slice(6) as keyof typeof NOISE]);
      if (key === 'name') return project.name;
      if (key === 'category') return project.category;
      if (key === 'unit') return project.unit;
      if (key === 'owner') return wideName(project.owner) || '待定';
      if (key === 'sponsor') return wideName(project.sponsor);
      if (key === 'total') return amount(project.totalInvestmentWan);
      if (key === 'plan') return amount(project.yearPlanWan);
      if (key === 'done') return amount(project.doneWan);
      if (key === 'start' || key === 'end')
        return dateWays(project[key], key === 'start', year, style.csv !== false, choose);
      if (key === 'problem') return project.problem || choose(['', '无', '—', '暂无']);
      if (key === 'nodes')
        return project.milestones
          .map(({ name, due }) => `${name}${chinese(due ?? '')}`)
          .join(choose(['，', '；', '\n']));
      const due = project.milestones.find(({ name }) => `step ${name}` === key)?.due ?? null;
      return due === null ? choose(['', '—', '/']) : dateWays(due, false, year, style.csv !== false, choose);
    });

  const right: FormProject[] = [];
  const sheetFor = (name: string, list: readonly Project[]): GivenSheet => {
    const rows: Given[][] = [];
    const merges: string[] = [];
    const joined: number[] = [];
    if (style.title) {
      rows.push(['某县2020年重点项目台账']);
      rows.push([`填报单位：项目办　　单位：${style.moneyIn === 'title' ? money : '万元'}`]);
    } else if (style.moneyIn !== 'head') {
      // Without a title the unit is the plain one.
    }
    if (grouped) {
      rows.push(
        columns.map((_, at) =>
          groups[at] === '' ? (labels[at] ?? '') : groups[at - 1] === groups[at] ? '' : (groups[at] ?? ''),
        ),
      );
      rows.push(columns.map((_, at) => (groups[at] === '' ? '' : (labels[at] ?? ''))));
      const top = rows.length - 1;
      columns.forEach((_, at) => {
        if (groups[at] === '') merges.push(`${letter(at)}${top}:${letter(at)}${top + 1}`);
      });
      for (let at = 0; at < width; ) {
        let end = at;
        while (groups[at] !== '' && groups[end + 1] === groups[at]) end += 1;
        if (end > at) merges.push(`${letter(at)}${top}:${letter(end)}${top}`);
        at = end + 1;
      }
    } else rows.push([...labels]);
    if (style.numberRow && width > 4) rows.push(columns.map((_, at) => at + 1));
    let section = '';
    list.forEach((project, index) => {
      if (style.layout === 'sections' && project.category !== section) {
        section = project.category;
        const count = list.filter(({ category }) => category === section).length;
        const number = '一二三四五六'[new Set(list.slice(0, index + 1).map(({ category }) => category)).size - 1];
        const sums = columns.map(
          (key): Given => (style.sums && ['total', 'plan', 'done'].includes(key) ? 123_456 : ''),
        );
        rows.push([`${number}、${section}（${count}个）`, ...sums.slice(1)]);
        if (style.csv === false && style.wide && !style.sums)
          merges.push(`A${rows.length}:${letter(width - 1)}${rows.length}`);
      }
      rows.push(cells(project, index, 2020));
      const { start, end } = project;
      right.push({
        ...project,
        sheet: name,
        row: rows.length,
        start,
        end,
        unit: project.unit,
        milestones: style.nodes === 'none' ? [] : project.milestones,
        category:
          style.layout === 'sheets' && style.csv !== false
            ? ''
            : style.layout === 'towns' && style.csv !== false
              ? ''
              : project.category,
      });
      const last = list[index + 1]?.category !== project.category;
      if (style.mergeUnits && list[index - 1]?.unit === project.unit && list[index - 1]?.category === project.category)
        joined.push(rows.length);
      if (style.totals && last) rows.push(['小  计']);
    });
    if (style.totals) rows.push([`合计（${list.length}个）`]);
    if (style.totals) rows.push(['注：本表时间均为计划时间。']);
    const unitColumn = columns.indexOf('unit');
    if (style.csv === false && unitColumn >= 0) {
      for (const row of joined.filter((each) => !joined.includes(each - 1))) {
        let end = row;
        while (joined.includes(end + 1)) end += 1;
        merges.push(`${letter(unitColumn)}${row - 1}:${letter(unitColumn)}${end}`);
      }
    }
    return { name, rows, merges };
  };

  if (style.csv !== false) {
    const { rows } = sheetFor('台账', projects);
    const text = csv(rows.map((row) => row.map((cell) => (cell === null ? '' : (cell as string | number)))));
    const bytes =
      style.csv === 'gb18030'
        ? iconv.encode(text, 'gb18030')
        : iconv.encode(text, 'utf-8', { addBOM: style.csv === 'bom' });
    return { file: '台账.csv', bytes: async () => new Uint8Array(bytes), right };
  }
  const sheets = sheetsBy(style.layout, projects).map(([name, list]) => sheetFor(name, list));
  return { file: '2020年台账.xlsx', bytes: () => workbook(...sheets), right };
}

/** The further columns stand anywhere among the others. */
function withNoise(keys: readonly string[], { noise, order }: Style): string[] {
  const all = [...keys];
  noise.forEach((head, at) => {
    all.splice((order * (at + 3)) % (all.length + 1), 0, `noise ${head}`);
  });
  return all;
}

function sheetsBy(layout: Style['layout'], projects: readonly Project[]): [string, readonly Project[]][] {
  if (layout !== 'sheets' && layout !== 'towns') return [['台账', projects]];
  const by = new Map<string, Project[]>();
  for (const project of projects) {
    const key = layout === 'sheets' ? project.category : project.unit;
    by.set(key, [...(by.get(key) ?? []), project]);
  }
  return [...by];
}

const letter = (at: number) =>
  `${at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : ''}${String.fromCharCode(65 + (at % 26))}`;
const chinese = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const full = (text: string) => text.replace(/[0-9.]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

/** One of the ways in which a county writes that day. */
function dateWays(
  day: string | null,
  start: boolean,
  programYear: number,
  textOnly: boolean,
  choose: <T>(list: readonly T[]) => T,
): Given {
  if (day === null) return '待定';
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate() === date;
  const own = year === programYear;
  const ways: Given[] = [
    day,
    `${year}.${month}.${date}`,
    `${year}/${month}/${date}`,
    chinese(day),
    full(`${year}.${month}.${date}`),
    `${chinese(day)}前`,
  ];
  if (!textOnly) ways.push(onDay(day), onDay(day, 'yyyy"年"m"月"d"日"'));
  if (own) ways.push(`${month}月${date}日`, `${month}月${date}日前`);
  if (last) {
    ways.push(`${year}年${month}月底`, `${year}年${month}月底前`);
    if (own) ways.push(`${month}月底前`, full(`${month}月底前`), `${month}月底`);
    if (year === programYear + 1) ways.push(`次年${month}月底前`, `明年${month}月底`);
    if (month % 3 === 0)
      ways.push(
        `${own ? '' : `${year}年`}${'一二三四'[month / 3 - 1]}季度`,
        `${year}年第${'一二三四'[month / 3 - 1]}季度`,
      );
    if (month === 6) ways.push(`${year}年上半年`);
    if (month === 12) ways.push(own ? '年底前' : `${year}年底`, `${year}年底`);
    if (!start) ways.push(`${year}-${String(month).padStart(2, '0')}`, `${year}.${month}`, `${year}年${month}月`);
  }
  if (start && date === 1) ways.push(`${year}年${month}月`, `${year}.${month}`);
  return choose(ways);
}
