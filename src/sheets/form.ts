import type { LedgerSheet, SheetProject } from '../domain/ledger-sheet/index.js';

/** The understanding as plain JSON, for comparing it with a list of what is right: amounts in 万元, reasons in Chinese and English. */
export function ledgerForm(ledger: LedgerSheet) {
  return {
    projects: ledger.projects.map(projectForm),
    faults: ledger.faults.map(({ sheet, cell, level, why, instead }) => ({
      sheet,
      cell,
      why: why.zh,
      level,
      instead: instead.zh,
      whyEn: why.en,
      insteadEn: instead.en,
    })),
    ambiguous: ledger.ambiguous.map(({ sheet, cell, field, accept, why }) => ({
      sheet,
      cell,
      field: FORM_FIELDS[field] ?? field,
      accept,
      why: why.zh,
      whyEn: why.en,
    })),
    withdrawn: ledger.withdrawn.map(projectForm),
    unknownColumns: ledger.unknownColumns,
    skippedSheets: ledger.skippedSheets,
    year: ledger.year,
  };
}

const FORM_FIELDS: Readonly<Record<string, string>> = {
  totalInvestment: 'totalInvestmentWan',
  yearPlan: 'yearPlanWan',
  done: 'doneWan',
};

function projectForm(project: SheetProject) {
  const { sheet, row, name, category, unit, owner, sponsor, totalInvestment, yearPlan, done, start, end, problem } =
    project;
  const { code, phone, content, progress, site, remark } = project;
  return {
    row,
    sheet,
    name,
    category,
    unit,
    owner,
    sponsor,
    totalInvestmentWan: totalInvestment,
    yearPlanWan: yearPlan,
    doneWan: done,
    start,
    end,
    milestones: project.milestones.map((each) => ({
      name: each.name,
      due: each.due,
      ...(each.done ? { done: true } : {}),
    })),
    problem,
    code,
    phone,
    content,
    progress,
    site,
    remark,
  };
}
