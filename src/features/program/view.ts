import type { KnownBlock } from '@slack/types';
import type { Ctx, Outcome } from '../../feature.js';
import type { Message } from '../../message.js';
import { actions, button, context, form, header, input, section } from '../../slack/blocks.js';
import type { ListedProgram } from '../../store/programs.js';
import type { Carried } from '../../store/programs-carry.js';
import { escapeText } from '../../text/escape.js';
import { inLanguage, type Language } from '../../text/language.js';
import type { Made, Turned } from './act.js';
import { ids } from './ids.js';
import { words } from './words.js';

/** So many fit one message; a county has one a year. */
const MOST_SHOWN = 15;

const nameOf = (program: ListedProgram, language: Language) => escapeText(program.name[language]);

export function listMessage(programs: readonly ListedProgram[], language: Language): Message {
  const say = inLanguage(words, language);
  const blocks = programs.slice(0, MOST_SHOWN).flatMap((program): KnownBlock[] => {
    const stands = program.current ? ` · ${say.current}` : program.archived ? ` · ${say.archived}` : '';
    const line = section(`${say.line(nameOf(program, language), program.year, program.projects)}${stands}`);
    if (program.current) return [line];
    const put = program.archived
      ? button(ids.restore, { id: program.id }, say.restore)
      : button(ids.archive, { id: program.id }, say.archive);
    return [line, actions(button(ids.switchTo, { id: program.id }, say.use), put)];
  });
  return { text: say.title, blocks: [header(say.title), ...blocks, actions(button(ids.open, {}, say.create))] };
}

export function programForm(ctx: Ctx, carried: Carried): Outcome {
  const say = inLanguage(words, ctx.language);
  return {
    kind: 'view',
    view: form(ids.form, { place: ctx.place }, { title: say.formTitle, submit: say.submit, close: say.close }, [
      section(say.carries(carried.people, carried.projects, carried.milestones)),
      input('year', say.year, {
        type: 'plain_text_input',
        action_id: 'year',
        initial_value: String(ctx.program.year + 1),
        max_length: 5,
      }),
      input('name', say.name, { type: 'plain_text_input', action_id: 'name', max_length: 80 }, { optional: true }),
      input(
        'file',
        say.file,
        { type: 'file_input', action_id: 'file', filetypes: ['yaml', 'yml', 'text'], max_files: 1 },
        { optional: true, hint: say.fileHint },
      ),
    ]),
  };
}

export function madeMessage({ program, carried }: Extract<Made, { kind: 'made' }>, language: Language): Message {
  const say = inLanguage(words, language);
  const line = say.made(nameOf(program, language));
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...(carried ? [context(say.carries(carried.people, carried.projects, carried.milestones))] : []),
      context(say.madeHint),
      actions(
        button(ids.switchTo, { id: program.id }, say.use, 'primary'),
        button(ids.archive, { id: program.id }, say.archive),
      ),
    ],
  };
}

export function turnedMessage(
  { kind, program, before }: Extract<Turned, { program: ListedProgram }>,
  act: 'switch' | 'archive' | 'restore',
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const name = nameOf(program, language);
  const line =
    kind === 'already'
      ? say.already(name)
      : { switch: say.switched, archive: say.archivedNow, restore: say.restoredNow }[act](name);
  const switched = act === 'switch' && kind === 'turned' && before !== null;
  return {
    text: line,
    blocks: [
      section(line),
      ...(switched
        ? [
            context(say.switchedHint(nameOf(before, language))),
            actions(button(ids.switchTo, { id: before.id }, say.back)),
          ]
        : []),
    ],
  };
}
