import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import { resolve } from '../../../src/features/obstacle/resolve.js';
import { thingOf } from '../../../src/features/obstacle/rights.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { noPlace, secretWord, tryOf } from './things.js';

/** An obstacle of the project, flagged by its owner, with a word of its own; at its unit's rung. */
export async function flagged(county: RightsCounty, kind: 'stumbling-block' | 'shackle' = 'stumbling-block') {
  const secret = secretWord();
  const filed = await flagObstacle(
    county.ctxOf(county.people.owner),
    {
      projectId: county.project.id,
      milestoneId: null,
      kind,
      matter: 'other',
      text: `${secret}挡路`,
      help: null,
      since: '2020-06-17' as never,
      urgentReason: null,
      refersTo: null,
      files: [],
    },
    true,
  );
  if (filed.kind !== 'flagged') throw new Error('the obstacle was not filed');
  return { obstacle: filed.obstacle, secret };
}

/** Filed under a policy that gave its unit a month. */
async function older(county: RightsCounty) {
  const made = await flagged(county);
  const terms = { ...made.obstacle.state.terms, workdays: { ...made.obstacle.state.terms.workdays, unit: 20 } };
  await county.opened.client.obstacle.update({ where: { id: made.obstacle.id }, data: { terms } });
  return made;
}

/** Flagged with a photo. */
async function shown(county: RightsCounty) {
  const made = await flagged(county);
  const id = `F:obstacle:${made.obstacle.id}`;
  county.files.set(id, { name: '现场.png', bytes: new Uint8Array(1) });
  await county.opened.client.obstacle.update({
    where: { id: made.obstacle.id },
    data: { files: [{ id, name: '现场.png' }] },
  });
  return made;
}

async function resolved(county: RightsCounty) {
  const { obstacle, secret } = await flagged(county);
  const done = await resolve.run(
    county.ctxOf(county.people.coordinator),
    { id: obstacle.id, version: null },
    { what: '办好了', rule: null },
  );
  if (done.kind !== 'moved') throw new Error(`it was not resolved: ${done.kind}`);
  return { obstacle: done.obstacle, secret };
}

/** What one has tried is over before the next one tries. */
const close = (county: RightsCounty) => () =>
  county.opened.client.obstacle.updateMany({
    where: { standing: { not: 'closed' } },
    data: { standing: 'closed', closedAt: new Date(county.now), dueAt: null },
  });

type Case = Awaited<ReturnType<typeof flagged>>;
type Right =
  | 'see-obstacle'
  | 'work-obstacle'
  | 'verify-obstacle'
  | 'withdraw-obstacle'
  | 'sort-obstacle'
  | 'set-ladder';

export const act = <R extends Right>(
  right: R,
  given: (county: RightsCounty) => Promise<Case>,
  arriving: (made: Case) => Awaited<ReturnType<Try['given']>>['arriving'],
  more: { filtered?: boolean; shows?: boolean } = {},
): Try => ({
  right,
  given: async (county) => {
    const made = await given(county);
    return {
      arriving: arriving(made),
      thing: thingOf(made.obstacle),
      secret: made.secret,
      after: close(county),
      ...more,
    };
  },
});

const ref = ({ obstacle }: Case) => ({ id: obstacle.id, version: obstacle.state.version });
const form = (made: Case, name: string, fields: Record<string, string>) => ({
  sent: { metadata: { ...ref(made), act: name, place: noPlace }, fields },
});
const flagging = { text: `P-001 ${'土地出让合同未签'}，开工推不动` };
export const hidden = { filtered: true };

export const obstacleTries: Readonly<Record<string, readonly Try[]>> = {
  '/obstacle': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: { text: `P-001 土地指标未批${secretWord()}，影响开工` },
      thing: { programId: county.program.id },
    })),
    act('see-obstacle', flagged, ({ obstacle }) => ({ text: String(obstacle.number) })),
    act('see-obstacle', flagged, () => ({ text: 'list' }), { filtered: true }),
  ],
  'obstacle.anywhere': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: { said: { text: '' } },
      thing: { programId: county.program.id },
      filtered: true,
    })),
  ],
  'obstacle.shortcut': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: { said: { text: '土地没批' } },
      thing: { programId: county.program.id },
      filtered: true,
    })),
  ],
  'obstacle.open': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: { value: {} },
      thing: { programId: county.program.id },
      filtered: true,
    })),
  ],
  'obstacle.choose': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: {
        value: {
          partial: {
            text: `P-001 ${secretWord()}变压器没到货，送不上电`,
            answers: [],
            about: 'project',
            slot: 0,
            project: null,
            milestone: null,
            percent: null,
          },
          choice: 'P-001',
          line: { text: 'P-001 变压器没到货，送不上电', thread: null, files: [] },
        },
      },
      thing: { programId: county.program.id },
    })),
  ],
  'obstacle.anyway': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: { value: { ...flagging, thread: null, files: [] } },
      thing: { programId: county.program.id },
    })),
  ],
  'obstacle.ledger-problems': [
    tryOf('edit-ledger', async (county) => {
      const secret = secretWord();
      const { id } = county.project;
      await county.opened.client.project.update({ where: { id }, data: { problem: `${secret}用地未批` } });
      return {
        arriving: { value: { after: '' } },
        thing: { programId: county.program.id },
        secret,
        after: close(county),
      };
    }),
  ],
  'obstacle.from-ledger': [
    tryOf('edit-ledger', async (county) => {
      const secret = secretWord();
      const { id } = county.project;
      await county.opened.client.project.update({ where: { id }, data: { problem: `${secret}用地未批` } });
      return {
        arriving: { value: { project: id } },
        thing: { programId: county.program.id },
        secret,
        after: close(county),
      };
    }),
  ],
  'obstacle.same': [act('see-obstacle', flagged, ({ obstacle }) => ({ value: { id: obstacle.id, text: '又来了' } }))],
  'obstacle.form': [
    tryOf('flag-obstacle', async (county) => ({
      arriving: {
        sent: {
          metadata: { place: noPlace, files: [], anyway: false },
          fields: { project: String(county.project.id), text: `${secretWord()}高压线未迁` },
        },
      },
      thing: { programId: county.program.id },
      after: close(county),
    })),
  ],
  'obstacle.card': [act('see-obstacle', flagged, ({ obstacle }) => ({ value: { id: obstacle.id } }), { shows: true })],
  'obstacle.files': [act('see-obstacle', shown, ({ obstacle }) => ({ value: { id: obstacle.id } }))],
  'obstacle.sort': [
    act(
      'sort-obstacle',
      flagged,
      (made) => ({ value: null, chosen: JSON.stringify({ ...ref(made), matter: 'funds' }) }),
      hidden,
    ),
  ],
  'obstacle.list': [
    act('see-obstacle', flagged, () => ({ value: { filter: { of: 'all' }, offset: 0 } }), { filtered: true }),
  ],
  'obstacle.filter': [
    act('see-obstacle', flagged, () => ({ value: null, chosen: '{"of":"overdue"}' }), { filtered: true }),
  ],
  'obstacle.act': [act('see-obstacle', flagged, (made) => ({ value: { ...ref(made), act: 'comment' } }))],
  'obstacle.more': [
    act('see-obstacle', flagged, ({ obstacle }) => ({
      value: null,
      chosen: JSON.stringify({ id: obstacle.id, version: obstacle.state.version, act: 'comment' }),
    })),
  ],
  'obstacle.press': [
    act('verify-obstacle', resolved, (made) => ({ value: { ...ref(made), act: 'verify' } }), hidden),
    act('withdraw-obstacle', flagged, (made) => ({ value: { ...ref(made), act: 'withdraw' } }), hidden),
    act('set-ladder', older, (made) => ({ value: { ...ref(made), act: 'adopt' } }), hidden),
  ],
  'obstacle.act-form': [
    act('work-obstacle', flagged, (made) => form(made, 'claim', { promised: '2020-06-23' })),
    act('work-obstacle', flagged, (made) => form(made, 'resolve', { text: '办好了' })),
    act('work-obstacle', flagged, (made) => form(made, 'raise', { text: '我们办不了' })),
    act('verify-obstacle', resolved, (made) => form(made, 'return', { text: '没办好' })),
    act('see-obstacle', flagged, (made) => form(made, 'comment', { text: '知道了' })),
  ],
};
