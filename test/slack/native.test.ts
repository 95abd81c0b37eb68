import { describe, expect, it } from 'vitest';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/check.js';
import { barChart, dataTable, section } from '../../src/slack/blocks.js';
import { openNatives } from '../../src/slack/send/native.js';

const message = () => {
  const block = dataTable(
    '红灯项目',
    ['项目', '天数'],
    [
      ['P-001', 12],
      ['P-002', ''],
    ],
  );
  if (!block) throw new Error('a table of two rows fits');
  const blocks = [section('红灯2'), section('P-001'), section('P-002'), section('另有1项')];
  return { text: '红灯2', blocks, native: { block, before: 1, instead: 2 } };
};

describe('blocks that Slack draws itself', () => {
  it('stand in the place of those that say the same', () => {
    const said = message();
    const shown = openNatives().of(said);
    expect(shown).toEqual([said.blocks[0], said.native.block, said.blocks[3]]);
    expect(() => checkMessageBlocks(shown)).not.toThrow();
    expect(said.native.block.rows[2]?.[1]).toEqual({ type: 'raw_text', text: '–' });
  });

  it('are tried again an hour after they were refused, and others meanwhile', () => {
    let now = 0;
    const natives = openNatives(() => now);
    natives.refuse(message());
    expect(natives.of(message())).toBeNull();
    const block = barChart('目标', '%', ['完成'], [{ label: '开工', values: [58.3] }]);
    if (!block) throw new Error('a chart of one bar fits');
    expect(natives.of({ ...message(), native: { block, before: 0, instead: 0 } })).not.toBeNull();
    now = 3_600_000;
    expect(natives.of(message())).not.toBeNull();
  });

  it('are none where they do not fit', () => {
    const row = ['P', 1] as const;
    expect(dataTable('x', ['a', 'b'], [])).toBeNull();
    expect(
      dataTable(
        'x',
        ['a', 'b'],
        Array.from({ length: 100 }, () => row),
      ),
    ).not.toBeNull();
    expect(
      dataTable(
        'x',
        ['a', 'b'],
        Array.from({ length: 101 }, () => row),
      ),
    ).toBeNull();
    expect(dataTable('x', ['a', 'b'], [['字'.repeat(18_001), 1]])).toBeNull();
    const bars = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `目标${at}`, values: [at] }));
    expect(barChart('x', '%', ['a'], bars(20))).not.toBeNull();
    expect(barChart('x', '%', ['a'], bars(21))).toBeNull();
    expect(barChart('x', '%', ['a'], [])).toBeNull();
    // Two names that are one where they are cut.
    const alike = ['甲', '乙'].map((end) => ({ label: `${'长'.repeat(30)}${end}`, values: [1] }));
    expect(barChart('x', '%', ['a'], alike)).toBeNull();
  });
});
