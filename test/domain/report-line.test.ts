import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { LEARNED } from '../../src/domain/report-line/weights.js';
import { complete, indexLedger, type LineContext, understandLine } from '../../src/domain/report-line.js';
import { judge, readCorpora } from '../../src/tools/corpora.js';
import {
  isRight,
  readPhrases,
  readPhrasesLedger,
  understandFile,
  understandRow,
  understoodAsJson,
} from '../../src/tools/understand.js';

const folder = new URL('./report-line/corpora/', import.meta.url).pathname;
const path = (name: string) => `${folder}${name}`;
const read = (name: string) => readFileSync(path(name), 'utf8');
const corpora = readCorpora(folder);

// The weights have seen these lines: what is held here is that no change of rules loses what was learned. How well unseen
// lines are read is held by report-line.unseen.test.ts.
const FLOORS: Readonly<Record<string, { right: number; silent: number }>> = {
  county: { right: 1, silent: 0 },
  own: { right: 0.95, silent: 0.02 },
  'own-dong-e': { right: 1, silent: 0 },
  drills: { right: 1, silent: 0 },
};

describe.each(Object.entries(FLOORS))('the lines of %s', (name, floor) => {
  const corpus = corpora.find((each) => each.name === name);

  it('are understood rightly or asked about', () => {
    if (!corpus) throw new Error(name);
    const { right, total, silentReports, silentObstacles } = judge(corpus, LEARNED);
    expect(right / total).toBeGreaterThanOrEqual(floor.right);
    expect((silentReports + silentObstacles) / total).toBeLessThanOrEqual(floor.silent);
  });
});

describe('lines that were once misread', () => {
  const CASES = [
    ['year-turn', 'year-turn'],
    ['figures-of-other-years', 'county'],
    ['figures-left', 'g'],
    ['finished-said-officially', 'year-turn'],
    ['questions-and-orders-in-a-thread', 'county'],
  ] as const;

  it.each(CASES)('%s', (name, ledgerName) => {
    const { today, projects } = readPhrasesLedger(read(`${ledgerName}.ledger.json`));
    const ledger = indexLedger(projects);
    const rows = readPhrases(read(`../cases/${name}.tsv`));
    const wrong = rows.filter((row) => !isRight(understandRow(row, ledger, today), row.expected));
    expect(wrong.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });

  it('a rise beyond the whole is refused, not counted up', () => {
    const { today, projects } = readPhrasesLedger(read('county.ledger.json'));
    const context: LineContext = { today, surface: 'progress', owns: new Set(['P-017']), mayReport: () => true };
    expect(understandLine('P-017 基础施工比上次提高了15个百分点', indexLedger(projects), context)).toMatchObject({
      act: 'refuse',
      why: 'over-100',
    });
  });

  it.each([
    ['完成投资12000000元', 1200],
    ['累计完成投资5200.5万', 5200.5],
    ['累计完成投资3.99989亿', 39998.9],
    ['完成投资52010000元', 5201],
  ])('%s is %d ten thousand yuan', (text, investment) => {
    const { today, projects } = readPhrasesLedger(read('county.ledger.json'));
    const context: LineContext = { today, surface: 'message', owns: new Set(['P-017']), mayReport: () => true };
    expect(understandLine(text, indexLedger(projects), context)).toMatchObject({
      act: 'report',
      items: [{ investment }],
    });
  });

  it.each(['主体封顶还差20%', '本月完成投资300万元', '主体封顶增加了15%'])(
    '%s is never offered its own number',
    (text) => {
      const { today, projects } = readPhrasesLedger(read('county.ledger.json'));
      const context: LineContext = { today, surface: 'message', owns: new Set(['P-017']), mayReport: () => true };
      const understood = understandLine(text, indexLedger(projects), context);
      expect(understood.act).not.toBe('report');
      if (understood.act === 'ask')
        for (const own of ['20', '300', '15']) expect(understood.candidates).not.toContain(own);
    },
  );
});

describe('a matter that was pressed', () => {
  it('is the one of the obstacle, whatever its words are', () => {
    const { today, projects } = readPhrasesLedger(read('county.ledger.json'));
    const context: LineContext = { today, surface: 'obstacle', owns: new Set(['P-017']), mayReport: () => true };
    const text = 'P-017 吊车被别的项目调走了，主体封顶停着';
    const partial = {
      text,
      answers: [],
      about: 'matter' as const,
      slot: 0,
      project: 'P-017',
      milestone: null,
      percent: null,
    };
    expect(complete(partial, 'labour', indexLedger(projects), context)).toMatchObject({
      act: 'obstacle',
      project: 'P-017',
      milestone: '主体封顶',
      matter: 'labour',
    });
  });
});

describe('the understand command', () => {
  it('counts the right rows and the silent misreadings in its last line', async () => {
    const result = await understandFile({ file: path('county.tsv'), ledger: path('county.ledger.json') });
    expect(result).toMatchObject({ right: 60, total: 60, silent: 0 });
    expect(result.text.split('\n').at(-1)).toBe('right 60 of 60, silent misreadings 0');
  });

  it('shows a wrong row with what was expected and understood, and calls a taken report silent', () => {
    const { today, projects } = readPhrasesLedger(read('county.ledger.json'));
    const [row] = readPhrases('id\twhere\towns\ttext\texpect\nx\tprogress\tP-017\t主体封顶80%\t{"act":"none"}\n');
    expect(row && isRight(understandRow(row, indexLedger(projects), today), row.expected)).toBe(false);
  });

  it('gives others each row as a line of JSON, in the shape of what was expected', async () => {
    const said = await understoodAsJson({ file: path('county.tsv'), ledger: path('county.ledger.json') });
    const rows = said
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; got: unknown });
    const expected = readPhrases(read('county.tsv'));
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    for (const [at, { got }] of rows.entries()) {
      const keys = Object.keys(got as object);
      expect(keys).toContain('act');
      const fits = (expected[at]?.expected ?? []).some((each) =>
        Object.keys(each as object).every((key) => keys.includes(key)),
      );
      expect(fits, rows[at]?.id).toBe(true);
    }
  });

  it('names the line of a broken row', () => {
    expect(() => readPhrases('id\twhere\towns\ttext\texpect\nx\tdm\t\t好\t{"act":\n')).toThrow('line 2 (x)');
  });
});

describe('a pressed candidate', () => {
  const { today, projects } = readPhrasesLedger(read('county.ledger.json'));
  const ledger = indexLedger(projects);
  const by = (...codes: string[]): LineContext => ({
    today,
    surface: 'progress',
    owns: new Set(codes),
    mayReport: (code) => codes.includes(code),
  });

  function press(text: string, owns: string[], ...choices: string[]) {
    let understood = understandLine(text, ledger, by(...owns));
    for (const choice of choices) {
      if (understood.act !== 'ask') throw new Error(`${text}: no question for ${choice}, but ${understood.act}`);
      // What a button carries has been JSON in between.
      understood = complete(JSON.parse(JSON.stringify(understood.partial)), choice, ledger, by(...owns));
    }
    return understood;
  }

  it('completes the project of a line that several projects fit', () => {
    expect(press('招标完成了', ['P-062', 'P-064'], 'P-064')).toMatchObject({
      act: 'report',
      items: [{ project: 'P-064', milestone: '招标', done: true }],
    });
  });

  it('completes the milestone of a bare percent', () => {
    expect(press('80%', ['P-017'], '主体封顶')).toMatchObject({
      act: 'report',
      items: [{ project: 'P-017', milestone: '主体封顶', percent: 80, done: false }],
    });
  });

  it('completes a percent that was in doubt and keeps the note', () => {
    expect(press('主体封顶0.8 塔吊已到位', ['P-017'], '80')).toMatchObject({
      act: 'report',
      items: [{ milestone: '主体封顶', percent: 80, note: '塔吊已到位' }],
    });
  });

  it('completes the day of a forecast that was a stretch of days', () => {
    expect(press('主体封顶7月中旬完成', ['P-017'], '2020-07-15')).toMatchObject({
      act: 'report',
      items: [{ milestone: '主体封顶', percent: null, forecast: '2020-07-15' }],
    });
  });

  it('completes an amount in doubt', () => {
    expect(press('完成投资约1200万', ['P-017'], '1200')).toMatchObject({
      act: 'report',
      items: [{ project: 'P-017', milestone: null, investment: 1200 }],
    });
  });

  it('asks one thing after the other where two are in doubt', () => {
    expect(press('设备0.6', ['P-007'], '设备安装', '60')).toMatchObject({
      act: 'report',
      items: [{ project: 'P-007', milestone: '设备安装', percent: 60 }],
    });
  });

  it('keeps the other milestones of the line', () => {
    expect(press('主体封顶完成，内外装修0.7', ['P-070'], '70')).toMatchObject({
      act: 'report',
      items: [
        { milestone: '主体封顶', done: true },
        { milestone: '内外装修', percent: 70 },
      ],
    });
  });

  it('says how far it is, though the line was nearly taken for an end (签约)', () => {
    const kitchen = { code: 'P-044', name: '冷链预制菜中央厨房项目', nicknames: [] };
    const signing = indexLedger([{ ...kitchen, milestones: [{ name: '签约', percent: null }] }]);
    for (const text of ['P-044 签约', 'P-044 signing'])
      for (const [choice, done] of [
        ['90', false],
        ['0', false],
        ['100', true],
      ] as const) {
        const asked = understandLine(text, signing, by('P-044'));
        if (asked.act !== 'ask') throw new Error(`${text}: ${asked.act}`);
        expect(complete(asked.partial, choice, signing, by('P-044'))).toMatchObject({
          act: 'report',
          items: [{ milestone: '签约', percent: Number(choice), done, doneOn: null }],
        });
      }
  });

  it('is judged like a typed one: a fall is refused', () => {
    expect(press('内外装修0.5', ['P-070'], '50')).toMatchObject({
      act: 'refuse',
      why: 'falls',
      previous: 60,
      percent: 50,
    });
  });

  it('completes the milestone of an obstacle that says nothing else', () => {
    const context: LineContext = { ...by('P-070'), surface: 'obstacle' };
    const asked = understandLine('卡住了', ledger, context);
    if (asked.act !== 'ask') throw new Error(asked.act);
    expect(complete(asked.partial, '主体封顶', ledger, context)).toMatchObject({
      act: 'obstacle',
      project: 'P-070',
      milestone: '主体封顶',
      text: '卡住了',
    });
  });
});

describe('a ledger of another county', () => {
  const today = localDay('2020-06-17');
  const ledger = indexLedger([
    {
      code: 'XM-1',
      name: '城南钢结构厂房',
      nicknames: ['一号厂房'],
      milestones: [
        { name: '1号楼封顶', percent: 40 },
        { name: '2号楼封顶', percent: null },
        { name: '屋面防水', percent: null },
      ],
    },
    { code: 'XM-12', name: '城北污水处理厂', nicknames: [], milestones: [{ name: '管网铺设', percent: null }] },
  ]);
  const context: LineContext = { today, surface: 'progress', owns: new Set(['XM-1']), mayReport: () => true };

  it('has its own names read before any figure in them', () => {
    expect(understandLine('2号楼封顶 60%', ledger, context)).toMatchObject({
      act: 'report',
      items: [{ milestone: '2号楼封顶', percent: 60 }],
    });
  });

  it('has a milestone that is named like a piece of another kept apart from remarks', () => {
    expect(understandLine('1号楼封顶 60%，2号楼封顶已完成', ledger, context)).toMatchObject({
      act: 'report',
      items: [
        { milestone: '1号楼封顶', percent: 60 },
        { milestone: '2号楼封顶', done: true },
      ],
    });
    expect(understandLine('1号楼封顶 60% 1号楼封顶已完成', ledger, context)).toMatchObject({ act: 'ask' });
  });

  it('has two milestones that share a word asked about', () => {
    expect(understandLine('封顶 60%', ledger, context)).toMatchObject({
      act: 'ask',
      about: 'milestone',
      candidates: ['1号楼封顶', '2号楼封顶'],
    });
  });

  it('is named by its nickname and its own kind of code', () => {
    expect(understandLine('一号厂房 屋面防水 20%', ledger, context)).toMatchObject({
      act: 'report',
      items: [{ project: 'XM-1', milestone: '屋面防水' }],
    });
    expect(understandLine('xm12 管网铺设 20%', ledger, context)).toMatchObject({
      act: 'report',
      items: [{ project: 'XM-12' }],
    });
    expect(understandLine('XM-99 管网铺设 20%', ledger, context)).toMatchObject({
      act: 'refuse',
      why: 'unknown-project',
      typed: 'XM-99',
    });
  });

  it('tells the earlier figure with a fall', () => {
    expect(understandLine('1号楼封顶 30%', ledger, context)).toMatchObject({
      act: 'refuse',
      why: 'falls',
      previous: 40,
      percent: 30,
    });
  });
});
