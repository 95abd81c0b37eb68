import type { Instant, LocalDay } from '../../../domain/day.js';
import { denialWords, may } from '../../../domain/permission.js';
import { decideReport } from '../../../domain/report.js';
import type { Ctx, SlackFile } from '../../../feature.js';
import type { Transaction } from '../../../store/index.js';
import type { NamedProject } from '../../../store/projects.js';
import type { LockedMilestone, NewFigures, NewReport, Said } from '../../../store/reports.js';
import { projectPost, reportPost } from '../posts.js';

/** One thing that was stated, with its project and milestone found. `milestone` null: the project's figures alone. */
export type Stated = {
  readonly project: NamedProject;
  readonly milestone: { readonly id: number; readonly name: string; readonly ownerId: number | null } | null;
  readonly percent: number | null;
  readonly done: boolean;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  /** Investment done this year, 10k yuan. */
  readonly investment: number | null;
  readonly note: string;
  /** The person says that the earlier figure was wrong: then it may fall. */
  readonly corrects: boolean;
};

/** A statement as it was kept, for the answer and the thread. */
export type Kept = {
  readonly projectId: number;
  readonly code: string;
  readonly projectName: string;
  readonly milestone: string | null;
  readonly before: number | null;
  readonly percent: number | null;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly investment: number | null;
  readonly note: string;
  readonly onDay: LocalDay;
  readonly late: boolean;
};

export type Recorded = { readonly kept: readonly Kept[] } | { readonly refused: Refused };

/** Why a statement was not kept, with what is needed to say so. */
export type Refused =
  | { readonly because: 'falls'; readonly item: Stated; readonly from: number; readonly to: number }
  | { readonly because: 'future'; readonly item: Stated; readonly day: LocalDay }
  | { readonly because: 'nothing-new'; readonly item: Stated }
  | { readonly because: 'denied'; readonly item: Stated; readonly why: string };

/** What is recorded: the statements, what the person typed, and from when digests count them. */
export type Recording = {
  readonly items: readonly Stated[];
  readonly said: string;
  readonly files: readonly SlackFile[];
  readonly countsAt: Instant;
  /** An amendment may lower a percent. */
  readonly amends: boolean;
};

/**
 * Decides and keeps statements within a transaction: reports, what is current, the activity log and the posts, all or
 * nothing. What this payload caused before (it is being tried again) is found instead of kept twice.
 */
export async function record(ctx: Ctx, tx: Transaction, recording: Recording): Promise<Recorded> {
  const denied = recording.items.map((item) => deniedWhy(ctx, item)).find((each) => each !== null);
  if (denied) return { refused: denied };
  const again = await tx.reports.statedBy(ctx.program.id, ctx.cause);
  if (again.length > 0) return { kept: again.map((row) => ({ ...row, before: null })) };

  const locked = await tx.reports.lockMilestones(
    ctx.program.id,
    recording.items.flatMap((item) => item.milestone?.id ?? []),
  );
  const decided = decideAll(ctx, recording, new Map(locked.map((milestone) => [milestone.id, milestone])));
  if ('refused' in decided) return decided;

  const said: Said = {
    programId: ctx.program.id,
    personId: ctx.person.id,
    said: recording.said,
    at: ctx.now,
    countsAt: recording.countsAt,
    cause: ctx.cause,
  };
  await tx.reports.keep(said, decided.reports, recording.files);
  await tx.reports.keepFigures(said, decided.figures);
  await tx.activity.add(
    decided.kept.map((kept) => ({
      workspaceId: ctx.program.workspaceId,
      programId: ctx.program.id,
      at: ctx.now,
      personId: ctx.person.id,
      action: recording.amends ? 'amend' : 'report',
      thing: 'project',
      thingId: kept.projectId,
      before: { percent: kept.before },
      after: {
        milestone: kept.milestone,
        percent: kept.percent,
        doneOn: kept.doneOn,
        forecast: kept.forecast,
        investment: kept.investment,
        note: kept.note,
        late: kept.late,
      },
      cause: ctx.cause,
    })),
  );
  await post(ctx, tx, decided.kept);
  return { kept: decided.kept };
}

function deniedWhy(ctx: Ctx, item: Stated): Refused | null {
  const { id: _, milestones: __, nicknames: ___, ...project } = item.project;
  const thing = { programId: ctx.program.id, ...project };
  const permission = item.milestone
    ? may(ctx.person, 'report-milestone', { ...thing, milestoneOwnerId: item.milestone.ownerId })
    : may(ctx.person, 'report-figures', thing);
  return permission.allowed ? null : { because: 'denied', item, why: denialWords(permission.denied, ctx.language) };
}

type Decisions = {
  readonly kept: readonly Kept[];
  readonly reports: readonly NewReport[];
  readonly figures: readonly NewFigures[];
};

function decideAll(
  ctx: Ctx,
  recording: Recording,
  locked: ReadonlyMap<number, LockedMilestone>,
): Decisions | { readonly refused: Refused } {
  const kept: Kept[] = [];
  const reports: NewReport[] = [];
  const figures: NewFigures[] = [];
  for (const [ordinal, item] of recording.items.entries()) {
    const line = {
      projectId: item.project.id,
      code: item.project.code,
      projectName: item.project.name,
      note: item.note,
      investment: item.investment,
    };
    if (item.investment !== null)
      figures.push({ projectId: item.project.id, doneInvestment: item.investment, onDay: ctx.today, ordinal });
    const milestone = item.milestone ? locked.get(item.milestone.id) : undefined;
    if (!milestone) {
      kept.push({
        ...line,
        milestone: null,
        before: null,
        percent: null,
        doneOn: null,
        forecast: null,
        onDay: ctx.today,
        late: false,
      });
      continue;
    }
    const decision = decideReport(milestone, item, ctx.today, recording.amends || item.corrects);
    if ('refused' in decision) {
      // Figures alone may come with a milestone that nothing was said about.
      if (decision.refused.because === 'nothing-new' && item.investment !== null) {
        kept.push({
          ...line,
          milestone: null,
          before: null,
          percent: null,
          doneOn: null,
          forecast: null,
          onDay: ctx.today,
          late: false,
        });
        continue;
      }
      return { refused: { ...decision.refused, item } };
    }
    const { now, onDay, late } = decision.taken;
    const percent = item.done ? 100 : item.percent;
    reports.push({
      projectId: item.project.id,
      milestoneId: milestone.id,
      now,
      percent,
      doneOn: percent === 100 ? now.doneOn : null,
      forecast: item.forecast,
      note: item.note,
      onDay,
      late,
      supersedes: milestone.reportId,
      ordinal,
    });
    kept.push({
      ...line,
      milestone: milestone.name,
      before: milestone.percent,
      percent,
      doneOn: percent === 100 ? now.doneOn : null,
      forecast: item.forecast,
      onDay,
      late,
    });
  }
  return { kept, reports, figures };
}

/** A line into the thread of each project that was spoken of; its first report brings the thread's own post. */
async function post(ctx: Ctx, tx: Transaction, kept: readonly Kept[]): Promise<void> {
  const projects = await tx.projects.lines(ctx.program.id, [...new Set(kept.map((each) => each.projectId))]);
  for (const project of projects.values()) {
    if (!project.channelId) continue;
    const parentId =
      (await tx.posts.bySubject(ctx.program.workspaceId, `project:${project.id}`))?.id ??
      (await tx.posts.write(projectPost(ctx, project, project.channelId)));
    const lines = kept.filter((each) => each.projectId === project.id);
    await tx.posts.write({ ...reportPost(ctx, project, project.channelId, lines), parentId });
    await tx.send('deliver', { channelId: project.channelId }, { key: project.channelId });
  }
}
