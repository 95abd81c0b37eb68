import { nearestNames } from '../../../domain/near-name.js';
import { nextLoudMoment } from '../../../domain/obstacle/quiet.js';
import { denialWords, may } from '../../../domain/permission.js';
import type { Ctx, JobCtx, StrangerCtx } from '../../../feature.js';
import type { AccountRequest } from '../../../store/account-requests.js';
import type { NotTied } from '../../../store/accounts.js';
import type { Transaction } from '../../../store/index.js';
import type { Listed } from '../../../store/roster.js';
import { type AskedIn, readAsked, writeAsked } from '../said.js';
import { answerMessage, requestMessage } from '../view/request.js';
import { doneBefore, logPeople } from './log.js';
import { tieAccount } from './tie.js';

/** Who was refused may ask again after this long. */
const REFUSED_MS = 24 * 3_600_000;
/** As many names as fit a row of buttons. */
const MOST_NEAR = 3;

export type Asked = { readonly kind: 'asked' | 'waiting' | 'refused-lately' };

/** A request as coordinators see it. */
export type SeenRequest = {
  readonly request: AccountRequest;
  readonly asked: AskedIn;
  /** Who may be meant: people without an account. */
  readonly near: readonly Listed[];
  readonly decidedBy: Listed | null;
  readonly person: Listed | null;
};

type Acting = Pick<JobCtx, 'program' | 'now' | 'calendar' | 'cause'>;

/** Asks the coordinators to be let in; one open request an account. */
export async function askIn(ctx: StrangerCtx, said: Omit<AskedIn, 'account' | 'language'>): Promise<Asked> {
  const { program, account } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  const tellAt = nextLoudMoment({ ...ctx, quietFrom, quietTo, timeZone: program.timeZone });
  return ctx.store.transaction(async (tx): Promise<Asked> => {
    await tx.programs.touch(program.id);
    const newest = await tx.accountRequests.newestOf(program.id, account.id);
    if (newest && newest.decidedAt === null) return { kind: ctx.again ? 'asked' : 'waiting' };
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

export async function seeRequest(
  tx: Pick<Transaction, 'roster'>,
  programId: number,
  request: AccountRequest,
): Promise<SeenRequest> {
  const people = await tx.roster.all(programId);
  const asked = readAsked(request.said);
  const untied = people.filter((each) => each.slackUserId === null && each.duties.length > 0);
  const near = [...new Set([asked.name, asked.account].flatMap((name) => nearestNames(name, untied, MOST_NEAR)))];
  const find = (id: number | null) => people.find((each) => each.id === id) ?? null;
  return {
    request,
    asked,
    near: near.slice(0, MOST_NEAR),
    decidedBy: find(request.decidedById),
    person: find(request.personId),
  };
}

const subjectOf = (request: AccountRequest, coordinatorId: number) => `account-request:${request.id}:${coordinatorId}`;

/** One message a coordinator; once it was decided, in place of the question. */
async function tellCoordinators(ctx: Acting, tx: Transaction, request: AccountRequest): Promise<void> {
  const { program } = ctx;
  const seen = await seeRequest(tx, program.id, request);
  const coordinators = await tx.people.coordinators(program.id);
  const known = await tx.posts.idsOf(
    program.workspaceId,
    coordinators.map((each) => subjectOf(request, each.id)),
  );
  const posts = coordinators.flatMap((each) => {
    const subject = subjectOf(request, each.id);
    // Of what was decided before they were told they hear nothing.
    if (each.slackUserId === null || (request.decidedAt !== null && !known.has(subject))) return [];
    return [
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        channelId: each.slackUserId,
        subject,
        body: requestMessage(seen, each.language),
        at: ctx.now,
      },
    ];
  });
  await tx.posts.writeAll(posts);
  for (const { channelId } of posts) tx.deliver(channelId);
}

export type Decided =
  | { readonly kind: 'decided' | 'already'; readonly seen: SeenRequest }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: NotTied };

export type Decision = { readonly person: number } | { readonly refused: string };

/** A coordinator says who it is, or that it is nobody. Whoever comes second hears what the first one said. */
export async function decideRequest(ctx: Ctx, id: number, decision: Decision): Promise<Decided> {
  const { program } = ctx;
  const permission = may(ctx.person, 'tie-account', { programId: program.id });
  if (!permission.allowed) return { kind: 'denied', why: denialWords(permission.denied, ctx.language) };
  return ctx.store.transaction((tx) => decideWithin(ctx, tx, id, decision));
}

export async function decideWithin(ctx: Ctx, tx: Transaction, id: number, decision: Decision): Promise<Decided> {
  const { program } = ctx;
  const request = await tx.accountRequests.lock(program.id, id);
  if (!request) return { kind: 'gone' };
  if (request.decidedAt !== null) {
    const kind = ctx.again && request.decidedById === ctx.person.id ? 'decided' : 'already';
    return { kind, seen: await seeRequest(tx, program.id, request) };
  }
  if (await doneBefore(ctx, tx)) return { kind: 'decided', seen: await seeRequest(tx, program.id, request) };
  const { language } = readAsked(request.said);
  if ('person' in decision) {
    const account = { id: request.slackUserId, language };
    const tied = await tieAccount(ctx, tx, decision.person, account, ctx.person.id, 'request');
    if (tied !== 'tied') return { kind: tied };
    return { kind: 'decided', seen: await settle(ctx, tx, request, decision.person, '') };
  }
  await logPeople(ctx, tx, ctx.person.id, [
    {
      action: 'refuse-account',
      thing: 'account',
      thingId: request.id,
      after: { account: request.slackUserId, why: decision.refused },
    },
  ]);
  return { kind: 'decided', seen: await settle(ctx, tx, request, null, decision.refused) };
}

/** Somebody who had asked got in by a code: nobody has to decide any more. */
export async function settleRequestOf(
  ctx: StrangerCtx,
  tx: Transaction,
  slackUserId: string,
  personId: number,
): Promise<void> {
  const newest = await tx.accountRequests.newestOf(ctx.program.id, slackUserId);
  if (!newest || newest.decidedAt !== null) return;
  const decided = { byId: personId, personId, at: ctx.now };
  await tx.accountRequests.decide(newest.id, decided);
  await tellCoordinators(ctx, tx, { ...newest, decidedById: personId, personId, decidedAt: ctx.now });
}

async function settle(
  ctx: Ctx,
  tx: Transaction,
  request: AccountRequest,
  personId: number | null,
  why: string,
): Promise<SeenRequest> {
  const { program } = ctx;
  const byId = ctx.person.id;
  await tx.accountRequests.decide(request.id, { byId, personId, at: ctx.now });
  const decided = { ...request, decidedById: byId, personId, decidedAt: ctx.now };
  await tellCoordinators(ctx, tx, decided);
  const seen = await seeRequest(tx, program.id, decided);
  await tx.posts.write({
    workspaceId: program.workspaceId,
    programId: program.id,
    channelId: request.slackUserId,
    subject: `account-answer:${request.id}`,
    body: answerMessage(seen, why, seen.asked.language),
    at: ctx.now,
  });
  tx.deliver(request.slackUserId);
  return seen;
}
