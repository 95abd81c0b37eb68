import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { recordGoal } from '../../src/features/goals/record.js';
import { exportSheets } from '../../src/features/ledger/export.js';
import { confirm } from '../../src/features/review/decide.js';
import { issueDraft } from '../../src/features/slip/issue.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import { differences, recompute } from './recompute.mjs';

describe('everything that is exported', () => {
  let world: World;
  let bytes: Uint8Array;
  beforeAll(async () => {
    world = await openWorld(await dongE());
    const office = await world.anyone('coordinator');
    const may = (day: number) => world.at(`2020-05-${String(day).padStart(2, '0')}`, '10:00');
    await world.report('P-001', '开工', { done: true, percent: 100 }, may(12));
    await world.report('P-002', '开工', { percent: 40 }, may(13));
    await world.report('P-007', '用地', { percent: 35.5 }, may(14));
    await world.invest('P-001', 1234.5678, may(15));
    await recordGoal(world.ctx(office, may(15)), 'funds-in-place', 20_000.5, localDay('2020-05-15'));
    await recordGoal(world.ctx(office, may(18)), 'promotion-activities', 12, localDay('2020-05-18'));
    const july = (time: string) => world.at('2020-07-02', time);
    await recordGoal(world.ctx(office, july('08:50')), 'promotion-activities', 40, localDay('2020-06-30'));
    await world.report('P-002', '开工', { done: true, percent: 100, doneOn: localDay('2020-06-30') }, july('09:00'));
    await world.report('P-003', '用地', { percent: 80 }, july('10:00'));
    await world.report('P-003', '用地', { percent: null, note: '按序时推进' }, july('11:00'));
    await world.invest('P-002', 300, july('11:30'));
    const taken = await world.report('P-012', '用地', { percent: 90 }, july('12:00'));
    await world.undo(taken, july('12:30'));
    const unit = await world.opened.client.unit.findFirstOrThrow({ where: { key: 'economic-zone' } });
    const owner = await world.person('hezhiyuan');
    const item = { slot: null, owner: owner.id, project: null, milestone: null, obstacle: null };
    await confirm(world.ctx(office, july('13:00')), { ...item, due: localDay('2020-07-09'), text: '报送清单' });
    await confirm(world.ctx(office, may(20)), { ...item, due: localDay('2020-06-30'), text: '报送方案' });
    const slip = { unit: unit.id, project: null, milestone: null, obstacle: null, urgent: null };
    await issueDraft(world.ctx(office, july('13:10')), { ...slip, due: localDay('2020-07-09'), text: '报送值班表' });
    const outcome = await exportSheets(world.ctx(office, july('16:00'), 'zh', 'D1'), '全部');
    if (outcome.kind !== 'files' || !outcome.files[0]) throw new Error(JSON.stringify(outcome));
    bytes = outcome.files[0].bytes;
  });
  afterAll(() => world.close());

  it('gives every number of the digest again, by a script that shares no code with it', async () => {
    const result = await recompute(bytes);
    expect(result.said.size).toBeGreaterThan(60);
    expect(differences(result)).toEqual([]);
    const values = ['items.all', 'items.overdue', 'slips.open', 'slips.red'].map(
      (name) => result.said.get(name)?.value,
    );
    expect(values.map(Number)).toEqual([2, 1, 1, 0]);
    expect([...result.said.keys()].filter((name) => /^units\..+\.toStart$/.test(name)).length).toBeGreaterThan(3);
  });

  it('and the script finds a number that is not what its facts give', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const sheet = book.getWorksheet('灯和序时');
    if (sheet === undefined) throw new Error('no sheet');
    const heads = (sheet.getRow(3).values as unknown[]).map(String);
    const row = sheet
      .getRows(4, 500)
      ?.find((each) => ['green', 'amber'].includes(String(each.getCell(heads.indexOf('灯')).value)));
    if (row === undefined) throw new Error('all are red');
    for (const [head, value] of [
      ['进度（%）', 0],
      ['完成日期', ''],
      ['超期卡点', 1],
    ] as const)
      row.getCell(heads.indexOf(head)).value = value;
    const changed = differences(await recompute(new Uint8Array(await book.xlsx.writeBuffer())));
    expect(changed.join('\n')).toMatch(/lights\.red/);
  });
});
