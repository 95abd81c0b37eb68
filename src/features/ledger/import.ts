import { UNDO_HOURS } from '../../domain/permission.js';
import type { Ctx, Outcome, Refusal, SaidMessage, SentView } from '../../feature.js';
import type { Message, SlackFile } from '../../message.js';
import { option, plain, refusalMessage } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { compareAgain, type ImportFile, mayNotEdit, type Previewed, previewFile, type Refused } from './compare.js';
import { confirmImport, discardImport, undoImport } from './confirm.js';
import {
  type Decisions,
  decided,
  matchColumns,
  openImport,
  rememberedColumns,
  suggestPeople,
  suggestUnits,
} from './decide.js';
import { ids } from './ids.js';
import { readFields, sentFile } from './input.js';
import { codes, discardedMessage, staleMessage, undoneMessage, writtenMessage } from './messages/decided.js';
import { columnsForm, importForm, nameOptions, namesForm, sentForm } from './messages/forms.js';
import { importWords } from './messages/import-words.js';
import { previewLists } from './messages/lists.js';
import { previewMessage, readingMessage, updatedMessage } from './messages/preview.js';
import { sayings } from './messages/sayings.js';
import { putMessages } from './put-messages.js';
import type { Understood } from './understood.js';

/*
 * Importing, as it is met: a file arrives, its preview is one message in the importer's direct messages, and every press
 * changes that message.
 */

const refuse = (refused: Refused): Outcome => ({ kind: 'refuse', refusal: refused.refused });
const DONE: Outcome = { kind: 'nothing' };
const subjectOf = (cause: string): string => `ledger-import:${cause}`;

/** Opens the form to attach a file. */
export async function openForm(ctx: Ctx): Promise<Outcome> {
  const denied = mayNotEdit(ctx);
  return denied === null ? { kind: 'view', view: importForm(ctx.place, ctx.language) } : refuse(denied);
}

/** A form with a file was sent. */
export async function formSent(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const denied = mayNotEdit(ctx);
  if (denied !== null) return refuse(denied);
  const id = sentFile(sent);
  if (id === null) return { kind: 'errors', errors: { file: inLanguage(importWords, ctx.language).notAFile.wrong } };
  await preview(ctx, { id, name: null }, ctx.cause);
  return { kind: 'view', view: sentForm(ctx.language) };
}

const SPREADSHEET = /\.(?:xlsx|xlsm|xls|et|csv|tsv|ods)$/i;

/** A code or a percent: what a coordinator says with a file may be a report of their own, which others read then. */
const LIKE_A_REPORT = /\bp-?\d|[%％]/i;

/** A spreadsheet in direct messages is to be imported; null: the message is for others. */
export async function messageSaid(ctx: Ctx, said: SaidMessage): Promise<Outcome | null> {
  const files = said.where === 'direct' ? said.files.filter(({ name }) => SPREADSHEET.test(name)) : [];
  const [first] = files;
  if (first === undefined) return null;
  const denied = mayNotEdit(ctx);
  if (denied !== null) {
    // With a line that may be a report the file is its evidence.
    if (/\d/.test(said.text.normalize('NFKC'))) return null;
    const words = inLanguage(importWords, ctx.language);
    return refuse({ refused: { ...denied.refused, wrong: words.spreadsheetOfOther } });
  }
  for (const file of files)
    await preview(ctx, fileOf(file), files.length === 1 ? ctx.cause : `${ctx.cause}:${file.id}`);
  return LIKE_A_REPORT.test(said.text) ? null : DONE;
}

const fileOf = ({ id, name }: SlackFile): ImportFile => ({ id, name });

/** Says at once that the file is being read, and puts the preview, or why there is none, in that message's place. */
async function preview(ctx: Ctx, file: ImportFile, cause: string): Promise<void> {
  const subject = subjectOf(cause);
  await putMessages(ctx, subject, readingMessage(file.name, ctx));
  const previewed = await previewFile(ctx, file, cause);
  if (previewed === 'decided') return;
  await ('refused' in previewed
    ? putMessages(ctx, subject, refusedMessage(ctx, previewed.refused, file.name))
    : show(ctx, subject, previewed));
}

async function show(ctx: Ctx, subject: string, previewed: Previewed): Promise<void> {
  const message = previewMessage(previewed, ctx);
  const { picture, ...bare } = message;
  // Drawing takes a second, for which the counts do not wait.
  if (picture) await putMessages(ctx, subject, bare);
  const nothing = plain(inLanguage(importWords, ctx.language).noLonger);
  await putMessages(ctx, subject, message, previewLists(previewed, ctx), nothing);
}

const refusedMessage = (ctx: Ctx, refusal: Refusal, typed: string | null): Message =>
  refusalMessage(refusal, ctx.language, typed);

/** Compares again: after somebody else's change, or with figures that fall. */
export async function again(ctx: Ctx, value: unknown, lower = false): Promise<Outcome> {
  const id = ids.again.value.parse(value).import;
  const compared = await compareAgain(ctx, id, (choices) => (lower ? { ...choices, lower } : choices));
  if ('refused' in compared) return refuse(compared);
  await show(ctx, subjectOf(compared.kept.cause), compared.previewed);
  return { kind: 'replace', message: previewMessage(compared.previewed, ctx) };
}

/** The preview changes where it stands, out of sight of who sent a form: that is said. */
async function shown(ctx: Ctx, compared: Awaited<ReturnType<typeof compareAgain>>): Promise<Outcome> {
  if ('refused' in compared) return refuse(compared);
  await show(ctx, subjectOf(compared.kept.cause), compared.previewed);
  return { kind: 'say', message: updatedMessage(compared.previewed, ctx) };
}

export async function openColumns(ctx: Ctx, value: unknown): Promise<Outcome> {
  const open = await openImport(ctx, ids.openColumns.value.parse(value).import);
  if ('refused' in open) return refuse(open);
  return { kind: 'view', view: columnsForm(open, await rememberedColumns(ctx), ctx.language) };
}

export async function columnsSent(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const id = ids.columnsForm.value.parse(sent.metadata).import;
  const open = await matchColumns(ctx, id, readFields(sent, 'column'), readFields(sent, 'known'));
  return 'refused' in open ? refuse(open) : shown(ctx, await compareAgain(ctx, id));
}

export async function openNames(ctx: Ctx, value: unknown): Promise<Outcome> {
  const open = await openImport(ctx, ids.openNames.value.parse(value).import);
  if ('refused' in open) return refuse(open);
  const { categories } = await ctx.store.programs.names(ctx.program.id);
  const options = [...categories].map(([key, name]) => option(name[ctx.language], key));
  return { kind: 'view', view: namesForm(open, options, ctx.language) };
}

export async function namesSent(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const id = ids.namesForm.value.parse(sent.metadata).import;
  const open = await openImport(ctx, id);
  if ('refused' in open) return refuse(open);
  const understood: Understood = open.understood;
  const decisions: Decisions = {
    likely: readFields(sent, 'likely'),
    units: readFields(sent, 'unit'),
    categories: readFields(sent, 'category'),
    people: readFields(sent, 'person'),
    others: sent.fields.others === 'make' ? 'make' : 'each',
  };
  return shown(ctx, await compareAgain(ctx, id, (choices) => decided(choices, understood, decisions)));
}

export async function people(ctx: Ctx, typed: string): Promise<Outcome> {
  const found = await suggestPeople(ctx, typed);
  return { kind: 'options', options: mayNotEdit(ctx) === null ? nameOptions(found, ctx) : [] };
}

export async function units(ctx: Ctx, typed: string): Promise<Outcome> {
  const found = await suggestUnits(ctx, typed);
  return { kind: 'options', options: mayNotEdit(ctx) === null ? nameOptions(found, ctx) : [] };
}

export async function confirm(ctx: Ctx, value: unknown): Promise<Outcome> {
  const written = await confirmImport(ctx, ids.confirm.value.parse(value).import);
  if ('refused' in written) return refuse(written);
  if (written.kind === 'settled') return alreadyDecided(ctx, written.standing);
  const message = written.kind === 'written' ? writtenMessage(written, ctx) : staleMessage(written, ctx);
  return { kind: 'replace', message };
}

export async function discard(ctx: Ctx, value: unknown): Promise<Outcome> {
  const settled = await discardImport(ctx, ids.discard.value.parse(value).import);
  if ('refused' in settled) return refuse(settled);
  if (settled.standing !== 'discarded') return alreadyDecided(ctx, settled.standing);
  return { kind: 'replace', message: discardedMessage(settled, ctx) };
}

export async function undo(ctx: Ctx, value: unknown): Promise<Outcome> {
  const undone = await undoImport(ctx, ids.undo.value.parse(value).import);
  if ('refused' in undone) return refuse(undone);
  const words = inLanguage(importWords, ctx.language);
  switch (undone.kind) {
    case 'undone':
      return { kind: 'replace', message: undoneMessage(undone, ctx) };
    case 'changed-since':
      return refuse({ refused: { ...words.changedSince(codes(undone.codes, sayings(ctx))), understood: null } });
    case 'too-late':
      return refuse({ refused: { ...words.tooLate(UNDO_HOURS), understood: null } });
    case 'settled':
      return alreadyDecided(ctx, undone.standing);
  }
}

/** A press that comes twice, or late: nothing happens, and it is said why. */
function alreadyDecided(ctx: Ctx, standing: keyof typeof importWords.decided.zh): Outcome {
  return refuse({ refused: { ...inLanguage(importWords, ctx.language).decided[standing], understood: null } });
}
