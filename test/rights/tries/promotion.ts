import { localDay } from '../../../src/domain/day.js';
import { FRESH_LEAD } from '../../../src/domain/promotion/lead.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { opensImport } from './promotion-import.js';
import { end, running } from './promotion-running.js';
import { forMembers, noPlace, secretWord, tryOf } from './things.js';

const draftOf = (county: RightsCounty) => ({
  leader: county.people.sponsor.id,
  joined: [],
  on: '2020-06-16',
  place: secretWord(),
  field: null,
  firms: null,
  text: '6月16日赴苏州考察',
  apart: false,
});

const records = (arriving: (county: RightsCounty) => { value: unknown } | { text: string } | { sent: never }): Try =>
  tryOf('record-activity', async (county) => {
    const thing = { ...(await running(county)), leaderId: county.people.sponsor.id };
    return { arriving: arriving(county), thing, after: end(county) };
  });

async function activity(county: RightsCounty, secret: string) {
  const kept = await county.store.promotion.keep({
    programId: county.program.id,
    leaderId: county.people.sponsor.id,
    joinedIds: [],
    on: localDay('2020-06-16'),
    place: secret,
    field: null,
    firms: null,
    text: '',
    recordedById: county.people.coordinator.id,
    at: county.now,
    cause: secret,
  });
  if (kept === null) throw new Error('it was not kept');
  return kept;
}

async function money(county: RightsCounty, secret: string) {
  const kept = await county.store.promotionMoney.enter({
    programId: county.program.id,
    kind: 'funds',
    voucher: secret,
    amount: 5000,
    inAll: null,
    projectId: county.project.id,
    on: localDay('2020-06-15'),
    enteredById: county.people.owner.id,
    correctsId: null,
    at: county.now,
    cause: secret,
  });
  if (kept === null) throw new Error('it was not entered');
  return kept;
}

/** A lead that the project's owner told of first; `standing` as it is to be met. */
async function lead(county: RightsCounty, standing: 'new' | 'pursued' | 'signed' = 'new') {
  const seats = await running(county);
  const secret = secretWord();
  const { promotionLeads } = county.store;
  const { lead: kept } = await promotionLeads.keep({
    programId: county.program.id,
    investor: secret,
    investorKey: secret,
    field: null,
    wants: null,
    firstById: county.people.owner.id,
    reportedOn: localDay('2020-06-15'),
    at: county.now,
    cause: secret,
  });
  const projectId = standing === 'signed' ? county.project.id : null;
  await promotionLeads.save(kept, { ...FRESH_LEAD, standing, projectId, version: 1 });
  const thing = { ...seats, firstById: county.people.owner.id, joinedIds: [] };
  return { id: kept.id, number: kept.number, secret, thing, after: end(county) };
}

const tells = (arriving: (of: Awaited<ReturnType<typeof lead>>) => { value: unknown } | { text: string }): Try =>
  tryOf('report-lead', async (county) => {
    const there = await lead(county);
    return { arriving: arriving(there), thing: there.thing, after: there.after };
  });

const ofLead = (
  right: 'see-lead' | 'judge-lead' | 'work-lead' | 'edit-ledger',
  arriving: (of: { id: number; number: number }) => { value: unknown } | { text: string } | { sent: never },
  standing: 'new' | 'pursued' = 'new',
): Try =>
  tryOf(right, async (county) => {
    const { secret, thing, after, ...found } = await lead(county, standing);
    return { arriving: arriving(found), thing, secret, shows: right === 'see-lead', after };
  });

const confirms = (arriving: (id: number) => { value: unknown } | { sent: never }): Try =>
  tryOf('confirm-money', async (county) => {
    const thing = { ...(await running(county)), enteredById: county.people.owner.id };
    const { id } = await money(county, secretWord());
    return { arriving: arriving(id), thing, after: end(county) };
  });

/** A voucher that came with a spreadsheet. */
const inBatch = (value: (importId: number) => object): Try =>
  tryOf('confirm-money', async (county) => {
    const thing = { ...(await running(county)), enteredById: county.people.owner.id };
    const { id } = await money(county, secretWord());
    const kept = await county.store.promotionImports.keep({
      programId: county.program.id,
      personId: county.people.owner.id,
      fileName: '凭证.csv',
      rows: { activities: [], leads: [], funds: [], faults: [], skipped: 0 },
      planned: '',
      at: county.now,
      cause: secretWord(),
    });
    await county.opened.client.promotionMoney.update({ where: { id }, data: { importId: kept.id } });
    return { arriving: { value: value(kept.id) }, thing, after: end(county) };
  });

const duty: Try = tryOf('see-duty', async (county) => {
  const thing = await running(county);
  const value = { month: '2020-06-01' };
  return { arriving: { value }, thing, secret: '杨守信', shows: true, after: end(county) };
});

const sent = (metadata: object, fields: Readonly<Record<string, string>>) =>
  ({ sent: { metadata: { place: noPlace, ...metadata }, fields } }) as unknown as { sent: never };

export const promotionTries: Readonly<Record<string, readonly Try[]>> = {
  '/promotion': [
    records((county) => ({ text: `6月16日${county.people.sponsor.name}带队赴苏州考察` })),
    tryOf('see-promotion', async (county) => {
      const thing = await running(county);
      return { arriving: { text: '' }, thing, after: end(county) };
    }),
    tryOf('see-duty', async (county) => {
      const thing = await running(county);
      return { arriving: { text: '名单' }, thing, secret: '杨守信', shows: true, after: end(county) };
    }),
    tryOf('enter-money', async (county) => {
      const thing = await running(county);
      return { arriving: { text: '凭证0615-031 5000万元 P-001' }, thing, after: end(county) };
    }),
    tryOf('enter-money', async (county) => {
      const thing = await running(county);
      const kept = await money(county, '0615-032');
      await county.store.promotionMoney.decide(county.program.id, kept, {
        personId: county.people.head.id,
        at: county.now,
        returned: null,
      });
      return { arriving: { text: '更正凭证0615-032 4800万元' }, thing, after: end(county) };
    }),
    opensImport(() => ({ text: '导入' })),
    tells(() => ({ text: '线索 苏州精工 装备制造' })),
    ofLead('see-lead', ({ number }) => ({ text: `线索${number}号` })),
  ],
  'promotion.tell-lead': [tells(() => ({ value: { investor: secretWord(), field: null, wants: null } }))],
  'promotion.join-lead': [tells(({ id }) => ({ value: { id, text: '装备制造' } }))],
  'promotion.lead': [ofLead('see-lead', ({ id }) => ({ value: { id } }))],
  'promotion.leads': [
    forMembers(async (county) => {
      const { thing, after } = await lead(county);
      return { arriving: { value: { offset: 0 } }, thing, after };
    }),
  ],
  'promotion.pursue': [ofLead('judge-lead', ({ id }) => ({ value: { id, version: 1 } }))],
  'promotion.drop': [ofLead('judge-lead', ({ id }) => ({ value: { id, version: 1 } }))],
  'promotion.answered': [ofLead('work-lead', ({ id }) => ({ value: { id, version: 1 } }))],
  'promotion.contact': [ofLead('work-lead', ({ id }) => ({ value: { id, version: 1 } }))],
  'promotion.sign': [ofLead('edit-ledger', ({ id }) => ({ value: { id, version: 1 } }), 'pursued')],
  'promotion.unsign': [
    tryOf('undo-edit', async (county) => {
      const { id, secret, thing, after } = await lead(county, 'signed');
      const authorId = county.people.owner.id;
      await county.store.activity.add([
        {
          workspaceId: county.program.workspaceId,
          programId: county.program.id,
          at: county.now,
          personId: authorId,
          action: 'lead-sign',
          thing: 'promotion-lead',
          thingId: id,
          after: {},
          cause: `${secret}:lead`,
        },
      ]);
      return {
        arriving: { value: { id, version: 1 } },
        thing: { programId: thing.programId, authorId },
        secret,
        shows: false,
        after,
      };
    }),
  ],
  'promotion.drop-form': [ofLead('judge-lead', ({ id }) => sent({ id, version: 1 }, { text: '用地太大' }))],
  'promotion.contact-form': [ofLead('work-lead', ({ id }) => sent({ id, version: 1 }, { text: '王总' }))],
  'promotion.record': [records((county) => ({ value: draftOf(county) }))],
  'promotion.change': [records((county) => ({ value: draftOf(county) }))],
  'promotion.undo': [
    tryOf('undo-activity', async (county) => {
      const seats = await running(county);
      const { id, leaderId, recordedById } = await activity(county, secretWord());
      return { arriving: { value: { id } }, thing: { ...seats, leaderId, recordedById }, after: end(county) };
    }),
  ],
  'promotion.list': [
    tryOf('see-promotion', async (county) => {
      const thing = await running(county);
      const secret = secretWord();
      await activity(county, secret);
      const value = { of: 'activities', moment: county.now, offset: 0 };
      return { arriving: { value }, thing, secret, shows: true, after: end(county) };
    }),
  ],
  'promotion.duty': [duty],
  'promotion.excuse': [
    tryOf('excuse-month', async (county) => {
      const leaderId = county.people.sponsor.id;
      const thing = { ...(await running(county)), leaderId };
      return { arriving: { value: { leader: leaderId, month: '2020-06-01' } }, thing, after: end(county) };
    }),
  ],
  'promotion.confirm': [confirms((id) => ({ value: { id } }))],
  'promotion.batch': [inBatch((id) => ({ import: id, offset: 0 }))],
  'promotion.confirm-batch': [inBatch((id) => ({ import: id, count: 1 }))],
  'promotion.return': [confirms((id) => ({ value: { id } }))],
  'promotion.activity-form': [
    records((county) => {
      const draft = draftOf(county);
      return sent({ draft }, { on: draft.on, where: draft.place });
    }),
  ],
  'promotion.excuse-form': [
    tryOf('excuse-month', async (county) => {
      const leaderId = county.people.sponsor.id;
      const thing = { ...(await running(county)), leaderId };
      const arriving = sent({ leader: leaderId, month: '2020-06-01' }, { reason: '学习' });
      return { arriving, thing, after: end(county) };
    }),
  ],
  'promotion.return-form': [confirms((id) => sent({ id }, { reason: '金额不符' }))],
};
