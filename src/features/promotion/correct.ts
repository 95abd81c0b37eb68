import { denialWords, may } from '../../domain/permission.js';
import { incrementOf, type ReadCorrection, readCorrectionLine } from '../../domain/promotion/money.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Money } from '../../store/promotion-money.js';
import type { Promoting } from './context.js';
import { enteredMessage } from './messages/money.js';
import { correctionRefusal, deniedRefusal, moneyRefusal, refusal } from './messages/refusals.js';
import type { NotCorrected } from './model.js';
import { logMoney, seenMoney } from './money.js';

/**
 * A line that says what is right about a voucher that was wrong, or that it is void. It stands beside the voucher, which counts
 * as before, until a second person has confirmed it; digests of days before say what they said.
 */
export async function correctMoney(ctx: Ctx, { thing }: Promoting, text: string): Promise<Outcome> {
  const { store, program, person } = ctx;
  const permission = may(person, 'enter-money', thing);
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const read = readCorrectionLine(text, ctx.today);
  if ('fault' in read) return read.fault === 'change' ? refusal(ctx, 'noChange') : moneyRefusal(ctx, read.fault);
  const code = 'code' in read.correction ? read.correction.code : null;
  const project = code === null ? null : ((await store.names(program)).byCode.get(code)?.id ?? 'unknown');
  if (project === 'unknown') return moneyRefusal(ctx, 'project');
  const result = await store.transaction(async (tx): Promise<Money | NotCorrected | 'no-increase'> => {
    const done = await tx.once(ctx, () => tx.promotionMoney.byCause(program.id, ctx.cause));
    if (done) return done;
    const { voucher } = read.correction;
    const wrong = await tx.promotionMoney.byVoucher(program.id, voucher);
    if (wrong === null) return { because: 'unknown', voucher };
    if (wrong.standing === 'entered') return { because: 'entered', money: wrong };
    await tx.promotionMoney.lockProjects([wrong.projectId]);
    const right = await corrected(tx, ctx, wrong, read.correction, project);
    if (right === 'no-increase') return right;
    if (isSame(wrong, right)) return { because: 'same', money: wrong };
    const kept = await tx.promotionMoney.enter({
      ...right,
      voucher,
      programId: program.id,
      enteredById: person.id,
      correctsId: wrong.id,
      at: ctx.now,
      cause: ctx.cause,
    });
    if (kept === null)
      return { because: 'waits', money: (await tx.promotionMoney.correcting(program.id, wrong.id)) ?? wrong };
    await logMoney(ctx, tx, kept, 'money-corrected');
    return kept;
  });
  if (result === 'no-increase') return refusal(ctx, 'noIncrease');
  if ('because' in result) return correctionRefusal(ctx, result);
  return { kind: 'say', message: enteredMessage(ctx, await seenMoney(ctx, result)) };
}

type Stated = Pick<Money, 'kind' | 'amount' | 'inAll' | 'projectId' | 'on'>;

/** The voucher with what the line changes of it. */
async function corrected(
  tx: Transaction,
  { program }: Ctx,
  wrong: Money,
  correction: ReadCorrection,
  projectId: number | null,
): Promise<Stated | 'no-increase'> {
  if (correction.void) return { ...statedOf(wrong), amount: 0, inAll: null };
  const { money, inAll, on } = correction;
  const place = { projectId: projectId ?? wrong.projectId, on: on ?? wrong.on };
  // What is stated in all counts by what it adds to the others of its project: of another project it would add something else.
  const stated = money === null && wrong.inAll !== null ? { kind: wrong.kind, amount: wrong.inAll } : money;
  if (stated === null) return { ...statedOf(wrong), ...place };
  const all = money === null || inAll;
  const before = await tx.promotionMoney.ofProject(program.id, stated.kind, place.projectId, wrong.id);
  const adds = incrementOf({ amount: stated.amount, inAll: all }, before);
  if (adds <= 0) return 'no-increase';
  return { ...place, kind: stated.kind, amount: adds, inAll: all ? stated.amount : null };
}

const statedOf = ({ kind, amount, inAll, projectId, on }: Money): Stated => ({ kind, amount, inAll, projectId, on });

const isSame = (one: Stated, other: Stated): boolean =>
  one.kind === other.kind &&
  one.amount === other.amount &&
  one.inAll === other.inAll &&
  one.projectId === other.projectId &&
  one.on === other.on;
