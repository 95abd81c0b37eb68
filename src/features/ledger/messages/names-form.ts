import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { NameChoice, UnknownName } from '../../../domain/ledger-compare/index.js';
import { form, input, option, plainText, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { OpenImport, Reader, Suggested } from '../model.js';
import { words as sheetWords } from './sayings.js';

export const words = {
  namesTitle: { zh: '定名字', en: 'Decide names' },
  namesAbout: {
    zh: '台账里没有这些名字。可以新建、选已有的，或留空；不选的留空。',
    en: 'The ledger does not have these names. Make them, choose one that is there, or leave them blank; what is not chosen stays blank.',
  },
  more: {
    zh: (count: number) => `另有${count}个，保存后再打开接着定`,
    en: (count: number) => `${count} more: save and open this form again`,
  },
  likely: {
    zh: (row: string, name: string) => `${row}“${name}”`,
    en: (row: string, name: string) => `${row}: “${name}”`,
  },
  likelyHint: { zh: '是已有的项目改了名，还是新项目', en: 'A project under a new name, or a new one' },
  newProject: { zh: '是新项目', en: 'It is a new project' },
  unit: { zh: (name: string) => `单位“${name}”`, en: (name: string) => `Unit “${name}”` },
  category: { zh: (name: string) => `类别“${name}”`, en: (name: string) => `Category “${name}”` },
  person: { zh: (name: string) => `人员“${name}”`, en: (name: string) => `Person “${name}”` },
  search: { zh: '输入名字查找', en: 'Type to search' },
  make: { zh: '按表中的名字新建', en: 'Make it, as the file writes it' },
  blank: { zh: '留空', en: 'Leave blank' },
  others: { zh: '没有逐个定的人员和单位', en: 'People and units not decided one by one' },
  othersEach: { zh: '留空，以后再定', en: 'Leave blank for now' },
  othersMake: { zh: '全部按表中的名字新建', en: 'Make all of them, as the file writes them' },
  close: { zh: '关闭', en: 'Close' },
  save: { zh: '保存', en: 'Save' },
} as const satisfies Phrases;

/** As many of each kind as one decides in a sitting; what is left comes when the form is opened again. */
const MOST_LIKELY = 15;
const MOST_UNITS = 20;
const MOST_CATEGORIES = 10;
const MOST_PEOPLE = 40;

/** What becomes of names that the ledger does not have, and of rows that are like a project. */
export function namesForm(
  { kept, understood }: OpenImport,
  categories: readonly PlainTextOption[],
  language: Language,
): ModalView {
  const say = inLanguage(words, language);
  const likely = understood.likely.slice(0, MOST_LIKELY).map((each, at): KnownBlock => {
    const options = [
      ...each.candidates.map(({ id, code, name }) => option(`${code} ${name}`, String(id))),
      option(say.newProject, 'new'),
    ];
    const chosen = options.find(({ value }) => value === String(each.chosen));
    const label = say.likely(
      inLanguage(sheetWords, language).rowAt(clip(each.sheet, 30), each.row),
      clip(each.name, 80),
    );
    const element = {
      type: 'static_select' as const,
      action_id: `likely#${at}`,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
    return input(`likely:${at}`, label, element, { optional: true, hint: say.likelyHint });
  });
  const unknown = understood.categories.slice(0, MOST_CATEGORIES).map((each, at): KnownBlock => {
    const options = [...categories, option(say.blank, 'blank')];
    const chosen = options.find(({ value }) => value === each.chosen);
    const element = {
      type: 'static_select' as const,
      action_id: `category#${at}`,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
    return input(`category:${at}`, say.category(clip(each.name, 80)), element, { optional: true });
  });
  const menus = (of: 'unit' | 'person', names: readonly UnknownName[], most: number) =>
    names.slice(0, most).map((each, at): KnownBlock => {
      const chosen = initial(each.chosen, say);
      const element = {
        type: 'external_select' as const,
        action_id: `${ids[of].id}#${at}`,
        min_query_length: 0,
        placeholder: plainText(say.search),
        ...(chosen === null ? {} : { initial_option: chosen }),
      };
      return input(`${of}:${at}`, say[of](clip(each.name, 80)), element, { optional: true });
    });
  const others = [option(say.othersEach, 'each'), option(say.othersMake, 'make')];
  const rest =
    Math.max(0, understood.likely.length - MOST_LIKELY) +
    Math.max(0, understood.units.length - MOST_UNITS) +
    Math.max(0, understood.categories.length - MOST_CATEGORIES) +
    Math.max(0, understood.people.length - MOST_PEOPLE);
  const named = understood.units.length + understood.people.length > 0;
  return form(ids.namesForm, { import: kept.id }, { title: say.namesTitle, submit: say.save, close: say.close }, [
    section(say.namesAbout),
    ...likely,
    ...unknown,
    ...menus('unit', understood.units, MOST_UNITS),
    ...menus('person', understood.people, MOST_PEOPLE),
    ...(named
      ? [
          input('others', say.others, {
            type: 'radio_buttons' as const,
            action_id: 'others',
            options: others,
            ...(others[0] ? { initial_option: others[0] } : {}),
          }),
        ]
      : []),
    ...(rest > 0 ? [section(say.more(rest))] : []),
  ]);
}

function initial(
  chosen: NameChoice | null,
  say: { readonly make: string; readonly blank: string },
): PlainTextOption | null {
  if (chosen === 'new') return option(say.make, 'new');
  return chosen === 'blank' ? option(say.blank, 'blank') : null;
}

/** Making it and leaving it blank come first, whatever is typed. */
export function nameOptions(
  found: readonly Suggested[],
  { language }: Pick<Reader, 'language'>,
): readonly PlainTextOption[] {
  const say = inLanguage(words, language);
  return [
    option(say.make, 'new'),
    option(say.blank, 'blank'),
    ...found.map(({ id, label, about }) => option(label, String(id), about || undefined)),
  ];
}
