import type { Instant, LocalDay } from './day.js';
import type {
  LadderPolicy,
  LightPolicy,
  PlanChannel,
  PlanMechanisms,
  PostponementPolicy,
  PromptPolicy,
  Role,
  StageTable,
  Words,
} from './plan.js';

/** The plan for one year that is being run. */
export type Program = {
  readonly id: number;
  readonly workspaceId: string;
  readonly key: string;
  readonly name: Words;
  readonly year: number;
  readonly timeZone: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly revision: number;
  readonly loadedAt: Instant;
  readonly policy: ProgramPolicy;
};

/** What the plan file decides and no table holds. */
export type ProgramPolicy = {
  readonly calendar: { readonly daysOff: readonly LocalDay[]; readonly workdays: readonly LocalDay[] };
  readonly light: LightPolicy;
  /** Absent in programs that were loaded before there was such a rule: the default holds. */
  readonly postponement?: PostponementPolicy;
  readonly ladder: LadderPolicy;
  readonly prompts: PromptPolicy;
  readonly mechanisms: PlanMechanisms;
  readonly stages: StageTable;
  readonly channels: readonly ProgramChannel[];
};

/** A channel that the plan names: whose projects have their threads there, and which digest it gets. */
export type ProgramChannel = {
  readonly name: string;
  readonly unit: string | null;
  readonly digest: PlanChannel['digest'];
};

/** Somebody of a program, as the rules need them. */
export type Person = {
  readonly id: number;
  readonly workspaceId: string;
  readonly programId: number;
  readonly name: string;
  readonly nameEn: string;
  readonly slackUserId: string | null;
  readonly roles: readonly { readonly role: Role; readonly unitId: number | null }[];
  /** The persons whom this one stands in for today. */
  readonly standsInFor: readonly number[];
};
