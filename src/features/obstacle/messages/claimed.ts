import type { KnownBlock } from '@slack/types';
import type { LocalDay } from '../../../domain/day.js';
import { rungAbove, workdaysAt } from '../../../domain/ladder.js';
import { type DecisionContext, latestPromise, type ObstacleRefusal, type Step } from '../../../domain/obstacle.js';
import type { Ctx } from '../../../feature.js';
import { input } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { type PhrasesOf, phrasesOf, shortDay, written } from './parts.js';

/** All that is said of a claim (认领). */
export const words = {
  /** To who claimed it, and to who raised it without knowing the project. */
  claimed: { zh: (day: string) => `已认领，承诺${day}`, en: (day: string) => `Claimed, promised ${day}` },
  /** In its threads and on its card. */
  claimedBy: {
    zh: (who: string, day: string) => `${who}认领，承诺${day}`,
    en: (who: string, day: string) => `Claimed by ${who}, promised ${day}`,
  },
  later: {
    zh: (reason: string) => `比本级限期晚：${reason}`,
    en: (reason: string) => `later than its limit: ${reason}`,
  },
  consented: { zh: (who: string) => `${who}同意`, en: (who: string) => `${who} agreed` },
  promised: { zh: '承诺哪天办结', en: 'Promised for' },
  promisedHint: {
    zh: (latest: string, limit: string, workdays: number) => `最晚${latest}（本级限${limit}，再加${workdays}个工作日）`,
    en: (latest: string, limit: string, workdays: number) =>
      `${latest} at the latest (limit ${limit}, ${workdays} workdays more)`,
  },
  laterLabel: { zh: '要更晚，为什么', en: 'Later than that: why' },
  laterHint: { zh: '报上一级同意后才算', en: 'The rung above has to agree' },
  laterHintTop: { zh: '写进日报', en: 'It stands in the digest' },
  noDay: { zh: '请选承诺的日期', en: 'Choose the promised day' },
  dayOff: {
    zh: (day: string, offer: string) => `${day}是休息日，最近的工作日是${offer}`,
    en: (day: string, offer: string) => `${day} is a day off; the next working day is ${offer}`,
  },
  past: {
    zh: (day: string, offer: string) => `${day} 18:00 已过，最早可以承诺 ${offer}`,
    en: (day: string, offer: string) => `18:00 of ${day} is over; the first day to promise is ${offer}`,
  },
  tooFar: {
    zh: (day: string, latest: string, limit: string, workdays: number) =>
      `${day}超过${latest}：本级限${limit}，最多再加${workdays}个工作日。要更晚，写明原因`,
    en: (day: string, latest: string, limit: string, workdays: number) =>
      `${day} is beyond ${latest}: limit ${limit}, ${workdays} more workdays at most. For a later day say why`,
  },
} as const satisfies Phrases;

/** The form: a day, which nobody fills in but who promises it, and why it is later than the rung may promise by itself. */
export function claimFields(ctx: Ctx, seen: Seen, context: DecisionContext): readonly KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { state } = seen.obstacle;
  const more = workdaysAt(state.rung, state.terms, state.urgent) * state.terms.promiseTimes;
  const hint = say.promisedHint(phrases.day(latestPromise(state, context)), phrases.dayAt(state.deadline), more);
  const top = rungAbove(state.rung, state.terms) === null;
  return [
    input('promised', say.promised, { type: 'datepicker', action_id: 'promised' }, { hint }),
    input('text', say.laterLabel, written('text'), { hint: top ? say.laterHintTop : say.laterHint, optional: true }),
  ];
}

/** What is wrong with a promised day, at its field; null: none was chosen. */
export function promiseFaults(
  ctx: Pick<Ctx, 'language' | 'program'>,
  refused: Extract<ObstacleRefusal, { readonly day: LocalDay }> | null,
): { readonly promised: string } {
  const say = inLanguage(words, ctx.language);
  const day = (of: LocalDay) => shortDay(ctx, of);
  switch (refused?.because) {
    case undefined:
      return { promised: say.noDay };
    case 'promise-day-off':
      return { promised: say.dayOff(day(refused.day), day(refused.offer)) };
    case 'promise-past':
      return { promised: say.past(day(refused.day), day(refused.offer)) };
    case 'promise-too-far':
      return { promised: say.tooFar(day(refused.day), day(refused.offer), day(refused.limit), refused.workdays) };
  }
}

/** To who claimed it. */
export const claimed = (phrases: PhrasesOf, { promisedFor }: { readonly promisedFor: LocalDay }): string =>
  inLanguage(words, phrases.language).claimed(phrases.day(promisedFor));

/** In its threads, in the life on its card, to who raised it. */
export function claimedStep(phrases: PhrasesOf, by: string, step: Extract<Step, { kind: 'claimed' }>): string {
  const say = inLanguage(words, phrases.language);
  return [
    say.claimedBy(by, phrases.day(step.promisedFor)),
    step.reason ? say.later(phrases.typed(step.reason)) : '',
    step.consentBy ? say.consented(phrases.name(step.consentBy)) : '',
  ]
    .filter(Boolean)
    .join(phrases.comma);
}
