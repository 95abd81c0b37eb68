import type { Instant, LocalDay } from '../../../domain/day.js';
import { denialWords, may } from '../../../domain/permission.js';
import { decideReport } from '../../../domain/report.js';
import type { Ctx } from '../../../feature.js';
import type { SlackFile } from '../../../message.js';
import type { Store, Transaction } from '../../../store/index.js';
import type { NamedProject } from '../../../store/projects.js';
import type { LockedMilestone, NewFigures, NewReport, Said, StatedRow } from '../../../store/reports.js';
import { postLines } from '../posts.js';

/** One thing that was stated, with its project and milestone found. `milestone` null: the project's figures alone. */
export type Stated = {
  readonly project: NamedProject;
  readonly milestone: { readonly id: number; readonly name: string; readonly ownerId: number | null } | null;
  readonly percent: number | null;
  readonly done: boolean;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  /** Investment done this year, 10k yuan. */
  readonly investment: number | null;
  readonly note: string;
  /** The person says that the earlier figure was wrong: then it may fall. */
  readonly corrects: boolean;
};

/** A statement as it was kept, for the answer and the thread; `before` is the percent that stood until then. */
export type Kept = StatedRow & { readonly before: number | null };

export type Recorded = { readonly kept: readonly Kept[] } | { readonly refused: Refused };

/** Why a statement was not kept, with what is needed to say so. */
export type Refused =
  | { readonly because: 'falls'; readonly item: Stated; readonly from: number; readonly to: number }
  | { readonly because: 'future'; readonly item: Stated; readonly day: LocalDay }
  | { readonly because: 'nothing-new'; readonly item: Stated }
  | { readonly because: 'denied'; readonly item: Stated; readonly why: string };

/** What one message states: all of it is kept, or nothing. */
export type Recording = {
  readonly ctx: Ctx;
  readonly items: readonly Stated[];
  /** What the person typed. */
  readonly said: string;
  readonly files: readonly SlackFile[];
  /** From when digests count it. */
  readonly countsAt: Instant;
  /** The cause of what it takes the place of; an amendment may lower a percent. Null: it amends nothing. */
  readonly amends: string | null;
};

const batches = new WeakMap<Store, (recording: Recording) => Promise<Recorded>>();

/** Keeps what a message states; recordings that come in a burst share a transaction. */
export function record(recording: Recording): Promise<Recorded> {
  const { store } = recording.ctx;
  let batch = batches.get(store);
  if (!batch) {
    batch = store.batched(
      (recordings: readonly Recording[]) => recordBurst(store, recordings),
      ({ ctx }) => ctx.program.id,
    );
    batches.set(store, batch);
  }
  return batch(recording);
}

/** Of one program: another's failure is none of theirs. */
async function recordBurst(store: Store, recordings: readonly Recording[]): Promise<readonly Recorded[]> {
  const recorded = await store.transaction((tx) => recordAll(tx, recordings));
  return recordings.map((recording) => recorded.get(recording) as Recorded);
}

/**
 * Decides and keeps recordings of one program within a transaction: reports, what is current, the activity log and the
 * posts. Two that speak of the same project are kept one after the other. What a payload caused before (it is being
 * tried again) is found instead of kept twice.
 */
export async function recordAll(
  tx: Transaction,
  recordings: readonly Recording[],
): Promise<ReadonlyMap<Recording, Recorded>> {
  const outcomes = new Map<Recording, Recorded>();
  let waiting: Recording[] = [];
  for (const recording of recordings) {
    const before = deniedOf(recording) ?? (recording.ctx.again ? await keptBefore(tx, recording) : null);
    if (before) outcomes.set(recording, before);
    else waiting.push(recording);
  }
  while (waiting.length > 0) {
    const { now, later } = apart(waiting);
    for (const [recording, outcome] of await recordRound(tx, now)) outcomes.set(recording, outcome);
    waiting = later;
  }
  return outcomes;
}

/** The recordings that can be decided at once, since no two speak of the same project, and the others. */
function apart(recordings: readonly Recording[]): { now: Recording[]; later: Recording[] } {
  const taken = new Set<number>();
  const now: Recording[] = [];
  const later: Recording[] = [];
  for (const recording of recordings) {
    const projects = recording.items.map((item) => item.project.id);
    const free = projects.every((id) => !taken.has(id));
    (free ? now : later).push(recording);
    for (const id of projects) taken.add(id);
  }
  return { now, later };
}

function deniedOf({ ctx, items }: Recording): Recorded | null {
  for (const item of items) {
    const { ownerId, coOwners, unitId, sponsorId } = item.project;
    const coOwnerIds = coOwners.map((each) => each.personId);
    const thing = { programId: ctx.program.id, ownerId, coOwnerIds, unitId, sponsorId };
    const permission = item.milestone
      ? may(ctx.person, 'report-milestone', { ...thing, milestoneOwnerId: item.milestone.ownerId })
      : may(ctx.person, 'report-figures', thing);
    if (!permission.allowed)
      return { refused: { because: 'denied', item, why: denialWords(permission.denied, ctx.language) } };
  }
  return null;
}

async function keptBefore(tx: Transaction, { ctx }: Recording): Promise<Recorded | null> {
  const rows = await tx.reports.statedBy(ctx.program.id, ctx.cause);
  return rows.length === 0 ? null : { kept: rows.map((row) => ({ ...row, before: null })) };
}

type Decided = {
  readonly kept: readonly Kept[];
  readonly reports: readonly (Said & NewReport)[];
  readonly figures: readonly (Said & NewFigures)[];
};

async function recordRound(
  tx: Transaction,
  recordings: readonly Recording[],
): Promise<ReadonlyMap<Recording, Recorded>> {
  const [first] = recordings;
  if (!first) return new Map();
  const { program } = first.ctx;
  const ids = recordings.flatMap(({ items }) => items.flatMap((item) => item.milestone?.id ?? []));
  const locked = new Map(
    (await tx.reports.lockMilestones(program.id, ids)).map((milestone) => [milestone.id, milestone]),
  );
  const outcomes = new Map<Recording, Recorded>();
  const taken: { recording: Recording; decided: Decided }[] = [];
  for (const recording of recordings) {
    const decided = decide(recording, locked);
    if ('refused' in decided) outcomes.set(recording, decided);
    else {
      outcomes.set(recording, { kept: decided.kept });
      taken.push({ recording, decided });
    }
  }
  if (taken.length === 0) return outcomes;
  await tx.reports.keep(
    program.id,
    taken.flatMap(({ decided }) => decided.reports),
  );
  await tx.reports.keepFigures(
    program.id,
    taken.flatMap(({ decided }) => decided.figures),
  );
  await tx.activity.add(taken.flatMap(({ recording, decided }) => acts(recording, decided.kept)));
  await postLines(
    tx,
    taken.map(({ recording, decided }) => ({ ctx: recording.ctx, kept: decided.kept })),
  );
  return outcomes;
}

function acts({ ctx, amends }: Recording, kept: readonly Kept[]) {
  return kept.map((each, ordinal) => ({
    workspaceId: ctx.program.workspaceId,
    programId: ctx.program.id,
    at: ctx.now,
    personId: ctx.person.id,
    action: amends === null ? 'report' : 'amend',
    thing: 'project',
    thingId: each.projectId,
    before: { percent: each.before },
    after: {
      milestone: each.milestone,
      onDay: each.onDay,
      percent: each.percent,
      doneOn: each.doneOn,
      forecast: each.forecast,
      investment: each.investment,
      note: each.note,
      late: each.late,
      ...(amends === null ? {} : { amends }),
    },
    cause: ctx.cause,
    ordinal,
  }));
}

function decide(
  recording: Recording,
  locked: ReadonlyMap<number, LockedMilestone>,
): Decided | { readonly refused: Refused } {
  const { ctx, items, files } = recording;
  const said: Said = {
    personId: ctx.person.id,
    said: recording.said,
    at: ctx.now,
    countsAt: recording.countsAt,
    cause: ctx.cause,
  };
  const kept: Kept[] = [];
  const reports: (Said & NewReport)[] = [];
  const figures: (Said & NewFigures)[] = [];
  for (const [ordinal, item] of items.entries()) {
    const { id: projectId, code, name: projectName } = item.project;
    const line = { projectId, code, projectName, note: item.note, investment: item.investment };
    const figuresAlone = {
      ...line,
      milestone: null,
      before: null,
      percent: null,
      doneOn: null,
      forecast: null,
      onDay: ctx.today,
      late: false,
    };
    if (item.investment !== null)
      figures.push({ ...said, projectId, doneInvestment: item.investment, onDay: ctx.today, ordinal });
    const milestone = item.milestone ? locked.get(item.milestone.id) : undefined;
    if (!milestone) {
      kept.push(figuresAlone);
      continue;
    }
    const decision = decideReport(milestone, item, ctx.today, recording.amends !== null || item.corrects);
    if ('refused' in decision) {
      // Figures may come with a milestone that nothing was said about.
      if (decision.refused.because !== 'nothing-new' || item.investment === null)
        return { refused: { ...decision.refused, item } };
      kept.push(figuresAlone);
      continue;
    }
    const { now, onDay, late } = decision.taken;
    const percent = item.done ? 100 : item.percent;
    const doneOn = percent === 100 ? now.doneOn : null;
    const movesStage =
      (now.percent ?? 0) > 0 !== (milestone.percent ?? 0) > 0 || (now.percent === 100) !== (milestone.percent === 100);
    reports.push({
      ...said,
      projectId,
      milestoneId: milestone.id,
      now,
      percent,
      doneOn,
      forecast: item.forecast,
      note: item.note,
      onDay,
      late,
      supersedes: milestone.reportId,
      movesStage,
      files: ordinal === 0 ? files : [],
      ordinal,
    });
    kept.push({
      ...line,
      milestone: milestone.name,
      before: milestone.percent,
      percent,
      doneOn,
      forecast: item.forecast,
      onDay,
      late,
    });
  }
  return { kept, reports, figures };
}
