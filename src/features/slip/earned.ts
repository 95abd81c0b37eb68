import { BLUE_WORKDAYS, decideSlip, issued, OPEN_SLIPS, type SlipEvent } from '../../domain/slip.js';
import { type EarnedOn, type EarnedSlip, earnedSlips } from '../../domain/slip-earned.js';
import type { JobCtx } from '../../feature.js';
import type { Store, Transaction } from '../../store/index.js';
import type { Names } from '../../store/names.js';
import type { SlipCase } from '../../store/slips.js';
import { log, saveMove } from './move.js';
import { tellSlip } from './posts.js';

/** What a milestone earns this morning, with where it stands in the ledger. */
type Earned = EarnedSlip & { readonly unitId: number; readonly projectId: number; readonly milestoneId: number };

/**
 * What the calendar earns on a working morning, where the plan says so: blue and yellow slips are issued, blue ones turn yellow,
 * and what is overdue is drafted as a red one for a person. Unit by unit, each in a transaction under its lock: done again, it
 * does nothing.
 */
export async function issueEarned(ctx: JobCtx): Promise<void> {
  const { store, program } = ctx;
  if (!program.policy.mechanisms.slips?.automatic) return;
  const names = await store.names(program);
  const day = await earnedOn(ctx);
  const earned = await earnedNow(ctx, store, names, day);
  const ongoing = await store.slips.ongoing(program.id);
  const units = new Set([...earned, ...ongoing].map(({ unitId }) => unitId));
  for (const unitId of [...units].sort((one, other) => one - other)) {
    const first = earned.filter((each) => each.unitId === unitId);
    const steps = [...first, ...ongoing.filter((each) => each.unitId === unitId)].flatMap(
      (each) => each.milestoneId ?? [],
    );
    await store.transaction(async (tx) => {
      await tx.slips.lockMilestones(steps);
      await tx.slips.lockUnit(unitId);
      // What was reported meanwhile counts: they are read again under the locks.
      const projects = [...new Set(first.map(({ projectId }) => projectId))];
      const still = await earnedNow(ctx, tx, names, day, projects);
      await moveOn(ctx, tx, await tx.slips.ongoing(program.id, unitId), still);
      await issueNew(ctx, tx, unitId, still);
    });
  }
}

/** What of the program and the day decides what is earned; the same for every unit. */
async function earnedOn({ store, program, now, today, calendar }: JobCtx): Promise<EarnedOn> {
  return {
    today,
    calendar,
    programFrom: program.from,
    reportingSince: (await store.facts.firstReportDay(program)) ?? today,
    blueWorkdays: program.policy.mechanisms.slips?.blueWorkdays ?? BLUE_WORKDAYS,
    goals: await store.facts.goals(program.id, { moment: now, knownAt: now }),
  };
}

/** What milestones (of these projects alone) earn by how they stand now. */
async function earnedNow(
  { program, now }: JobCtx,
  { facts }: Pick<Transaction & Store, 'facts'>,
  names: Names,
  day: EarnedOn,
  projects?: readonly number[],
): Promise<readonly Earned[]> {
  const states = await facts.current(program, now, projects);
  return states.flatMap((project) =>
    earnedSlips(project, day).flatMap((each) => {
      const steps = names.byId.get(project.id)?.milestones;
      const milestoneId = steps?.find(({ name }) => name === each.milestone.name)?.id;
      return milestoneId === undefined ? [] : [{ ...each, milestoneId, projectId: project.id, unitId: project.unitId }];
    }),
  );
}

/** Slips that there are: a blue one that is behind turns yellow, one that is overdue is drafted as a red one. */
async function moveOn(
  ctx: JobCtx,
  tx: Transaction,
  slips: readonly SlipCase[],
  earned: readonly Earned[],
): Promise<void> {
  for (const slip of slips) {
    const met = earned.find(({ milestoneId }) => milestoneId === slip.milestoneId);
    const event: SlipEvent = met?.behind ? { do: 'deepen', behind: met.behind } : { do: 'draft' };
    const decided = decideSlip(slip.state, event, ctx);
    if ('refused' in decided || decided.state === slip.state) continue;
    const cause = `${ctx.cause}:slip:${slip.id}`;
    await saveMove(ctx, tx, slip, { event, state: decided.state, personId: null, cause });
  }
}

/** One matter, one slip: none where it has one, or had one for the day that it still has. Without a head nobody could answer. */
async function issueNew(ctx: JobCtx, tx: Transaction, unitId: number, earned: readonly Earned[]): Promise<void> {
  const { program } = ctx;
  if (earned.length === 0) return;
  const head = (await tx.obstacles.units(program.id)).find(({ id }) => id === unitId)?.headId ?? null;
  if (head === null) return;
  const pressed = await tx.slips.pressed(
    program.id,
    earned.map(({ milestoneId }) => milestoneId),
  );
  const fresh = earned.filter(({ milestoneId }) => !pressed.has(milestoneId));
  // Of several, what is due first has the lower number, and is not the one that waits.
  for (const each of [...fresh].sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))) {
    const full = (await tx.slips.openOf(program.id, unitId)) >= OPEN_SLIPS;
    const state = issued(each.colour, each.due, full);
    const cause = `${ctx.cause}:milestone:${each.milestoneId}`;
    const id = await tx.slips.issue({
      programId: program.id,
      unitId,
      projectId: each.projectId,
      milestoneId: each.milestoneId,
      obstacleId: null,
      // What it is about, its milestone says.
      text: '',
      urgentReason: null,
      issuedById: null,
      at: ctx.now,
      cause,
      state: each.behind === null ? state : { ...state, ...each.behind, paceOn: ctx.today },
    });
    const slip = await tx.slips.byId(program.id, id);
    if (slip === null) throw new Error(`slip ${id} was not read`);
    await log(ctx, tx, slip, { event: { do: 'issue' }, personId: null, cause });
    await tellSlip(ctx, tx, slip);
  }
}
