import type { Ctx, Feature, Outcome, Pressed, SaidMessage, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { obstacleOutcome } from '../obstacle/act/answer.js';
import { amend, saidOf } from './act/amend.js';
import { milestonesToReport, openMilestones, reportForm } from './act/form.js';
import { answerQuestion, type Line, type Reported, reportLine } from './act/report.js';
import { undo } from './act/undo.js';
import { ids } from './ids.js';
import { readForm } from './input.js';
import { keptMessage, undoneAnswer } from './view.js';
import { askOutcome } from './view-ask.js';
import { amendOutcome, faultErrors, formOutcome, recordedOutcome } from './view-form.js';
import { misreadRefusal, refusedRefusal } from './view-refusal.js';
import { words } from './words.js';

/** Reporting the progress of milestones and the figures of projects, by every way there is. */
export const progress: Feature = {
  name: 'progress',
  commands: [
    {
      name: '/progress',
      rights: ['report-milestone', 'report-figures', 'member'],
      description: { zh: '上报进度：一句话，或打开表单', en: 'Report progress: in a line, or by a form' },
      hint: { zh: 'P-017 主体封顶 80% 塔吊已到位', en: 'P-017 主体封顶 80% crane on site' },
      opensForm: (text) => text === '',
      run: (ctx, text) =>
        text === '' ? openForm(ctx) : say(ctx, { text, surface: 'progress', thread: null, files: [] }),
    },
  ],
  messages: (ctx, message) => say(ctx, lineOf(message, message.where === 'thread' ? 'thread' : 'message')),
  shortcuts: [
    {
      id: 'progress.shortcut',
      rights: ['report-milestone'],
      name: { zh: '上报进度', en: 'Report progress' },
      run: (ctx, message) => say(ctx, lineOf(message, 'progress')),
    },
  ],
  actions: [
    {
      id: ids.open.id,
      rights: ['member'],
      opensForm: true,
      run: (ctx, { value }) => openForm(ctx, ids.open.value.parse(value ?? {})),
    },
    { id: ids.choose.id, rights: ['report-milestone'], run: chosen },
    { id: ids.undo.id, rights: ['undo-report'], run: undone },
    { id: ids.amend.id, rights: ['amend-report'], opensForm: true, run: openAmend },
  ],
  views: [
    { id: ids.form.id, rights: ['report-milestone'], run: sentForm },
    { id: ids.amendForm.id, rights: ['amend-report'], run: sentAmend },
  ],
};

const lineOf = (message: SaidMessage, surface: Line['surface']): Line => ({
  text: message.text,
  surface,
  thread: message.threadOf?.code ?? null,
  files: message.files,
});

async function openForm(
  ctx: Ctx,
  of: { project?: number | undefined; milestone?: number | undefined } = {},
): Promise<Outcome> {
  const listed = await (of.project === undefined ? openMilestones(ctx) : milestonesToReport(ctx, of.project));
  const chosen = listed.filter(({ id }) => id === of.milestone);
  return formOutcome(ctx, [...chosen, ...listed.filter(({ id }) => id !== of.milestone)]);
}

async function say(ctx: Ctx, line: Line): Promise<Outcome> {
  return outcomeOf(ctx, await reportLine(ctx, line));
}

async function chosen(ctx: Ctx, pressed: Pressed): Promise<Outcome> {
  const { partial, choice, surface, thread } = ids.choose.value.parse(pressed.value);
  const line: Line = { text: partial.text, surface: surface === 'obstacle' ? 'progress' : surface, thread, files: [] };
  const outcome = await outcomeOf(ctx, await answerQuestion(ctx, line, partial, choice));
  return outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;
}

async function outcomeOf(ctx: Ctx, reported: Reported): Promise<Outcome> {
  switch (reported.kind) {
    case 'kept':
      return { kind: 'say', message: keptMessage(reported.kept, ctx.cause, ctx.language) };
    case 'ask':
      return askOutcome(ctx, await ctx.store.names(ctx.program), reported.ask, reported.line);
    case 'misread':
      return { kind: 'refuse', refusal: misreadRefusal(ctx, reported.names, reported.refused) };
    case 'refused':
      return { kind: 'refuse', refusal: refusedRefusal(ctx, reported.refused) };
    case 'obstacle':
      return obstacleOutcome(ctx, reported.obstacle, reported.line);
    case 'too-long':
      return { kind: 'refuse', refusal: { ...inLanguage(words, ctx.language).tooLong, understood: null } };
    case 'chat':
      return { kind: 'nothing' };
  }
}

async function undone(ctx: Ctx, pressed: Pressed): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const taken = await undo(ctx, ids.undo.value.parse(pressed.value).cause);
  switch (taken.kind) {
    case 'undone':
      return { kind: 'replace', message: undoneAnswer(taken.kept, ctx.language) };
    case 'already':
      return { kind: 'replace', message: plain(say.alreadyUndone) };
    case 'denied':
      return { kind: 'refuse', refusal: { wrong: say.undoDenied, understood: taken.why, instead: say.undoInstead } };
  }
}

async function openAmend(ctx: Ctx, pressed: Pressed): Promise<Outcome> {
  const { cause } = ids.amend.value.parse(pressed.value);
  const say = inLanguage(words, ctx.language);
  const found = await saidOf(ctx, cause);
  if ('denied' in found)
    return { kind: 'refuse', refusal: { wrong: say.undoDenied, understood: found.denied, instead: say.undoInstead } };
  return found.said === null ? { kind: 'say', message: plain(say.amendGone) } : amendOutcome(ctx, cause, found.said);
}

async function sentForm(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const read = readForm(sent);
  return 'faults' in read ? faultErrors(ctx, read.faults) : recordedOutcome(ctx, await reportForm(ctx, read.fields));
}

async function sentAmend(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { cause } = ids.amendForm.value.parse(sent.metadata);
  const text = typeof sent.fields.line === 'string' ? sent.fields.line : '';
  const amended = await amend(ctx, cause, text);
  switch (amended.kind) {
    case 'amended':
      return { kind: 'say', message: keptMessage(amended.kept, ctx.cause, ctx.language, true) };
    case 'already':
      return { kind: 'say', message: plain(say.amendGone) };
    case 'denied':
      return { kind: 'refuse', refusal: { wrong: say.undoDenied, understood: amended.why, instead: say.undoInstead } };
    case 'refused': {
      const refusal = refusedRefusal(ctx, amended.refused);
      return { kind: 'errors', errors: { line: refusal.wrong } };
    }
    case 'not-understood':
      return { kind: 'errors', errors: { line: say.notUnderstood } };
  }
}
