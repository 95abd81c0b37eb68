import type { Instant, LocalDay } from '../domain/day.js';
import type { Confirmation, ObstacleStanding, ObstacleState } from '../domain/obstacle.js';
import type { Matter, ObstacleKind, Rung } from '../domain/plan.js';
import type { Obstacle as ObstacleRow, Prisma } from './generated/client.js';
import { termsShape } from './stored-shapes.js';

/** A file that came with a case; its bytes stay with Slack. */
export type ObstacleFile = { readonly id: string; readonly name: string };

/** An obstacle with all that its card, its rights and its ladder ask of it. */
export type ObstacleCase = {
  readonly id: number;
  readonly number: number;
  readonly programId: number;
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  /** What the ledger calls the project for short. */
  readonly nickname?: string | null;
  readonly unitId: number;
  readonly ownerId: number | null;
  readonly coOwnerIds: readonly number[];
  readonly sponsorId: number | null;
  readonly milestone: string | null;
  readonly milestoneOwnerId: number | null;
  readonly matter: Matter;
  readonly text: string;
  readonly help: string | null;
  readonly since: LocalDay;
  readonly urgentReason: string | null;
  /** The number of the closed obstacle that this one goes back to. */
  readonly refersTo: number | null;
  readonly files: readonly ObstacleFile[];
  readonly raisedById: number;
  readonly recordedAt: Instant;
  /** Channels and persons, by their Slack ids, who have its card. */
  readonly addresses: readonly string[];
  readonly state: ObstacleState;
};

/** Where a case stands, as its columns. */
export function stateColumns(state: ObstacleState, dueAt: Instant | null) {
  const { terms, counted, version, ...rest } = state;
  return {
    ...rest,
    terms: terms as unknown as Prisma.InputJsonObject,
    counted: [...counted],
    version,
    deadline: moment(rest.deadline),
    halfWay: moment(rest.halfWay),
    resolvedAt: moment(rest.resolvedAt),
    verifyBy: moment(rest.verifyBy),
    confirmBy: moment(rest.confirmBy),
    remindAt: moment(rest.remindAt),
    overdueSince: moment(rest.overdueSince),
    announceAt: moment(rest.announceAt),
    closedAt: moment(rest.closedAt),
    dueAt: moment(dueAt),
  };
}

/** The columns that `stateColumns` fills. */
export const STATE_COLUMNS = [
  'kind',
  'urgent',
  'terms',
  'standing',
  'rung',
  'departmentId',
  'holderId',
  'rungFrom',
  'confirmation',
  'confirmerId',
  'confirmBy',
  'query',
  'dismissed',
  'takenUp',
  'clockFrom',
  'counted',
  'deadline',
  'halfWay',
  'lapsed',
  'claimedById',
  'promisedFor',
  'remindAt',
  'promiseAskedFor',
  'promiseAskedById',
  'promiseAskedOf',
  'resolvedById',
  'resolvedAt',
  'resolution',
  'rule',
  'verifyBy',
  'verifyReminders',
  'returns',
  'handedOver',
  'overdueSince',
  'announceAt',
  'closedAt',
  'withdrawn',
  'version',
  'dueAt',
] as const satisfies readonly (keyof ReturnType<typeof stateColumns>)[];

export function stateOf(row: ObstacleRow): ObstacleState {
  return {
    kind: row.kind as ObstacleKind,
    urgent: row.urgent,
    terms: termsShape.parse(row.terms),
    standing: row.standing as ObstacleStanding,
    rung: row.rung as Rung,
    departmentId: row.departmentId,
    holderId: row.holderId,
    // Cases of an earlier version do not say since when they are at their rung.
    rungFrom: (row.rungFrom || row.clockFrom) as LocalDay,
    confirmation: row.confirmation as Confirmation | null,
    confirmerId: row.confirmerId,
    confirmBy: instant(row.confirmBy),
    query: row.query as ObstacleState['query'],
    dismissed: row.dismissed,
    takenUp: row.takenUp,
    clockFrom: row.clockFrom as LocalDay,
    counted: row.counted as LocalDay[],
    deadline: row.deadline?.getTime() ?? 0,
    halfWay: instant(row.halfWay),
    lapsed: row.lapsed,
    claimedById: row.claimedById,
    promisedFor: row.promisedFor as LocalDay | null,
    remindAt: instant(row.remindAt),
    promiseAskedFor: row.promiseAskedFor as LocalDay | null,
    promiseAskedById: row.promiseAskedById,
    promiseAskedOf: row.promiseAskedOf,
    resolvedById: row.resolvedById,
    resolvedAt: instant(row.resolvedAt),
    resolution: row.resolution,
    rule: row.rule,
    verifyBy: instant(row.verifyBy),
    verifyReminders: row.verifyReminders,
    returns: row.returns,
    handedOver: row.handedOver,
    overdueSince: instant(row.overdueSince),
    announceAt: instant(row.announceAt),
    closedAt: instant(row.closedAt),
    withdrawn: row.withdrawn,
    version: row.version,
  };
}

const moment = (at: Instant | null): Date | null => (at === null ? null : new Date(at));
const instant = (date: Date | null): Instant | null => date?.getTime() ?? null;
