import type { Outcome, UnlinkedCtx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, refusalMessage, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  unlinked: {
    zh: (coordinators: string) => ({
      wrong: '名册里没有您，所以看不到台账，也不能上报。',
      instead: `有口令就发 /people 关联 口令；没有就按下面的“申请加入”，由项目办（${coordinators}）核对。`,
    }),
    en: (coordinators: string) => ({
      wrong: 'You are not on the list of this program, so you can neither see the ledger nor report.',
      instead: `with a code, send /people link CODE; without one, press “Ask to be let in”: the coordinators (${coordinators}) see who you are.`,
    }),
  },
  nobody: phrases.nobody,
  ask: { zh: '申请加入', en: 'Ask to be let in' },
  home: {
    zh: '名册里没有您。有口令就发 /people 关联 口令，没有就申请加入。',
    en: 'You are not on the list of this program. With a code, send /people link CODE; without one, ask to be let in.',
  },
} as const satisfies Phrases;

/** To who is not on the list, whatever they said: what to do about it. */
export function unlinkedMessage(ctx: UnlinkedCtx, coordinators: readonly string[], typed: string | null): Message {
  const say = inLanguage(words, ctx.language);
  const names = coordinators.map(escapeText).join(ctx.language === 'zh' ? '、' : ', ');
  const refusal = { ...say.unlinked(names || say.nobody), understood: null };
  const message = refusalMessage(refusal, ctx.language, typed);
  return { ...message, blocks: [...message.blocks, actions(button(ids.ask, {}, say.ask, 'primary'))] };
}

export function unlinkedHome(ctx: UnlinkedCtx): Outcome {
  const say = inLanguage(words, ctx.language);
  return { kind: 'home', blocks: [section(say.home), actions(button(ids.ask, {}, say.ask, 'primary'))] };
}
