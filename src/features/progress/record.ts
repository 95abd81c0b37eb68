import { denialWords, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { Store, Transaction } from '../../store/index.js';
import { placeName } from '../conversation/door.js';
import { tellAskers } from '../project/door.js';
import { closeByReports } from '../review/door.js';
import { answerByReports } from '../slip/door.js';
import { type Decided, decide } from './decide.js';
import type { Kept, Recorded, Recording, Stated } from './model.js';
import { linesOf } from './thread-lines.js';

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
  // Its payload is on the disk already: lost with the power, it is worked again.
  const recorded = await store.transaction((tx) => recordAll(tx, recordings), { durable: 'soon' });
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
    const before = deniedOf(recording) ?? (recording.ctx.retried ? await keptBefore(tx, recording) : null);
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

/** Whether somebody may state something of a milestone; of a project's figures where `milestone` is null. */
export function mayState(ctx: Ctx, { project, milestone }: Pick<Stated, 'project' | 'milestone'>) {
  const { ownerId, coOwners, unitId, sponsorId } = project;
  const coOwnerIds = coOwners.map((each) => each.personId);
  const thing = { programId: ctx.program.id, ownerId, coOwnerIds, unitId, sponsorId };
  return milestone
    ? may(ctx.person, 'report-milestone', { ...thing, milestoneOwnerId: milestone.ownerId })
    : may(ctx.person, 'report-figures', thing);
}

function deniedOf({ ctx, items }: Recording): Recorded | null {
  for (const item of items) {
    const permission = mayState(ctx, item);
    if (!permission.allowed)
      return { refused: { because: 'denied', item, why: denialWords(permission.denied, ctx.language) } };
  }
  return null;
}

async function keptBefore(tx: Transaction, { ctx }: Recording): Promise<Recorded | null> {
  const rows = await tx.reports.statedBy(ctx.program.id, ctx.cause);
  return rows.length === 0 ? null : { kept: rows };
}

async function recordRound(
  tx: Transaction,
  recordings: readonly Recording[],
): Promise<ReadonlyMap<Recording, Recorded>> {
  const [first] = recordings;
  if (!first) return new Map();
  const { program } = first.ctx;
  const ids = recordings.flatMap(({ items }) => items.flatMap((item) => item.milestone?.id ?? []));
  const finished = recordings.flatMap(({ items }) =>
    items.flatMap(({ milestone, done, percent }) => (milestone && (done || percent === 100) ? [milestone.id] : [])),
  );
  const locked = new Map(
    (await tx.reports.lockMilestones(program.id, ids, finished)).map((milestone) => [milestone.id, milestone]),
  );
  const figured = recordings.flatMap(({ items }) =>
    items.flatMap((item) => (item.investment === null ? [] : [item.project.id])),
  );
  const invested = await tx.reports.lockInvested(program.id, figured);
  const outcomes = new Map<Recording, Recorded>();
  let taken: { recording: Recording; decided: Decided }[] = [];
  for (const recording of recordings) {
    const decided = decide(recording, locked, invested);
    if ('refused' in decided || 'order' in decided) outcomes.set(recording, decided);
    else taken.push({ recording, decided });
  }
  if (taken.length === 0) return outcomes;
  await tx.reports.keepFigures(
    program.id,
    taken.flatMap(({ decided }) => decided.figures),
  );
  const evidence = await tx.evidence.tie(
    program.id,
    taken.map(({ recording: { ctx, files } }) => ({
      cause: ctx.cause,
      personId: ctx.person.id,
      place: placeName(ctx.place),
      at: ctx.now,
      files,
    })),
  );
  taken = taken.map(({ recording, decided }) => {
    const tied = evidence.get(recording.ctx.cause);
    const kept = tied ? decided.kept.map((each) => ({ ...each, evidence: tied })) : decided.kept;
    outcomes.set(recording, { kept });
    return { recording, decided: { ...decided, kept } };
  });
  const reports = taken.flatMap(({ decided }) => decided.reports);
  await tx.recorded.keep(program.id, {
    reports,
    acts: taken.flatMap(({ recording, decided }) => acts(recording, decided.kept)),
    posts: await linesOf(
      tx,
      taken.map(({ recording, decided }) => ({ ctx: recording.ctx, kept: decided.kept })),
    ),
  });
  await tx.reports.moveStages(program.id, reports);
  const said = taken.map(({ recording: { ctx }, decided }) => ({ ctx, reports: decided.reports }));
  await answerByReports(tx, program.id, said);
  await closeByReports(tx, program.id, said);
  await tellAskers(first.ctx, tx, ids);
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
      ...(amends === null ? {} : { amends: amends.cause }),
    },
    cause: ctx.cause,
    ordinal,
  }));
}
