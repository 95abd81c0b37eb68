import type { LedgerProject } from '../../../domain/ledger-compare/index.js';
import type { LedgerBook, LedgerTemplate } from '../../../sheets/ledger-book.js';
import { inLanguage } from '../../../text/language.js';
import type { Exported, Reader } from '../model.js';
import { words as exportWords } from './export-words.js';
import { words as sheetWords } from './sayings.js';

/** Columns of milestones; with the others as many as are read back (256). */
const MOST_MILESTONES = 200;

/** The ledger as it is exported: the projects that the reader may see, in the order of their codes; withdrawn ones are left out. */
export function ledgerBook(exported: Exported, today: LedgerBook['on'], { language, program }: Reader): LedgerBook {
  const { ledger, projects, names } = exported;
  const shown = [...projects.values()].filter(({ standing }) => standing !== 'withdrawn');
  const people = new Map(ledger.people.map((person) => [person.id, person]));
  // Names as the ledger writes them in Chinese, so that they are found when the sheet is read again.
  const person = (id: number | null) => (id === null ? undefined : people.get(id));
  return {
    title: titleOf(program.name[language], language),
    on: today,
    language,
    milestones: milestoneColumns(shown),
    projects: shown.map((project) => ({
      code: project.code,
      name: project.name,
      category: names.categories.get(project.category)?.[language] ?? project.category,
      content: project.content ?? '',
      totalInvestment: project.totalInvestment,
      yearPlan: project.yearPlan,
      done: project.doneInvestment,
      start: project.startDay,
      end: project.endDay,
      unit: names.units.get(project.unitId)?.name[language] ?? '',
      owner: person(project.ownerId)?.name ?? '',
      phone: person(project.ownerId)?.phone ?? '',
      sponsor: person(project.sponsorId)?.name ?? '',
      site: project.site === null ? '' : (names.sites.get(project.site)?.[language] ?? project.site),
      milestones: project.milestones.map(({ name, due }) => ({ name, due })),
      progress: progressOf(project, language),
      problem: project.problem ?? '',
      remark: project.remark ?? '',
    })),
  };
}

export function ledgerTemplate(exported: Exported, { language, program }: Reader): LedgerTemplate {
  const { ledger, names } = exported;
  const sponsors = new Set(ledger.projects.map(({ sponsorId }) => sponsorId));
  const name = (of: { readonly name: string }) => of.name;
  return {
    title: titleOf(program.name[language], language),
    language,
    year: program.year,
    milestones: milestoneColumns(ledger.projects),
    choices: {
      categories: [...names.categories.values()].map((each) => each[language]),
      units: [...names.units.values()].map((each) => each.name[language]),
      people: ledger.people.map(name),
      sponsors: ledger.people.filter(({ id }) => sponsors.has(id)).map(name),
    },
  };
}

const titleOf = (program: string, language: Reader['language']): string => {
  const words = inLanguage(exportWords, language);
  return words.titleOf(program, words.sheets.ledger);
};

/** The names of all milestones, in the order in which projects usually have them. */
function milestoneColumns(projects: readonly LedgerProject[]): readonly string[] {
  const places = new Map<string, { sum: number; count: number }>();
  for (const { milestones } of projects) {
    milestones.forEach(({ name }, at) => {
      const known = places.get(name) ?? { sum: 0, count: 0 };
      places.set(name, { sum: known.sum + (at + 0.5) / milestones.length, count: known.count + 1 });
    });
  }
  return [...places]
    .sort(([, one], [, other]) => other.count - one.count)
    .slice(0, MOST_MILESTONES)
    .sort(([one, a], [other, b]) => a.sum / a.count - b.sum / b.count || (one < other ? -1 : 1))
    .map(([name]) => name);
}

/** How far it is, in a line: the last milestone that is done, and those under way. */
function progressOf({ milestones }: LedgerProject, language: Reader['language']): string {
  const { finished } = inLanguage(sheetWords, language);
  const done = milestones.filter(({ percent }) => percent === 100).at(-1);
  const underway = milestones.filter(({ percent }) => percent !== null && percent > 0 && percent < 100);
  return [
    ...(done === undefined ? [] : [language === 'zh' ? `${done.name}${finished}` : `${done.name} ${finished}`]),
    ...underway.map(({ name, percent }) => `${name} ${percent}%`),
  ].join(language === 'zh' ? '，' : ', ');
}
