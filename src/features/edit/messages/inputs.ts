import type { KnownBlock } from '@slack/types';
import { STAGE_WORDS } from '../../../domain/because.js';
import type { LocalDay } from '../../../domain/day.js';
import { STAGES, type Words } from '../../../domain/plan.js';
import { input, option } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import { ids as peopleIds } from '../../people/ids.js';

type Settings = { readonly hint?: string; readonly optional?: boolean };

export const text = (
  name: string,
  label: string,
  value: string | null,
  most: number,
  settings: Settings = {},
  multiline = false,
): KnownBlock =>
  input(
    name,
    label,
    {
      type: 'plain_text_input',
      action_id: name,
      max_length: most,
      ...(multiline ? { multiline } : {}),
      ...(value ? { initial_value: clip(value, most) } : {}),
    },
    settings,
  );

export const day = (name: string, label: string, value: LocalDay | null, settings: Settings = {}): KnownBlock =>
  input(
    name,
    label,
    { type: 'datepicker', action_id: name, ...(value === null ? {} : { initial_date: value }) },
    settings,
  );

/** A menu of the plan's keys. */
export function keys(
  name: string,
  label: string,
  names: ReadonlyMap<string, Words>,
  value: string | null,
  language: Language,
  settings: Settings = {},
): KnownBlock {
  const options = [...names].map(([key, called]) => option(called[language], key));
  const chosen = options.find((each) => each.value === value);
  return input(
    name,
    label,
    { type: 'static_select', action_id: name, options, ...(chosen ? { initial_option: chosen } : {}) },
    settings,
  );
}

/** A menu that looks people or units up. */
export const lookUp = (
  name: string,
  label: string,
  of: 'person' | 'unit',
  chosen: { readonly id: number | null; readonly name: Words | null },
  language: Language,
  settings: Settings = {},
): KnownBlock =>
  input(
    name,
    label,
    {
      type: 'external_select',
      action_id: peopleIds[of].id,
      min_query_length: 0,
      ...(chosen.id === null || chosen.name === null
        ? {}
        : { initial_option: option(chosen.name[language], String(chosen.id)) }),
    },
    settings,
  );

export const stages = (
  name: string,
  label: string,
  value: string | null,
  language: Language,
  settings: Settings = {},
): KnownBlock =>
  keys(name, label, new Map(STAGES.map((stage) => [stage, STAGE_WORDS[stage]])), value, language, settings);
