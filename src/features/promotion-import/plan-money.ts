import { wanOf, yuanOf } from '../../domain/exact.js';
import { incrementOf, type MoneyKind } from '../../domain/promotion/money.js';
import type { FundsRow, RowFault, RowFaultWhy } from '../../domain/promotion/sheet/types.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Names } from '../../store/names.js';
import type { Money } from '../../store/promotion-money.js';
import type { NewMoneyRow, Planned } from './model.js';

type Project = { readonly id: number; readonly code: string; readonly name: string };

/** Finds a project as a row names it: by its code, or by its name where one alone has it. */
function projectFinder({ byCode, byId }: Names): (called: string) => Project | undefined {
  const named = new Map<string, number>();
  for (const { id, name } of byId.values()) named.set(name, named.has(name) ? 0 : id);
  return (called) => byCode.get(called.toUpperCase()) ?? byId.get(named.get(called) ?? 0);
}

/** The projects that rows name: what is in place with them is counted under their locks. */
export function projectsOf(rows: readonly FundsRow[], names: Names): readonly number[] {
  const find = projectFinder(names);
  return rows.flatMap(({ project }) => find(project)?.id ?? []);
}

/**
 * Which vouchers are new: each stands once, and one that is stated otherwise than it was entered is corrected by a line. What is
 * stated in all counts by what it adds to what is in place with its project, and to the rows above it.
 */
export async function planMoney(
  { program, names }: Pick<Ctx, 'program'> & { readonly names: Names },
  tx: Transaction,
  rows: readonly FundsRow[],
): Promise<Planned<NewMoneyRow>> {
  if (rows.length === 0) return { fresh: [], there: 0, faults: [] };
  const findProject = projectFinder(names);
  const standing = new Map<string, Stated>(
    (await tx.promotionMoney.standing(program.id)).map((money) => [money.voucher, money]),
  );
  const fresh: NewMoneyRow[] = [];
  const faults: RowFault[] = [];
  let there = 0;
  for (const row of rows) {
    const refuse = (why: RowFaultWhy, text: string) => faults.push({ sheet: row.sheet, row: row.row, why, text });
    const project = findProject(row.project);
    if (project === undefined) {
      refuse('project', row.project);
      continue;
    }
    const first = standing.get(row.voucher);
    if (first !== undefined) {
      if (isSame(first, row, project.id)) there += 1;
      else refuse('differs', row.voucher);
      continue;
    }
    const amount =
      row.inAll === null ? row.amount : incrementOf({ amount: row.inAll, inAll: true }, inPlace(row.kind, project.id));
    if (amount === null || amount <= 0 || (row.amount !== null && row.amount !== amount)) {
      refuse('in-all', row.voucher);
      continue;
    }
    const { sheet, row: at, kind, voucher, inAll, on } = row;
    const planned = { sheet, row: at, kind, voucher, amount, inAll, projectId: project.id, on };
    fresh.push(planned);
    standing.set(voucher, planned);
  }
  return { fresh, there, faults };

  function inPlace(kind: MoneyKind, projectId: number): number {
    let yuan = 0;
    for (const each of standing.values())
      if (each.kind === kind && each.projectId === projectId) yuan += yuanOf(each.amount);
    return wanOf(yuan);
  }
}

type Stated = Pick<Money, 'kind' | 'voucher' | 'amount' | 'inAll' | 'projectId' | 'on'>;

const isSame = (there: Stated, row: FundsRow, projectId: number): boolean =>
  there.kind === row.kind &&
  there.projectId === projectId &&
  there.on === row.on &&
  (row.amount === null || there.amount === row.amount) &&
  (row.inAll === null || there.inAll === row.inAll);
