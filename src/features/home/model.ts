import type { LocalDay } from '../../domain/day.js';
import type { FactUnreported } from '../../domain/digest/facts.js';
import type { LitProject } from '../../domain/digest/goals.js';
import type { JudgedGoal } from '../../domain/digest/judgement.js';
import type { Rung } from '../../domain/plan.js';
import type { Asked, Counts } from '../../domain/prompt.js';
import type { ItemCase } from '../../store/action-items.js';
import type { CardObstacle } from '../../store/cards.js';
import type { Happening } from '../../store/happenings.js';
import type { Health } from '../../store/home/health.js';
import type { MilestoneLine } from '../../store/projects.js';
import type { SlipCase } from '../../store/slips.js';
import type { WaitingPostponements } from '../edit/door.js';
import type { HomeFactors, Recallable } from '../factor/door.js';
import type { LogNames } from '../project/door.js';
import type { ListedLead, OwnMonth } from '../promotion/door.js';
import type { ReviewsSeen } from '../review/door.js';
import type { SeenProposal } from '../trip/door.js';

/** Projects by their lights, and who of them did not answer. */
export type LitGroup = {
  readonly of: 'unit' | 'sponsor' | 'plan';
  /** Of one unit or sponsor: the key in the plan, for the lists behind the numbers; null where there are several. */
  readonly key: string | null;
  readonly lit: readonly LitProject[];
  /** null: not told. */
  readonly unreported: readonly FactUnreported[] | null;
};

/** All that a home tab shows of the moment. */
export type SeenHome = {
  readonly owns: boolean;
  readonly milestones: readonly MilestoneLine[];
  readonly waiting: readonly CardObstacle[];
  /** Later days that wait for this person's consent. */
  readonly postponements: WaitingPostponements;
  /** Supervision slips that wait on this person: to be answered, or to be decided. */
  readonly slips: readonly SlipCase[];
  /** Action items that this person is to do. */
  readonly items: readonly ItemCase[];
  /** Leads that this person is to judge or to answer. */
  readonly leads: readonly ListedLead[];
  /** Of a county leader: what the month asks; null: nothing. */
  readonly month: OwnMonth | null;
  /** The reviews that come next, to who leads them. */
  readonly reviews: ReviewsSeen | null;
  /** Shackles that answers about trips propose; of who decides. */
  readonly trips: readonly SeenProposal[];
  /** What is held by projects that have not started; of who may recall it. */
  readonly recalls: readonly Recallable[];
  /** What waits on this person's allocating, and what their projects wait for. */
  readonly factors: HomeFactors;
  readonly raised: readonly CardObstacle[];
  readonly changes: readonly Happening[];
  readonly names: LogNames;
  readonly groups: readonly LitGroup[];
  /** Of who sees the whole plan. */
  readonly goals: readonly JudgedGoal[] | null;
  readonly rungs: readonly { readonly rung: Rung; readonly count: number }[] | null;
  readonly health: Health | null;
  /** What this person chose to be asked about in the morning; null: they are asked about nothing. */
  readonly asked: Asked | null;
  readonly morning: { readonly day: LocalDay; readonly counts: Counts } | null;
};
