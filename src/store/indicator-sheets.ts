import { z } from 'zod';
import type { Instant } from '../domain/day.js';
import { isLocalDay, type LocalDay } from '../domain/day.js';
import type { IndicatorSheet } from '../domain/indicators.js';
import type { Database } from './database.js';

const day = z.custom<LocalDay>((value) => typeof value === 'string' && isLocalDay(value));
const stored = z.array(
  z.object({
    name: z.string(),
    unit: z.string(),
    values: z.array(z.object({ month: day, value: z.string() })),
    overYear: z.string().nullable(),
  }),
);

/** A month's spreadsheet as it was taken; `id` in the order in which they were. */
export type KeptIndicators = IndicatorSheet & {
  readonly id: number;
  readonly fileName: string;
  readonly takenById: number;
  readonly takenAt: Instant;
};

export type NewIndicators = Omit<KeptIndicators, 'id' | 'takenAt'> & {
  readonly programId: number;
  readonly at: Instant;
  readonly cause: string;
};

type Row = Awaited<ReturnType<Database['indicatorSheet']['findFirstOrThrow']>>;

const sheetOf = ({ id, month, indicators, fileName, takenById, takenAt }: Row): KeptIndicators => ({
  id,
  month: day.parse(month),
  indicators: stored.parse(indicators),
  fileName,
  takenById,
  takenAt: takenAt.getTime(),
});

export function indicatorSheetsIn(database: Database) {
  const { indicatorSheet } = database;
  const first = async (where: object): Promise<KeptIndicators | null> => {
    const row = await indicatorSheet.findFirst({ where, orderBy: { id: 'desc' } });
    return row && sheetOf(row);
  };

  return {
    /** Until the transaction ends no other is taken. */
    async lock(programId: number): Promise<void> {
      await database.$queryRaw`SELECT id FROM program WHERE id = ${programId} FOR UPDATE`;
    },

    /** Keeps one; none is ever changed. */
    async keep({ at, programId, cause, ...sheet }: NewIndicators): Promise<KeptIndicators> {
      const { indicators, ...rest } = sheet;
      const row = await indicatorSheet.create({
        data: {
          ...rest,
          programId,
          cause,
          takenAt: new Date(at),
          indicators: indicators.map((each) => ({ ...each })) as object[],
        },
      });
      return sheetOf(row);
    },

    byId: (programId: number, id: number) => first({ programId, id }),
    byCause: (programId: number, cause: string) => first({ programId, cause }),
    /** The last that was taken. */
    newest: (programId: number) => first({ programId }),
    /** The one taken before it. */
    before: (programId: number, id: number) => first({ programId, id: { lt: id } }),
  };
}
