import type { Ctx, Outcome } from '../../feature.js';
import type { ObstacleFilter } from '../../store/obstacles.js';
import { seenCodes } from '../project/door.js';
import { readFilter } from './filter.js';
import { listMessage, PAGE } from './messages/list.js';
import { filterRefusal } from './messages/refusals.js';
import type { Listing } from './model.js';
import { sightOf } from './rights.js';

/** `/obstacle list 超期` */
export async function listByLine(ctx: Ctx, typed: string): Promise<Outcome> {
  const filter = readFilter(typed);
  return filter === null ? filterRefusal(ctx, typed) : list(ctx, { filter, offset: 0 });
}

/** Another page, in the place of the one whose button was pressed. */
export async function turnPage(
  ctx: Ctx,
  at: { readonly filter: ObstacleFilter; readonly offset: number },
): Promise<Outcome> {
  return { kind: 'replace', message: listMessage(ctx, await listObstacles(ctx, at.filter, at.offset)) };
}

async function list(ctx: Ctx, at: { readonly filter: ObstacleFilter; readonly offset: number }): Promise<Outcome> {
  return { kind: 'say', message: listMessage(ctx, await listObstacles(ctx, at.filter, at.offset)) };
}

/** The open cases that a person may see, a page of them. */
export async function listObstacles(ctx: Ctx, filter: ObstacleFilter, offset: number): Promise<Listing> {
  const { store, program } = ctx;
  const sight = sightOf(ctx.person);
  const { total, rows } = await store.obstacles.list(program.id, filter, sight, { now: ctx.now, offset, limit: PAGE });
  const units = await store.obstacles.units(program.id);
  const sees = await seenCodes(ctx, await store.names(program));
  return {
    filter,
    offset,
    total,
    rows: rows.map((row) =>
      sees(row.code) ? row : { ...row, projectName: '', unitId: 0, departmentId: null, holderId: null },
    ),
    people: await store.people.contacts(
      program.workspaceId,
      rows.flatMap((row) => row.holderId ?? []),
    ),
    units: new Map(units.map((unit) => [unit.id, unit])),
    urgent:
      sight.everything && filter.of === 'all' && offset === 0 ? await store.obstacles.urgentShares(program.id) : [],
  };
}
