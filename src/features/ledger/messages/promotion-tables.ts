import type { Table, TableValue } from '../../../sheets/table.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Exported, PromotionSheet, Reader } from '../model.js';
import type { MakeTable } from './item-tables.js';
import { exactTime } from './proof-tables.js';

/*
 * Activities with what each month asks of the county leaders, leads, vouchers: enough to compute the goals that count them
 * again without this program.
 */

const words = {
  leads: {
    zh: { new: '待研判', pursued: '在跟', dropped: '不跟', signed: '已签约' },
    en: { new: 'to be judged', pursued: 'pursued', dropped: 'dropped', signed: 'signed' },
  },
  money: {
    zh: { entered: '待核对', confirmed: '已核对', returned: '已退回', replaced: '已更正' },
    en: { entered: 'entered', confirmed: 'confirmed', returned: 'returned', replaced: 'corrected' },
  },
} as const satisfies Phrases;

export function promotionTables(
  { activities, duties, leads, funds, projects }: Pick<Exported, PromotionSheet | 'projects'>,
  { program, language }: Reader,
  table: MakeTable,
  person: (id: number | null) => string,
): readonly Table[] {
  const say = inLanguage(words, language);
  const time = (at: number | null) => exactTime(at, program.timeZone);
  const people = (ids: readonly number[]) => ids.map(person).join(language === 'zh' ? '、' : ', ');
  return [
    ...(activities === null ? [] : [activityTable(activities)]),
    ...(duties === null ? [] : [dutyTable(duties)]),
    ...(leads === null ? [] : [leadTable(leads)]),
    ...(funds === null ? [] : [fundTable(funds)]),
  ];

  function activityTable(rows: NonNullable<typeof activities>): Table {
    return table(
      'activities',
      [
        ['number', 'count', 7],
        ['onDay', 'text', 12],
        ['led', 'text', 10],
        ['joined', 'text', 16],
        ['where', 'text', 14],
        ['field', 'text', 14],
        ['firms', 'count', 9],
        ['said', 'paragraph', 36],
        ['actor', 'text', 10],
        ['time', 'text', 20],
        ['undoneAt', 'text', 20],
      ],
      rows.map((each): TableValue[] => [
        each.id,
        each.on,
        person(each.leaderId),
        people(each.joinedIds),
        each.place,
        each.field ?? '',
        each.firms,
        each.text,
        person(each.recordedById),
        time(each.recordedAt),
        time(each.undoneAt),
      ]),
      2,
    );
  }

  function dutyTable(rows: NonNullable<typeof duties>): Table {
    return table(
      'duties',
      [
        ['month', 'text', 12],
        ['led', 'text', 10],
        ['perMonth', 'count', 9],
        ['recorded', 'count', 7],
        ['missing', 'count', 7],
        ['excused', 'paragraph', 30],
      ],
      rows.map((each): TableValue[] => [
        each.month,
        person(each.leaderId),
        each.asked,
        each.done,
        each.missing,
        each.excused ?? '',
      ]),
      2,
    );
  }

  function leadTable(rows: NonNullable<typeof leads>): Table {
    return table(
      'leads',
      [
        ['number', 'count', 7],
        ['investor', 'text', 20],
        ['field', 'text', 14],
        ['needs', 'paragraph', 24],
        ['standing', 'text', 10],
        ['firstBy', 'text', 10],
        ['onDay', 'text', 12],
        ['time', 'text', 20],
        ['joined', 'text', 16],
        ['judgedOn', 'text', 12],
        ['answeredOn', 'text', 12],
        ['contact', 'text', 16],
        ['code', 'text', 10],
        ['note', 'paragraph', 24],
      ],
      rows.map((each): TableValue[] => [
        each.number,
        each.investor,
        each.field ?? '',
        each.wants ?? '',
        say.leads[each.standing],
        person(each.firstById),
        each.reportedOn,
        time(each.firstAt),
        people(each.joinedIds),
        each.judgedOn ?? '',
        each.answeredOn ?? '',
        each.contact ?? '',
        each.projectId === null ? '' : (projects.get(each.projectId)?.code ?? ''),
        each.dropReason ?? '',
      ]),
      2,
    );
  }

  function fundTable(rows: NonNullable<typeof funds>): Table {
    return table(
      'funds',
      [
        ['kind', 'text', 16],
        ['voucher', 'text', 14],
        ['voucherAmount', 'amount', 14],
        ['inAll', 'amount', 14],
        ['code', 'text', 10],
        ['project', 'text', 28],
        ['onDay', 'text', 12],
        ['standing', 'text', 10],
        ['actor', 'text', 10],
        ['time', 'text', 20],
        ['decidedBy', 'text', 10],
        ['decidedAt', 'text', 20],
        ['replacedAt', 'text', 20],
        ['note', 'paragraph', 30],
      ],
      rows.map((each): TableValue[] => [
        each.kind,
        each.voucher,
        each.amount,
        each.inAll,
        each.code,
        each.projectName,
        each.on,
        say.money[each.standing],
        person(each.enteredById),
        time(each.enteredAt),
        person(each.decidedById),
        time(each.decidedAt),
        time(each.replacedAt),
        each.reason ?? '',
      ]),
      2,
    );
  }
}
