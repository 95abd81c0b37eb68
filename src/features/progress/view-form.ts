import type { ModalView } from '@slack/types';
import { dayWords } from '../../domain/day-words.js';
import type { Ctx, Outcome } from '../../feature.js';
import { form, input, option, plain } from '../../slack/blocks.js';
import type { MilestoneLine } from '../../store/projects.js';
import { clip } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import type { FormRecorded } from './act/form.js';
import { ids } from './ids.js';
import type { FieldFault } from './input.js';
import { keptMessage } from './view.js';
import { refusedRefusal } from './view-refusal.js';
import { words } from './words.js';

/** The form of one's own milestones, what is due first and chosen. */
export function formOutcome(ctx: Ctx, milestones: readonly MilestoneLine[]): Outcome {
  const say = inLanguage(words, ctx.language);
  if (milestones.length === 0) return { kind: 'say', message: plain(say.nothingDue) };
  const options = milestones.map((milestone) =>
    option(
      `${milestone.name}${milestone.percent === null ? '' : ` ${milestone.percent}%`} · ${milestone.code} ${clip(milestone.projectName, 30)}`,
      String(milestone.id),
      milestone.due ? say.due(dayWords(milestone.due, ctx.language, ctx.program.year)) : say.noDue,
    ),
  );
  const [first] = options;
  const view: ModalView = form(
    ids.form,
    { place: ctx.place },
    { title: say.formTitle, submit: say.submit, close: say.close },
    [
      input(
        'milestone',
        say.milestone,
        { type: 'static_select', action_id: 'milestone', options, ...(first ? { initial_option: first } : {}) },
        { hint: say.milestoneHint, optional: false },
      ),
      input(
        'percent',
        say.percentLabel,
        { type: 'number_input', action_id: 'percent', is_decimal_allowed: false, min_value: '0', max_value: '100' },
        { hint: say.percentHint, optional: true },
      ),
      input(
        'done-on',
        say.doneOnLabel,
        { type: 'datepicker', action_id: 'done-on' },
        { hint: say.doneOnHint, optional: true },
      ),
      input('forecast', say.forecastLabel, { type: 'datepicker', action_id: 'forecast' }, { optional: true }),
      input(
        'investment',
        say.investmentLabel,
        {
          type: 'number_input',
          action_id: 'investment',
          is_decimal_allowed: true,
          min_value: '0',
        },
        { optional: true },
      ),
      input(
        'note',
        say.noteLabel,
        { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 500 },
        { optional: true },
      ),
    ],
  );
  return { kind: 'view', view };
}

/** The form to amend a report: its line, as it was typed. */
export function amendOutcome(ctx: Ctx, cause: string, said: string): Outcome {
  const say = inLanguage(words, ctx.language);
  return {
    kind: 'view',
    view: form(
      ids.amendForm,
      { place: ctx.place, cause },
      { title: say.amendTitle, submit: say.amendSubmit, close: say.close },
      [
        input(
          'line',
          say.lineLabel,
          { type: 'plain_text_input', action_id: 'line', multiline: true, max_length: 1000, initial_value: said },
          { hint: say.lineHint, optional: false },
        ),
      ],
    ),
  };
}

export function faultErrors(ctx: Ctx, faults: Readonly<Record<string, FieldFault>>): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts: Record<FieldFault, string> = {
    'milestone-missing': say.faultMilestone,
    'percent-range': say.faultPercent,
    'amount-range': say.faultAmount,
    'nothing-said': say.faultNothing,
  };
  return {
    kind: 'errors',
    errors: Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, texts[fault]])),
  };
}

/** What came of a sent form: the private answer, or an error at the field that is wrong. */
export function recordedOutcome(ctx: Ctx, recorded: FormRecorded): Outcome {
  const say = inLanguage(words, ctx.language);
  if ('gone' in recorded) return { kind: 'errors', errors: { milestone: say.faultMilestone } };
  if ('kept' in recorded) return { kind: 'say', message: keptMessage(recorded.kept, ctx.cause, ctx.language) };
  const { refused } = recorded;
  switch (refused.because) {
    case 'falls':
      return { kind: 'errors', errors: { percent: say.faultFalls(refused.from) } };
    case 'future':
      return { kind: 'errors', errors: { 'done-on': say.faultFuture } };
    case 'nothing-new':
      return { kind: 'errors', errors: { percent: say.faultNothing } };
    case 'denied': {
      const refusal = refusedRefusal(ctx, refused);
      return { kind: 'errors', errors: { milestone: `${refusal.wrong}${refusal.instead}` } };
    }
  }
}
