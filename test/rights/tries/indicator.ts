import { localDay } from '../../../src/domain/day.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { noPlace, secretWord, tryOf } from './things.js';

/** A spreadsheet of May with an indicator of a name of its own. */
async function taken({ program, store, people, now }: RightsCounty): Promise<{ id: number; secret: string }> {
  const secret = secretWord();
  const month = localDay('2020-05-01');
  const { id } = await store.transaction((tx) =>
    tx.indicatorSheets.keep({
      programId: program.id,
      month,
      indicators: [{ name: secret, unit: '亿元', values: [{ month, value: '12.3' }], overYear: null }],
      fileName: '指标.xlsx',
      takenById: people.coordinator.id,
      at: now,
      cause: secret,
    }),
  );
  return { id, secret };
}

const sees = (arriving: (id: number) => { value: unknown } | { text: string }): Try =>
  tryOf('see-goals', async (county) => {
    const { id, secret } = await taken(county);
    const thing = { programId: county.program.id };
    return {
      arriving: arriving(id),
      thing,
      secret,
      shows: true,
      after: () => county.opened.client.indicatorSheet.deleteMany(),
    };
  });

export const seesIndicators: Try = sees(() => ({ text: '指标' }));

export const indicatorTries: Readonly<Record<string, readonly Try[]>> = {
  'indicator.see': [sees((sheet) => ({ value: { sheet } }))],
  'indicator.open-take': [
    tryOf('lead-review', async ({ program }) => ({ arriving: { value: {} }, thing: { programId: program.id } })),
  ],
  'indicator.take': [
    tryOf('lead-review', async (county) => {
      const id = 'F-INDICATORS';
      const bytes = new TextEncoder().encode(`指标,单位,5月\n${secretWord()},亿元,12.3\n`);
      county.files.set(id, { name: '指标.csv', bytes });
      return {
        arriving: { sent: { metadata: { place: noPlace }, fields: { file: [id] } } },
        thing: { programId: county.program.id },
        after: () => county.opened.client.indicatorSheet.deleteMany(),
      };
    }),
  ],
};
