import type { ProjectFields } from '../../domain/ledger-change.js';
import { readAmount } from './amount.js';
import type { FilledProject } from './ids.js';
import type { FormFault } from './messages/refusals.js';

export type ProjectForm = Partial<ProjectFields> & Pick<ProjectFields, 'name' | 'unitId' | 'focusArea'>;

/** What both forms of a project say, or what is wrong at which field. */
export function readProjectFields(
  filled: FilledProject,
): { readonly fields: ProjectForm } | { readonly faults: Readonly<Record<string, FormFault>> } {
  const { unitId, focusArea, startDay, endDay, ownerId, sponsorId, content } = filled;
  const name = filled.name?.replace(/\s+/g, ' ') ?? null;
  const totalInvestment = readAmount(filled.totalInvestment);
  const yearPlan = readAmount(filled.yearPlan);
  const faults: Record<string, FormFault> = {};
  if (name === null) faults.name = 'needed';
  if (unitId === null) faults.unitId = 'chooseOne';
  if (focusArea === null) faults.focusArea = 'chooseOne';
  if (totalInvestment === 'fault') faults.totalInvestment = 'amountWrong';
  if (yearPlan === 'fault') faults.yearPlan = 'amountWrong';
  if (startDay !== null && endDay !== null && endDay < startDay) faults.endDay = 'daysWrong';
  if (name === null || unitId === null || focusArea === null || totalInvestment === 'fault' || yearPlan === 'fault')
    return { faults };
  if (Object.keys(faults).length > 0) return { faults };
  return {
    fields: { name, unitId, focusArea, ownerId, sponsorId, totalInvestment, yearPlan, startDay, endDay, content },
  };
}
