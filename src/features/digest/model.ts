import type { Cadence } from '../../domain/cadence.js';
import type { LocalDay } from '../../domain/day.js';
import type { Correction } from '../../domain/digest/corrections.js';
import type { LaterReport } from '../../domain/digest/facts.js';
import type { LitProject } from '../../domain/digest/goals.js';
import type { DigestScope, Words } from '../../domain/plan.js';
import type { Message } from '../../message.js';
import type { ItemCase } from '../../store/action-items.js';
import type { CardObstacle } from '../../store/cards.js';
import type { MilestoneLine } from '../../store/projects.js';
import type { SlipCase } from '../../store/slips.js';
import type { Language } from '../../text/language.js';
import type { WaitingPostponements } from '../edit/door.js';
import type { Recallable } from '../factor/door.js';
import type { ListedLead } from '../promotion/door.js';
import type { SeenProposal } from '../trip/door.js';

/** How a digest is shown, beside what it says. */
export type Showing = {
  readonly language: Language;
  /** To one person, who asked: without a thread, with a button to look again. */
  readonly private: boolean;
  /** About a day that has passed: not "today". */
  readonly past: boolean;
  /** 补发 */
  readonly late: boolean;
  readonly corrections: readonly Correction[];
  /** To one person: how many things wait on them, and how many of them since the digest before. */
  readonly you?: { readonly count: number; readonly fresh: number } | undefined;
  /** To one person: the projects that they sponsor (包保), by their lights. */
  readonly sponsored?: Readonly<Record<'red' | 'amber' | 'green' | 'unlit', readonly LitProject[]>>;
  /** Of a past day: what was reported about it later. */
  readonly later?: readonly LaterReport[];
};

/** All that waits on one reader, from every feature that has something for them. */
export type Mine = {
  readonly obstacles: readonly CardObstacle[];
  readonly postponements: WaitingPostponements;
  readonly slips: readonly SlipCase[];
  readonly items: readonly ItemCase[];
  readonly leads: readonly ListedLead[];
  readonly trips: readonly SeenProposal[];
  readonly recalls: readonly Recallable[];
  readonly due: readonly MilestoneLine[];
};

/** How many of all kinds. */
export const mineCount = ({ postponements, ...lists }: Mine): number =>
  postponements.count + Object.values(lists).reduce((sum, list) => sum + list.length, 0);

/** In the order of the thread. */
export const REPLIES = [
  'goals',
  'gates',
  'events',
  'changes',
  'reds',
  'waiting',
  'obstacles',
  'unreported',
  'units',
  'lessons',
] as const;

/** The parts of a posted digest: its top, and replies in its thread, each under a name of its own. */
export type DigestPosts = { readonly top: Message; readonly replies: readonly Reply[] };
export type Reply = {
  readonly name: (typeof REPLIES)[number];
  readonly message: Message;
  /** It says that there is nothing: not worth a message, unless one stands there already that has to say so. */
  readonly empty: boolean;
};

/** A subscription as it is said back; null names the whole plan. */
export type Said = {
  readonly id: number;
  readonly scope: DigestScope;
  readonly name: Words | null;
  readonly language: Language;
  readonly cadence: Cadence;
};

export type Subscribed = {
  readonly kind: 'subscribed';
  readonly result: 'added' | 'already' | 'relanguaged';
  readonly subscription: Said;
  /** `HH:mm` */
  readonly time: string;
  readonly next: LocalDay;
};

export type Unsubscribed = { readonly kind: 'unsubscribed'; readonly ended: readonly Said[] };
