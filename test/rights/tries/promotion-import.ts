import { localDay } from '../../../src/domain/day.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { end, running } from './promotion-running.js';
import { noPlace, secretWord, tryOf } from './things.js';

export const opensImport = (arriving: () => { value: unknown } | { text: string }): Try =>
  tryOf('import-promotion', async (county) => ({ arriving: arriving(), thing: await running(county) }));

/** A spreadsheet with one activity and a row that is not understood, recorded or not. */
async function anImport(county: RightsCounty, standing: 'previewed' | 'confirmed') {
  const thing = await running(county);
  const { program, people, store, now } = county;
  const place = secretWord();
  const leader = people.sponsor;
  const row = { sheet: '活动', row: 2 };
  const activity = { joined: [], on: localDay('2020-06-16'), place, field: null, firms: null, text: '' };
  const kept = await store.transaction(async (tx) => {
    const made = await tx.promotionImports.keep({
      programId: program.id,
      personId: people.coordinator.id,
      fileName: '活动.csv',
      rows: {
        activities: [{ ...row, ...activity, leader: leader.name }],
        leads: [],
        funds: [],
        faults: [{ sheet: '活动', row: 3, why: 'leader-unknown', text: place }],
        skipped: 0,
      },
      planned: JSON.stringify([[['活动', 2, leader.id]], [], []]),
      at: now,
      cause: place,
    });
    if (standing === 'confirmed') {
      const { joined: joinedIds, ...rest } = activity;
      const by = { programId: program.id, leaderId: leader.id, recordedById: people.coordinator.id };
      await tx.promotion.keep({ ...rest, ...by, joinedIds, at: now, importId: made.id, cause: `${place}:2` });
      await tx.promotionImports.decide(made.id, 'confirmed', now);
    }
    return made;
  });
  return { id: kept.id, secret: place, thing, after: end(county) };
}

const pressed = (standing: 'previewed' | 'confirmed', more: object = {}): readonly Try[] => [
  tryOf('import-promotion', async (county) => {
    const { id, thing, after } = await anImport(county, standing);
    return { arriving: { value: { import: id, ...more } }, thing, after };
  }),
];

export const promotionImportTries: Readonly<Record<string, readonly Try[]>> = {
  'promotion-import.open': [opensImport(() => ({ value: {} }))],
  'promotion-import.send': [
    tryOf('import-promotion', async (county) => {
      const thing = await running(county);
      const id = 'F-PROMOTION';
      const bytes = new TextEncoder().encode(
        `日期,带队领导,地点\n6月16日,${county.people.sponsor.name},${secretWord()}\n`,
      );
      county.files.set(id, { name: '活动.csv', bytes });
      return {
        arriving: { sent: { metadata: { place: noPlace }, fields: { file: [id] } } },
        thing,
        after: end(county),
      };
    }),
  ],
  'promotion-import.confirm': pressed('previewed'),
  'promotion-import.undo': pressed('confirmed'),
  'promotion-import.faults': [
    tryOf('import-promotion', async (county) => {
      const { id, secret, thing, after } = await anImport(county, 'previewed');
      return { arriving: { value: { import: id, offset: 0 } }, thing, secret, shows: true, after };
    }),
  ],
};
