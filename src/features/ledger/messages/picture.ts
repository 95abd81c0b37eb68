import type { TableChart } from '../../../charts/chart.js';
import type { ComparedLine } from '../../../domain/ledger-compare/index.js';
import type { Picture } from '../../../message.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Sayings } from './sayings.js';

export const words = {
  columns: {
    zh: {
      mark: '',
      code: '编号',
      name: '项目',
      unit: '责任单位',
      owner: '责任人',
      total: '总投资',
      plan: '年度计划',
      done: '完成投资',
      other: '其他变化',
    },
    en: {
      mark: '',
      code: 'Code',
      name: 'Project',
      unit: 'Unit',
      owner: 'Owner',
      total: 'Total',
      plan: 'Year plan',
      done: 'Done',
      other: 'Also changed',
    },
  },
  marks: {
    zh: { new: '新增', changed: '变更', withdrawn: '退出' },
    en: { new: 'New', changed: 'Changed', withdrawn: 'Gone' },
  },
  legend: {
    zh: (shown: number, all: number) =>
      `金额单位万元。黄底是变化的格，划去的是原来的${shown < all ? `；共${all}行，图中是前${shown}行` : ''}`,
    en: (shown: number, all: number) =>
      `Amounts in 10k yuan. Yellow cells change, what is struck out was there before${shown < all ? `; the first ${shown} of ${all} rows` : ''}`,
  },
  altRow: {
    zh: (mark: string, code: string, name: string, what: string) =>
      `${mark} ${code} ${name}${what === '' ? '' : `：${what}`}`,
    en: (mark: string, code: string, name: string, what: string) =>
      `${mark} ${code} ${name}${what === '' ? '' : `: ${what}`}`,
  },
} as const satisfies Phrases;

/** As many rows as charts/table.ts draws. */
const MOST_ROWS = 12;
const COLUMNS = ['unit', 'owner', 'totalInvestment', 'yearPlan', 'done'] as const;

/** The first lines of a preview as a table, what changes in colour; null where nothing does. */
export function previewPicture(
  lines: readonly ComparedLine[],
  title: string,
  about: string,
  before: number,
  say: Sayings,
): Picture | null {
  if (lines.length === 0) return null;
  const { zh } = say;
  const own = inLanguage(words, say.language);
  const shown = lines.slice(0, MOST_ROWS);
  const heads = own.columns;
  const chart: TableChart = {
    kind: 'table',
    title: clip(title, zh ? 34 : 60),
    about,
    columns: [
      { head: heads.mark, share: zh ? 6 : 9, align: 'left' },
      { head: heads.code, share: 8, align: 'left' },
      { head: heads.name, share: 26, align: 'left' },
      { head: heads.unit, share: 15, align: 'left' },
      { head: heads.owner, share: zh ? 9 : 13, align: 'left' },
      { head: heads.total, share: 11, align: 'right' },
      { head: heads.plan, share: 11, align: 'right' },
      { head: heads.done, share: 11, align: 'right' },
      { head: heads.other, share: 15, align: 'left' },
    ],
    rows: shown.map((line) => {
      const differs = new Map(line.differences.map((each) => [each.field, each]));
      const old = (field: ComparedLine['differences'][number]['field']) => {
        const difference = line.kind === 'changed' ? differs.get(field) : undefined;
        return difference === undefined ? null : cell(difference.before, say);
      };
      const nameWas = old('name');
      return {
        tone: line.kind,
        cells: [
          { text: own.marks[line.kind], old: null },
          { text: line.code, old: null },
          { text: line.name, old: nameWas },
          ...COLUMNS.map((column) => ({ text: cell(line.shows[column], say), old: old(column) })),
          { text: others(line, say), old: null },
        ],
      };
    }),
    legend: own.legend(shown.length, lines.length),
  };
  const said = shown.map((line) =>
    own.altRow(
      own.marks[line.kind],
      line.code,
      clip(line.name, 16),
      line.kind === 'changed' ? line.differences.slice(0, 3).map(say.plainDifference).join(say.list) : '',
    ),
  );
  return {
    chart,
    alt: clip(`${title}${say.colon}${about}${say.comma}${said.join(say.comma)}`, 1_900),
    name: zh ? '导入预览' : 'import-preview',
    before,
  };
}

/** What else changes, by name: it has no column of its own. */
function others({ differences }: ComparedLine, say: Sayings): string {
  const shown = new Set<string>(['name', ...COLUMNS]);
  const rest = differences.map(({ field }) => field).filter((field) => !shown.has(field));
  const steps = new Set(rest.filter((field) => field.startsWith('milestone:'))).size;
  const fields = rest.filter((field) => !field.startsWith('milestone:')).map(say.field);
  return [...fields, ...(steps > 0 ? [say.words.milestones(steps)] : [])].join(say.list);
}

/** Amounts as plain figures: the table says once that they are 10k yuan. */
function cell(shown: ComparedLine['shows']['unit'], say: Sayings): string {
  if (shown === null) return '—';
  return shown.as === 'amount' ? shown.amount.toLocaleString('en-US') : say.plainValue(shown);
}
