import type { KnownBlock, ModalView } from '@slack/types';
import { becauseWords } from '../../../domain/because.js';
import { timeAt } from '../../../domain/day.js';
import type { Judged } from '../../../domain/goal.js';
import { actions, button, context, form, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import type { GoalsSeen, SeenGoal } from '../act/see.js';
import { goalForm, turnGoal } from '../ids.js';
import { type GoalPhrases, goalPhrases } from './goal.js';
import { listOf } from './message.js';

/** A page of a list: short enough to scroll on a phone. */
const PAGE_ITEMS = 20;
/** Projects of a rescue that are named; a gate that lacks more is not saved by a list. */
const MOST_RESCUES = 10;
const MOST_TURNS = 5;

/** Which projects count towards a goal and which do not, and why; on the first page what would save its gate. */
export function goalView(seen: GoalsSeen, goal: SeenGoal, wanted: number, language: Language): ModalView {
  const { program, day, at } = seen.standing;
  const phrases = goalPhrases(program, language);
  const { words } = phrases;
  const { lines, others } = judgedLines(goal, phrases);
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_ITEMS));
  const page = Math.min(wanted, pages - 1);
  const shown = lines.slice(page * PAGE_ITEMS, (page + 1) * PAGE_ITEMS);
  const { counted, notCounted } = goal.state;
  const about = [
    words.countedOf(counted.length, notCounted.length),
    `${phrases.day(day)} ${timeAt(at.moment, program.timeZone)}`,
    ...(pages > 1 ? [words.page(page + 1, pages)] : []),
  ];
  const rescue = page === 0 ? phrases.rescueLines(goal, MOST_RESCUES) : [];
  const turn = (to: number, label: string) => button(turnGoal, listOf(seen, goal.goal.key, to), label);
  const ways = [
    ...(page > 0 ? [turn(page - 1, words.previous)] : []),
    ...(page < pages - 1 ? [turn(page + 1, words.next)] : []),
  ];
  const blocks: KnownBlock[] = [
    section(phrases.goalLines(goal).join('\n')),
    ...(rescue.length === 0 ? [] : [section(rescue.join('\n'))]),
    ...(page === 0 ? turnBlocks(seen, goal, phrases) : []),
    context(about.join(' · ')),
    ...shown.map((line) => section(line)),
    ...(others > 0 ? [context(words.others(others))] : []),
    ...(ways.length === 0 ? [] : [actions(...ways)]),
  ];
  return form(goalForm, {}, { title: goal.goal.name[language], submit: null, close: words.close }, blocks);
}

/** What changed the goal's denominator since the plan was made, with the reason; of what the reader may see. */
function turnBlocks(
  { turns, categories, standing }: GoalsSeen,
  { goal, hidden }: SeenGoal,
  phrases: GoalPhrases,
): KnownBlock[] {
  const { rule } = goal;
  if (rule.by === 'recorded') return [];
  const { words, language, colon } = phrases;
  const categoryOf = new Map(standing.lit.map(({ project }) => [project.id, project.category]));
  const counts = (key: string | null | undefined) =>
    rule.categories.length === 0 || rule.categories.includes(key ?? '');
  const own = turns.filter(({ projectId, code, kind, from, to }) => {
    if (hidden.has(code)) return false;
    if (kind === 'recategorised') return counts(from) !== counts(to);
    return counts(categoryOf.get(projectId));
  });
  if (own.length === 0) return [];
  const called = (key: string | null) => escapeText(categories.get(key ?? '')?.[language] ?? key ?? '');
  const lines = own.slice(0, MOST_TURNS).map((turn) => {
    const what = {
      added: words.turnAdded,
      withdrawn: words.turnWithdrawn,
      restored: words.turnRestored,
      recategorised: words.turnRecategorised(called(turn.from), called(turn.to)),
    }[turn.kind];
    const why = turn.reason === null ? '' : words.turnWhy(escapeText(clip(turn.reason, 100)));
    return `• ${escapeText(`${turn.code} ${clip(turn.name, 40)}`)}${colon}${what}${why}`;
  });
  const rest = own.length > lines.length ? [words.turnsMore(own.length)] : [];
  return [section([`*${words.turns}*`, ...lines, ...rest].join('\n'))];
}

/** A project a line, with why it counts or not; those that the reader may not see are only counted. */
function judgedLines(
  { state, hidden }: SeenGoal,
  { words, language, colon, program }: GoalPhrases,
): { readonly lines: readonly string[]; readonly others: number } {
  const line =
    (mark: string, label: string) =>
    ({ code, name, because }: Judged): string[] => {
      if (hidden.has(code)) return [];
      const why = escapeText(becauseWords(because, language, program.year));
      return [`${mark} *${escapeText(`${code} ${clip(name, 60)}`)}*\n${label}${why}`];
    };
  const { counted, notCounted, left } = state;
  const lines = [
    ...counted.flatMap(line('✓', `${words.counts}${colon}`)),
    ...notCounted.flatMap(line('✗', `${words.countsNot}${colon}`)),
    ...left.flatMap(line('–', '')),
  ];
  return { lines, others: counted.length + notCounted.length + left.length - lines.length };
}
