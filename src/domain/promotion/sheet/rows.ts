import type { LocalDay } from '../../day.js';
import type { Cell } from '../../ledger-sheet/grid.js';
import type { SheetView } from '../../ledger-sheet/view.js';
import { LONGEST_ACTIVITY } from '../activity.js';
import { LONGEST_LEAD } from '../lead.js';
import type { MoneyKind } from '../money.js';
import { dayIn, firmsIn, namesIn, RowRefused, textIn } from './cells.js';
import type { FoundHead } from './heads.js';
import { moneyIn } from './money-cell.js';
import type { ActivityRow, FundsRow, LeadRow, RowPlace } from './types.js';

/** What a row is read with. */
export type RowReader = {
  readonly view: SheetView;
  readonly head: FoundHead;
  readonly today: LocalDay;
  /** The program's first day: nothing of a year before it counts. */
  readonly from: LocalDay;
};

/** A row that was taken back, returned, replaced or void when it was exported is none. */
export type ReadRow<Row> = Row | 'skipped';

/** What a paragraph may hold. */
const LONGEST_TEXT = 2_000;
const LONGEST_NAME = 60;

const at = ({ view, head }: RowReader, row: number, field: string): Cell | null => {
  const column = head.columns.get(field);
  return column === undefined ? null : (view.at(row, column)?.cell ?? null);
};

export function readActivity(reader: RowReader, place: RowPlace): ReadRow<ActivityRow> {
  const cell = (field: string) => at(reader, place.row, field);
  const text = (field: string, longest = LONGEST_ACTIVITY) => textIn(cell(field), longest);
  if (text('undoneAt') !== null) return 'skipped';
  const led = text('led');
  const [leader, ...others] = namesIn(led);
  if (leader === undefined) throw new RowRefused('leader', '');
  if (others.length > 0) throw new RowRefused('leaders', led ?? '');
  const on = inProgram(reader, dayIn(cell('on'), reader.today));
  const where = text('where');
  if (where === null) throw new RowRefused('place', '');
  return {
    ...place,
    leader,
    joined: namesIn(text('joined')),
    on,
    place: where,
    field: text('field'),
    firms: firmsIn(text('firms')),
    text: text('said', LONGEST_TEXT) ?? '',
  };
}

const LEAD_STANDINGS = [
  ['signed', /^(?:已)?签约|^signed$/iu],
  ['dropped', /^(?:已定)?(?:不跟|放弃|终止|搁置)|^dropped$/iu],
  ['new', /^(?:待研判|新(?:增|线索)?|未研判|to be judged|new)$/iu],
  ['pursued', /^(?:在跟|跟进|在谈|洽谈|对接|考察|推进|意向|pursued)/iu],
] as const;

export function readLead(reader: RowReader, place: RowPlace): ReadRow<LeadRow> {
  const cell = (field: string) => at(reader, place.row, field);
  const text = (field: string, longest = LONGEST_LEAD) => textIn(cell(field), longest);
  const day = (field: string) => dayIn(cell(field), reader.today);
  const investor = text('investor', LONGEST_NAME);
  if (investor === null || investor.length < 2) throw new RowRefused('investor', investor ?? '');
  const said = text('standing');
  const standing = said === null ? 'new' : LEAD_STANDINGS.find(([, shape]) => shape.test(said))?.[0];
  if (standing === undefined) throw new RowRefused('standing', said ?? '');
  const note = text('note');
  if (standing === 'dropped' && note === null) throw new RowRefused('reason', said ?? '');
  const investment = text('investment');
  // No number of a file vanishes: what it has no place of its own for stands with what is wanted.
  const head = reader.head.texts.get('investment') ?? '';
  const invested = investment === null ? [] : [`${head} ${investment}`.trim()];
  const wants = [text('wants'), ...invested, ...(standing === 'dropped' ? [] : [note])].filter((each) => each !== null);
  return {
    ...place,
    investor,
    field: text('field'),
    wants: wants.length === 0 ? null : wants.join('；'),
    contact: text('contact'),
    first: text('first', LONGEST_NAME),
    joined: namesIn(text('joined')),
    on: day('on'),
    standing,
    judgedOn: day('judgedOn'),
    answeredOn: day('answeredOn'),
    dropReason: standing === 'dropped' ? note : null,
  };
}

const VOUCHER = /^[A-Z0-9][A-Z0-9/-]{2,29}$/u;
const KINDS = [
  ['foreign-capital', /外资|美元|美金|外币|usd|dollars?|foreign/iu],
  ['funds', /到位资金|内资|人民币|资金|rmb|cny|yuan|funds/iu],
] as const;
const NOT_STANDING = /^(?:已退回|已更正|作废|returned|corrected|void)/iu;

export function readFunds(reader: RowReader, place: RowPlace): ReadRow<FundsRow> {
  const cell = (field: string) => at(reader, place.row, field);
  const text = (field: string) => textIn(cell(field), LONGEST_ACTIVITY);
  if (NOT_STANDING.test(text('standing') ?? '')) return 'skipped';
  const said = text('voucher');
  const voucher = (said ?? '').normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  if (!VOUCHER.test(voucher)) throw new RowRefused('voucher', said ?? '');
  const amount = moneyIn(cell('amount'), reader.head.texts.get('amount') ?? '');
  const inAll = moneyIn(cell('inAll'), reader.head.texts.get('inAll') ?? '');
  if (amount === null && inAll === null) throw new RowRefused('amount', '');
  // A correction to nothing: what it corrected stands in a row of its own.
  if (amount?.amount === 0 && inAll === null && reader.head.columns.has('standing')) return 'skipped';
  if (amount?.amount === 0 || inAll?.amount === 0) throw new RowRefused('amount', '0');
  const kind = kindIn([text('currency'), text('kind')], [amount?.kind ?? null, inAll?.kind ?? null]);
  const project = text('code') ?? text('project');
  if (project === null) throw new RowRefused('no-project', '');
  const on = inProgram(reader, dayIn(cell('on'), reader.today));
  return { ...place, kind, voucher, amount: amount?.amount ?? null, inAll: inAll?.amount ?? null, project, on };
}

/** Yuan, where nothing says otherwise; where the row says both, it is not guessed. */
function kindIn(said: readonly (string | null)[], amounts: readonly (MoneyKind | null)[]): MoneyKind {
  const kinds = said.map((text) => {
    const kind = text === null ? null : KINDS.find(([, shape]) => shape.test(text))?.[0];
    if (kind === undefined) throw new RowRefused('kind', text ?? '');
    return kind;
  });
  const [kind = 'funds', ...others] = new Set([...kinds, ...amounts].filter((each) => each !== null));
  if (others.length > 0) throw new RowRefused('kind', said.filter((text) => text !== null).join(' '));
  return kind;
}

function inProgram({ from }: RowReader, day: LocalDay | null): LocalDay {
  if (day === null) throw new RowRefused('no-day', '');
  if (day < from) throw new RowRefused('period', day);
  return day;
}
