import { asksAboutItem } from '../../domain/action-item-asked.js';
import { daysBetween } from '../../domain/day.js';
import type { MorningNote } from '../../domain/morning-note.js';
import { paceFrom } from '../../domain/pace.js';
import {
  byUrgency,
  type Counts,
  type Decision,
  decidePrompt,
  expectedOn,
  type Morning,
  type Reason,
  type Spared,
} from '../../domain/prompt.js';
import type { AskedAction } from '../../store/prompt-actions.js';
import type { Addressee, CandidateMilestone, CandidateProject } from '../../store/prompt-pages.js';
import type { Lapsed, NearGate, NewPrompt, NewPromptItem } from '../../store/prompts.js';

/** A message with more rows is not read on a phone; the others are in the form. */
export const MOST_ROWS = 10;

type Candidate = {
  readonly project: CandidateProject;
  readonly milestone: CandidateMilestone;
  readonly reason: Reason;
  readonly gate: NearGate | null;
};

/** The near gates that milestones would bring home, by `CODE milestone`. */
export type NearGates = ReadonlyMap<string, NearGate>;

/** What people are told beside what they are asked. */
export type Notes = ReadonlyMap<number, readonly MorningNote[]>;

/**
 * Who of a page is asked about what: one prompt a person, what is most urgent first, and to heads of units who did not
 * answer. Each open milestone of the page is counted once, as asked about or spared.
 */
export function choosePrompts(
  people: readonly Addressee[],
  projects: readonly CandidateProject[],
  lapsed: ReadonlyMap<number, readonly Lapsed[]>,
  morning: Morning,
  {
    gates = new Map(),
    actions = [],
    notes = new Map(),
  }: { readonly gates?: NearGates; readonly actions?: readonly AskedAction[]; readonly notes?: Notes } = {},
): { readonly prompts: readonly NewPrompt[]; readonly counts: Counts } {
  const acting = new Map(people.flatMap((person) => person.actsFor.map((id) => [id, person])));
  const spared: Partial<Record<Spared, number>> = {};
  const spare = (why: Spared) => {
    spared[why] = (spared[why] ?? 0) + 1;
  };
  const asked = new Map<number, Candidate[]>();
  for (const project of projects) {
    for (const milestone of project.milestones) {
      const person = milestone.answersId === null ? undefined : acting.get(milestone.answersId);
      if (!person) continue;
      const plain = decidePrompt(milestone, project, morning, person.asked);
      const ahead = isFirstOpen(plain) ? gateAhead(project, milestone, gates) : null;
      const decision = ahead === null ? plain : (askForGate(milestone, ahead.step, morning, plain) ?? plain);
      if ('spare' in decision) spare(decision.spare);
      else if ('ask' in decision && person.slackUserId === null) spare('unreachable');
      else if ('ask' in decision) {
        const own = asked.get(person.id) ?? [];
        own.push({ project, milestone, reason: decision.ask, gate: ahead?.gate ?? null });
        asked.set(person.id, own);
      }
    }
  }
  const prompts = people.flatMap((person): NewPrompt[] => {
    const own = (asked.get(person.id) ?? []).sort((one, other) => byUrgency(one.reason, other.reason));
    const lapsedOnes = person.slackUserId === null ? [] : person.actsFor.flatMap((id) => lapsed.get(id) ?? []);
    const items = own.slice(0, MOST_ROWS).map((candidate) => itemOf(candidate, morning));
    const asksOf = actionsOf(person, actions, new Set(items.map(({ milestoneId }) => milestoneId)), morning);
    const told = person.slackUserId === null ? [] : person.actsFor.flatMap((id) => notes.get(id) ?? []);
    if (own.length + lapsedOnes.length + asksOf.length + told.length === 0) return [];
    const more = own.length - items.length;
    return [{ personId: person.id, more, lapsed: lapsedOnes, items, actions: asksOf, notes: told }];
  });
  const count = [...asked.values()].reduce((sum, own) => sum + own.length, 0);
  return { prompts, counts: { people: prompts.length, asked: count, spared } };
}

const isFirstOpen = (decision: Decision): boolean =>
  'ask' in decision || ('spare' in decision && !['proved', 'earlier'].includes(decision.spare));

/** The near gate that lies ahead of a project's first open step: at the step itself, or at one that waits for it. */
function gateAhead(project: CandidateProject, open: CandidateMilestone, gates: NearGates) {
  for (const step of project.milestones) {
    const gate = step.ordinal < open.ordinal ? undefined : gates.get(`${project.code} ${step.name}`);
    if (gate) return { gate, step };
  }
  return null;
}

/** Who can bring a near gate home is told so, though their week is not over; not who spoke of it since yesterday. */
function askForGate(
  open: CandidateMilestone,
  step: CandidateMilestone,
  { today, previousWorkday }: Morning,
  decision: Decision,
): Decision | null {
  if (!('spare' in decision) || !['reported', 'not-begun', 'chosen'].includes(decision.spare)) return null;
  if ([open.heardOn, open.obstacleOn].some((on) => on !== null && on >= previousWorkday)) return null;
  const expected = expectedOn(open) ?? expectedOn(step);
  return expected === null || expected < today ? null : { ask: { kind: 'due', days: daysBetween(today, expected) } };
}

/** The action items that somebody is asked about; one whose step is asked about stands on that row. */
function actionsOf(
  { id, slackUserId, actsFor }: Addressee,
  actions: readonly AskedAction[],
  asked: ReadonlySet<number>,
  morning: Morning,
): NewPrompt['actions'] {
  if (slackUserId === null) return [];
  return actions
    .filter(({ ownerId }) => actsFor.includes(ownerId))
    .filter(
      ({ due, toldIds, milestoneId }) =>
        asked.has(milestoneId ?? 0) || asksAboutItem({ due, told: toldIds.includes(id) }, morning),
    )
    .map(({ itemId, due }) => ({ itemId, due }));
}

function itemOf({ project, milestone, reason, gate }: Candidate, morning: Morning): NewPromptItem {
  return {
    milestoneId: milestone.id,
    ownerId: milestone.answersId ?? 0,
    unitId: project.unitId,
    reason: reason.kind,
    paceFrom: paceFrom(milestone, project, morning.programFrom),
    gate,
  };
}
