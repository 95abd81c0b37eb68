import type { AskLine } from '../../../domain/report-line.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Names } from '../../../store/names.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../act/see.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { face } from './card.js';
import { phrasesOf } from './parts.js';

/** More candidates than this are no question but a list. */
const MOST_CANDIDATES = 10;

/** A question with a button for each candidate; pressing one completes the line without retyping. */
export function askOutcome(ctx: Ctx, ask: AskLine, names: Names): Outcome {
  const say = inLanguage(words, ctx.language);
  const question = ask.about === 'project' ? say.askProject : say.askMilestone;
  const label = (candidate: string) =>
    ask.about === 'project' ? clip(`${candidate} ${names.byCode.get(candidate)?.name ?? ''}`.trim(), 40) : candidate;
  const buttons = ask.candidates
    .slice(0, MOST_CANDIDATES)
    .map((choice) => button(ids.choose, { partial: ask.partial, choice }, label(choice)));
  const message: Message = {
    text: question,
    blocks: [
      section(`*${question}*\n>${escapeText(clip(ask.partial.text, 300)).replaceAll('\n', '\n>')}`),
      ...(buttons.length > 0 ? [actions(...buttons), context(say.askHint)] : [context(say.askOpen)]),
    ],
  };
  return { kind: 'say', message };
}

/** The same was flagged before: the older one, and whether this is it. */
export function alikeMessage(ctx: Ctx, seen: Seen, text: string, thread: string | null): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { say } = phrases;
  const { obstacle } = seen;
  const title = say.alike(obstacle.number);
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...face(seen, phrases),
      actions(
        button(ids.same, { id: obstacle.id, text }, say.alikeSame, 'primary'),
        button(ids.anyway, { text, thread }, say.alikeOther),
      ),
    ],
  };
}

/** In a thread: this sounds like an obstacle; nothing is filed before somebody says so. */
export function offerMessage(ctx: Ctx, text: string, thread: string | null): Message {
  const say = inLanguage(words, ctx.language);
  return {
    text: say.offer,
    blocks: [
      section(`*${say.offer}*\n>${escapeText(clip(text, 300)).replaceAll('\n', '\n>')}`),
      actions(button(ids.anyway, { text, thread }, say.offerButton, 'primary')),
    ],
  };
}
