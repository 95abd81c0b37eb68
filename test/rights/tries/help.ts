import type { RightsCounty } from '../county.js';
import { findsFactor } from './factor.js';
import type { Try } from './index.js';
import { builtSecretly } from './project.js';
import { sees } from './review.js';
import { forMembers, noPlace, projectThing, tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });

/** Other tries take people's accounts: who is to be told has one again. */
async function reachable({ opened }: RightsCounty): Promise<void> {
  await opened.client.$executeRaw`
    UPDATE person SET "slackUserId" = 'UAGAIN' || upper(key) WHERE "workspaceId" = 'T1' AND "slackUserId" IS NULL`;
}

/** A complaint of the project's owner. */
async function complaint(county: RightsCounty): Promise<number> {
  await reachable(county);
  const { id } = await county.opened.client.complaint.create({
    data: {
      programId: county.program.id,
      personId: county.people.owner.id,
      text: '问了两遍',
      at: new Date(county.now),
      cause: `complaint:${Math.floor(performance.now() * 1000)}`,
    },
  });
  return id;
}

export const helpTries: Readonly<Record<string, readonly Try[]>> = {
  '/gongjian': [
    forMembers(async () => ({ arriving: { text: '' }, thing: null })),
    forMembers(async () => ({ arriving: { text: '我' }, thing: null })),
    forMembers(async (county) => {
      await reachable(county);
      return { arriving: { text: '意见 问了两遍' }, thing: null };
    }),
    tryOf('see-burden', async (county) => ({ arriving: { text: '负担' }, thing: ofProgram(county) })),
    tryOf('see-project', async (county) => ({
      arriving: { text: 'P-001' },
      thing: projectThing(county),
      secret: await builtSecretly(county),
      shows: true,
      filtered: true,
    })),
    ...findsFactor,
    sees(({ number }) => ({ text: `交办${number}号` })),
  ],
  'help.help': [forMembers(async () => ({ arriving: { value: {} }, thing: null }))],
  'help.settings': [forMembers(async () => ({ arriving: { value: {} }, thing: null }))],
  'help.me': [forMembers(async () => ({ arriving: { value: {} }, thing: null }))],
  'help.asked': [forMembers(async () => ({ arriving: { value: { asked: 'due' } }, thing: null }))],
  'help.complain': [forMembers(async () => ({ arriving: { value: {} }, thing: null }))],
  'help.complaint-form': [
    forMembers(async (county) => {
      await reachable(county);
      const sent = { metadata: { place: noPlace }, fields: { text: '问了两遍', anonymous: [] } };
      return { arriving: { sent }, thing: null };
    }),
  ],
  'help.reply': [
    tryOf('answer-complaint', async (county) => ({
      arriving: { value: { id: await complaint(county) } },
      thing: ofProgram(county),
    })),
  ],
  'help.reply-form': [
    tryOf('answer-complaint', async (county) => ({
      arriving: { sent: { metadata: { place: noPlace, id: await complaint(county) }, fields: { text: '已改正' } } },
      thing: ofProgram(county),
    })),
  ],
};
