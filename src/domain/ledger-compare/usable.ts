import { fieldAddress, type LedgerSheet, type SheetField, type SheetProject } from '../ledger-sheet/index.js';

/**
 * The rows without what stands in cells with an error: the reader says what is there, but nothing of it goes into the ledger.
 * A row's name is kept, or it would be no row.
 */
export function usableRows({ projects, faults }: LedgerSheet): readonly SheetProject[] {
  const wrong = new Set(faults.filter(({ level }) => level === 'error').map(({ sheet, cell }) => `${sheet}!${cell}`));
  if (wrong.size === 0) return projects;
  return projects.map((row) => {
    const isWrong = (field: SheetField) => {
      const cell = fieldAddress(row, field);
      return cell !== undefined && wrong.has(`${row.sheet}!${cell}`);
    };
    const texts = TEXTS.filter(isWrong).map((field) => [field, ''] as const);
    const values = VALUES.filter(isWrong).map((field) => [field, null] as const);
    const milestones = row.milestones.filter(({ name }) => !isWrong(`milestone:${name}`));
    // A blank problem says that there is none; an unreadable one says nothing.
    const { problem: _, ...withoutProblem } = row.columns;
    return {
      ...row,
      ...Object.fromEntries([...texts, ...values]),
      milestones,
      columns: isWrong('problem') ? withoutProblem : row.columns,
    };
  });
}

const TEXTS = [
  'code',
  'category',
  'unit',
  'owner',
  'phone',
  'sponsor',
  'content',
  'problem',
  'site',
  'remark',
] as const;
const VALUES = ['totalInvestment', 'yearPlan', 'done', 'start', 'end'] as const;
