import type { LocalDay } from '../day.js';
import type { CleanLine } from './clean-line.js';
import { factTokens, type StandingPercent, standings } from './figure-standing.js';
import { type FinishStanding, finishStanding } from './finish-standing.js';
import { isRemark, noteOf, wholeText } from './line-note.js';
import type { MilestoneWords, SpokenMilestone } from './milestone-words.js';
import { type MoneyStanding, moneyStanding } from './money-standing.js';
import { type AssignedClause, type Known, type ReadSegment, readSegments } from './read-segments.js';
import { tagged } from './segment.js';

/** What a line says about one milestone, before it is decided what to make of it. */
export type Draft = {
  readonly project: string | null;
  readonly words: MilestoneWords;
  readonly mention: SpokenMilestone;
  readonly percents: StandingPercent[];
  readonly finishes: FinishStanding[];
  readonly notes: string[];
  /** Every piece of the line that speaks of it, in full: its note, where it turns out to be only mentioned. */
  readonly texts: string[];
  /** Says 开始, 还没 or the like without a figure. */
  stirs: boolean;
  /** Says in another place that it is not over: 拆迁还有5户 after 征地完成了. */
  denies: boolean;
};

/** A line read: its milestones, and what stands without one. */
export type ReadLine = {
  readonly drafts: readonly Draft[];
  readonly loose: { readonly percents: readonly StandingPercent[]; readonly finishes: readonly FinishStanding[] };
  readonly money: MoneyStanding | null;
  readonly moneyProject: string | null;
  readonly corrects: boolean;
  readonly asks: boolean;
  /** Nothing but small words, figures, projects and milestones: no other subject matter. */
  readonly bare: boolean;
  readonly overall: boolean;
  readonly note: string;
};

/** Reads the clauses of a line. Nothing is decided here: doubts are kept beside what they are about. */
export function readLine(line: CleanLine, clauses: readonly AssignedClause[], known: Known, today: LocalDay): ReadLine {
  const segments = readSegments(line.plain, clauses, known, today);
  const drafts: Draft[] = [];
  const loose = { percents: [] as StandingPercent[], finishes: [] as FinishStanding[] };
  const pendingNotes: string[] = [];
  let money: MoneyStanding | null = null;
  let moneyProject: string | null = null;
  let open: Draft[] = [];
  for (const segment of segments) {
    if (segment.asks || segment.supposed) {
      keepNote(wholeText(segment, line), open, pendingNotes);
      if (segment.supposed && !segment.asks) doubt(segment, drafts, open);
      continue;
    }
    const said = moneyStanding(segment.tokens, line.plain, money);
    if (said !== null && (money === null || money.wan === null || segment.wrong || said.clash)) {
      money = said;
      moneyProject = segment.assigned.project;
    }
    const percents = standings(segment.tokens, line.plain, today);
    if (segment.milestones.length > 0) {
      const waiting = sharesWith(segment, open, line.plain);
      open = [...waiting, ...openDrafts(segment, drafts)];
      for (const [place, draft] of open.entries()) {
        draft.texts.push(wholeText(segment, line));
        draft.percents.push(...shareOf(percents, place, open.length, ALL.test(spanText(segment, line.plain))));
        const finish = finishStanding(segment.tokens, finishOf(draft), line.plain, today);
        draft.finishes.push(finish);
        const unfinished = factTokens(segment.tokens, line.plain).some((token) => tagged(token, 'not', 'remain'));
        if (unfinished && finish.standing !== 'done' && percents.length === 0) draft.denies = true;
        if (segment.tokens.some((token) => tagged(token, 'started', 'not'))) draft.stirs = true;
      }
      if (loose.percents.length + loose.finishes.length > 0 && drafts.length === open.length) {
        for (const draft of open) {
          draft.percents.unshift(...loose.percents.splice(0));
          draft.finishes.unshift(...loose.finishes.splice(0));
        }
      }
      keepNote(noteOf(segment, line), open, pendingNotes);
      continue;
    }
    const used = segment.tokens.some((token) => token.kind === 'content' && !isRemark(segment, token))
      ? []
      : [finishStanding(segment.tokens, open[0] ? finishOf(open[0]) : null, line.plain, today)];
    const finishes = used.filter((each) => each.standing !== null && each.standing !== 'unsure');
    const figures = percents.filter((each) => each.standing !== 'foreign');
    if (segment.wrong)
      for (const draft of open)
        for (const each of [...draft.percents]) if (figures.length > 0 || isCallingWrong(segment)) outdate(draft, each);
    for (const draft of open) {
      draft.percents.push(...figures);
      draft.finishes.push(...finishes);
    }
    if (open.length === 0) {
      loose.percents.push(...figures);
      loose.finishes.push(...finishes);
    }
    const told = figures.some((each) => each.standing === 'stands') || finishes.length > 0 || said !== null;
    open.at(-1)?.texts.push(wholeText(segment, line));
    keepNote(told ? noteOf(segment, line) : wholeText(segment, line), open, pendingNotes);
  }
  for (const draft of drafts.slice(0, 1)) draft.notes.unshift(...pendingNotes);
  const tokens = segments.flatMap((segment) => segment.tokens);
  return {
    drafts,
    loose,
    money,
    moneyProject,
    corrects: tokens.some((token) => tagged(token, 'wrong')),
    asks: segments.some((segment) => segment.asks),
    bare: !tokens.some((token) => token.kind === 'content' || token.kind === 'count'),
    overall: tokens.some((token) => tagged(token, 'overall')),
    note: pendingNotes.join(' '),
  };
}

function openDrafts(segment: ReadSegment, drafts: Draft[]): Draft[] {
  return segment.milestones.map((mention) => {
    const { project, words } = segment.assigned;
    const same = drafts.find(
      (draft) => draft.project === project && draft.mention.milestones.join() === mention.milestones.join(),
    );
    if (same) return same;
    const draft: Draft = {
      project,
      words,
      mention,
      percents: [],
      finishes: [],
      notes: [],
      texts: [],
      stirs: false,
      denies: false,
    };
    drafts.push(draft);
    return draft;
  });
}

const finishOf = (draft: Draft) => draft.words.finish[draft.mention.milestones[0] ?? 0] ?? 'work';

// "主体封顶、设备安装分别80%、60%": one each where the counts agree, else each has all and the doubt is asked about.
function shareOf(
  percents: readonly StandingPercent[],
  place: number,
  drafts: number,
  together: boolean,
): readonly StandingPercent[] {
  const own = percents[place];
  if (drafts > 1 && percents.length === drafts && own) return [own];
  return drafts > 1 && !together
    ? percents.map((each) => (each.standing === 'stands' ? { ...each, standing: 'unsure' } : each))
    : percents;
}

function outdate(draft: Draft, percent: StandingPercent): void {
  draft.percents[draft.percents.indexOf(percent)] = { ...percent, standing: 'earlier' };
}

const isCallingWrong = (segment: ReadSegment): boolean =>
  !segment.tokens.some((token) => token.kind === 'percent' || token.kind === 'content');

const ALL = /都|均|全部|各|一并|一起/;

function spanText(segment: ReadSegment, plain: string): string {
  return plain.slice(segment.tokens[0]?.start, segment.tokens.at(-1)?.end);
}

// "签约，注册公司都办好了": 都 takes in what stood before it without a word of its own.
function sharesWith(segment: ReadSegment, open: readonly Draft[], plain: string): readonly Draft[] {
  const all = /都|均|全部|一并|一起/.test(plain.slice(segment.tokens[0]?.start, segment.tokens.at(-1)?.end));
  return all
    ? open.filter((draft) => draft.percents.length === 0 && draft.finishes.every((each) => each.standing === null))
    : [];
}

// A supposition about a milestone is no report, but it is worth a question where somebody meant to report.
function doubt(segment: ReadSegment, drafts: Draft[], open: readonly Draft[]): void {
  const unsure: FinishStanding = { standing: 'unsure', doneOn: null, forecast: null, future: null, vague: null };
  const figures = segment.tokens.flatMap((token) =>
    token.kind === 'percent' ? [{ percent: token.percent, standing: 'unsure' as const, corrects: false }] : [],
  );
  const about = segment.milestones.length > 0 ? openDrafts(segment, drafts) : open;
  for (const draft of about) {
    if (draft.percents.length === 0 && draft.finishes.length === 0) {
      draft.percents.push(...figures);
      draft.finishes.push(unsure);
    }
  }
}

function keepNote(note: string, open: readonly Draft[], pending: string[]): void {
  if (note === '') return;
  (open.at(-1)?.notes ?? pending).push(note);
}

/** The draft that a pressed milestone makes of what stood in the line without one. */
export function draftOfLoose(read: ReadLine, project: string, words: MilestoneWords, name: string): Draft {
  const mention: SpokenMilestone = { start: 0, end: 0, milestones: [words.roadmap.indexOf(name)], likeness: 'name' };
  const { percents, finishes } = read.loose;
  return {
    project,
    words,
    mention,
    percents: [...percents],
    finishes: [...finishes],
    notes: [read.note],
    texts: [],
    stirs: false,
    denies: false,
  };
}
