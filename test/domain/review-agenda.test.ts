import { describe, expect, it } from 'vitest';
import { decided } from '../../src/domain/action-item.js';
import { localDay } from '../../src/domain/day.js';
import {
  AGENDA_LINES,
  type AgendaFacts,
  type AgendaObstacle,
  agendaOf,
  leftOver,
  mattersOf,
} from '../../src/domain/review-agenda.js';

const today = localDay('2020-06-22');
const obstacle = (number: number, more: Partial<AgendaObstacle> = {}): AgendaObstacle => ({
  id: number,
  number,
  projectId: 3,
  code: 'P-003',
  nickname: null,
  projectName: '恒硕新材',
  matter: 'land',
  rung: 'sponsor',
  since: localDay('2020-06-02'),
  holderId: 9,
  ...more,
});
const item = (number: number, due: string, carried = 0) => ({
  id: number,
  number,
  ownerId: number,
  state: { ...decided(localDay(due)), carried },
});
const facts = (more: Partial<AgendaFacts> = {}): AgendaFacts => ({
  today,
  turn: null,
  indicators: { month: localDay('2020-05-01'), sheetId: 2, count: 8, revised: 1 },
  promotion: { month: localDay('2020-06-01'), judge: 0, answer: 0, first: [], missing: 0 },
  last: null,
  items: [],
  obstacles: [],
  gates: [],
  reds: [],
  ...more,
});

describe('an agenda', () => {
  it('tells of indicators where the plan says so, which is nothing to decide', () => {
    const lines = agendaOf(facts(), ['gates', 'indicators']);
    expect(lines).toEqual([{ kind: 'indicators', month: '2020-05-01', sheetId: 2, count: 8, revised: 1, holders: [] }]);
    expect(mattersOf(lines)).toBe(0);
    expect(agendaOf(facts())).toEqual([]);
  });

  it('tells a promotion meeting what of its leads is due and what the month lacks', () => {
    const promotion = { month: localDay('2020-06-01'), judge: 2, answer: 1, first: [7], missing: 7 };
    const lines = agendaOf(facts({ promotion }), ['promotion']);
    expect(lines).toEqual([
      { kind: 'leads', judge: 2, answer: 1, holders: [7] },
      { kind: 'activities', month: '2020-06-01', missing: 7, holders: [] },
    ]);
    // Leads are decided about; the rest is for those to do whom it concerns.
    expect(mattersOf(lines)).toBe(1);
    expect(agendaOf(facts(), ['promotion'])).toEqual([]);
  });

  it('begins with the last decisions, then has what only a leader can clear, the commander’s first and the oldest', () => {
    const done = { ...item(1, '2020-06-18'), state: { ...decided(localDay('2020-06-18')), standing: 'done' as const } };
    const lines = agendaOf(
      facts({
        last: { slotId: 4, items: [done, item(7, '2020-06-19'), item(8, '2020-06-30')] },
        obstacles: [
          obstacle(1, { rung: 'unit' }),
          obstacle(2, { since: localDay('2020-06-10') }),
          obstacle(3),
          obstacle(4, { rung: 'commander', since: localDay('2020-06-20') }),
          obstacle(5, { rung: 'department' }),
        ],
      }),
    );
    expect(lines[0]).toMatchObject({ kind: 'last', all: 3, done: 1, overdue: 1, late: 7 });
    expect(lines.slice(1)).toMatchObject([{ number: 4, days: 3 }, { number: 3, days: 21 }, { number: 2 }]);
    expect(lines[1]?.holders).toEqual([9]);
    expect(mattersOf(lines)).toBe(3);
  });

  it('asks of what was carried a third time, names what is overdue once, and nothing merely to be heard', () => {
    const overdue = item(7, '2020-06-19');
    const lines = agendaOf(
      facts({
        last: { slotId: 4, items: [overdue] },
        items: [overdue, item(5, '2020-07-01', 3), item(6, '2020-06-18'), item(9, '2020-06-30')],
      }),
    );
    expect(lines).toMatchObject([
      { kind: 'last', late: 7 },
      { kind: 'carried', number: 5, times: 3, holders: [5] },
      { kind: 'late', number: 6, times: 4 },
    ]);
    expect(mattersOf(agendaOf(facts({ last: { slotId: 4, items: [overdue] } })))).toBe(0);
    expect(agendaOf(facts({ last: { slotId: 4, items: [] } }))).toEqual([]);
  });

  it('has at most eight lines, of the parts that the plan names', () => {
    const many = facts({
      obstacles: Array.from({ length: 20 }, (_, n) => obstacle(n + 1)),
      gates: [{ goal: { zh: '开工率', en: 'start rate' }, on: today, missing: 1, measure: 'share', codes: [] }],
      reds: [{ projectId: 1, code: 'P-001', nickname: null, projectName: '甲', ownerId: null }],
    });
    expect(agendaOf(many)).toHaveLength(AGENDA_LINES);
    expect(agendaOf(many, ['gates', 'reds']).map(({ kind }) => kind)).toEqual(['gate', 'red']);
    expect(agendaOf(many, [])).toEqual([]);
  });
});

describe('what was not decided', () => {
  it('is each obstacle and each new red about which nothing was', () => {
    const red = (projectId: number, code: string) => ({
      projectId,
      code,
      nickname: null,
      projectName: code,
      ownerId: null,
    });
    const lines = agendaOf(
      facts({ obstacles: [obstacle(4), obstacle(7)], reds: [red(10, 'P-010'), red(20, 'P-020')] }),
    );
    const codes = (decided: Parameters<typeof leftOver>[1]) =>
      leftOver(lines, decided).map((line) =>
        'number' in line ? line.number : line.kind === 'red' ? line.code : line.kind,
      );
    expect(codes([])).toEqual([4, 7, 'P-010', 'P-020']);
    expect(
      codes([
        { obstacleId: 4, projectId: 3 },
        { obstacleId: null, projectId: 20 },
      ]),
    ).toEqual([7, 'P-010']);
  });
});
