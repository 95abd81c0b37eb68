import { describe, expect, it } from 'vitest';
import { type ClearedCase, lessonsOf } from '../../src/domain/obstacle.js';
import { at, BUREAU, calendar, FINANCE, HEAD, LAND_BUREAU, OFFICIAL, zone } from './obstacle-given.js';

const flagged = { kind: 'flagged', by: OFFICIAL, skipped: [], urgentReason: null } as const;
const raised = {
  kind: 'raised',
  by: null,
  why: 'silence',
  reason: null,
  toUnitId: null,
  silentId: HEAD,
  workdays: 3,
  skipped: [],
} as const;
const resolved = { kind: 'resolved', by: BUREAU, what: '已办', rule: null } as const;
const returned = { kind: 'returned', by: OFFICIAL, reason: '没有办' } as const;
const taught = (...cases: ClearedCase[]) => lessonsOf(cases, { calendar, timeZone: zone });

/** Filed at the unit on Wednesday 17 June, raised two working days later, resolved, returned once, resolved again. */
const land: ClearedCase = {
  matter: 'land',
  departmentId: LAND_BUREAU,
  steps: [
    { at: at('2020-06-17', '10:00'), step: { ...flagged, rung: 'unit' } },
    { at: at('2020-06-19', '18:00'), step: { ...raised, from: 'unit', to: 'department' } },
    { at: at('2020-06-22', '09:00'), step: resolved },
    { at: at('2020-06-23', '09:00'), step: { ...returned, count: 1 } },
    { at: at('2020-06-28', '09:00'), step: resolved },
    { at: at('2020-06-30', '09:00'), step: { kind: 'verified', by: OFFICIAL } },
  ],
};

describe('what cleared obstacles teach', () => {
  it('is the median of working days at each rung, waiting to be verified left out', () => {
    expect(taught(land).byMatter).toEqual([
      { matter: 'land', rung: 'unit', cases: 1, median: 2 },
      { matter: 'land', rung: 'department', cases: 2, median: 1.5 },
    ]);
  });

  it('is whose clearing did not hold', () => {
    expect(taught(land).returns).toEqual([{ unitId: LAND_BUREAU, resolved: 2, returned: 1 }]);
  });

  it('counts a return for the department that had it then, not for the one it was handed to', () => {
    const handed: ClearedCase = {
      ...land,
      departmentId: FINANCE,
      steps: [
        ...land.steps.slice(0, 4),
        {
          at: at('2020-06-24', '09:00'),
          step: { kind: 'handed-over', by: BUREAU, fromUnitId: LAND_BUREAU, toUnitId: FINANCE, reason: '资金' },
        },
        ...land.steps.slice(4),
      ],
    };
    expect(taught(handed).returns).toEqual([{ unitId: LAND_BUREAU, resolved: 1, returned: 1 }]);
  });

  it('is nothing where nothing was cleared', () => {
    expect(taught()).toEqual({ cleared: 0, promises: [], byMatter: [], returns: [] });
  });
});
