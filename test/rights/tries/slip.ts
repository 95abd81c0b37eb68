import { localDay } from '../../../src/domain/day.js';
import { decideSlip, issued, type SlipEvent } from '../../../src/domain/slip.js';
import { thingOf } from '../../../src/features/slip/rights.js';
import type { SlipCase } from '../../../src/store/slips.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { noPlace, secretWord, tryOf } from './things.js';

/** A slip about the project to its unit, with a word of its own; `after`: what has happened to it. */
async function made(county: RightsCounty, ...after: readonly SlipEvent[]): Promise<{ slip: SlipCase; secret: string }> {
  const secret = secretWord();
  let state = issued('yellow', localDay('2020-06-30'), false);
  for (const event of after) {
    const decided = decideSlip(state, event, { today: localDay('2020-06-17'), calendar: county.calendar });
    if ('refused' in decided) throw new Error(decided.refused);
    state = decided.state;
  }
  const id = await county.store.transaction((tx) =>
    tx.slips.issue({
      programId: county.program.id,
      unitId: county.project.unitId,
      projectId: county.project.id,
      milestoneId: null,
      obstacleId: null,
      text: `${secret}要办`,
      urgentReason: null,
      issuedById: county.people.coordinator.id,
      at: county.now,
      cause: secret,
      state,
    }),
  );
  const slip = await county.store.slips.byId(county.program.id, id);
  if (slip === null) throw new Error('it was not issued');
  return { slip, secret };
}

/** What one has tried is over before the next one tries. */
const end = (county: RightsCounty) => () =>
  county.opened.client.slip.updateMany({
    where: { standing: { in: ['open', 'answered', 'waiting'] } },
    data: { standing: 'void', endedOn: '2020-06-17', voidReason: '试' },
  });

const answered = (county: RightsCounty): SlipEvent => ({ do: 'answer', by: county.people.head.id, text: '办了' });

const draft = (county: RightsCounty) => ({
  unit: county.project.unitId,
  project: county.project.id,
  milestone: null,
  obstacle: null,
  text: '加快进场',
  due: '2020-06-30',
  urgent: null,
});

const issues = (arriving: (county: RightsCounty) => { value: unknown } | { text: string }): Try =>
  tryOf('issue-slip', async (county) => ({
    arriving: arriving(county),
    thing: { programId: county.program.id },
    after: end(county),
  }));

export const slipTries: Readonly<Record<string, readonly Try[]>> = {
  '/slip': [
    issues(() => ({ text: 'P-001 加快进场 6月30日' })),
    tryOf('see-slip', async (county) => {
      const { slip, secret } = await made(county);
      return { arriving: { text: String(slip.number) }, thing: thingOf(slip), secret, shows: true, after: end(county) };
    }),
  ],
  'slip.open': [issues(() => ({ value: {} }))],
  'slip.issue': [issues((county) => ({ value: draft(county) }))],
  'slip.card': [
    tryOf('see-slip', async (county) => {
      const { slip, secret } = await made(county);
      return { arriving: { value: { id: slip.id } }, thing: thingOf(slip), secret, shows: true, after: end(county) };
    }),
  ],
  'slip.paper': [
    tryOf('see-slip', async (county) => {
      const { slip } = await made(county);
      return { arriving: { value: { id: slip.id } }, thing: thingOf(slip), after: end(county) };
    }),
  ],
  'slip.list': [
    tryOf('see-slip', async (county) => {
      const { slip, secret } = await made(county);
      const arriving = { value: { offset: 0 } };
      return { arriving, thing: thingOf(slip), secret, shows: true, filtered: true, after: end(county) };
    }),
  ],
  'slip.press': [
    tryOf('answer-slip', async (county) => {
      const { slip } = await made(county);
      const value = { id: slip.id, version: slip.state.version, act: 'sign' };
      return { arriving: { value }, thing: thingOf(slip), after: end(county) };
    }),
    tryOf('judge-slip', async (county) => {
      const { slip } = await made(county, answered(county));
      const value = { id: slip.id, version: slip.state.version, act: 'accept' };
      return { arriving: { value }, thing: thingOf(slip), after: end(county) };
    }),
  ],
  'slip.act': [
    tryOf('answer-slip', async (county) => {
      const { slip } = await made(county);
      const value = { id: slip.id, version: slip.state.version, act: 'answer' };
      return { arriving: { value }, thing: thingOf(slip), after: end(county) };
    }),
    tryOf('judge-slip', async (county) => {
      const { slip } = await made(county);
      const value = { id: slip.id, version: slip.state.version, act: 'void' };
      return { arriving: { value }, thing: thingOf(slip), after: end(county) };
    }),
  ],
  'slip.form': [
    tryOf('issue-slip', async (county) => ({
      arriving: {
        sent: {
          metadata: { place: noPlace, project: null, milestone: null, obstacle: null },
          fields: { unit: String(county.project.unitId), text: '加快进场', due: '2020-06-30', urgent: null },
        },
      },
      thing: { programId: county.program.id },
      after: end(county),
    })),
  ],
  'slip.act-form': [
    tryOf('answer-slip', async (county) => {
      const { slip } = await made(county);
      const metadata = { place: noPlace, id: slip.id, version: slip.state.version, act: 'answer' };
      return { arriving: { sent: { metadata, fields: { text: '已进场' } } }, thing: thingOf(slip), after: end(county) };
    }),
    tryOf('judge-slip', async (county) => {
      const { slip } = await made(county);
      const metadata = { place: noPlace, id: slip.id, version: slip.state.version, act: 'void' };
      return { arriving: { sent: { metadata, fields: { text: '重复' } } }, thing: thingOf(slip), after: end(county) };
    }),
  ],
};
