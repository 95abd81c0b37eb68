import type { PromotionRows } from '../../domain/promotion/sheet/types.js';
import { type Ctx, type Outcome, type Refused, refuseIn, type SaidMessage } from '../../feature.js';
import type { SlackFile } from '../../message.js';
import { previewMessage } from './messages/preview.js';
import { fileRefusal, importRefusal } from './messages/refusals.js';
import { sendForm } from './messages/send-form.js';
import { planImport, planning, planText } from './plan.js';
import { mayNotImport } from './rights.js';

/** A year of a county's promotion has a few hundred kilobytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Opens the form to which the spreadsheet is attached. */
export async function openSend(ctx: Ctx): Promise<Outcome> {
  return (await mayNotImport(ctx)) ?? { kind: 'view', view: sendForm(ctx.place, ctx.language) };
}

export async function sendByForm(
  ctx: Ctx,
  _: unknown,
  { file: [id] }: { readonly file: readonly string[] },
): Promise<Outcome> {
  const denied = await mayNotImport(ctx);
  if (denied !== null) return denied;
  if (id === undefined) return importRefusal(ctx, 'no-file');
  const file = await readRows(ctx, id);
  return 'kind' in file ? file : preview(ctx, file);
}

const SPREADSHEET = /\.(?:xlsx|xlsm|csv)(?:\.[a-z\d]{1,8})?$/i;

/** A spreadsheet in direct messages that has a head of promotion; null: it is for others, the ledger among them. */
export async function sendByMessage(ctx: Ctx, said: SaidMessage): Promise<Outcome | null> {
  const [attached, ...others] = said.files;
  if (said.where !== 'direct' || attached === undefined || others.length > 0 || !isSpreadsheet(attached)) return null;
  if ((await mayNotImport(ctx)) !== null) return null;
  const file = await readRows(ctx, attached.id);
  // What is wrong with a file that has no such head, the ledger says.
  if ('kind' in file) return file.head ? file : null;
  // An export of everything is a ledger first.
  return file.ledger ? null : preview(ctx, { ...file, name: attached.name });
}

const isSpreadsheet = ({ name }: SlackFile): boolean => SPREADSHEET.test(name);

type RefusedFile = Refused & { readonly head: boolean };
type ReadFile = { readonly name: string; readonly rows: PromotionRows; readonly ledger: boolean };

/** `head`: of a file that is refused, whether it has a head of promotion. */
async function readRows(ctx: Ctx, id: string): Promise<ReadFile | RefusedFile> {
  const file = await ctx.readFile(id, MOST_BYTES);
  if (file === 'too-big' || file === 'gone') return { ...importRefusal(ctx, file), head: false };
  const { today, program } = ctx;
  const read = await ctx.sheets.readPromotion(file.bytes, file.name, { today, from: program.from });
  if ('refused' in read) return { ...refuseIn(ctx.language, read.refused), head: false };
  if ('fault' in read) return { ...fileRefusal(ctx, read.fault), head: read.fault.what !== 'head' };
  return { name: file.name, rows: read.rows, ledger: read.ledger };
}

/** Keeps what was read, and shows what it would record. Nothing is recorded yet. */
async function preview(ctx: Ctx, { name, rows }: ReadFile): Promise<Outcome> {
  const { store, program, person, now, cause } = ctx;
  const about = await planning(ctx);
  const previewed = await store.transaction(async (tx) => {
    const plan = await planImport(about, tx, rows);
    const kept = await tx.promotionImports.keep({
      programId: program.id,
      personId: person.id,
      fileName: name,
      rows,
      planned: planText(plan),
      at: now,
      cause,
    });
    return { kept, plan };
  });
  return { kind: 'say', message: previewMessage(ctx, previewed) };
}
