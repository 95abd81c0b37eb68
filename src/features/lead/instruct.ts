import { nextLoudMoment } from '../../domain/obstacle.js';
import { denialWords } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import { sayInThreads } from '../project/door.js';
import { leadable } from './find.js';
import {
  deniedRefusal,
  instructedMessage,
  instructionForm,
  instructionLine,
  unknownRefusal,
} from './messages/instruct.js';

/** The form of an instruction, to who may give one. */
export async function openInstruction(ctx: Ctx, { project: id }: { readonly project: number }): Promise<Outcome> {
  const found = await leadable(ctx, 'instruct', id);
  if (found === null) return unknownRefusal(ctx);
  if (found.denied !== null) return deniedRefusal(ctx, denialWords(found.denied, ctx.language));
  return { kind: 'view', view: instructionForm(ctx, found.project) };
}

/** Keeps what a leader says about a project: on its card for good, in its thread now. */
export async function submitInstruction(
  ctx: Ctx,
  { project: id }: { readonly project: number },
  { text }: { readonly text: string | null },
): Promise<Outcome> {
  const found = await leadable(ctx, 'instruct', id);
  if (found === null) return unknownRefusal(ctx);
  if (found.denied !== null) return deniedRefusal(ctx, denialWords(found.denied, ctx.language));
  if (text === null) return deniedRefusal(ctx, null);
  const { program, now, person } = ctx;
  const { quietFrom, quietTo } = program.policy.prompts;
  const loud = nextLoudMoment({ now, quietFrom, quietTo, calendar: ctx.calendar, timeZone: program.timeZone }) === null;
  const kept = await ctx.store.transaction(async (tx) => {
    if (await tx.once(ctx)) return tx.instructions.idOf(program.id, ctx.cause);
    const { ownerId } = found.project;
    const owner =
      ownerId === null ? undefined : (await tx.people.contacts(program.workspaceId, [ownerId])).get(ownerId);
    const cause = ctx.cause;
    await tx.instructions.add({
      programId: program.id,
      projectId: id,
      obstacleId: null,
      personId: person.id,
      text,
      at: now,
      cause,
    });
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: now,
        personId: person.id,
        action: 'instruct',
        thing: 'project',
        thingId: id,
        after: { text },
        cause,
      },
    ]);
    const mention = loud ? (owner?.slackUserId ?? null) : null;
    await sayInThreads(ctx, tx, [{ projectId: id, say: (language) => instructionLine(ctx, text, mention, language) }]);
    return tx.instructions.idOf(program.id, cause);
  });
  return { kind: 'say', message: instructedMessage(ctx, found.project, { id: kept, text }) };
}
