import type { Instant, LocalDay } from '../domain/day.js';
import type { NewMilestone, NewProject, ProjectFields } from '../domain/ledger-change.js';
import type { Stage, Words } from '../domain/plan.js';
import type { Database } from './database.js';
import type { MilestoneRow, ProjectRow } from './facts-project.js';
import { Prisma } from './generated/client.js';

/** A line of the log about the ledger (`at`: when), with the place of its milestone where that is still there. */
type LedgerLine = {
  readonly at: Date;
  readonly action: string;
  readonly thingId: number;
  readonly before: object | null;
  readonly after: object | null;
  readonly projectId: number | null;
  readonly ordinal: number | null;
};

/** Where the milestones stood that are no more: by their ids, so that the line that once added one finds its place. */
type Gone = Map<number, { readonly projectId: number; readonly ordinal: number }>;

type Person = { readonly id: number; readonly key: string; readonly name: string; readonly nameEn: string };
type Unit = { readonly id: number; readonly key: string; readonly name: Words };

/**
 * What the ledger said at past moments: what `rows` say, with everything that was changed since taken back, the newest first.
 * One look-up in an index that holds nothing but changes of the ledger; nothing more where there were none. The lines are read
 * right after the rows and kept: what is changed later is not in the rows either.
 */
export function pastIn(database: Database, programId: number) {
  let read: { readonly since: Instant; readonly lines: readonly LedgerLine[] } | null = null;
  let reading: Promise<unknown> = Promise.resolve();

  /** One after the other, since what one read is not read again. */
  function linesSince(moment: Instant): Promise<readonly LedgerLine[]> {
    const lines = reading.then(() => readSince(moment));
    reading = lines.catch(() => {});
    return lines;
  }

  async function readSince(moment: Instant): Promise<readonly LedgerLine[]> {
    if (read === null || moment < read.since) {
      const until = read === null ? Prisma.empty : Prisma.sql`AND a.at <= ${new Date(read.since)}::timestamptz`;
      const older = await database.$queryRaw<LedgerLine[]>`
        SELECT a.at, a.action, a."thingId", a.before, a.after, m."projectId", m.ordinal
        FROM activity a LEFT JOIN milestone m ON a.thing = 'milestone' AND m.id = a."thingId"
        WHERE a."programId" = ${programId} AND a.at > ${new Date(moment)}::timestamptz ${until}
          AND a.action IN ('add-project', 'change-project', 'remove-project', 'add-milestone', 'change-milestone', 'remove-milestone')
        ORDER BY a.id DESC`;
      read = { since: moment, lines: [...(read?.lines ?? []), ...older] };
    }
    return read.lines.filter(({ at }) => at.getTime() > moment);
  }

  /** The units and people by whom a project was called then. */
  async function namesOf(rows: readonly ProjectRow[]) {
    const unitIds = [...new Set(rows.map((row) => row.unitId))];
    const personIds = [...new Set(rows.flatMap((row) => [row.ownerId ?? [], row.sponsorId ?? []].flat()))];
    const units = await database.$queryRaw<Unit[]>`SELECT id, key, name FROM unit WHERE id = ANY(${unitIds}::int[])`;
    const people = await database.$queryRaw<Person[]>`
      SELECT id, key, name, "nameEn" FROM person WHERE id = ANY(${personIds}::int[])`;
    return {
      units: new Map(units.map((unit) => [unit.id, unit])),
      people: new Map(people.map((person) => [person.id, person])),
    };
  }

  return {
    async rollBack(moment: Instant, rows: readonly ProjectRow[]): Promise<readonly ProjectRow[]> {
      const lines = await linesSince(moment);
      if (lines.length === 0) return rows;
      const projects = new Map(rows.map((row) => [row.id, row]));
      const touched = new Set<number>();
      const gone: Gone = new Map();
      for (const line of lines) {
        const id = takeBack(projects, gone, line);
        if (id !== null) touched.add(id);
      }
      const { units, people } = await namesOf([...touched].flatMap((id) => projects.get(id) ?? []));
      for (const id of touched) {
        const row = projects.get(id);
        if (row) projects.set(id, called(row, units, people));
      }
      return [...projects.values()].sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0));
    },
  };
}

/** Takes one line back; answers the project whose names may be others now. */
function takeBack(projects: Map<number, ProjectRow>, gone: Gone, line: LedgerLine): number | null {
  switch (line.action) {
    case 'add-project':
      projects.delete(line.thingId);
      return null;
    case 'remove-project':
      projects.set(line.thingId, rowOf(line.thingId, line.before as NewProject));
      return line.thingId;
    case 'change-project': {
      const row = projects.get(line.thingId);
      if (row) projects.set(row.id, { ...row, ...fieldsOf(line.before as Partial<ProjectFields>) });
      return line.thingId;
    }
    case 'add-milestone':
    case 'change-milestone':
      takeStepBack(projects, { ...line, ...gone.get(line.thingId) });
      return null;
    default: {
      const { projectId, ...milestone } = line.before as NewMilestone & { readonly projectId?: number };
      const row = projectId === undefined ? undefined : projects.get(projectId);
      if (!row) return null;
      const step = stepOf(milestone, row.milestones);
      gone.set(line.thingId, { projectId: row.id, ordinal: step[1] });
      projects.set(row.id, { ...row, milestones: [...(row.milestones ?? []), step] });
      return null;
    }
  }
}

function takeStepBack(projects: Map<number, ProjectRow>, { action, before, projectId, ordinal }: LedgerLine): void {
  const row = projectId === null ? undefined : projects.get(projectId);
  if (!row) return;
  const steps = row.milestones ?? [];
  const milestones =
    action === 'add-milestone'
      ? steps.filter((step) => step[1] !== ordinal)
      : steps.map((step) => (step[1] === ordinal ? stepBefore(step, before as Partial<NewMilestone>) : step));
  projects.set(row.id, { ...row, milestones });
}

function stepBefore(step: MilestoneRow, before: Partial<NewMilestone>): MilestoneRow {
  const [name, ordinal, due, percent, doneOn, forecast, reportedOn, stage, ...known] = step;
  return [
    before.name ?? name,
    ordinal,
    before.due === undefined ? due : before.due,
    percent,
    doneOn,
    forecast,
    reportedOn,
    before.stage === undefined ? stage : before.stage,
    ...known,
  ];
}

/** A milestone of which nothing was said. */
function stepOf(milestone: NewMilestone, others: readonly MilestoneRow[] | null): MilestoneRow {
  const ordinal = Math.max(-1, ...(others ?? []).map((step) => step[1])) + 1;
  return [milestone.name, ordinal, milestone.due ?? null, null, null, null, null, milestone.stage ?? null, null, null];
}

/** What a digest reads of a project's fields. */
const READ = [
  'name',
  'category',
  'focusArea',
  'unitId',
  'ownerId',
  'sponsorId',
  'site',
  'standing',
  'totalInvestment',
  'yearPlan',
  'startDay',
  'endDay',
] as const satisfies readonly (keyof ProjectFields & keyof ProjectRow)[];

const fieldsOf = (before: Partial<ProjectFields>): Partial<ProjectRow> =>
  Object.fromEntries(READ.filter((field) => field in before).map((field) => [field, before[field] ?? null]));

/** A project that was removed since, since nothing had been said about it. */
function rowOf(id: number, project: NewProject): ProjectRow {
  let milestones: readonly MilestoneRow[] = [];
  for (const milestone of project.milestones) milestones = [...milestones, stepOf(milestone, milestones)];
  return {
    id,
    code: project.code,
    name: project.name,
    nickname: null,
    category: project.category,
    focusArea: project.focusArea,
    site: project.site ?? null,
    standing: project.standing ?? 'open',
    firstStage: project.stage as Stage,
    startDay: (project.startDay ?? null) as LocalDay | null,
    endDay: (project.endDay ?? null) as LocalDay | null,
    totalInvestment: project.totalInvestment ?? null,
    yearPlan: project.yearPlan ?? null,
    doneInvestment: null,
    unitId: project.unitId,
    unit: '',
    unitName: { zh: '', en: '' },
    ownerId: project.ownerId ?? null,
    owner: null,
    ownerName: null,
    ownerNameEn: null,
    sponsorId: project.sponsorId ?? null,
    sponsor: null,
    sponsorName: null,
    sponsorNameEn: null,
    milestones: milestones.length === 0 ? null : milestones,
  };
}

function called(row: ProjectRow, units: ReadonlyMap<number, Unit>, people: ReadonlyMap<number, Person>): ProjectRow {
  const unit = units.get(row.unitId);
  const owner = people.get(row.ownerId ?? 0);
  const sponsor = people.get(row.sponsorId ?? 0);
  return {
    ...row,
    unit: unit?.key ?? row.unit,
    unitName: unit?.name ?? row.unitName,
    owner: owner?.key ?? null,
    ownerName: owner?.name ?? null,
    ownerNameEn: owner?.nameEn ?? null,
    sponsor: sponsor?.key ?? null,
    sponsorName: sponsor?.name ?? null,
    sponsorNameEn: sponsor?.nameEn ?? null,
  };
}
