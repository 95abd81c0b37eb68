import type { LedgerWrites } from '../../domain/ledger-compare/index.js';
import { decideReport, openBefore } from '../../domain/report.js';
import type { Ctx } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { NewFigures, NewReport, Said } from '../../store/reports.js';

/**
 * Keeps investment done and finished milestones of an import as reports by who imports, under the import's cause. Where
 * somebody reported meanwhile, their report stands; answers the codes of those projects.
 */
export async function keepReported(
  tx: Transaction,
  ctx: Ctx,
  { cause, said: fileName }: { readonly cause: string; readonly said: string },
  { figures, finished }: LedgerWrites,
): Promise<readonly string[]> {
  const programId = ctx.program.id;
  const overtaken = new Set<string>();
  const said: Said = { personId: ctx.person.id, said: fileName, at: ctx.now, countsAt: ctx.now, cause };
  const codes = [...figures, ...finished].map(({ code }) => code);
  const known = codes.length === 0 ? new Map() : await tx.ledgerImports.milestonesOf(programId, codes);

  const stand = await tx.ledgerImports.figuresNow(
    programId,
    figures.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])),
  );
  const keptFigures: (Said & NewFigures)[] = [];
  for (const { code, projectId, before, done } of figures) {
    const id = projectId ?? known.get(code)?.id;
    if (id === undefined) continue;
    if (projectId !== null && (stand.get(projectId) ?? null) !== before) overtaken.add(code);
    else
      keptFigures.push({ ...said, projectId: id, doneInvestment: done, onDay: ctx.today, ordinal: keptFigures.length });
  }
  await tx.reports.keepFigures(programId, keptFigures);

  const steps = finished.flatMap(({ code, milestoneId, name }) => {
    const project = known.get(code);
    const id = milestoneId ?? project?.milestones.get(name);
    return id === undefined || project === undefined ? [] : [{ code, id, name, projectId: project.id as number }];
  });
  const locked = new Map(
    (
      await tx.reports.lockMilestones(
        programId,
        steps.map(({ id }) => id),
        steps.map(({ id }) => id),
      )
    ).map((each) => [each.id, each]),
  );
  const reports: (Said & NewReport)[] = [];
  const finishedSteps: typeof steps = [];
  for (const step of steps) {
    const milestone = locked.get(step.id);
    if (milestone === undefined || milestone.percent === 100) continue;
    const finished = (id: number) => (steps.some((each) => each.id === id) ? 100 : null);
    const open = openBefore(milestone, locked.values(), finished);
    // Begun since the file was compared: what it says of the later step was not seen beside that.
    if (open.length > 0) {
      overtaken.add(step.code);
      continue;
    }
    const statement = { percent: 100, done: true, doneOn: null, forecast: null, note: '' };
    const decided = decideReport(milestone, statement, ctx.today);
    if ('refused' in decided) continue;
    const { now, onDay, late } = decided.taken;
    reports.push({
      ...said,
      projectId: step.projectId,
      milestoneId: step.id,
      now,
      percent: 100,
      doneOn: now.doneOn,
      forecast: null,
      note: '',
      onDay,
      late,
      supersedes: milestone.reportId,
      movesStage: true,
      ordinal: keptFigures.length + reports.length,
    });
    finishedSteps.push(step);
  }
  await tx.reports.keep(programId, reports);
  const act = {
    workspaceId: ctx.program.workspaceId,
    programId,
    at: ctx.now,
    personId: ctx.person.id,
    action: 'report',
  };
  await tx.activity.add(
    [
      ...keptFigures.map(({ projectId, doneInvestment }) => ({
        thingId: projectId,
        before: { investment: stand.get(projectId) ?? null },
        after: { milestone: null, percent: null, investment: doneInvestment, imported: true },
      })),
      ...finishedSteps.map(({ projectId, id, name }) => ({
        thingId: projectId,
        before: { percent: locked.get(id)?.percent ?? null },
        after: { milestone: name, percent: 100, doneOn: ctx.today, investment: null, imported: true },
      })),
    ].map((line, ordinal) => ({ ...act, ...line, thing: 'project', cause: `${cause}:reports`, ordinal })),
  );
  return [...overtaken];
}
