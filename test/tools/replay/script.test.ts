import { describe, expect, it } from 'vitest';
import { readScript, ScriptError } from '../../../src/tools/replay/happening.js';
import { changedLines } from '../../../src/tools/replay/lines.js';

const people = new Set(['hezhiyuan', 'renchangqing']);
const read = (...lines: string[]) => readScript(lines.join('\n'), 'year.jsonl', people, 'Asia/Shanghai');

function faultsOf(...lines: string[]): string {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof ScriptError) return error.message;
    throw error;
  }
  return '';
}

describe('a script of happenings', () => {
  it('is read line by line, each with its moment and its place in the file', () => {
    const script = read(
      '// who says what',
      '{"at":"2020-01-02 09:05","who":"hezhiyuan","say":"P-017 主体封顶 80%"}',
      '',
      '{"at":"2020-01-02 09:05","who":"hezhiyuan","answer":"主体封顶 · P-017","with":"报进度","fill":{"完成百分比":"80"}}',
    );
    expect(script.map(({ where, at }) => [where, at])).toEqual([
      ['year.jsonl:2', Date.parse('2020-01-02T09:05:00+08:00')],
      ['year.jsonl:4', Date.parse('2020-01-02T09:05:00+08:00')],
    ]);
  });

  it.each([
    ['{"at":"2020-01-02 09:05","who":"hezhiyuan","say":""}', 'year.jsonl:1: say: '],
    ['{"at":"2 January","who":"hezhiyuan","say":"x"}', 'year.jsonl:1: at: give a moment'],
    ['{"at":"2020-02-30 09:05","who":"hezhiyuan","say":"x"}', 'year.jsonl:1: at: there is no day 2020-02-30'],
    ['{"at":"2020-01-02 09:05","who":"nobody","say":"x"}', 'year.jsonl:1: who: the plan has no person nobody'],
    ['{"at":"2020-01-02 09:05","who":"hezhiyuan","says":"x"}', 'year.jsonl:1: say what happens, by one of say'],
    ['{"at":"2020-01-02 09:05","who":"hezhiyuan","command":"progress"}', 'year.jsonl:1: command: a command begins'],
    ['{"at":"2020-01-02 09:05","who":"hezhiyuan","answers":"正常"}', 'year.jsonl:1: most: '],
    ['{"at":"2020-01-02 09:05","who":"hezhiyuan","home":"yes"}', 'year.jsonl:1: home: '],
    [
      '{"at":"2020-01-02 09:05","who":"hezhiyuan","press":"传表","attach":{"label":"表","file":"../4月.csv"}}',
      'year.jsonl:1: attach.file: give a spreadsheet of the folder',
    ],
    ['{"at":"2020-01-02', 'year.jsonl:1: this is no JSON'],
  ])('%s is refused with its line and field', (line, fault) => {
    expect(faultsOf(line)).toContain(fault);
  });

  it('goes forward in time', () => {
    const at = (time: string) => `{"at":"2020-01-02 ${time}","who":"hezhiyuan","say":"x"}`;
    expect(faultsOf(at('10:00'), at('09:59'))).toBe('year.jsonl:2: at: 2020-01-02 09:59 is before the line above');
  });
});

describe('an edit as people read it', () => {
  it.each([
    [
      ['a', 'b', 'c'],
      ['a', 'x', 'c'],
      ['- b', '+ x'],
    ],
    [['a', 'b'], ['a', 'b'], []],
    [['a'], ['a', 'b', 'a'], ['+ b', '+ a']],
    [
      ['a', 'b', 'c', 'd'],
      ['b', 'd'],
      ['- a', '- c'],
    ],
    [[], ['a'], ['+ a']],
  ])('%j to %j', (before, after, changed) => {
    expect(changedLines(before, after)).toEqual(changed);
  });
});
