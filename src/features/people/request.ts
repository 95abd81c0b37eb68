import { nearestNames } from '../../domain/near-name.js';
import type { JobCtx, UnlinkedCtx } from '../../feature.js';
import type { AccountRequest } from '../../store/account-requests.js';
import type { Transaction } from '../../store/index.js';
import { readAsked } from './asked-in.js';
import { requestMessage } from './messages/request.js';
import type { SeenRequest } from './model.js';

/** As many names as fit a row of buttons. */
const MOST_NEAR = 3;

type Acting = Pick<JobCtx, 'program' | 'now' | 'calendar' | 'cause'>;

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

const keyOf = (request: AccountRequest, coordinatorId: number) => `account-request:${request.id}:${coordinatorId}`;

/** One message a coordinator; once it was decided, in place of the question. */
export async function tellCoordinators(ctx: Acting, tx: Transaction, request: AccountRequest): Promise<void> {
  const { program } = ctx;
  const seen = await seeRequest(tx, program.id, request);
  const coordinators = await tx.people.coordinators(program.id);
  const known = await tx.posts.idsOf(
    program.workspaceId,
    coordinators.map((each) => keyOf(request, each.id)),
  );
  const notices = coordinators.flatMap(({ id, slackUserId, language }) => {
    const dedupeKey = keyOf(request, id);
    // Of what was decided before they were told they hear nothing.
    if (slackUserId === null || (request.decidedAt !== null && !known.has(dedupeKey))) return [];
    return [{ to: slackUserId, dedupeKey, message: requestMessage(seen, language) }];
  });
  await tx.notifyAll(ctx, notices);
}

/** Somebody who had asked got in by a code: nobody has to decide any more. */
export async function closeRequestOf(
  ctx: UnlinkedCtx,
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
