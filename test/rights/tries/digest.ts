import { localDay } from '../../../src/domain/day.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { forMembers, projectThing, tryOf } from './things.js';

const wholePlan = (county: RightsCounty) =>
  ({ programId: county.program.id, of: 'plan', unitId: null, sponsorId: null }) as const;
const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });

const listOf = (county: RightsCounty, scope: object) => ({
  scope,
  day: '2020-06-17',
  moment: county.now,
  knownAt: county.now,
  cadence: 'daily',
  after: null,
  list: 'red',
  goal: null,
  page: 0,
});

/** A list of the whole plan, and one of the zone: behind one button both. */
const lists: readonly Try[] = [
  tryOf(
    'see-digest',
    async (county) => ({ arriving: { value: listOf(county, { of: 'plan' }) }, thing: wholePlan(county) }),
    'the whole plan',
  ),
  tryOf(
    'see-digest',
    async (county) => ({
      arriving: { value: listOf(county, { of: 'unit', key: 'economic-zone' }) },
      thing: { programId: county.program.id, of: 'unit', unitId: county.project.unitId, sponsorId: null },
    }),
    'the zone',
  ),
];

async function subscription(county: RightsCounty): Promise<number> {
  const { id } = await county.opened.client.subscription.create({
    data: {
      programId: county.program.id,
      channelId: 'C1',
      cadence: 'daily',
      scopeOf: 'plan',
      scopeKey: '',
      language: 'zh',
      sinceAt: new Date(county.now),
    },
  });
  return id;
}
const clear = (county: RightsCounty) => () => county.opened.client.subscription.deleteMany();

export const digestTries: Readonly<Record<string, readonly Try[]>> = {
  'digest.nudge': [
    tryOf('nudge', async (county) => ({
      arriving: {
        value: { request: listOf(county, { of: 'unit', key: 'economic-zone' }), project: county.project.id },
      },
      thing: projectThing(county),
    })),
  ],
  '/digest': [
    tryOf(
      'see-digest',
      async (county) => ({
        arriving: { text: localDay('2020-06-16') },
        thing: wholePlan(county),
        filtered: true,
        secret: '全县',
      }),
      'narrowed to what the asker may see',
    ),
    tryOf('subscribe-channel', async (county) => ({
      arriving: { text: 'subscribe' },
      thing: ofProgram(county),
      after: clear(county),
    })),
  ],
  'digest.open': lists,
  'digest.turn': lists,
  'digest.mine': [
    forMembers(async (county) => ({
      arriving: { value: { scope: { of: 'plan' } } },
      thing: wholePlan(county),
      filtered: true,
    })),
  ],
  'digest.refresh': [
    forMembers(async (county) => ({
      arriving: { value: { scope: { of: 'plan' } } },
      thing: wholePlan(county),
      filtered: true,
    })),
  ],
  'digest.unsubscribe': [
    tryOf('subscribe-channel', async (county) => ({
      arriving: { value: { id: await subscription(county) } },
      thing: ofProgram(county),
      after: clear(county),
    })),
  ],
  'digest.resubscribe': [
    tryOf('subscribe-channel', async (county) => ({
      arriving: { value: { subscriptions: [{ scope: { of: 'plan' }, language: 'zh', cadence: 'daily' }] } },
      thing: ofProgram(county),
      after: clear(county),
    })),
  ],
};
