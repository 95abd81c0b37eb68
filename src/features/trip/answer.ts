import { denialWords } from '../../domain/permission.js';
import { tripRuleOf } from '../../domain/promotion/policy.js';
import type { Ctx, Outcome } from '../../feature.js';
import { keptMessage, mayState } from '../progress/door.js';
import type { TripPress } from './ids.js';
import { tripKey } from './messages/question.js';
import { deniedRefusal, goneRefusal } from './messages/refusals.js';

/** How often somebody went for an approval that is done; pressed again elsewhere, the last one holds. */
export async function answerTrips(ctx: Ctx, { project: id, step, trips, cause }: TripPress): Promise<Outcome> {
  const { program, store, person } = ctx;
  const names = (await store.names(program)).byId;
  const project = names.get(id);
  const milestone = project?.milestones.find(({ name }) => name === step);
  if (project === undefined || milestone === undefined) return goneRefusal(ctx);
  const permission = mayState(ctx, { project, milestone });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const kept = await store.reports.statedBy(program.id, cause);
  if (!tripRuleOf(program)?.procedures.includes(step)) return goneRefusal(ctx);
  const ended = kept.some((each) => each.projectId === id && each.milestone === step && each.percent === 100);
  if (!ended) return goneRefusal(ctx);
  await store.transaction(async (tx) => {
    if (await tx.once(ctx)) return;
    await tx.trips.answer({
      programId: program.id,
      milestoneId: milestone.id,
      projectId: id,
      procedure: step,
      trips,
      onDay: ctx.today,
      personId: person.id,
      at: ctx.now,
    });
    // What the list by procedure is computed from again; who answered stands in no list, the log's own among them.
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: ctx.now,
        personId: null,
        action: 'trip-answered',
        thing: 'trip',
        thingId: milestone.id,
        after: { procedure: step, trips },
        cause: ctx.cause,
      },
    ]);
  });
  const steps = kept.flatMap((each) => {
    const of = (names.get(each.projectId)?.milestones ?? []).find(({ name }) => name === each.milestone);
    return of === undefined ? [] : [of.id];
  });
  const answers = await store.trips.of(steps);
  const told = new Map(answers.map((each) => [tripKey(each.projectId, each.procedure), each.trips]));
  return { kind: 'replace', message: keptMessage(kept, cause, ctx, null, told) };
}
