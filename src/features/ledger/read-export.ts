import type { LedgerNow, LedgerProject } from '../../domain/ledger-compare/index.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Refusal } from '../../feature.js';
import type { ExportedLine, ExportedObstacle, ExportedReport } from '../../store/ledger-export.js';
import type { ProgramNames } from '../../store/programs.js';
import { inLanguage } from '../../text/language.js';
import { type GoalsSeen, goalsNow } from '../goals/door.js';
import { exportWords } from './messages/export-words.js';

/** The sheets that can be exported, in their order in a workbook. */
export const SHEETS = ['ledger', 'reports', 'obstacles', 'activity', 'goals'] as const;
export type SheetName = (typeof SHEETS)[number];

/** Rows of a sheet; a spreadsheet with more is no longer opened on an office computer. The newest are taken. */
export const MOST_ROWS = 50_000;

/** What of the program a person may see, ready for being written. */
export type Exported = {
  readonly ledger: LedgerNow;
  readonly names: ProgramNames;
  /** The projects that the person may see, withdrawn ones too: what else is exported speaks of these. */
  readonly projects: ReadonlyMap<number, LedgerProject>;
  readonly reports: readonly ExportedReport[] | null;
  readonly obstacles: readonly ExportedObstacle[] | null;
  readonly activity: readonly ExportedLine[] | null;
  readonly goals: GoalsSeen | null;
};

/** Reads what an export shows: of each sheet only what the same person may see elsewhere. */
export async function readExport(
  ctx: Ctx,
  sheets: readonly SheetName[],
): Promise<Exported | { readonly refused: Refusal }> {
  const denied = mayNotExport(ctx);
  if (denied !== null) return denied;
  const { store, program } = ctx;
  const wants = (sheet: SheetName) => sheets.includes(sheet);
  const ledger = await store.ledger.now(program.id);
  const names = await store.programs.names(program.id);
  const projects = new Map(ledger.projects.filter((project) => maySee(ctx, project)).map((each) => [each.id, each]));
  const all = new Map(ledger.projects.map((project) => [project.id, project]));
  const cases =
    wants('obstacles') || wants('activity') ? await store.ledgerExport.obstacles(program.id, MOST_ROWS) : [];
  const obstacles = cases.filter((each) => maySeeCase(ctx, each, all.get(each.projectId)));
  const reports = wants('reports') ? await store.ledgerExport.reports(program.id, MOST_ROWS) : null;
  const activity = wants('activity') ? await store.ledgerExport.activity(program.id, MOST_ROWS) : null;
  const goals = wants('goals') ? await goalsNow(ctx) : null;
  const coordinates = may(ctx.person, 'edit-ledger', { programId: program.id }).allowed;
  const seenCases = new Set(obstacles.map(({ id }) => id));
  return {
    ledger,
    names,
    projects,
    reports: reports?.filter(({ projectId }) => projects.has(projectId)) ?? null,
    obstacles: wants('obstacles') ? obstacles : null,
    activity:
      activity?.filter(({ projectId, obstacleId }) =>
        coordinates
          ? true
          : obstacleId !== null
            ? seenCases.has(obstacleId)
            : projectId !== null && projects.has(projectId),
      ) ?? null,
    goals,
  };
}

export function mayNotExport(ctx: Ctx): { readonly refused: Refusal } | null {
  const permission = may(ctx.person, 'export-ledger', { programId: ctx.program.id });
  if (permission.allowed) return null;
  const instead = inLanguage(exportWords, ctx.language).noRole;
  return { refused: { wrong: denialWords(permission.denied, ctx.language), understood: null, instead } };
}

const thingOf = (ctx: Ctx, { ownerId, coOwnerIds, unitId, sponsorId, milestoneOwnerIds }: LedgerProject) => ({
  programId: ctx.program.id,
  ownerId,
  coOwnerIds,
  unitId,
  sponsorId,
  milestoneOwnerIds,
});

const maySee = (ctx: Ctx, project: LedgerProject): boolean =>
  may(ctx.person, 'see-project', thingOf(ctx, project)).allowed;

function maySeeCase(ctx: Ctx, each: ExportedObstacle, project: LedgerProject | undefined): boolean {
  if (project === undefined) return false;
  const { raisedById, rung, departmentId, holderId, claimedById } = each;
  const thing = { ...thingOf(ctx, project), raisedById, rung, departmentId, holderId, claimedById };
  return may(ctx.person, 'see-obstacle', thing).allowed;
}
