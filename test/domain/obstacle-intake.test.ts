import { describe, expect, it } from 'vitest';
import {
  decide,
  hasSubstance,
  lessonsOf,
  type ObstacleEvent,
  type ObstacleState,
  type Step,
  sameTrouble,
} from '../../src/domain/obstacle.js';
import { day } from './given.js';
import {
  at,
  BUREAU,
  COMMANDER,
  COORDINATOR,
  calendar,
  contextAt,
  FINANCE,
  flagged,
  HEAD,
  LAND_BUREAU,
  LEADER,
  moved,
  OFFICIAL,
  refusedBecause,
  run,
  zone,
} from './obstacle-given.js';

const does = (state: ObstacleState, event: ObstacleEvent, on: string, time = '10:00') =>
  decide(state, event, contextAt(at(on, time)));

describe('a promise (walk 3)', () => {
  const filed = at('2020-06-11', '10:00');
  const { state } = flagged(filed);
  const claim = (promisedFor: string, reason: string | null = null, of = state) =>
    does(of, { do: 'claim', by: HEAD, promisedFor: day(promisedFor), reason }, '2020-06-12');

  it('goes at most the rung’s own three working days beyond its limit of 16 June', () => {
    expect(moved(claim('2020-06-19')).state.promisedFor).toBe('2020-06-19');
    expect(claim('2020-12-31')).toEqual({
      refused: {
        because: 'promise-too-far',
        day: '2020-12-31',
        offer: '2020-06-19',
        limit: '2020-06-16',
        workdays: 3,
        above: 'department',
      },
    });
    expect(refusedBecause(claim('2020-06-22', '省厅月底批'))).toBe('promise-too-far');
  });

  it('is later with the consent of the next rung, while its own clock runs on', () => {
    const ask = { do: 'ask-promise', by: HEAD, promisedFor: day('2020-07-10'), reason: '省厅月底批' } as const;
    const asked = moved(does(state, ask, '2020-06-12')).state;
    expect(asked).toMatchObject({ standing: 'open', promiseAskedOf: BUREAU, deadline: state.deadline });
    const climbed = run(asked, at('2020-06-12', '10:00'), state.deadline);
    expect(climbed.state).toMatchObject({ rung: 'department', promiseAskedFor: null });
    const agreed = moved(does(asked, { do: 'consent-promise', by: BUREAU }, '2020-06-15'));
    expect(agreed.state).toMatchObject({ standing: 'claimed', claimedById: HEAD, promisedFor: '2020-07-10' });
    expect(agreed.steps).toEqual([{ kind: 'claimed', by: HEAD, promisedFor: '2020-07-10', consentBy: BUREAU }]);
    const refused = moved(does(asked, { do: 'refuse-promise', by: BUREAU, reason: '太晚' }, '2020-06-15'));
    expect(refused.state).toMatchObject({ standing: 'open', promiseAskedFor: null, deadline: state.deadline });
  });

  it('takes a reason at the commander, which the step keeps', () => {
    const top = flagged(filed, { seats: { unit: null, department: null, sponsor: null, commander: COMMANDER } }).state;
    expect(refusedBecause(claim('2020-12-31', null, top))).toBe('promise-too-far');
    expect(moved(claim('2020-12-31', '要省里批', top)).steps).toEqual([
      { kind: 'claimed', by: HEAD, promisedFor: '2020-12-31', reason: '要省里批' },
    ]);
  });

  it('is reminded of in the morning of its day (walk 16)', () => {
    const { state: claimed } = moved(claim('2020-06-15'));
    const { steps } = run(claimed, at('2020-06-12', '10:00'), at('2020-06-15', '17:59'));
    expect(steps).toEqual([{ kind: 'promise-due', toId: HEAD, at: at('2020-06-15', '08:30') }]);
  });
});

describe('half of the time', () => {
  it('is over after the first of two working days; of one day there is no half (walk 16)', () => {
    const urgent = flagged(at('2020-06-17', '10:00'), { urgentReason: '汛期将至' }).state;
    const { steps } = run(urgent, at('2020-06-17', '10:00'), at('2020-06-19', '17:59'));
    expect(steps).toEqual([{ kind: 'half-way', toId: HEAD, at: at('2020-06-18', '15:00') }]);
  });
});

describe('an outsider’s (walk 8)', () => {
  const filed = at('2020-06-23', '10:00');
  const confirmer = { as: 'owner', id: OFFICIAL } as const;
  const { state, steps } = flagged(filed, { confirmer });

  it('waits: a day for the owner, a day for the head, then it stands as filed and the rung has all of its time', () => {
    expect(steps[0]).toMatchObject({ kind: 'flagged', confirmation: 'owner' });
    expect(state).toMatchObject({ confirmation: 'owner', confirmBy: at('2020-06-24', '18:00'), overdueSince: null });
    const after = run(state, filed, at('2020-06-28', '18:00'));
    expect(after.steps).toEqual([
      { kind: 'head-asked', toId: HEAD, at: at('2020-06-24', '18:00') },
      { kind: 'confirmed', by: null, upheld: false, at: at('2020-06-28', '18:00') },
    ]);
    expect(after.state).toMatchObject({ confirmation: null, rung: 'unit', overdueSince: null });
    expect(after.state.deadline).toBe(at('2020-07-01', '18:00'));
  });

  it('is confirmed, or by the sponsor decided where it is disputed; the sponsor’s own goes to the commander', () => {
    const confirmed = moved(does(state, { do: 'confirm', by: OFFICIAL }, '2020-06-23', '11:00')).state;
    expect(confirmed).toMatchObject({ confirmation: null, standing: 'open', rung: 'unit' });
    const dispute = { do: 'dispute', by: OFFICIAL, reason: '图已给全', raisedById: COORDINATOR } as const;
    const disputed = moved(does(state, dispute, '2020-06-23', '11:00')).state;
    expect(disputed).toMatchObject({ confirmation: 'sponsor', confirmerId: LEADER });
    const own = moved(does(state, { ...dispute, raisedById: LEADER }, '2020-06-23', '11:00')).state;
    expect(own.confirmerId).toBe(COMMANDER);
    const struck = moved(does(disputed, { ...dispute, by: LEADER }, '2020-06-24'));
    expect(struck.state).toMatchObject({ standing: 'closed', withdrawn: true });
    expect(struck.steps).toEqual([{ kind: 'withdrawn', by: LEADER, why: 'struck', reason: '图已给全' }]);
    const upheld = moved(does(disputed, { do: 'confirm', by: LEADER }, '2020-06-24'));
    expect(upheld.steps).toEqual([{ kind: 'confirmed', by: LEADER, upheld: true }]);
    expect(run(disputed, at('2020-06-23', '11:00'), at('2020-07-31', '10:00')).state.standing).toBe('open');
  });

  it('is taken for so by who claims or resolves it, and neither raised nor handed over before', () => {
    const claim = { do: 'claim', by: HEAD, promisedFor: day('2020-06-24') } as const;
    expect(moved(does(state, claim, '2020-06-23', '11:00')).state).toMatchObject({
      standing: 'claimed',
      confirmation: null,
    });
    expect(refusedBecause(does(state, { do: 'raise', by: HEAD, reason: '办不了' }, '2020-06-23'))).toBe('unconfirmed');
  });
});

describe('the rung that has it', () => {
  const filed = at('2020-06-22', '10:00');
  const { state } = flagged(filed);

  it('may ask for more, once: the clock stops for a working day, over the holidays', () => {
    expect(state.deadline).toBe(at('2020-06-28', '18:00'));
    const asked = moved(does(state, { do: 'query', by: HEAD, text: '地块坐标、面积' }, '2020-06-23')).state;
    expect(asked).toMatchObject({ query: 'asked', deadline: at('2020-06-29', '18:00') });
    const added = moved(does(asked, { do: 'supplement', by: OFFICIAL, text: '见附件' }, '2020-06-23')).state;
    expect(added).toMatchObject({ query: 'answered', deadline: at('2020-06-29', '18:00') });
    expect(refusedBecause(does(added, { do: 'query', by: HEAD, text: '再补' }, '2020-06-23'))).toBe('queried-before');
  });

  it('may say that it is none; who raised it takes it up once, accepts it, or lets three working days pass', () => {
    const dismissed = moved(does(state, { do: 'dismiss', by: HEAD, reason: '属企业自行安排' }, '2020-06-23')).state;
    expect(dismissed).toMatchObject({ standing: 'resolved', dismissed: true });
    expect(refusedBecause(does(dismissed, { do: 'verify', by: OFFICIAL }, '2020-06-23'))).toBe('dismissed');
    const up = moved(does(dismissed, { do: 'take-up', by: OFFICIAL, reason: '归县里管' }, '2020-06-23')).state;
    expect(up).toMatchObject({ standing: 'open', rung: 'department', dismissed: false, takenUp: true });
    const again = moved(does(up, { do: 'dismiss', by: BUREAU, reason: '属企业自行安排' }, '2020-06-24')).state;
    const once = { do: 'take-up', by: OFFICIAL, reason: '不是' } as const;
    expect(refusedBecause(does(again, once, '2020-06-24'))).toBe('taken-up');
    expect(moved(does(again, { do: 'accept', by: OFFICIAL }, '2020-06-24')).state).toMatchObject({
      standing: 'closed',
    });
    const over = run(dismissed, at('2020-06-23', '10:00'), at('2020-07-31', '10:00'));
    expect(over.steps).toEqual([{ kind: 'withdrawn', by: null, why: 'unanswered', at: at('2020-06-29', '18:00') }]);
    expect(over.state).toMatchObject({ standing: 'closed', withdrawn: true });
  });

  it('is not late for what was before it came there (walk 10)', () => {
    const climbed = run(state, filed, state.deadline).state;
    expect(climbed).toMatchObject({ rung: 'department', rungFrom: '2020-06-28', overdueSince: state.deadline });
    expect(climbed.deadline).toBeGreaterThan(state.deadline);
  });
});

describe('promises, as the month’s lessons tell them (item 10)', () => {
  it('stand by who gave them, kept and missed', () => {
    const filed = at('2020-06-11', '10:00');
    const { state, steps: flaggedSteps } = flagged(filed);
    const claimed = moved(does(state, { do: 'claim', by: HEAD, promisedFor: day('2020-06-15') }, '2020-06-12'));
    const missed = run(claimed.state, at('2020-06-12', '10:00'), at('2020-06-15', '18:00'));
    const again = moved(does(missed.state, { do: 'claim', by: BUREAU, promisedFor: day('2020-06-18') }, '2020-06-16'));
    const done = moved(does(again.state, { do: 'resolve', by: BUREAU, what: '已批', rule: null }, '2020-06-17'));
    const life = [
      ...flaggedSteps.map((step) => ({ at: filed, step })),
      ...claimed.steps.map((step) => ({ at: at('2020-06-12', '10:00'), step })),
      ...missed.steps.map(({ at: when, ...step }) => ({ at: when, step: step as Step })),
      ...again.steps.map((step) => ({ at: at('2020-06-16', '10:00'), step })),
      ...done.steps.map((step) => ({ at: at('2020-06-17', '10:00'), step })),
    ];
    const cases = [{ matter: 'land' as const, departmentId: LAND_BUREAU, steps: life }];
    expect(lessonsOf(cases, { calendar, timeZone: zone }).promises).toEqual([
      { rung: 'unit', unitId: null, kept: 0, missed: 1 },
      { rung: 'department', unitId: LAND_BUREAU, kept: 1, missed: 0 },
    ]);
  });
});

describe('a leader', () => {
  const { state } = flagged(at('2020-06-22', '10:00'));

  it('takes it to their own rung, and hands it to a department whoever has it', () => {
    const up = moved(
      does(state, { do: 'pull-up', by: COMMANDER, to: 'commander', reason: '要省厅批次' }, '2020-06-23'),
    );
    expect(up.state).toMatchObject({ rung: 'commander', holderId: COMMANDER, standing: 'open' });
    const hand = {
      do: 'hand-over',
      by: COMMANDER,
      toUnitId: FINANCE,
      headId: BUREAU,
      reason: '卡在出让金',
      leads: true,
    } as const;
    const down = moved(does(up.state, hand, '2020-06-23', '11:00'));
    expect(down.state).toMatchObject({ rung: 'department', departmentId: FINANCE, holderId: BUREAU });
    expect(down.steps).toMatchObject([{ kind: 'handed-over', rung: 'department', toUnitId: FINANCE }]);
    const { leads: _, ...unled } = hand;
    expect(refusedBecause(does(state, unled, '2020-06-23'))).toBe('not-at-department');
    expect(
      refusedBecause(does(up.state, { do: 'pull-up', by: LEADER, to: 'sponsor', reason: '我来' }, '2020-06-23')),
    ).toBe('at-top');
  });
});

describe('what is urgent', () => {
  it('says why, not only that it is (walk 8)', () => {
    for (const empty of ['急', '很急！', '特别紧急，请尽快', '加急', 'urgent', 'ASAP please', '急急急'])
      expect(hasSubstance(empty)).toBe(false);
    for (const reason of ['汛期将至', '影响省重点调度', '7月1日断供', 'the flood season begins'])
      expect(hasSubstance(reason)).toBe(true);
  });

  it('halves nothing before the unit head agrees, and then counts from that day', () => {
    const { state } = flagged(at('2020-06-17', '10:00'), { urgentReason: '汛期将至', urgentConfirmed: false });
    expect(state).toMatchObject({ urgent: false, deadline: at('2020-06-22', '18:00') });
    const agreed = moved(does(state, { do: 'confirm-urgent', by: HEAD }, '2020-06-17', '11:00')).state;
    expect(agreed).toMatchObject({ urgent: true, deadline: at('2020-06-19', '18:00') });
    const late = moved(does(state, { do: 'confirm-urgent', by: HEAD }, '2020-06-22')).state;
    expect(late.deadline).toBe(at('2020-06-22', '18:00'));
  });
});

describe('the same trouble (walk 41)', () => {
  const names = ['P-017', '本草堂中药饮片及配方颗粒项目', '本草堂', '施工许可', '开工'];
  it('is not told by what every text of the project says', () => {
    const power = 'P-017 本草堂中药饮片及配方颗粒项目 电没通，影响开工';
    const money = 'P-017 本草堂中药饮片及配方颗粒项目 资金没到位，影响开工';
    expect(sameTrouble(power, money, names)).toBe(false);
    expect(sameTrouble('P-017 电没通', 'P-017 资金没到位', names)).toBe(false);
    expect(sameTrouble('P-017 土地指标未批，影响开工', '本草堂土地指标还未批 影响开工', names)).toBe(true);
  });
});
