import type { KnownBlock } from '@slack/types';
import { denialWords, may, ROLE_WORDS } from '../../../domain/permission.js';
import type { Role, Words } from '../../../domain/plan.js';
import type { Ctx, Outcome, Refusal } from '../../../feature.js';
import { input, option } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids } from '../ids.js';
import { words } from '../words.js';

export const nameOf = (of: { readonly name: string; readonly nameEn: string }, language: Language): string =>
  escapeText(language === 'zh' ? of.name : of.nameEn);

export const wordsOf = (of: Words | null, language: Language): string => (of === null ? '' : escapeText(of[language]));

/** A role with its unit: 水利局责任人. */
export function roleWords(role: Role, unitName: Words | null, language: Language): string {
  const say = inLanguage(words.people, language);
  const called = ROLE_WORDS[role][language];
  return unitName === null ? called : say.roleIn(called, escapeText(unitName[language]));
}

export const dutiesWords = ({ duties }: Pick<Listed, 'duties'>, language: Language): string =>
  duties.map(({ role, unitName }) => roleWords(role, unitName, language)).join(language === 'zh' ? '、' : '; ');

/** Somebody with what tells them from others of the name: 张三（水利局责任人）. */
export function whoWords(person: Listed, language: Language): string {
  const held = dutiesWords(person, language) || wordsOf(person.title, language);
  if (held === '') return nameOf(person, language);
  return language === 'zh' ? `${nameOf(person, language)}（${held}）` : `${nameOf(person, language)} (${held})`;
}

/** The same for a button or menu, where nothing needs to be escaped. */
export function whoLabel(person: Listed, language: Language): string {
  const [first] = person.duties;
  const unit = first?.unitName?.[language] ?? person.title[language];
  const name = language === 'zh' ? person.name : person.nameEn;
  if (!unit) return name;
  return language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
}

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

/** A refusal that has no reading of what was typed. */
export const refuse = (said: Omit<Refusal, 'understood'>) => ({
  kind: 'refuse' as const,
  refusal: { ...said, understood: null },
});

/** A refusal where the person may not do `action` to the program, else null: asked before a form is opened. */
export function refusedTo(
  ctx: Ctx,
  action: 'tie-account' | 'change-roles' | 'change-positions' | 'hand-over',
): Outcome | null {
  const permission = may(ctx.person, action, { programId: ctx.program.id });
  if (permission.allowed) return null;
  return refuse(inLanguage(words.people, ctx.language).denied(denialWords(permission.denied, ctx.language)));
}
