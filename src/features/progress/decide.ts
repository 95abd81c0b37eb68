import { dayAt } from '../../domain/day.js';
import { doubtInvestment, saysLaterYear, saysOtherYear } from '../../domain/investment.js';
import { decideEarlier, decideReport, openBefore } from '../../domain/report.js';
import type { LockedInvested, LockedMilestone, NewFigures, NewReport, Said } from '../../store/reports.js';
import type { Kept, OutOfOrder, Recording, Refused } from './model.js';

/** Until its files are tied to it. */
const NO_EVIDENCE = { photos: 0, files: 0 };

/** What a message states, as it is to be kept. */
export type Decided = {
  readonly kept: readonly Kept[];
  readonly reports: readonly (Said & NewReport)[];
  readonly figures: readonly (Said & NewFigures)[];
};

/**
 * All that a message states is taken, or nothing of it; `locked` holds the milestones that it speaks of, and those before the
 * ones that it finishes, as they stand.
 */
export function decide(
  recording: Recording,
  locked: ReadonlyMap<number, LockedMilestone>,
  invested: ReadonlyMap<number, LockedInvested>,
): Decided | { readonly refused: Refused } | { readonly order: OutOfOrder } {
  const { ctx, items, amends, saidAt = ctx.heardAt } = recording;
  /** A message that came late says nothing against what was said after it. */
  const isBefore = (stands: Pick<LockedMilestone, 'saidAt'> | undefined) =>
    amends === null && saidAt < ctx.now && stands?.saidAt != null && stands.saidAt.getTime() > saidAt;
  const said: Said = {
    personId: ctx.person.id,
    said: recording.said,
    at: ctx.now,
    saidAt: saidAt < ctx.now ? saidAt : null,
    countsAt: recording.countsAt,
    cause: ctx.cause,
  };
  const kept: Kept[] = [];
  const reports: (Said & NewReport)[] = [];
  const figures: (Said & NewFigures)[] = [];
  const [first] = items;
  if (first && isRepeated(recording, locked, invested)) return { refused: { because: 'said-already', item: first } };
  for (const [ordinal, item] of items.entries()) {
    const { id: projectId, code, name: projectName } = item.project;
    const line = { projectId, code, projectName, note: item.note, investment: item.investment, evidence: NO_EVIDENCE };
    const figuresAlone = {
      ...line,
      milestone: null,
      before: null,
      percent: null,
      doneOn: null,
      forecast: null,
      stays: null,
      onDay: ctx.today,
      late: false,
    };
    const money = item.investment === null ? undefined : invested.get(projectId);
    const known = item.milestone ? locked.get(item.milestone.id) : undefined;
    const earlier = known && isBefore(known) ? decideEarlier(known, item, ctx.today) : undefined;
    const amountOvertaken = isBefore(money) && money?.doneInvestment !== item.investment;
    if (earlier === null || amountOvertaken)
      return { refused: { because: 'overtaken', item, now: known?.percent ?? null } };
    if (item.investment !== null && saysLaterYear(recording.said, ctx.program.year, ctx.today))
      return { refused: { because: 'year-over', item, year: ctx.program.year } };
    if (item.investment !== null && saysOtherYear(recording.said, ctx.program.year))
      return { refused: { because: 'other-year', item, year: ctx.program.year } };
    const stood = Math.max(money?.doneInvestment ?? 0, amends?.amounts.get(projectId) ?? 0);
    const standing = money && { ...money, doneInvestment: stood === 0 ? money.doneInvestment : stood };
    const doubt =
      standing && item.investment !== null && item.why === null ? doubtInvestment(item.investment, standing) : null;
    if (doubt) return { refused: { ...doubt, item, before: standing?.doneInvestment ?? null } };
    if (item.investment !== null)
      figures.push({ ...said, projectId, doneInvestment: item.investment, onDay: ctx.today, ordinal });
    const milestone = item.milestone ? locked.get(item.milestone.id) : undefined;
    if (!milestone) {
      kept.push(figuresAlone);
      continue;
    }
    if (item.along && milestone.percent === 100) continue;
    const amended = amends?.percents.get(milestone.id) ?? null;
    const decision = earlier ?? decideReport(milestone, item, ctx.today, { amended, why: item.why });
    if ('refused' in decision) {
      // Figures may come with a milestone that nothing was said about.
      if (decision.refused.because !== 'nothing-new' || item.investment === null)
        return { refused: { ...decision.refused, item } };
      kept.push(figuresAlone);
      continue;
    }
    const { now, onDay, late, note } = decision.taken;
    const percent = item.done ? 100 : item.percent;
    if (percent === 100 && !earlier && !item.alone && milestone.percent !== 100 && amended !== 100) {
      const open = openBefore(milestone, locked.values(), (id) => {
        const told = items.find((each) => each.milestone?.id === id);
        return told?.done ? 100 : (told?.percent ?? null);
      }).map(({ id, name, percent: stands }) => ({ id, name, percent: stands }));
      const { said: typed, files } = recording;
      if (open.length > 0)
        return { order: { item, earlier: open, items, said: typed, files, amends: amends?.cause ?? null } };
    }
    const doneOn = percent === 100 ? now.doneOn : null;
    const stays = earlier && percent !== null && percent !== now.percent ? now.percent : null;
    const movesStage =
      (now.percent ?? 0) > 0 !== (milestone.percent ?? 0) > 0 || (now.percent === 100) !== (milestone.percent === 100);
    reports.push({
      ...said,
      projectId,
      milestoneId: milestone.id,
      now,
      percent,
      doneOn,
      forecast: item.forecast,
      note,
      onDay,
      late,
      supersedes: milestone.reportId,
      movesStage,
      ordinal,
    });
    kept.push({
      ...line,
      note,
      milestone: milestone.name,
      before: amended ?? milestone.percent,
      percent,
      doneOn,
      forecast: item.forecast,
      stays,
      onDay,
      late,
    });
  }
  return { kept, reports, figures };
}

/**
 * Whether the same person said exactly this today, and it still is what stands: people send a line again when Slack tells
 * them that it failed.
 */
function isRepeated(
  { ctx, items, said, files, amends }: Recording,
  locked: ReadonlyMap<number, LockedMilestone>,
  invested: ReadonlyMap<number, LockedInvested>,
): boolean {
  if (amends !== null || files.length > 0) return false;
  const isSame = (stands: Pick<LockedMilestone, 'saidAt' | 'said' | 'saidBy'> | undefined) =>
    stands?.saidAt != null &&
    stands.said === said &&
    stands.saidBy === ctx.person.id &&
    dayAt(stands.saidAt.getTime(), ctx.program.timeZone) === ctx.today;
  return items.every(
    ({ project, milestone, investment }) =>
      (milestone !== null || investment !== null) &&
      (milestone === null || isSame(locked.get(milestone.id))) &&
      (investment === null || isSame(invested.get(project.id))),
  );
}
