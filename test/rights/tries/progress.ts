import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { firstMilestone, forMembers, milestoneThing, noPlace, secretWord, tryOf } from './things.js';

const line = (county: RightsCounty) => `P-001 ${firstMilestone(county).name} 有进展`;
const surface = { surface: 'progress', thread: null } as const;

/** A report of the owner's, made a minute ago, with a word of its own. */
export async function reported(county: RightsCounty) {
  const secret = secretWord();
  const cause = await county.report('P-001', firstMilestone(county).name, { note: secret }, county.now - 60_000);
  await county.opened.client.$executeRaw`SELECT 1`;
  return { cause, secret };
}

export const reportThing = (county: RightsCounty) => ({
  ...milestoneThing(county),
  ownerId: null,
  sponsorId: null,
  authorId: county.people.owner.id,
  recordedAt: county.now - 60_000,
  now: county.now,
  newest: true,
});

export const progressTries: Readonly<Record<string, readonly Try[]>> = {
  '/progress': [
    tryOf('report-milestone', async (county) => ({ arriving: { text: line(county) }, thing: milestoneThing(county) })),
    tryOf('report-figures', async (county) => ({
      arriving: { text: 'P-001 完成投资 5000万' },
      thing: milestoneThing(county),
    })),
    forMembers(async () => ({ arriving: { text: '' }, thing: null, filtered: true })),
  ],
  'progress.anywhere': [forMembers(async () => ({ arriving: { said: { text: '' } }, thing: null }))],
  'progress.shortcut': [
    tryOf('report-milestone', async (county) => ({
      arriving: { said: { text: line(county) } },
      thing: milestoneThing(county),
    })),
  ],
  'progress.evidence': [
    tryOf('see-project', async (county) => {
      const { cause } = await reported(county);
      const files = [{ id: `F:${cause}`, name: '现场.png', mimetype: 'image/png', bytes: 1 }];
      county.files.set(`F:${cause}`, { name: '现场.png', bytes: new Uint8Array(1) });
      const statement = { cause, personId: county.people.owner.id, place: 'D1', at: county.now, files };
      await county.store.evidence.tie(county.program.id, [statement]);
      return { arriving: { value: { cause } }, thing: milestoneThing(county) };
    }),
  ],
  'progress.open': [forMembers(async () => ({ arriving: { value: {} }, thing: null, filtered: true }))],
  'progress.choose': [
    tryOf('report-milestone', async (county) => ({
      arriving: {
        value: {
          partial: {
            text: `${firstMilestone(county).name} 有进展`,
            answers: [],
            about: 'project',
            slot: 0,
            project: null,
            milestone: null,
            percent: null,
          },
          choice: 'P-001',
          ...surface,
        },
      },
      thing: milestoneThing(county),
    })),
  ],
  'progress.order': [
    tryOf('report-milestone', async (county) => {
      const { id: step, ownerId } = firstMilestone(county);
      const asked = secretWord();
      const nothing = { percent: null, doneOn: null, forecast: null, investment: null, note: '', why: null };
      const { id: project } = county.project;
      const statement = {
        items: [{ project, milestone: step, done: true, alone: false, ...nothing }],
        ...{ step, earlier: [], said: asked, files: [], amends: null },
      };
      await county.store.questions.ask({
        programId: county.program.id,
        personId: ownerId ?? county.people.owner.id,
        place: 'D1',
        at: county.now,
        cause: asked,
        body: { of: 'order', question: '', candidates: [], statement },
      });
      return { arriving: { value: { asked, choice: 'alone' } }, thing: milestoneThing(county) };
    }),
  ],
  'progress.form': [
    tryOf('report-milestone', async (county) => ({
      arriving: {
        sent: { metadata: { place: noPlace }, fields: { milestone: String(firstMilestone(county).id), note: '表单' } },
      },
      thing: milestoneThing(county),
    })),
  ],
  'progress.undo': [
    tryOf('undo-report', async (county) => {
      const { cause, secret } = await reported(county);
      return { arriving: { value: { cause } }, thing: reportThing(county), secret };
    }),
  ],
  'progress.amend': [
    tryOf('amend-report', async (county) => {
      const { cause } = await reported(county);
      return {
        arriving: { value: { cause } },
        thing: reportThing(county),
        secret: `P-001 ${firstMilestone(county).name}`,
        filtered: true,
      };
    }),
  ],
  'progress.amend-form': [
    tryOf('amend-report', async (county) => {
      const { cause } = await reported(county);
      return {
        arriving: {
          sent: { metadata: { place: noPlace, cause }, fields: { line: `P-001 ${firstMilestone(county).name} 完成` } },
        },
        thing: reportThing(county),
      };
    }),
  ],
};
