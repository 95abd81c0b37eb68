import type { Instant } from '../../domain/day.js';
import { type JudgedGoal, judgedGoals } from '../../domain/digest/judgement.js';
import { LATE_AFTER_MS } from '../../domain/due.js';
import { has, headedUnits } from '../../domain/holds.js';
import type { Asked } from '../../domain/prompt.js';
import { addWorkdays } from '../../domain/workday.js';
import type { Ctx, Outcome } from '../../feature.js';
import { oneReading, readGates, readPast, readStanding } from '../digest/door.js';
import { waitingPostponements } from '../edit/door.js';
import { homeFactors, recallable } from '../factor/door.js';
import { openMilestones } from '../progress/door.js';
import { logNames } from '../project/door.js';
import { dueLeads, ownMonth } from '../promotion/door.js';
import { chooseAsked, chosenAsked, morningCounts } from '../prompt/door.js';
import { nextReviews, ownItems } from '../review/door.js';
import { waitingSlips } from '../slip/door.js';
import { tripProposals } from '../trip/door.js';
import { MOST_CHANGES } from './messages/changes.js';
import { homeBlocks } from './messages/home.js';
import { MOST_RAISED } from './messages/obstacles.js';
import type { LitGroup, SeenHome } from './model.js';

/** Asked in the morning two working days ago, and every one since: the third day, as in the digest. */
const UNREPORTED_WORKDAYS = 2;
const HEALTH_DAYS = 7;
/** As many obstacles as are counted that wait on somebody. */
const MOST_COUNTED = 200;
const DAY_MS = 86_400_000;

/** Who opens it looks: what came before is no longer new the next time. Who only has it open does not. */
export async function showHome(ctx: Ctx, why: 'opened' | 'changed'): Promise<Outcome> {
  const { store, program, person, now } = ctx;
  const since =
    why === 'opened'
      ? await store.visits.visit(program.id, person.id, now)
      : await store.visits.newSince(program.id, person.id);
  return { kind: 'home', blocks: homeBlocks(ctx, await seeHome(ctx, since)) };
}

/** Another choice of what the morning asks about; the tab says it at once. */
export async function choose(ctx: Ctx, { asked }: { readonly asked: Asked }): Promise<Outcome> {
  await chooseAsked(ctx, asked);
  return showHome(ctx, 'changed');
}

/** `since`: what others did after it is new; null: nothing is. One read after the other: the embedded store has one connection. */
async function seeHome(ctx: Ctx, since: Instant | null): Promise<SeenHome> {
  const { store, program, person, now } = ctx;
  const people = [person.id, ...person.standsInFor];
  const headed = headedUnits(person);
  const milestones = await openMilestones(ctx);
  const waiting = await store.cards.waitingOn(program.id, people, MOST_COUNTED);
  const postponements = await waitingPostponements(ctx);
  const slips = await waitingSlips(ctx);
  const items = await ownItems(ctx);
  const leads = await dueLeads(ctx);
  const month = await ownMonth(ctx);
  const reviews = await nextReviews(ctx);
  const trips = await tripProposals(ctx);
  const recalls = await recallable(ctx);
  const factors = await homeFactors(ctx);
  const raised = await store.cards.raisedBy(program.id, people, MOST_RAISED);
  const changes =
    since === null
      ? []
      : await store.happenings.since(
          program.id,
          since,
          person.id,
          { personIds: people, unitIds: headed },
          MOST_CHANGES + 1,
        );
  const { groups, goals } = await litGroups(ctx, headed);
  const owns = has(person, 'official') || milestones.length > 0;
  return {
    owns,
    milestones,
    waiting,
    postponements,
    slips,
    items,
    leads,
    month,
    reviews,
    trips,
    recalls,
    factors,
    raised,
    changes,
    names: await logNames(ctx),
    groups,
    goals,
    rungs: has(person, 'commander', 'coordinator', 'viewer') ? await store.cards.rungs(program.id) : null,
    health: has(person, 'coordinator')
      ? await store.health.of(program.id, now, now - HEALTH_DAYS * DAY_MS, LATE_AFTER_MS)
      : null,
    asked: owns || has(person, 'official', 'unit-head', 'coordinator') ? await chosenAsked(ctx) : null,
    morning: await morningCounts(ctx),
  };
}

/** The lights that a person answers for or watches, and the goals of who sees the whole plan. */
async function litGroups(
  ctx: Ctx,
  headed: readonly number[],
): Promise<{ readonly groups: readonly LitGroup[]; readonly goals: readonly JudgedGoal[] | null }> {
  const { store, program, person, today, now } = ctx;
  const whole = has(person, 'leader', 'commander', 'coordinator', 'viewer');
  if (!whole && headed.length === 0) return { groups: [], goals: null };
  const { byId } = await store.search(program);
  const ofUnits = [...byId.values()].filter(({ unitId }) => headed.includes(unitId)).map(({ id }) => id);
  const at = { moment: now, knownAt: now };
  const read = await readStanding(ctx, today, at, true, whole ? undefined : ofUnits);
  const open = read.lit.filter(({ project }) => project.standing !== 'withdrawn');
  const silentSince = addWorkdays(today, -UNREPORTED_WORKDAYS, ctx.calendar);
  const asked =
    headed.length > 0 || has(person, 'coordinator')
      ? await store.facts.unreported(program.id, today, silentSince, at)
      : [];
  const running = new Set(open.filter(({ project }) => project.standing === 'open').map(({ project }) => project.id));
  const unreported = asked.filter(({ projectId }) => running.has(projectId));
  const groups: LitGroup[] = [];
  const unit = open.filter(({ project }) => headed.includes(project.unitId));
  if (unit.length > 0) {
    const own = new Set(unit.map(({ project }) => project.id));
    const silent = unreported.filter(({ projectId }) => own.has(projectId));
    groups.push({ of: 'unit', key: onlyOne(unit.map(({ project }) => project.unit)), lit: unit, unreported: silent });
  }
  const sponsored = open.filter(({ project }) => project.sponsorId === person.id);
  if (sponsored.length > 0) {
    const key = onlyOne(sponsored.map(({ project }) => project.sponsor));
    groups.push({ of: 'sponsor', key, lit: sponsored, unreported: null });
  }
  if (has(person, 'commander', 'coordinator', 'viewer')) {
    const silent = has(person, 'coordinator') ? unreported : null;
    groups.push({ of: 'plan', key: null, lit: open, unreported: silent });
  }
  if (!whole) return { groups, goals: null };
  const reader = oneReading(ctx);
  const gated = await readGates(reader, read);
  return { groups, goals: judgedGoals({ ...gated, ...(await readPast(reader, gated)), before: null }, { of: 'plan' }) };
}

function onlyOne(keys: readonly (string | null)[]): string | null {
  const [first = null, ...others] = [...new Set(keys)];
  return others.length === 0 ? first : null;
}
