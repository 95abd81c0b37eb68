import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { noPlace, tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });
let years = 2021;

/** Last year's, that nobody runs; made anew for each who tries. */
async function lastYears(county: RightsCounty, archived = false): Promise<number> {
  years += 1;
  const { workspaceId, timeZone, policy } = county.program;
  const { id } = await county.opened.client.program.create({
    data: {
      workspaceId,
      key: `old-${years}`,
      name: { zh: '旧年度', en: 'Old' },
      year: 2019,
      timeZone,
      fromDay: '2019-01-01',
      toDay: '2019-12-31',
      policy: policy as object,
      current: false,
      loadedAt: new Date(county.now),
      archivedAt: archived ? new Date(county.now) : null,
    },
  });
  return id;
}

const back = (county: RightsCounty) => async () => {
  await county.store.programs.switchTo(county.program.workspaceId, county.program.id);
};

const pressed = (archived = false): readonly Try[] => [
  tryOf('manage-programs', async (county) => ({
    arriving: { value: { id: await lastYears(county, archived) } },
    thing: ofProgram(county),
    after: back(county),
  })),
];

export const programTries: Readonly<Record<string, readonly Try[]>> = {
  '/program': [
    tryOf('manage-programs', async (county) => ({ arriving: { text: '' }, thing: ofProgram(county) })),
    tryOf('manage-programs', async (county) => ({ arriving: { text: 'new' }, thing: ofProgram(county) })),
  ],
  'program.open': [tryOf('manage-programs', async (county) => ({ arriving: { value: {} }, thing: ofProgram(county) }))],
  'program.switch': pressed(),
  'program.archive': pressed(),
  'program.restore': pressed(true),
  'program.form': [
    tryOf('manage-programs', async (county) => {
      years += 1;
      return {
        arriving: { sent: { metadata: { place: noPlace }, fields: { year: String(years), name: null, file: null } } },
        thing: ofProgram(county),
      };
    }),
  ],
};
