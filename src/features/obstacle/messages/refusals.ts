import type { LocalDay } from '../../../domain/day.js';
import type { ObstacleRefusal } from '../../../domain/obstacle.js';
import type { RefusedLine } from '../../../domain/report-line.js';
import { type Ctx, type Outcome, type Refusal, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, section } from '../../../slack/blocks.js';
import type { Names } from '../../../store/names.js';
import { escapeText, quoted } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { MovedTo } from '../model.js';
import { details } from './buttons.js';
import { promiseFaults } from './claimed.js';
import { headText } from './face.js';
import { departmentFault } from './handed-over.js';
import { phrasesOf, shortDay } from './parts.js';
import { ownCode } from './questions.js';
import { words } from './refusal-words.js';
import { stepLine } from './steps.js';

export { words } from './refusal-words.js';

const bare = (refusal: { readonly wrong: string; readonly instead: string }): Refusal => ({
  ...refusal,
  understood: null,
});

/** There is none such, or it is not for this person to see: which of both is not said. */
export function unknownRefusal(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.unknown);
}

export function deniedRefusal(ctx: Ctx, why: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.denied(why));
}

export function tooLongRefusal(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.tooLong);
}

/** A list was asked for by something that is no filter. */
export function filterRefusal(ctx: Ctx, typed: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(say.listUnread(typed));
}

/** What may be missing in a field of a form, for what its verb looks at first. */
export function formFaults(ctx: Ctx) {
  const say = inLanguage(words, ctx.language);
  return {
    project: say.faultProject,
    text: say.faultText,
    alike: say.faultAlike,
    urgent: say.faultUrgent,
    since: (day: LocalDay) => say.faultSince(shortDay(ctx, day)),
  };
}

/** A line that was read but cannot be taken. */
export function misreadRefusal(ctx: Ctx, names: Names, refused: RefusedLine | null): Refusal {
  const say = inLanguage(words, ctx.language);
  return refused?.why === 'unknown-project'
    ? bare(say.unknownProject(escapeText(refused.typed ?? '')))
    : { ...say.empty(refused?.project ?? ownCode(ctx, names)), understood: refused?.project ?? null };
}

/** Nothing was flagged: why it is urgent, or since when it is stuck, was no answer. */
export function intakeRefusal(ctx: Ctx, fault: 'no-reason' | 'since-ahead'): Outcome {
  const say = inLanguage(words, ctx.language);
  return refuse(fault === 'no-reason' ? say.urgentEmpty : say.sinceAhead);
}

/** Why an act was refused, at the field of the form where it is wrong, or null where no field is. */
export function fieldErrors(ctx: Ctx, refused: ObstacleRefusal): Readonly<Record<string, string>> | null {
  const say = inLanguage(words, ctx.language);
  switch (refused.because) {
    case 'promise-day-off':
    case 'promise-past':
    case 'promise-too-far':
      return promiseFaults(ctx, refused);
    case 'text-missing':
      return { text: say.faultEmpty };
    case 'rule-missing':
      return { rule: say.faultRule };
    case 'same-department':
      return departmentFault(ctx);
    default:
      return null;
  }
}

/**
 * Why nothing was done, to the one who tried, with what happened meanwhile and the way on. `typed`: what they wrote in a form
 * that closed; with a refusal the surface gives it back.
 */
export function notMoved(ctx: Ctx, result: Exclude<MovedTo, { kind: 'moved' }>, typed: string | null = null): Outcome {
  const say = inLanguage(words, ctx.language);
  switch (result.kind) {
    case 'unknown':
      return unknownRefusal(ctx);
    case 'denied':
      return refuse(say.denied(result.why), say.number(result.obstacle.number));
    case 'refused':
      return refuse(refusedWords(ctx, result.refused), say.number(result.obstacle.number));
    case 'meanwhile':
      return { kind: 'say', message: meanwhileMessage(ctx, result, typed) };
  }
}

function meanwhileMessage(ctx: Ctx, result: Extract<MovedTo, { kind: 'meanwhile' }>, typed: string | null): Message {
  const phrases = phrasesOf(result, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const happened = result.steps.map(({ step }) => `• ${stepLine(phrases, step)}`).join('\n');
  return {
    text: say.meanwhile.wrong,
    blocks: [
      section(`*${say.meanwhile.wrong}*\n${headText(phrases)}\n${happened}\n${say.meanwhile.instead}`),
      ...(typed ? [section(`${say.filledIn}\n${quoted(escapeText(typed))}`)] : []),
      actions(details(result, ctx.language)),
    ],
  };
}

function refusedWords(ctx: Ctx, refused: ObstacleRefusal): { readonly wrong: string; readonly instead: string } {
  const say = inLanguage(words, ctx.language);
  switch (refused.because) {
    case 'closed':
      return say.refusedClosed;
    case 'not-open':
      return say.refusedNotOpen;
    case 'not-resolved':
      return say.refusedNotResolved;
    case 'claimed':
      return say.refusedClaimed;
    case 'policy-same':
      return say.refusedSame;
    case 'at-top':
      return say.refusedAtTop;
    case 'not-at-department':
    case 'handed-over-before':
    case 'same-department':
      return say.refusedHandOver;
    case 'unconfirmed':
      return say.refusedUnconfirmed;
    case 'confirmed':
      return say.refusedConfirmed;
    case 'queried-before':
      return say.refusedQueried;
    case 'taken-up':
      return say.refusedTakenUp;
    case 'urgent':
      return say.refusedUrgent;
    case 'no-department':
      return say.refusedNoDepartment;
    case 'same-obstacle':
      return say.refusedMerge;
    case 'not-queried':
    case 'not-dismissed':
    case 'dismissed':
    case 'not-asked':
      return say.refusedDismissed;
    case 'promise-day-off':
    case 'promise-past':
    case 'promise-too-far':
    case 'text-missing':
    case 'rule-missing':
      return say.refusedText;
  }
}
