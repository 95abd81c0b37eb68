import type { LedgerProject } from '../../domain/ledger-compare/index.js';
import { may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { ExportedObstacle } from '../../store/ledger-export.js';
import { readProof } from '../digest/door.js';
import { factorEntries } from '../factor/door.js';
import { goalsNow } from '../goals/door.js';
import { promotionEntries } from '../promotion/door.js';
import { maySeeItem } from '../review/door.js';
import { maySeeSlip } from '../slip/door.js';
import { MOST_ROWS } from './limits.js';
import type { Exported, FactorSheet, PromotionSheet, Refused, SheetName } from './model.js';
import { mayNotExport } from './rights.js';

/** The sheets that can be exported, in their order in a workbook. */
export const SHEETS: readonly SheetName[] = [
  'ledger',
  'reports',
  'obstacles',
  'activity',
  'goals',
  'lights',
  'gates',
  'events',
  'numbers',
  'items',
  'slips',
  'reviews',
  'lessons',
  'pools',
  'requests',
  'allocations',
  'activities',
  'duties',
  'leads',
  'funds',
];

export const isFactorSheet = (sheet: SheetName): sheet is FactorSheet =>
  sheet === 'pools' || sheet === 'requests' || sheet === 'allocations';

export const isPromotionSheet = (sheet: SheetName): sheet is PromotionSheet =>
  sheet === 'activities' || sheet === 'duties' || sheet === 'leads' || sheet === 'funds';

/** Reads what an export shows: of each sheet only what the same person may see elsewhere. */
export async function readExport(ctx: Ctx, sheets: readonly SheetName[]): Promise<Exported | Refused> {
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
    items: wants('items') ? await visibleItems(ctx, sheets.length === 1) : null,
    slips: wants('slips') ? await visibleSlips(ctx, sheets.length === 1) : null,
    reviews: wants('reviews') && coordinates ? await heldSlots(ctx, sheets.length === 1) : null,
    lessons: wants('lessons') && coordinates ? await lessonsOf(ctx, sheets.length === 1) : null,
    ...(await visibleFactors(ctx, sheets)),
    ...(await visiblePromotion(ctx, sheets)),
    proof: wants('numbers') || wants('lights') || wants('gates') || wants('events') ? await readProof(ctx) : null,
  };
}

/** The action items that the person may see; null: there are none, and nobody asked for them alone. */
async function visibleItems(ctx: Ctx, alone: boolean): Promise<Exported['items']> {
  const items = (await ctx.store.actionItems.all(ctx.program.id)).filter((item) => maySeeItem(ctx, item));
  return items.length === 0 && !alone ? null : items;
}

/** The same of supervision slips. */
async function visibleSlips(ctx: Ctx, alone: boolean): Promise<Exported['slips']> {
  const slips = (await ctx.store.slips.all(ctx.program.id)).filter((slip) => maySeeSlip(ctx, slip));
  return slips.length === 0 && !alone ? null : slips;
}

async function visibleFactors(
  ctx: Ctx,
  sheets: readonly SheetName[],
): Promise<Pick<Exported, 'pools' | 'requests' | 'allocations'>> {
  const wanted = sheets.filter(isFactorSheet);
  const factors = wanted.length === 0 ? null : await factorEntries(ctx, MOST_ROWS);
  const none = sheets.length === 1 ? [] : null;
  const of = <Sheet extends FactorSheet>(sheet: Sheet) => (wanted.includes(sheet) ? (factors?.[sheet] ?? none) : null);
  return { pools: of('pools'), requests: of('requests'), allocations: of('allocations') };
}

async function visiblePromotion(ctx: Ctx, sheets: readonly SheetName[]): Promise<Pick<Exported, PromotionSheet>> {
  const wanted = sheets.filter(isPromotionSheet);
  const entries = wanted.length === 0 ? null : await promotionEntries(ctx, MOST_ROWS);
  const alone = sheets.length === 1;
  // In a workbook of everything a sheet without a row is left out.
  const of = <Sheet extends PromotionSheet>(sheet: Sheet): Exported[Sheet] => {
    const rows = wanted.includes(sheet) ? (entries?.[sheet] ?? []) : null;
    return (rows === null || (rows.length === 0 && !alone) ? null : rows) as Exported[Sheet];
  };
  return { activities: of('activities'), duties: of('duties'), leads: of('leads'), funds: of('funds') };
}

async function heldSlots({ store, program }: Ctx, alone: boolean): Promise<Exported['reviews']> {
  const slots = await store.reviewSlots.ofProgram(program.id);
  return slots.length === 0 && !alone ? null : slots;
}

async function lessonsOf({ store, program }: Ctx, alone: boolean): Promise<Exported['lessons']> {
  const lessons = await store.reviewLessons.all(program.id);
  return lessons.length === 0 && !alone ? null : lessons;
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
