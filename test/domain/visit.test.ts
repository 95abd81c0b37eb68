import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { answerDay, inTurn, moveVisit, type Need, needsTold, nextInTurn } from '../../src/domain/visit.js';
import { workCalendar } from '../../src/time/calendar.js';

const day = localDay;
const calendar = workCalendar();

describe('whose turn it is', () => {
  it('is who was never visited, as the plan has them, then who was visited longest ago', () => {
    const turns = [
      { subject: 1, day: day('2020-05-04') },
      { subject: 3, day: day('2020-04-06') },
      { subject: 1, day: day('2020-03-30') },
    ];
    expect(inTurn([1, 2, 3, 4], turns)).toEqual([2, 4, 3, 1]);
    expect(inTurn([1, 2], [])).toEqual([1, 2]);
  });

  it('goes on to the next by a press, and after the last to the first', () => {
    expect(nextInTurn([2, 4, 3], 2)).toBe(4);
    expect(nextInTurn([2, 4, 3], 3)).toBe(2);
    expect(nextInTurn([2], 2)).toBeNull();
    expect(nextInTurn([], null)).toBeNull();
    // Who has left the plan meanwhile gives way to the first.
    expect(nextInTurn([2, 4], 9)).toBe(2);
  });

  it('every one of n is visited in n turns, whoever was first', () => {
    const subjects = [5, 6, 7, 8];
    const turns: { subject: number; day: ReturnType<typeof localDay> }[] = [];
    for (let week = 1; week <= 8; week += 1) {
      const [first = 0] = inTurn(subjects, turns);
      turns.push({ subject: first, day: day(`2020-06-${String(week).padStart(2, '0')}`) });
    }
    expect(turns.map(({ subject }) => subject)).toEqual([5, 6, 7, 8, 5, 6, 7, 8]);
  });
});

describe('what a firm needs', () => {
  const finance = { zh: '财政局', en: 'Finance Bureau' };
  const need = (more: Partial<Need> = {}): Need => ({
    standing: 'open',
    claimed: false,
    answerBy: day('2020-06-22'),
    at: finance,
    ...more,
  });

  it('is answered within 1, 3 or 15 working days by kind, holidays left out', () => {
    const told = day('2020-06-24');
    expect(answerDay('stumbling-block', told, calendar)).toBe('2020-06-28');
    expect(answerDay('roadblock', told, calendar)).toBe('2020-06-30');
    expect(answerDay('shackle', told, calendar)).toBe('2020-07-16');
    expect(answerDay('roadblock', told, calendar, { 'stumbling-block': 1, roadblock: 2, shackle: 15 })).toBe(
      '2020-06-29',
    );
  });

  it('is told by what became of it: met, unanswered past its day, and where the rest is', () => {
    const met = need({ standing: 'closed' });
    expect(needsTold([met, need()], day('2020-06-22'))).toEqual({ all: 2, done: 1, unanswered: 0, at: finance });
    expect(needsTold([met, need()], day('2020-06-23'))).toMatchObject({ unanswered: 1 });
    expect(needsTold([need({ claimed: true, standing: 'claimed' })], day('2020-06-23'))).toMatchObject({
      unanswered: 0,
    });
    const elsewhere = need({ at: { zh: '人社局', en: 'Labour' } });
    expect(needsTold([need(), elsewhere], day('2020-06-22')).at).toBeNull();
    expect(needsTold([met], day('2020-06-22')).at).toBeNull();
  });
});

describe('another day for a visit', () => {
  const slot = {
    review: 'firm-visit',
    period: day('2020-06-22'),
    day: day('2020-06-24'),
    closes: day('2020-06-28'),
  };
  const given = { settled: false, over: false, today: day('2020-06-23'), calendar };
  it('is a working day of its period that is not over', () => {
    expect(moveVisit(slot, day('2020-06-28'), given)).toBeNull();
    expect(moveVisit(slot, day('2020-06-23'), given)).toBeNull();
    expect(moveVisit(slot, day('2020-06-22'), given)).toBe('outside');
    expect(moveVisit(slot, day('2020-06-29'), given)).toBe('outside');
    expect(moveVisit(slot, day('2020-06-25'), given)).toBe('day-off');
    expect(moveVisit(slot, day('2020-06-24'), given)).toBe('same-day');
    expect(moveVisit(slot, day('2020-06-28'), { ...given, settled: true })).toBe('settled');
    expect(moveVisit(slot, day('2020-06-28'), { ...given, over: true })).toBe('over');
  });
});
