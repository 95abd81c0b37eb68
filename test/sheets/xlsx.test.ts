import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LedgerSheet } from '../../src/domain/ledger-sheet/index.js';
import { readFileHere } from '../../src/sheets/read-file.js';

type Parts = { sheet: string; styles?: string; strings?: string; book?: string; rels?: string };

/** A workbook as a program other than Excel may write it, part by part. */
async function read({ sheet, styles, strings, book, rels }: Parts): Promise<LedgerSheet> {
  const bytes = zipSync({
    'xl/workbook.xml': strToU8(
      book ?? '<workbook xmlns:r="r"><sheets><sheet name="台账" sheetId="1" r:id="a"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      rels ??
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/styles" Target="styles.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...(styles === undefined ? {} : { 'xl/styles.xml': strToU8(styles) }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(strings) }),
  });
  const answer = await readFileHere({ bytes, name: '2020.xlsx', year: 2020 });
  if ('refused' in answer) throw new Error(answer.refused.wrong.en);
  return answer.ledger;
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row>${['项目名称', '责任单位', '责任人', '总投资', '开工时间', '竣工时间'].map(text).join('')}</row>`;
const LINE = ['甲项目', '水利局', '王一'].map(text).join('');
const formats = (...ids: number[]) =>
  `<styleSheet><fonts><font/></fonts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('')}</cellXfs></styleSheet>`;
const line = (...cells: string[]) =>
  `<worksheet><sheetData>${HEAD}<row>${LINE}${cells.join('')}</row></sheetData></worksheet>`;

describe('a workbook', () => {
  it('without addresses on its rows and cells is read in their order', async () => {
    const { projects } = await read({ sheet: line('<c><v>5000</v></c>', text('3月底'), text('2020.10')) });
    expect(projects).toMatchObject([{ name: '甲项目', totalInvestment: 5000, start: '2020-03-31', end: '2020-10-31' }]);
  });

  it('whose tags have a prefix is read', async () => {
    const prefixed = line('<c><v>5000</v></c>')
      .replace(/<(\/?)/g, '<$1x:')
      .replace('<x:worksheet>', '<x:worksheet xmlns:x="m">');
    expect((await read({ sheet: prefixed })).projects).toMatchObject([{ name: '甲项目', totalInvestment: 5000 }]);
  });

  it('has its Chinese dates known by number: 31 shows the day, 57 the month', async () => {
    const { projects, ambiguous } = await read({
      sheet: line('<c><v>5000</v></c>', '<c s="0"><v>43905</v></c>', '<c s="1"><v>44166</v></c>'),
      styles: formats(31, 57),
    });
    expect(projects).toMatchObject([{ start: '2020-03-15', end: '2020-12-31' }]);
    expect(ambiguous).toMatchObject([{ cell: 'F2', accept: ['2020-12-31', '2020-12-01'] }]);
  });

  it('whose cell shows 6月30日 but stores another year is pointed at', async () => {
    const { projects, ambiguous } = await read({
      sheet: line('<c><v>5000</v></c>', '<c s="0"><v>43905</v></c>', '<c s="0"><v>44377</v></c>'),
      styles: formats(58),
    });
    expect(projects).toMatchObject([{ start: '2020-03-15', end: '2021-06-30' }]);
    expect(ambiguous).toMatchObject([{ cell: 'F2', accept: ['2021-06-30', '2020-06-30'] }]);
  });

  it('that counts its days from 1904 gives the same days', async () => {
    const { projects } = await read({
      sheet: line('<c><v>5000</v></c>', `<c s="0"><v>${43905 - 1462}</v></c>`),
      styles: formats(14),
      book: '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="台账" sheetId="1" r:id="a"/></sheets></workbook>',
    });
    expect(projects).toMatchObject([{ start: '2020-03-15' }]);
  });

  it('has neither reading aids nor struck-out runs in its texts, and line breaks as they are', async () => {
    const { projects } = await read({
      sheet: line('<c><v>5000</v></c>').replace(
        LINE,
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>',
      ),
      strings:
        '<sst><si><r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r><r><rPr><strike val="0"/></rPr><t>项目</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si><si><t>行政审批_x000D_\n服务局</t></si><si><t xml:space="preserve"> 王  一 </t></si></sst>',
    });
    expect(projects).toMatchObject([{ name: '甲项目', unit: '行政审批服务局', owner: '王一' }]);
  });

  it('has formulas read by their stored result', async () => {
    const { projects, faults } = await read({
      sheet: line('<c><f>1+1</f><v>5000</v></c>', '<c t="str"><f>A1</f><v>3月底</v></c>', '<c><f>NOW()</f></c>'),
    });
    expect(projects).toMatchObject([{ totalInvestment: 5000, start: '2020-03-31', end: null }]);
    expect(faults).toMatchObject([{ cell: 'F2', level: 'error' }]);
  });

  it('finds its parts through links from the archive’s root', async () => {
    const rels =
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>';
    expect((await read({ sheet: line('<c><v>5000</v></c>'), rels })).projects).toHaveLength(1);
  });
});
