import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { forMembers, noPlace, tryOf } from './things.js';

/** The leave of the project's owner: theirs to enter and to end, and the coordinator's. */
const ownersLeave = (county: RightsCounty) => ({
  programId: county.program.id,
  personId: county.people.owner.id,
  unitIds: [county.project.unitId],
});
const clear = (county: RightsCounty) => () => county.opened.client.delegation.deleteMany();

async function entered(county: RightsCounty): Promise<number> {
  const { id } = await county.opened.client.delegation.create({
    data: {
      programId: county.program.id,
      personId: county.people.owner.id,
      delegateId: county.people.elsewhere.id,
      fromDay: '2020-06-22',
      toDay: '2020-06-23',
    },
  });
  return id;
}

export const dayoffTries: Readonly<Record<string, readonly Try[]>> = {
  '/dayoff': [
    tryOf('enter-leave', async (county) => ({
      arriving: { text: '何志远6月22日至23日 代理 张德胜' },
      thing: ownersLeave(county),
      after: clear(county),
    })),
  ],
  'dayoff.open': [forMembers(async () => ({ arriving: { value: { from: '2020-06-22', to: null } }, thing: null }))],
  'dayoff.end': [
    tryOf('enter-leave', async (county) => ({
      arriving: { value: { id: await entered(county) } },
      thing: ownersLeave(county),
      filtered: false,
      after: clear(county),
    })),
  ],
  'dayoff.form': [
    tryOf('enter-leave', async (county) => {
      return {
        arriving: {
          sent: {
            metadata: { place: noPlace },
            fields: { from: '2020-06-22', to: '2020-06-23', person: county.people.owner.slackUserId, delegate: null },
          },
        },
        thing: ownersLeave(county),
        after: clear(county),
      };
    }),
  ],
};
