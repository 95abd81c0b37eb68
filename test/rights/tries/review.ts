import { decided } from '../../../src/domain/action-item.js';
import { type LocalDay, localDay } from '../../../src/domain/day.js';
import { thingOf } from '../../../src/features/review/rights.js';
import type { ItemCase } from '../../../src/store/action-items.js';
import type { Arriving, RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { seesIndicators } from './indicator.js';
import { noPlace, secretWord, tryOf } from './things.js';

/** An item of the project's owner, with a word of its own; `carried`: so often that it is asked about. */
async function made(county: RightsCounty, carried = 0): Promise<{ item: ItemCase; secret: string }> {
  const secret = secretWord();
  const id = await county.store.transaction((tx) =>
    tx.actionItems.add({
      programId: county.program.id,
      slotId: null,
      projectId: county.project.id,
      milestoneId: null,
      obstacleId: null,
      instructionId: null,
      lessonId: null,
      ownerId: county.people.owner.id,
      text: `${secret}要办`,
      createdById: county.people.coordinator.id,
      at: county.now,
      cause: secret,
      state: { ...decided(localDay('2020-06-30')), carried, carriedReason: carried === 0 ? null : '等' },
    }),
  );
  const item = await county.store.actionItems.byId(county.program.id, id);
  if (item === null) throw new Error('it was not made');
  return { item, secret };
}

/** What one has tried is over before the next one tries. */
const end = (county: RightsCounty) => () =>
  county.opened.client.actionItem.updateMany({
    where: { standing: 'open' },
    data: { standing: 'dropped', endedOn: '2020-06-17', dropReason: '试' },
  });

const draft = ({ people, project }: RightsCounty) => ({
  slot: null,
  owner: people.owner.id,
  due: '2020-06-30',
  project: project.id,
  milestone: null,
  obstacle: null,
  text: '落实用地',
});

const leads = (arriving: (county: RightsCounty) => { value: unknown } | { text: string }): Try =>
  tryOf('lead-review', async (county) => ({
    arriving: arriving(county),
    thing: { programId: county.program.id },
    after: end(county),
  }));

/** Shows an item to whom the rule lets see it. */
export const sees = (arriving: (item: ItemCase) => { value: unknown } | { text: string }): Try =>
  tryOf('see-item', async (county) => {
    const { item, secret } = await made(county);
    return { arriving: arriving(item), thing: thingOf(item), secret, shows: true, after: end(county) };
  });

const acts = (right: 'answer-item' | 'judge-item', act: string, carried = 0): Try =>
  tryOf(right, async (county) => {
    const { item } = await made(county, carried);
    const value = { id: item.id, version: item.state.version, act };
    return { arriving: { value }, thing: thingOf(item), after: end(county) };
  });

/** What an agenda asks of an item that was carried too often. */
const asks = (right: 'judge-item'): Try =>
  tryOf(right, async (county) => {
    const { item } = await made(county, 3);
    return { arriving: { value: { id: item.id } }, thing: thingOf(item), after: end(county) };
  });

const sends = (right: 'answer-item' | 'judge-item', act: string): Try =>
  tryOf(right, async (county) => {
    const { item } = await made(county);
    const metadata = { place: noPlace, id: item.id, version: item.state.version, act };
    const fields = { to: '2020-07-06', text: '等批复' };
    return { arriving: { sent: { metadata, fields } }, thing: thingOf(item), after: end(county) };
  });

const PASSED = localDay('2020-06-10');

/** Makes a gate that has passed; what comes back takes it away with its lessons. */
async function passedGate({ program, opened }: RightsCounty): Promise<() => Promise<void>> {
  const goal = await opened.client.goal.findFirstOrThrow({ where: { programId: program.id } });
  await opened.client.gate.create({ data: { goalId: goal.id, onDay: PASSED, value: 1 } });
  return async () => {
    await opened.client.reviewLesson.deleteMany();
    await opened.client.gate.deleteMany({ where: { onDay: PASSED } });
  };
}

const ofGate = (arriving: (gate: LocalDay) => Arriving): Try =>
  tryOf('lead-review', async (county) => ({
    arriving: arriving(PASSED),
    thing: { programId: county.program.id },
    after: await passedGate(county),
  }));

export const reviewTries: Readonly<Record<string, readonly Try[]>> = {
  '/review': [
    leads(() => ({ text: '何志远 7月2日前落实P-001用地' })),
    sees(({ number }) => ({ text: String(number) })),
    seesIndicators,
  ],
  'review.choose': [leads((county) => ({ value: { ...draft(county), due: null } }))],
  'review.confirm': [leads((county) => ({ value: draft(county) }))],
  'review.dismiss': [leads(() => ({ value: {} }))],
  'review.open': [leads(() => ({ value: {} }))],
  'review.form': [
    tryOf('lead-review', async (county) => ({
      arriving: {
        sent: {
          metadata: { place: noPlace, slot: null, project: null, milestone: null, obstacle: null },
          fields: { owner: String(county.people.owner.id), text: '落实用地', due: '2020-06-30' },
        },
      },
      thing: { programId: county.program.id },
      after: end(county),
    })),
  ],
  'review.settle': [
    tryOf('lead-review', async (county) => {
      const { program, store, opened } = county;
      const slot = { review: 'problem-supervision', period: localDay('2020-06-15'), day: localDay('2020-06-16') };
      const { id } = await store.transaction((tx) => tx.reviewSlots.take(program.id, slot));
      const open = { outcome: null, decidedAt: null, decidedById: null };
      return {
        arriving: { value: { id, outcome: 'held', into: null } },
        thing: { programId: program.id },
        after: () => opened.client.reviewSlot.updateMany({ where: { id }, data: open }),
      };
    }),
  ],
  'review.pass': [
    tryOf('lead-review', async ({ program, store, opened }) => {
      const slot = { review: 'town-office', period: localDay('2020-06-01'), day: localDay('2020-06-17') };
      const { id } = await store.transaction((tx) => tx.reviewSlots.take(program.id, slot));
      const first = await opened.client.unit.findFirstOrThrow({ where: { programId: program.id, key: 'xincheng' } });
      const subject = { unitId: first.id, agenda: [], agendaAt: new Date('2020-06-16T08:00:00Z') };
      await opened.client.reviewSlot.update({ where: { id }, data: { ...subject, day: slot.day } });
      return { arriving: { value: { slot: id, from: first.id } }, thing: { programId: program.id } };
    }),
  ],
  'review.agenda': [leads(() => ({ value: { review: 'problem-supervision', period: localDay('2020-06-15') } }))],
  'review.calendar': [leads(() => ({ value: { month: localDay('2020-06-01') } }))],
  'review.lookback': [ofGate((gate) => ({ value: { gate } }))],
  'review.lesson': [ofGate((gate) => ({ value: { gate } }))],
  'review.lesson-form': [
    ofGate((gate) => ({ sent: { metadata: { place: noPlace, gate }, fields: { text: '早些报' } } })),
  ],
  'review.drop-lesson': [
    tryOf('lead-review', async (county) => {
      const { program, store, people, now } = county;
      const after = await passedGate(county);
      const lesson = { gate: PASSED, text: '早些报', createdById: people.coordinator.id, at: now };
      const id = await store.transaction((tx) =>
        tx.reviewLessons.add({ ...lesson, programId: program.id, cause: secretWord() }),
      );
      return {
        arriving: { value: { id } },
        thing: { programId: program.id },
        after,
      };
    }),
  ],
  'review.paper': [
    tryOf('lead-review', async ({ program, store }) => {
      const slot = { review: 'problem-supervision', period: localDay('2020-06-08'), day: localDay('2020-06-09') };
      const { id } = await store.transaction((tx) => tx.reviewSlots.take(program.id, slot));
      return { arriving: { value: { slot: id } }, thing: { programId: program.id } };
    }),
  ],
  'review.card': [sees(({ id }) => ({ value: { id } }))],
  'review.list': [
    tryOf('see-item', async (county) => {
      const { item, secret } = await made(county);
      const arriving = { value: { of: 'open', slot: null, offset: 0 } };
      return { arriving, thing: thingOf(item), secret, shows: true, filtered: true, after: end(county) };
    }),
  ],
  'review.press': [acts('answer-item', 'done'), acts('judge-item', 'keep', 3)],
  'review.keep-item': [asks('judge-item')],
  'review.drop-item': [asks('judge-item')],
  'review.row-done': [acts('answer-item', 'done')],
  'review.row-late': [acts('answer-item', 'late')],
  'review.act': [acts('answer-item', 'late'), acts('judge-item', 'drop')],
  'review.act-form': [sends('answer-item', 'late'), sends('judge-item', 'drop')],
};
