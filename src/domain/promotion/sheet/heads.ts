import { squeezed } from '../../ledger-sheet/clean.js';
import type { SheetView } from '../../ledger-sheet/view.js';
import type { PromotionTable } from './types.js';

/** Columns by what they hold; a table's own names of them. */
export type Columns = ReadonlyMap<string, number>;
export type FoundHead = {
  readonly table: PromotionTable;
  readonly row: number;
  readonly columns: Columns;
  /** The text of each head, as the amounts' say their unit there. */
  readonly texts: ReadonlyMap<string, string>;
};

type Shape = {
  readonly table: PromotionTable;
  /** In the order in which a head is tried; each column is taken once. */
  readonly fields: readonly (readonly [string, RegExp])[];
  readonly has: (columns: Columns) => boolean;
};

const DAY = /^(?:所报|登记|填报|发生)?(?:日期|时间)$|^(?:about|day|date)$/u;
const FIELD =
  /^(?:考察|招商|投资|所属)?(?:方向|产业|行业|领域|主题|产业方向|投资方向|产业类别|所属产业|所属行业)$|^(?:field|sector|industry)$/u;
const JOINED = /^(?:随行|随行人员|随行领导|陪同|陪同人员|陪同领导|同行|同报|joined|with)$/u;
const STANDING = /^(?:状态|阶段|进展|目前阶段|进展阶段|所处阶段|standing|stage|status)$/u;
const NOTE = /^(?:说明|备注|原因|不跟原因|note|notes|remark|reason)$/u;

/** Heads that a ledger has beside its projects: what stands below them is for the ledger. */
const LEDGER = /^(?:责任单位|包保领导|包保县领导|年度投资计划|总投资及资金来源|形象进度|计划开工|计划竣工)/u;
const PROJECT = /^(?:建设)?项目(?:名称)?$/u;

const SHAPES: readonly Shape[] = [
  {
    table: 'funds',
    fields: [
      [
        'voucher',
        /^(?:到账|到位|资金|入账|银行)?(?:凭证|单号|回单|凭证单)(?:号|号码|编号)?$|^voucher(?:no\.?|number)?$/u,
      ],
      ['inAll', /^(?:增资到|增资至|累计到位(?:资金)?|inall)$/u],
      ['amount', /^(?:本次|实际)?(?:到位|到账|入账|利用)?(?:资金|外资|内资|金额)(?:金额|额)?$|^amount$/u],
      ['currency', /^(?:币种|货币|币别|currency)$/u],
      ['kind', /^(?:种类|类别|类型|资金类别|资金类型|资金性质|kind|type)$/u],
      ['code', /^(?:项目编号|项目代码|项目编码|code|projectcode)$/u],
      ['project', /^(?:所属|到位)?(?:项目|项目名称)$|^project(?:name)?$/u],
      ['on', /^(?:到账|到位|入账|凭证|收款)(?:日期|时间)$/u],
      ['on', DAY],
      ['standing', STANDING],
    ],
    has: (columns) => columns.has('voucher') && (columns.has('amount') || columns.has('inAll')),
  },
  {
    table: 'activities',
    fields: [
      [
        'led',
        /^(?:带队|牵头|率队|领队)(?:县)?(?:领导|人|人员)?(?:姓名)?$|^(?:县级?)?领导(?:姓名)?$|^(?:ledby|leader)$/u,
      ],
      ['on', /^(?:活动|外出|考察|招商|出访|开展)(?:日期|时间)$/u],
      ['on', DAY],
      [
        'where',
        /^(?:活动|考察|招商|外出|出访)?(?:地点|目的地|去向|地区|城市)$|^去哪里$|^(?:place|where|destination)$/u,
      ],
      ['joined', JOINED],
      ['field', FIELD],
      ['firms', /^(?:对接|拜访|走访|考察|洽谈)?(?:企业|企业数|企业数量|家数|企业家数)$|^firms(?:met)?$/u],
      ['said', /^(?:原话|活动|活动内容|主要内容|内容|活动名称|活动情况|astyped|content|activity)$/u],
      ['said', NOTE],
      ['undoneAt', /^(?:撤销时间|takenbackat)$/u],
    ],
    has: (columns) => columns.has('led') && columns.has('on') && columns.has('where'),
  },
  {
    table: 'leads',
    fields: [
      [
        'investor',
        /^(?:投资方|投资商|投资人|投资企业|投资主体|意向企业|意向投资方|客商|企业|企业名称|线索企业|investor|firm|company)$/u,
      ],
      ['investor', /^(?:招商)?线索(?:名称|项目)?(?:\/项目名称)?$|^(?:lead)$/u],
      ['investor', /^(?:线索|意向)?项目(?:名称)?$|^project$/u],
      ['field', FIELD],
      ['wants', /^(?:要什么|需求|诉求|要素需求|主要需求|企业需求|需要|wants|needs)$/u],
      ['standing', STANDING],
      ['first', /^(?:首报人|首报|报送人|提供人|线索来源|信息来源|来源|firsttoldby|source)$/u],
      ['judgedOn', /^(?:研判日期|研判时间|judged)$/u],
      ['answeredOn', /^(?:回复日期|回复时间|答复日期|answered)$/u],
      ['on', /^(?:首报|报送|线索|接洽)(?:日期|时间)$/u],
      ['on', /^(?:所报|登记|填报)?日期$|^(?:about|day|date)$/u],
      ['joined', JOINED],
      ['contact', /^(?:联系人|联系方式|联系电话|联系人及电话|企业联系人|contact)$/u],
      ['investment', /^(?:投资额|总投资|总投资额|计划投资|计划总投资|拟投资额|意向投资额|investment)$/u],
      ['note', NOTE],
    ],
    has: (columns) =>
      columns.has('investor') &&
      ['first', 'wants', 'contact', 'standing'].filter((key) => columns.has(key)).length >= 2,
  },
];

/** A head may be this far down, under titles and notes. */
const HEAD_WITHIN = 15;

/** The first row of a sheet that is a head of promotion, and which; `ledger`: it is the head of a ledger. */
export function findHead(view: SheetView): FoundHead | 'ledger' | null {
  for (const { row } of view.sheet.rows.slice(0, HEAD_WITHIN)) {
    const cells = view.own(row).map(({ column, cell }) => ({ column, text: squeezed(cell.text).toLowerCase() }));
    if (cells.length < 2) continue;
    const ledger = cells.some(({ text }) => LEDGER.test(text)) && cells.some(({ text }) => PROJECT.test(text));
    for (const shape of SHAPES) {
      const head = headOf(shape, row, cells);
      // A ledger of intended projects has their investors, too.
      if (head !== null && !(ledger && head.table === 'leads')) return head;
    }
    if (ledger) return 'ledger';
  }
  return null;
}

type HeadCell = { readonly column: number; readonly text: string };

function headOf({ table, fields, has }: Shape, row: number, cells: readonly HeadCell[]): FoundHead | null {
  const columns = new Map<string, number>();
  const texts = new Map<string, string>();
  const taken = new Set<number>();
  for (const [field, shape] of fields) {
    if (columns.has(field)) continue;
    const found = cells.find(({ column, text }) => !taken.has(column) && shape.test(text.replace(/[（(:：].*$/u, '')));
    if (found === undefined) continue;
    taken.add(found.column);
    columns.set(field, found.column);
    texts.set(field, found.text);
  }
  return has(columns) ? { table, row, columns, texts } : null;
}
