import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });
const list = (county: RightsCounty) => ({
  goal: 'start-rate',
  day: '2020-06-17',
  moment: county.now,
  knownAt: county.now,
  page: 0,
});

export const goalsTries: Readonly<Record<string, readonly Try[]>> = {
  '/goals': [
    tryOf('see-goals', async (county) => ({ arriving: { text: '' }, thing: ofProgram(county), filtered: true })),
    tryOf('record-goal', async (county) => ({ arriving: { text: '到位资金 12.3亿' }, thing: ofProgram(county) })),
  ],
  'goals.open': [
    tryOf('see-goals', async (county) => ({
      arriving: { value: list(county) },
      thing: ofProgram(county),
      filtered: true,
    })),
  ],
  'goals.turn': [
    tryOf('see-goals', async (county) => ({
      arriving: { value: list(county) },
      thing: ofProgram(county),
      filtered: true,
    })),
  ],
  'goals.record': [
    tryOf('record-goal', async (county) => ({
      arriving: { value: { goal: 'funds-in-place', value: 9_990_000, on: '2020-06-17', asked: 'asked:1' } },
      thing: ofProgram(county),
    })),
  ],
  'goals.undo': [
    tryOf('record-goal', async (county) => {
      const goal = await county.opened.client.goal.findFirstOrThrow({
        where: { programId: county.program.id, key: 'funds-in-place' },
      });
      const { id } = await county.opened.client.goalRecord.create({
        data: {
          programId: county.program.id,
          goalId: goal.id,
          personId: county.people.coordinator.id,
          value: 1,
          onDay: '2020-06-16',
          recordedAt: new Date(county.now - 60_000),
          cause: `goal:${goal.id}:${Math.floor(performance.now() * 1000)}`,
        },
      });
      return { arriving: { value: { id } }, thing: ofProgram(county) };
    }),
  ],
};
