import type { Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../text/language.js';
import { type Asked, askedShape } from './asked.js';
import { placeName } from './place-name.js';

const words = {
  answered: { zh: '这个问题已经答过了。', en: 'This was answered before.' },
} as const satisfies Phrases;

/** What is asked now may be answered by what the person types next in this place, for an hour. */
export const remember = (ctx: Ctx, body: Asked): Promise<void> =>
  ctx.store.questions.ask({
    programId: ctx.program.id,
    personId: ctx.person.id,
    place: placeName(ctx.place),
    at: ctx.now,
    cause: ctx.cause,
    body,
  });

/** What the payload `cause` asked; null: nothing, or too long ago. */
export async function questionOf(ctx: Ctx, cause: string): Promise<Asked | null> {
  const asked = askedShape.safeParse(await ctx.store.questions.byCause(ctx.program.id, cause));
  return asked.success ? asked.data : null;
}

/**
 * Answers the question that the payload `asked` brought, unless it was answered before, by a press or by a word. What is
 * refused is no answer: the question waits again.
 */
export async function once(ctx: Ctx, asked: string | undefined, work: () => Promise<Outcome>): Promise<Outcome> {
  if (asked === undefined) return work();
  const { questions } = ctx.store;
  if (!(await questions.take(ctx.program.id, asked, ctx.cause)))
    return { kind: 'replace', message: plain(inLanguage(words, ctx.language).answered) };
  const outcome = await work();
  if (outcome.kind === 'refuse') await questions.release(ctx.program.id, asked, ctx.cause);
  return outcome;
}
