import type { LoggedStep, ObstacleCase } from '../../store/obstacles.js';

/** Everybody whom a case and its steps name. */
export function peopleOf(obstacle: ObstacleCase, steps: readonly Pick<LoggedStep, 'step'>[]): readonly number[] {
  const { state } = obstacle;
  const named = [obstacle.raisedById, obstacle.ownerId, state.holderId, state.claimedById, state.resolvedById];
  named.push(state.confirmerId, state.promiseAskedOf, state.promiseAskedById);
  for (const { step } of steps) {
    if ('by' in step) named.push(step.by);
    if (step.standsInFor !== undefined) named.push(step.standsInFor);
    if ('silentId' in step) named.push(step.silentId);
    if ('toId' in step) named.push(step.toId);
    if ('consentBy' in step) named.push(step.consentBy ?? null);
    if ('fromId' in step) named.push(step.fromId);
    if ('skipped' in step) named.push(...step.skipped.map((each) => each.personId));
  }
  return [...new Set(named.filter((id) => id !== null))];
}
