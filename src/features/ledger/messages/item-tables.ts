import type { LocalDay } from '../../../domain/day.js';
import { lessonStanding } from '../../../domain/lookback.js';
import type { Table, TableValue } from '../../../sheets/table.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { reviewName } from '../../review/door.js';
import type { Exported, Reader, SheetName } from '../model.js';
import type { Laid } from './laid.js';

/** How items and reviews stand, in their sheets. */
export const words = {
  itemStanding: {
    zh: { open: '在办', done: '办结', dropped: '不再办' },
    en: { open: 'open', done: 'done', dropped: 'dropped' },
  },
  lessonStanding: {
    zh: { item: '转交办', dropped: '不采纳', open: '待定' },
    en: { item: 'made an item', dropped: 'dropped', open: 'not decided' },
  },
  reviewStanding: {
    zh: { held: '已开', spared: '不开', merged: '合并', none: '未记' },
    en: { held: 'held', spared: 'not held', merged: 'merged', none: 'not settled' },
  },
} as const satisfies Phrases;

export type MakeTable = (
  name: SheetName,
  columns: readonly Laid[],
  rows: Table['rows'],
  frozenColumns: number,
) => Table;

/** What reviews decided, what became of each review, and what gates taught. */
export function itemTables(
  { items, reviews, lessons }: Exported,
  { program, language }: Reader,
  table: MakeTable,
  said: {
    readonly person: (id: number | null) => string;
    readonly project: (projectId: number) => readonly [string, string];
    readonly dayAt: (at: number) => LocalDay;
  },
): readonly Table[] {
  const say = inLanguage(words, language);
  const nowhere: readonly [string, string] = ['', ''];
  return [
    ...(items === null
      ? []
      : [
          table(
            'items',
            [
              ['number', 'count', 7],
              ['itemOwner', 'text', 12],
              ['task', 'paragraph', 40],
              ['code', 'text', 10],
              ['project', 'text', 28],
              ['milestone', 'text', 12],
              ['review', 'text', 16],
              ['meetingDay', 'day', 12],
              ['due', 'day', 12],
              ['firstDue', 'day', 12],
              ['carried', 'count', 9],
              ['standing', 'text', 10],
              ['endedOn', 'day', 12],
              ['note', 'paragraph', 30],
            ],
            items.map(({ state, ...item }): TableValue[] => [
              item.number,
              said.person(item.ownerId),
              item.text,
              ...(item.projectId === null ? nowhere : said.project(item.projectId)),
              item.milestone ?? '',
              item.review === null ? '' : reviewName(program, item.review, language),
              item.reviewDay ?? said.dayAt(item.createdAt),
              state.due,
              state.firstDue,
              state.carried,
              say.itemStanding[state.standing],
              state.endedOn,
              state.dropReason ?? state.carriedReason ?? '',
            ]),
            2,
          ),
        ]),
    ...(reviews === null
      ? []
      : [
          table(
            'reviews',
            [
              ['meetingDay', 'day', 12],
              ['review', 'text', 24],
              ['standing', 'text', 12],
              ['actor', 'text', 12],
              ['endedOn', 'day', 12],
            ],
            reviews.map((slot): TableValue[] => [
              slot.day,
              reviewName(program, slot.review, language),
              say.reviewStanding[slot.outcome ?? 'none'],
              said.person(slot.decidedById),
              slot.decidedAt === null ? null : said.dayAt(slot.decidedAt),
            ]),
            2,
          ),
        ]),
    ...(lessons === null
      ? []
      : [
          table(
            'lessons',
            [
              ['gate', 'day', 12],
              ['ordinal', 'count', 7],
              ['lesson', 'paragraph', 40],
              ['standing', 'text', 12],
              ['item', 'count', 9],
              ['notedBy', 'text', 12],
              ['notedOn', 'day', 12],
              ['endedOn', 'day', 12],
            ],
            lessons.map((lesson): TableValue[] => [
              lesson.gate,
              lesson.place,
              lesson.text,
              say.lessonStanding[lessonStanding(lesson)],
              lesson.item?.number ?? null,
              said.person(lesson.createdById),
              said.dayAt(lesson.createdAt),
              lesson.droppedAt === null ? null : said.dayAt(lesson.droppedAt),
            ]),
            2,
          ),
        ]),
  ];
}
