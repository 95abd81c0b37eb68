import type { z } from 'zod';
import { kindOf, matterOf } from '../../domain/matter.js';
import {
  complete,
  type LineContext,
  type ObstacleLine,
  type PartialLine,
  type Understanding,
  understandLine,
} from '../../domain/report-line.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Names } from '../../store/names.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { once, remember } from '../conversation/door.js';
import { lineContext, namesCode, seenCodes, withoutUnseen } from '../project/door.js';
import { flagObstacle } from './flag.js';
import type { ids } from './ids.js';
import { LONGEST_LINE, readReference, readUrgent, withUrgent } from './line-marks.js';
import { flaggedMessage } from './messages/flagged.js';
import { handedOnMessage } from './messages/handed-on.js';
import { alikeMessage, askMessage, candidatesOf, carried, offerMessage } from './messages/questions.js';
import { deniedRefusal, intakeRefusal, misreadRefusal, tooLongRefusal, unknownRefusal } from './messages/refusals.js';
import { blockedMilestone } from './milestone.js';
import type { Flagging, Line } from './model.js';
import { seeObstacle } from './see.js';

/** Understands a line and files what it tells. `anyway`: also where it says the same as an open one. */
export async function flagLine(ctx: Ctx, line: Line, anyway = false): Promise<Outcome> {
  if (line.text.length > LONGEST_LINE) return tooLongRefusal(ctx);
  const names = await ctx.store.names(ctx.program);
  const understood = understandLine(readUrgent(line.text).text, names.ledger, obstacleContext(ctx, names, line.thread));
  return fileUnderstood(ctx, line, names, understood, anyway);
}

/** Goes on with a line about which something was asked, now that a candidate was pressed. */
export const chooseCandidate = (ctx: Ctx, { asked, line, ...chosen }: Pressed): Promise<Outcome> =>
  once(ctx, asked, async () => {
    const text = line.text ?? withUrgent(chosen.partial.text, line.urgent ?? null);
    return inItsPlace(await answer(ctx, { ...chosen, line: { thread: line.thread, files: line.files, text } }));
  });

type Pressed = z.infer<typeof ids.choose.value>;

type Chosen = { readonly partial: PartialLine; readonly choice: string; readonly line: Line };

/** The same of an answer that was typed. */
export async function answer(ctx: Ctx, { partial, choice, line }: Chosen): Promise<Outcome> {
  const names = await ctx.store.names(ctx.program);
  const understood = complete(partial, choice, names.ledger, obstacleContext(ctx, names, line.thread));
  return fileUnderstood(ctx, line, names, understood, false);
}

/** Files what was only offered, or is another one after all. */
export const flagAnyway = (
  ctx: Ctx,
  { asked, ...line }: Line & { readonly asked?: string | undefined },
): Promise<Outcome> => once(ctx, asked, async () => inItsPlace(await flagLine(ctx, line, true)));

/**
 * An obstacle that another feature understood in what somebody wrote: filed where it was said to us, only offered where
 * people talk among themselves.
 */
export async function flagUnderstood(
  ctx: Ctx,
  understood: ObstacleLine,
  { surface, ...line }: Line & { readonly surface: string },
): Promise<Outcome> {
  if (surface === 'thread') return offer(ctx, line);
  return fileUnderstood(ctx, line, await ctx.store.names(ctx.program), understood, false);
}

/** Offers to flag what somebody said among others. */
export async function offer(ctx: Ctx, line: Line): Promise<Outcome> {
  const message = offerMessage(ctx, line);
  await remember(ctx, { of: 'offer', question: message.text, line: carried(line) });
  return { kind: 'say', message };
}

async function fileUnderstood(
  ctx: Ctx,
  line: Line,
  names: Names,
  whole: Understanding,
  anyway: boolean,
): Promise<Outcome> {
  const understood = await withoutUnseen(ctx, names, line.text, byCode(await seenCodes(ctx, names), line.text, whole));
  switch (understood.act) {
    case 'ask': {
      const message = askMessage(ctx, understood, names, line);
      const candidates = candidatesOf(understood, names, ctx.language);
      const { partial } = understood;
      await remember(ctx, { of: 'obstacle', question: message.text, candidates, partial, line: carried(line) });
      return { kind: 'say', message };
    }
    case 'refuse':
      return { kind: 'refuse', refusal: misreadRefusal(ctx, names, understood) };
    case 'report':
    case 'none':
      return { kind: 'refuse', refusal: misreadRefusal(ctx, names, null) };
    case 'obstacle':
      break;
  }
  const filed = await flagObstacle(ctx, await flaggingOf(ctx, understood, line, names), anyway);
  switch (filed.kind) {
    case 'flagged':
      return flaggedOutcome(ctx, filed.obstacle);
    case 'denied':
      return deniedRefusal(ctx, filed.why);
    case 'no-reason':
    case 'since-ahead':
      return intakeRefusal(ctx, filed.kind);
    case 'alike': {
      const seen = await seeObstacle(ctx, { id: filed.obstacle.id });
      if (!seen) return unknownRefusal(ctx);
      return { kind: 'say', message: seen.hidden ? handedOnMessage(ctx, seen) : alikeMessage(ctx, seen, line) };
    }
  }
}

/** What came of it, for who flagged it. */
export async function flaggedOutcome(ctx: Ctx, obstacle: ObstacleCase): Promise<Outcome> {
  const seen = await seeObstacle(ctx, { id: obstacle.id });
  if (!seen) return unknownRefusal(ctx);
  return { kind: 'say', message: seen.hidden ? handedOnMessage(ctx, seen) : flaggedMessage(ctx, seen) };
}

/** On a project that the person may not see an obstacle is filed by its code; what else could be asked would tell of it. */
function byCode(sees: (code: string) => boolean, text: string, understood: Understanding): Understanding {
  if (understood.act !== 'ask') return understood;
  const { project } = understood.partial;
  if (project === null || sees(project) || !namesCode(text, project)) return understood;
  const plain = text.normalize('NFKC').toLowerCase();
  return { act: 'obstacle', project, milestone: null, matter: matterOf(plain), kind: kindOf(plain), since: null, text };
}

async function flaggingOf(ctx: Ctx, understood: ObstacleLine, line: Line, names: Names): Promise<Flagging> {
  const project = names.byCode.get(understood.project);
  if (!project) throw new Error(`a line was understood as about ${understood.project}, which the ledger does not hold`);
  return {
    projectId: project.id,
    milestoneId: await blockedMilestone(ctx, project, { named: understood.milestone, text: understood.text }),
    kind: understood.kind ?? 'stumbling-block',
    matter: understood.matter,
    text: readUrgent(understood.text).text,
    help: null,
    since: understood.since ?? ctx.today,
    urgentReason: readUrgent(line.text).reason,
    refersTo: readReference(understood.text),
    files: line.files,
  };
}

/** How a line is read here: anyone in the program may say what stands in the way of any project. */
export const obstacleContext = (ctx: Ctx, names: Names, thread: string | null): LineContext =>
  lineContext(ctx, names, 'obstacle', thread, () => true);
