import { describe, expect, it } from 'vitest';
import { ladderTerms } from '../../src/domain/ladder.js';
import { decide, type ObstacleState, tellLife } from '../../src/domain/obstacle.js';
import type { Matter, ObstacleKind } from '../../src/domain/plan.js';
import { day } from './given.js';
import {
  at,
  BUREAU,
  contextAt,
  FINANCE,
  flagged,
  HEAD,
  LAND_BUREAU,
  LEADER,
  moved,
  OFFICIAL,
  policy,
  refusedBecause,
} from './obstacle-given.js';

const MORNING = at('2020-06-17', '10:00');
const sorted = (state: ObstacleState, matter: Matter, kind: ObstacleKind, now = at('2020-06-18', '10:00')) =>
  decide(
    state,
    {
      do: 'sort',
      by: OFFICIAL,
      matter,
      kind,
      terms: kind === state.kind ? state.terms : ladderTerms(policy, kind),
      department: matter === 'land' ? { id: LAND_BUREAU, headId: BUREAU } : { id: FINANCE, headId: 33 },
    },
    contextAt(now),
  );

describe('what it is after all', () => {
  it('moves nothing where the same rung clears it, not even what others see', () => {
    const { state } = flagged(MORNING);
    const { state: after, steps } = moved(sorted(state, 'funds', 'stumbling-block'));
    expect(after).toEqual(state);
    expect(steps).toEqual([{ kind: 'sorted', by: OFFICIAL, matter: 'funds', obstacle: 'stumbling-block' }]);
  });

  it('of another kind it begins where that kind begins, with all of its time', () => {
    const { state } = flagged(MORNING);
    const { state: after, steps } = moved(sorted(state, 'land', 'shackle'));
    expect(after).toMatchObject({
      kind: 'shackle',
      rung: 'sponsor',
      holderId: LEADER,
      rungFrom: '2020-06-18',
      deadline: at('2020-06-28', '18:00'),
      version: state.version + 1,
    });
    expect(steps).toMatchObject([{ kind: 'sorted', rung: 'sponsor', fromUnitId: null, toUnitId: null, skipped: [] }]);
    // And back, as long as nobody has it.
    expect(moved(sorted(after, 'land', 'stumbling-block')).state).toMatchObject({ rung: 'unit', holderId: HEAD });
  });

  it('of another matter it goes to the department that clears that, whose days are its own', () => {
    const { state } = flagged(MORNING, { kind: 'roadblock' });
    expect(state).toMatchObject({ rung: 'department', departmentId: LAND_BUREAU });
    const { state: after, steps } = moved(sorted(state, 'funds', 'roadblock'));
    expect(after).toMatchObject({ rung: 'department', departmentId: FINANCE, holderId: 33, rungFrom: '2020-06-18' });
    const logged = [
      { at: MORNING, step: { kind: 'flagged', by: 1, rung: 'department', skipped: [], urgentReason: null } as const },
      ...steps.map((step) => ({ at: at('2020-06-18', '10:00'), step })),
      { at: at('2020-06-22', '10:00'), step: { kind: 'resolved', by: 33, what: '拨付', rule: null } as const },
    ];
    expect(tellLife(logged, after.departmentId).stays.map(({ unitId }) => unitId)).toEqual([LAND_BUREAU, FINANCE]);
  });

  it('does not lose the rung to which it had climbed', () => {
    const { state } = flagged(MORNING);
    const up = moved(decide(state, { do: 'raise', by: HEAD, reason: '办不了' }, contextAt(MORNING))).state;
    const higher = moved(decide(up, { do: 'raise', by: BUREAU, reason: '办不了' }, contextAt(MORNING))).state;
    expect(moved(sorted(higher, 'funds', 'roadblock')).state).toMatchObject({ rung: 'sponsor', kind: 'roadblock' });
  });

  it('leaves the question whether it is so as it stands', () => {
    const { state } = flagged(MORNING, { confirmer: { as: 'owner', id: 6 } });
    const { state: after } = moved(sorted(state, 'land', 'shackle'));
    const { confirmation, confirmerId, confirmBy } = state;
    expect(after).toMatchObject({ confirmation, confirmerId, confirmBy, rung: 'sponsor', kind: 'shackle' });
    expect(after.version).toBe(state.version + 1);
    const confirmed = moved(decide(after, { do: 'confirm', by: 6 }, contextAt(at('2020-06-18', '11:00')))).state;
    expect(confirmed).toMatchObject({ rung: 'sponsor', holderId: LEADER, deadline: at('2020-06-28', '18:00') });
  });

  it('is theirs to say only while nobody has taken it on', () => {
    const { state } = flagged(MORNING);
    const { state: claimed } = moved(
      decide(state, { do: 'claim', by: HEAD, promisedFor: day('2020-06-22') }, contextAt(at('2020-06-17', '11:00'))),
    );
    expect(refusedBecause(sorted(claimed, 'funds', 'shackle'))).toBe('claimed');
  });
});
