import type { FactProject } from '../../domain/digest/facts.js';
import type { Lit } from '../../domain/light.js';
import type { Words } from '../../domain/plan.js';
import type { ProjectProgress } from '../../domain/project.js';
import type { CardLedger, CardObstacle, CardReport } from '../../store/cards.js';
import type { FactorNeed } from '../../store/factors.js';
import type { Happening } from '../../store/happenings.js';
import type { Instruction } from '../../store/instructions.js';
import type { Lead } from '../../store/promotion-leads.js';
import type { SearchedProject } from '../../store/search.js';
import type { SeenItem } from '../review/door.js';

/** A project with all that its card says. */
export type SeenProject = {
  readonly project: FactProject;
  readonly lit: Lit;
  /** The light of each milestone, in the order of the project's. */
  readonly milestoneLights: readonly Lit['light'][];
  readonly progress: ProjectProgress;
  readonly ledger: CardLedger;
  readonly obstacles: readonly CardObstacle[];
  /** What leaders said about it, for good. */
  readonly instructions?: readonly Instruction[];
  /** What reviews decided about it. */
  readonly items?: readonly SeenItem[];
  /** What it asked for of pools, and has. */
  readonly factors?: readonly FactorNeed[];
  /** The lead that it came from, where its reader may see that; null: none. */
  readonly lead?: Lead | null;
  readonly reports: readonly CardReport[];
  readonly happenings: readonly Happening[];
  readonly mayReport: boolean;
  readonly mayEdit: boolean;
};

/** A project of a list: what it is called, and whose it is. */
export type Listed = SearchedProject & {
  readonly unit: { readonly zh: string; readonly en: string } | null;
  readonly owner: { readonly zh: string; readonly en: string } | null;
};

/** What was found among the projects that the asker may see. `near`: names that come near, where nothing was. */
export type FoundProjects =
  | { readonly kind: 'one'; readonly project: Listed; readonly others: number }
  | { readonly kind: 'several'; readonly projects: readonly Listed[]; readonly total: number }
  | { readonly kind: 'none'; readonly near: readonly Listed[] };

/** The names behind the ids and keys that the log keeps. */
export type LogNames = {
  readonly units: ReadonlyMap<number, Words>;
  readonly people: ReadonlyMap<number, Words>;
  readonly categories: ReadonlyMap<string, Words>;
  readonly sites: ReadonlyMap<string, Words>;
};
