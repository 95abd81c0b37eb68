import type { LedgerTurn } from '../../../domain/ledger-turn.js';
import type { Message } from '../../../message.js';
import { section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Digest } from '../compute.js';
import { packed } from './lines.js';
import type { Phrases } from './phrases.js';

const MOST = 30;

/** A project that came, went, or counts in another category, and why. */
export function turnItem(turn: LedgerTurn, categories: Digest['categories'], phrases: Phrases): string {
  const { words, language, colon } = phrases;
  const called = (key: string | null) => escapeText(categories.get(key ?? '')?.[language] ?? key ?? '');
  const what = {
    added: words.turnAdded,
    withdrawn: words.turnWithdrawn,
    restored: words.turnRestored,
    recategorised: words.turnRecategorised(called(turn.from), called(turn.to)),
  }[turn.kind];
  const why = turn.reason === null ? '' : phrases.bracket(escapeText(clip(turn.reason, 100)));
  return `${phrases.projectName(turn, 40)}${colon}${what}${why}`;
}

/** What changed the denominators of goals since the digest before. */
export function turnsReply(digest: Digest, phrases: Phrases): Message {
  const heading = phrases.words.turns(digest.turns.length);
  const items = digest.turns.map((turn) => `• ${turnItem(turn, digest.categories, phrases)}`);
  const { blocks, left } = packed(items, MOST);
  const rest = left === 0 ? [] : [section(phrases.words.more(left))];
  return { text: clip([heading, ...items].join('\n'), 3500), blocks: [section(`*${heading}*`), ...blocks, ...rest] };
}
