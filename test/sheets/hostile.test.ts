import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/sheets/limits.js';
import { readSheet } from '../../src/sheets/open.js';
import { REFUSALS, type RefusalKey } from '../../src/sheets/refusals.js';
import { processorMilliseconds } from '../support/processor.js';
import { workbook } from './build.js';

const HEAD = ['项目名称', '责任单位', '责任人', '总投资（万元）'];
const read = (bytes: Uint8Array, name = '台账.xlsx') => readSheet(bytes, name, { year: 2020 });
const refusal = (because: RefusalKey) => ({ refused: REFUSALS[because] });

/** A workbook whose only sheet is the XML given. */
function raw(sheet: string | Uint8Array, parts: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="台账" sheetId="1" r:id="a"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
    ...parts,
  });
}

const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (at: number, texts: readonly string[]) =>
  `<row r="${at}">${texts.map((text, index) => inline(`${'ABCDEFGH'[index]}${at}`, text)).join('')}</row>`;
const sheetOf = (...rows: string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
const GOOD = row(2, ['甲项目', '水利局', '王一', '5000']);

describe('a file that is no spreadsheet', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each<[string, Uint8Array, RefusalKey]>([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['an old .xls', new Uint8Array([...ole, ...new Uint8Array(600)]), 'old'],
    ['a locked .xlsx', new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['a PDF', strToU8('%PDF-1.7 ...'), 'other'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'other'],
    ['a web page called .xls', strToU8('<html><body><table><tr><td>项目名称</td></tr></table></body></html>'), 'web'],
    ['bytes without sense', new Uint8Array(randomBytes(5000)), 'other'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'other'],
    ['an archive cut in half', raw(sheetOf(row(1, HEAD), GOOD)).subarray(0, 200), 'damaged'],
    ['XML that does not close', raw('<worksheet><sheetData><row>'), 'damaged'],
    ['XML with entities of its own', raw('<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet>&b;</worksheet>'), 'damaged'],
    ['a sheet without a ledger', raw(sheetOf(row(1, ['菜名', '价格']), row(2, ['豆腐', '3']))), 'noLedger'],
    ['a head without projects', raw(sheetOf(row(1, HEAD))), 'noProjects'],
  ])('%s is refused in words', async (_, bytes, because) => {
    expect(await read(bytes)).toEqual(refusal(because));
  });
});

describe('a file made to hurt', () => {
  it('a zip bomb is left while it inflates', async () => {
    const bomb = raw(new Uint8Array(LIMITS.inflatedBytes * 2));
    expect(bomb.length).toBeLessThan(1_000_000);
    const began = process.cpuUsage();
    expect(await read(bomb)).toEqual(refusal('inflates'));
    expect(processorMilliseconds(began)).toBeLessThan(5_000);
  });

  it('a bomb that declares a small size is found out as well', async () => {
    const bomb = raw(new Uint8Array(LIMITS.inflatedBytes * 2));
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 46 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
        view.setUint32(at + 24, 1000, true);
    }
    expect(await read(bomb)).toHaveProperty('refused');
  });

  it('a million formatted rows cost little and are not refused', async () => {
    const timed = async (rows: number) => {
      const empty = Array.from({ length: rows }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="1"/></row>`).join(
        '',
      );
      const file = raw(sheetOf(row(1, HEAD), GOOD, empty));
      const began = process.cpuUsage();
      expect(await read(file)).toMatchObject({ ledger: { projects: [{ name: '甲项目' }] } });
      return processorMilliseconds(began);
    };
    // Ten times the rows take about ten times as long, and nothing else grows.
    const tenth = await timed(100_000);
    expect(await timed(1_000_000)).toBeLessThan(30 * tenth + 1_000);
  });

  it('too many rows are refused', async () => {
    const rows = Array.from({ length: LIMITS.rows + 1 }, (_, at) => row(at + 2, ['甲', '乙', '丙', '4']));
    expect(await read(raw(sheetOf(row(1, HEAD), ...rows)))).toEqual(refusal('tooMuch'));
  });

  it('a range merged over the whole sheet is no trouble', async () => {
    const sheet = `<worksheet><sheetData>${row(1, HEAD)}${GOOD}</sheetData><mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells></worksheet>`;
    expect(await read(raw(sheet))).toMatchObject({ ledger: { projects: [{ name: '甲项目' }] } });
  });

  it('cells of ten thousand characters are cut, patterns in them do not stall', async () => {
    const long = [
      '0'.repeat(10_000),
      '1,'.repeat(5_000),
      '3月'.repeat(5_000),
      '一二三、'.repeat(2_500),
      '（'.repeat(10_000),
      'a '.repeat(5_000),
    ];
    const rows = long.flatMap((text, at) => [
      row(2 + 3 * at, [text, text, text, text, text, text, text]),
      row(3 + 3 * at, [`项目${at}`, text, text, text, text, text, text]),
      row(4 + 3 * at, [text]),
    ]);
    const began = process.cpuUsage();
    const answer = await read(raw(sheetOf(row(1, [...HEAD, '计划开工时间', '建设起止时间', '节点计划']), ...rows)));
    expect(answer).toHaveProperty('ledger');
    expect(processorMilliseconds(began)).toBeLessThan(5_000);
  });

  it('a workbook that fills the memory is ended with its thread', async () => {
    const texts = Array.from({ length: 400_000 }, (_, at) => `<si><t>${'长'.repeat(40)}${at}</t></si>`).join('');
    const strings = strToU8(`<sst>${texts}</sst>`);
    const rels =
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const before = process.memoryUsage().rss;
    const answer = await read(
      raw(sheetOf(row(1, HEAD), GOOD), {
        'xl/sharedStrings.xml': strings,
        'xl/_rels/workbook.xml.rels': strToU8(rels),
      }),
    );
    expect('ledger' in answer || answer.refused === REFUSALS.tooHeavy).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
  });

  it('the next file is read as if nothing had been', async () => {
    expect(await read(raw(sheetOf(row(1, HEAD), GOOD)))).toMatchObject({
      ledger: { projects: [{ name: '甲项目', totalInvestment: 5000 }] },
    });
  });

  it('markup and pings in cells stay text', async () => {
    const name = '&lt;!channel&gt; *甲* &lt;http://a|b&gt; 项目';
    const answer = await read(raw(sheetOf(row(1, HEAD), row(2, [name, '水利局', '王一', '5000']))));
    expect(answer).toMatchObject({ ledger: { projects: [{ name: '<!channel> *甲* <http://a|b>项目' }] } });
  });
});

describe('a large county', () => {
  it('2,000 rows of 20 columns are read within 3 s and 300 MB', async () => {
    const head = [
      '序号',
      '项目名称',
      '类别',
      '建设内容',
      '总投资（万元）',
      '年度计划投资',
      '累计完成投资',
      '计划开工时间',
      '计划竣工时间',
      '责任单位',
      '责任人',
      '联系电话',
      '包保领导',
      '用地',
      '环评',
      '施工许可',
      '开工',
      '主体封顶',
      '竣工投产',
      '存在问题',
    ];
    const rows = Array.from({ length: 2000 }, (_, at) => [
      at + 1,
      `第${at + 1}个项目`,
      '工业',
      '新建车间2万平方米，购置设备60台（套）',
      '3.5亿元',
      12000,
      '4,200',
      '3月底前',
      '2021年二季度',
      `第${at % 40}街道`,
      '何志远',
      14006353135,
      '邱  震',
      '2020.2.25',
      '一季度',
      '５月底前',
      '2020年4月',
      '—',
      '2021-06',
      '无',
    ]);
    const bytes = await workbook({ name: '台账', rows: [['2020年台账'], head, ...rows], merges: ['A1:T1'] });
    const began = process.cpuUsage();
    const before = process.memoryUsage().rss;
    const answer = await read(bytes);
    const seconds = processorMilliseconds(began) / 1000;
    const megabytes = (process.memoryUsage().rss - before) / 1024 / 1024;
    expect('ledger' in answer && answer.ledger.projects.length).toBe(2000);
    expect('ledger' in answer && answer.ledger.faults).toEqual([]);
    expect(seconds).toBeLessThan(3);
    expect(megabytes).toBeLessThan(300);
  });
});
