import { dirname, join } from 'node:path';
import type { Plan, PlanChannel, PlanMilestone } from '../domain/plan.js';
import { checkPlan } from './check/index.js';
import { faultsOf } from './fault-words.js';
import { readMechanisms } from './mechanisms.js';
import type { Fault, PlanError } from './plan-error.js';
import { planShape, type WrittenPlan } from './shape.js';
import { isGroup, type Listed, readSource, type Source, sourceOf } from './source.js';

export { type PlanError, planErrorWords } from './plan-error.js';
export { seedPlan } from './seed.js';

/** A file with a thousand faults has one cause; nobody reads further. */
const MOST_ERRORS = 100;

/**
 * Reads a plan file (YAML) and, where its `projects` names one, the second file beside it that lists them. The plan is
 * complete and every key in it points at something; otherwise all faults are given with file, line and column, in the
 * order of the file, at most 100. Never throws for what a file contains. `mechanisms`: a file whose mechanisms take the
 * place of the plan's.
 */
export async function readPlanFile(
  path: string,
  mechanisms: string | null = null,
): Promise<{ readonly plan: Plan } | { readonly errors: readonly PlanError[] }> {
  const main = await readSource(path);
  if ('errors' in main) return main;
  const listed = await readProjects(path, main);
  if ('errors' in listed || mechanisms === null) return 'errors' in listed ? listed : planOf(main, listed);
  const other = await readMechanisms(mechanisms, listed);
  return 'errors' in other ? other : planOf(main, other);
}

/** Reads a plan out of the bytes of one file that somebody sent: its projects stand in it. */
export function readPlanBytes(
  name: string,
  bytes: Uint8Array,
): { readonly plan: Plan } | { readonly errors: readonly PlanError[] } {
  const main = sourceOf(name, bytes);
  return 'errors' in main ? main : planOf(main, { content: main.content, others: {} });
}

function planOf(
  main: Source,
  { content, others }: Listed,
): { readonly plan: Plan } | { readonly errors: readonly PlanError[] } {
  const locate = (fault: Fault) => (others[String(fault.path[0])] ?? main).locate(fault);
  const written = withYear(content);
  const parsed = planShape.safeParse(written);
  const faults = parsed.success
    ? checkPlan(parsed.data)
    : parsed.error.issues.flatMap((issue) => faultsOf(issue, written));
  if (parsed.success && faults.length === 0) return { plan: complete(parsed.data) };
  return { errors: faults.map(locate).sort(byPlace).slice(0, MOST_ERRORS) };
}

/** A plan that names a year alone runs from its first day to its last. */
function withYear(content: unknown): unknown {
  if (!isGroup(content) || typeof content.year !== 'number') return content;
  const { year, from = `${year}-01-01`, to = `${year}-12-31` } = content;
  return { ...content, from, to };
}

/** The plan's content with the second file's projects in their place. */
async function readProjects(path: string, main: Source): Promise<Listed | { readonly errors: readonly PlanError[] }> {
  const { content } = main;
  if (!isGroup(content) || typeof content.projects !== 'string') return { content, others: {} };
  const name = content.projects;
  // Only a neighbour: a plan file that somebody sends must not open other files of this machine.
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*\.ya?ml$/u.test(name)) {
    const fault: Fault = {
      path: ['projects'],
      wrong: {
        zh: `“${name}”不是同一文件夹里的 YAML 文件名`,
        en: `"${name}" is no name of a YAML file in the same folder`,
      },
      instead: { zh: '写成 dong-e-2020.projects.yaml 这样', en: 'Write it like dong-e-2020.projects.yaml' },
    };
    return { errors: [main.locate(fault)] };
  }
  const projects = await readSource(join(dirname(path), name));
  if ('errors' in projects) return projects;
  const list = isGroup(projects.content) ? projects.content.projects : undefined;
  return { content: { ...content, projects: list ?? null }, others: { projects } };
}

function byPlace(one: PlanError, other: PlanError): number {
  return one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;
}

function complete(written: WrittenPlan): Plan {
  return {
    ...written,
    channels: written.channels.map((channel) => ({ ...channel, members: membersOf(channel, written) })),
    projects: written.projects.map((project) => ({
      ...project,
      milestones: project.milestones.map((milestone) => withStage(milestone, written)),
    })),
  };
}

function withStage(
  milestone: WrittenPlan['projects'][number]['milestones'][number],
  written: WrittenPlan,
): PlanMilestone {
  const { stage } = milestone;
  return { ...milestone, stage: stage === undefined ? (written.stages.done[milestone.name] ?? null) : stage };
}

/** The people that a channel's roles, units and names come to, in the order of the plan. */
function membersOf({ members }: WrittenPlan['channels'][number], written: WrittenPlan): PlanChannel['members'] {
  if (members.all) return 'all';
  const { roles, units, people } = members;
  return written.people
    .filter(
      (person) =>
        people.includes(person.key) ||
        person.roles.some(({ role, unit }) => roles.includes(role) || (unit !== null && units.includes(unit))),
    )
    .map(({ key }) => key);
}
