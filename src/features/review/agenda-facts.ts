import { computeDigest } from '../../domain/digest/compute.js';
import type { LitProject } from '../../domain/digest/goals.js';
import type { HeldReview, ReviewSlot } from '../../domain/review.js';
import { type AgendaFacts, leftOver } from '../../domain/review-agenda.js';
import type { Subject } from '../../domain/visit.js';
import type { JobCtx } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { SlotCase } from '../../store/review-slots.js';
import { readNow } from '../digest/door.js';
import { indicatorsFor } from '../indicator/door.js';
import { promotionFor } from '../promotion/door.js';
import { projectsOf, subjectFor, type TurnFacts, turnLine } from './turn.js';

const EVERYTHING = { everything: true, personIds: [], unitIds: [] };
/** More open cases than these no agenda can be made of. */
const MOST = 500;

const itemOf = ({ id, number, ownerId, state }: ItemCase) => ({ id, number, ownerId, state });

/** What a review has before it, and whose turn it is; `after`: the turn is passed on from them. */
export type AgendaFactsOf = (
  review: HeldReview,
  slot: ReviewSlot,
  after?: Subject | null,
) => { readonly facts: AgendaFacts; readonly subject: Subject };

/** What an agenda is made of, as it stands now: read once, however many reviews there are tomorrow. */
export async function agendaFacts(ctx: JobCtx): Promise<AgendaFactsOf> {
  const { store, program, now, today } = ctx;
  const slots = await store.reviewSlots.ofProgram(program.id);
  const all = await store.actionItems.all(program.id);
  const items = all
    .filter(({ state }) => state.standing === 'open')
    .sort((one, other) => (one.state.due < other.state.due ? -1 : one.state.due > other.state.due ? 1 : 0));
  const names = await store.names(program);
  const { rows } = await store.obstacles.list(program.id, { of: 'all' }, EVERYTHING, { now, offset: 0, limit: MOST });
  const obstacles = rows.flatMap((row) => {
    const project = names.byCode.get(row.code);
    if (project === undefined) return [];
    const { id, number, code, projectName, matter, rung, since } = row;
    const nickname = project.nicknames[0]?.text ?? null;
    const holderId = row.claimedById ?? row.holderId;
    return [{ id, number, projectId: project.id, code, projectName, nickname, matter, rung, since, holderId }];
  });
  const standing = await readNow(ctx, now);
  const { goals, events, red } = computeDigest(standing, { of: 'plan' });
  const gates = goals.flatMap(({ goal, gate, nearest, judgement }) =>
    gate === null || judgement !== 'miss'
      ? []
      : [
          {
            goal: goal.name,
            on: gate.on,
            missing: gate.missing,
            measure: goal.measure,
            codes: nearest.map(({ code }) => code),
          },
        ],
  );
  const rowOf = ({ project: { id, code, name, nickname, ownerId } }: LitProject) => ({
    projectId: id,
    code,
    projectName: name,
    nickname,
    ownerId,
  });
  const units = await store.obstacles.units(program.id);
  const needs = await store.firmNeeds.ofProgram(program.id);
  const turns: TurnFacts = { lit: standing.lit, units, slots, needs, obstacles };
  const indicators = await indicatorsFor(store, program.id);
  const promotion = await promotionFor(ctx);
  const turned = new Set(events.red.map(({ project }) => project.id));
  return (review, slot, after = null) => {
    const { key } = review;
    const { day } = slot;
    const subject = subjectFor(ctx, review, slot, turns, after);
    const about = projectsOf(review, subject, turns);
    const isAbout = (projectId: number | null) => about === null || (projectId !== null && about.has(projectId));
    const of = ({ id }: SlotCase) => all.filter(({ slotId }) => slotId === id).map(itemOf);
    const earlier = slots.filter((each) => each.review === key && each.day < day);
    // The last in which anything was decided.
    const before = earlier.filter((each) => of(each).length > 0).at(-1);
    const last = before === undefined ? null : { slotId: before.id, items: of(before) };
    // What had turned red before the last one, is red still, and was not decided there, is not lost.
    const posted = earlier.filter(({ agenda }) => agenda !== null).at(-1);
    const decided = all.filter(({ slotId }) => slotId === posted?.id);
    const over = new Set(
      leftOver(posted?.agenda ?? [], decided).flatMap((line) => (line.kind === 'red' ? [line.projectId] : [])),
    );
    // Where they go to, whatever is red is before them.
    const isDue = (id: number) => review.turn !== undefined || turned.has(id) || over.has(id);
    const facts: AgendaFacts = {
      today,
      turn: turnLine(subject, turns, today),
      indicators: indicators(day),
      promotion: promotion(day),
      last,
      items: items.filter(({ projectId }) => isAbout(projectId)).map(itemOf),
      obstacles: obstacles.filter(({ projectId }) => isAbout(projectId)),
      gates: gates.filter(
        ({ codes }) => about === null || codes.some((code) => isAbout(names.byCode.get(code)?.id ?? null)),
      ),
      reds: red.filter(({ project }) => isDue(project.id) && isAbout(project.id)).map(rowOf),
    };
    return { facts, subject };
  };
}
