import type { Digest } from '../../../domain/digest/compute.js';
import type { LedgerTurn } from '../../../domain/ledger-turn.js';
import type { Message } from '../../../message.js';
import { section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { packed } from './lines.js';
import type { Phrases } from './phrases.js';

/** What goals count. */
export const words = {
  turns: {
    zh: (count: number) => `目标分母变动：${count} 个项目`,
    en: (count: number) => `What goals count has changed: ${count} project${count === 1 ? '' : 's'}`,
  },
  turnAdded: { zh: '新列入台账', en: 'new in the ledger' },
  turnWithdrawn: { zh: '已撤销，不再计入', en: 'withdrawn, not counted any more' },
  turnRestored: { zh: '恢复，重新计入', en: 'back again, counted' },
  turnRecategorised: {
    zh: (from: string, to: string) => `${from} → ${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
} as const satisfies Catalogue;

const MOST = 30;

/** A project that came, went, or counts in another category, and why. */
export function turnItem(turn: LedgerTurn, categories: Digest['categories'], phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { language, colon } = phrases;
  const called = (key: string | null) => escapeText(categories.get(key ?? '')?.[language] ?? key ?? '');
  const what = {
    added: own.turnAdded,
    withdrawn: own.turnWithdrawn,
    restored: own.turnRestored,
    recategorised: own.turnRecategorised(called(turn.from), called(turn.to)),
  }[turn.kind];
  const why = turn.reason === null ? '' : phrases.bracket(escapeText(clip(turn.reason, 100)));
  return `${phrases.projectName(turn, 40)}${colon}${what}${why}`;
}

/** What changed the denominators of goals since the digest before. */
export function turnsReply(digest: Digest, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const heading = own.turns(digest.turns.length);
  const items = digest.turns.map((turn) => `• ${turnItem(turn, digest.categories, phrases)}`);
  const { blocks, left } = packed(items, MOST);
  const rest = left === 0 ? [] : [section(phrases.shared.more(left))];
  return { text: clip([heading, ...items].join('\n'), 3500), blocks: [section(`*${heading}*`), ...blocks, ...rest] };
}
