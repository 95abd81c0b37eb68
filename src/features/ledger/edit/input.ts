import { isLocalDay, type LocalDay } from '../../../domain/day.js';
import { toYuan } from '../../../domain/exact.js';
import type { ProjectFields } from '../../../domain/ledger-change.js';
import { STAGES, type Stage } from '../../../domain/plan.js';
import { findAmounts } from '../../../domain/report-line/spoken-amount.js';
import { findDays } from '../../../domain/report-line/spoken-day.js';
import type { SentView } from '../../../feature.js';

/** Text typed in a field; an empty one is null. */
export const typed = ({ fields }: SentView, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

export const chosenId = (sent: SentView, name: string): number | null => {
  const id = Number(typed(sent, name) ?? Number.NaN);
  return Number.isInteger(id) && id > 0 ? id : null;
};

export const chosenDay = (sent: SentView, name: string): LocalDay | null => {
  const text = typed(sent, name);
  return text !== null && isLocalDay(text) ? text : null;
};

export const chosenStage = (sent: SentView, name: string): Stage | null =>
  STAGES.find((stage) => stage === typed(sent, name)) ?? null;

/** An amount in 10k yuan; a bare number is one. `fault`: what was typed is no amount. */
export function readAmount(text: string | null): number | null | 'fault' {
  if (text === null) return null;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[,，](?=\d)/g, '')
    .trim();
  if (/^\d+(?:\.\d{1,4})?$/.test(plain)) return Number(plain);
  const [one, another] = findAmounts(plain);
  if (!one || another || one.wan === null || `${plain.slice(0, one.start)}${plain.slice(one.end)}`.trim() !== '')
    return 'fault';
  return toYuan(one.wan);
}

export type Faults = Readonly<Record<string, 'needed' | 'chooseOne' | 'amountWrong' | 'daysWrong'>>;
export type ProjectForm = Partial<ProjectFields> & Pick<ProjectFields, 'name' | 'unitId' | 'focusArea'>;

/** The fields that both the new and the known project's form have. */
export function readProjectForm(sent: SentView): { readonly fields: ProjectForm } | { readonly faults: Faults } {
  const name = typed(sent, 'name')?.replace(/\s+/g, ' ') ?? null;
  const unitId = chosenId(sent, 'unitId');
  const focusArea = typed(sent, 'focusArea');
  const totalInvestment = readAmount(typed(sent, 'totalInvestment'));
  const yearPlan = readAmount(typed(sent, 'yearPlan'));
  const [startDay, endDay] = [chosenDay(sent, 'startDay'), chosenDay(sent, 'endDay')];
  const faults: Record<string, Faults[string]> = {};
  if (name === null) faults.name = 'needed';
  if (unitId === null) faults.unitId = 'chooseOne';
  if (focusArea === null) faults.focusArea = 'chooseOne';
  if (totalInvestment === 'fault') faults.totalInvestment = 'amountWrong';
  if (yearPlan === 'fault') faults.yearPlan = 'amountWrong';
  if (startDay !== null && endDay !== null && endDay < startDay) faults.endDay = 'daysWrong';
  if (name === null || unitId === null || focusArea === null || totalInvestment === 'fault' || yearPlan === 'fault')
    return { faults };
  if (Object.keys(faults).length > 0) return { faults };
  const optional: Partial<ProjectFields> = {
    ownerId: chosenId(sent, 'ownerId'),
    sponsorId: chosenId(sent, 'sponsorId'),
    totalInvestment,
    yearPlan,
    startDay,
    endDay,
    content: typed(sent, 'content'),
    ...('site' in sent.fields ? { site: typed(sent, 'site') } : {}),
    ...('problem' in sent.fields ? { problem: typed(sent, 'problem') } : {}),
    ...('remark' in sent.fields ? { remark: typed(sent, 'remark') } : {}),
  };
  return { fields: { name, unitId, focusArea, ...optional } };
}

/** The first word of a line, by which a project is found, and the rest. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.normalize('NFKC').trim()) ?? [];
  return { word, rest };
}

/** The first day of a line that is meant exactly, ahead of today where it is bare, and what stands before and behind it. */
export function splitDay(
  text: string,
  today: LocalDay,
): { readonly before: string; readonly day: LocalDay; readonly after: string } | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const found = findDays(plain, today).find(({ coming }) => coming !== null);
  if (!found?.coming) return null;
  const clean = (part: string) => part.replace(/^[\s,，。;；:：]+|[\s,，。;；:：]+$/g, '');
  // Letters may have another length in small: the text as it was typed is cut where it is the same.
  const source = plain.length === text.normalize('NFKC').length ? text.normalize('NFKC') : plain;
  // `延到 8月31日`: what leads to the day is none of what is postponed; a reason may well end in 晚到.
  const before = clean(clean(source.slice(0, found.start)).replace(/(?:延期|延|推迟|改)?[到至]$/, ''));
  return { before, day: found.coming, after: clean(source.slice(found.end)) };
}
