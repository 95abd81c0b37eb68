import type { LocalDay } from '../../domain/day.js';
import { type Chargeable, type DecisionLine, LONGEST_DECISION, readDecision } from '../../domain/decision-line.js';
import { deadline, workdaysBetween } from '../../domain/workday.js';
import type { Ctx } from '../../feature.js';
import type { Names } from '../../store/names.js';
import type { Contact } from '../../store/people.js';
import type { Draft } from './ids.js';
import type { DecisionFault, ReadBack } from './model.js';

/** How many may be chosen from with buttons. */
const CHOICES = 2;
/** More working days than these are not counted out. */
const COUNTED_OUT = 5;

export type ReadLine = {
  readonly line: DecisionLine;
  readonly people: readonly Contact[];
  readonly names: Names;
};

/** Reads a line with the names of the program: its persons, units and projects. */
export async function readLine(ctx: Ctx, text: string): Promise<ReadLine> {
  const { store, program, today, calendar } = ctx;
  const people = await store.people.ofProgram(program.id);
  const names = await store.names(program);
  const seats = new Map((await store.obstacles.units(program.id)).map(({ id, headId }) => [id, headId]));
  const units = await store.roster.units(program.id);
  const chargeable: readonly Chargeable[] = [
    ...people.map(({ id, name, nameEn }) => ({ personId: id, kind: 'person' as const, names: [name, nameEn] })),
    ...units.map(({ id, name, aliases }) => ({
      personId: seats.get(id) ?? null,
      kind: 'unit' as const,
      names: [name.zh, name.en, ...aliases],
    })),
  ];
  const bySlack = new Map(people.map(({ slackUserId, name }) => [slackUserId, name]));
  const nameOf = (slackUserId: string) => bySlack.get(slackUserId) ?? null;
  return {
    line: readDecision(text, { today, calendar, ledger: names.ledger, chargeable, nameOf }),
    people,
    names,
  };
}

/** What a line says as a draft, or what in it is wrong; an obstacle is found by its number. */
export async function draftOf(
  ctx: Ctx,
  { line, names }: Pick<ReadLine, 'line' | 'names'>,
  slot: number | null,
): Promise<{ readonly draft: Draft } | { readonly fault: DecisionFault }> {
  const { store, program } = ctx;
  if (line.text === '') return { fault: { what: 'text' } };
  if (line.text.length > LONGEST_DECISION) return { fault: { what: 'too-long' } };
  if (line.strange !== null) return { fault: { what: 'project', typed: line.strange } };
  const obstacle = line.obstacle === null ? null : await store.obstacles.byNumber(program.id, line.obstacle);
  if (line.obstacle !== null && obstacle === null) return { fault: { what: 'obstacle', typed: String(line.obstacle) } };
  const project = line.project === null ? null : (names.byCode.get(line.project) ?? null);
  const milestone = project?.milestones.find(({ name }) => name === line.milestone) ?? null;
  return {
    draft: {
      slot,
      owner: line.ownerId,
      due: line.due,
      project: project?.id ?? obstacle?.projectId ?? null,
      milestone: milestone && (await isOpen(ctx, project?.id ?? 0, milestone.name)) ? milestone.id : null,
      obstacle: obstacle?.id ?? null,
      text: line.text,
    },
  };
}

/** A draft as it is read back; `said`: what the line offered where something is missing. */
export async function readBack(
  ctx: Ctx,
  draft: Draft,
  said: { readonly owners: readonly number[]; readonly days: readonly LocalDay[]; readonly saidOfDay: string | null },
): Promise<ReadBack> {
  const { store, program, today, calendar } = ctx;
  const people = await store.people.contacts(program.workspaceId, [
    ...said.owners,
    ...(draft.owner === null ? [] : [draft.owner]),
  ]);
  const owner = draft.owner === null ? undefined : people.get(draft.owner);
  const count = draft.due === null ? 0 : workdaysBetween(today, draft.due, calendar);
  const counts = count > 0 && count <= COUNTED_OUT && draft.due !== null && calendar.isWorkday(draft.due);
  const names = await store.names(program);
  const project = draft.project === null ? undefined : names.byId.get(draft.project);
  return {
    draft,
    owner: owner ? { ...owner, unit: await unitOf(ctx, owner.id) } : null,
    owners: said.owners.flatMap((id) => people.get(id) ?? []).slice(0, CHOICES),
    counted: counts ? deadline(today, count, calendar).counted : [],
    days: said.days.slice(0, CHOICES),
    saidOfDay: said.saidOfDay,
    step: project?.milestones.find(({ id }) => id === draft.milestone)?.name ?? null,
  };
}

/** The unit that somebody heads, else the first that they belong to. */
async function unitOf({ store, program, today }: Ctx, personId: number) {
  const units = await store.roster.units(program.id);
  const found = await store.people.byId(program.id, personId, today);
  const roles = found?.person.roles ?? [];
  const role = roles.find((each) => each.role === 'unit-head') ?? roles.find(({ unitId }) => unitId !== null);
  return units.find(({ id }) => id === role?.unitId)?.name ?? null;
}

/** Whether a step is still to be done: one that is done ends nothing. */
export async function isOpen({ store, program, now }: Ctx, projectId: number, name: string): Promise<boolean> {
  const [state] = await store.facts.current(program, now, [projectId]);
  return state?.milestones.find((each) => each.name === name)?.doneOn === null;
}
