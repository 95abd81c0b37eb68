import type { KnownBlock, ModalView } from '@slack/types';
import { becauseWords } from '../../../domain/because.js';
import type { LocalDay } from '../../../domain/day.js';
import type { Judged } from '../../../domain/goal.js';
import { FEWEST_PROJECTS } from '../../../domain/standing.js';
import { actions, button, context, form, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import type { Digest } from '../compute.js';
import { type ListRequest, listForm, turnList } from '../ids.js';
import { changedLines, listRequest, litItem, obstacleItem, rungCounts, unitItem, unreportedItem } from './items.js';
import { type Phrases, phrasesOf } from './phrases.js';

/** A page of a list: short enough to scroll on a phone. */
export const PAGE_ITEMS = 20;

/** What a list shows: its heading, one text an item, and for the list of goals the way into each. */
type Listed = {
  readonly title: string;
  readonly about: string;
  readonly items: readonly string[];
  readonly goals?: Digest['goals'];
};

/** The list behind a number, one page of it, with the way to the others; of a day that has passed it says which. */
export function listView(
  digest: Digest,
  request: ListRequest,
  { language, today }: { readonly language: Language; readonly today: LocalDay },
): ModalView {
  const phrases = phrasesOf(digest.program, language);
  const { words } = phrases;
  const listed = listOf(digest, request, phrases, today);
  const pages = Math.max(1, Math.ceil(listed.items.length / PAGE_ITEMS));
  const page = Math.min(request.page, pages - 1);
  const from = page * PAGE_ITEMS;
  const shown = listed.items.slice(from, from + PAGE_ITEMS);
  const scope = digest.scopeName === null ? words.wholePlan : escapeText(clip(digest.scopeName[language], 30));
  const about = [
    listed.about,
    scope,
    words.asAt(phrases.moment(digest.at.moment, null)),
    ...(pages > 1 ? [words.page(page + 1, pages)] : []),
  ].filter((part) => part !== '');
  const turn = (to: number, label: string) => button(turnList, { ...request, page: to }, label);
  const ways = [
    ...(page > 0 ? [turn(page - 1, words.previous)] : []),
    ...(page < pages - 1 ? [turn(page + 1, words.next)] : []),
    ...(request.list === 'goal' ? [button(turnList, listRequest(digest, 'goals'), words.back)] : []),
  ];
  const blocks: KnownBlock[] = [
    context(about.join(' · ')),
    ...(shown.length === 0
      ? [section(words.emptyList)]
      : shown.map((item, index) => itemBlock(item, listed.goals?.[from + index], digest, phrases))),
    ...(ways.length === 0 ? [] : [actions(...ways)]),
  ];
  return form(listForm, {}, { title: listed.title, submit: null, close: words.close }, blocks);
}

function itemBlock(
  item: string,
  goal: Digest['goals'][number] | undefined,
  digest: Digest,
  { words, goalValue }: Phrases,
): KnownBlock {
  if (goal === undefined || goal.goal.rule.by === 'recorded') return section(item);
  const opener = button(turnList, listRequest(digest, 'goal', goal.goal.key), `${words.openList} ${goalValue(goal)}`);
  // Slack wants every action_id of a view once.
  return section(item, { ...opener, action_id: `${opener.action_id}#${goal.goal.key}` });
}

function listOf(digest: Digest, request: ListRequest, phrases: Phrases, today: LocalDay): Listed {
  const { words } = phrases;
  switch (request.list) {
    case 'goals':
      return {
        title: words.goals,
        about: '',
        items: digest.goals.map(
          (goal) =>
            `*${phrases.goalLine(goal, phrases.zh ? 40 : 70, true).replaceAll('*', '')}*\n${counted(goal, phrases)}`,
        ),
        goals: digest.goals,
      };
    case 'goal':
      return goalList(digest, request.goal ?? '', phrases);
    case 'changes':
      return {
        title: `${phrases.changesWord(digest, false, today)} ${digest.changes}`,
        about: digest.changes === 0 ? words.noChanges : words.changesCount(digest.changes, digest.changed.length),
        items: digest.changed.map((each) =>
          [`*${phrases.projectName(each.project, 60)}*`, ...changedLines(each, digest, phrases)].join('\n'),
        ),
      };
    case 'obstacles':
      return {
        title: `${words.obstacles} ${digest.obstacles.length}`,
        about: rungCounts(digest, phrases),
        items: digest.obstacles.map((each) => obstacleItem(each, phrases, 40)),
      };
    case 'standings': {
      const units = digest.standings?.units ?? [];
      return {
        title: `${words.standings} ${units.length}`,
        about: words.standingsRule(FEWEST_PROJECTS),
        items: units.map((unit, index) => unitItem(unit, index + 1, phrases)),
      };
    }
    case 'unreported':
      return {
        title: `${words.unreported} ${digest.unreported.length}`,
        about: words.unreportedAbout(digest.unreported.length),
        items: digest.unreported.map((each) => unreportedItem(each, phrases)),
      };
    case 'unlit':
      return {
        title: `${words.unlit} ${digest.unlit.length}`,
        about: '',
        items: digest.unlit.map((each) => litItem(each, phrases)),
      };
    default: {
      const light = request.list;
      return {
        title: `${words.light(light)} ${digest[light].length}`,
        about: '',
        items: digest[light].map((each) => litItem(each, phrases)),
      };
    }
  }
}

function counted({ goal, state }: Digest['goals'][number], { words }: Phrases): string {
  return goal.rule.by === 'recorded'
    ? words.recordedGoal
    : words.countedOf(state.counted.length, state.notCounted.length);
}

/** Which projects count towards a goal and which do not, and why. */
function goalList(digest: Digest, key: string, phrases: Phrases): Listed {
  const { words, language, colon } = phrases;
  const found = digest.goals.find(({ goal }) => goal.key === key);
  if (found === undefined) return { title: words.goals, about: '', items: [] };
  const { goal, state } = found;
  const line = (mark: string, label: string) => (judged: Judged) =>
    `${mark} *${phrases.projectName(judged, 60)}*\n${label}${escapeText(becauseWords(judged.because, language, digest.program.year))}`;
  return {
    title: goal.name[language],
    about: phrases.goalLine(found, 40, true),
    items: [
      ...state.counted.map(line('✓', `${words.counts}${colon}`)),
      ...state.notCounted.map(line('✗', `${words.countsNot}${colon}`)),
      ...state.left.map(line('–', '')),
    ],
  };
}
