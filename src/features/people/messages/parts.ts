import { ROLE_WORDS } from '../../../domain/permission.js';
import type { Role, Words } from '../../../domain/plan.js';
import type { Position } from '../../../store/positions.js';
import type { Listed } from '../../../store/roster.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  roleIn: {
    zh: (role: string, unit: string) => `${unit}${role}`,
    en: (role: string, unit: string) => `${role}, ${unit}`,
  },
  vacant: phrases.vacant,
} as const satisfies Phrases;

export const nameOf = (of: { readonly name: string; readonly nameEn: string }, language: Language): string =>
  escapeText(language === 'zh' ? of.name : of.nameEn);

export const wordsOf = (of: Words | null, language: Language): string => (of === null ? '' : escapeText(of[language]));

/** A role with its unit: 水利局责任人. */
export function roleWords(role: Role, unitName: Words | null, language: Language): string {
  const say = inLanguage(words, language);
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

/** Who holds a position, or that nobody does. */
export const holderWords = ({ holderName }: Position, language: Language): string =>
  holderName === null ? inLanguage(words, language).vacant : wordsOf(holderName, language);
