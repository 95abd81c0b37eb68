import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import { flaggedOutcome, flaggingOf, flagObstacle } from '../obstacle/door.js';
import type { Proposal } from './ids.js';
import { decidedMessage, shackleText } from './messages/proposal.js';
import { deniedRefusal, goneRefusal } from './messages/refusals.js';
import { tripProposals } from './see.js';

/** The coordinator's press: the procedure is a rule to be changed. A shackle is filed with the newest of the projects that went. */
export async function raiseShackle(ctx: Ctx, proposal: Proposal): Promise<Outcome> {
  const denied = deniedJudge(ctx);
  if (denied !== null) return denied;
  const { store, program } = ctx;
  const open = (await tripProposals(ctx)).find((each) => isOne(each, proposal));
  if (open === undefined && !ctx.retried) return { kind: 'say', message: decidedMessage(ctx, proposal) };
  const projectId = await store.trips.newestOften(program.id, proposal.procedure, proposal.month);
  if (projectId === null) return goneRefusal(ctx);
  const text = shackleText(ctx, { ...proposal, answers: open?.answers ?? 0 });
  const of = flaggingOf(text, { projectId, milestoneId: null, since: ctx.today });
  const flagged = await flagObstacle(ctx, { ...of, kind: 'shackle', matter: 'approval' }, true);
  if (flagged.kind !== 'flagged') return goneRefusal(ctx);
  await decide(ctx, proposal);
  return flaggedOutcome(ctx, flagged.obstacle);
}

/** Not proposed again for this month. */
export async function dismissProposal(ctx: Ctx, proposal: Proposal): Promise<Outcome> {
  const denied = deniedJudge(ctx);
  if (denied !== null) return denied;
  await decide(ctx, proposal);
  return inItsPlace({ kind: 'say', message: decidedMessage(ctx, proposal) });
}

const isOne = (one: Proposal, other: Proposal): boolean =>
  one.procedure === other.procedure && one.month === other.month;

async function decide({ store, program, person, now: at, cause }: Ctx, proposal: Proposal): Promise<void> {
  await store.transaction(async (tx) => {
    if (!(await tx.trips.decide({ ...proposal, programId: program.id, personId: person.id, at }))) return;
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at,
        personId: person.id,
        action: 'trips-judged',
        thing: 'trip-proposal',
        thingId: null,
        after: proposal,
        cause: `${cause}:trips`,
      },
    ]);
  });
}

function deniedJudge(ctx: Ctx): Outcome | null {
  const permission = may(ctx.person, 'judge-trips', { programId: ctx.program.id });
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}
