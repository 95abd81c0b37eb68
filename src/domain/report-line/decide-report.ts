import type { LineLedger } from './line-ledger.js';
import { type Draft, draftOfLoose, type ReadLine } from './read-line.js';
import { hasFact, type Settled, settleDraft } from './settle-draft.js';
import type { Answer, AskAbout, LineContext, LineMilestone, ReportItem, Understanding } from './types.js';

/** What the decision is made with. `answers` are buttons pressed so far. */
export type Deciding = {
  readonly text: string;
  readonly ledger: LineLedger;
  readonly context: LineContext;
  readonly answers: readonly Answer[];
};

type Slot = {
  readonly draft: Draft;
  readonly settled: Settled;
  readonly place: number;
  readonly milestone: string | null;
  readonly choices: readonly string[];
};

/** What becomes of a line whose project is known: reports, one question, one refusal, or nothing. Order: phrases of the county, "Deciding". */
export function decideReport(read: ReadLine, project: string, deciding: Deciding): Understanding {
  const pressed = deciding.answers.find((answer) => answer.about === 'milestone');
  const roadmapOwner = deciding.ledger.byCode.get(project);
  const drafts =
    read.drafts.length === 0 && pressed && roadmapOwner
      ? [draftOfLoose(read, project, deciding.ledger.wordsOf(roadmapOwner), pressed.choice)]
      : read.drafts;
  const slots = drafts.map((draft, place) => slotOf(draft, place, deciding));
  const kept = worthTelling(slots, read, deciding.context);
  const project0 = kept[0]?.draft.project ?? project;
  const moneyAnswer = deciding.answers.find((answer) => answer.about === 'amount');
  const asked = (about: AskAbout, slot: Slot | null, candidates: readonly string[]): Understanding =>
    ask(about, slot, candidates, slot?.draft.project ?? project0, deciding);

  if (kept.length === 0 && read.money === null) return withoutMilestone(read, project, deciding);
  for (const slot of kept) {
    if (slot.milestone === null) return asked('milestone', slot, slot.choices);
  }
  for (const slot of kept) {
    const refused = refusal(slot, project, deciding, read.corrects);
    if (refused) return refused;
  }
  for (const slot of kept) {
    const { question } = slot.settled;
    if (question) return asked(question.about, slot, question.candidates);
    if (!hasFact(slot.settled)) return asked('percent', slot, []);
  }
  if (read.money !== null && read.money.wan === null && moneyAnswer === undefined) {
    return asked('amount', null, read.money.candidates.map(String));
  }
  const investment = moneyAnswer ? Number(moneyAnswer.choice) : (read.money?.wan ?? null);
  return { act: 'report', items: itemsOf(kept, read, project, investment) };
}

function slotOf(draft: Draft, place: number, { answers, context }: Deciding): Slot {
  const own = answers.filter((answer) => answer.slot === place);
  const pressed = own.find((answer) => answer.about === 'milestone')?.choice;
  const choices = draft.mention.milestones.map((milestone) => draft.words.roadmap[milestone] ?? '');
  const certain = choices.length === 1 && draft.mention.likeness !== 'near' ? (choices[0] ?? null) : null;
  return { draft, place, settled: settleDraft(draft, own, context.today), milestone: pressed ?? certain, choices };
}

// Beside a milestone with a fact, one that is only mentioned belongs to the note; chat in a thread stays chat.
function worthTelling(slots: readonly Slot[], read: ReadLine, context: LineContext): Slot[] {
  const facts = slots.filter(
    ({ settled }) =>
      hasFact(settled) || (settled.question !== null && settled.said === 'figure') || settled.question?.about === 'day',
  );
  const sure = facts.filter((slot) => slot.draft.mention.likeness !== 'near');
  if (facts.length > 0) return sure.length > 0 ? sure : facts;
  if (read.money !== null) return [];
  if (context.surface === 'progress') return slots.slice(0, 1);
  const telling = slots.filter(
    ({ settled, draft }) =>
      settled.said === 'figure' ||
      (settled.said === 'end' && !draft.stirs && settled.question !== null) ||
      (settled.said === 'aim' && context.surface === 'message'),
  );
  if (telling.length > 0 && (context.surface === 'message' || telling.some(({ settled }) => settled.said === 'figure')))
    return telling.slice(0, 1);
  const alone = read.bare && slots.length > 0 && !read.asks && !slots.some(({ draft }) => draft.stirs);
  return context.surface === 'message' && alone ? slots.slice(0, 1) : [];
}

function withoutMilestone(read: ReadLine, project: string, deciding: Deciding): Understanding {
  const { context, ledger } = deciding;
  const figure = read.loose.percents.some(
    (each) => each.standing === 'stands' || each.standing === 'unsure' || each.standing === 'dated',
  );
  const end = read.loose.finishes.length > 0;
  const roadmap = ledger.byCode.get(project)?.milestones.map((milestone) => milestone.name) ?? [];
  const worth =
    context.surface === 'progress'
      ? !read.asks
      : (read.bare && (figure || (end && context.surface === 'message'))) || (figure && read.overall);
  return worth ? ask('milestone', null, roadmap, project, deciding) : { act: 'none' };
}

/** A question that a press can answer without typing again. */
export function ask(
  about: AskAbout,
  slot: Slot | null,
  candidates: readonly string[],
  project: string | null,
  deciding: Deciding,
): Understanding {
  const { text, answers } = deciding;
  const understood = { project, milestone: slot?.milestone ?? null, percent: slot?.settled.percent ?? null };
  return {
    act: 'ask',
    about,
    candidates: [...candidates],
    partial: { text, answers: [...answers], about, slot: slot?.place ?? 0, ...understood },
  };
}

function refusal(slot: Slot, project: string, { ledger }: Deciding, corrects: boolean): Understanding | null {
  const { settled, milestone, draft } = slot;
  const code = draft.project ?? project;
  const known: LineMilestone | undefined = ledger.byCode.get(code)?.milestones.find((each) => each.name === milestone);
  const previous = known?.done ? 100 : (known?.percent ?? null);
  const figures = draft.percents
    .filter((each) => each.standing !== 'foreign' && each.standing !== 'earlier')
    .map((each) => each.percent.value);
  const over = figures.find((figure) => figure > 100) ?? null;
  const told = {
    act: 'refuse' as const,
    project: code,
    typed: null,
    milestone,
    percent: settled.percent,
    previous,
    day: null,
  };
  if (over !== null && over > 100) return { ...told, why: 'over-100', percent: over };
  if (settled.future !== null) return { ...told, why: 'future-date', day: settled.future };
  if (settled.percent !== null && previous !== null && settled.percent < previous && !corrects)
    return { ...told, why: 'falls' };
  return null;
}

function itemsOf(kept: readonly Slot[], read: ReadLine, project: string, investment: number | null): ReportItem[] {
  const dropped = read.drafts
    .filter((draft) => !kept.some((slot) => slot.draft === draft))
    .flatMap((draft) => draft.texts);
  const items = kept.map(
    ({ draft, settled, milestone }): ReportItem => ({
      project: draft.project ?? project,
      milestone,
      percent: settled.percent,
      done: settled.done,
      doneOn: settled.doneOn,
      forecast: settled.forecast,
      investment: null,
      note: draft.notes.join(' '),
      corrects: read.corrects,
    }),
  );
  const first = items[0];
  if (first) first.note = [first.note, ...dropped].filter((note) => note !== '').join(' ');
  const owner = read.moneyProject ?? project;
  const withMoney = items.find((item) => item.project === owner);
  if (investment !== null && withMoney) withMoney.investment = investment;
  else if (investment !== null) {
    const figures = { percent: null, done: false, doneOn: null, forecast: null, investment, corrects: read.corrects };
    items.push({ project: owner, milestone: null, ...figures, note: read.note });
  }
  return items;
}
