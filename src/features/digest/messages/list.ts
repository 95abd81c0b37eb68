import type { Button, KnownBlock, ModalView } from '@slack/types';
import { becauseWords } from '../../../domain/because.js';
import type { LocalDay } from '../../../domain/day.js';
import type { Digest } from '../../../domain/digest/compute.js';
import { eventCount } from '../../../domain/digest/events.js';
import type { Judged } from '../../../domain/goal.js';
import { actions, button, context, form, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { ids as projectIds } from '../../project/ids.js';
import { ids as reviewIds } from '../../review/ids.js';
import { ids as slipIds } from '../../slip/ids.js';
import { LISTS, type ListRequest, listForm, pageList } from '../ids.js';
import { factorItems } from './factor-rows.js';
import {
  actionItem,
  eventItems,
  goalItem,
  litItem,
  obstacleItem,
  reportItems,
  rungCounts,
  slipItem,
  unreportedItem,
} from './items.js';
import { listRequest } from './list-request.js';
import { type Phrases, phrasesOf } from './phrases.js';
import { promotionItems } from './promotion-rows.js';
import { unitFactItems, unitItem } from './unit-facts.js';
import { type Acting, NOTHING, obstacleWays, projectWays, type RowProject } from './ways.js';

/** The lists behind the numbers. */
export const words = {
  countedOf: {
    zh: (counted: number, not: number) => `✓${counted}，✗${not}`,
    en: (counted: number, not: number) => `✓ ${counted}, ✗ ${not}`,
  },
  recordedGoal: {
    zh: '按登记的数值计算，不由项目汇总',
    en: 'Taken from what was recorded, not added up from projects',
  },
  more: { zh: '更多', en: 'More' },
  close: { zh: '关闭', en: 'Close' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  back: { zh: '返回目标', en: 'Back to goals' },
  backToUnits: { zh: '返回各单位', en: 'Back to units' },
  card: { zh: '卡片', en: 'Card' },
  evidence: { zh: '看附件', en: 'See attachments' },
  page: {
    zh: (page: number, pages: number) => `第${page}/${pages}页`,
    en: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  emptyList: { zh: '没有', en: 'None' },
} as const satisfies Catalogue;

/** A page of a list: short enough to scroll on a phone. */
export const PAGE_ITEMS = 20;

/** An item with what can be done about it. */
export type Item = { readonly text: string; readonly ways: readonly Button[] };

/** What a list shows: its heading, and one text an item. */
type Listed = { readonly title: string; readonly about: string; readonly items: readonly Item[] };

/** The list behind a number, one page of it, with the way to the others; of a day that has passed it says which. */
export function listView(
  digest: Digest,
  request: ListRequest,
  { language, acting }: { readonly language: Language; readonly today: LocalDay; readonly acting?: Acting },
): ModalView {
  const phrases = phrasesOf(digest.program, language, digest.cadence);
  const own = inLanguage(words, phrases.language);
  const { shared } = phrases;
  if (request.list === 'more') return moreView(digest, phrases);
  const listed = listOf(digest, request, phrases, acting);
  const pages = Math.max(1, Math.ceil(listed.items.length / PAGE_ITEMS));
  const page = Math.min(request.page, pages - 1);
  const from = page * PAGE_ITEMS;
  const shown = listed.items.slice(from, from + PAGE_ITEMS);
  const about = [
    listed.about,
    phrases.about(digest),
    shared.asAt(phrases.moment(digest.at.moment, null)),
    ...(pages > 1 ? [own.page(page + 1, pages)] : []),
  ].filter((part) => part !== '');
  const pageButton = (to: number, label: string) => button(pageList, { ...request, page: to }, label);
  const ways = [
    ...(page > 0 ? [pageButton(page - 1, own.previous)] : []),
    ...(page < pages - 1 ? [pageButton(page + 1, own.next)] : []),
    ...(request.list === 'goal' ? [button(pageList, listRequest(digest, 'goals'), own.back)] : []),
    ...(request.list === 'unit' ? [button(pageList, listRequest(digest, 'units'), own.backToUnits)] : []),
  ];
  const blocks: KnownBlock[] = [
    context(escapeText(about.join(' · '))),
    ...(shown.length === 0 ? [section(own.emptyList)] : shown.flatMap((item, index) => itemBlocks(item, from + index))),
    ...(ways.length === 0 ? [] : [actions(...ways)]),
  ];
  return form(listForm, {}, { title: listed.title, submit: null, close: own.close }, blocks);
}

/** Slack wants every action_id of a view once. */
export function itemBlocks({ text, ways }: Item, place: number): KnownBlock[] {
  const named = ways.map((way, index) => ({ ...way, action_id: `${way.action_id}#${place}-${index}` }));
  const [only, ...others] = named;
  if (only === undefined) return [section(text)];
  return others.length === 0 ? [section(text, only)] : [section(text), { type: 'actions', elements: named }];
}

const ITEMS = {
  items: 'all',
  'items-overdue': 'overdue',
  'items-running': 'running',
  'items-done': 'done',
} as const;

/** Every list that has something in it, a button each. */
function moreView(digest: Digest, phrases: Phrases): ModalView {
  const own = inLanguage(words, phrases.language);
  const lists = LISTS.filter((list) => list !== 'more' && list !== 'goal' && list !== 'unit').flatMap((list) => {
    const listed = listOf(digest, listRequest(digest, list), phrases);
    return listed.items.length === 0 ? [] : [button(pageList, listRequest(digest, list), listed.title)];
  });
  const about = `${phrases.about(digest)} · ${phrases.shared.asAt(phrases.moment(digest.at.moment, null))}`;
  return form(listForm, {}, { title: own.more, submit: null, close: own.close }, [
    context(escapeText(about)),
    ...(lists.length === 0 ? [section(own.emptyList)] : [actions(...lists)]),
  ]);
}

function listOf(digest: Digest, request: ListRequest, phrases: Phrases, acting?: Acting): Listed {
  const { shared, zh } = phrases;
  const own = inLanguage(words, phrases.language);
  const headed = (what: string, count: number) => `${what}${zh ? '' : ' '}${count}`;
  const plain = (texts: readonly string[]): readonly Item[] => texts.map((text) => ({ text, ways: [] }));
  const row = (text: string, project: RowProject): Item => {
    const { said, ways } = acting === undefined ? NOTHING : projectWays(acting, request, project, phrases);
    const card = button(projectIds.card, { id: project.id }, own.card);
    return { text: said === null ? text : `${text}\n${said}`, ways: [card, ...ways] };
  };
  switch (request.list) {
    case 'goals':
      return { title: shared.goals, about: '', items: digest.goals.map((goal) => goalEntry(goal, digest, phrases)) };
    case 'goal':
      return goalList(digest, request.goal ?? '', phrases);
    case 'events': {
      const count = eventCount(digest.events);
      return { title: headed(shared.events, count), about: '', items: plain(eventItems(digest, phrases)) };
    }
    case 'changes': {
      const items = digest.changed.flatMap((each) =>
        reportItems(each, digest, phrases).map(({ text, shown }) => ({
          text,
          ways: [
            button(projectIds.card, { id: each.project.id }, own.card),
            ...(shown === undefined ? [] : [button(progressIds.evidence, { cause: shown.cause }, own.evidence)]),
          ],
        })),
      );
      return { title: headed(shared.reports, digest.changes), about: '', items };
    }
    case 'obstacles':
      return {
        title: headed(shared.obstacles, digest.obstacles.length),
        about: rungCounts(digest, phrases),
        items: digest.obstacles.map((each) => ({
          text: obstacleItem(each, digest, phrases),
          ways: [button(obstacleIds.card, { id: each.id }, own.card), ...obstacleWays(acting, each.id)],
        })),
      };
    case 'slips': {
      const slips = digest.slips ?? [];
      return {
        title: headed(shared.slips, slips.length),
        about: '',
        items: slips.map((each) => ({
          text: slipItem(each, digest, phrases),
          ways: [button(slipIds.card, { id: each.id }, own.card)],
        })),
      };
    }
    case 'items':
    case 'items-overdue':
    case 'items-running':
    case 'items-done': {
      const of = ITEMS[request.list];
      const items = digest.items?.[of] ?? [];
      return {
        title: headed(shared.items[of], items.length),
        about: '',
        items: items.map((each) => ({
          text: actionItem(each, digest, phrases),
          ways: [button(reviewIds.card, { id: each.id }, own.card)],
        })),
      };
    }
    case 'factors': {
      const items = factorItems(digest, phrases).map(({ id, text }) => ({
        text,
        ways: [button(projectIds.card, { id }, own.card)],
      }));
      return { title: headed(shared.factors, items.length), about: '', items };
    }
    case 'promotion': {
      const reader = acting === undefined ? null : { personId: acting.ctx.person.id, seesDuty: acting.seesDuty };
      const { items, ...about } = promotionItems(digest, phrases, reader);
      return { ...about, items: plain(items) };
    }
    case 'units': {
      const items = digest.units.map((unit) => ({
        text: unitItem(unit, phrases),
        ways: [button(pageList, listRequest(digest, 'unit', unit.unit), shared.openList)],
      }));
      return { title: shared.units, about: '', items };
    }
    case 'unit': {
      const unit = digest.units.find(({ unit }) => unit === request.goal);
      return unit === undefined
        ? { title: shared.units, about: '', items: [] }
        : { title: phrases.name(unit.name) ?? '', about: '', items: plain(unitFactItems(unit, digest, phrases)) };
    }
    case 'unreported':
      return {
        title: headed(shared.unreported, digest.unreported.length),
        about: '',
        items: digest.unreported.map((each) => row(unreportedItem(each, phrases), each.project)),
      };
    default: {
      const list = request.list === 'more' ? 'red' : request.list;
      const title = headed(list === 'unlit' ? shared.unlit : shared.light(list), digest[list].length);
      const items = byAge(digest, list).map((each) => row(litItem(each, digest, phrases), each.project));
      return { title, about: '', items };
    }
  }
}

/** Red projects by how long they have been so, where that is known; else as the digest has them. */
function byAge({ redSince, ...digest }: Digest, list: 'red' | 'amber' | 'green' | 'unlit') {
  if (list !== 'red' || redSince === null) return digest[list];
  const since = (id: number): string => redSince.get(id) ?? '9999';
  return [...digest[list]].sort((one, other) => {
    const [first, second] = [since(one.project.id), since(other.project.id)];
    return first < second ? -1 : first > second ? 1 : one.project.code < other.project.code ? -1 : 1;
  });
}

function goalEntry(goal: Digest['goals'][number], digest: Digest, phrases: Phrases): Item {
  const own = inLanguage(words, phrases.language);
  const { counted, notCounted } = goal.state;
  const recorded = goal.goal.rule.by === 'recorded';
  const text = `*${goalItem(goal, phrases)}*\n${recorded ? own.recordedGoal : own.countedOf(counted.length, notCounted.length)}`;
  if (recorded) return { text, ways: [] };
  const request = listRequest(digest, 'goal', goal.goal.key);
  return { text, ways: [button(pageList, request, `${phrases.shared.openList}${counted.length}`)] };
}

/** Which projects count towards a goal and which do not, and why. */
function goalList(digest: Digest, key: string, phrases: Phrases): Listed {
  const { shared, language } = phrases;
  const found = digest.goals.find(({ goal }) => goal.key === key);
  if (found === undefined) return { title: shared.goals, about: '', items: [] };
  const { goal, state } = found;
  const line =
    (mark: string) =>
    (judged: Judged): Item => ({
      text: `${mark} *${escapeText(`${judged.code} ${clip(judged.name, 60)}`)}*\n${escapeText(becauseWords(judged.because, language, digest.program.year, digest.day))}`,
      ways: [],
    });
  return {
    title: goal.name[language],
    about: goalItem(found, phrases),
    items: [...state.counted.map(line('✓')), ...state.notCounted.map(line('✗')), ...state.left.map(line('–'))],
  };
}
