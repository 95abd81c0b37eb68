import { leftOf } from '../../../domain/factor.js';
import type { PlanFactor } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { type BatchDraft, ids } from '../ids.js';
import type { SeenPool } from '../model.js';
import { factorPhrases } from './parts.js';

const words = {
  ask: { zh: '记一批指标？', en: 'Enter this batch?' },
  what: {
    zh: (pool: string, amount: string) => `${pool}：${amount}`,
    en: (pool: string, amount: string) => `${pool}: ${amount}`,
  },
  from: { zh: (day: string) => `${day}起可用`, en: (day: string) => `From ${day}` },
  confirm: { zh: '确认', en: 'Confirm' },
  done: {
    zh: (pool: string, amount: string) => `已记：${pool}${amount}`,
    en: (pool: string, amount: string) => `Entered: ${pool}, ${amount}`,
  },
  now: { zh: (left: string) => `现在剩${left}`, en: (left: string) => `Now ${left} left` },
  see: { zh: '看次序', en: 'See order' },
} as const satisfies Phrases;

/** What a line was understood as, to be opened by one press. */
export function openPreview(ctx: Ctx, factor: PlanFactor, draft: BatchDraft): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const rows = [
    say.what(phrases.title(factor, draft.part), phrases.amount(draft.amount, factor)),
    say.from(phrases.day(draft.from)),
  ];
  return {
    text: [say.ask, ...rows].join(' '),
    blocks: [section([`*${say.ask}*`, ...rows].join('\n')), actions(button(ids.open, draft, say.confirm, 'primary'))],
  };
}

/** What was opened, and what is left of the pool now. */
export function openedMessage(ctx: Ctx, { pool, factor }: SeenPool, draft: BatchDraft): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const rows = [
    say.done(phrases.title(factor, draft.part), phrases.amount(draft.amount, factor)),
    ...(draft.from > ctx.today ? [say.from(phrases.day(draft.from))] : []),
    say.now(phrases.amount(leftOf(pool.batches, ctx.today, true), factor)),
  ];
  return {
    text: rows.join(' '),
    blocks: [
      section([`*${rows[0]}*`, ...rows.slice(1)].join('\n')),
      actions(button(ids.list, { pool: pool.id, offset: 0 }, say.see)),
    ],
  };
}
