import type { Button, KnownBlock } from '@slack/types';
import { rungAbove, rungsOf } from '../../../domain/ladder.js';
import { RUNGS, type Rung } from '../../../domain/plan.js';
import { actions, button, overflow } from '../../../slack/blocks.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { type FormAct, ids, type PressAct } from '../ids.js';
import type { Seen } from '../model.js';
import { labels } from './labels.js';
import type { PhrasesOf } from './parts.js';

const ofCase = ({ obstacle }: Seen) => ({ id: obstacle.id, version: obstacle.state.version });

type Style = 'primary' | 'danger';

/** Opens the form of an act. */
export const act = (
  seen: Seen,
  { language }: Pick<PhrasesOf, 'language'>,
  what: FormAct,
  style?: Style,
  label: keyof typeof labels = what,
): Button => button(ids.act, { ...ofCase(seen), act: what }, inLanguage(labels, language)[label], style);

/** Does it at once. */
export const press = (
  seen: Seen,
  { language }: Pick<PhrasesOf, 'language'>,
  what: PressAct,
  style?: Style,
  label: keyof typeof labels = what,
): Button => button(ids.press, { ...ofCase(seen), act: what }, inLanguage(labels, language)[label], style);

/** Shows its card. */
export const details = (
  { obstacle: { id } }: { readonly obstacle: { readonly id: number } },
  language: Language,
): Button => button(ids.card, { id }, inLanguage(labels, language).details);

/** Acts in the order in which they are looked for: the first stand as buttons, the others in a menu. */
export type Offered = { readonly buttons: readonly Button[]; readonly more: readonly FormAct[] };

const NONE: Offered = { buttons: [], more: [] };

/** What whoever has the case may do with it. `leads`: the highest rung that the reader leads, which none does on a card for all. */
export function workOffers(seen: Seen, phrases: PhrasesOf, leads: Rung | null = null): Offered {
  const { state } = seen.obstacle;
  if (state.standing !== 'open' && state.standing !== 'claimed') return NONE;
  if (state.confirmation !== null) return NONE;
  const open = state.standing === 'open';
  const above = rungAbove(state.rung, state.terms) !== null;
  const asksMore = open && state.query === null;
  const departments = rungsOf(state.terms).includes('department');
  const hands = departments && (leads !== null || (open && state.rung === 'department' && !state.handedOver));
  const pulls = leads !== null && RUNGS.indexOf(leads) > RUNGS.indexOf(state.rung);
  return {
    buttons: [
      ...(open ? [act(seen, phrases, 'claim', 'primary')] : []),
      act(seen, phrases, 'resolve'),
      ...(above ? [act(seen, phrases, 'raise')] : []),
    ],
    more: [
      ...(pulls ? (['pull-up'] as const) : []),
      ...(asksMore ? (['query'] as const) : []),
      ...(hands ? (['hand-over'] as const) : []),
      'dismiss',
      'merge',
    ],
  };
}

/** A row of at most three buttons and a menu of five. */
export function offerRow(seen: Seen, phrases: PhrasesOf, { buttons, more }: Offered): KnownBlock[] {
  const menu = more.slice(0, 5).map((what) => ({
    label: inLanguage(labels, phrases.language)[what],
    value: { ...ofCase(seen), act: what },
  }));
  if (buttons.length === 0 && menu.length === 0) return [];
  return [actions(...buttons, ...(menu.length === 0 ? [] : [overflow(ids.more, menu)]))];
}

/** What is asked of who verifies; of who raised it, where it was said to be none. */
export const verifyButtons = (seen: Seen, phrases: PhrasesOf): Button[] => {
  const { dismissed, takenUp, rung, terms } = seen.obstacle.state;
  if (!dismissed) return [press(seen, phrases, 'verify', 'primary'), act(seen, phrases, 'return')];
  const up = !takenUp && rungAbove(rung, terms) !== null;
  return [...(up ? [act(seen, phrases, 'take-up')] : []), press(seen, phrases, 'accept')];
};

/** What is asked of who says whether an outsider's is so. */
export function confirmButtons(seen: Seen, phrases: PhrasesOf): Button[] {
  const sponsor = seen.obstacle.state.confirmation === 'sponsor';
  return [
    press(seen, phrases, 'confirm', 'primary', sponsor ? 'uphold' : 'confirm'),
    act(seen, phrases, 'dispute', undefined, sponsor ? 'strike' : 'dispute'),
  ];
}

/** What is asked of the rung above: whether a later promise will do. */
export const consentButtons = (seen: Seen, phrases: PhrasesOf): Button[] => {
  return [press(seen, phrases, 'consent-promise', 'primary'), act(seen, phrases, 'refuse-promise')];
};

/** Below a card where everybody of its rung reads it. */
export function recipientRow(seen: Seen, phrases: PhrasesOf): KnownBlock[] {
  const { standing, rung } = seen.obstacle.state;
  if (standing === 'closed') return [];
  const { buttons, more } = workOffers(seen, phrases, rung === 'sponsor' || rung === 'commander' ? rung : null);
  const led = rung === 'sponsor' || rung === 'commander';
  const instruct = led && standing !== 'resolved' ? [act(seen, phrases, 'instruct')] : [];
  return offerRow(seen, phrases, {
    buttons: [...buttons, ...instruct],
    more: [...more.filter((each) => each !== 'merge'), 'comment'],
  });
}
