import type { Ctx, Outcome } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import { cardMessage } from '../view/card.js';
import type { LogNames } from '../view/happening.js';
import { nearMessage, severalMessage } from '../view/list.js';
import { searchWords } from '../words.js';
import { seeProject } from './card.js';
import { findProjects } from './find.js';

/** What search says to what was typed: the card of the one that was meant, a list, or the nearest names. */
export async function searchOutcome(ctx: Ctx, typed: string, all = false): Promise<Outcome> {
  const found = await findProjects(ctx, typed, all);
  switch (found.kind) {
    case 'one':
      return cardOutcome(ctx, found.project.id, { typed, others: found.others });
    case 'several':
      return { kind: 'say', message: severalMessage(ctx, typed, found.projects, found.total) };
    case 'none': {
      if (found.near.length > 0) return { kind: 'say', message: nearMessage(ctx, typed, found.near) };
      const refusal = inLanguage(searchWords, ctx.language).none(escapeText(clip(typed, 40)));
      return { kind: 'refuse', refusal: { ...refusal, understood: null } };
    }
  }
}

/** A project's card, or that there is none for this person. */
export async function cardOutcome(
  ctx: Ctx,
  id: number,
  also: { readonly typed: string; readonly others: number } | null = null,
): Promise<Outcome> {
  const seen = await seeProject(ctx, id);
  if (seen === null)
    return { kind: 'refuse', refusal: { ...inLanguage(searchWords, ctx.language).gone, understood: null } };
  return { kind: 'say', message: cardMessage(ctx, seen, await logNames(ctx), also) };
}

/** The names behind what the log keeps. */
export async function logNames(ctx: Pick<Ctx, 'store' | 'program'>): Promise<LogNames> {
  const { units, people } = await ctx.store.search(ctx.program);
  const { categories, sites } = await ctx.store.programs.names(ctx.program.id);
  return { units, people, categories, sites };
}
