import type { Ctx, Outcome } from '../../feature.js';
import type { AccountRequest } from '../../store/account-requests.js';
import type { Transaction } from '../../store/index.js';
import { readAsked } from './asked-in.js';
import { refusedTo, whyNot } from './denied.js';
import { doneBefore, logPeople } from './log.js';
import { decidedMessage, refuseForm, tieForm } from './messages/decide.js';
import { chooseOne, deniedRefusal } from './messages/refusals.js';
import { answerMessage, requestMessage } from './messages/request.js';
import type { Decided, SeenRequest } from './model.js';
import { seeRequest, tellCoordinators } from './request.js';
import { tieAccount } from './tie.js';

type OfRequest = { readonly request: number };

/** A coordinator presses the name of who it is: the request's own message says what came of it. */
export async function tieNamed(
  ctx: Ctx,
  { request, person }: OfRequest & { readonly person: number },
): Promise<Outcome> {
  const decided = await decideRequest(ctx, request, { person });
  if (decided.kind === 'decided') return { kind: 'replace', message: requestMessage(decided.seen, ctx.language) };
  return answer(ctx, decided);
}

export const openTie = async (ctx: Ctx, { request }: OfRequest): Promise<Outcome> =>
  refusedTo(ctx, 'tie-account') ?? tieForm(ctx, request);

export async function tieChosen(
  ctx: Ctx,
  { request }: OfRequest,
  { person }: { readonly person: number | null },
): Promise<Outcome> {
  if (person === null) return chooseOne('person', ctx.language);
  return answer(ctx, await decideRequest(ctx, request, { person }));
}

export const openRefuse = async (ctx: Ctx, { request }: OfRequest): Promise<Outcome> =>
  refusedTo(ctx, 'tie-account') ?? refuseForm(ctx, request);

export const refuseRequest = async (
  ctx: Ctx,
  { request }: OfRequest,
  { why }: { readonly why: string | null },
): Promise<Outcome> => answer(ctx, await decideRequest(ctx, request, { refused: why ?? '' }));

const answer = ({ language }: Ctx, decided: Decided): Outcome =>
  decided.kind === 'denied'
    ? deniedRefusal(decided, language)
    : { kind: 'say', message: decidedMessage(decided, language) };

/** Who it is, or why they were refused. */
type Decision = { readonly person: number } | { readonly refused: string };

/** A coordinator says who it is, or that it is nobody. Whoever comes second hears what the first one said. */
export async function decideRequest(ctx: Ctx, id: number, decision: Decision): Promise<Decided> {
  const denied = whyNot(ctx, 'tie-account');
  if (denied) return denied;
  return ctx.store.transaction((tx) => decideWithin(ctx, tx, id, decision));
}

export async function decideWithin(ctx: Ctx, tx: Transaction, id: number, decision: Decision): Promise<Decided> {
  const { program } = ctx;
  const request = await tx.accountRequests.lock(program.id, id);
  if (!request) return { kind: 'gone' };
  if (request.decidedAt !== null) {
    const kind = ctx.retried && request.decidedById === ctx.person.id ? 'decided' : 'already';
    return { kind, seen: await seeRequest(tx, program.id, request) };
  }
  if (await doneBefore(ctx, tx)) return { kind: 'decided', seen: await seeRequest(tx, program.id, request) };
  const { language } = readAsked(request.said);
  if ('person' in decision) {
    const account = { id: request.slackUserId, language };
    const tied = await tieAccount(ctx, tx, decision.person, account, ctx.person.id, 'request');
    if (tied !== 'tied') return { kind: tied };
    return { kind: 'decided', seen: await finishRequest(ctx, tx, request, decision.person, '') };
  }
  await logPeople(ctx, tx, ctx.person.id, [
    {
      action: 'refuse-account',
      thing: 'account',
      thingId: request.id,
      after: { account: request.slackUserId, why: decision.refused },
    },
  ]);
  return { kind: 'decided', seen: await finishRequest(ctx, tx, request, null, decision.refused) };
}

async function finishRequest(
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
  await tx.notify(ctx, {
    to: request.slackUserId,
    dedupeKey: `account-answer:${request.id}`,
    message: answerMessage(seen, why, seen.asked.language),
  });
  return seen;
}
