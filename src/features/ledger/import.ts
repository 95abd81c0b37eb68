import type { Ctx, Outcome, SaidMessage } from '../../feature.js';
import type { SlackFile } from '../../message.js';
import { refusalMessage } from '../../slack/blocks.js';
import { previewFile } from './compare.js';
import { importForm, sentForm } from './messages/import-form.js';
import { readingMessage } from './messages/preview.js';
import { noFile, notSpreadsheet, refuse, spreadsheetOfOther } from './messages/refusals.js';
import type { ImportFile } from './model.js';
import { putMessages } from './put-messages.js';
import { mayNotEdit } from './rights.js';
import { dedupeKeyOf, show } from './show.js';

/*
 * A file arrives, its preview is one message in the importer's direct messages, and every press changes that message.
 */

/** Opens the form to attach a file. */
export async function openForm(ctx: Ctx): Promise<Outcome> {
  const denied = mayNotEdit(ctx);
  return denied === null ? { kind: 'view', view: importForm(ctx.place, ctx.language) } : refuse(denied);
}

export async function importByForm(ctx: Ctx, _: unknown, { file }: { readonly file: string | null }): Promise<Outcome> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return refuse(denied);
  if (file === null) return noFile(ctx);
  await preview(ctx, { id: file, name: null }, ctx.cause);
  return { kind: 'view', view: sentForm(ctx.language) };
}

/** With what a phone or a backup puts behind: 台账.xlsx.bak. Its bytes decide, the name is only a hint. */
const SPREADSHEET = /\.(?:xlsx|xlsm|xls|et|csv|tsv|ods)(?:\.[a-z\d]{1,8})?$/i;
const isSpreadsheet = ({ name, mimetype }: SlackFile): boolean =>
  SPREADSHEET.test(name) || (!name.includes('.') && /spreadsheet|ms-excel|csv/.test(mimetype));

const SAYS_IMPORT = /导入|台账|\bimport\b|\bledger\b/i;

/** A code or a percent: what a coordinator says with a file may be a report of their own, which others read then. */
const LIKE_A_REPORT = /\bp-?\d|[%％]/i;

/** A spreadsheet in direct messages is to be imported; null: the message is for others. */
export async function importByMessage(ctx: Ctx, said: SaidMessage): Promise<Outcome | null> {
  if (said.where !== 'direct' || said.files.length === 0) return null;
  const files = said.files.filter(isSpreadsheet);
  const denied = mayNotEdit(ctx);
  if (files.length === 0) {
    // 汇报.docx sent to be imported: what is taken is said.
    const meant = denied === null && SAYS_IMPORT.test(said.text) && !LIKE_A_REPORT.test(said.text);
    return meant ? refuse(notSpreadsheet(ctx)) : null;
  }
  if (denied !== null) {
    // With a line that may be a report the file is its evidence.
    if (/\d/.test(said.text.normalize('NFKC'))) return null;
    return refuse(spreadsheetOfOther(denied, ctx));
  }
  for (const file of files)
    await preview(ctx, fileOf(file), files.length === 1 ? ctx.cause : `${ctx.cause}:${file.id}`);
  return LIKE_A_REPORT.test(said.text) ? null : { kind: 'nothing' };
}

const fileOf = ({ id, name }: SlackFile): ImportFile => ({ id, name });

/** Says at once that the file is being read, and puts the preview, or why there is none, in that message's place. */
async function preview(ctx: Ctx, file: ImportFile, cause: string): Promise<void> {
  const dedupeKey = dedupeKeyOf(cause);
  await putMessages(ctx, dedupeKey, readingMessage(file.name, ctx));
  const previewed = await previewFile(ctx, file, cause);
  if (previewed === 'decided') return;
  await ('refused' in previewed
    ? putMessages(ctx, dedupeKey, refusalMessage(previewed.refused, ctx.language, file.name))
    : show(ctx, dedupeKey, previewed));
}
