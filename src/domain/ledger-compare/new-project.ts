import type { NewProject } from '../ledger-change.js';
import type { SheetProject } from '../ledger-sheet/index.js';
import type { Stage } from '../plan.js';
import { type Beside, type Compared, milestonesIn, siteIn } from './compare-project.js';
import { doneFigure } from './done-figure.js';
import { COMPARE_FAULTS } from './fault-words.js';
import { codeKey } from './fold.js';
import { LONGEST_NAME, plainFields } from './read-fields.js';
import type { Difference, LedgerNow, LedgerProject, Shown } from './types.js';

const CODE = /^[A-Za-z]{1,6}-?\d{1,6}$/;
const FIRST_CODE = { prefix: 'P-', width: 3 };

/**
 * Codes for projects that come in: the file's own, else for a row without one the next of the ledger's that no row of the
 * file bears. A code that is taken is given to nobody else and never changed: null.
 */
export function newCodes(
  projects: readonly LedgerProject[],
  coming: readonly SheetProject[],
): (wanted: string) => string | null {
  const taken = new Set(projects.map(({ code }) => codeKey(code)));
  const borne = new Set(coming.map(({ code }) => codeKey(code)));
  const shapes = new Map<string, { count: number; width: number }>();
  const parted = projects.flatMap(({ code }) => {
    const parts = /^(.*?)(\d{1,9})$/.exec(code);
    return parts?.[1] === undefined || parts[2] === undefined ? [] : [{ prefix: parts[1], digits: parts[2] }];
  });
  for (const { prefix, digits } of parted) {
    const shape = shapes.get(prefix) ?? { count: 0, width: 0 };
    shapes.set(prefix, { count: shape.count + 1, width: Math.max(shape.width, digits.length) });
  }
  const [usual] = [...shapes].sort(([, one], [, other]) => other.count - one.count);
  const { prefix, width } = usual === undefined ? FIRST_CODE : { prefix: usual[0], width: usual[1].width };
  let next = parted.reduce((most, each) => (each.prefix === prefix ? Math.max(most, Number(each.digits)) : most), 0);
  return (wanted) => {
    if (CODE.test(wanted)) {
      if (taken.has(codeKey(wanted))) return null;
      taken.add(codeKey(wanted));
      return wanted.toUpperCase();
    }
    let code: string;
    do {
      next += 1;
      code = `${prefix}${String(next).padStart(width, '0')}`;
    } while (taken.has(codeKey(code)) || borne.has(codeKey(code)));
    taken.add(codeKey(code));
    return code;
  };
}

/** What projects of a category usually have, for what the county's sheets have no column for. */
export function usualOf(ledger: LedgerNow): (category: string) => { focusArea: string; stage: Stage } {
  const counts = new Map<string, { areas: Map<string, number>; stages: Map<Stage, number> }>();
  for (const { category, focusArea, firstStage } of ledger.projects) {
    const known = counts.get(category) ?? { areas: new Map(), stages: new Map() };
    known.areas.set(focusArea, (known.areas.get(focusArea) ?? 0) + 1);
    known.stages.set(firstStage, (known.stages.get(firstStage) ?? 0) + 1);
    counts.set(category, known);
  }
  const most = <Key>(of: ReadonlyMap<Key, number> | undefined) =>
    [...(of ?? [])].sort(([, one], [, other]) => other - one)[0]?.[0];
  return (category) => ({
    focusArea: most(counts.get(category)?.areas) ?? ledger.focusAreas[0] ?? '',
    stage: most(counts.get(category)?.stages) ?? 'lead',
  });
}

/** A row as a new project; null where it cannot be one yet (`open`: once something is decided it can). */
export function newProject(
  row: SheetProject,
  beside: Beside,
  usual: ReturnType<typeof usualOf>,
  codeFor: (wanted: string) => string | null,
): Compared | { readonly held: 'open' | 'fault' } {
  const { names, note } = beside;
  const unit = names.unit(row);
  const category = names.category(row);
  const owner = names.person(row, 'owner', unit.id, null).id;
  const sponsor = names.person(row, 'sponsor', unit.id, null).id;
  if ([...row.name].length > LONGEST_NAME) {
    note(row, 'name', 'error', COMPARE_FAULTS.longName(LONGEST_NAME));
    return { held: 'fault' };
  }
  if (unit.id === null || category.key === null) {
    const open = (unit.id === null && unit.open) || (category.key === null && category.open);
    if (unit.id === null && !unit.open) note(row, 'unit', 'error', COMPARE_FAULTS.noUnit());
    if (category.key === null && !category.open) note(row, 'category', 'error', COMPARE_FAULTS.noCategory());
    return { held: open ? 'open' : 'fault' };
  }
  const { focusArea, stage } = usual(category.key);
  const code = codeFor(row.code);
  if (code === null) {
    note(row, 'code', 'error', COMPARE_FAULTS.codeTaken(row.code));
    return { held: 'fault' };
  }
  const plain = plainFields(row, note);
  const steps = milestonesIn(row, note).filter(({ due, done }) => due !== null || done);
  const { totalInvestment = null, yearPlan = null } = plain;
  const done = doneFigure(row, { doneInvestment: null, totalInvestment, yearPlan }, beside.lower, note);
  const project: NewProject = {
    code,
    name: row.name,
    category: category.key,
    focusArea,
    stage,
    unitId: unit.id,
    ownerId: owner,
    sponsorId: sponsor,
    site: siteIn(row, beside),
    nicknames: [],
    ...plain,
    milestones: steps.map(({ name, due }) => ({ name, due, stage: beside.stages.done[name] ?? null })),
  };
  const name = (of: ReturnType<Beside['names']['unitName']>): Shown | null =>
    of === null ? null : { as: 'name', name: of };
  const amount = (value: number | null | undefined): Shown | null =>
    value === null || value === undefined ? null : { as: 'amount', amount: value };
  const shows = {
    unit: name(names.unitName(unit.id)),
    owner: name(names.personName(owner)),
    totalInvestment: amount(plain.totalInvestment),
    yearPlan: amount(plain.yearPlan),
    done: amount(done),
  };
  const differences: Difference[] = [
    { field: 'unit', before: null, after: shows.unit },
    { field: 'owner', before: null, after: shows.owner },
    { field: 'totalInvestment', before: null, after: shows.totalInvestment },
    { field: 'yearPlan', before: null, after: shows.yearPlan },
    { field: 'done', before: null, after: shows.done },
    ...steps.map(({ name: step, due }): Difference => {
      const after: Shown = due === null ? { as: 'done' } : { as: 'day', day: due };
      return { field: `milestone:${step}`, before: null, after };
    }),
  ];
  return {
    line: {
      kind: 'new',
      sheet: row.sheet,
      row: row.row,
      projectId: null,
      code,
      name: row.name,
      differences: differences.filter(({ after }) => after !== null),
      shows,
    },
    changes: [{ kind: 'add-project', project }],
    figure: done === null ? null : { code, projectId: null, before: null, done },
    finished: steps
      .filter((each) => each.done)
      .map((each) => ({ code, projectId: null, milestoneId: null, name: each.name })),
  };
}
