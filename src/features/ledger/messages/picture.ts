import type { TableChart } from '../../../charts/chart.js';
import type { ComparedLine } from '../../../domain/ledger-compare/index.js';
import type { Picture } from '../../../message.js';
import { clip } from '../../../text/escape.js';
import type { Sayings } from './sayings.js';

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
  const { words, zh } = say;
  const shown = lines.slice(0, MOST_ROWS);
  const heads = words.columns;
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
          { text: words.marks[line.kind], old: null },
          { text: line.code, old: null },
          { text: line.name, old: nameWas },
          ...COLUMNS.map((column) => ({ text: cell(line.shows[column], say), old: old(column) })),
          { text: others(line, say), old: null },
        ],
      };
    }),
    legend: words.legend(shown.length, lines.length),
  };
  const said = shown.map((line) =>
    words.altRow(
      words.marks[line.kind],
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
