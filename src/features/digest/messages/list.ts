import type { KnownBlock, ModalView } from '@slack/types';
import { becauseWords } from '../../../domain/because.js';
import type { LocalDay } from '../../../domain/day.js';
import type { Digest } from '../../../domain/digest/compute.js';
import type { Judged } from '../../../domain/goal.js';
import { FEWEST_PROJECTS } from '../../../domain/standing.js';
import { actions, button, context, form, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import { type ListRequest, listForm, turnList } from '../ids.js';
import { changedLines, listRequest, litItem, obstacleItem, rungCounts, unitItem, unreportedItem } from './items.js';
import { type Phrases, phrasesOf } from './phrases.js';

/** The lists behind the numbers. */
export const words = {
  counts: { zh: '计入', en: 'Counts' },
  countsNot: { zh: '未计入', en: 'Does not count' },
  recordedGoal: {
    zh: '按登记的数值计算，不由项目汇总',
    en: 'Taken from what was recorded, not added up from projects',
  },
  countedOf: {
    zh: (counted: number, not: number) => `计入 ${counted} 个，未计入 ${not} 个`,
    en: (counted: number, not: number) => `${counted} count, ${not} do not`,
  },
  close: { zh: '关闭', en: 'Close' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  back: { zh: '返回目标清单', en: 'Back to goals' },
  page: {
    zh: (page: number, pages: number) => `第 ${page}/${pages} 页`,
    en: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  emptyList: { zh: '没有项目。', en: 'No projects.' },
} as const satisfies Catalogue;

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
  const own = inLanguage(words, phrases.language);
  const { shared } = phrases;
  const listed = listOf(digest, request, phrases, today);
  const pages = Math.max(1, Math.ceil(listed.items.length / PAGE_ITEMS));
  const page = Math.min(request.page, pages - 1);
  const from = page * PAGE_ITEMS;
  const shown = listed.items.slice(from, from + PAGE_ITEMS);
  const scope = digest.scopeName === null ? shared.wholePlan : escapeText(clip(digest.scopeName[language], 30));
  const about = [
    listed.about,
    scope,
    shared.asAt(phrases.moment(digest.at.moment, null)),
    ...(pages > 1 ? [own.page(page + 1, pages)] : []),
  ].filter((part) => part !== '');
  const turn = (to: number, label: string) => button(turnList, { ...request, page: to }, label);
  const ways = [
    ...(page > 0 ? [turn(page - 1, own.previous)] : []),
    ...(page < pages - 1 ? [turn(page + 1, own.next)] : []),
    ...(request.list === 'goal' ? [button(turnList, listRequest(digest, 'goals'), own.back)] : []),
  ];
  const blocks: KnownBlock[] = [
    context(about.join(' · ')),
    ...(shown.length === 0
      ? [section(own.emptyList)]
      : shown.map((item, index) => itemBlock(item, listed.goals?.[from + index], digest, phrases))),
    ...(ways.length === 0 ? [] : [actions(...ways)]),
  ];
  return form(listForm, {}, { title: listed.title, submit: null, close: own.close }, blocks);
}

function itemBlock(
  item: string,
  goal: Digest['goals'][number] | undefined,
  digest: Digest,
  { shared, goalValue }: Phrases,
): KnownBlock {
  if (goal === undefined || goal.goal.rule.by === 'recorded') return section(item);
  const opener = button(turnList, listRequest(digest, 'goal', goal.goal.key), `${shared.openList} ${goalValue(goal)}`);
  // Slack wants every action_id of a view once.
  return section(item, { ...opener, action_id: `${opener.action_id}#${goal.goal.key}` });
}

function listOf(digest: Digest, request: ListRequest, phrases: Phrases, today: LocalDay): Listed {
  const { shared } = phrases;
  switch (request.list) {
    case 'goals':
      return {
        title: shared.goals,
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
        about: digest.changes === 0 ? shared.noChanges : shared.changesCount(digest.changes, digest.changed.length),
        items: digest.changed.map((each) =>
          [`*${phrases.projectName(each.project, 60)}*`, ...changedLines(each, digest, phrases)].join('\n'),
        ),
      };
    case 'obstacles':
      return {
        title: `${shared.obstacles} ${digest.obstacles.length}`,
        about: rungCounts(digest, phrases),
        items: digest.obstacles.map((each) => obstacleItem(each, phrases, 40)),
      };
    case 'standings': {
      const units = digest.standings?.units ?? [];
      return {
        title: `${shared.standings} ${units.length}`,
        about: shared.standingsRule(FEWEST_PROJECTS),
        items: units.map((unit, index) => unitItem(unit, index + 1, phrases)),
      };
    }
    case 'unreported':
      return {
        title: `${shared.unreported} ${digest.unreported.length}`,
        about: shared.unreportedAbout(digest.unreported.length),
        items: digest.unreported.map((each) => unreportedItem(each, phrases)),
      };
    case 'unlit':
      return {
        title: `${shared.unlit} ${digest.unlit.length}`,
        about: '',
        items: digest.unlit.map((each) => litItem(each, phrases)),
      };
    default: {
      const light = request.list;
      return {
        title: `${shared.light(light)} ${digest[light].length}`,
        about: '',
        items: digest[light].map((each) => litItem(each, phrases)),
      };
    }
  }
}

function counted({ goal, state }: Digest['goals'][number], { language }: Phrases): string {
  const own = inLanguage(words, language);
  return goal.rule.by === 'recorded' ? own.recordedGoal : own.countedOf(state.counted.length, state.notCounted.length);
}

/** Which projects count towards a goal and which do not, and why. */
function goalList(digest: Digest, key: string, phrases: Phrases): Listed {
  const own = inLanguage(words, phrases.language);
  const { shared, language, colon } = phrases;
  const found = digest.goals.find(({ goal }) => goal.key === key);
  if (found === undefined) return { title: shared.goals, about: '', items: [] };
  const { goal, state } = found;
  const line = (mark: string, label: string) => (judged: Judged) =>
    `${mark} *${phrases.projectName(judged, 60)}*\n${label}${escapeText(becauseWords(judged.because, language, digest.program.year))}`;
  return {
    title: goal.name[language],
    about: phrases.goalLine(found, 40, true),
    items: [
      ...state.counted.map(line('✓', `${own.counts}${colon}`)),
      ...state.notCounted.map(line('✗', `${own.countsNot}${colon}`)),
      ...state.left.map(line('–', '')),
    ],
  };
}
