import type { Fault, PlanError } from './plan-error.js';
import { isGroup, type Listed, readSource } from './source.js';

/**
 * A plan's content with the mechanisms of another file in place of its own. `goals` of that file say which goals of the plan
 * compute themselves, and from what.
 */
export async function readMechanisms(
  path: string,
  { content, others }: Listed,
): Promise<Listed | { readonly errors: readonly PlanError[] }> {
  const source = await readSource(path);
  if ('errors' in source) return source;
  if (!isGroup(content)) return { content, others };
  const { mechanisms, goals = {} } = isGroup(source.content) ? source.content : {};
  const from = isGroup(goals) ? goals : {};
  const listed: readonly unknown[] = Array.isArray(content.goals) ? content.goals : [];
  const known = new Set(listed.flatMap((goal) => (isGroup(goal) && typeof goal.key === 'string' ? [goal.key] : [])));
  const unknown = Object.keys(from).filter((key) => !known.has(key));
  if (unknown.length > 0) return { errors: unknown.map((key) => source.locate(noSuchGoal(key))) };
  const computed = listed.map((goal) =>
    isGroup(goal) && typeof goal.key === 'string' && goal.key in from
      ? { ...goal, rule: { by: 'recorded', from: from[goal.key] } }
      : goal,
  );
  return {
    content: { ...content, mechanisms: mechanisms ?? null, ...(listed.length > 0 ? { goals: computed } : {}) },
    others: { ...others, mechanisms: source },
  };
}

const noSuchGoal = (key: string): Fault => ({
  path: ['goals', key],
  wrong: { zh: `计划里没有目标“${key}”`, en: `the plan has no goal "${key}"` },
  instead: { zh: '写计划 goals 里的一个标识', en: "Write a key of the plan's goals" },
});
