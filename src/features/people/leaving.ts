import type { Ctx, Outcome, Pressed, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { handOver, retire, seeLeaving } from './act/leaving.js';
import { personInFront } from './act/see.js';
import { undoHandOver } from './act/undo.js';
import { ids } from './ids.js';
import { chosenId } from './input.js';
import { chosenParts } from './positions.js';
import { notOne } from './roster.js';
import { handedOverMessage, handOverForm, leavingMessage } from './view/hand-over.js';
import { nameOf, refuse, refusedTo } from './view/parts.js';
import { words } from './words.js';

const denied = (ctx: Ctx, why: string): Outcome => refuse(inLanguage(words.people, ctx.language).denied(why));
const gone = (ctx: Ctx): Outcome => ({ kind: 'say', message: plain(inLanguage(words.accounts, ctx.language).gone) });

/** `/people leaves 张三`. */
export async function leavesLine(ctx: Ctx, called: string): Promise<Outcome> {
  const refused = refusedTo(ctx, 'hand-over');
  if (refused) return refused;
  const { found } = await personInFront(ctx, called);
  return found.kind === 'one' ? leaves(ctx, found.person.id) : notOne(ctx, found, called);
}

async function leaves(ctx: Ctx, personId: number): Promise<Outcome> {
  const seen = await seeLeaving(ctx, personId);
  if (seen.kind === 'denied') return denied(ctx, seen.why);
  return seen.kind === 'gone' ? gone(ctx) : { kind: 'say', message: leavingMessage(seen, ctx.language) };
}

export const pressedLeaves = (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  leaves(ctx, ids.leaves.value.parse(value).person);

export async function openHandOver(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const seen = await seeLeaving(ctx, ids.handOver.value.parse(value).person);
  if (seen.kind === 'denied') return denied(ctx, seen.why);
  return seen.kind === 'gone' ? gone(ctx) : handOverForm(ctx, seen);
}

export async function sentHandOver(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const { person } = ids.handOverForm.value.parse(sent.metadata);
  const to = chosenId(sent, 'to');
  if (to === null) return { kind: 'errors', errors: { to: inLanguage(words.people, ctx.language).chooseOne } };
  const handed = await handOver(ctx, person, to, chosenParts(sent));
  switch (handed.kind) {
    case 'handed-over':
      return { kind: 'say', message: handedOverMessage(handed, ctx.language) };
    case 'self':
      return { kind: 'errors', errors: { to: say.self } };
    case 'nothing':
    case 'stale':
      return { kind: 'say', message: plain(say.stale) };
    case 'gone':
      return gone(ctx);
    case 'denied':
      return denied(ctx, handed.why);
  }
}

export async function pressedRetire(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const retired = await retire(ctx, ids.retire.value.parse(value).person);
  switch (retired.kind) {
    case 'retired':
      return { kind: 'replace', message: plain(say.retired(nameOf(retired.person, ctx.language))) };
    case 'holds-work':
      return { kind: 'say', message: plain(say.retireWork) };
    case 'last-coordinator':
      return { kind: 'say', message: plain(say.retireLast) };
    case 'gone':
      return { kind: 'replace', message: plain(say.retiredBefore) };
    case 'denied':
      return denied(ctx, retired.why);
  }
}

export async function pressedUndo(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const undone = await undoHandOver(ctx, ids.undo.value.parse(value).cause);
  switch (undone.kind) {
    case 'undone':
      return { kind: 'replace', message: plain(say.undone) };
    case 'gone':
      return { kind: 'replace', message: plain(say.undoGone) };
    case 'late':
      return { kind: 'say', message: plain(say.undoLate) };
    case 'stale':
      return { kind: 'say', message: plain(say.undoStale) };
    case 'denied':
      return denied(ctx, undone.why);
  }
}
