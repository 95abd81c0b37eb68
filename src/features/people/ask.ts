import { nextLoudMoment } from '../../domain/obstacle/quiet.js';
import type { Ctx, JobCtx, Outcome, UnlinkedCtx } from '../../feature.js';
import { writeAsked } from './asked-in.js';
import { askedMessage, memberMessage } from './messages/ask.js';
import type { Asked, AskedIn } from './model.js';
import { tellCoordinators } from './request.js';

/** Of somebody who is on the list: there is nothing to ask for. */
export const onTheList = async ({ person, language }: Ctx): Promise<Outcome> => ({
  kind: 'say',
  message: memberMessage(person, language),
});

type Fields = { readonly name: string | null; readonly unit: string | null; readonly words: string | null };

/** The form of somebody who is not. */
export async function ask(ctx: UnlinkedCtx, _: unknown, { name, unit, words }: Fields): Promise<Outcome> {
  const asked = await askIn(ctx, { name: name ?? '', unit: unit ?? '', words: words ?? '' });
  return { kind: 'say', message: askedMessage(asked, ctx.language) };
}

/** Who was refused may ask again after this long. */
const REFUSED_MS = 24 * 3_600_000;

/** Asks the coordinators to be let in; one open request an account. */
export async function askIn(ctx: UnlinkedCtx, said: Omit<AskedIn, 'account' | 'language'>): Promise<Asked> {
  const { program, account } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  const tellAt = nextLoudMoment({ ...ctx, quietFrom, quietTo, timeZone: program.timeZone });
  return ctx.store.transaction(async (tx): Promise<Asked> => {
    await tx.programs.touch(program.id);
    const newest = await tx.accountRequests.newestOf(program.id, account.id);
    if (newest && newest.decidedAt === null) return { kind: ctx.retried ? 'asked' : 'waiting' };
    if (newest?.decidedAt && newest.personId === null && ctx.now - newest.decidedAt < REFUSED_MS)
      return { kind: 'refused-lately' };
    const request = await tx.accountRequests.add({
      workspaceId: program.workspaceId,
      programId: program.id,
      slackUserId: account.id,
      said: writeAsked({ ...said, account: account.name, language: ctx.language }),
      at: ctx.now,
      tellAt,
      cause: ctx.cause,
    });
    if (tellAt === null) await tellCoordinators(ctx, tx, request);
    return { kind: 'asked' };
  });
}

/** Coordinators hear of requests that came in quiet hours when those are over. */
export async function tellUntold(ctx: JobCtx): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    for (const request of await tx.accountRequests.takeUntold(ctx.program.id, ctx.now))
      if (request.decidedAt === null) await tellCoordinators(ctx, tx, request);
  });
}
