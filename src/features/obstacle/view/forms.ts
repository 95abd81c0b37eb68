import type { KnownBlock, ModalView } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS, OBSTACLE_KINDS } from '../../../domain/plan.js';
import { nextWorkday, workdayFrom } from '../../../domain/workday.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, type InputElement, input, option, plain, plainText } from '../../../slack/blocks.js';
import type { ObstacleFile } from '../../../store/obstacles.js';
import { clip } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../act/see.js';
import { type FormAct, ids } from '../ids.js';
import { words } from '../words.js';
import { headText } from './card.js';
import { phrasesOf } from './parts.js';

const written = (name: string, initial?: string): InputElement => ({
  type: 'plain_text_input',
  action_id: name,
  multiline: true,
  max_length: 1000,
  ...(initial ? { initial_value: initial } : {}),
});

/** A project that can be chosen in the form. */
export type ChoosableProject = { readonly id: number; readonly code: string; readonly name: string };

/** The form to flag an obstacle; from a shortcut with the message's text and files. */
export function flagForm(
  ctx: Ctx,
  projects: readonly ChoosableProject[],
  given: {
    readonly text: string;
    readonly projectId: number | null;
    readonly files: readonly ObstacleFile[];
    readonly anyway?: boolean;
  },
): Outcome {
  const say = inLanguage(words, ctx.language);
  if (projects.length === 0) return { kind: 'say', message: plain(say.noProjects) };
  const options = projects.map((project) => option(clip(`${project.code} ${project.name}`, 75), String(project.id)));
  const chosen = options.find((each) => each.value === String(given.projectId));
  const view: ModalView = form(
    ids.form,
    {
      place: ctx.place,
      files: given.files.map(({ id, name }) => ({ id, name: clip(name, 80) })),
      anyway: given.anyway ?? false,
    },
    { title: say.formTitle, submit: say.submit, close: say.close },
    [
      input(
        'project',
        say.project,
        { type: 'static_select', action_id: 'project', options, ...(chosen ? { initial_option: chosen } : {}) },
        { hint: say.projectHint },
      ),
      input('text', say.text, written('text', clip(given.text, 1000)), { hint: say.textHint }),
      input(
        'kind',
        say.kind,
        {
          type: 'static_select',
          action_id: 'kind',
          options: OBSTACLE_KINDS.map((kind) => option(KIND_LABELS[kind][ctx.language], kind)),
        },
        { hint: say.kindHint, optional: true },
      ),
      input(
        'matter',
        say.matter,
        {
          type: 'static_select',
          action_id: 'matter',
          options: MATTERS.map((matter) => option(MATTER_LABELS[matter][ctx.language], matter)),
        },
        { hint: say.matterHint, optional: true },
      ),
      input(
        'help',
        say.helpLabel,
        { type: 'plain_text_input', action_id: 'help', max_length: 300 },
        { optional: true },
      ),
      input('since', say.sinceLabel, { type: 'datepicker', action_id: 'since' }, { optional: true }),
      input(
        'urgent',
        say.urgentLabel,
        { type: 'plain_text_input', action_id: 'urgent', max_length: 200 },
        { hint: say.urgentHint, optional: true },
      ),
    ],
  );
  return { kind: 'view', view };
}

/** The form of what is to be done with a case. */
export function actForm(ctx: Ctx, seen: Seen, version: number, act: FormAct): Outcome {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { say } = phrases;
  const title = {
    claim: say.claim,
    resolve: say.resolve,
    raise: say.raise,
    'hand-over': say.handOver,
    return: say.giveBack,
    comment: say.comment,
  }[act];
  return {
    kind: 'view',
    view: form(
      ids.actForm,
      { place: ctx.place, id: seen.obstacle.id, version, act },
      { title, submit: title, close: say.close },
      [{ type: 'context', elements: [plainText(clip(headText(phrases), 150))] }, ...fieldsOf(ctx, seen, act)],
    ),
  };
}

function fieldsOf(ctx: Ctx, seen: Seen, act: FormAct): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const { state } = seen.obstacle;
  switch (act) {
    case 'claim': {
      const due = dayAt(state.deadline, ctx.program.timeZone);
      const soonest = workdayFrom(nextWorkday(ctx.today, ctx.calendar), ctx.calendar);
      return [
        input(
          'promised',
          say.promised,
          { type: 'datepicker', action_id: 'promised', initial_date: due > ctx.today ? due : soonest },
          { hint: say.promisedHint },
        ),
      ];
    }
    case 'resolve':
      return [
        input('text', say.what, written('text')),
        ...(state.kind === 'shackle' ? [input('rule', say.ruleLabel, written('rule'), { hint: say.ruleHint })] : []),
      ];
    case 'raise':
    case 'return':
      return [input('text', say.reason, written('text'))];
    case 'hand-over': {
      const options = [...seen.units.values()]
        .filter((unit) => unit.id !== state.departmentId && unit.kind !== 'town')
        .slice(0, 100)
        .map((unit) => option(unit.name[ctx.language], String(unit.id)));
      return [
        input(
          'department',
          say.department,
          { type: 'static_select', action_id: 'department', options },
          { hint: say.handOverHint },
        ),
        input('text', say.reason, written('text')),
      ];
    }
    case 'comment':
      return [input('text', say.commentLabel, written('text'))];
  }
}
