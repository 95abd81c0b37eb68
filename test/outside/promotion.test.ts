import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { exportSheets } from '../../src/features/ledger/export.js';
import { promotion } from '../../src/features/promotion/index.js';
import { confirmMoney, returnMoney } from '../../src/features/promotion/money.js';
import { excuse } from '../../src/features/promotion/month.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import { promoting } from '../support/promoting.js';
import { differences, recompute } from './recompute.mjs';

/** The three goals that compute themselves, and the duty of the month, from an exported workbook alone. */
describe('what promotion counts, exported', { timeout: 300_000 }, () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(promoting(await dongE()));
  });
  afterAll(() => world.close());

  const say = async (as: string, text: string, day: string) => {
    const [command] = promotion.commands ?? [];
    const outcome = await command?.run(world.ctx(await world.person(as), world.at(day, '10:00')), text);
    if (outcome?.kind !== 'say') throw new Error(`${text}: ${JSON.stringify(outcome)}`);
    return outcome.message;
  };
  /** Read back and recorded. */
  async function lead(as: string, text: string, day: string): Promise<void> {
    const message = JSON.stringify(await say(as, text, day));
    const value = /"action_id":"promotion\.record#0","text":\{[^}]*\},"value":("(?:[^"\\]|\\.)*")/.exec(message)?.[1];
    const record = promotion.actions?.find(({ id }) => id === 'promotion.record');
    if (value === undefined || record === undefined) throw new Error(message);
    const ctx = world.ctx(await world.person(as), world.at(day, '10:01'));
    const pressed = { value: JSON.parse(JSON.parse(value)), chosen: null, view: null };
    expect((await record.run(ctx, pressed)).kind).toBe('replace');
  }
  async function money(voucher: string, text: string, day: string, confirmed: string | null): Promise<void> {
    await say('qianguoqiang', `凭证${voucher} ${text}`, day);
    const row = await world.opened.client.promotionMoney.findFirstOrThrow({ where: { voucher } });
    if (confirmed === null) return;
    const ctx = world.ctx(await world.person('guchunmei'), world.at(confirmed, '11:00'));
    expect((await confirmMoney(ctx, { id: row.id })).kind).toBe('replace');
  }
  async function exported(as: string, day: string, time = '16:00'): Promise<Uint8Array> {
    const outcome = await exportSheets(world.ctx(await world.person(as), world.at(day, time), 'zh', 'D1'), '全部');
    if (outcome.kind !== 'files' || !outcome.files[0]) throw new Error(JSON.stringify(outcome));
    return outcome.files[0].bytes;
  }
  const valuesOf = (said: ReadonlyMap<string, { readonly value: string }>) => ({
    funds: said.get('goals.funds-in-place.have')?.value,
    dollars: said.get('goals.foreign-capital.have')?.value,
    activities: said.get('goals.promotion-activities.have')?.value,
    month: said.get('promotion.month')?.value,
    missing: said.get('promotion.missing')?.value,
  });

  it('gives 40亿, 1,000万美元 and 108 activities again on every day, and the month of the leaders', async () => {
    const seen: Record<string, unknown> = {};
    const on = async (day: string) => {
      const result = await recompute(await exported('leixia', day));
      expect(differences(result), day).toEqual([]);
      seen[day] = valuesOf(result.said);
    };
    await on('2020-06-01');
    await lead('baixianzhong', '5月20日带队赴济南洽谈物流，见了1家', '2020-06-02');
    await money('0608-002', '8000万元 P-013 6月8日', '2020-06-08', '2020-06-09');
    await money('0612-004', '12000.0001万元 P-013 6月12日', '2020-06-12', '2020-06-12');
    await money('0615-031', '5000万元 P-013', '2020-06-15', null);
    await on('2020-06-15');
    await lead('baixianzhong', '6月16日带队赴苏州考察装备制造，对接2家', '2020-06-17');
    await lead('suyong', '6月17日带队赴苏州考察新材料', '2020-06-17');
    await lead('qianguoqiang', '6月15日邱震带队到上海洽谈新材料，见了3家', '2020-06-17');
    const suyong = await world.person('yangshouxin');
    const month = localDay('2020-06-01');
    const excused = world.ctx(suyong, world.at('2020-06-18', '09:00'));
    expect((await excuse(excused, { leader: suyong.id, month }, { reason: '中央党校学习' })).kind).toBe('say');
    await on('2020-06-23');
    const row = await world.opened.client.promotionMoney.findFirstOrThrow({ where: { voucher: '0615-031' } });
    const finance = world.ctx(await world.person('guchunmei'), world.at('2020-06-24', '09:00'));
    expect((await returnMoney(finance, { id: row.id }, { reason: '金额不符' })).kind).toBe('say');
    await money('0624-001', '300.5万美元 P-013 6月24日', '2020-06-24', '2020-06-24');
    await on('2020-07-01');
    // Said wrongly on 8 June, corrected on 3 July: until then it counted as it was.
    await say('qianguoqiang', '更正凭证0608-002 7800万元', '2020-07-02');
    await on('2020-07-02');
    const correction = await world.opened.client.promotionMoney.findFirstOrThrow({ where: { amount: 7800 } });
    const second = world.ctx(await world.person('guchunmei'), world.at('2020-07-03', '09:00'));
    expect((await confirmMoney(second, { id: correction.id })).kind).toBe('replace');
    await on('2020-07-03');
    await say('qianguoqiang', '凭证0624-001作废', '2020-07-06');
    const gone = await world.opened.client.promotionMoney.findFirstOrThrow({ where: { amount: 0 } });
    const third = world.ctx(await world.person('guchunmei'), world.at('2020-07-06', '11:00'));
    expect((await confirmMoney(third, { id: gone.id })).kind).toBe('replace');
    await on('2020-07-06');
    expect(seen).toEqual({
      '2020-06-01': { funds: '', dollars: '', activities: '', month: '0', missing: '12' },
      '2020-06-15': { funds: '20000.0001', dollars: '', activities: '1', month: '0', missing: '12' },
      '2020-06-23': { funds: '20000.0001', dollars: '', activities: '4', month: '3', missing: '8' },
      '2020-07-01': { funds: '20000.0001', dollars: '300.5', activities: '4', month: '0', missing: '12' },
      '2020-07-02': { funds: '20000.0001', dollars: '300.5', activities: '4', month: '0', missing: '12' },
      '2020-07-03': { funds: '19800.0001', dollars: '300.5', activities: '4', month: '0', missing: '12' },
      '2020-07-06': { funds: '19800.0001', dollars: '0', activities: '4', month: '0', missing: '12' },
    });
  });

  it('who does not see what each leader lacks exports neither that nor its number; the rest computes again', async () => {
    const bytes = await exported('renchangqing', '2020-07-06', '17:00');
    const result = await recompute(bytes);
    expect(differences(result)).toEqual([]);
    expect(valuesOf(result.said)).toMatchObject({ funds: '19800.0001', month: '0', missing: undefined });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['招商活动', '到位资金']));
    expect(book.getWorksheet('招商任务')).toBeUndefined();
  });

  it('a voucher that is changed in the workbook is found', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await exported('leixia', '2020-07-06', '18:30')) as never);
    const sheet = book.getWorksheet('到位资金');
    if (sheet === undefined) throw new Error('no sheet');
    const heads = (sheet.getRow(3).values as unknown[]).map(String);
    sheet.getRow(5).getCell(heads.indexOf('金额（万）')).value = 8001;
    const changed = differences(await recompute(new Uint8Array(await book.xlsx.writeBuffer())));
    expect(changed.join('\n')).toMatch(/goals\.funds-in-place\.have: said 19800\.0001 \(\), computed \d+/);
  });
});
