import { STAGE_WORDS } from '../../../domain/because.js';
import type { LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { MilestoneFields, ProjectFields } from '../../../domain/ledger-change.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import type { Changed, Named } from '../model.js';
import { phrases } from './phrases.js';

/** What the ledger's fields are called, and what stands in them. */
export const fieldWords = {
  name: { zh: '名称', en: 'Name' },
  category: { zh: '类别', en: 'Category' },
  focusArea: { zh: '聚力', en: 'Focus area' },
  unitId: { zh: '责任单位', en: 'Unit' },
  ownerId: { zh: '责任人', en: 'Owner' },
  sponsorId: { zh: '包保领导', en: 'Sponsor' },
  site: { zh: '园区', en: 'Site' },
  standing: { zh: '状态', en: 'Standing' },
  totalInvestment: { zh: '总投资', en: 'Total investment' },
  yearPlan: { zh: '年度计划投资', en: 'Plan of this year' },
  startDay: { zh: '计划开工', en: 'Planned start' },
  endDay: { zh: '计划竣工', en: 'Planned end' },
  content: { zh: '建设内容', en: 'Content' },
  problem: { zh: '存在问题', en: 'Problem' },
  remark: { zh: '备注', en: 'Remark' },
  pauseReason: { zh: '暂停原因', en: 'Why paused' },
  pausedUntil: { zh: '暂停至', en: 'Paused until' },
  due: { zh: '到期日', en: 'Due' },
  stage: { zh: '完成后进入', en: 'Brings' },
  open: { zh: '正常', en: 'open' },
  paused: { zh: '暂停', en: 'paused' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
  none: phrases.none,
  projectOwner: { zh: '项目责任人', en: 'the project’s owner' },
  fieldChange: {
    zh: (field: string, before: string, after: string) => `${field}　${before} → *${after}*`,
    en: (field: string, before: string, after: string) => `${field}: ${before} → *${after}*`,
  },
} as const satisfies Phrases;

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

/** Each changed field, old and new: `总投资　3.5亿元 → 4亿元`. */
export function changeLines(
  { before, after, named, milestone }: Changed,
  language: Language,
  year: number,
): readonly string[] {
  const say = inLanguage(fieldWords, language);
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
  const say = inLanguage(fieldWords, language);
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
