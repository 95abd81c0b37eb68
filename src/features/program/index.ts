import type { Ctx, Feature, Outcome, Pressed, SentView } from '../../feature.js';
import { inLanguage } from '../../text/language.js';
import {
  archive,
  carryOver,
  type Denied,
  listPrograms,
  loadBeside,
  type Made,
  switchTo,
  type Turned,
  whatCarries,
} from './act.js';
import { ids } from './ids.js';
import { readProgramForm, readProgramText } from './input.js';
import { listMessage, madeMessage, programForm, turnedMessage } from './view.js';
import { words } from './words.js';

/** A plan of 80 projects is 40 KB. A larger file would keep others waiting while it is read. */
const LARGEST_PLAN = 2 * 1024 * 1024;

/** `/program`: the programs of the workspace, one a year; a new one from a plan file or from the present one. */
export const program: Feature = {
  name: 'program',
  commands: [
    {
      name: '/program',
      words: ['program', '行动'],
      description: { zh: '攻坚行动：新年度、启用、归档', en: 'Programs: a new year, which one is run, archive' },
      hint: { zh: '[新建 | 启用 2021 | 归档 2019]', en: '[new | switch 2021 | archive 2019]' },
      rights: ['manage-programs'],
      opensForm: (text) => readProgramText(text).ask === 'new',
      run: command,
    },
  ],
  actions: [
    { id: ids.open.id, rights: ['manage-programs'], opensForm: true, run: openForm },
    {
      id: ids.switchTo.id,
      rights: ['manage-programs'],
      run: async (ctx, { value }) =>
        turned(ctx, await switchTo(ctx, ids.switchTo.value.parse(value)), 'switch', 'replace'),
    },
    { id: ids.archive.id, rights: ['manage-programs'], run: (ctx, pressed) => put(ctx, pressed, true) },
    { id: ids.restore.id, rights: ['manage-programs'], run: (ctx, pressed) => put(ctx, pressed, false) },
  ],
  views: [{ id: ids.form.id, rights: ['manage-programs'], run: sentForm }],
};

async function command(ctx: Ctx, text: string): Promise<Outcome> {
  const request = readProgramText(text);
  switch (request.ask) {
    case 'new':
      return openForm(ctx);
    case 'list': {
      const listed = await listPrograms(ctx);
      return 'denied' in listed ? denied(ctx, listed) : { kind: 'say', message: listMessage(listed, ctx.language) };
    }
    case 'switch':
      return turned(ctx, await switchTo(ctx, { called: request.which }), 'switch', 'say');
    case 'archive':
      return turned(ctx, await archive(ctx, { called: request.which }, true), 'archive', 'say');
    case 'unread':
      return { kind: 'refuse', refusal: { ...inLanguage(words, ctx.language).unread, understood: null } };
  }
}

async function openForm(ctx: Ctx): Promise<Outcome> {
  const carried = await whatCarries(ctx);
  return 'denied' in carried ? denied(ctx, carried) : programForm(ctx, carried);
}

async function put(ctx: Ctx, { value }: Pressed, away: boolean): Promise<Outcome> {
  const result = await archive(ctx, ids.archive.value.parse(value), away);
  return turned(ctx, result, away ? 'archive' : 'restore', 'replace');
}

async function sentForm(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { year, name, fileId } = readProgramForm(sent);
  if (fileId !== null) return fromFile(ctx, fileId);
  return year === null ? fault('year', say.faultYear) : made(ctx, await carryOver(ctx, year, name), 'year');
}

async function fromFile(ctx: Ctx, fileId: string): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const allowed = await whatCarries(ctx);
  if ('denied' in allowed) return denied(ctx, allowed);
  const file = await ctx.readFile(fileId, LARGEST_PLAN);
  if (typeof file === 'string') return fault('file', say.faultFile);
  const read = ctx.readPlan(file);
  if ('plan' in read) return made(ctx, await loadBeside(ctx, read.plan), 'file');
  const [first] = read.errors;
  const where = first ? `${first.line}:${first.column} ${first.wrong[ctx.language]}` : '';
  return fault('file', say.faultPlan(where, read.errors.length - 1));
}

function made(ctx: Ctx, result: Made, field: 'year' | 'file'): Outcome {
  if ('denied' in result) return denied(ctx, result);
  return result.kind === 'made'
    ? { kind: 'say', message: madeMessage(result, ctx.language) }
    : fault(field, inLanguage(words, ctx.language).faultExists);
}

function turned(ctx: Ctx, result: Turned, act: 'switch' | 'archive' | 'restore', kind: 'say' | 'replace'): Outcome {
  if ('denied' in result) return denied(ctx, result);
  if (result.kind === 'unknown')
    return { kind: 'refuse', refusal: { ...inLanguage(words, ctx.language).unknown, understood: null } };
  return { kind, message: turnedMessage(result, act, ctx.language) };
}

const fault = (field: string, text: string): Outcome => ({ kind: 'errors', errors: { [field]: text } });

const denied = (ctx: Ctx, { denied: why }: Denied): Outcome => ({
  kind: 'refuse',
  refusal: { ...inLanguage(words, ctx.language).denied(why), understood: null },
});
