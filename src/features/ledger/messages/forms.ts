import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { NameChoice, UnknownName } from '../../../domain/ledger-compare/index.js';
import { FIELD_WORDS } from '../../../domain/ledger-sheet/fault-words.js';
import type { Ctx, Place } from '../../../feature.js';
import { form, input, option, plainText, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { FORGET, type OpenImport, type Remembered, type Suggested } from '../decide.js';
import { ids } from '../ids.js';
import { MATCHED_FIELDS } from '../matches.js';
import { formWords } from './form-words.js';
import { importWords } from './import-words.js';

/** As many of each kind as one decides in a sitting; what is left comes when the form is opened again. */
export const MOST_LIKELY = 15;
export const MOST_UNITS = 20;
export const MOST_CATEGORIES = 10;
export const MOST_PEOPLE = 40;

/** Where a spreadsheet is attached. */
export function importForm(place: Place, language: Language): ModalView {
  const words = inLanguage(formWords, language);
  const element = { type: 'file_input' as const, action_id: 'file', filetypes: ['xlsx', 'csv'], max_files: 1 };
  return form(ids.importForm, { place }, { title: words.importTitle, submit: words.importSubmit, close: words.close }, [
    input('file', words.file, element, { hint: words.fileHint }),
  ]);
}

/** What each head that was not recognised means, and what others were matched to before. */
export function columnsForm(
  { kept, understood }: OpenImport,
  remembered: readonly Remembered[],
  language: Language,
): ModalView {
  const words = inLanguage(formWords, language);
  const fields = MATCHED_FIELDS.map((field) => option(FIELD_WORDS[field][language], field));
  const choices = (head: string) => [
    option(words.ignored, 'ignored'),
    ...fields,
    option(words.asMilestone(clip(head, 30)), 'milestone'),
  ];
  const known = remembered.map(({ head, match }, at) => {
    const options = [option(words.forget, FORGET), ...choices(head)];
    const chosen = options.find(({ value }) => value === match);
    const element = {
      type: 'static_select' as const,
      action_id: `known#${at}`,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
    return input(`known:${at}`, clip(head, 150), element, { optional: true });
  });
  const blocks = understood.heads.map((head, at) => {
    const options = choices(head);
    const element = { type: 'static_select' as const, action_id: `column#${at}`, options };
    return input(`column:${at}`, clip(head, 150), element, { optional: true });
  });
  return form(
    ids.columnsForm,
    { import: kept.id },
    { title: words.columnsTitle, submit: words.save, close: words.close },
    [section(words.columnsAbout), ...blocks, ...(known.length > 0 ? [section(words.columnsKnown), ...known] : [])],
  );
}

/** What becomes of names that the ledger does not have, and of rows that are like a project. */
export function namesForm(
  { kept, understood }: OpenImport,
  categories: readonly PlainTextOption[],
  language: Language,
): ModalView {
  const words = inLanguage(formWords, language);
  const rows = inLanguage(importWords, language);
  const likely = understood.likely.slice(0, MOST_LIKELY).map((each, at): KnownBlock => {
    const options = [
      ...each.candidates.map(({ id, code, name }) => option(`${code} ${name}`, String(id))),
      option(words.newProject, 'new'),
    ];
    const chosen = options.find(({ value }) => value === String(each.chosen));
    const label = words.likely(rows.rowAt(clip(each.sheet, 30), each.row), clip(each.name, 80));
    const element = {
      type: 'static_select' as const,
      action_id: `likely#${at}`,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
    return input(`likely:${at}`, label, element, { optional: true, hint: words.likelyHint });
  });
  const unknown = understood.categories.slice(0, MOST_CATEGORIES).map((each, at): KnownBlock => {
    const options = [...categories, option(words.blank, 'blank')];
    const chosen = options.find(({ value }) => value === each.chosen);
    const element = {
      type: 'static_select' as const,
      action_id: `category#${at}`,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
    return input(`category:${at}`, words.category(clip(each.name, 80)), element, { optional: true });
  });
  const menus = (of: 'unit' | 'person', names: readonly UnknownName[], most: number) =>
    names.slice(0, most).map((each, at): KnownBlock => {
      const chosen = initial(each.chosen, words);
      const element = {
        type: 'external_select' as const,
        action_id: `${ids[of].id}#${at}`,
        min_query_length: 0,
        placeholder: plainText(words.search),
        ...(chosen === null ? {} : { initial_option: chosen }),
      };
      return input(`${of}:${at}`, words[of](clip(each.name, 80)), element, { optional: true });
    });
  const others = [option(words.othersEach, 'each'), option(words.othersMake, 'make')];
  const rest =
    Math.max(0, understood.likely.length - MOST_LIKELY) +
    Math.max(0, understood.units.length - MOST_UNITS) +
    Math.max(0, understood.categories.length - MOST_CATEGORIES) +
    Math.max(0, understood.people.length - MOST_PEOPLE);
  const named = understood.units.length + understood.people.length > 0;
  return form(ids.namesForm, { import: kept.id }, { title: words.namesTitle, submit: words.save, close: words.close }, [
    section(words.namesAbout),
    ...likely,
    ...unknown,
    ...menus('unit', understood.units, MOST_UNITS),
    ...menus('person', understood.people, MOST_PEOPLE),
    ...(named
      ? [
          input('others', words.others, {
            type: 'radio_buttons' as const,
            action_id: 'others',
            options: others,
            ...(others[0] ? { initial_option: others[0] } : {}),
          }),
        ]
      : []),
    ...(rest > 0 ? [section(words.more(rest))] : []),
  ]);
}

function initial(
  chosen: NameChoice | null,
  words: { readonly make: string; readonly blank: string },
): PlainTextOption | null {
  if (chosen === 'new') return option(words.make, 'new');
  return chosen === 'blank' ? option(words.blank, 'blank') : null;
}

/** Making it and leaving it blank come first, whatever is typed. */
export function nameOptions(
  found: readonly Suggested[],
  { language }: Pick<Ctx, 'language'>,
): readonly PlainTextOption[] {
  const words = inLanguage(formWords, language);
  return [
    option(words.make, 'new'),
    option(words.blank, 'blank'),
    ...found.map(({ id, label, about }) => option(label, String(id), about || undefined)),
  ];
}

/** After the form was sent: where the preview is. */
export function sentForm(language: Language): ModalView {
  const words = inLanguage(formWords, language);
  const said = escapeText(inLanguage(importWords, language).previewSent);
  return form(ids.importForm, { place: null }, { title: words.importTitle, submit: null, close: words.close }, [
    section(said),
  ]);
}
