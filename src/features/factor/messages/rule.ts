import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { SeenPool } from '../model.js';
import { factorPhrases } from './parts.js';

const words = {
  title: {
    zh: (factor: string) => `${factor}：次序怎么来的`,
    en: (factor: string) => `${factor}: how the order comes`,
  },
  class: { zh: '1 类别：省重点、民生、其他（台账备注）', en: '1 Class by the remark: provincial, livelihood' },
  gate: { zh: '2 还赶得上的最近开工关口', en: '2 The nearest start gate it can still make' },
  yield: { zh: '3 计划总投资÷申请量，高的在前', en: '3 Planned investment ÷ amount, high first' },
  asked: { zh: '4 提出的先后', en: '4 Who asked first' },
  whole: { zh: '不够又不可拆分的，轮到下一家', en: 'Not enough and not divisible: the next one' },
  ahead: { zh: '没到日子的指标，只有省重点能先用', en: 'Ahead of a batch: provincial key only' },
} as const satisfies Phrases;

/** How the order comes about. */
export function ruleMessage(ctx: Ctx, { factor, pool }: SeenPool): Message {
  const say = inLanguage(words, ctx.language);
  const title = say.title(factorPhrases(ctx, ctx.language).title(factor, pool.part));
  const rows = [say.class, say.gate, say.yield, say.asked, say.whole, say.ahead];
  return { text: [title, ...rows].join(' '), blocks: [section([`*${title}*`, ...rows].join('\n'))] };
}
