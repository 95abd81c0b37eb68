import type { Instant } from '../../../domain/day.js';
import type { TableValue } from '../../../sheets/table.js';
import type { ExportedLine } from '../../../store/ledger-export.js';
import { inLanguage } from '../../../text/language.js';
import type { Exported, Reader } from '../model.js';
import { words as exportWords } from './export-words.js';
import { ACTION_WORDS, FIELD_LABELS } from './log-words.js';

type Values = Readonly<Record<string, unknown>>;

// A cell that a clerk still reads; the log has all of it.
const LONGEST = 400;

/** The log as rows: who did what to which thing, the old and the new in the words of the ledger. */
export function activityRows(
  lines: readonly ExportedLine[],
  { projects, names, ledger }: Exported,
  time: (at: Instant) => string,
  { language }: Reader,
): readonly (readonly TableValue[])[] {
  const words = inLanguage(exportWords, language);
  const [colon, comma] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const people = new Map(ledger.people.map(({ id, name, nameEn }) => [id, language === 'zh' ? name : nameEn]));

  function thingOf({ projectId, obstacle, milestone }: ExportedLine): string {
    const project = projectId === null ? undefined : projects.get(projectId);
    return [
      ...(project === undefined ? [] : [`${project.code} ${project.name}`]),
      ...(milestone === null ? [] : [milestone]),
      ...(obstacle === null ? [] : [words.obstacleNumber(obstacle)]),
    ].join(language === 'zh' ? '，' : ', ');
  }

  function said(field: string, value: unknown): string {
    if (value === null || value === undefined) return '';
    if (field === 'unitId') return names.units.get(Number(value))?.name[language] ?? String(value);
    if (field === 'ownerId' || field === 'sponsorId' || field === 'leader')
      return people.get(Number(value)) ?? String(value);
    if (field === 'category') return names.categories.get(String(value))?.[language] ?? String(value);
    if (field === 'site') return names.sites.get(String(value))?.[language] ?? String(value);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  function values(of: Values | null): string {
    const parts = Object.entries(of ?? {}).flatMap(([field, value]) => {
      const text = said(field, value);
      return text === '' ? [] : [`${FIELD_LABELS[field]?.[language] ?? field}${colon}${text}`];
    });
    return parts.join(comma).slice(0, LONGEST);
  }

  return lines.map((line) => [
    time(line.at),
    line.person?.[language] ?? words.system,
    ACTION_WORDS[line.action]?.[language] ?? line.action,
    thingOf(line),
    values(line.before),
    values(line.after),
  ]);
}
