import { STAGE_WORDS } from '../../../../domain/because.js';
import type { LocalDay } from '../../../../domain/day.js';
import { dayWords } from '../../../../domain/day-words.js';
import type { MilestoneFields, ProjectFields } from '../../../../domain/ledger-change.js';
import { clip, escapeText } from '../../../../text/escape.js';
import { inLanguage, type Language } from '../../../../text/language.js';
import { moneyWords } from '../../../../text/money.js';
import type { Changed, Named } from '../act/change.js';
import { editWords } from '../words.js';

type Fields = Partial<ProjectFields & MilestoneFields>;
type Field = keyof (ProjectFields & MilestoneFields);

/** Longest text of a field that a line shows. */
const MOST = 60;

/** In the order in which a reader looks for them; positions go without saying. */
const SHOWN: readonly Exclude<Field, 'ownerPositionId' | 'sponsorPositionId'>[] = [
  'name',
  'due',
  'category',
  'focusArea',
  'unitId',
  'ownerId',
  'sponsorId',
  'site',
  'standing',
  'stage',
  'totalInvestment',
  'yearPlan',
  'startDay',
  'endDay',
  'content',
  'problem',
  'remark',
  'pauseReason',
  'pausedUntil',
];

/** Each changed field, old and new: `总投资　3.5 亿元 → 4 亿元`. */
export function changeLines(
  { before, after, named, milestone }: Changed,
  language: Language,
  year: number,
): readonly string[] {
  const say = inLanguage(editWords, language);
  return SHOWN.filter((field) => field in after).map((field) =>
    say.fieldChange(
      say[field],
      valueWords(field, before, named, milestone !== null, language, year),
      valueWords(field, after, named, milestone !== null, language, year),
    ),
  );
}

/** What a field says, in words. */
export function valueWords(
  field: (typeof SHOWN)[number],
  of: Fields,
  named: Named,
  ofMilestone: boolean,
  language: Language,
  year: number,
): string {
  const say = inLanguage(editWords, language);
  const value = of[field] ?? null;
  if (value === null) return field === 'ownerId' && ofMilestone ? say.projectOwner : say.none;
  const person = named.people.get(Number(value));
  switch (field) {
    case 'ownerId':
    case 'sponsorId':
      return person ? escapeText(language === 'zh' ? person.name : person.nameEn) : say.none;
    case 'unitId':
      return escapeText(named.units.get(Number(value))?.[language] ?? String(value));
    case 'category':
      return escapeText(named.categories.get(String(value))?.[language] ?? String(value));
    case 'focusArea':
      return escapeText(named.focusAreas.get(String(value))?.[language] ?? String(value));
    case 'site':
      return escapeText(named.sites.get(String(value))?.[language] ?? String(value));
    case 'standing':
      return say[value as ProjectFields['standing']];
    case 'stage':
      return STAGE_WORDS[value as keyof typeof STAGE_WORDS][language];
    case 'totalInvestment':
    case 'yearPlan':
      return moneyWords(Number(value), language);
    case 'due':
    case 'startDay':
    case 'endDay':
    case 'pausedUntil':
      return dayWords(value as LocalDay, language, year);
    default:
      return escapeText(clip(String(value), MOST));
  }
}
