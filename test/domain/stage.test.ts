import { describe, expect, it } from 'vitest';
import { STAGES } from '../../src/domain/plan.js';
import { atLeast, laterStage, stageReached } from '../../src/domain/stage.js';
import fc from '../support/properties.js';
import { day, milestone } from './given.js';

const stage = fc.constantFrom(...STAGES);

describe('the stage of a project', () => {
  it('is brought by a finished milestone, with a day or with 100 %', () => {
    const begun = milestone({ name: '开工', stage: 'started' });
    expect(stageReached('landed', [begun])).toBe('landed');
    expect(stageReached('landed', [{ ...begun, percent: 100 }])).toBe('started');
    expect(stageReached('landed', [{ ...begun, doneOn: day('2020-04-28') }])).toBe('started');
  });

  it('is shown by work that only a started project can do, where the ledger has no milestone 开工', () => {
    const machines = milestone({ name: '设备安装', percent: 5 });
    expect(stageReached('landed', [machines])).toBe('started');
    expect(stageReached('landed', [{ ...machines, percent: 0 }])).toBe('landed');
    expect(stageReached('landed', [machines], { done: {}, underway: {} })).toBe('landed');
  });

  it('is the latest that any milestone brings, and never before the first one', () => {
    const signed = milestone({ name: '签约', stage: 'signed', percent: 100 });
    const operating = milestone({ name: '竣工投产', stage: 'operating', percent: 100 });
    expect(stageReached('lead', [operating, signed])).toBe('operating');
    expect(stageReached('started', [signed])).toBe('started');
  });

  it('is taken back with the report that brought it', () => {
    const begun = milestone({ name: '开工', stage: 'started', percent: 100 });
    expect(stageReached('landed', [begun])).toBe('started');
    expect(stageReached('landed', [{ ...begun, percent: 60 }])).toBe('landed');
  });

  it('has an order in which one of two is always the later', () => {
    fc.assert(
      fc.property(stage, stage, (one, other) => {
        const later = laterStage(one, other);
        expect(atLeast(later, one) && atLeast(later, other)).toBe(true);
        expect([one, other]).toContain(later);
      }),
    );
  });
});
