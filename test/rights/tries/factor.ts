import { localDay } from '../../../src/domain/day.js';
import type { Things } from '../../../src/domain/permission.js';
import type { Arriving, RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { noPlace, projectThing, secretWord, tryOf } from './things.js';

/** A pool of land with 120 mu; the secret is its name. */
async function opened({ store, program, people, now: at }: RightsCounty) {
  const secret = secretWord();
  const pool = await store.factors.openBatch(
    program.id,
    { factor: 'land', part: secret },
    { amount: 1_200_000, from: localDay('2020-06-01'), personId: people.coordinator.id, at, cause: secret },
  );
  return { secret, pool };
}

/** Land of a part is asked for the project, by its owner. */
const landAsked = (
  { store, program, project, people, now: at }: RightsCounty,
  part: string,
  amount: number,
  cause: string,
) =>
  store.factors.ask({
    factor: 'land',
    part,
    programId: program.id,
    projectId: project.id,
    amount,
    neededBy: null,
    divisible: false,
    source: null,
    obstacleId: null,
    askedById: people.owner.id,
    at,
    cause,
  });

/** One for which the project waits. */
async function made(county: RightsCounty) {
  const { secret, pool } = await opened(county);
  const id = await landAsked(county, secret, 320_000, secret);
  return { secret, pool, id: id ?? 0 };
}

const heldOf = new WeakMap<RightsCounty, Promise<{ readonly secret: string; readonly pool: number }>>();

/** One that has been given: its draws stay written, so that one pool is there for all who try. */
async function held(county: RightsCounty) {
  const { store, people, now: at } = county;
  const inPool = heldOf.get(county) ?? opened(county);
  heldOf.set(county, inPool);
  const { secret, pool: poolId } = await inPool;
  const cause = secretWord();
  const id = await landAsked(county, secret, 100, cause);
  const [batch] = (await store.factors.pool(poolId)).batches;
  if (id === null || batch === undefined) throw new Error('nothing to give');
  await store.factors.draw({ id, poolId, class: 'other' }, [{ batchId: batch.id, amount: 100, ahead: false }], {
    on: localDay('2020-06-01'),
    personId: people.coordinator.id,
    at,
    cause,
  });
  return { id };
}

async function landOf({ store, program }: RightsCounty): Promise<Things['see-factor']> {
  const units = await store.obstacles.units(program.id);
  return { programId: program.id, departmentId: units.find(({ key }) => key === 'natural-resources')?.id ?? null };
}

const draft = (county: RightsCounty) => ({
  factor: 'land',
  part: secretWord(),
  project: county.project.id,
  amount: 320_000,
  neededBy: null,
  divisible: false,
  source: null,
});

/** An overview holds so many pools: what one has tried is gone before the next one tries. */
const gone =
  ({ opened: { client } }: RightsCounty) =>
  async () => {
    await client.factorRequest.deleteMany({ where: { draws: { none: {} } } });
    await client.factorBatch.deleteMany({ where: { draws: { none: {} } } });
    await client.factorPool.deleteMany({ where: { requests: { none: {} }, batches: { none: {} } } });
  };

type Arrives = (pool: number) => { value: unknown } | { text: string };
/** A pool for which nobody waits is its department's and the plan's to see; once a project waits, whose project it is sees that. */
const sees = (arrives: Arrives): readonly Try[] => [
  tryOf('see-factor', async (county) => {
    const { secret, pool } = await opened(county);
    return {
      arriving: arrives(pool),
      thing: await landOf(county),
      secret,
      shows: true,
      filtered: true,
      after: gone(county),
    };
  }),
  tryOf('see-project', async (county) => {
    const { secret, pool } = await made(county);
    return {
      arriving: arrives(pool),
      thing: projectThing(county),
      secret,
      shows: true,
      filtered: true,
      after: gone(county),
    };
  }),
];
/** Search shows the pools of a factor that is called so. */
export const findsFactor: readonly Try[] = sees(() => ({ text: '土地' })).slice(0, 1);
const manages = (value: (made: { pool: number; id: number }, county: RightsCounty) => unknown): Try =>
  tryOf('manage-factor', async (county) => {
    const { secret: _, ...rest } = await made(county);
    return { arriving: { value: value(rest, county) }, thing: await landOf(county) };
  });
const gives = (arriving: (id: number) => Arriving, right: 'ask-factor' | 'manage-factor'): Try =>
  tryOf(right, async (county) => ({
    arriving: arriving((await held(county)).id),
    thing: right === 'ask-factor' ? projectThing(county) : await landOf(county),
  }));
const asks = (arriving: (county: RightsCounty) => { value: unknown } | { text: string }): Try =>
  tryOf('ask-factor', async (county) => ({
    arriving: arriving(county),
    thing: projectThing(county),
    after: gone(county),
  }));

export const factorTries: Readonly<Record<string, readonly Try[]>> = {
  '/factor': [
    asks(() => ({ text: 'P-001 土地 32亩 6月30日前' })),
    tryOf('manage-factor', async (county) => ({ arriving: { text: '土地 20亩' }, thing: await landOf(county) })),
    ...sees(() => ({ text: '' })),
  ],
  'factor.ask': [asks((county) => ({ value: draft(county) }))],
  'factor.open-ask': [asks((county) => ({ value: draft(county) }))],
  'factor.open': [
    manages((_, county) => ({ factor: 'land', part: '', amount: county.project.id, from: '2020-06-17' })),
  ],
  'factor.overview': sees(() => ({ value: {} })),
  'factor.list': sees((pool) => ({ value: { pool, offset: 0 } })),
  'factor.choose': [manages(({ pool }) => ({ pool, offset: 0 }))],
  'factor.what-if': [
    tryOf('see-factor', async (county) => {
      const { secret, pool } = await made(county);
      const thing = await landOf(county);
      return { arriving: { value: { pool } }, thing, secret, shows: true, after: gone(county) };
    }),
  ],
  'factor.picture': [
    tryOf('see-factor', async (county) => {
      const { secret, pool } = await made(county);
      const thing = await landOf(county);
      return { arriving: { value: { pool } }, thing, secret, shows: true, after: gone(county) };
    }),
  ],
  'factor.rule': sees((pool) => ({ value: { pool } })),
  'factor.project': [
    tryOf('see-project', async (county) => {
      const { secret } = await made(county);
      return {
        arriving: { value: { project: county.project.id } },
        thing: projectThing(county),
        secret,
        shows: true,
        filtered: true,
        after: gone(county),
      };
    }),
    // Whose project it is sees it, too: the try by `see-project` holds who sees none of it.
    tryOf('see-factor', async (county) => {
      await made(county);
      const value = { project: county.project.id };
      return { arriving: { value }, thing: await landOf(county), filtered: true, after: gone(county) };
    }),
  ],
  'factor.back-form': [
    gives((id) => ({ sent: { metadata: { place: noPlace, id }, fields: { amount: '0.01' } } }), 'ask-factor'),
  ],
  'factor.back': [gives((id) => ({ value: { id } }), 'ask-factor')],
  'factor.keep': [gives((id) => ({ value: { id } }), 'manage-factor')],
  'factor.recall': [gives((id) => ({ value: { id } }), 'manage-factor')],
  'factor.give': [manages(({ id }) => ({ id, waits: 320_000 }))],
  'factor.ask-form': [
    tryOf('ask-factor', async (county) => ({
      arriving: {
        sent: {
          metadata: { place: noPlace, known: draft(county) },
          fields: { amount: '32', neededBy: null, divisible: 'no' },
        },
      },
      thing: projectThing(county),
      after: gone(county),
    })),
  ],
};
