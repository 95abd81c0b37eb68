import type { Ctx, Outcome } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { ledgerBook, ledgerTemplate } from './messages/book.js';
import { unknownSheetRefusal } from './messages/export-refusal.js';
import { words as exportWords } from './messages/export-words.js';
import { exportTables } from './messages/tables.js';
import type { Exported, SheetName } from './model.js';
import { putMessages } from './put-messages.js';
import { isFactorSheet, isPromotionSheet, readExport, SHEETS } from './read-export.js';
import { mayNotExport } from './rights.js';

/*
 * Exporting, as it is met: a message says that the file is being written, then the file comes into the direct messages.
 */

/** What a sheet is called when it is asked for. */
const ASKED: readonly (readonly [SheetName | 'all', RegExp])[] = [
  ['ledger', /^(?:|ledger|台账|项目|projects?)$/i],
  ['reports', /^(?:reports?|上报)$/i],
  ['obstacles', /^(?:obstacles?|卡点)$/i],
  ['activity', /^(?:activity|log|操作记录|记录|日志)$/i],
  ['goals', /^(?:goals?|目标|目标及清单)$/i],
  ['lights', /^(?:lights?|灯|灯和序时|序时)$/i],
  ['gates', /^(?:gates?|关口)$/i],
  ['events', /^(?:changes?|变化)$/i],
  ['numbers', /^(?:numbers?|日报数字|数字)$/i],
  ['items', /^(?:items?|action items?|交办|交办事项)$/i],
  ['slips', /^(?:slips?|督办单?)$/i],
  ['reviews', /^(?:reviews?|六个一|会议)$/i],
  ['lessons', /^(?:lessons?|复盘|经验|复盘经验)$/i],
  ['pools', /^(?:pools?|指标|要素指标)$/i],
  ['requests', /^(?:requests?|要素申请)$/i],
  ['allocations', /^(?:allocations?|要素配置)$/i],
  ['activities', /^(?:activities|招商活动)$/i],
  ['duties', /^(?:dut(?:y|ies)|招商任务)$/i],
  ['leads', /^(?:leads?|线索)$/i],
  ['funds', /^(?:funds|vouchers?|到位资金|凭证)$/i],
  ['all', /^(?:all|everything|全部|所有)$/i],
];

/** `/ledger export …`, and the buttons that mean it. */
export async function exportSheets(ctx: Ctx, asked: string): Promise<Outcome> {
  const words = inLanguage(exportWords, ctx.language);
  const what = ASKED.find(([, shape]) => shape.test(asked.trim()))?.[0];
  if (what === undefined) return unknownSheetRefusal(asked, ctx.language);
  const denied = mayNotExport(ctx);
  if (denied !== null) return { kind: 'refuse', refusal: denied.refused };
  const sheets = what === 'all' ? SHEETS : [what];
  return handed(ctx, what === 'all' ? words.all : words.sheets[what], async () => {
    const exported = await readExport(ctx, sheets);
    if ('refused' in exported) return exported;
    const bytes = await ctx.sheets.write({
      ...(sheets.includes('ledger') ? { ledger: ledgerBook(exported, ctx.today, ctx) } : {}),
      tables: exportTables(exported, ctx.now, ctx),
    });
    return { bytes, comment: words.comment(contents(exported, sheets, ctx)) };
  });
}

/** `/ledger template`. */
export async function template(ctx: Ctx): Promise<Outcome> {
  const words = inLanguage(exportWords, ctx.language);
  const denied = mayNotExport(ctx);
  if (denied !== null) return { kind: 'refuse', refusal: denied.refused };
  return handed(ctx, words.template, async () => {
    const exported = await readExport(ctx, []);
    if ('refused' in exported) return exported;
    return {
      bytes: await ctx.sheets.write({ template: ledgerTemplate(exported, ctx) }),
      comment: words.templateComment,
    };
  });
}

type Made =
  | { readonly bytes: Uint8Array; readonly comment: string }
  | Extract<Awaited<ReturnType<typeof readExport>>, { refused: unknown }>;

/** Says at once that a file is being written, and hands it over. */
async function handed(ctx: Ctx, what: string, make: () => Promise<Made>): Promise<Outcome> {
  const words = inLanguage(exportWords, ctx.language);
  const dedupeKey = `ledger-export:${ctx.cause}`;
  await putMessages(ctx, dedupeKey, plain(words.writing));
  const made = await make();
  if ('refused' in made) return { kind: 'refuse', refusal: made.refused };
  await putMessages(ctx, dedupeKey, plain(words.ready));
  const program = ctx.program.name[ctx.language].replace(/[\\/:*?"<>|“”\s]+/g, '');
  const name = words.fileName(program, what, ctx.today);
  return { kind: 'files', files: [{ name, bytes: made.bytes }], comment: made.comment };
}

const PROOF: ReadonlySet<SheetName> = new Set(['lights', 'gates', 'events', 'numbers']);

/** What the file holds, counted. */
function contents(exported: Exported, sheets: readonly SheetName[], { language }: Ctx): string {
  const { count } = inLanguage(exportWords, language);
  const counts: Readonly<Record<SheetName, number>> = {
    ledger: [...exported.projects.values()].filter(({ standing }) => standing !== 'withdrawn').length,
    reports: exported.reports?.length ?? 0,
    obstacles: exported.obstacles?.length ?? 0,
    activity: exported.activity?.length ?? 0,
    goals: exported.goals?.goals.length ?? 0,
    lights: exported.proof?.lit.length ?? 0,
    gates: exported.proof?.digest.goals.reduce((sum, { state }) => sum + state.gates.length, 0) ?? 0,
    events: exported.proof?.digest.steps.length ?? 0,
    items: exported.items?.length ?? 0,
    slips: exported.slips?.length ?? 0,
    reviews: exported.reviews?.length ?? 0,
    lessons: exported.lessons?.length ?? 0,
    pools: exported.pools?.length ?? 0,
    requests: exported.requests?.length ?? 0,
    allocations: exported.allocations?.length ?? 0,
    activities: exported.activities?.filter(({ undoneAt }) => undoneAt === null).length ?? 0,
    duties: exported.duties?.length ?? 0,
    leads: exported.leads?.length ?? 0,
    funds: exported.funds?.length ?? 0,
    numbers: exported.proof === null ? 0 : Object.keys(exported.proof.numbers).length,
  };
  const there = exported.proof === null ? sheets.filter((sheet) => !PROOF.has(sheet)) : sheets;
  const none = (sheet: SheetName) =>
    (sheet === 'items' ||
      sheet === 'slips' ||
      sheet === 'reviews' ||
      sheet === 'lessons' ||
      isFactorSheet(sheet) ||
      isPromotionSheet(sheet)) &&
    exported[sheet] === null;
  const shown = there.filter((sheet) => !none(sheet));
  return shown.map((sheet) => count[sheet](counts[sheet])).join(language === 'zh' ? '、' : ', ');
}
