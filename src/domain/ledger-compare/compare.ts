import { fieldAddress, type LedgerSheet, type SheetProject } from '../ledger-sheet/index.js';
import { askNames } from './ask.js';
import { type Beside, type Compared, compareProject } from './compare-project.js';
import { COMPARE_FAULTS } from './fault-words.js';
import { type Found, indexProjects } from './find-project.js';
import { rowKey } from './fold.js';
import { newCodes, newProject, usualOf } from './new-project.js';
import { notesOf } from './read-fields.js';
import type { Choices, ComparedLine, Comparison, LedgerNow, LedgerProject, LikelyProject, Shown } from './types.js';
import { indexKeys } from './units-people.js';
import { usableRows } from './usable.js';

/**
 * Puts a county's spreadsheet beside the ledger: what would come in, change or go, and what a person must decide first. What
 * the file has no column for, or leaves blank, stays; so does what is in the ledger and not in the file. Struck-out rows are
 * withdrawn. Nothing is guessed: a name that is only like another is a question.
 */
export function compareLedger(sheet: LedgerSheet, ledger: LedgerNow, choices: Choices): Comparison {
  const { faults, note } = notesOf();
  const names = askNames(ledger, choices);
  const categories = new Map(ledger.categories.map(({ key, name }) => [key, name]));
  const sites = new Map(ledger.sites.map(({ key, name }) => [key, name]));
  const beside: Beside = {
    names,
    siteOf: indexKeys(ledger.sites),
    siteName: (key) => {
      const name = key === null ? undefined : sites.get(key);
      if (name !== undefined) return { as: 'name', name };
      return key === null ? null : { as: 'text', text: key };
    },
    categoryName: (key) => ({ as: 'name', name: categories.get(key) ?? { zh: key, en: key } }),
    stages: ledger.stages,
    lower: choices.lower,
    note,
  };
  const matched = matchRows(usableRows(sheet), ledger, choices, names);

  const done: Compared[] = [];
  const rows = new Map<LedgerProject, SheetProject>();
  const coming: SheetProject[] = [];
  let unchanged = 0;
  let held = matched.likely.filter(({ chosen }) => chosen === null).length;
  for (const { row, found } of matched.rows) {
    if (found.by === 'likely') continue;
    if (found.by === 'none') {
      coming.push(row);
      continue;
    }
    const { project } = found;
    const earlier = rows.get(project);
    if (earlier !== undefined) {
      const at = `${earlier.sheet} ${fieldAddress(earlier, 'name') ?? earlier.row}`;
      note(row, 'name', 'error', COMPARE_FAULTS.twice(project.code, at));
      continue;
    }
    rows.set(project, row);
    const compared = compareProject(row, project, found.by === 'code', beside);
    if (project.standing === 'withdrawn') done.push(broughtBack(compared, project));
    else if (compared.line.differences.length === 0) unchanged += 1;
    else done.push(compared);
  }
  const codeFor = newCodes(ledger.projects, coming);
  const usual = usualOf(ledger);
  for (const row of coming) {
    const compared = newProject(row, beside, usual, codeFor);
    if (!('held' in compared)) done.push(compared);
    else if (compared.held === 'open') held += 1;
  }
  const gone = withdrawnIn(sheet.withdrawn, ledger, names).filter(({ project }) => !rows.has(project));
  const going = new Set(gone.map(({ project }) => project));
  const maybe = new Set(matched.likely.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const { people, units, categories: unknownCategories } = names.asked();
  const made = names.made();
  return {
    lines: [...done.map(({ line }) => line), ...gone.map(({ line }) => line)],
    unchanged,
    absent: ledger.projects
      .filter((each) => each.standing !== 'withdrawn' && !rows.has(each) && !going.has(each) && !maybe.has(each.id))
      .map(({ code, name }) => ({ code, name })),
    faults,
    people,
    units,
    categories: unknownCategories,
    likely: matched.likely,
    held,
    writes: {
      ...made,
      changes: [...done.flatMap(({ changes }) => changes), ...gone.map(({ change }) => change)],
      figures: done.flatMap(({ figure }) => (figure === null ? [] : [figure])),
      finished: done.flatMap(({ finished }) => finished),
    },
  };
}

type Names = ReturnType<typeof askNames>;
type Matched = { readonly row: SheetProject; readonly found: Found };

/** Which project each row is. What is certain is taken first, so that it is no candidate for a row that is only like it. */
function matchRows(
  rows: readonly SheetProject[],
  ledger: LedgerNow,
  choices: Choices,
  names: Names,
): { readonly rows: readonly Matched[]; readonly likely: readonly LikelyProject[] } {
  const index = indexProjects(ledger.projects);
  const byId = new Map(ledger.projects.map((project) => [project.id, project]));
  const unitIdOf = (row: SheetProject) => names.unit(row).id;
  const first = rows.map((row): Matched => ({ row, found: index.certain({ ...row, unitId: unitIdOf(row) }) }));
  const taken = new Set(first.flatMap(({ found }) => ('project' in found ? [found.project] : [])));
  const likely: LikelyProject[] = [];
  const second = first.map(({ row, found }): Matched => {
    const gone = 'project' in found && found.project.standing === 'withdrawn' && !found.project.undone;
    if ('project' in found && !gone) return { row, found };
    const candidates =
      'project' in found
        ? [found.project]
        : found.by === 'likely'
          ? found.candidates.filter((project) => !taken.has(project))
          : index.likely({ ...row, unitId: unitIdOf(row) }, taken);
    if (candidates.length === 0) return { row, found: { by: 'none' } };
    const key = rowKey(row.sheet, row.row);
    const chosen = choices.projects[key] ?? null;
    likely.push({
      key,
      sheet: row.sheet,
      row: row.row,
      name: row.name,
      candidates: candidates.map(({ id, code, name }) => ({ id, code, name })),
      chosen,
    });
    if (chosen === 'new') return { row, found: { by: 'none' } };
    const project = chosen === null ? undefined : byId.get(chosen);
    // Whoever says that it is this project says that the row has its new name.
    return { row, found: project === undefined ? { by: 'likely', candidates } : { by: 'code', project } };
  });
  return { rows: second, likely };
}

/** A withdrawn project that the file has again: for its reader a new one, under the code that it had. */
function broughtBack(compared: Compared, { id, standing }: LedgerProject): Compared {
  const own = compared.changes.find((change) => change.kind === 'change-project');
  const change = {
    kind: 'change-project' as const,
    projectId: id,
    before: { ...own?.before, standing },
    after: { ...own?.after, standing: 'open' as const },
    reason: null,
  };
  const others = compared.changes.filter((each) => each !== own);
  return { ...compared, line: { ...compared.line, kind: 'new' }, changes: [change, ...others] };
}

/** The projects of struck-out rows that still stand. */
function withdrawnIn(rows: readonly SheetProject[], ledger: LedgerNow, names: Names) {
  const index = indexProjects(rows.length === 0 ? [] : ledger.projects);
  const seen = new Set<LedgerProject>();
  return rows.flatMap((row) => {
    const found = index.certain({ ...row, unitId: names.knownUnit(row) });
    if (!('project' in found) || found.project.standing === 'withdrawn' || seen.has(found.project)) return [];
    const { project } = found;
    seen.add(project);
    const name = (of: ReturnType<Names['unitName']>): Shown | null => (of === null ? null : { as: 'name', name: of });
    const amount = (value: number | null): Shown | null => (value === null ? null : { as: 'amount', amount: value });
    const line: ComparedLine = {
      kind: 'withdrawn',
      sheet: row.sheet,
      row: row.row,
      projectId: project.id,
      code: project.code,
      name: project.name,
      differences: [],
      shows: {
        unit: name(names.unitName(project.unitId)),
        owner: name(names.personName(project.ownerId)),
        totalInvestment: amount(project.totalInvestment),
        yearPlan: amount(project.yearPlan),
        done: amount(project.doneInvestment),
      },
    };
    const change = {
      kind: 'change-project' as const,
      projectId: project.id,
      before: { standing: project.standing },
      after: { standing: 'withdrawn' as const },
      reason: null,
    };
    return [{ project, line, change }];
  });
}
