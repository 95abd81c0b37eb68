import { describe, expect, it } from 'vitest';
import { type DenominatorLine, denominatorChanges } from '../../src/domain/denominator-change.js';

const line = (more: Partial<DenominatorLine>): DenominatorLine => ({
  projectId: 1,
  code: 'P-001',
  name: '一期项目',
  added: false,
  before: {},
  after: {},
  reason: null,
  at: 1,
  ...more,
});
const told = (...lines: readonly DenominatorLine[]) =>
  denominatorChanges(lines).map(({ code, kind, from, to, reason }) => [code, kind, from, to, reason]);
const to = (before: DenominatorLine['before'], after: DenominatorLine['after'], reason: string | null = null, at = 1) =>
  line({ before, after, reason, at });

describe('what changed the denominators of goals', () => {
  it('is a project that came, went, came back, or counts in another category', () => {
    expect(told(line({ added: true }))).toEqual([['P-001', 'added', null, null, null]]);
    expect(told(to({ standing: 'open' }, { standing: 'withdrawn' }, '企业放弃'))).toEqual([
      ['P-001', 'withdrawn', null, null, '企业放弃'],
    ]);
    expect(told(to({ standing: 'withdrawn' }, { standing: 'open' }))).toEqual([
      ['P-001', 'restored', null, null, null],
    ]);
    expect(told(to({ category: 'a' }, { category: 'b' }, '已投产'))).toEqual([
      ['P-001', 'recategorised', 'a', 'b', '已投产'],
    ]);
  });

  it('is not what was taken back, nor a pause, nor what came and went within the time', () => {
    expect(told(to({ category: 'a' }, { category: 'b' }), to({ category: 'b' }, { category: 'a' }))).toEqual([]);
    expect(told(to({ standing: 'open' }, { standing: 'paused' }))).toEqual([]);
    expect(told(line({ added: true }), to({ standing: 'open' }, { standing: 'withdrawn' }))).toEqual([]);
  });

  it('tells one line a project, from what was to what is, the newest first', () => {
    const other = { projectId: 2, code: 'P-002' };
    expect(
      told(
        to({ category: 'a' }, { category: 'b' }, '先改', 1),
        line({ ...other, before: { standing: 'open' }, after: { standing: 'withdrawn' }, at: 2 }),
        to({ category: 'b' }, { category: 'c' }, '再改', 3),
      ),
    ).toEqual([
      ['P-001', 'recategorised', 'a', 'c', '再改'],
      ['P-002', 'withdrawn', null, null, null],
    ]);
  });
});
