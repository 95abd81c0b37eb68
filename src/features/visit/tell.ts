import { answerDay, LONGEST_NEED, NEEDS_AT_ONCE } from '../../domain/visit.js';
import { type Ctx, inItsPlace, type Outcome, type SaidMessage } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { offersFor } from '../factor/door.js';
import { blockedMilestone, flaggingOf, flagObstacle } from '../obstacle/door.js';
import { agendaKey, tellMinutesAgain } from '../review/door.js';
import { dismissedMessage, keptMessage, needPost, readBackMessage } from './messages/read-back.js';
import { deniedRefusal, fieldFault, visitRefusal } from './messages/refusals.js';
import { tellForm } from './messages/tell-form.js';
import type { KeptNeed, ReadNeed, Visit, VisitFault } from './model.js';
import { visitFor, withoutCode } from './visit.js';

/** What says in a visit's thread that a firm needs something: the rest is talk. */
const NEED = /^(?:企业)?(?:需求|诉求|要办|needs?)\s*[:：]\s*(\S[\s\S]*)$/i;

export async function openTell(ctx: Ctx, { slot }: { readonly slot: number }): Promise<Outcome> {
  const found = await visitFor(ctx, slot);
  return 'refused' in found ? found.refused : tellForm(ctx, found.visit);
}

/** What was typed into the form, a line each: read back, to be confirmed by one press. */
export async function tellByForm(
  ctx: Ctx,
  { slot }: { readonly slot: number },
  { text }: { readonly text: string | null },
): Promise<Outcome> {
  const found = await visitFor(ctx, slot);
  if ('refused' in found) return found.refused;
  const lines = linesOf(text ?? '');
  const fault = faultOf(lines);
  if (fault !== null) return fieldFault(ctx, fault);
  return { kind: 'say', message: readBackMessage(ctx, found.visit, lines.map(readAs(ctx, found.visit))) };
}

/** A need that is said in the visit's thread; null: it is none, and others may understand it. */
export async function tellSaid(ctx: Ctx, message: SaidMessage): Promise<Outcome | null> {
  const { reviewSlotId } = message;
  const said = NEED.exec(message.text)?.[1];
  if (reviewSlotId === undefined || said === undefined) return null;
  const found = await visitFor(ctx, reviewSlotId, { said });
  if ('refused' in found) return found.refused;
  const lines = linesOf(said).map((line) => withoutCode(line, found.visit.firm));
  const fault = faultOf(lines);
  if (fault !== null) return visitRefusal(ctx, fault, found.visit.slot);
  return { kind: 'say', message: readBackMessage(ctx, found.visit, lines.map(readAs(ctx, found.visit))) };
}

/** They are none. */
export async function dismissNeeds(
  ctx: Ctx,
  { slot, project }: { readonly slot: number; readonly project?: number | undefined },
): Promise<Outcome> {
  const found = await visitFor(ctx, slot, { project: project ?? null });
  return 'refused' in found ? found.refused : { kind: 'replace', message: dismissedMessage(ctx) };
}

/** The press below what was read back: each becomes an obstacle of the firm's project, or is the open one that says the same. */
export async function keepNeeds(
  ctx: Ctx,
  {
    slot,
    needs,
    project,
  }: { readonly slot: number; readonly needs: readonly string[]; readonly project?: number | undefined },
): Promise<Outcome> {
  const found = await visitFor(ctx, slot, { project: project ?? null });
  if ('refused' in found) return found.refused;
  const fault = faultOf(needs);
  if (fault !== null) return visitRefusal(ctx, fault, found.visit.slot);
  const kept: KeptNeed[] = [];
  for (const [place, text] of needs.entries()) {
    const one = await keepNeed({ ...ctx, cause: `${ctx.cause}:need:${place}` }, found.visit, text);
    if ('refused' in one) return one.refused;
    kept.push(one);
  }
  const offers = await offersFor(ctx, found.visit.firm, kept);
  return inItsPlace({ kind: 'say', message: keptMessage(ctx, found.visit, kept, offers) });
}

async function keepNeed(ctx: Ctx, visit: Visit, text: string): Promise<KeptNeed | { readonly refused: Outcome }> {
  const { firm } = visit;
  const need = readAs(ctx, visit)(text);
  const milestoneId = await blockedMilestone(ctx, firm, { text });
  const flagging = flaggingOf(text, { projectId: firm.id, milestoneId, since: ctx.today });
  const flagged = await flagObstacle(ctx, flagging, false, (tx, obstacle) => note(ctx, tx, visit, need, obstacle));
  if (flagged.kind === 'denied') return { refused: deniedRefusal(ctx, flagged.why) };
  // What is read back has no urgency, and is so since today.
  if (!('obstacle' in flagged)) throw new Error(`a need was refused as ${flagged.kind}`);
  return { ...need, number: flagged.obstacle.number, before: flagged.kind === 'alike' };
}

/** Keeps that the obstacle is what the firm needed, and says it in the visit's thread. */
async function note(ctx: Ctx, tx: Transaction, visit: Visit, need: ReadNeed, { id, number }: ObstacleCase) {
  const { program, person, now } = ctx;
  const { slot, firm } = visit;
  await tx.firmNeeds.add({
    programId: program.id,
    slotId: slot.id,
    projectId: firm.id,
    obstacleId: id,
    answerBy: need.answerBy,
    by: person.id,
    at: now,
  });
  const key = agendaKey(slot.id);
  const agenda = await tx.posts.byDedupeKey(program.workspaceId, key);
  const at = (await tx.posts.addressesOf(program.workspaceId, [key])).get(key);
  if (agenda === null || at === undefined) return;
  const language = (await tx.obstacles.languages(program.workspaceId, program.id, [at])).get(at) ?? 'zh';
  await tx.notify(ctx, {
    to: at,
    dedupeKey: `visit:${slot.id}:${id}`,
    message: needPost(ctx, { ...need, number, before: false }, language),
    under: agenda.id,
  });
  await tellMinutesAgain(ctx, tx, slot, { at, under: agenda.id });
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n;；]/)
    .map((line) => line.replace(/^\s*(?:\d{1,2}\s*[.、)）]|[-•·])\s*/, '').trim())
    .filter((line) => line !== '');

function faultOf(lines: readonly string[]): VisitFault | null {
  if (lines.length === 0) return 'no-need';
  if (lines.length > NEEDS_AT_ONCE) return 'too-many';
  return lines.some((line) => line.length > LONGEST_NEED) ? 'too-long' : null;
}

/** What a need is taken for: its kind and matter are read off it, as of any obstacle. */
const readAs =
  (ctx: Ctx, { review, firm }: Visit) =>
  (text: string): ReadNeed => {
    const { kind, matter } = flaggingOf(text, { projectId: firm.id, milestoneId: null, since: ctx.today });
    return { text, kind, matter, answerBy: answerDay(kind, ctx.today, ctx.calendar, review.answerWorkdays) };
  };
