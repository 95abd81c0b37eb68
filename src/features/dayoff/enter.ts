import { afterMorning } from '../../domain/after-morning.js';
import type { LocalDay } from '../../domain/day.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { EnteredLeave } from '../../store/leaves.js';
import { fallDueNow, rescheduleHeldBy } from '../obstacle/door.js';
import { tellDelegate } from './delegate.js';
import { dependents, entry, log } from './entry.js';
import { readLeaveLine } from './line.js';
import { enteredMessage } from './messages/entered.js';
import { faults, refusal, refusedWords, unread } from './messages/refusals.js';
import type { Entered, LeaveRefused } from './model.js';

type EnterResult =
  | { readonly kind: 'entered'; readonly entered: Entered }
  | { readonly kind: 'refused'; readonly because: LeaveRefused }
  | { readonly kind: 'denied'; readonly why: string };

/** `/dayoff 5月6日-9日 代理 韩振国` */
export async function enterByLine(ctx: Ctx, text: string): Promise<Outcome> {
  const read = readLeaveLine(text, await ctx.store.people.ofProgram(ctx.program.id), ctx.today);
  if ('fault' in read) return { kind: 'refuse', refusal: unread(ctx.language) };
  const { personId, ...rest } = read.leave;
  return answer(ctx, await enterLeave(ctx, { ...rest, personId: personId ?? ctx.person.id }));
}

type Fields = {
  readonly from: LocalDay | null;
  readonly to: LocalDay | null;
  /** By their Slack accounts. */
  readonly person: string | null;
  readonly delegate: string | null;
};

/** The form as it was sent: what is wrong is said at its field, and what was typed stays. */
export async function enterByForm(ctx: Ctx, _: unknown, { from, to, person, delegate }: Fields): Promise<Outcome> {
  const say = faults(ctx.language);
  const wrong = (errors: Readonly<Record<string, string>>): Outcome => ({ kind: 'errors', errors });
  if (from === null) return wrong({ from: say.days });
  if (to === null) return wrong({ to: say.days });
  const people = await ctx.store.people.ofProgram(ctx.program.id);
  const idOf = (account: string) => people.find((each) => each.slackUserId === account)?.id;
  const personId = person === null ? ctx.person.id : idOf(person);
  const delegateId = delegate === null ? null : idOf(delegate);
  if (personId === undefined) return wrong({ person: say.stranger });
  if (delegateId === undefined) return wrong({ delegate: say.stranger });
  const result = await enterLeave(ctx, { personId, delegateId, from, to });
  if (result.kind !== 'refused') return answer(ctx, result);
  const field = { order: 'to', past: 'to', self: 'delegate', stranger: 'delegate' }[result.because];
  return wrong({ [field]: refusedWords(result.because, ctx.language) });
}

function answer(ctx: Ctx, result: EnterResult): Outcome {
  switch (result.kind) {
    case 'entered':
      return { kind: 'say', message: enteredMessage(result.entered, ctx.language, ctx.program.year) };
    case 'denied':
      return refusal(result.why, ctx.language);
    case 'refused':
      return refusal(refusedWords(result.because, ctx.language), ctx.language);
  }
}

type WantedLeave = {
  readonly personId: number;
  readonly delegateId: number | null;
  readonly from: LocalDay;
  readonly to: LocalDay;
};

/** Enters a leave, one's own or, by a coordinator, another's; what waits on the person is looked at anew at once. */
async function enterLeave(ctx: Ctx, wanted: WantedLeave): Promise<EnterResult> {
  const { program } = ctx;
  const permission = may(ctx.person, 'enter-leave', { programId: program.id, personId: wanted.personId, unitIds: [] });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  if (wanted.to < wanted.from) return { kind: 'refused', because: 'order' };
  if (wanted.to < ctx.today) return { kind: 'refused', because: 'past' };
  if (wanted.delegateId === wanted.personId) return { kind: 'refused', because: 'self' };
  const known = new Set((await ctx.store.people.ofProgram(program.id)).map((each) => each.id));
  if (!known.has(wanted.personId) || (wanted.delegateId !== null && !known.has(wanted.delegateId)))
    return { kind: 'refused', because: 'stranger' };

  const tellAt = afterMorning(ctx);
  const { entered, affected } = await ctx.store.transaction(async (tx) => {
    const again = ctx.retried ? await tx.leaves.byCause(program.id, ctx.cause) : null;
    const id =
      again?.id ??
      (await tx.leaves.add({
        ...wanted,
        programId: program.id,
        byId: ctx.person.id,
        at: ctx.now,
        cause: ctx.cause,
        tellAt: wanted.delegateId === null ? null : tellAt,
      }));
    const leave: EnteredLeave = again ?? { ...wanted, id, byId: ctx.person.id };
    if (!again) await log(ctx, tx, 'leave-entered', leave);
    const held = await rescheduleHeldBy(ctx, tx, await dependents(ctx, tx, leave.personId));
    if (!again && tellAt === null) await tellDelegate(ctx, tx, leave);
    return { entered: await entry(ctx, tx, leave), affected: held };
  });
  await fallDueNow(ctx, affected);
  return { kind: 'entered', entered };
}
