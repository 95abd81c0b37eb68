import type { AsOf } from '../domain/digest/facts.js';
import type { Database } from './database.js';
import type { MilestoneRow, ProjectRow } from './facts-project.js';
import { lastFigures, lastReport } from './facts-said.js';
import { Prisma } from './generated/client.js';

/** A report as the last word on a milestone: its id, percent, done on, forecast, the day it is about. */
type Said = readonly [number, MilestoneRow[3], MilestoneRow[4], MilestoneRow[5], MilestoneRow[6]];

/** A project's id, its done investment, and by milestone its place and the id of its last report. */
type LastWords = readonly [number, number | null, readonly number[] | null, readonly (number | null)[] | null];

/**
 * Projects that were read at one moment, as they were at others: only the ids of the last reports come over, and of those
 * that are others than the first moment's what they said. Rows that no statement makes different stay the same objects.
 */
export function momentsOf(database: Database, programId: number, first: readonly ProjectRow[]) {
  const known = new Map<number, Said>();

  /** Reads what those reports said of which nothing is known yet. */
  async function learn(reports: readonly (number | null)[]): Promise<void> {
    const unknown = [...new Set(reports)].filter((report) => report !== null && !known.has(report));
    if (unknown.length === 0) return;
    const [row] = await database.$queryRaw<{ said: readonly Said[] | null }[]>`
      SELECT json_agg(json_build_array(r.id, r."nowPercent", r."nowDoneOn", r."nowForecast", r."onDay")) AS said
      FROM report r WHERE r.id = ANY(${unknown}::int[])`;
    for (const said of row?.said ?? []) known.set(said[0], said);
  }

  return async (at: AsOf, which: Prisma.Sql): Promise<readonly ProjectRow[]> => {
    const [row] = await database.$queryRaw<{ words: readonly LastWords[] | null }[]>`
      SELECT json_agg(json_build_array(p.id, stated."doneInvestment", roadmap.places, roadmap.reports)) AS words
      FROM project p ${lastFigures(at)}
      LEFT JOIN LATERAL (
        SELECT array_agg(m.ordinal ORDER BY m.ordinal) AS places, array_agg(said.id ORDER BY m.ordinal) AS reports
        FROM milestone m ${lastReport(at, Prisma.sql`r.id`)}
        WHERE m."projectId" = p.id
      ) roadmap ON true
      WHERE p."programId" = ${programId} ${which}`;
    const words = new Map((row?.words ?? []).map((each) => [each[0], each]));
    const asked = first.flatMap((project) => {
      const then = words.get(project.id);
      return then === undefined ? [] : [{ project, then, same: isSame(project, then) }];
    });
    await learn(asked.flatMap(({ then, same }) => (same ? [] : (then[3] ?? []))));
    return asked.map(({ project, then, same }) => (same ? project : asSaid(project, then, known)));
  };
}

function isSame({ doneInvestment, milestones }: ProjectRow, [, done, places, reports]: LastWords): boolean {
  const steps = milestones ?? [];
  return (
    done === doneInvestment &&
    steps.length === (places ?? []).length &&
    steps.every((step, at) => step[1] === places?.[at] && step[8] === reports?.[at])
  );
}

function asSaid(
  project: ProjectRow,
  [, doneInvestment, places, reports]: LastWords,
  known: ReadonlyMap<number, Said>,
): ProjectRow {
  const milestones = (project.milestones ?? []).flatMap((step, at) => {
    // A milestone that was added or removed between two statements changes the places behind it.
    const place = places?.[at] === step[1] ? at : (places?.indexOf(step[1]) ?? -1);
    return place === -1 ? [] : [stepAsSaid(step, reports?.[place] ?? null, known)];
  });
  return { ...project, doneInvestment, milestones: project.milestones === null ? null : milestones };
}

function stepAsSaid(step: MilestoneRow, report: number | null, known: ReadonlyMap<number, Said>): MilestoneRow {
  const [name, ordinal, due, , , , , stage, firstReport, knownDoneOn] = step;
  if (report === firstReport) return step;
  if (report === null) {
    const percent = knownDoneOn === null ? null : 100;
    return [name, ordinal, due, percent, knownDoneOn, null, null, stage, null, knownDoneOn];
  }
  const [, percent = null, doneOn = null, forecast = null, reportedOn = null] = known.get(report) ?? [];
  return [name, ordinal, due, percent, doneOn, forecast, reportedOn, stage, report, knownDoneOn];
}
