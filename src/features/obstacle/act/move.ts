import type { LocalDay } from '../../../domain/day.js';
import { ladderTerms } from '../../../domain/ladder.js';
import { decide, type ObstacleEvent, type ObstacleRefusal } from '../../../domain/obstacle.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { LoggedStep, ObstacleCase, UnitSeat } from '../../../store/obstacles.js';
import type { Contact } from '../../../store/people.js';
import { peopleOf } from '../people.js';
import { type Scene, sceneOf } from './around.js';
import { keep } from './keep.js';
import { thingOf } from './see.js';

/** What a person wants done with a case. */
export type Act =
  | { readonly do: 'claim'; readonly promisedFor: LocalDay }
  | { readonly do: 'resolve'; readonly what: string; readonly rule: string | null }
  | { readonly do: 'raise'; readonly reason: string }
  | { readonly do: 'hand-over'; readonly toUnitId: number; readonly reason: string }
  | { readonly do: 'verify' | 'withdraw' | 'adopt' }
  | { readonly do: 'return'; readonly reason: string }
  | { readonly do: 'comment'; readonly text: string };

export type MovedTo =
  | { readonly kind: 'moved'; readonly obstacle: ObstacleCase; readonly units: ReadonlyMap<number, UnitSeat> }
  /** There is none such, or it is not for this person to see. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'denied'; readonly why: string; readonly obstacle: ObstacleCase }
  | { readonly kind: 'refused'; readonly refused: ObstacleRefusal; readonly obstacle: ObstacleCase }
  /** Somebody, or the clock, was first: what happened since the person looked. */
  | {
      readonly kind: 'meanwhile';
      readonly obstacle: ObstacleCase;
      readonly steps: readonly LoggedStep[];
      readonly people: ReadonlyMap<number, Contact>;
      readonly units: ReadonlyMap<number, UnitSeat>;
    };

const RIGHTS = {
  claim: 'work-obstacle',
  resolve: 'work-obstacle',
  raise: 'work-obstacle',
  'hand-over': 'work-obstacle',
  verify: 'verify-obstacle',
  return: 'verify-obstacle',
  comment: 'see-obstacle',
  withdraw: 'withdraw-obstacle',
  adopt: 'set-ladder',
} as const;

/**
 * Does something with a case: whoever locks its row first is the one who did it. `version` is what the person saw; when
 * it moved since, nothing is done and they are told what happened. A comment needs no version: it moves nothing.
 */
export async function move(ctx: Ctx, id: number, version: number | null, act: Act): Promise<MovedTo> {
  return ctx.store.transaction(async (tx): Promise<MovedTo> => {
    const obstacle = await tx.obstacles.lock(ctx.program.id, id);
    if (!obstacle || !may(ctx.person, 'see-obstacle', thingOf(obstacle)).allowed) return { kind: 'unknown' };
    const scene = await sceneOf(ctx, tx, obstacle);
    if (ctx.again && (await tx.obstacles.movedBy(ctx.program.workspaceId, ctx.cause)))
      return { kind: 'moved', obstacle, units: scene.units };
    if (version !== null && version !== obstacle.state.version && act.do !== 'comment')
      return { kind: 'meanwhile', obstacle, units: scene.units, ...(await since(ctx, tx, obstacle, version)) };
    const permission = may(ctx.person, RIGHTS[act.do], thingOf(obstacle));
    if (!permission.allowed) return { kind: 'denied', obstacle, why: denialWords(permission.denied, ctx.language) };
    const decided = decide(obstacle.state, eventOf(ctx, act, obstacle, scene), scene.around);
    if ('refused' in decided) return { kind: 'refused', refused: decided.refused, obstacle };
    const standsInFor = stoodInFor(ctx, obstacle, RIGHTS[act.do]);
    const [first, ...others] = decided.steps;
    const steps = first && standsInFor !== null ? [{ ...first, standsInFor }, ...others] : decided.steps;
    return {
      kind: 'moved',
      obstacle: await keep(ctx, tx, obstacle, { ...decided, steps }, scene, ctx.person.id),
      units: scene.units,
    };
  });
}

/** What somebody wants, with what the rules need to know of it. */
function eventOf({ person, program }: Ctx, act: Act, { state }: ObstacleCase, { units }: Scene): ObstacleEvent {
  const by = person.id;
  switch (act.do) {
    case 'hand-over':
      return { ...act, by, headId: units.get(act.toUnitId)?.headId ?? null };
    case 'adopt':
      return { do: 'adopt', by, terms: ladderTerms(program.policy.ladder, state.kind) };
    case 'verify':
    case 'withdraw':
      return { do: act.do, by };
    default:
      return { ...act, by };
  }
}

/** The one by whose right the person acts, where it is not their own: the log names both. */
function stoodInFor(ctx: Ctx, obstacle: ObstacleCase, right: (typeof RIGHTS)[keyof typeof RIGHTS]): number | null {
  const { claimedById, holderId } = obstacle.state;
  if (may({ ...ctx.person, standsInFor: [] }, right, thingOf(obstacle)).allowed) return null;
  const whose = right === 'work-obstacle' ? [claimedById, holderId] : [obstacle.raisedById, obstacle.ownerId];
  return whose.find((id) => id !== null && ctx.person.standsInFor.includes(id)) ?? null;
}

async function since(ctx: Ctx, tx: Transaction, obstacle: ObstacleCase, version: number) {
  const all = await tx.obstacles.steps(ctx.program.workspaceId, ctx.program.id, obstacle.id);
  const telling = all.filter(({ step }) => step.kind !== 'announced' && step.kind !== 'half-way');
  // Each version is one change; what moved nothing in between is told with it.
  const steps = telling.slice(-Math.max(1, Math.min(5, obstacle.state.version - version)));
  return { steps, people: await tx.people.contacts(ctx.program.workspaceId, peopleOf(obstacle, steps)) };
}
