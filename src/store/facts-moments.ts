import type { AsOf } from '../domain/digest/facts.js';
import type { Database } from './database.js';
import type { MilestoneRow, ProjectRow } from './facts-project.js';
import { lastFigures, lastReport } from './facts-said.js';
import type { Prisma } from './generated/client.js';

/** A report as the last word on a milestone: its id, percent, done on, forecast, the day it is about. */
type Said = readonly [number, MilestoneRow[3], MilestoneRow[4], MilestoneRow[5], MilestoneRow[6]];

/** A project's id, its done investment, and by milestone its place and the id of its last report. */
type LastWords = readonly [number, number | null, readonly number[] | null, readonly (number | null)[] | null];

/**
 * Projects that were read at one moment, as they were at others: only the ids of the last reports come over, and of those
 * that are not known yet what they said. Rows that no statement makes different stay the same objects.
 */
export function momentsOf(database: Database, programId: number, whole: readonly ProjectRow[]) {
  const known = new Map<number, Said>();
  for (const { milestones } of whole)
    for (const [, , , percent, doneOn, forecast, reportedOn, , report] of milestones ?? [])
      if (report !== null) known.set(report, [report, percent, doneOn, forecast, reportedOn]);

  async function learn(reports: readonly number[]): Promise<void> {
    if (reports.length === 0) return;
    const [row] = await database.$queryRaw<{ said: readonly Said[] | null }[]>`
      SELECT json_agg(json_build_array(r.id, r."nowPercent", r."nowDoneOn", r."nowForecast", r."onDay")) AS said
      FROM report r WHERE r.id = ANY(${reports}::int[])`;
    for (const said of row?.said ?? []) known.set(said[0], said);
  }

  return async (at: AsOf, which: Prisma.Sql): Promise<readonly ProjectRow[]> => {
    const [row] = await database.$queryRaw<{ words: readonly LastWords[] | null }[]>`
      SELECT json_agg(json_build_array(p.id, stated."doneInvestment", roadmap.places, roadmap.reports)) AS words
      FROM project p ${lastFigures(at)}
      LEFT JOIN LATERAL (
        SELECT array_agg(m.ordinal ORDER BY m.ordinal) AS places, array_agg(said.id ORDER BY m.ordinal) AS reports
        FROM milestone m ${lastReport(at)}
        WHERE m."projectId" = p.id
      ) roadmap ON true
      WHERE p."programId" = ${programId} ${which}`;
    const words = new Map((row?.words ?? []).map((each) => [each[0], each]));
    const reports = new Set([...words.values()].flatMap((each) => each[3] ?? []));
    await learn([...reports].filter((report): report is number => report !== null && !known.has(report)));
    return whole.flatMap((project) => {
      const then = words.get(project.id);
      return then === undefined ? [] : [asSaid(project, then, known)];
    });
  };
}

function asSaid(project: ProjectRow, [, doneInvestment, places, reports]: LastWords, known: ReadonlyMap<number, Said>) {
  const steps = project.milestones ?? [];
  const milestones = steps.flatMap((step, at) => {
    // A milestone that was added or removed between two statements changes the places behind it.
    const place = places?.[at] === step[1] ? at : (places?.indexOf(step[1]) ?? -1);
    return place === -1 ? [] : [stepAsSaid(step, reports?.[place] ?? null, known)];
  });
  const same = milestones.length === steps.length && milestones.every((step, at) => step === steps[at]);
  if (same && doneInvestment === project.doneInvestment) return project;
  return { ...project, doneInvestment, milestones: same ? project.milestones : milestones };
}

function stepAsSaid(step: MilestoneRow, report: number | null, known: ReadonlyMap<number, Said>): MilestoneRow {
  const [name, ordinal, due, , , , , stage, knownReport, knownDoneOn] = step;
  if (report === knownReport) return step;
  const said = report === null ? undefined : known.get(report);
  if (said === undefined) {
    const percent = knownDoneOn === null ? null : 100;
    return [name, ordinal, due, percent, knownDoneOn, null, null, stage, null, knownDoneOn];
  }
  const [, percent, doneOn, forecast, reportedOn] = said;
  return [name, ordinal, due, percent, doneOn, forecast, reportedOn, stage, report, knownDoneOn];
}
