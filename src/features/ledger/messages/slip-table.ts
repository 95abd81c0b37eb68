import type { LocalDay } from '../../../domain/day.js';
import type { Table, TableValue } from '../../../sheets/table.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Exported, Reader } from '../model.js';
import type { MakeTable } from './item-tables.js';

/** How slips stand, in their sheet. */
export const words = {
  colour: {
    zh: { blue: '蓝', yellow: '黄', red: '红' },
    en: { blue: 'blue', yellow: 'yellow', red: 'red' },
  },
  standing: {
    zh: { waiting: '待发', open: '在办', answered: '待审', closed: '办结', void: '作废' },
    en: { waiting: 'waiting', open: 'open', answered: 'answered', closed: 'closed', void: 'void' },
  },
} as const satisfies Phrases;

/** Every supervision slip, by its number. */
export function slipTables(
  { slips }: Exported,
  { language }: Reader,
  table: MakeTable,
  said: {
    readonly project: (projectId: number) => readonly [string, string];
    readonly dayAt: (at: number) => LocalDay;
  },
): readonly Table[] {
  if (slips === null) return [];
  const say = inLanguage(words, language);
  return [
    table(
      'slips',
      [
        ['number', 'count', 7],
        ['unit', 'text', 16],
        ['code', 'text', 10],
        ['project', 'text', 28],
        ['milestone', 'text', 12],
        ['task', 'paragraph', 40],
        ['colour', 'text', 8],
        ['standing', 'text', 10],
        ['issuedOn', 'day', 12],
        ['signedOn', 'day', 12],
        ['due', 'day', 12],
        ['endedOn', 'day', 12],
        ['note', 'paragraph', 30],
      ],
      slips.map(({ state, ...slip }): TableValue[] => [
        slip.number,
        slip.unitName[language],
        ...(slip.projectId === null ? (['', ''] as const) : said.project(slip.projectId)),
        slip.milestone ?? '',
        slip.text,
        say.colour[state.colour],
        say.standing[state.standing],
        said.dayAt(slip.issuedAt),
        state.signedOn,
        state.dueDay,
        state.endedOn,
        state.voidReason ?? state.answer ?? '',
      ]),
      1,
    ),
  ];
}
