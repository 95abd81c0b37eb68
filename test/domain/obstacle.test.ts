import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/day.js';
import { ALIKE, alikeness, decide, nextDue, type ObstacleState } from '../../src/domain/obstacle.js';
import { day } from './given.js';
import {
  at,
  BUREAU,
  COORDINATOR,
  clockOf,
  contextAt,
  DELEGATE,
  FINANCE,
  flagged,
  HEAD,
  LAND_BUREAU,
  LEADER,
  moved,
  OFFICIAL,
  refusedBecause,
  run,
  seats,
} from './obstacle-given.js';

const claim = (state: ObstacleState, on: string, now: Instant, by = HEAD) =>
  decide(state, { do: 'claim', by, promisedFor: day(on) }, contextAt(now));

describe('flagging', () => {
  it('is due Tuesday 30 June 18:00 for three working days from Wednesday 24 June 2020 16:10', () => {
    const { state } = flagged(at('2020-06-24', '16:10'));
    expect(clockOf(state)).toEqual({ counted: ['06-28', '06-29', '06-30'], deadline: at('2020-06-30', '18:00') });
    expect(state).toMatchObject({ standing: 'open', rung: 'unit', holderId: HEAD, departmentId: null });
  });

  it('is silent on 25 to 27 June, reminds half-way and climbs at the deadline', () => {
    const { state } = flagged(at('2020-06-24', '16:10'));
    const { state: after, steps } = run(state, at('2020-06-24', '16:10'), at('2020-06-30', '18:00'));
    expect(steps).toEqual([
      { kind: 'half-way', toId: HEAD, at: at('2020-06-29', '15:00') },
      {
        kind: 'raised',
        by: null,
        why: 'silence',
        reason: null,
        from: 'unit',
        to: 'department',
        toUnitId: LAND_BUREAU,
        silentId: HEAD,
        workdays: 3,
        skipped: [],
        at: at('2020-06-30', '18:00'),
      },
    ]);
    expect(after).toMatchObject({ rung: 'department', holderId: BUREAU, departmentId: LAND_BUREAU, standing: 'open' });
    expect(after.overdueSince).toBe(at('2020-06-30', '18:00'));
  });

  it('lets a shackle start at the sponsor and a roadblock at the department', () => {
    expect(flagged(at('2020-06-17', '10:00'), { kind: 'shackle' }).state.rung).toBe('sponsor');
    expect(flagged(at('2020-06-17', '10:00'), { kind: 'roadblock' }).state).toMatchObject({
      rung: 'department',
      departmentId: LAND_BUREAU,
    });
  });

  it('halves the time of an urgent case', () => {
    const { state } = flagged(at('2020-06-17', '10:00'), { urgentReason: '汛期将至' });
    expect(state.deadline).toBe(at('2020-06-19', '18:00'));
  });

  it('tells a rung nothing at night or on a day off, but the commander of what is urgent', () => {
    expect(flagged(at('2020-06-17', '21:30')).state.announceAt).toBe(at('2020-06-18', '08:00'));
    expect(flagged(at('2020-06-20', '10:00')).state.announceAt).toBe(at('2020-06-22', '08:00'));
    expect(flagged(at('2020-06-18', '07:59')).state.announceAt).toBe(at('2020-06-18', '08:00'));
    expect(flagged(at('2020-06-18', '08:00')).state.announceAt).toBeNull();
    const nobody = { unit: null, department: null, sponsor: null, commander: 5 };
    const night = flagged(at('2020-06-17', '22:00'), { urgentReason: '险情', seats: nobody });
    expect(night.state).toMatchObject({ rung: 'commander', announceAt: null });
  });
});

describe('a claim', () => {
  const filed = at('2020-05-01', '10:00');
  const { state } = flagged(filed);

  it('takes Saturday 9 May 2020, a make-up workday, as the promised day', () => {
    const { state: claimed } = moved(claim(state, '2020-05-09', at('2020-05-06', '09:00')));
    expect(claimed).toMatchObject({ standing: 'claimed', claimedById: HEAD, promisedFor: '2020-05-09' });
    expect(claimed.deadline).toBe(at('2020-05-09', '18:00'));
  });

  it('refuses 2 May 2020, a holiday, and offers the next working day', () => {
    expect(claim(state, '2020-05-02', filed)).toEqual({
      refused: { because: 'promise-day-off', day: '2020-05-02', offer: '2020-05-06' },
    });
  });

  it('refuses a day that is over, and today after 18:00', () => {
    expect(refusedBecause(claim(state, '2020-05-05', at('2020-05-06', '09:00')))).toBe('promise-past');
    expect(claim(state, '2020-05-06', at('2020-05-06', '18:00'))).toEqual({
      refused: { because: 'promise-past', day: '2020-05-06', offer: '2020-05-07' },
    });
  });

  it('is refused where somebody claimed before', () => {
    const { state: claimed } = moved(claim(state, '2020-05-09', at('2020-05-06', '09:00')));
    expect(refusedBecause(claim(claimed, '2020-05-08', at('2020-05-06', '09:01')))).toBe('claimed');
  });

  it('is stood in for while the claimant is on leave 6 to 9 May, and raised on the 9th where it was missed', () => {
    const { state: claimed } = moved(claim(state, '2020-05-09', at('2020-05-06', '09:00')));
    const leaves = [{ personId: HEAD, delegateId: DELEGATE, from: day('2020-05-06'), to: day('2020-05-09') }];
    const { state: after, steps } = run(claimed, at('2020-05-06', '09:00'), at('2020-05-09', '18:00'), leaves);
    expect(steps).toMatchObject([
      { kind: 'half-way', toId: DELEGATE, at: at('2020-05-08', '15:00') },
      { kind: 'promise-due', toId: DELEGATE, at: at('2020-05-09', '08:30') },
      {
        kind: 'raised',
        why: 'promise',
        silentId: DELEGATE,
        from: 'unit',
        to: 'department',
        at: at('2020-05-09', '18:00'),
      },
    ]);
    expect(after).toMatchObject({ rung: 'department', claimedById: null, promisedFor: null });
  });
});

describe('clearing', () => {
  const filed = at('2020-06-17', '10:00');
  const { state } = flagged(filed);
  const resolved = moved(
    decide(state, { do: 'resolve', by: HEAD, what: '已协调', rule: null }, contextAt(at('2020-06-18', '10:00'))),
  ).state;

  it('waits to be verified for the working days of the policy', () => {
    expect(resolved).toMatchObject({ standing: 'resolved', resolvedById: HEAD, resolution: '已协调' });
    expect(resolved.verifyBy).toBe(at('2020-06-23', '18:00'));
  });

  it('is closed for good once it is verified', () => {
    const { state: done } = moved(
      decide(resolved, { do: 'verify', by: OFFICIAL }, contextAt(at('2020-06-19', '09:00'))),
    );
    expect(done).toMatchObject({ standing: 'closed', closedAt: at('2020-06-19', '09:00') });
    expect(nextDue(done, contextAt(at('2020-06-19', '09:00')))).toBeNull();
    expect(refusedBecause(decide(done, { do: 'comment', by: HEAD, text: '好' }, contextAt(filed)))).toBe('closed');
  });

  it('comes back to the rung that resolved it, with a new clock and the count of returns', () => {
    const back = moved(
      decide(resolved, { do: 'return', by: OFFICIAL, reason: '没有通电' }, contextAt(at('2020-06-19', '09:00'))),
    );
    expect(back.steps).toEqual([{ kind: 'returned', by: OFFICIAL, reason: '没有通电', count: 1 }]);
    expect(back.state).toMatchObject({ standing: 'open', rung: 'unit', returns: 1, resolution: null });
    expect(back.state.deadline).toBe(at('2020-06-24', '18:00'));
  });

  it('reminds who verifies, and a working day later the coordinators', () => {
    const { steps } = run(resolved, at('2020-06-18', '10:00'), at('2020-07-31', '18:00'));
    expect(steps).toEqual([
      { kind: 'unverified', toCoordinators: false, at: at('2020-06-23', '18:00') },
      { kind: 'unverified', toCoordinators: true, at: at('2020-06-24', '18:00') },
    ]);
  });

  it('asks of a shackle which rule was changed', () => {
    const { state: shackle } = flagged(filed, { kind: 'shackle' });
    const without = decide(shackle, { do: 'resolve', by: LEADER, what: '特事特办', rule: ' ' }, contextAt(filed));
    expect(refusedBecause(without)).toBe('rule-missing');
    const rule = '用地预审与规划选址合并办理';
    expect(
      moved(decide(shackle, { do: 'resolve', by: LEADER, what: '已改', rule }, contextAt(filed))).state,
    ).toMatchObject({ standing: 'resolved', rule });
  });
});

describe('climbing', () => {
  const filed = at('2020-06-17', '10:00');

  it('goes up by hand with a reason, and not past the top', () => {
    let { state } = flagged(filed);
    for (const rung of ['department', 'sponsor', 'commander']) {
      state = moved(decide(state, { do: 'raise', by: HEAD, reason: '办不了' }, contextAt(filed))).state;
      expect(state.rung).toBe(rung);
    }
    expect(refusedBecause(decide(state, { do: 'raise', by: HEAD, reason: '办不了' }, contextAt(filed)))).toBe('at-top');
  });

  it('stays at the top when the last deadline passes, once', () => {
    const { state } = flagged(filed, { kind: 'shackle' });
    const { state: after, steps } = run(state, filed, at('2020-09-30', '18:00'));
    expect(steps.map((step) => step.kind)).toEqual(['half-way', 'raised', 'half-way', 'lapsed']);
    expect(after).toMatchObject({ rung: 'commander', standing: 'open', lapsed: true });
    expect(after.overdueSince).toBe(at('2020-06-24', '18:00'));
  });

  it('goes on at once when the one who holds it leaves without a delegate, in the morning of that day', () => {
    const { state } = flagged(filed);
    const leaves = [{ personId: HEAD, delegateId: null, from: day('2020-06-18'), to: day('2020-06-30') }];
    const { state: after, steps } = run(state, filed, at('2020-06-18', '12:00'), leaves);
    expect(steps).toMatchObject([{ kind: 'raised', why: 'absence', to: 'department', at: at('2020-06-18', '08:00') }]);
    expect(after.overdueSince).toBeNull();
  });

  it('is handed to another department once, and the clock goes on', () => {
    const { state } = flagged(filed, { kind: 'roadblock' });
    const over = { do: 'hand-over', by: BUREAU, toUnitId: FINANCE, headId: LEADER, reason: '属于资金' } as const;
    const { state: after } = moved(decide(state, over, contextAt(at('2020-06-19', '10:00'))));
    expect(after).toMatchObject({ departmentId: FINANCE, holderId: LEADER, handedOver: true });
    expect(clockOf(after)).toEqual(clockOf(state));
    const again = decide(after, { ...over, toUnitId: LAND_BUREAU }, contextAt(at('2020-06-19', '11:00')));
    expect(refusedBecause(again)).toBe('handed-over-before');
    expect(refusedBecause(decide(flagged(filed).state, over, contextAt(filed)))).toBe('not-at-department');
  });

  it('keeps the policy that it started with', () => {
    const { state } = flagged(filed);
    expect(state.terms.workdays).toEqual({ unit: 3, department: 3, sponsor: 3, commander: 5 });
    const { state: up } = moved(
      decide(
        state,
        { do: 'raise', by: HEAD, reason: '办不了' },
        contextAt(filed, { seats: { ...seats, department: null } }),
      ),
    );
    expect(up.rung).toBe('sponsor');
    expect(up.deadline).toBe(at('2020-06-22', '18:00'));
  });
});

describe('a policy that was changed', () => {
  const { state } = flagged(at('2020-06-17', '10:00'));
  const terms = { ...state.terms, workdays: { ...state.terms.workdays, unit: 1 } };

  it('is not slipped in: it holds for an open case once somebody takes it over, from that day on', () => {
    const moment = at('2020-06-18', '10:00');
    const { state: after, steps } = moved(decide(state, { do: 'adopt', by: COORDINATOR, terms }, contextAt(moment)));
    expect(steps).toEqual([{ kind: 'adopted', by: COORDINATOR }]);
    expect(after).toMatchObject({ standing: 'open', rung: 'unit', deadline: at('2020-06-19', '18:00') });
    expect(refusedBecause(decide(after, { do: 'adopt', by: COORDINATOR, terms }, contextAt(moment)))).toBe(
      'policy-same',
    );
  });

  it('leaves a promise as it was given', () => {
    const { state: claimed } = moved(claim(state, '2020-06-24', at('2020-06-18', '09:00')));
    const { state: after } = moved(
      decide(claimed, { do: 'adopt', by: COORDINATOR, terms }, contextAt(at('2020-06-18', '10:00'))),
    );
    expect(after).toMatchObject({
      standing: 'claimed',
      promisedFor: '2020-06-24',
      deadline: at('2020-06-24', '18:00'),
    });
  });
});

describe('two texts', () => {
  it('are taken for the same where only width, blanks and little words differ', () => {
    expect(alikeness('土地指标未批，影响开工', '土地指标 未批,影响开工')).toBe(1);
    expect(alikeness('土地指标还没批，影响开工', '土地指标没批，影响开工')).toBeGreaterThan(ALIKE);
    expect(alikeness('土地指标未批，影响开工', '变压器没到货，无法通电')).toBeLessThan(ALIKE);
  });
});
