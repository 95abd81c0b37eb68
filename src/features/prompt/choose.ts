import { paceFrom } from '../../domain/pace.js';
import { byUrgency, type Counts, decidePrompt, type Morning, type Reason, type Spared } from '../../domain/prompt.js';
import type { Addressee, CandidateMilestone, CandidateProject } from '../../store/prompt-pages.js';
import type { Lapsed, NewPrompt, NewPromptItem } from '../../store/prompts.js';

/** A message with more rows is not read on a phone; the others are in the form. */
export const MOST_ROWS = 10;

type Candidate = {
  readonly project: CandidateProject;
  readonly milestone: CandidateMilestone;
  readonly reason: Reason;
};

/**
 * Who of a page is asked about what: one prompt a person, what is most urgent first, and to heads of units who did not
 * answer. Each open milestone of the page is counted once, as asked about or spared.
 */
export function choosePrompts(
  people: readonly Addressee[],
  projects: readonly CandidateProject[],
  lapsed: ReadonlyMap<number, readonly Lapsed[]>,
  morning: Morning,
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
      const decision = decidePrompt(milestone, project, morning, person.asked);
      if ('spare' in decision) spare(decision.spare);
      else if ('ask' in decision && person.slackUserId === null) spare('unreachable');
      else if ('ask' in decision) {
        const own = asked.get(person.id) ?? [];
        own.push({ project, milestone, reason: decision.ask });
        asked.set(person.id, own);
      }
    }
  }
  const prompts = people.flatMap((person): NewPrompt[] => {
    const own = (asked.get(person.id) ?? []).sort((one, other) => byUrgency(one.reason, other.reason));
    const lapsedOnes = person.slackUserId === null ? [] : person.actsFor.flatMap((id) => lapsed.get(id) ?? []);
    if (own.length === 0 && lapsedOnes.length === 0) return [];
    const items = own.slice(0, MOST_ROWS).map((candidate) => itemOf(candidate, morning));
    return [{ personId: person.id, more: own.length - items.length, lapsed: lapsedOnes, items }];
  });
  const count = [...asked.values()].reduce((sum, own) => sum + own.length, 0);
  return { prompts, counts: { people: prompts.length, asked: count, spared } };
}

function itemOf({ project, milestone, reason }: Candidate, morning: Morning): NewPromptItem {
  return {
    milestoneId: milestone.id,
    ownerId: milestone.answersId ?? 0,
    unitId: project.unitId,
    reason: reason.kind,
    paceFrom: paceFrom(milestone, project, morning.programFrom),
  };
}
