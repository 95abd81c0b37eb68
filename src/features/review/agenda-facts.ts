import type { LocalDay } from '../../domain/day.js';
import { computeDigest } from '../../domain/digest/compute.js';
import type { LitProject } from '../../domain/digest/goals.js';
import { type AgendaFacts, leftOver } from '../../domain/review-agenda.js';
import type { JobCtx } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { SlotCase } from '../../store/review-slots.js';
import { readNow } from '../digest/door.js';

const EVERYTHING = { everything: true, personIds: [], unitIds: [] };
/** More open cases than these no agenda can be made of. */
const MOST = 500;

const itemOf = ({ id, number, ownerId, state }: ItemCase) => ({ id, number, ownerId, state });

/** What an agenda is made of, as it stands now: read once, however many reviews there are tomorrow. */
export async function agendaFacts(ctx: JobCtx): Promise<(review: string, day: LocalDay) => AgendaFacts> {
  const { store, program, now, today } = ctx;
  const slots = await store.reviewSlots.ofProgram(program.id);
  const all = await store.actionItems.all(program.id);
  const items = all
    .filter(({ state }) => state.standing === 'open')
    .sort((one, other) => (one.state.due < other.state.due ? -1 : one.state.due > other.state.due ? 1 : 0))
    .map(itemOf);
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
  const { goals, events, red } = computeDigest(await readNow(ctx, now), { of: 'plan' });
  const gates = goals.flatMap(({ goal, gate, nearest, judgement }) =>
    gate === null || judgement !== 'miss'
      ? []
      : [{ goal: goal.name, on: gate.on, missing: gate.missing, codes: nearest.map(({ code }) => code) }],
  );
  const rowOf = ({ project: { id, code, name, nickname, ownerId } }: LitProject) => ({
    projectId: id,
    code,
    projectName: name,
    nickname,
    ownerId,
  });
  return (review, day) => {
    const of = ({ id }: SlotCase) => all.filter(({ slotId }) => slotId === id).map(itemOf);
    // The last in which anything was decided.
    const before = slots.filter((slot) => slot.review === review && slot.day < day && of(slot).length > 0).at(-1);
    const last = before === undefined ? null : { slotId: before.id, items: of(before) };
    // What had turned red before the last one, is red still, and was not decided there, is not lost.
    const posted = slots.filter((slot) => slot.review === review && slot.day < day && slot.agenda !== null).at(-1);
    const decided = all.filter(({ slotId }) => slotId === posted?.id);
    const over = new Set(
      leftOver(posted?.agenda ?? [], decided).flatMap((line) => (line.kind === 'red' ? [line.projectId] : [])),
    );
    const turned = new Set(events.red.map(({ project }) => project.id));
    const reds = red.filter(({ project }) => turned.has(project.id) || over.has(project.id)).map(rowOf);
    return { today, last, items, obstacles, gates, reds };
  };
}
