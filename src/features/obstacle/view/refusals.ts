import { dayWords } from '../../../domain/day-words.js';
import type { ObstacleRefusal } from '../../../domain/obstacle.js';
import type { RefusedLine } from '../../../domain/report-line.js';
import type { Ctx, Outcome, Refusal } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { MovedTo } from '../act/move.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { headText } from './card.js';
import { phrasesOf } from './parts.js';

const bare = (refusal: { readonly wrong: string; readonly instead: string }): Refusal => ({
  ...refusal,
  understood: null,
});

export const unknownRefusal = (ctx: Ctx): Outcome => ({
  kind: 'refuse',
  refusal: bare(inLanguage(words, ctx.language).unknown),
});

/** A line that was read but cannot be taken. */
export function misreadRefusal(ctx: Ctx, refused: RefusedLine | null): Refusal {
  const say = inLanguage(words, ctx.language);
  return refused?.why === 'unknown-project'
    ? bare(say.unknownProject(escapeText(refused.typed ?? '')))
    : { ...say.empty, understood: refused?.project ?? null };
}

/** Why an act was refused, at the field of the form where it is wrong, or null where no field is. */
export function fieldErrors(ctx: Ctx, refused: ObstacleRefusal): Readonly<Record<string, string>> | null {
  const say = inLanguage(words, ctx.language);
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, ctx.language, ctx.program.year);
  switch (refused.because) {
    case 'promise-day-off':
      return { promised: say.faultDayOff(day(refused.day), day(refused.offer)) };
    case 'promise-past':
      return { promised: say.faultPast(day(refused.day), day(refused.offer)) };
    case 'text-missing':
      return { text: say.faultEmpty };
    case 'rule-missing':
      return { rule: say.faultRule };
    case 'same-department':
      return { department: say.faultDepartment };
    default:
      return null;
  }
}

/** Why nothing was done, to the one who tried, with what happened meanwhile and the way on. */
export function notMoved(ctx: Ctx, result: Exclude<MovedTo, { kind: 'moved' }>): Outcome {
  const say = inLanguage(words, ctx.language);
  switch (result.kind) {
    case 'unknown':
      return unknownRefusal(ctx);
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.denied(result.why), understood: say.number(result.obstacle.number) } };
    case 'refused':
      return {
        kind: 'refuse',
        refusal: { ...refusedWords(ctx, result.refused), understood: say.number(result.obstacle.number) },
      };
    case 'meanwhile':
      return { kind: 'say', message: meanwhileMessage(ctx, result) };
  }
}

function meanwhileMessage(ctx: Ctx, result: Extract<MovedTo, { kind: 'meanwhile' }>): Message {
  const phrases = phrasesOf(result, ctx.language, ctx.program);
  const { say } = phrases;
  const happened = result.steps.map(({ step }) => `• ${phrases.step(step)}`).join('\n');
  return {
    text: say.meanwhile.wrong,
    blocks: [
      section(`*${say.meanwhile.wrong}*\n${headText(phrases)}\n${happened}\n${say.meanwhile.instead}`),
      actions(button(ids.card, { id: result.obstacle.id }, say.details)),
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
    case 'promise-day-off':
    case 'promise-past':
    case 'text-missing':
    case 'rule-missing':
      return say.refusedText;
  }
}
