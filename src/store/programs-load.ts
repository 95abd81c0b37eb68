import type { Plan } from '../domain/plan.js';
import type { Database } from './database.js';

/** Writes what a plan file lists into the tables of a program that was just made. */

type Ids = ReadonlyMap<string, number>;

const idOf = (ids: Ids, key: string): number => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`plan: nothing has the key ${key}; the plan file was not checked`);
  return id;
};

const idOrNull = (ids: Ids, key: string | null): number | null => (key === null ? null : idOf(ids, key));

export async function loadLists(database: Database, programId: number, plan: Plan): Promise<void> {
  await database.focusArea.createMany({
    data: plan.focusAreas.map((area, ordinal) => ({ programId, ordinal, key: area.key, name: area.name })),
  });
  await database.category.createMany({
    data: plan.categories.map((category, ordinal) => ({ programId, ordinal, key: category.key, name: category.name })),
  });
  await database.site.createMany({
    data: plan.sites.map((site) => ({ programId, key: site.key, name: site.name, main: site.main })),
  });
  const goals = await database.goal.createManyAndReturn({
    data: plan.goals.map(({ gates: _, rule, ...goal }, ordinal) => ({
      programId,
      ordinal,
      ...goal,
      rule: rule as object,
    })),
    select: { id: true, key: true },
  });
  const ids = new Map(goals.map((goal) => [goal.key, goal.id]));
  await database.gate.createMany({
    data: plan.goals.flatMap((goal) =>
      goal.gates.map((gate) => ({ goalId: idOf(ids, goal.key), onDay: gate.on, value: gate.value })),
    ),
  });
}

/** People belong to the workspace: who is there already keeps their Slack account and language. */
export async function loadPeople(database: Database, workspaceId: string, plan: Plan): Promise<Ids> {
  await database.person.createMany({
    data: plan.people.map(({ roles: _, ...person }) => ({
      workspaceId,
      ...person,
      email: person.email?.toLowerCase() ?? null,
    })),
    skipDuplicates: true,
  });
  const rows = await database.person.findMany({ where: { workspaceId }, select: { id: true, key: true } });
  return new Map(rows.map((row) => [row.key, row.id]));
}

export async function loadUnits(database: Database, programId: number, plan: Plan, people: Ids): Promise<Ids> {
  const rows = await database.unit.createManyAndReturn({
    data: plan.units.map((unit) => ({
      programId,
      key: unit.key,
      name: unit.name,
      kind: unit.kind,
      aliases: [...unit.aliases],
      headId: idOrNull(people, unit.head),
    })),
    select: { id: true, key: true },
  });
  const units = new Map(rows.map((row) => [row.key, row.id]));
  await database.duty.createMany({
    data: plan.people.flatMap((person) =>
      person.roles.map((role) => ({
        programId,
        personId: idOf(people, person.key),
        role: role.role,
        unitId: idOrNull(units, role.unit),
      })),
    ),
  });
  return units;
}

export async function loadProjects(
  database: Database,
  programId: number,
  plan: Plan,
  people: Ids,
  units: Ids,
): Promise<void> {
  const rows = await database.project.createManyAndReturn({
    data: plan.projects.map((project) => ({
      programId,
      code: project.code,
      name: project.name,
      category: project.category,
      focusArea: project.focusArea,
      unitId: idOf(units, project.unit),
      ownerId: idOrNull(people, project.owner),
      sponsorId: idOrNull(people, project.sponsor),
      site: project.site,
      firstStage: project.stage,
      stage: project.stage,
      totalInvestment: project.totalInvestment,
      yearPlan: project.yearPlan,
      startDay: project.start,
      endDay: project.end,
      content: project.content,
      problem: project.problem,
    })),
    select: { id: true, code: true },
  });
  const projects = new Map(rows.map((row) => [row.code, row.id]));
  await database.nickname.createMany({
    data: plan.projects.flatMap((project) =>
      project.nicknames.map((text) => ({ projectId: idOf(projects, project.code), text })),
    ),
  });
  await database.milestone.createMany({
    data: plan.projects.flatMap((project) =>
      project.milestones.map((milestone, ordinal) => ({
        programId,
        projectId: idOf(projects, project.code),
        ordinal,
        name: milestone.name,
        due: milestone.due,
        ownerId: idOrNull(people, milestone.owner),
        stage: milestone.stage,
        ...(milestone.doneOn === null ? {} : { percent: 100, doneOn: milestone.doneOn, knownDoneOn: milestone.doneOn }),
      })),
    ),
  });
}
