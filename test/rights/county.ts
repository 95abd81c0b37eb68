import type { Person, Program } from '../../src/domain/program.js';
import type { Ctx, Feature, Outcome, SaidMessage, SentView } from '../../src/feature.js';
import { features } from '../../src/features/index.js';
import { county, dongE, openWorld, type World } from '../features/digest/world.js';

/** The moment at which everything is tried: a working day, in the morning. */
const NOW = ['2020-06-17', '10:00'] as const;

/**
 * Two counties on one store. In the first, everybody who stands in some relation to project P-001 of the development zone;
 * from the second, one who coordinates there and is nobody here.
 */
export async function openRightsCounty() {
  const plan = await dongE();
  const turns: Readonly<Record<string, object>> = {
    'firm-visit': { turn: 'firms', category: 'backbone' },
    'town-office': { turn: 'towns' },
  };
  const reviews = plan.mechanisms.reviews.map((review) => ({ ...review, day: 2, at: '09:00', ...turns[review.key] }));
  const world = await openWorld({ ...plan, mechanisms: { ...plan.mechanisms, reviews } });
  const neighbour = await county(world.opened, { ...(await dongE()), key: 'next-door' }, 'T2');
  const project = await world.opened.client.project.findFirstOrThrow({
    where: { programId: world.program.id, code: 'P-001' },
    include: { milestones: { orderBy: { ordinal: 'asc' } }, unit: true },
  });
  // Everybody has an account, so that they are asked and written to.
  await world.opened.client.$executeRaw`UPDATE person SET "slackUserId" = 'U' || upper(key) WHERE "workspaceId" = 'T1'`;
  const owner = await world.person('hezhiyuan');
  const elsewhere = await world.person('zhangdesheng');
  const people = {
    owner,
    delegate: { ...elsewhere, standsInFor: [owner.id] },
    colleague: await world.person('renshouxin'),
    elsewhere,
    head: await world.person('fenglizhi'),
    'head elsewhere': await world.person('duyuhua'),
    sponsor: await world.person('qiuzhen'),
    commander: await world.anyone('commander'),
    coordinator: await world.anyone('coordinator'),
    viewer: { ...(await world.anyone('coordinator')), id: 999_999, roles: [{ role: 'viewer', unitId: null }] },
    'of another county': await neighbour.anyone('coordinator'),
  } as const satisfies Readonly<Record<string, Person>>;
  const at = world.at(...NOW);

  const programOf = (person: Person): Program =>
    person.programId === world.program.id ? world.program : neighbour.program;

  let tried = 0;
  /** What a person has with them when they press or type something, in the channel of the project's unit. */
  function ctxOf(person: Person): Ctx {
    tried += 1;
    return { ...world.ctx(person, at), program: programOf(person), cause: `try:${tried}` };
  }

  return { ...world, at: world.at, now: at, project, people, ctxOf, neighbour };
}

export type RightsCounty = Awaited<ReturnType<typeof openRightsCounty>>;
export type PersonaName = keyof RightsCounty['people'];

/** What arrives at an entry of a contents page. */
export type Arriving =
  | { readonly text: string }
  | { readonly value: unknown; readonly chosen?: string }
  | { readonly sent: SentView }
  | { readonly said: Partial<SaidMessage> };

/** The entries of all contents pages that a person can reach, by the name that their arrivals carry. */
export function contents(): ReadonlyMap<
  string,
  { readonly rights: readonly string[]; readonly run: (ctx: Ctx, arriving: Arriving) => Promise<Outcome> }
> {
  return new Map(features.flatMap((feature) => entriesOf(feature)));
}

type Entry = readonly [
  string,
  { readonly rights: readonly string[]; readonly run: (ctx: Ctx, arriving: Arriving) => Promise<Outcome> },
];

function entriesOf(feature: Feature): readonly Entry[] {
  const wrong = (name: string): never => {
    throw new Error(`the try of ${name} brings what does not arrive there`);
  };
  const { commands = [], actions = [], views = [], shortcuts = [], suggestions = [] } = feature;
  return [
    ...commands.map(
      ({ name, rights = [], run }): Entry => [
        name,
        { rights, run: (ctx, arriving) => ('text' in arriving ? run(ctx, arriving.text) : wrong(name)) },
      ],
    ),
    ...actions.map(
      ({ id, rights = [], run }): Entry => [
        id,
        {
          rights,
          run: (ctx, arriving) =>
            'value' in arriving
              ? run(ctx, { value: arriving.value, chosen: arriving.chosen ?? null, view: null })
              : wrong(id),
        },
      ],
    ),
    ...views.map(
      ({ id, rights = [], run }): Entry => [
        id,
        { rights, run: (ctx, arriving) => ('sent' in arriving ? run(ctx, arriving.sent) : wrong(id)) },
      ],
    ),
    ...shortcuts.map(
      ({ id, rights = [], run }): Entry => [
        id,
        { rights, run: (ctx, arriving) => ('said' in arriving ? run(ctx, said(arriving.said)) : wrong(id)) },
      ],
    ),
    // A menu has one name for what it offers and for what is chosen of it.
    ...suggestions.map(
      ({ id, rights = [], run }): Entry => [
        `${id}?`,
        { rights, run: (ctx, arriving) => ('text' in arriving ? run(ctx, arriving.text) : wrong(id)) },
      ],
    ),
  ];
}

const said = (given: Partial<SaidMessage>): SaidMessage => ({
  text: '',
  where: 'shortcut',
  threadOf: null,
  files: [],
  ts: '1.000001',
  ...given,
});

/** Where the log of writes stood, and what was kept then: while nothing at all is written, nothing has changed. */
let seen = { written: '', print: '' };

/** Everything that is kept of the first county, as one word: the same before and after means that nothing was changed. */
export async function fingerprint(world: World, asked: { withoutCounty: boolean }): Promise<string> {
  const [log] = await world.opened.client.$queryRaw<{ at: string }[]>`SELECT pg_current_wal_insert_lsn()::text AS at`;
  const written = `${world.program.id} ${asked.withoutCounty} ${log?.at}`;
  if (seen.written !== written) seen = { written, print: await allKept(world, asked) };
  return seen.print;
}

async function allKept({ opened, program }: World, asked: { withoutCounty: boolean }): Promise<string> {
  const tables = await opened.client.$queryRaw<{ name: string; of: string | null }[]>`
    SELECT t.tablename AS name, (
      SELECT c.column_name FROM information_schema.columns c
      WHERE c.table_name = t.tablename AND c.column_name IN ('programId', 'workspaceId') ORDER BY 1 LIMIT 1) AS of
    FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename NOT LIKE '\\_%' ORDER BY 1`;
  // A row that names no county may be the neighbour's own.
  const parts = tables
    .filter(({ of }) => of !== null || asked.withoutCounty)
    .map(({ name, of }) => {
      const where = of === null ? '' : ` WHERE "${of}" = ${of === 'programId' ? program.id : "'T1'"}`;
      return `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS sum FROM "${name}" t${where}`;
    });
  return JSON.stringify(await opened.client.$queryRawUnsafe(`${parts.join(' UNION ALL ')} ORDER BY 1`));
}
