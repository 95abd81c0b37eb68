import type { LedgerChange, MilestoneFields, ProjectFields } from '../ledger-change.js';
import type { SheetField, SheetMilestone, SheetProject } from '../ledger-sheet/index.js';
import type { StageTable } from '../plan.js';
import { isUnderway } from '../report.js';
import type { Names } from './ask.js';
import { doneFigure } from './done-figure.js';
import { COMPARE_FAULTS } from './fault-words.js';
import { nameKey, sameText } from './fold.js';
import { LONGEST_MILESTONE, LONGEST_NAME, type NoteAt, plainFields } from './read-fields.js';
import type { ComparedLine, Difference, Finished, LedgerProject, NewFigure, Shown } from './types.js';

/** What comparing needs to know beside the row. */
export type Beside = {
  readonly names: Names;
  readonly siteOf: (name: string) => string | null;
  readonly siteName: (key: string | null) => Shown | null;
  readonly categoryName: (key: string) => Shown | null;
  readonly stages: StageTable;
  readonly lower: boolean;
  readonly note: NoteAt;
};

/** A row and what it changes. */
export type Compared = {
  readonly line: ComparedLine;
  readonly changes: readonly LedgerChange[];
  readonly figure: NewFigure | null;
  readonly finished: readonly Finished[];
};

const text = (value: string | null): Shown | null =>
  value === null || value === '' ? null : { as: 'text', text: value };
const amount = (value: number | null): Shown | null => (value === null ? null : { as: 'amount', amount: value });
const day = (value: ProjectFields['startDay']): Shown | null => (value === null ? null : { as: 'day', day: value });

/** What a row says otherwise than its project. `byCode`: the row names the project by code, so that its name may be a new one. */
export function compareProject(row: SheetProject, project: LedgerProject, byCode: boolean, beside: Beside): Compared {
  const { names, note } = beside;
  const after: { -readonly [Field in keyof ProjectFields]?: ProjectFields[Field] } = {};
  const differences: Difference[] = [];
  const differ = (field: SheetField, old: Shown | null, now: Shown | null) =>
    differences.push({ field, before: old, after: now });

  if (byCode && isRenamed(row.name, project)) {
    if ([...row.name].length > LONGEST_NAME) note(row, 'name', 'error', COMPARE_FAULTS.longName(LONGEST_NAME));
    else set('name', 'name', row.name, text);
  }
  const category = names.category(row).key;
  if (category !== null && category !== project.category)
    set('category', 'category', category, (key) => beside.categoryName(key));
  const unit = names.unit(row);
  const unitId = unit.id ?? project.unitId;
  const named = (of: 'unitName' | 'personName') => (id: number | null) => {
    const name = names[of](id);
    return name === null ? null : ({ as: 'name', name } as const);
  };
  if (unitId !== project.unitId) set('unitId', 'unit', unitId, named('unitName'));
  setPerson('owner', 'ownerId', 'ownerPositionId');
  setPerson('sponsor', 'sponsorId', 'sponsorPositionId');
  const site = siteIn(row, beside);
  if (site !== null && site !== project.site) set('site', 'site', site, beside.siteName);

  const plain = plainFields(row, note);
  for (const field of ['totalInvestment', 'yearPlan'] as const)
    if (plain[field] !== undefined && plain[field] !== project[field]) set(field, field, plain[field], amount);
  for (const [field, column] of [
    ['startDay', 'start'],
    ['endDay', 'end'],
  ] as const)
    if (plain[field] !== undefined && plain[field] !== project[field]) set(field, column, plain[field], day);
  for (const field of ['content', 'problem', 'remark'] as const)
    if (plain[field] !== undefined && !sameText(plain[field] ?? null, project[field]))
      set(field, field, plain[field] ?? null, text);

  const figure = figureOf();
  if (figure !== null) differ('done', amount(figure.before), amount(figure.done));
  const steps = compareMilestones(row, project, beside);
  differences.push(...steps.differences);

  function set<Field extends keyof ProjectFields>(
    field: Field,
    column: SheetField,
    value: ProjectFields[Field],
    show: (value: ProjectFields[Field]) => Shown | null,
  ): void {
    after[field] = value;
    differ(column, show(project[field]), show(value));
  }

  function setPerson(
    column: 'owner' | 'sponsor',
    field: 'ownerId' | 'sponsorId',
    position: 'ownerPositionId' | 'sponsorPositionId',
  ): void {
    const { id } = names.person(row, column, unitId, project[field]);
    if (id === null || id === project[field]) return;
    set(field, column, id, named('personName'));
    // Who is named in person owns it in person.
    if (project[position] !== null) after[position] = null;
  }

  function figureOf(): NewFigure | null {
    const done = doneFigure(row, { ...project, ...after }, beside.lower, note);
    return done === null ? null : { code: project.code, projectId: project.id, before: project.doneInvestment, done };
  }

  const fields = Object.keys(after) as (keyof ProjectFields)[];
  const before = Object.fromEntries(fields.map((field) => [field, project[field]])) as Partial<ProjectFields>;
  const now = { ...project, ...after };
  return {
    line: {
      kind: 'changed',
      sheet: row.sheet,
      row: row.row,
      projectId: project.id,
      code: project.code,
      name: now.name,
      differences,
      shows: {
        unit: named('unitName')(now.unitId),
        owner: named('personName')(now.ownerId),
        totalInvestment: amount(now.totalInvestment),
        yearPlan: amount(now.yearPlan),
        done: amount(figure?.done ?? project.doneInvestment),
      },
    },
    changes: [
      ...(fields.length === 0
        ? []
        : [{ kind: 'change-project' as const, projectId: project.id, before, after, reason: null }]),
      ...steps.changes,
    ],
    figure,
    finished: steps.finished,
  };
}

function isRenamed(name: string, project: LedgerProject): boolean {
  const key = nameKey(name);
  return nameKey(project.name) !== key && !project.nicknames.some((each) => nameKey(each) === key);
}

/** The plan's site that the row names, noted where it is none. */
export function siteIn(row: SheetProject, { siteOf, note }: Pick<Beside, 'siteOf' | 'note'>): string | null {
  if (row.site === '') return null;
  const site = siteOf(row.site);
  if (site === null) note(row, 'site', 'warning', COMPARE_FAULTS.site(row.site.slice(0, 40)));
  return site;
}

/** A row's milestones, each name once; those with names that are sentences are noted and left out. */
export function milestonesIn(row: SheetProject, note: NoteAt): readonly SheetMilestone[] {
  const seen = new Set<string>();
  return row.milestones.filter((each) => {
    const key = nameKey(each.name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    if ([...each.name].length <= LONGEST_MILESTONE) return true;
    note(row, `milestone:${each.name}`, 'error', COMPARE_FAULTS.longMilestone(LONGEST_MILESTONE));
    return false;
  });
}

function compareMilestones(row: SheetProject, project: LedgerProject, { note, stages }: Beside) {
  const known = new Map(project.milestones.map((each) => [nameKey(each.name), each]));
  const differences: Difference[] = [];
  const changes: LedgerChange[] = [];
  const finished: Finished[] = [];
  const listed = milestonesIn(row, note);
  const toldDone = new Set(listed.filter(({ done }) => done).map(({ name }) => nameKey(name)));
  for (const { name, due, done } of listed) {
    const field = `milestone:${name}` as const;
    const current = known.get(nameKey(name));
    if (current === undefined) {
      if (due === null && !done) continue;
      const milestone = { name, due, stage: stages.done[name] ?? null };
      changes.push({ kind: 'add-milestone', projectId: project.id, milestone });
      differences.push({ field, before: null, after: day(due) ?? { as: 'done' } });
    } else if (due !== null && due !== current.due) {
      const [before, after]: Partial<MilestoneFields>[] = [{ due: current.due }, { due }];
      changes.push({
        kind: 'change-milestone',
        projectId: project.id,
        milestoneId: current.id,
        before: before ?? {},
        after: after ?? {},
        reason: null,
      });
      differences.push({ field, before: day(current.due), after: day(due) });
    }
    const place = current === undefined ? 0 : project.milestones.indexOf(current);
    const open = project.milestones
      .slice(0, place)
      .find((each) => isUnderway(each.percent) && !toldDone.has(nameKey(each.name)));
    if (done && (current?.percent ?? 0) < 100 && open !== undefined)
      note(row, field, 'warning', COMPARE_FAULTS.outOfOrder(name, open.name, String(open.percent)));
    else if (done && (current?.percent ?? 0) < 100) {
      finished.push({ code: project.code, projectId: project.id, milestoneId: current?.id ?? null, name });
      if (current !== undefined || due !== null) differences.push({ field, before: null, after: { as: 'done' } });
    }
  }
  return { differences, changes, finished };
}
