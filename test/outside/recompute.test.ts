import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/program.js';
import { give } from '../../src/features/factor/give.js';
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
    await factors(office, july);
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

  it('factors, too: what is left, what waits and is held, of whom, and the order', async () => {
    const { said, found } = await recompute(bytes);
    expect([...said].filter(([name]) => name.startsWith('factors.'))).toEqual([
      ['factors.land.amount', { value: '120', of: '' }],
      ['factors.land.left', { value: '53.5', of: '' }],
      ['factors.land.waiting', { value: '105', of: 'P-012、P-052' }],
      ['factors.land.held', { value: '66.5', of: 'P-001、P-003' }],
      ['factors.environmental-capacity.化学需氧量.amount', { value: '0', of: '' }],
      ['factors.environmental-capacity.化学需氧量.left', { value: '0', of: '' }],
      ['factors.environmental-capacity.化学需氧量.waiting', { value: '0.3', of: 'P-007' }],
      ['factors.environmental-capacity.化学需氧量.held', { value: '0', of: '' }],
    ]);
    expect(found['factors.land.waiting']).toEqual({ value: 105, of: ['P-012', 'P-052'] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const sheet = book.getWorksheet('要素申请');
    if (sheet === undefined) throw new Error('no sheet');
    const heads = (sheet.getRow(3).values as unknown[]).map(String);
    const row = sheet.getRows(4, 9)?.find((each) => each.getCell(heads.indexOf('项目编号')).value === 'P-052');
    if (row === undefined) throw new Error('no request');
    row.getCell(heads.indexOf('等次')).value = 'provincial';
    const changed = differences(await recompute(new Uint8Array(await book.xlsx.writeBuffer())));
    expect(changed.join('\n')).toMatch(/factors\.land\.waiting/);
  });

  /** 120 mu, of which two have some, one of them in part given back; two wait, and one waits where there is no pool. */
  async function factors(office: Person, at: (time: string) => number) {
    const { store, program, opened } = world;
    const land = { factor: 'land', part: '' };
    const by = { personId: office.id };
    const day = localDay('2020-07-02');
    await store.factors.openBatch(program.id, land, {
      ...by,
      amount: 1_000_000,
      from: day,
      at: at('08:00'),
      cause: 'b1',
    });
    const later = { ...by, amount: 200_000, from: localDay('2020-08-01'), at: at('08:05'), cause: 'b2' };
    await store.factors.openBatch(program.id, land, later);
    const ask = async (code: string, amount: number, name = land, divisible = false) => {
      const { id: projectId } = await opened.client.project.findFirstOrThrow({
        where: { programId: program.id, code },
      });
      const request = { ...name, projectId, amount, divisible, neededBy: null, source: null, obstacleId: null };
      const cause = `ask ${code}`;
      const made = { programId: program.id, ...request, askedById: office.id, at: at('09:00'), cause };
      return (await store.factors.ask(made)) ?? 0;
    };
    const ids = [await ask('P-003', 320_000), await ask('P-052', 600_000), await ask('P-012', 450_000)];
    const part = await ask('P-001', 345_000, land, true);
    await ask('P-007', 3000, { factor: 'environmental-capacity', part: '化学需氧量' });
    expect((await give(world.ctx(office, at('09:30')), { id: ids[0] ?? 0, waits: 320_000 })).kind).toBe('given');
    expect((await give(world.ctx(office, at('09:40')), { id: part, waits: 345_000 })).kind).toBe('given');
  }

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
