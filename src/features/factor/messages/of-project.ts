import type { KnownBlock } from '@slack/types';
import { waiting } from '../../../domain/factor.js';
import type { Ctx } from '../../../feature.js';
import { button, section } from '../../../slack/blocks.js';
import type { FactorNeed } from '../../../store/factors.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { factorOf } from '../rights.js';
import { factorPhrases } from './parts.js';

const words = {
  title: { zh: '要素', en: 'Factors' },
  has: {
    zh: (factor: string, amount: string) => `${factor}已配${amount}`,
    en: (factor: string, amount: string) => `${factor}: has ${amount}`,
  },
  wants: {
    zh: (factor: string, amount: string) => `${factor}等${amount}`,
    en: (factor: string, amount: string) => `${factor}: waits for ${amount}`,
  },
  see: { zh: '看', en: 'Open' },
} as const satisfies Phrases;

/** On a project's card: what it has and waits for. */
export function projectFactorBlocks(ctx: Ctx, needs: readonly FactorNeed[], project: number): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const rows = needs.flatMap((need) => {
    const factor = factorOf(ctx, need.factor);
    if (factor === null) return [];
    const title = phrases.title(factor, need.part);
    const waits = waiting(need);
    return [
      ...(need.given > 0 ? [say.has(title, phrases.amount(need.given, factor))] : []),
      ...(waits > 0 ? [say.wants(title, phrases.amount(waits, factor))] : []),
    ];
  });
  if (rows.length === 0) return [];
  return [section([`*${say.title}*`, ...rows].join('\n'), button(ids.project, { project }, say.see))];
}
