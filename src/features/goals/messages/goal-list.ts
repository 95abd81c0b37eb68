import type { KnownBlock, ModalView } from '@slack/types';
import { becauseWords } from '../../../domain/because.js';
import { timeAt } from '../../../domain/day.js';
import { denominatorWords } from '../../../domain/denominator-change.js';
import type { Judged } from '../../../domain/goal.js';
import { actions, button, context, form, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import { goalForm, pageGoal } from '../ids.js';
import type { GoalsSeen, SeenGoal } from '../model.js';
import { listOf } from './goals.js';
import { type GoalPhrases, goalPhrases } from './phrases.js';

/** The list behind a goal. */
export const words = {
  denominatorChanges: { zh: '分母变动', en: 'What is counted has changed' },
  why: { zh: (why: string) => `（${why}）`, en: (why: string) => ` (${why})` },
  moreChanges: { zh: (count: number) => `共${count}个项目`, en: (count: number) => `${count} projects in all` },
  counts: { zh: '计入', en: 'Counts' },
  countsNot: { zh: '未计入', en: 'Does not count' },
  countedOf: {
    zh: (counted: number, not: number) => `计入${counted}个，未计入${not}个`,
    en: (counted: number, not: number) => `${counted} count, ${not} do not`,
  },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  page: {
    zh: (page: number, pages: number) => `第${page}/${pages}页`,
    en: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Catalogue;

/** A page of a list: short enough to scroll on a phone. */
const PAGE_ITEMS = 20;
/** Projects of a rescue that are named; a gate that lacks more is not saved by a list. */
const MOST_RESCUES = 10;
const MOST_CHANGES = 5;

/** Which projects count towards a goal and which do not, and why; on the first page what would save its gate. */
export function goalView(seen: GoalsSeen, goal: SeenGoal, wanted: number, language: Language): ModalView {
  const own = inLanguage(words, language);
  const { program, day, at } = seen.standing;
  const phrases = goalPhrases(program, language);
  const { shared } = phrases;
  const { lines, others } = judgedLines(goal, phrases);
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_ITEMS));
  const page = Math.min(wanted, pages - 1);
  const shown = lines.slice(page * PAGE_ITEMS, (page + 1) * PAGE_ITEMS);
  const { counted, notCounted } = goal.state;
  const about = [
    own.countedOf(counted.length, notCounted.length),
    `${phrases.day(day)} ${timeAt(at.moment, program.timeZone)}`,
    ...(pages > 1 ? [own.page(page + 1, pages)] : []),
  ];
  const rescue = page === 0 ? phrases.rescueLines(goal, MOST_RESCUES) : [];
  const pageButton = (to: number, label: string) => button(pageGoal, listOf(seen, goal.goal.key, to), label);
  const ways = [
    ...(page > 0 ? [pageButton(page - 1, own.previous)] : []),
    ...(page < pages - 1 ? [pageButton(page + 1, own.next)] : []),
  ];
  const blocks: KnownBlock[] = [
    section(phrases.goalLines(goal).join('\n')),
    ...(rescue.length === 0 ? [] : [section(rescue.join('\n'))]),
    ...(page === 0 ? denominatorBlocks(seen, goal, phrases) : []),
    context(about.join(' · ')),
    ...shown.map((line) => section(line)),
    ...(others > 0 ? [context(shared.others(others))] : []),
    ...(ways.length === 0 ? [] : [actions(...ways)]),
  ];
  return form(goalForm, {}, { title: goal.goal.name[language], submit: null, close: own.close }, blocks);
}

/** What changed the goal's denominator since the plan was made, with the reason; of what the reader may see. */
function denominatorBlocks(
  { denominatorChanges, categories, standing }: GoalsSeen,
  { goal, hidden }: SeenGoal,
  phrases: GoalPhrases,
): KnownBlock[] {
  const own = inLanguage(words, phrases.language);
  const { rule } = goal;
  if (rule.by === 'recorded') return [];
  const { language, colon } = phrases;
  const categoryOf = new Map(standing.lit.map(({ project }) => [project.id, project.category]));
  const counts = (key: string | null | undefined) =>
    rule.categories.length === 0 || rule.categories.includes(key ?? '');
  const theirs = denominatorChanges.filter(({ projectId, code, kind, from, to }) => {
    if (hidden.has(code)) return false;
    if (kind === 'recategorised') return counts(from) !== counts(to);
    return counts(categoryOf.get(projectId));
  });
  if (theirs.length === 0) return [];
  const called = (key: string | null) => escapeText(categories.get(key ?? '')?.[language] ?? key ?? '');
  const lines = theirs.slice(0, MOST_CHANGES).map((change) => {
    const what = denominatorWords[change.kind](called(change.from), called(change.to))[language];
    const why = change.reason === null ? '' : own.why(escapeText(clip(change.reason, 100)));
    return `• ${escapeText(`${change.code} ${clip(change.name, 40)}`)}${colon}${what}${why}`;
  });
  const rest = theirs.length > lines.length ? [own.moreChanges(theirs.length)] : [];
  return [section([`*${own.denominatorChanges}*`, ...lines, ...rest].join('\n'))];
}

/** A project a line, with why it counts or not; those that the reader may not see are only counted. */
function judgedLines(
  { state, hidden, today }: SeenGoal,
  { language, colon, program }: GoalPhrases,
): { readonly lines: readonly string[]; readonly others: number } {
  const own = inLanguage(words, language);
  const line =
    (mark: string, label: string) =>
    ({ code, name, because }: Judged): string[] => {
      if (hidden.has(code)) return [];
      const why = escapeText(becauseWords(because, language, program.year, today));
      return [`${mark} *${escapeText(`${code} ${clip(name, 60)}`)}*\n${label}${why}`];
    };
  const { counted, notCounted, left } = state;
  const lines = [
    ...counted.flatMap(line('✓', `${own.counts}${colon}`)),
    ...notCounted.flatMap(line('✗', `${own.countsNot}${colon}`)),
    ...left.flatMap(line('–', '')),
  ];
  return { lines, others: counted.length + notCounted.length + left.length - lines.length };
}
