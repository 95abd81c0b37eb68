import type { KnownBlock } from '@slack/types';
import type { Step } from '../../../domain/obstacle.js';
import type { Ctx } from '../../../feature.js';
import { input } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { type PhrasesOf, written } from './parts.js';

/** All that is said where a case was resolved (办结); what is asked of who verifies it is in verified.ts. */
export const words = {
  resolved: { zh: '已办结，等提出人或项目责任人核实。', en: 'Resolved; it waits to be verified.' },
  resolvedBy: {
    zh: (who: string, what: string) => `${who}办结：${what}`,
    en: (who: string, what: string) => `Resolved by ${who}: ${what}`,
  },
  ruleChanged: { zh: (rule: string) => `改了：${rule}`, en: (rule: string) => `Rule changed: ${rule}` },
  what: { zh: '怎么办结的', en: 'What was done' },
  rule: { zh: '改了哪条规定', en: 'Which rule was changed' },
  ruleHint: { zh: '紧箍咒以改了规定为准', en: 'A shackle ends as a changed rule' },
} as const satisfies Phrases;

/** The form: what was done, and of a shackle the rule that was changed. */
export function resolveFields(ctx: Ctx, seen: Seen): readonly KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const shackle = seen.obstacle.state.kind === 'shackle';
  return [
    input('text', say.what, written('text')),
    ...(shackle ? [input('rule', say.rule, written('rule'), { hint: say.ruleHint })] : []),
  ];
}

export const resolved = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).resolved;

export function resolvedStep(
  phrases: PhrasesOf,
  by: string,
  { what, rule }: Extract<Step, { kind: 'resolved' }>,
): string {
  const say = inLanguage(words, phrases.language);
  return [say.resolvedBy(by, phrases.typed(what)), rule === null ? '' : say.ruleChanged(phrases.typed(rule))]
    .filter(Boolean)
    .join(phrases.stop);
}
