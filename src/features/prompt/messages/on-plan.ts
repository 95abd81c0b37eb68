import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { PromptItem } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import { ids as progressIds } from '../../progress/ids.js';
import { phrases } from './phrases.js';

/** What one press on *all on plan* recorded, each by its name with the percent that stays, and the way back. */
export function onPlanMessage(ctx: Ctx, items: readonly PromptItem[]): Message {
  const say = inLanguage(phrases, ctx.language);
  const named = items.map(({ code, name, percent }) =>
    `${code} ${escapeText(clip(name, 40))} ${percent === null ? '' : `${percent}%`}`.trim(),
  );
  const text = say.saidOnPlan(items.length, named.join(ctx.language === 'zh' ? '、' : ', '));
  return { text, blocks: [section(text), actions(button(progressIds.undo, { cause: ctx.cause }, say.undo))] };
}
