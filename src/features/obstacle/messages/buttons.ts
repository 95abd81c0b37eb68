import type { Button } from '@slack/types';
import { button } from '../../../slack/blocks.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { type FormAct, ids, type PressAct } from '../ids.js';
import type { Seen } from '../model.js';
import type { PhrasesOf } from './parts.js';
import { caseWords } from './parts.js';

export const words = {
  ...caseWords,
  verify: { zh: '核实销号', en: 'Verify and close' },
} as const satisfies Phrases;

/** Opens the form of an act. */
export const act = ({ obstacle }: Seen, what: FormAct, label: string, style?: 'primary' | 'danger'): Button =>
  button(ids.act, { id: obstacle.id, version: obstacle.state.version, act: what }, label, style);
/** Does it at once. */
export const press = ({ obstacle }: Seen, what: PressAct, label: string, style?: 'primary' | 'danger'): Button =>
  button(ids.press, { id: obstacle.id, version: obstacle.state.version, act: what }, label, style);

/** What whoever has the case may do with it. */
export function workButtons(seen: Seen, phrases: PhrasesOf): Button[] {
  const say = inLanguage(words, phrases.language);
  const { state } = seen.obstacle;
  if (state.standing !== 'open' && state.standing !== 'claimed') return [];
  return [
    ...(state.standing === 'open' ? [act(seen, 'claim', say.claim, 'primary')] : []),
    act(seen, 'resolve', say.resolve),
    ...(state.rung === 'commander' ? [] : [act(seen, 'raise', say.raise)]),
    ...(state.standing === 'open' && state.rung === 'department' && !state.handedOver
      ? [act(seen, 'hand-over', say.handOver)]
      : []),
  ];
}

/** What is asked of who verifies. */
export const verifyButtons = (seen: Seen, phrases: PhrasesOf): Button[] => [
  press(seen, 'verify', inLanguage(words, phrases.language).verify, 'primary'),
  act(seen, 'return', phrases.say.giveBack),
];

/** Below a card where everybody of its rung reads it. */
export const recipientButtons = (seen: Seen, phrases: PhrasesOf): Button[] =>
  seen.obstacle.state.standing === 'closed'
    ? []
    : [...workButtons(seen, phrases), act(seen, 'comment', phrases.say.comment)];
