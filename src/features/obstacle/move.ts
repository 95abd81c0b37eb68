import type { LocalDay } from '../../domain/day.js';
import { ladderTerms } from '../../domain/ladder.js';
import { decide, type ObstacleEvent } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { contextOf } from './context.js';
import type { FormAct, PressAct } from './ids.js';
import { actForm } from './messages/act-form.js';
import { movedOutcome } from './messages/moved.js';
import { formFaults, unknownRefusal } from './messages/refusals.js';
import type { Act, CaseContext, MovedTo } from './model.js';
import { peopleOf } from './people.js';
import { thingOf } from './rights.js';
import { movedAsSeen, seeObstacle } from './see.js';
import { saveTransition } from './transitions.js';

/** A case as somebody saw it when they pressed. */
type Pressed<A> = { readonly id: number; readonly version: number; readonly act: A };

/** Opens the form of a claim, a resolution, a raise, a hand-over, a return or a comment. */
export async function openActForm(ctx: Ctx, { id, version, act }: Pressed<FormAct>): Promise<Outcome> {
  const seen = await seeObstacle(ctx, { id });
  return seen ? actForm(ctx, seen, version, act) : unknownRefusal(ctx);
}

type Fields = {
  readonly promised: LocalDay | null;
  readonly text: string | null;
  readonly rule: string | null;
  readonly department: number | null;
};

/** Does what the form says; what is wrong is said at its field, and what was typed stays. */
export async function submitActForm(
  ctx: Ctx,
  { id, version, act }: Pressed<FormAct>,
  fields: Fields,
): Promise<Outcome> {
  const { promised, rule, department } = fields;
  const text = fields.text ?? '';
  const faults = formFaults(ctx);
  const done = async (wanted: Act) => movedOutcome(ctx, wanted, await move(ctx, id, version, wanted), true);
  switch (act) {
    case 'claim':
      if (promised === null) return { kind: 'errors', errors: { promised: faults.promised } };
      return done({ do: 'claim', promisedFor: promised });
    case 'hand-over':
      if (department === null) return { kind: 'errors', errors: { department: faults.department } };
      return done({ do: 'hand-over', toUnitId: department, reason: text });
    case 'resolve':
      return done({ do: 'resolve', what: text, rule });
    case 'raise':
    case 'return':
      return done({ do: act, reason: text });
    case 'comment':
      return done({ do: 'comment', text });
  }
}

/** Verifies a resolution, takes a case back, or applies the deadlines in force now. */
export async function pressAct(ctx: Ctx, { id, version, act }: Pressed<PressAct>): Promise<Outcome> {
  const result = await move(ctx, id, version, { do: act });
  const outcome = movedOutcome(ctx, { do: act }, result, false);
  // What asked for it in direct messages is a post of ours, which its own edit changes.
  return result.kind === 'moved' && !ctx.place.channelId?.startsWith('D') ? inItsPlace(outcome) : outcome;
}

/** `撤回`, typed, of what the person raised last. */
export async function withdrawByWord(ctx: Ctx, id: number): Promise<Outcome> {
  const act: Act = { do: 'withdraw' };
  return movedOutcome(ctx, act, await move(ctx, id, null, act), false);
}

/** It is the same as an open one: what was typed goes under it as a comment. */
export async function commentOnSame(
  ctx: Ctx,
  { id, text }: { readonly id: number; readonly text: string },
): Promise<Outcome> {
  const act: Act = { do: 'comment', text };
  return inItsPlace(movedOutcome(ctx, act, await move(ctx, id, null, act), false));
}

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
  return movedAsSeen(ctx, await moveLocked(ctx, id, version, act));
}

function moveLocked(ctx: Ctx, id: number, version: number | null, act: Act): Promise<MovedTo> {
  return ctx.store.transaction(async (tx): Promise<MovedTo> => {
    const obstacle = await tx.obstacles.lock(ctx.program.id, id);
    if (!obstacle || !may(ctx.person, 'see-obstacle', thingOf(obstacle)).allowed) return { kind: 'unknown' };
    const context = await contextOf(ctx, tx, obstacle);
    if (ctx.retried && (await tx.obstacles.movedBy(ctx.program.workspaceId, ctx.cause)))
      return { kind: 'moved', obstacle, units: context.units };
    if (version !== null && version !== obstacle.state.version && act.do !== 'comment')
      return { kind: 'meanwhile', obstacle, units: context.units, ...(await since(ctx, tx, obstacle, version)) };
    const permission = may(ctx.person, RIGHTS[act.do], thingOf(obstacle));
    if (!permission.allowed) return { kind: 'denied', obstacle, why: denialWords(permission.denied, ctx.language) };
    const decided = decide(obstacle.state, eventOf(ctx, act, obstacle, context), context);
    if ('refused' in decided) return { kind: 'refused', refused: decided.refused, obstacle };
    const standsInFor = stoodInFor(ctx, obstacle, RIGHTS[act.do]);
    const [first, ...others] = decided.steps;
    const steps = first && standsInFor !== null ? [{ ...first, standsInFor }, ...others] : decided.steps;
    return {
      kind: 'moved',
      obstacle: await saveTransition(ctx, tx, obstacle, { ...decided, steps }, context, ctx.person.id),
      units: context.units,
    };
  });
}

/** What somebody wants, with what the rules need to know of it. */
function eventOf({ person, program }: Ctx, act: Act, { state }: ObstacleCase, { units }: CaseContext): ObstacleEvent {
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
