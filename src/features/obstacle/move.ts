import type { LocalDay } from '../../domain/day.js';
import { ladderTerms } from '../../domain/ladder.js';
import { decide, latestPromise, type ObstacleEvent } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { contextOf } from './context.js';
import type { FormAct, PressAct } from './ids.js';
import { keepInstruction } from './instruct.js';
import { actForm } from './messages/act-form.js';
import { movedOutcome } from './messages/moved.js';
import { formFaults, notMoved, unknownRefusal } from './messages/refusals.js';
import type { Act, CaseContext, MovedTo } from './model.js';
import { peopleOf } from './people.js';
import { mayOn, type ObstacleRight, ownRung, RIGHTS, thingOf } from './rights.js';
import { movedAsSeen, seeObstacle } from './see.js';
import { saveTransition } from './transitions.js';

/** A case as somebody saw it when they pressed. */
type Pressed<A> = { readonly id: number; readonly version: number; readonly act: A };

/** Opens the form of an act; what would be refused is refused now, before anything is typed. */
export async function openActForm(ctx: Ctx, { id, version, act }: Pressed<FormAct>): Promise<Outcome> {
  const seen = await seeObstacle(ctx, { id });
  if (!seen) return unknownRefusal(ctx);
  const { obstacle, units } = seen;
  const permission = mayAct(ctx, act, obstacle);
  if (!permission.allowed) {
    return notMoved(ctx, { kind: 'denied', obstacle, why: denialWords(permission.denied, ctx.language) });
  }
  if (version !== obstacle.state.version && !UNMOVING.has(act)) {
    return notMoved(ctx, { kind: 'meanwhile', obstacle, units, ...(await since(ctx, ctx.store, obstacle, version)) });
  }
  const context = await contextOf(ctx, ctx.store, obstacle);
  const wanted = plausible(act, latestPromise(obstacle.state, context));
  const decided = decide(obstacle.state, await eventOf(ctx, ctx.store, wanted, obstacle, context), context);
  if ('refused' in decided) return notMoved(ctx, { kind: 'refused', refused: decided.refused, obstacle });
  const others = act === 'merge' ? await ctx.store.obstacles.openOf(ctx.program.id, obstacle.projectId) : [];
  const mergeable = others.filter((each) => each.id !== id && mayOn(ctx, 'see-obstacle', each));
  if (act === 'merge' && mergeable.length === 0) {
    return notMoved(ctx, { kind: 'refused', refused: { because: 'same-obstacle' }, obstacle });
  }
  return actForm(ctx, seen, version, act, { context, mergeable });
}

/** An act as its form might be filled in: whether it would be done depends on the case alone. */
function plausible(act: FormAct, promisedFor: LocalDay): Act {
  const text = '…';
  switch (act) {
    case 'claim':
      return { do: act, promisedFor, reason: text };
    case 'resolve':
      return { do: act, what: text, rule: text };
    case 'hand-over':
      return { do: act, toUnitId: 0, reason: text };
    case 'merge':
      return { do: act, into: 0 };
    case 'query':
    case 'supplement':
    case 'instruct':
    case 'comment':
      return { do: act, text };
    default:
      return { do: act, reason: text };
  }
}

type Fields = {
  readonly promised: LocalDay | null;
  readonly text: string | null;
  readonly rule: string | null;
  readonly department: number | null;
  readonly into: number | null;
};

/** Does what the form says; what is wrong is said at its field, and what was typed stays. */
export async function submitActForm(
  ctx: Ctx,
  { id, version, act }: Pressed<FormAct>,
  fields: Fields,
): Promise<Outcome> {
  const { promised, rule, department, into } = fields;
  const text = fields.text ?? '';
  const faults = formFaults(ctx);
  const done = async (wanted: Act) => movedOutcome(ctx, wanted, await move(ctx, id, version, wanted), true);
  switch (act) {
    case 'claim':
      if (promised === null) return { kind: 'errors', errors: { promised: faults.promised } };
      return claimOrAsk(ctx, { id, version }, promised, text);
    case 'hand-over':
      if (department === null) return { kind: 'errors', errors: { department: faults.department } };
      return done({ do: 'hand-over', toUnitId: department, reason: text });
    case 'resolve':
      return done({ do: 'resolve', what: text, rule });
    case 'merge':
      if (into === null) return { kind: 'errors', errors: { into: faults.into } };
      return done({ do: 'merge', into });
    case 'query':
    case 'supplement':
    case 'instruct':
    case 'comment':
      return done({ do: act, text });
    default:
      return done({ do: act, reason: text });
  }
}

/** A promise; one that the rung may not give by itself goes to the next rung, where it comes with its reason. */
async function claimOrAsk(
  ctx: Ctx,
  { id, version }: { readonly id: number; readonly version: number },
  promisedFor: LocalDay,
  reason: string,
): Promise<Outcome> {
  const claimed: Act = { do: 'claim', promisedFor, reason: reason === '' ? null : reason };
  const result = await move(ctx, id, version, claimed);
  const beyond = result.kind === 'refused' && result.refused.because === 'promise-too-far' && result.refused.above;
  if (!beyond || reason === '') return movedOutcome(ctx, claimed, result, true);
  const asked: Act = { do: 'ask-promise', promisedFor, reason };
  return movedOutcome(ctx, asked, await move(ctx, id, version, asked), true);
}

/** Verifies a resolution, takes a case back, or applies the deadlines in force now. */
export async function pressAct(ctx: Ctx, { id, version, act }: Pressed<PressAct>): Promise<Outcome> {
  const wanted: Act = { do: act };
  const result = await move(ctx, id, version, wanted);
  const outcome = movedOutcome(ctx, wanted, result, false);
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
    if (version !== null && version !== obstacle.state.version && !UNMOVING.has(act.do))
      return { kind: 'meanwhile', obstacle, units: context.units, ...(await since(ctx, tx, obstacle, version)) };
    const permission = mayAct(ctx, act.do, obstacle);
    if (!permission.allowed) return { kind: 'denied', obstacle, why: denialWords(permission.denied, ctx.language) };
    const decided = decide(obstacle.state, await eventOf(ctx, tx, act, obstacle, context), context);
    if ('refused' in decided) return { kind: 'refused', refused: decided.refused, obstacle };
    const standsInFor = stoodInFor(ctx, obstacle, RIGHTS[act.do]);
    const [first, ...others] = decided.steps;
    const steps = first && standsInFor !== null ? [{ ...first, standsInFor }, ...others] : decided.steps;
    if (act.do === 'instruct') await keepInstruction(ctx, tx, obstacle, act.text);
    return {
      kind: 'moved',
      obstacle: await saveTransition(ctx, tx, obstacle, { ...decided, steps }, context, ctx.person.id),
      units: context.units,
    };
  });
}

/** What of the store a case is looked at with. */
type Reads = Pick<Transaction, 'obstacles' | 'leaves' | 'people'>;

/** What somebody wants, with what the rules need to know of it. */
async function eventOf(
  { person, program }: Ctx,
  reads: Reads,
  act: Act,
  obstacle: ObstacleCase,
  { units }: CaseContext,
): Promise<ObstacleEvent> {
  const by = person.id;
  const { state } = obstacle;
  switch (act.do) {
    case 'hand-over': {
      const leads = mayOn({ person }, 'lead-obstacle', obstacle);
      return { ...act, by, headId: units.get(act.toUnitId)?.headId ?? null, leads };
    }
    case 'pull-up':
      return { do: 'pull-up', reason: act.reason, by, to: ownRung(person, obstacle) ?? state.rung };
    case 'dispute':
      return { do: 'dispute', reason: act.reason, by, raisedById: obstacle.raisedById };
    case 'merge': {
      const into = act.into === 0 ? null : await reads.obstacles.byId(program.id, act.into);
      const fits = into !== null && into.id !== obstacle.id && into.projectId === obstacle.projectId;
      const same = act.into !== 0 && !(fits && into.state.standing !== 'closed');
      return { do: 'merge', by, into: into?.number ?? 0, same };
    }
    case 'adopt':
      return { do: 'adopt', by, terms: ladderTerms(program.policy.ladder, state.kind) };
    default:
      return { ...act, by };
  }
}

/** What moves nothing that was seen: it needs no version. */
const UNMOVING: ReadonlySet<Act['do']> = new Set(['comment', 'instruct', 'confirm-urgent']);

/** As its rung's, or (handing over) as a leader's. */
const mayAct = ({ person }: Pick<Ctx, 'person'>, act: Act['do'], obstacle: ObstacleCase) =>
  may(person, RIGHTS[act], thingOf(obstacle));

/** The one by whose right the person acts, where it is not their own: the log names both. */
function stoodInFor(ctx: Ctx, obstacle: ObstacleCase, right: ObstacleRight): number | null {
  const { claimedById, holderId } = obstacle.state;
  if (may({ ...ctx.person, standsInFor: [] }, right, thingOf(obstacle)).allowed) return null;
  const whose = right === 'work-obstacle' ? [claimedById, holderId] : [obstacle.raisedById, obstacle.ownerId];
  return whose.find((id) => id !== null && ctx.person.standsInFor.includes(id)) ?? null;
}

async function since(ctx: Ctx, tx: Reads, obstacle: ObstacleCase, version: number) {
  const all = await tx.obstacles.steps(ctx.program.workspaceId, ctx.program.id, obstacle.id);
  const telling = all.filter(({ step }) => step.kind !== 'announced' && step.kind !== 'half-way');
  // Each version is one change; what moved nothing in between is told with it.
  const steps = telling.slice(-Math.max(1, Math.min(5, obstacle.state.version - version)));
  return { steps, people: await tx.people.contacts(ctx.program.workspaceId, peopleOf(obstacle, steps)) };
}
