import { localDay } from '../../../domain/day.js';
import type { Happening } from '../happening.js';
import type { Away } from './away.js';
import { momentAt, thereFrom } from './moment.js';
import type { Setting } from './script.js';

/** A batch, by the head of the department that has the factor. `from`: as it is typed; left out, from its day on. */
type Batch = { readonly on: string; readonly factor: string; readonly text: string; readonly from?: string };

/** What a project's owner asks for, as it is typed behind the project's code. */
type Ask = { readonly on: string; readonly code: string; readonly factor: string; readonly text: string };

/** What the department does: allocates, by the button as it reads. `sees`: what it is told. */
type Give = {
  readonly on: string;
  readonly code: string;
  readonly factor: string;
  readonly gives: string;
  readonly sees: string;
};

/** Part of what a project has, given back by its owner. */
type Back = { readonly on: string; readonly code: string; readonly factor: string; readonly back: string };

/** What is held by a project that has not started long after its day, on the department's home tab. */
type Recall = { readonly on: string; readonly code: string; readonly factor: string; readonly press: '收回' | '留用' };

const LAND = '土地';
const FUNDS = '资金';
const ENERGY = '能耗指标';
const CAPACITY = '环境容量';

/** What the project office writes into the ledger of a project: by it the printed order knows provincial key and livelihood projects. */
const REMARKS: readonly { readonly on: string; readonly code: string; readonly remark: string }[] = [
  { on: '2020-03-23', code: 'P-015', remark: '省重点项目' },
  { on: '2020-03-23', code: 'P-074', remark: '民生实事' },
  { on: '2020-10-20', code: 'P-001', remark: '列入省级重大项目' },
  { on: '2020-10-20', code: 'P-077', remark: '民生实事' },
];

/** Pools by their batches: land in five, energy in three, funds in four, three pollutants. */
const BATCHES: readonly Batch[] = [
  { on: '2020-03-16', factor: LAND, text: '60亩' },
  { on: '2020-06-17', factor: LAND, text: '114亩' },
  { on: '2020-07-20', factor: LAND, text: '80亩', from: '8月10日起' },
  { on: '2020-10-12', factor: LAND, text: '2公顷' },
  { on: '2020-10-26', factor: LAND, text: '60亩', from: '12月1日起' },
  { on: '2020-04-20', factor: ENERGY, text: '8000吨标准煤' },
  { on: '2020-06-30', factor: ENERGY, text: '6000吨标准煤' },
  { on: '2020-09-15', factor: ENERGY, text: '5000吨标准煤' },
  { on: '2020-03-02', factor: FUNDS, text: '5000万元' },
  { on: '2020-06-01', factor: FUNDS, text: '0.8亿元' },
  { on: '2020-09-01', factor: FUNDS, text: '6000万元' },
  { on: '2020-11-23', factor: FUNDS, text: '3000万元', from: '12月21日起' },
  { on: '2020-03-24', factor: CAPACITY, text: '氨氮 6吨' },
  { on: '2020-03-25', factor: CAPACITY, text: '氨氮 8吨', from: '4月20日起' },
  { on: '2020-05-12', factor: CAPACITY, text: 'VOCs 20吨' },
  { on: '2020-08-03', factor: CAPACITY, text: 'COD 5吨' },
];

const ASKS: readonly Ask[] = [
  { on: '2020-03-17', code: 'P-008', factor: LAND, text: '30亩 4月10日前' },
  { on: '2020-03-18', code: 'P-073', factor: LAND, text: '24亩' },
  { on: '2020-05-25', code: 'P-003', factor: LAND, text: '32亩 6月20日前' },
  { on: '2020-06-01', code: 'P-012', factor: LAND, text: '45亩' },
  { on: '2020-06-03', code: 'P-052', factor: LAND, text: '60亩' },
  { on: '2020-07-01', code: 'P-078', factor: LAND, text: '20亩 8月底前' },
  { on: '2020-08-17', code: 'P-043', factor: LAND, text: '75亩 可拆分' },
  { on: '2020-09-14', code: 'P-057', factor: LAND, text: '12亩' },
  { on: '2020-04-22', code: 'P-007', factor: ENERGY, text: '1.2万吨标准煤' },
  { on: '2020-07-06', code: 'P-048', factor: ENERGY, text: '5000吨标准煤 可拆分' },
  { on: '2020-03-04', code: 'P-025', factor: FUNDS, text: '800万元' },
  { on: '2020-03-10', code: 'P-005', factor: FUNDS, text: '1500万元' },
  { on: '2020-04-08', code: 'P-065', factor: FUNDS, text: '3000万元 可拆分' },
  { on: '2020-06-10', code: 'P-003', factor: FUNDS, text: '5000万元' },
  { on: '2020-09-02', code: 'P-054', factor: FUNDS, text: '1000万元' },
  { on: '2020-09-03', code: 'P-045', factor: FUNDS, text: '600万元' },
  { on: '2020-05-14', code: 'P-004', factor: CAPACITY, text: 'VOCs 12.5吨' },
  { on: '2020-08-05', code: 'P-043', factor: CAPACITY, text: 'COD 3.2吨' },
  { on: '2020-08-06', code: 'P-011', factor: CAPACITY, text: 'VOCs 9吨' },
  // Who asks last comes first: provincial key before livelihood, and that before the others.
  { on: '2020-03-26', code: 'P-010', factor: CAPACITY, text: '氨氮 3吨' },
  { on: '2020-03-27', code: 'P-074', factor: CAPACITY, text: '氨氮 2吨' },
  { on: '2020-03-30', code: 'P-015', factor: CAPACITY, text: '氨氮 9吨' },
  { on: '2020-10-27', code: 'P-077', factor: LAND, text: '15亩' },
  { on: '2020-10-28', code: 'P-001', factor: LAND, text: '40亩 11月底前' },
  { on: '2020-11-24', code: 'P-015', factor: FUNDS, text: '9000万元' },
];

const GIVES: readonly Give[] = [
  { on: '2020-03-20', code: 'P-008', factor: LAND, gives: '配30亩', sees: '剩30亩' },
  { on: '2020-03-23', code: 'P-073', factor: LAND, gives: '配24亩', sees: '剩6亩' },
  { on: '2020-06-18', code: 'P-003', factor: LAND, gives: '配32亩', sees: '剩88亩' },
  { on: '2020-06-19', code: 'P-012', factor: LAND, gives: '配45亩', sees: '剩43亩' },
  { on: '2020-06-22', code: 'P-052', factor: LAND, gives: '配60亩', sees: '差17亩' },
  { on: '2020-07-03', code: 'P-078', factor: LAND, gives: '配20亩', sees: '剩23亩' },
  { on: '2020-08-11', code: 'P-052', factor: LAND, gives: '配60亩', sees: '剩47亩' },
  { on: '2020-08-19', code: 'P-043', factor: LAND, gives: '配47亩', sees: '剩0亩' },
  { on: '2020-10-13', code: 'P-057', factor: LAND, gives: '配12亩', sees: '剩18亩' },
  { on: '2020-10-14', code: 'P-043', factor: LAND, gives: '配18亩', sees: '剩0亩' },
  { on: '2020-04-24', code: 'P-007', factor: ENERGY, gives: '配12000吨标准煤', sees: '差4000吨标准煤' },
  { on: '2020-07-01', code: 'P-007', factor: ENERGY, gives: '配12000吨标准煤', sees: '剩2000吨标准煤' },
  { on: '2020-07-08', code: 'P-048', factor: ENERGY, gives: '配2000吨标准煤', sees: '剩0吨标准煤' },
  { on: '2020-09-16', code: 'P-048', factor: ENERGY, gives: '配3000吨标准煤', sees: '剩2000吨标准煤' },
  { on: '2020-03-06', code: 'P-025', factor: FUNDS, gives: '配800万元', sees: '剩4200万元' },
  { on: '2020-03-12', code: 'P-005', factor: FUNDS, gives: '配1500万元', sees: '剩2700万元' },
  { on: '2020-04-10', code: 'P-065', factor: FUNDS, gives: '配2700万元', sees: '剩0万元' },
  { on: '2020-06-03', code: 'P-065', factor: FUNDS, gives: '配300万元', sees: '剩7700万元' },
  { on: '2020-06-15', code: 'P-003', factor: FUNDS, gives: '配5000万元', sees: '剩2700万元' },
  { on: '2020-09-04', code: 'P-054', factor: FUNDS, gives: '配1000万元', sees: '剩7900.5万元' },
  { on: '2020-09-07', code: 'P-045', factor: FUNDS, gives: '配600万元', sees: '剩7300.5万元' },
  { on: '2020-05-18', code: 'P-004', factor: CAPACITY, gives: '配12.5吨', sees: '剩7.5吨' },
  { on: '2020-08-07', code: 'P-043', factor: CAPACITY, gives: '配3.2吨', sees: '剩1.8吨' },
  { on: '2020-08-10', code: 'P-011', factor: CAPACITY, gives: '配9吨', sees: '差1.5吨' },
  // Ahead of a batch that is for provincial key projects alone until its day.
  { on: '2020-03-31', code: 'P-015', factor: CAPACITY, gives: '配9吨', sees: '剩5吨' },
  { on: '2020-04-01', code: 'P-074', factor: CAPACITY, gives: '配2吨', sees: '差2吨' },
  { on: '2020-04-21', code: 'P-074', factor: CAPACITY, gives: '配2吨', sees: '剩3吨' },
  { on: '2020-04-22', code: 'P-010', factor: CAPACITY, gives: '配3吨', sees: '剩0吨' },
  { on: '2020-10-30', code: 'P-001', factor: LAND, gives: '配40亩', sees: '剩20亩' },
  { on: '2020-11-03', code: 'P-077', factor: LAND, gives: '配15亩', sees: '差15亩' },
  { on: '2020-12-02', code: 'P-077', factor: LAND, gives: '配15亩', sees: '剩5亩' },
  { on: '2020-12-03', code: 'P-043', factor: LAND, gives: '配5亩', sees: '剩0亩' },
  { on: '2020-11-26', code: 'P-015', factor: FUNDS, gives: '配9000万元', sees: '剩2300.5万元' },
];

const BACKS: readonly Back[] = [
  { on: '2020-07-14', code: 'P-073', factor: LAND, back: '4' },
  { on: '2020-08-24', code: 'P-005', factor: FUNDS, back: '200.5' },
];

const RECALLS: readonly Recall[] = [
  { on: '2020-11-02', code: 'P-045', factor: FUNDS, press: '留用' },
  { on: '2020-11-10', code: 'P-054', factor: FUNDS, press: '收回' },
];

/** Who waits, and what other choices would do, looked at by the department. */
const LOOKS: readonly (readonly [on: string, factor: string, text: string])[] = [
  ['2020-06-17', LAND, ''],
  ['2020-06-18', LAND, ' 试算'],
  ['2020-06-22', LAND, ''],
  ['2020-07-09', ENERGY, ''],
  ['2020-08-20', LAND, ''],
  ['2020-09-02', FUNDS, ''],
  ['2020-10-12', LAND, ''],
  ['2020-03-30', CAPACITY, ' 氨氮'],
  ['2020-04-01', CAPACITY, ' 氨氮'],
  ['2020-10-29', LAND, ''],
  ['2020-12-01', LAND, ''],
];

/** Factors of a year: pools and their batches, requests in the plan's own words, what is given, in part, not at all, back and recalled. */
export function factorsOf(setting: Setting, aways: readonly Away[]): Happening[] {
  const { plan } = setting;
  const owners = new Map(plan.projects.map(({ code, owner }) => [code, owner]));
  const heads = new Map(plan.units.map(({ key, head }) => [key, head]));
  const keys = new Map(plan.mechanisms.factors.map(({ key, name, department }) => [name.zh, { key, department }]));
  const departmentOf = (factor: string): string | null => {
    const found = keys.get(factor);
    if (found === undefined) return null;
    const matter = Object.entries(plan.ladder.departments).find(([name]) => name === found.key);
    return heads.get(found.department ?? matter?.[1] ?? '') ?? null;
  };
  /** Of this day and minute, or of the next on which who does it is there; nothing, where the plan has none. */
  const at = (on: string, minute: number, who: string | null, does: readonly object[]): Happening[] => {
    if (who === null) return [];
    const day = thereFrom(who, localDay(on), setting, aways);
    if (day < plan.from || day > plan.to) return [];
    return does.map((each, step) => ({ at: momentAt(day, minute + step), who, ...each }) as Happening);
  };
  const known = ({ code, factor }: Ask | Give | Back | Recall) => owners.has(code) && keys.has(factor);
  const coordinator = plan.people.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'))?.key ?? null;
  return [
    ...REMARKS.filter(({ code }) => keys.size > 0 && owners.has(code)).flatMap(({ on, code, remark }, place) =>
      at(on, 10 * 60 + 2 * place, coordinator, [
        { command: `/ledger 修改 ${code}` },
        { fill: { 备注: remark }, sees: '已修改' },
      ]),
    ),
    ...BATCHES.flatMap(({ on, factor, text, from }) =>
      at(on, 9 * 60 + 10, departmentOf(factor), [
        { command: `/factor ${factor} ${text}${from === undefined ? '' : ` ${from}`}`, sees: '记一批指标' },
        { press: '确认', beside: factor, sees: '已记：' },
      ]),
    ),
    ...ASKS.filter(known).flatMap(({ on, code, factor, text }, place) =>
      at(on, 10 * 60 + 20 + place, owners.get(code) ?? null, [
        { command: `/factor ${code} ${factor} ${text}`, sees: '申请要素' },
        { press: '确认', beside: code, sees: '已申请' },
      ]),
    ),
    ...LOOKS.flatMap(([on, factor, text]) =>
      at(on, 15 * 60 + 10, departmentOf(factor), [{ command: `/factor ${factor}${text}`, sees: factor }]),
    ),
    ...GIVES.filter(known).flatMap(({ on, code, factor, gives, sees }) =>
      at(on, 11 * 60 + 5, departmentOf(factor), [
        { command: `/factor ${factor}${pollutantOf(code, factor)}`, sees: factor },
        { press: '配置', sees: code },
        { press: gives, beside: code, sees },
      ]),
    ),
    ...BACKS.filter(known).flatMap(({ on, code, factor, back }) => {
      const measure = plan.mechanisms.factors.find(({ name }) => name.zh === factor)?.measure;
      return at(on, 16 * 60 + 10, owners.get(code) ?? null, [
        { command: `/factor ${code}`, sees: '已配' },
        { press: `退回${factor}`, fill: { [`退回多少（${measure}）`]: back }, sees: `${code}退回` },
      ]);
    }),
    ...RECALLS.filter(known).flatMap(({ on, code, factor, press }) =>
      at(on, 14 * 60 + 30, departmentOf(factor), [{ home: true }, { press, beside: code }]),
    ),
  ];
}

/** Of environmental capacity each pollutant is a pool of its own. */
function pollutantOf(code: string, factor: string): string {
  const asked = ASKS.find((each) => each.code === code && each.factor === factor)?.text ?? '';
  const name = /^(?:[A-Z][A-Za-z]+|氨氮)/.exec(asked)?.[0];
  return factor === CAPACITY && name !== undefined ? ` ${name}` : '';
}
