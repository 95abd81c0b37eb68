import type { KnownBlock } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { momentWords, STANDING_LABELS, workdaysWords } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { may } from '../../../domain/permission.js';
import { MATTERS, RUNGS } from '../../../domain/plan.js';
import { workdaysBetween } from '../../../domain/workday.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, option, section } from '../../../slack/blocks.js';
import type { ListedObstacle } from '../../../store/obstacles.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids, type ListFilter } from '../ids.js';
import type { Listing } from '../model.js';
import { details } from './buttons.js';
import { caseWords } from './parts.js';
import { obstacleVerbs } from './row-buttons.js';

export const words = {
  ...caseWords,
  urgent: { zh: '加急', en: 'urgent' },
  listTitle: {
    zh: (name: string, total: number) => `卡点 · ${name} · ${total}个`,
    en: (name: string, total: number) => `Obstacles · ${name} · ${total}`,
  },
  listEmpty: { zh: (name: string) => `卡点 · ${name}：没有。`, en: (name: string) => `Obstacles · ${name}: none.` },
  listHint: {
    zh: '例：/obstacle 列表 等我、/obstacle 列表 超期；看一个：/obstacle 12',
    en: 'Such as: /obstacle list waiting, /obstacle list overdue; one of them: /obstacle 12',
  },
  lessonsHint: { zh: '经验：/obstacle 经验', en: 'lessons: /obstacle lessons' },
  filterLabel: { zh: '换个筛选', en: 'Filter' },
  overdue: { zh: '超期', en: 'overdue' },
  waited: { zh: (days: string) => `已等 ${days}`, en: (days: string) => `waiting for ${days}` },
  unconfirmed: { zh: '还没有确认，不计灯', en: 'unconfirmed, no light yet' },
  justFlagged: { zh: '刚提出', en: 'just flagged' },
  next: { zh: '下一页', en: 'Next page' },
  back: { zh: '上一页', en: 'Previous page' },
  urgentShares: { zh: (parts: string) => `加急占比：${parts}`, en: (parts: string) => `Share of urgent: ${parts}` },
  all: { zh: '全部', en: 'all' },
  mine: { zh: '我的', en: 'mine' },
  waiting: { zh: '等我办', en: 'waiting on me' },
  unit: { zh: '本单位', en: 'my unit' },
} as const satisfies Phrases;

/** Rows of a list that fit one message. */
export const PAGE = 10;

/** The filters that a list offers, in the order in which people look for them. */
const FILTERS: readonly ListFilter[] = [
  { of: 'waiting' },
  { of: 'mine' },
  { of: 'unit' },
  { of: 'overdue' },
  { of: 'all' },
  ...RUNGS.map((rung): ListFilter => ({ of: 'rung', rung })),
  ...MATTERS.map((matter): ListFilter => ({ of: 'matter', matter })),
];

export function filterWords(filter: ListFilter, language: Language): string {
  const say = inLanguage(words, language);
  switch (filter.of) {
    case 'matter':
      return MATTER_LABELS[filter.matter][language];
    case 'rung':
      return RUNG_LABELS[filter.rung][language];
    default:
      return say[filter.of];
  }
}

/** The open cases that somebody may see, a page of them, each with the button to its card. */
export function listMessage(ctx: Ctx, listing: Listing): Message {
  const say = inLanguage(words, ctx.language);
  const { filter, total, rows, offset } = listing;
  const name = filterWords(filter, ctx.language);
  const title = total === 0 ? say.listEmpty(name) : say.listTitle(name, total);
  const pages = [
    ...(offset > 0 ? [button(ids.list, { filter, offset: Math.max(0, offset - PAGE) }, say.back)] : []),
    ...(offset + rows.length < total ? [button(ids.list, { filter, offset: offset + PAGE }, say.next)] : []),
  ];
  const shares = sharesWords(ctx, listing);
  const zh = ctx.language === 'zh';
  const blocks: KnownBlock[] = [
    header(title),
    ...rows.flatMap((row) => rowBlocks(ctx, listing, row)),
    ...(shares === null ? [] : [context(shares)]),
    ...(pages.length > 0 ? [actions(...pages)] : []),
    filterMenu(ctx.language, say.filterLabel),
    context(seesPlan(ctx) ? `${say.listHint}${zh ? '；' : '; '}${say.lessonsHint}` : say.listHint),
  ];
  return { text: title, blocks };
}

/** Lessons are for who sees the whole plan. */
const seesPlan = ({ person, program }: Ctx): boolean =>
  may(person, 'see-digest', { programId: program.id, of: 'plan', unitId: null, sponsorId: null }).allowed;

/** A case with what its reader may do; one whose project they may not see is only opened. */
function rowBlocks(ctx: Ctx, listing: Listing, row: ListedObstacle): KnownBlock[] {
  const card = details({ obstacle: row }, ctx.language);
  const verbs = row.projectName === '' ? [] : obstacleVerbs(ctx, row);
  const text = rowWords(ctx, listing, row);
  if (verbs.length === 0) return [section(text, card)];
  const named = [card, ...verbs].map((each) => ({ ...each, action_id: `${each.action_id}#${row.id}` }));
  return [section(text), actions(...named)];
}

function rowWords(ctx: Ctx, { people, units }: Listing, row: ListedObstacle): string {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const close = (moment: string) => (language === 'zh' ? moment.replaceAll(' ', '') : moment);
  const unit = row.rung === 'unit' ? row.unitId : row.rung === 'department' ? row.departmentId : null;
  const holder = row.holderId === null ? undefined : people.get(row.holderId);
  const who =
    unit === null ? holder && (language === 'zh' ? holder.name : holder.nameEn) : units.get(unit)?.name[language];
  const waited = workdaysBetween(dayAt(row.recordedAt, program.timeZone), ctx.today, ctx.calendar);
  const facts = [
    `${RUNG_LABELS[row.rung][language]}${who ? (language === 'zh' ? `（${escapeText(who)}）` : ` (${escapeText(who)})`) : ''}`,
    STANDING_LABELS[row.standing][language],
    row.standing === 'resolved'
      ? ''
      : say.until(close(momentWords(row.deadline, program.timeZone, language, program.year)), ''),
    waited === 0 ? say.justFlagged : say.waited(workdaysWords(waited, language)),
    row.confirmation === null ? '' : say.unconfirmed,
    row.overdue && row.standing !== 'resolved' ? `*${say.overdue}*` : '',
    row.returns > 0 ? say.returns(row.returns) : '',
  ];
  const kind = `${KIND_LABELS[row.kind][language]} · ${MATTER_LABELS[row.matter][language]}${row.urgent ? ` · *${say.urgent}*` : ''}`;
  return [
    `*${say.number(row.number)}* · ${row.code} ${escapeText(clip(row.projectName, 30))} · ${kind}`,
    escapeText(clip(row.text.replaceAll('\n', ' '), 90)),
    facts.filter(Boolean).join(' · '),
  ].join('\n');
}

/** Who flags how much as urgent, the highest shares first: shown to who sees the plan, never punished. */
function sharesWords({ language }: Ctx, { urgent, units }: Listing): string | null {
  const say = inLanguage(words, language);
  const shares = urgent
    .filter((each) => each.urgent > 0)
    .sort((one, other) => other.urgent / other.total - one.urgent / one.total)
    .slice(0, 5)
    .map((each) => `${escapeText(units.get(each.unitId)?.name[language] ?? '')} ${each.urgent}/${each.total}`);
  return shares.length === 0 ? null : say.urgentShares(shares.join(language === 'zh' ? '、' : ', '));
}

const filterMenu = (language: Language, placeholder: string): KnownBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'static_select',
      action_id: ids.filter.id,
      placeholder: { type: 'plain_text', text: placeholder },
      options: FILTERS.map((filter) => option(filterWords(filter, language), JSON.stringify(filter))),
    },
  ],
});
