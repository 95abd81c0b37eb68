import { handOver } from '../../../src/features/people/hand-over.js';
import { undoHandOver } from '../../../src/features/people/undo.js';
import type { RightsCounty } from '../county.js';
import type { Given, Try } from './index.js';
import { forMembers, forOwner, noPlace, projectThing, secretWord, tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });

/** The project's owner, who is an official in two units. */
async function ownerThing(county: RightsCounty) {
  const { id: personId } = county.people.owner;
  const duties = await county.opened.client.duty.findMany({ where: { programId: county.program.id, personId } });
  return { programId: county.program.id, personId, unitIds: duties.flatMap(({ unitId }) => unitId ?? []) };
}

/** The owner's card says a word that is on no other, while it is tried. */
async function ownersCard(county: RightsCounty): Promise<{ secret: string; after: () => Promise<unknown> }> {
  const { id } = county.people.owner;
  const { title } = await county.opened.client.person.findUniqueOrThrow({ where: { id } });
  const secret = secretWord();
  await county.opened.client.person.update({ where: { id }, data: { title: { zh: secret, en: secret } } });
  return {
    secret,
    after: () => county.opened.client.person.update({ where: { id }, data: { title: title as object } }),
  };
}

let asked = 0;

/** Somebody whom nobody knows asks to be let in. */
async function request(county: RightsCounty): Promise<number> {
  asked += 1;
  const { id } = await county.opened.client.accountRequest.create({
    data: {
      workspaceId: county.program.workspaceId,
      programId: county.program.id,
      slackUserId: `U0GUEST${asked}`,
      said: '王大锤\n水利局\n\n王大锤\nzh',
      askedAt: new Date(county.now),
      cause: `asked:${asked}`,
    },
  });
  return id;
}

/** Nobody has an account, a request, or a role that they did not have. */
async function tidy(county: RightsCounty): Promise<void> {
  const { client } = county.opened;
  const { id: programId, workspaceId } = county.program;
  await client.person.updateMany({ where: { workspaceId }, data: { slackUserId: null } });
  await client.accountRequest.deleteMany({ where: { programId } });
  await client.linkCode.deleteMany({ where: { programId } });
  await client.duty.deleteMany({ where: { programId, role: 'viewer' } });
  await client.coOwner.deleteMany();
  await client.project.updateMany({ where: { programId }, data: { ownerPositionId: null, sponsorPositionId: null } });
  await client.milestone.updateMany({ where: { programId }, data: { ownerPositionId: null } });
  await client.unit.updateMany({ where: { programId }, data: { headPositionId: null } });
  await client.duty.updateMany({ where: { programId }, data: { positionId: null } });
  await client.position.deleteMany({ where: { programId } });
}

async function position(county: RightsCounty): Promise<number> {
  asked += 1;
  const { id } = await county.opened.client.position.create({
    data: { programId: county.program.id, name: `岗位${asked}`, holderId: county.people.owner.id },
  });
  return id;
}

/** Somebody with a role and no work. */
async function idle(county: RightsCounty): Promise<number> {
  asked += 1;
  const { workspaceId, id: programId } = county.program;
  const { id } = await county.opened.client.person.create({
    data: { workspaceId, key: `idle-${asked}`, name: '闲人', nameEn: 'Idle', title: {} },
  });
  await county.opened.client.duty.create({ data: { programId, personId: id, role: 'viewer' } });
  return id;
}

type Right = 'tie-account' | 'change-roles' | 'change-positions' | 'hand-over';
const coordinators = (right: Right, arriving: (county: RightsCounty) => Promise<Given['arriving']>): Try =>
  tryOf(right, async (county) => ({
    arriving: await arriving(county),
    thing: ofProgram(county),
    after: () => tidy(county),
  }));

const pressed = (right: Right, value: (county: RightsCounty) => Promise<unknown>): readonly Try[] => [
  coordinators(right, async (county) => ({ value: await value(county) })),
];
const sent = (
  right: Right,
  metadata: (county: RightsCounty) => Promise<object>,
  fields: (county: RightsCounty) => Readonly<Record<string, string | readonly string[] | null>>,
): readonly Try[] => [
  coordinators(right, async (county) => ({
    sent: { metadata: { place: noPlace, ...(await metadata(county)) }, fields: fields(county) },
  })),
];
const owner = (county: RightsCounty) => String(county.people.owner.id);

const seesOwner = (text: (county: RightsCounty) => Given['arriving']): Try =>
  tryOf('see-owned', async (county) => ({
    arriving: text(county),
    thing: await ownerThing(county),
    shows: true,
    ...(await ownersCard(county)),
  }));
const givesCode = (arriving: (county: RightsCounty) => Given['arriving']): Try =>
  tryOf('make-code', async (county) => ({
    arriving: arriving(county),
    thing: await ownerThing(county),
    after: () => tidy(county),
  }));

/** The owner's work was handed to a colleague; undone again where it was not by the one who tried. */
async function handedOver(county: RightsCounty): Promise<{ cause: string; after: () => Promise<unknown> }> {
  const { owner: from, colleague, coordinator } = county.people;
  const ctx = county.ctxOf(coordinator);
  const handed = await handOver(ctx, from.id, colleague.id, []);
  if (handed.kind !== 'handed-over') throw new Error(handed.kind);
  return { cause: ctx.cause, after: () => undoHandOver(county.ctxOf(coordinator), ctx.cause) };
}

export const peopleTries: Readonly<Record<string, readonly Try[]>> = {
  '/people': [
    forOwner(async (county) => ({
      arriving: { text: '' },
      thing: null,
      filtered: true,
      shows: true,
      ...(await ownersCard(county)),
    })),
    seesOwner(() => ({ text: '何志远' })),
    givesCode(() => ({ text: 'code 何志远' })),
    coordinators('change-roles', async () => ({ text: 'role 何志远 列席人员' })),
    coordinators('change-positions', async () => ({ text: 'position' })),
    coordinators('hand-over', async () => ({ text: 'leaves 何志远' })),
    tryOf('share-project', async (county) => ({
      arriving: { text: 'share P-001 张德胜' },
      thing: projectThing(county),
      after: () => tidy(county),
    })),
  ],
  'people.ask': [forMembers(async () => ({ arriving: { value: {} }, thing: null, filtered: true }))],
  'people.ask-form': [
    forMembers(async () => ({
      arriving: { sent: { metadata: { place: noPlace }, fields: { name: '王大锤', unit: '水利局', words: null } } },
      thing: null,
      filtered: true,
    })),
  ],
  'people.tie': pressed('tie-account', async (county) => ({
    request: await request(county),
    person: county.people.owner.id,
  })),
  'people.choose': pressed('tie-account', async (county) => ({ request: await request(county) })),
  'people.refuse': pressed('tie-account', async (county) => ({ request: await request(county) })),
  'people.tie-form': sent(
    'tie-account',
    async (county) => ({ request: await request(county) }),
    (county) => ({ person: owner(county) }),
  ),
  'people.refuse-form': sent(
    'tie-account',
    async (county) => ({ request: await request(county) }),
    () => ({ why: null }),
  ),
  'people.untie': pressed('tie-account', async (county) => {
    const { id } = county.people.owner;
    await county.opened.client.person.update({ where: { id }, data: { slackUserId: 'U0OWNER' } });
    return { person: id };
  }),
  'people.card': [seesOwner((county) => ({ value: { person: county.people.owner.id } }))],
  'people.code': [givesCode((county) => ({ value: { person: county.people.owner.id } }))],
  'people.add': pressed('change-roles', async (county) => ({ request: await request(county) })),
  'people.add-form': sent(
    'change-roles',
    async () => ({ request: null }),
    () => ({ name: secretWord(), role: 'viewer', unit: null, title: null, nameEn: null, email: null }),
  ),
  'people.role': pressed('change-roles', async (county) => ({ person: county.people.owner.id })),
  'people.role-form': sent(
    'change-roles',
    async () => ({}),
    (county) => ({ person: owner(county), role: 'viewer', change: 'give', unit: null }),
  ),
  'people.positions': pressed('change-positions', async () => ({})),
  'people.position': pressed('change-positions', async () => ({})),
  'people.bind': pressed('change-positions', async (county) => ({ position: await position(county) })),
  'people.successor': pressed('change-positions', async (county) => ({ position: await position(county) })),
  'people.succeed': pressed('change-positions', async (county) => ({
    position: await position(county),
    from: county.people.owner.id,
    to: county.people.colleague.id,
  })),
  'people.position-form': sent(
    'change-positions',
    async () => ({}),
    (county) => ({ name: secretWord(), unit: null, holder: owner(county) }),
  ),
  'people.bind-form': sent(
    'change-positions',
    async (county) => ({ position: await position(county) }),
    ({ project }) => ({ what: [`projects:${project.id}`] }),
  ),
  'people.successor-form': sent(
    'change-positions',
    async (county) => ({ position: await position(county) }),
    ({ people }) => ({ to: String(people.colleague.id) }),
  ),
  'people.leaves': pressed('hand-over', async (county) => ({ person: county.people.owner.id })),
  'people.hand-over': pressed('hand-over', async (county) => ({ person: county.people.owner.id })),
  'people.hand-over-form': [
    tryOf('hand-over', async (county) => {
      const { id: from } = county.people.owner;
      const before = await county.opened.client.project.findMany({ where: { ownerId: from }, select: { id: true } });
      return {
        arriving: {
          sent: {
            metadata: { place: noPlace, person: from },
            fields: { to: String(county.people.colleague.id), what: [`projects:${county.project.id}`] },
          },
        },
        thing: ofProgram(county),
        after: () =>
          county.opened.client.project.updateMany({
            where: { id: { in: before.map(({ id }) => id) } },
            data: { ownerId: from },
          }),
      };
    }),
  ],
  'people.retire': pressed('hand-over', async (county) => ({ person: await idle(county) })),
  'people.undo': [
    tryOf('hand-over', async (county) => {
      const { cause, after } = await handedOver(county);
      return { arriving: { value: { cause } }, thing: ofProgram(county), after };
    }),
  ],
  'people.person?': [forMembers(async () => ({ arriving: { text: '何' }, thing: null, filtered: true }))],
  'people.unit?': [forMembers(async () => ({ arriving: { text: '水' }, thing: null, filtered: true }))],
};
