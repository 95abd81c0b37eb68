import type { LitProject } from '../../domain/digest/goals.js';
import { type HeldReview, type ReviewSlot, slotIn } from '../../domain/review.js';
import type { AgendaFacts, AgendaObstacle } from '../../domain/review-agenda.js';
import { inTurn, NO_SUBJECT, needsTold, nextInTurn, type Subject, type Turn } from '../../domain/visit.js';
import type { JobCtx } from '../../feature.js';
import type { FirmNeed } from '../../store/firm-needs.js';
import type { UnitSeat } from '../../store/obstacles.js';
import type { SlotCase } from '../../store/review-slots.js';
import { isOver } from './reviews.js';

/** What it takes to say whose turn it is, and what there is to say of them. */
export type TurnFacts = {
  readonly lit: readonly LitProject[];
  readonly units: readonly UnitSeat[];
  readonly slots: readonly SlotCase[];
  readonly needs: readonly FirmNeed[];
  readonly obstacles: readonly AgendaObstacle[];
};

/** Its project is in the plan and not paused. */
const isOpen = ({ project }: LitProject): boolean => project.standing === 'open';

/** Those to whom a review goes, as the plan has them: firms by code, towns that have projects. */
function subjectsOf({ turn, category }: HeldReview, { lit, units }: TurnFacts): readonly number[] {
  const open = lit.filter(isOpen).map(({ project }) => project);
  if (turn === 'firms')
    return open
      .filter((project) => project.category === category)
      .sort((one, other) => (one.code < other.code ? -1 : 1))
      .map(({ id }) => id);
  const busy = new Set(open.map(({ unitId }) => unitId));
  return units.filter(({ id, kind }) => kind === 'town' && busy.has(id)).map(({ id }) => id);
}

const subjectOf = ({ projectId, unitId }: Subject): number | null => projectId ?? unitId;

/** When each was visited: by what was held, and by what is still to come. */
function turnsOf(ctx: Pick<JobCtx, 'program' | 'now' | 'calendar'>, review: HeldReview, slots: readonly SlotCase[]) {
  return slots.flatMap((each): readonly Turn[] => {
    const subject = subjectOf(each);
    if (each.review !== review.key || subject === null) return [];
    const slot = each.outcome === null ? slotIn(review, each.period, ctx.calendar) : null;
    const ahead = slot !== null && !isOver(ctx, slot);
    return each.outcome === 'held' || ahead ? [{ subject, day: each.day }] : [];
  });
}

/** Whose turn it is in a slot; `after`: it is passed on from them to the next. */
export function subjectFor(
  ctx: Pick<JobCtx, 'program' | 'now' | 'calendar'>,
  review: HeldReview,
  slot: ReviewSlot,
  facts: TurnFacts,
  after: Subject | null = null,
): Subject {
  if (review.turn === undefined) return NO_SUBJECT;
  const others = facts.slots.filter(({ review: of, period }) => of !== slot.review || period !== slot.period);
  const order = inTurn(subjectsOf(review, facts), turnsOf(ctx, review, others));
  const next = after === null ? (order[0] ?? null) : (nextInTurn(order, subjectOf(after)) ?? subjectOf(after));
  return review.turn === 'firms' ? { projectId: next, unitId: null } : { projectId: null, unitId: next };
}

/** Which projects an agenda is about; null: all. */
export function projectsOf(review: HeldReview, subject: Subject, { lit }: TurnFacts): ReadonlySet<number> | null {
  const { focusArea } = review;
  if (review.turn === undefined && focusArea === undefined) return null;
  return new Set(
    lit
      .map(({ project }) => project)
      .filter((project) => focusArea === undefined || project.focusArea === focusArea)
      .filter(({ id }) => subject.projectId === null || id === subject.projectId)
      .filter(({ unitId }) => subject.unitId === null || unitId === subject.unitId)
      // Nobody is in turn: nothing is on it.
      .filter(() => review.turn === undefined || subjectOf(subject) !== null)
      .map(({ id }) => id),
  );
}

/** The line of an agenda that says whose turn it is. */
export function turnLine(subject: Subject, facts: TurnFacts, today: AgendaFacts['today']): AgendaFacts['turn'] {
  const { lit, units, needs, obstacles } = facts;
  const firm = lit.find(({ project }) => project.id === subject.projectId)?.project;
  if (firm !== undefined) {
    const { id: projectId, code, name: projectName, nickname, sponsorId } = firm;
    const last = lastNeeds(needs, projectId);
    return {
      kind: 'firm',
      projectId,
      code,
      projectName,
      nickname,
      needs: last.length === 0 ? null : needsTold(last, today),
      holders: sponsorId === null ? [] : [sponsorId],
    };
  }
  const town = units.find(({ id }) => id === subject.unitId);
  if (town === undefined) return null;
  const projects = lit.filter((each) => each.project.unitId === town.id && isOpen(each));
  const theirs = new Set(projects.map(({ project }) => project.id));
  return {
    kind: 'town',
    unitId: town.id,
    town: town.name,
    projects: projects.length,
    red: projects.filter(({ lit }) => lit?.light === 'red').length,
    obstacles: obstacles.filter(({ projectId }) => theirs.has(projectId)).length,
    holders: town.headId === null ? [] : [town.headId],
  };
}

/** What a firm needed on its last visit on which it needed anything. */
export function lastNeeds(needs: readonly FirmNeed[], projectId: number | null): readonly FirmNeed[] {
  const theirs = needs.filter((need) => need.projectId === projectId);
  const last = theirs.at(-1)?.slotId;
  return theirs.filter(({ slotId }) => slotId === last);
}
