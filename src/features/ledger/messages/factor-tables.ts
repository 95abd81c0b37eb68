import { decimalText } from '../../../domain/exact.js';
import { waiting, yieldTenths } from '../../../domain/factor.js';
import { amountText, type FactorAmount } from '../../../domain/factor-amount.js';
import type { Table, TableValue } from '../../../sheets/table.js';
import type { Exported, FactorSheet, Reader } from '../model.js';
import type { Laid } from './laid.js';
import { exactTime } from './proof-tables.js';

/*
 * Pools, what was asked of them and what they gave, in the plan file's own keys: enough to compute the printed order and
 * what is left again without this program.
 */

type MakeTable = (name: FactorSheet, columns: readonly Laid[], rows: Table['rows'], frozenColumns: number) => Table;

export function factorTables(
  { pools, requests, allocations }: Pick<Exported, FactorSheet>,
  { program, language }: Reader,
  table: MakeTable,
  person: (id: number | null) => string,
): readonly Table[] {
  const planned = new Map(program.policy.mechanisms.factors.map((factor) => [factor.key, factor]));
  const pool = ({ factor, part }: { readonly factor: string; readonly part: string }): TableValue[] => [
    factor,
    part,
    planned.get(factor)?.name[language] ?? '',
    planned.get(factor)?.measure ?? '',
  ];
  const amount = (of: FactorAmount) => Number(amountText(of));
  const time = (at: number) => exactTime(at, program.timeZone);
  return [
    ...(pools === null ? [] : [poolTable(pools)]),
    ...(requests === null ? [] : [requestTable(requests)]),
    ...(allocations === null ? [] : [allocationTable(allocations)]),
  ];

  function poolTable(entries: NonNullable<typeof pools>): Table {
    return table(
      'pools',
      [
        ...POOL,
        ['batch', 'amount', 12],
        ['availableFrom', 'text', 12],
        ['given', 'amount', 12],
        ['actor', 'text', 12],
        AT,
      ],
      entries.map((each) => [
        ...pool(each),
        amount(each.amount),
        each.from,
        amount(each.given),
        person(each.personId),
        time(each.at),
      ]),
      4,
    );
  }

  function requestTable(entries: NonNullable<typeof requests>): Table {
    return table(
      'requests',
      REQUEST,
      entries.map((each) => [
        ...pool(each),
        each.id,
        each.code,
        each.projectName,
        each.projectStanding,
        each.place,
        each.class,
        each.gate ?? '',
        each.investment,
        yieldCell(yieldTenths(each)),
        amount(each.amount),
        amount(waiting(each)),
        amount(each.given),
        each.neededBy ?? '',
        each.divisible ? 1 : '',
        person(each.askedById),
        time(each.askedAt),
      ]),
      4,
    );
  }

  function allocationTable(entries: NonNullable<typeof allocations>): Table {
    return table(
      'allocations',
      [
        ...POOL,
        ['request', 'count', 8],
        ['code', 'text', 10],
        ['given', 'amount', 12],
        ['availableFrom', 'text', 12],
        ['onDay', 'text', 12],
        ['ahead', 'text', 8],
        ['class', 'text', 12],
        ['actor', 'text', 12],
        AT,
      ],
      entries.map((each) => [
        ...pool(each),
        each.requestId,
        each.code,
        amount(each.amount),
        each.from,
        each.on,
        each.ahead ? 1 : '',
        each.class,
        person(each.personId),
        time(each.at),
      ]),
      4,
    );
  }
}

const yieldCell = (tenths: number | null): TableValue => (tenths === null ? null : Number(decimalText(tenths, 1)));

const AT: Laid = ['time', 'text', 20];
const POOL: readonly Laid[] = [
  ['key', 'text', 20],
  ['pollutant', 'text', 12],
  ['factor', 'text', 12],
  ['measure', 'text', 12],
];
const REQUEST: readonly Laid[] = [
  ...POOL,
  ['request', 'count', 8],
  ['code', 'text', 10],
  ['project', 'text', 28],
  ['standing', 'text', 10],
  ['place', 'count', 8],
  ['class', 'text', 12],
  ['gate', 'text', 12],
  ['totalInvestment', 'amount', 14],
  ['yield', 'amount', 12],
  ['asked', 'amount', 12],
  ['waiting', 'amount', 12],
  ['given', 'amount', 12],
  ['neededBy', 'text', 12],
  ['divisible', 'text', 8],
  ['itemOwner', 'text', 12],
  AT,
];
