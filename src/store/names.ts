import { indexLedger, type LineLedger } from '../domain/report-line.js';
import type { NamedProject } from './projects.js';

/** The names of a program's projects, made ready for reading lines, and who owns what. */
export type Names = {
  readonly ledger: LineLedger;
  readonly byCode: ReadonlyMap<string, NamedProject>;
  readonly byId: ReadonlyMap<number, NamedProject>;
  /** The codes of the projects that a person owns, whole or a milestone of. */
  readonly ownedBy: (personIds: readonly number[]) => ReadonlySet<string>;
};

/** What a line is read with: kept in memory, so that reading one needs no names from the database (rememberRevision). */
export function namesOf(projects: readonly NamedProject[]): Names {
  const owned = new Map<number, Set<string>>();
  const own = (personId: number | null, code: string) => {
    if (personId === null) return;
    const codes = owned.get(personId) ?? new Set();
    owned.set(personId, codes.add(code));
  };
  for (const project of projects) {
    own(project.ownerId, project.code);
    for (const { personId } of project.coOwners) own(personId, project.code);
    for (const milestone of project.milestones) own(milestone.ownerId, project.code);
  }
  const none: ReadonlySet<string> = new Set();
  return {
    ledger: indexLedger(
      projects.map((project) => ({
        code: project.code,
        name: project.name,
        nicknames: project.nicknames.map((nickname) => nickname.text),
        // What was reported last changes with every report: it is read under a lock when a report is decided.
        milestones: project.milestones.map((milestone) => ({ name: milestone.name, percent: null })),
      })),
    ),
    byCode: new Map(projects.map((project) => [project.code, project])),
    byId: new Map(projects.map((project) => [project.id, project])),
    ownedBy(personIds) {
      const [only, ...others] = personIds;
      if (only !== undefined && others.length === 0) return owned.get(only) ?? none;
      return new Set(personIds.flatMap((id) => [...(owned.get(id) ?? none)]));
    },
  };
}
