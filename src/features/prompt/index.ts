import type { Ctx, Feature, Outcome, Pressed, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { type Answered, answerRow, blockRow, rowOf, undoRow } from './act/answer.js';
import { askOwners } from './act/morning.js';
import { remindOwners } from './act/reminder.js';
import { ids, type Row } from './ids.js';
import { readRowForm } from './input.js';
import { rowForm } from './view/forms.js';
import { answerWords, itemName, promptMessage } from './view/message.js';
import { reminderMessage } from './view/reminder.js';
import { words } from './words.js';

/** Asking owners, on working mornings, about what is due and was not said: one message a person, a row a milestone. */
export const prompt: Feature = {
  name: 'prompt',
  actions: [
    { id: ids.onPace.id, rights: ['own'], run: onPace },
    { id: ids.number.id, rights: ['own'], opensForm: true, run: (ctx, pressed) => openForm(ctx, pressed, 'number') },
    { id: ids.done.id, rights: ['own'], run: done },
    { id: ids.late.id, rights: ['own'], opensForm: true, run: (ctx, pressed) => openForm(ctx, pressed, 'late') },
    { id: ids.blocked.id, rights: ['own'], opensForm: true, run: (ctx, pressed) => openForm(ctx, pressed, 'blocked') },
    { id: ids.undo.id, rights: ['own'], run: undone },
  ],
  views: [
    { id: ids.numberForm.id, rights: ['own'], run: sentNumber },
    { id: ids.lateForm.id, rights: ['own'], run: sentLate },
    { id: ids.blockedForm.id, rights: ['own'], run: sentBlocked },
  ],
  slots: [
    {
      name: 'morning',
      time: (program) => program.policy.prompts.morning,
      run: (ctx, { day }) => askOwners(ctx, day, promptMessage),
    },
    {
      name: 'reminder',
      time: (program) => program.policy.prompts.reminder,
      run: (ctx, { day }) => remindOwners(ctx, day, { prompt: promptMessage, reminder: reminderMessage }),
    },
  ],
};

async function onPace(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const note = inLanguage(words, ctx.language).notePace;
  const said = { percent: null, done: false, forecast: null, note, said: note };
  return outcome(ctx, await answerRow(ctx, ids.onPace.value.parse(value), said, promptMessage));
}

async function done(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const { saidDone } = inLanguage(words, ctx.language);
  const said = { percent: null, done: true, forecast: null, note: '', said: saidDone };
  return outcome(ctx, await answerRow(ctx, ids.done.value.parse(value), said, promptMessage));
}

async function undone(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  return outcome(ctx, await undoRow(ctx, ids.undo.value.parse(value), promptMessage));
}

async function openForm(ctx: Ctx, { value }: Pressed, what: 'number' | 'late' | 'blocked'): Promise<Outcome> {
  const row: Row = ids.late.value.parse(value);
  const found = await rowOf(ctx, row);
  if (!found) return gone(ctx);
  const { answer } = found.item;
  // A new date may still be followed by the reason for it.
  const open = answer === null || (what === 'blocked' && answer.by === 'report');
  return open ? { kind: 'view', view: rowForm(ctx, found, what) } : outcome(ctx, { kind: 'already', item: found.item });
}

async function sentNumber(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const { percent, text } = readRowForm(sent);
  if (percent === null) return fault('percent', inLanguage(words, ctx.language).faultPercent);
  const said = { percent, done: percent === 100, forecast: null, note: text ?? '', said: `${percent}%` };
  const answered = await answerRow(ctx, ids.numberForm.value.parse(sent.metadata), said, promptMessage);
  return formOutcome(ctx, answered, 'percent');
}

async function sentLate(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { day, text } = readRowForm(sent);
  if (day === null || day <= ctx.today) return fault('day', say.faultDay);
  const said = { percent: null, done: false, forecast: day, note: text ?? '', said: say.forecast(day) };
  return formOutcome(ctx, await answerRow(ctx, ids.lateForm.value.parse(sent.metadata), said, promptMessage), 'day');
}

async function sentBlocked(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { text } = readRowForm(sent);
  if (text === null) return fault('text', say.faultText);
  const row = ids.blockedForm.value.parse(sent.metadata);
  return formOutcome(ctx, await blockRow(ctx, row, text, say.noteObstacle, promptMessage), 'text');
}

const fault = (field: string, text: string): Outcome => ({ kind: 'errors', errors: { [field]: text } });

/** What could not be kept of a form stands at its field, and what was typed stays. */
function formOutcome(ctx: Ctx, answered: Answered, field: string): Outcome {
  const said = outcome(ctx, answered);
  return said.kind === 'refuse' ? fault(field, said.refusal.wrong) : said;
}

function outcome(ctx: Ctx, answered: Answered): Outcome {
  const say = inLanguage(words, ctx.language);
  switch (answered.kind) {
    // The row says it.
    case 'answered':
      return { kind: 'nothing' };
    case 'already': {
      const { item } = answered;
      const what = item.answer ? answerWords(item.answer, ctx.language, ctx) : '';
      return { kind: 'say', message: plain(say.already(itemName(item), what)) };
    }
    case 'gone':
      return gone(ctx);
    case 'denied':
      return { kind: 'refuse', refusal: { ...say.denied(answered.why), understood: null } };
    case 'refused': {
      const { refused } = answered;
      if (refused.because === 'denied')
        return { kind: 'refuse', refusal: { ...say.denied(refused.why), understood: null } };
      const wrong = refused.because === 'falls' ? say.faultFalls(refused.from) : say.faultDay;
      return { kind: 'refuse', refusal: { wrong, instead: say.how, understood: null } };
    }
  }
}

function gone(ctx: Ctx): Outcome {
  return { kind: 'refuse', refusal: { ...inLanguage(words, ctx.language).gone, understood: null } };
}
