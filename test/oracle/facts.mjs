// The record, as a replay exported it: the plan file, the log, what was asked, and what the digests said.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Everything that an oracle reads, of a replay's output folder. */
export function readFacts(folder) {
  const head = JSON.parse(readFileSync(join(folder, 'replay.json'), 'utf8'));
  const plan = readPlan(join(folder, head.plan));
  return {
    ...head,
    plan: head.mechanisms ? withMechanisms(plan, yaml(join(folder, head.mechanisms))) : plan,
    acts: linesOf(join(folder, 'activity.jsonl')),
    prompts: linesOf(join(folder, 'prompts.jsonl')),
    messages: linesOf(join(folder, 'messages.jsonl')),
    digests: linesOf(join(folder, 'digests.jsonl')),
  };
}

// YAML reads a bare day as text already (schema core); amounts and percents as numbers.
const yaml = (file) => parse(readFileSync(file, 'utf8'), { schema: 'core' });

/** Mechanisms of a file of their own, and which goals compute themselves from them. */
const withMechanisms = (plan, { mechanisms, goals = {} }) => ({
  ...plan,
  mechanisms,
  goals: plan.goals.map((goal) =>
    goals[goal.key] ? { ...goal, rule: { by: 'recorded', from: goals[goal.key] } } : goal,
  ),
});

function readPlan(file) {
  const plan = yaml(file);
  const listed = typeof plan.projects === 'string' ? yaml(join(dirname(file), plan.projects)) : plan.projects;
  const projects = Array.isArray(listed) ? listed : listed.projects;
  return {
    ...plan,
    projects: projects
      .map((project) => ({
        ...project,
        milestones: (project.milestones ?? []).map((milestone, ordinal) => ({
          ...milestone,
          ordinal,
          due: milestone.due ?? null,
          stage: milestone.stage ?? plan.stages.done[milestone.name] ?? null,
        })),
      }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
  };
}
