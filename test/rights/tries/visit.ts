import { localDay } from '../../../src/domain/day.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { noPlace, secretWord, tryOf } from './things.js';

/** A visit to the firm of the project, in the week of 15 June. */
async function planned({ program, store, project, opened }: RightsCounty): Promise<number> {
  const slot = { review: 'firm-visit', period: localDay('2020-06-15'), day: localDay('2020-06-16') };
  const { id } = await store.transaction((tx) => tx.reviewSlots.take(program.id, slot));
  await opened.client.reviewSlot.update({ where: { id }, data: { projectId: project.id, day: slot.day } });
  return id;
}

const visits = (
  arriving: (slot: number, secret: string) => { value: unknown } | { sent: { metadata: unknown; fields: object } },
): Try =>
  tryOf('visit-firm', async (county) => {
    const slot = await planned(county);
    const { program, project } = county;
    return {
      arriving: arriving(slot, secretWord()) as never,
      thing: { programId: program.id, sponsorId: project.sponsorId },
    };
  });

export const visitTries: Readonly<Record<string, readonly Try[]>> = {
  'visit.sheet': [visits((slot) => ({ value: { slot } }))],
  'visit.open-move': [visits((slot) => ({ value: { slot } }))],
  'visit.move': [visits((slot) => ({ sent: { metadata: { place: noPlace, slot }, fields: { to: '2020-06-19' } } }))],
  'visit.open-tell': [visits((slot) => ({ value: { slot } }))],
  'visit.tell': [visits((slot) => ({ sent: { metadata: { place: noPlace, slot }, fields: { text: '缺流动资金' } } }))],
  'visit.keep': [visits((slot, secret) => ({ value: { slot, needs: [`${secret}缺流动资金`] } }))],
  'visit.dismiss': [visits((slot) => ({ value: { slot } }))],
};
