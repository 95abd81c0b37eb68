import { denialWords, may } from '../../domain/permission.js';
import { incrementOf, readMoneyLine, sumOf } from '../../domain/promotion/money.js';
import type { Ctx, Outcome, Refused } from '../../feature.js';
import type { Act } from '../../store/activity.js';
import type { Transaction } from '../../store/index.js';
import type { Money } from '../../store/promotion-money.js';
import { type Promoting, promotingIn } from './context.js';
import { confirmedMessage, enteredMessage, returnedMessage, returnForm } from './messages/money.js';
import { deniedRefusal, excuseFaults, moneyRefusal, offRefusal, refusal, twiceRefusal } from './messages/refusals.js';
import type { SeenMoney } from './model.js';
import { LONGEST_REASON } from './month.js';

/** A line about a voucher: entered, and counted once a second person has confirmed it. */
export async function enterMoney(ctx: Ctx, { thing }: Promoting, text: string): Promise<Outcome> {
  const { store, program, person } = ctx;
  const permission = may(person, 'enter-money', thing);
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const read = readMoneyLine(text, ctx.today);
  if ('fault' in read) return moneyRefusal(ctx, read.fault);
  const { code, on, inAll, amount, ...money } = read.money;
  // The office enters for all of the plan's projects, whosever they are.
  const project = (await store.names(program)).byCode.get(code);
  if (project === undefined) return moneyRefusal(ctx, 'project');
  const result = await store.transaction(async (tx): Promise<Money | { readonly twice: Money } | 'no-increase'> => {
    const done = await tx.once(ctx, () => tx.promotionMoney.byCause(program.id, ctx.cause));
    if (done) return done;
    await tx.promotionMoney.lockProjects([project.id]);
    const twice = await tx.promotionMoney.byVoucher(program.id, money.voucher);
    if (twice !== null) return { twice };
    const before = await tx.promotionMoney.ofProject(program.id, money.kind, project.id);
    const adds = incrementOf({ amount, inAll }, before);
    if (adds <= 0) return 'no-increase';
    const kept = await tx.promotionMoney.enter({
      ...money,
      amount: adds,
      inAll: inAll ? amount : null,
      on: on ?? ctx.today,
      projectId: project.id,
      programId: program.id,
      enteredById: person.id,
      correctsId: null,
      at: ctx.now,
      cause: ctx.cause,
    });
    if (kept === null) {
      const first = await tx.promotionMoney.byVoucher(program.id, money.voucher);
      if (first === null) throw new Error(`voucher ${money.voucher} was not kept`);
      return { twice: first };
    }
    await logMoney(ctx, tx, kept, 'money-entered');
    return kept;
  });
  if (result === 'no-increase') return refusal(ctx, 'noIncrease');
  if ('twice' in result) return twiceRefusal(ctx, result.twice);
  return { kind: 'say', message: enteredMessage(ctx, await seenMoney(ctx, result)) };
}

/** The second person's press: from now on it counts. */
export const confirmMoney = (ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> => decide(ctx, id, null);

/** Opens the form that asks why it goes back. */
export async function openReturn(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const found = await confirmable(ctx, id);
  return 'kind' in found && 'refusal' in found ? found : returnForm(ctx, id);
}

export async function returnMoney(
  ctx: Ctx,
  { id }: { readonly id: number },
  { reason }: { readonly reason: string | null },
): Promise<Outcome> {
  if (reason === null || reason.length > LONGEST_REASON)
    return { kind: 'errors', errors: { reason: excuseFaults(ctx, LONGEST_REASON) } };
  return decide(ctx, id, reason);
}

async function decide(ctx: Ctx, id: number, returned: string | null): Promise<Outcome> {
  const found = await confirmable(ctx, id);
  if ('refusal' in found) return found;
  const { program, person, now } = ctx;
  await ctx.store.transaction(async (tx) => {
    if (!(await tx.promotionMoney.decide(program.id, found, { personId: person.id, at: now, returned }))) return;
    await logMoney(ctx, tx, found, returned === null ? 'money-confirmed' : 'money-returned');
  });
  const money = await ctx.store.promotionMoney.byId(program.id, id);
  if (money === null) return refusal(ctx, 'gone');
  // Somebody was first: how it stands is said, whoever pressed.
  const seen = await seenMoney(ctx, money);
  const message = money.standing === 'confirmed' ? confirmedMessage(ctx, seen) : returnedMessage(ctx, seen);
  return returned === null ? { kind: 'replace', message } : { kind: 'say', message };
}

async function confirmable(ctx: Ctx, id: number): Promise<Money | Refused> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const money = await ctx.store.promotionMoney.byId(ctx.program.id, id);
  if (money === null) return refusal(ctx, 'gone');
  const permission = may(ctx.person, 'confirm-money', { ...promoting.thing, enteredById: money.enteredById });
  return permission.allowed ? money : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}

/** Money with its effect on its goal: what is confirmed without it, and the target. */
export async function seenMoney(ctx: Pick<Ctx, 'store' | 'program' | 'now'>, money: Money): Promise<SeenMoney> {
  const { store, program, now } = ctx;
  const sum = await store.promotionMoney.confirmedSum(program.id, money.kind);
  const goals = await store.facts.goals(program.id, { moment: now, knownAt: now });
  const goal = goals.find(({ rule }) => rule.by === 'recorded' && rule.from === money.kind);
  const people = await store.people.contacts(program.workspaceId, [money.enteredById]);
  const corrects = money.correctsId === null ? null : await store.promotionMoney.byId(program.id, money.correctsId);
  // Of one kind alone: what is corrected from yuan to dollars leaves the one sum and enters the other.
  const was = corrects !== null && corrects.kind === money.kind ? corrects.amount : 0;
  const [before, after] =
    money.standing === 'confirmed' ? [sumOf([sum, was, -money.amount]), sum] : [sum, sumOf([sum, -was, money.amount])];
  return {
    money,
    enteredBy: people.get(money.enteredById) ?? null,
    corrects,
    before,
    after,
    target: goal?.target ?? null,
  };
}

/** What was done about money, in the log. */
export const logMoney = (ctx: Ctx, tx: Transaction, money: Money, action: string): Promise<void> =>
  tx.activity.add([moneyAct(ctx, money, action)]);

export const moneyAct = (ctx: Ctx, money: Money, action: string): Act => ({
  workspaceId: ctx.program.workspaceId,
  programId: ctx.program.id,
  at: ctx.now,
  personId: ctx.person.id,
  action,
  thing: 'promotion-money',
  thingId: money.id,
  after: {
    voucher: money.voucher,
    kind: money.kind,
    amount: money.amount,
    project: money.code,
    on: money.on,
    ...(money.correctsId === null ? {} : { corrects: money.correctsId }),
  },
  cause: ctx.cause,
});
