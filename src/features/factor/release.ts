import { backTo, leftOf, recallFrom } from '../../domain/factor.js';
import { amountsIn, type FactorAmount } from '../../domain/factor-amount.js';
import { denialWords, may } from '../../domain/permission.js';
import type { PlanFactor } from '../../domain/plan.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { FactorNeed } from '../../store/factors.js';
import type { Transaction } from '../../store/index.js';
import { backFault, backForm } from './messages/back-form.js';
import { keptOutcome, returnedOutcome } from './messages/returned.js';
import type { Recallable, Returned } from './model.js';
import { factorOf, factorThings, seesNeed } from './rights.js';

type By = 'ask-factor' | 'manage-factor';

/** How much of what it has a project gives back. */
export async function openBackForm(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const held = await heldBy(ctx, ctx.store, id, 'ask-factor');
  if ('kind' in held) return returnedOutcome(ctx, held);
  return held.need.given === 0 ? returnedOutcome(ctx, nothingOf(held)) : backForm(ctx, held.factor, held.need);
}

/** Gives back what the form says; what is wrong is said at its field. */
export async function giveBackByForm(
  ctx: Ctx,
  { id }: { readonly id: number },
  { amount: typed }: { readonly amount: string | null },
): Promise<Outcome> {
  const held = await heldBy(ctx, ctx.store, id, 'ask-factor');
  if ('kind' in held) return returnedOutcome(ctx, held);
  const { factor, need } = held;
  if (need.given === 0) return returnedOutcome(ctx, nothingOf(held));
  const said = (typed ?? '').normalize('NFKC').trim();
  const [amount, ...others] = amountsIn(/^[\d.,]+$/.test(said) ? said + factor.measure : said, factor.measure);
  if (amount === undefined || amount === null || others.length > 0 || amount > need.given)
    return { kind: 'errors', errors: { amount: backFault(ctx, factor, need) } };
  return returnedOutcome(ctx, await release(ctx, id, 'ask-factor', amount));
}

/** The factor's department takes back all that a project has. */
export async function pressRecall(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  return inItsPlace(returnedOutcome(ctx, await release(ctx, id, 'manage-factor', null)));
}

/** The proposal ends: the project keeps what it has. */
export async function pressKeep(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const { program, person, now: at, cause } = ctx;
  const kept = await ctx.store.transaction(async (tx) => {
    const held = await heldBy(ctx, tx, id, 'manage-factor');
    if ('kind' in held || held.need.kept) return held;
    const { code, factor, part, given: amount } = held.need;
    await tx.factors.keep(id, person.id, at);
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at,
        personId: person.id,
        action: 'factor-keep',
        thing: 'factor',
        thingId: id,
        after: { code, factor, part, amount },
        cause,
      },
    ]);
    return held;
  });
  return 'kind' in kept ? returnedOutcome(ctx, kept) : keptOutcome(ctx, kept.factor, kept.need);
}

const nothingOf = (held: Held): Returned => ({ kind: 'returned', ...held, amount: 0, left: 0 });

type Held = { readonly need: FactorNeed; readonly factor: PlanFactor };

/** A request of somebody who may decide about what it has. */
async function heldBy(
  ctx: Ctx,
  { factors, obstacles }: Pick<Transaction, 'factors' | 'obstacles'>,
  id: number,
  by: By,
): Promise<Held | Exclude<Returned, { kind: 'returned' }>> {
  const { program, person } = ctx;
  const need = await factors.byId(program.id, id);
  const factor = need && factorOf(ctx, need.factor);
  const thing = need && factorThings(ctx, await obstacles.units(program.id)).get(need.factor);
  if (!need || !factor || !thing || !seesNeed(ctx, thing, need)) return { kind: 'unknown' };
  const permission = by === 'ask-factor' ? may(person, by, need) : may(person, by, thing);
  return permission.allowed ? { need, factor } : { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
}

/** Gives back so much, or (null) all, under the pool's lock; pressed twice, it is given back once. */
async function release(ctx: Ctx, id: number, by: By, wanted: FactorAmount | null): Promise<Returned> {
  const { program, today, person, now: at, cause } = ctx;
  return ctx.store.transaction(async (tx): Promise<Returned> => {
    const held = await heldBy(ctx, tx, id, by);
    if ('kind' in held) return held;
    const { factor } = held;
    await tx.factors.lockPool(held.need.poolId);
    const need = (await tx.factors.byId(program.id, id)) ?? held.need;
    const amount = Math.min(wanted ?? need.given, need.given);
    if (amount > 0 && !(await tx.once(ctx))) {
      const draws = backTo(await tx.factors.heldOf(id), amount);
      await tx.factors.draw(need, draws, { on: today, personId: person.id, at, cause });
      await tx.activity.add([
        {
          workspaceId: program.workspaceId,
          programId: program.id,
          at,
          personId: person.id,
          action: by === 'ask-factor' ? 'factor-give-back' : 'factor-recall',
          thing: 'factor',
          thingId: id,
          after: { code: need.code, factor: need.factor, part: need.part, amount },
          cause,
        },
      ]);
    }
    const { batches } = await tx.factors.pool(need.poolId);
    return { kind: 'returned', need, factor, amount, left: leftOf(batches, today) };
  });
}

/** On the home tab of who manages a factor: what is held by projects that have not started, long after they were to. */
export async function recallable(ctx: Ctx): Promise<readonly Recallable[]> {
  const { store, program, today, person } = ctx;
  if (program.policy.mechanisms.factors.length === 0) return [];
  const things = factorThings(ctx, await store.obstacles.units(program.id));
  const managed = [...things].filter(([, thing]) => may(person, 'manage-factor', thing).allowed);
  if (managed.length === 0) return [];
  const keys = new Set(managed.map(([key]) => key));
  return (await store.factors.held(program.id)).flatMap((need): Recallable[] => {
    const factor = factorOf(ctx, need.factor);
    if (factor === null || !keys.has(need.factor)) return [];
    const from = recallFrom(need, factor.recallDays);
    if (from === null || from > today || need.plannedStart === null) return [];
    return [{ need, factor, plannedStart: need.plannedStart }];
  });
}
