import { namedExactly } from '../../domain/near-name.js';
import { investorKey, nearInvestors } from '../../domain/promotion/investor.js';
import type { LeadRow, RowFault, RowFaultWhy } from '../../domain/promotion/sheet/types.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { NewLeadRow, Planned } from './model.js';

/**
 * Which leads are new: one investor is one lead. A name that is only near one that there is is a person's to decide, and what is
 * signed becomes a project by the press that signs it. Who is said to have told of it first is somebody of the program.
 */
export async function planLeads(
  { program, person, today }: Pick<Ctx, 'program' | 'person' | 'today'>,
  tx: Transaction,
  rows: readonly LeadRow[],
): Promise<Planned<NewLeadRow>> {
  if (rows.length === 0) return { fresh: [], there: 0, faults: [] };
  const there = await tx.promotionLeads.all(program.id);
  const people = await tx.roster.all(program.id);
  const keys = new Set(there.map((lead) => lead.investorKey));
  const fresh: NewLeadRow[] = [];
  const faults: RowFault[] = [];
  let again = 0;
  for (const { first, joined, on, ...row } of rows) {
    const refuse = (why: RowFaultWhy, text: string) => faults.push({ sheet: row.sheet, row: row.row, why, text });
    const key = investorKey(row.investor);
    const [near] = nearInvestors(key, there);
    const firstById = first === null ? person.id : idOf(first);
    const joinedIds = joined.map(idOf);
    const unknown = joined.find((_, place) => joinedIds[place] === null);
    if (keys.has(key)) again += 1;
    else if (near !== undefined) refuse('near', `${near.number} ${near.investor}`);
    else if (row.standing === 'signed') refuse('signed', row.investor);
    else if (firstById === null) refuse('person', first ?? '');
    else if (unknown !== undefined) refuse('person', unknown);
    else {
      keys.add(key);
      const others = [...new Set(joinedIds.filter((id) => id !== null))].filter((id) => id !== firstById);
      const judgedOn = row.standing === 'new' ? null : (row.judgedOn ?? today);
      fresh.push({ ...row, judgedOn, investorKey: key, firstById, joinedIds: others, reportedOn: on ?? today });
    }
  }
  return { fresh, there: again, faults };

  function idOf(called: string): number | null {
    const [found, ...others] = namedExactly(called, people);
    return found === undefined || others.length > 0 ? null : found.id;
  }
}
