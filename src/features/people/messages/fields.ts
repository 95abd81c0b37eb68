import type { KnownBlock } from '@slack/types';
import { ROLE_WORDS } from '../../../domain/permission.js';
import { ROLES } from '../../../domain/plan.js';
import { input, option } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import type { Language } from '../../../text/language.js';
import { ids } from '../ids.js';
import { whoLabel } from './parts.js';

/** A field in which a person is looked up by name. */
export function personField(
  name: string,
  label: string,
  settings: { readonly hint?: string; readonly optional?: boolean; readonly chosen?: Listed | null },
  language: Language,
): KnownBlock {
  const { chosen = null, ...rest } = settings;
  return input(
    name,
    label,
    {
      type: 'external_select',
      action_id: ids.person.id,
      min_query_length: 0,
      ...(chosen === null ? {} : { initial_option: option(whoLabel(chosen, language), String(chosen.id)) }),
    },
    rest,
  );
}

/** A field in which a unit is looked up by name. */
export const unitField = (
  name: string,
  label: string,
  settings: { readonly hint?: string; readonly optional?: boolean },
): KnownBlock => input(name, label, { type: 'external_select', action_id: ids.unit.id, min_query_length: 0 }, settings);

export const roleField = (label: string, language: Language) =>
  input('role', label, {
    type: 'static_select',
    action_id: 'role',
    options: ROLES.map((role) => option(ROLE_WORDS[role][language], role)),
  });
