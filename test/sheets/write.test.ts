import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { LedgerSheet, SheetProject } from '../../src/domain/ledger-sheet/index.js';
import { type BookProject, writeBook, writeLedger, writeTemplate } from '../../src/sheets/index.js';
import { readFileHere } from '../../src/sheets/read-file.js';
import fc from '../support/properties.js';

const MILESTONES = ['用地', '施工许可', '开工', '竣工投产'];
const day = localDay;

const project: BookProject = {
  code: 'P-001',
  name: '阿胶产业园项目',
  category: '工业重点项目',
  content: '占地86亩，新建车间4.2万平方米',
  totalInvestment: 35_000,
  yearPlan: 18_000.5,
  done: 0,
  start: day('2020-03-31'),
  end: day('2021-06-30'),
  unit: '经济开发区',
  owner: '何志远',
  phone: '14006353135',
  sponsor: '邱震',
  site: '高新区',
  milestones: [
    { name: '用地', due: day('2020-01-31') },
    { name: '开工', due: day('2020-03-31') },
  ],
  progress: '桩基完成',
  problem: '32亩用地未批',
  remark: '续建',
};
const bare: BookProject = {
  ...project,
  code: 'P-002',
  name: '物流园项目',
  totalInvestment: 100,
  yearPlan: null,
  done: null,
  start: null,
  end: null,
  milestones: [],
  progress: '',
  problem: '',
  remark: '',
  site: '',
  content: '',
};

async function readBack(bytes: Uint8Array): Promise<LedgerSheet> {
  const answer = await readFileHere({ bytes, name: '台账.xlsx', year: 2020 });
  if ('refused' in answer) throw new Error(answer.refused.wrong.en);
  return answer.ledger;
}

const asBook = (read: SheetProject): BookProject => {
  const { sheet: _, row: __, columns: ___, elsewhere: ____, milestones, ...rest } = read;
  return { ...rest, milestones: milestones.map(({ name, due }) => ({ name, due })) };
};

const book = { title: '东阿县2020年重点项目台账', on: day('2020-05-25'), milestones: MILESTONES } as const;

describe('a ledger that was written', () => {
  it.each(['zh', 'en'] as const)('reads back to the same projects (%s)', async (language) => {
    const ledger = await readBack(await writeLedger({ ...book, language, projects: [project, bare] }));
    expect(ledger.projects.map(asBook)).toEqual([project, bare]);
    expect(ledger.ambiguous).toEqual([]);
    expect(ledger.unknownColumns).toEqual([]);
    expect(ledger.faults.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('reads back whatever its texts begin with', async () => {
    const text = fc
      .tuple(
        fc.constantFrom('=', '+', '-', '@', '\t', '甲', '<', '&', '_x000D_'),
        fc.stringMatching(/^[一-龥A-Za-z0-9(){}<>&"'=+@!|]{1,20}$/),
      )
      .map(([start, rest]) => `${start}${rest}项目`.trim());
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        const ledger = await readBack(await writeLedger({ ...book, language: 'zh', projects: [{ ...project, name }] }));
        const plain = (each: string | undefined) => each?.normalize('NFKC').replace(/\s+/g, '');
        expect(plain(ledger.projects[0]?.name)).toBe(plain(name));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a written sheet', () => {
  const bytes = writeBook([
    {
      name: '活动[1]/*',
      title: '=HYPERLINK("http://x")',
      note: '',
      columns: [
        { head: '事项', kind: 'text', width: 20 },
        { head: '完成', kind: 'percent', width: 8 },
      ],
      rows: [
        ['=1+1', 80],
        ['+86 138', null],
        ['@SUM(A1)', 0],
        ['-', 5],
      ],
    },
  ]);
  const part = async (name: string) => new TextDecoder().decode(unzipSync(await bytes)[name]);

  it('holds no formula, whatever was typed', async () => {
    expect(await part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
  });

  it('marks what looks like a formula as text', async () => {
    const styles = await part('xl/styles.xml');
    const marked = [...styles.matchAll(/<xf [^>]*>/g)]
      .map(([xf], at) => ({ xf, at }))
      .filter(({ xf }) => xf.includes('quotePrefix="1"'));
    expect(marked.length).toBeGreaterThan(0);
    const cells = [...(await part('xl/worksheets/sheet1.xml')).matchAll(/<c r="(A[4-7])" s="(\d+)"/g)];
    const xfs = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    expect(cells).toHaveLength(4);
    for (const [, , style] of cells) expect(xfs[Number(style)]).toContain('quotePrefix="1"');
  });

  it('is set up for A4 across, fitted to its width, with its heads on every page', async () => {
    const sheet = await part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/fitToHeight="0"/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(await part('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles/);
  });
});

describe('the template', () => {
  const choices = {
    categories: ['工业重点项目', '骨干企业'],
    units: Array.from({ length: 90 }, (_, at) => `第${at + 1}街道办事处`),
    people: ['何志远', '张德胜'],
    sponsors: ['邱震'],
  };

  it('has drop-downs however long its lists are, and an example that is not read', async () => {
    const bytes = await writeTemplate({
      title: '台账模板',
      milestones: MILESTONES,
      language: 'zh',
      choices,
      year: 2020,
    });
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('选项!$B$2:$B$91');
    expect(await readFileHere({ bytes, name: '模板.xlsx', year: 2020 })).toMatchObject({
      refused: { wrong: { zh: '表头之下没有项目' } },
    });
  });
});
