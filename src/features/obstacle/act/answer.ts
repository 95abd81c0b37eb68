import type { ObstacleLine } from '../../../domain/report-line.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import type { ObstacleCase, ObstacleFile } from '../../../store/obstacles.js';
import { inLanguage } from '../../../text/language.js';
import { flaggedMessage } from '../view/card.js';
import { alikeMessage, askOutcome, offerMessage } from '../view/flagged.js';
import { phrasesOf } from '../view/parts.js';
import { fieldErrors, misreadRefusal, notMoved, unknownRefusal } from '../view/refusals.js';
import { words } from '../words.js';
import { flagUnderstood, type Lined } from './line.js';
import type { Act, MovedTo } from './move.js';
import { seeObstacle } from './see.js';

/** What is said back to a line, wherever it was typed: also the door for other features that understood one. */
export async function lineOutcome(ctx: Ctx, lined: Lined): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  switch (lined.kind) {
    case 'ask':
      return askOutcome(ctx, lined.ask, lined.names);
    case 'misread':
      return { kind: 'refuse', refusal: misreadRefusal(ctx, lined.refused) };
    case 'none':
      return { kind: 'refuse', refusal: misreadRefusal(ctx, null) };
    case 'too-long':
      return { kind: 'refuse', refusal: { ...say.tooLong, understood: null } };
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.denied(lined.why), understood: null } };
    case 'flagged':
      return flaggedOutcome(ctx, lined.obstacle);
    case 'alike': {
      const seen = await seeObstacle(ctx, { id: lined.obstacle.id });
      if (!seen) return unknownRefusal(ctx);
      return { kind: 'say', message: alikeMessage(ctx, seen, lined.line.text, lined.line.thread) };
    }
  }
}

/**
 * An obstacle that another feature understood in what somebody wrote: filed where it was said to us, only offered where
 * people talk among themselves.
 */
export async function obstacleOutcome(
  ctx: Ctx,
  told: ObstacleLine,
  line: {
    readonly text: string;
    readonly surface: string;
    readonly thread: string | null;
    readonly files: readonly ObstacleFile[];
  },
): Promise<Outcome> {
  const { text, thread, files } = line;
  if (line.surface === 'thread') return { kind: 'say', message: offerMessage(ctx, text, thread) };
  return lineOutcome(ctx, await flagUnderstood(ctx, told, { text, thread, files }));
}

export async function flaggedOutcome(ctx: Ctx, obstacle: ObstacleCase): Promise<Outcome> {
  const seen = await seeObstacle(ctx, { id: obstacle.id });
  return seen ? { kind: 'say', message: flaggedMessage(ctx, seen) } : unknownRefusal(ctx);
}

/** What is said to the one who did something with a case; of a form, at the field that is wrong. */
export function movedOutcome(ctx: Ctx, act: Act, result: MovedTo, ofForm: boolean): Outcome {
  if (result.kind !== 'moved') {
    const errors = ofForm && result.kind === 'refused' ? fieldErrors(ctx, result.refused) : null;
    return errors === null ? notMoved(ctx, result) : { kind: 'errors', errors };
  }
  const { obstacle, units } = result;
  // Who has the card, or the question, in their direct messages sees it change there.
  const own = ctx.person.slackUserId !== null && obstacle.addresses.includes(ctx.person.slackUserId);
  if (ofForm && ctx.place.channelId?.startsWith('D') && (own || act.do === 'return')) return { kind: 'nothing' };
  const phrases = phrasesOf({ obstacle, people: new Map(), units }, ctx.language, ctx.program);
  return { kind: 'say', message: plain(`${phrases.title} · ${phrases.project}\n${didWords()}`) };

  function didWords(): string {
    const { say } = phrases;
    switch (act.do) {
      case 'claim':
        return say.didClaim(phrases.day(act.promisedFor));
      case 'resolve':
        return say.didResolve;
      case 'raise':
        return say.didRaise(phrases.rungWith(obstacle.state.rung, obstacle.state.departmentId));
      case 'hand-over':
        return say.didHandOver(phrases.unit(act.toUnitId));
      case 'return':
        return say.didReturn;
      case 'verify':
        return say.didVerify;
      case 'withdraw':
        return say.didWithdraw;
      case 'adopt':
        return say.didAdopt;
      case 'comment':
        return say.didComment;
    }
  }
}
