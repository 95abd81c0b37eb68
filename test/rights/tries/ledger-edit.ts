import { addDays, localDay } from '../../../src/domain/day.js';
import { postpone } from '../../../src/features/edit/move-milestone.js';
import type { RightsCounty } from '../county.js';
import type { Given, Try } from './index.js';
import { milestoneThing, noPlace, tryOf } from './things.js';

const ofProgram = (county: RightsCounty) => ({ programId: county.program.id });

/** The project and its milestones, back as they were. */
async function asItWas(county: RightsCounty): Promise<() => Promise<unknown>> {
  const { client } = county.opened;
  const {
    milestones,
    unit: _,
    ...project
  } = await client.project.findUniqueOrThrow({
    where: { id: county.project.id },
    include: { milestones: true, unit: true },
  });
  return async () => {
    await client.postponement.deleteMany();
    await client.project.update({ where: { id: project.id }, data: project });
    for (const milestone of milestones) await client.milestone.update({ where: { id: milestone.id }, data: milestone });
    await client.milestone.deleteMany({
      where: { projectId: project.id, id: { notIn: milestones.map(({ id }) => id) } },
    });
  };
}

type Fields = Readonly<Record<string, string | null>>;

const edits = (arriving: (county: RightsCounty) => Promise<Given['arriving']>): Try =>
  tryOf('edit-ledger', async (county) => ({
    arriving: await arriving(county),
    thing: ofProgram(county),
    after: await asItWas(county),
  }));
const version = async ({ opened, project }: RightsCounty) =>
  (await opened.client.project.findUniqueOrThrow({ where: { id: project.id } })).version;
const sent = (more: object, fields: (county: RightsCounty) => Fields): readonly Try[] => [
  edits(async (county) => ({
    sent: {
      metadata: { project: county.project.id, version: await version(county), place: noPlace, ...more },
      fields: fields(county),
    },
  })),
];
const pressed = (more: object = {}): readonly Try[] => [
  edits(async ({ project }) => ({ value: { project: project.id, ...more } })),
];

/** The last milestone of the project, which no gate depends on and nobody has done. */
/** A later day that its owner may take alone. */
const later = (county: RightsCounty) => {
  const { due } = lastMilestone(county);
  if (due === null) throw new Error('the last step has no day');
  return addDays(localDay(due), 5);
};

function lastMilestone({ project }: RightsCounty) {
  const milestone = project.milestones.at(-1);
  if (!milestone) throw new Error('the project has no milestone');
  return milestone;
}

const postpones = (arriving: (county: RightsCounty) => Promise<Given['arriving']>): Try =>
  tryOf('postpone-milestone', async (county) => ({
    arriving: await arriving(county),
    thing: milestoneThing(county),
    after: await asItWas(county),
  }));

export const postponeLineTry: Try = postpones(async (county) => ({
  text: `postpone P-001 ${lastMilestone(county).name} 2023-12-31 设备交货推迟`,
}));

let wished = 0;
/** A wish that waits for the project's sponsor. */
async function asked(county: RightsCounty): Promise<number> {
  wished += 1;
  const { id } = await county.opened.client.postponement.create({
    data: {
      programId: county.program.id,
      projectId: county.project.id,
      milestoneId: lastMilestone(county).id,
      fromDay: lastMilestone(county).due,
      toDay: '2023-12-31',
      reason: '设备交货推迟',
      askedById: county.people.owner.id,
      consenterId: county.people.sponsor.id,
      askedAt: new Date(county.now),
      cause: `asked:${wished}`,
    },
  });
  return id;
}

const consents = (arriving: (id: number) => Given['arriving']): readonly Try[] => [
  tryOf('consent-postponement', async (county) => {
    const after = await asItWas(county);
    return {
      arriving: arriving(await asked(county)),
      thing: {
        programId: county.program.id,
        consenterId: county.people.sponsor.id,
        sponsorId: county.project.sponsorId,
        askedById: county.people.owner.id,
      },
      after,
    };
  }),
];

const newProject: Fields = {
  name: '试试项目',
  category: 'industrial',
  focusArea: 'industry',
  ownerId: null,
  sponsorId: null,
  stageNow: 'lead',
  totalInvestment: '3.5亿元',
  yearPlan: null,
  startDay: null,
  endDay: null,
  content: null,
};

export const ledgerEditTries: Readonly<Record<string, readonly Try[]>> = {
  'ledger.add': [edits(async () => ({ value: {} }))],
  'ledger.add-form': [
    tryOf('edit-ledger', async (county) => ({
      arriving: {
        sent: { metadata: { place: noPlace }, fields: { ...newProject, unitId: String(county.project.unitId) } },
      },
      thing: ofProgram(county),
      after: () => county.opened.client.project.deleteMany({ where: { name: '试试项目' } }),
    })),
  ],
  'ledger.edit': pressed(),
  'ledger.edit-form': sent({}, ({ project }) => ({
    name: project.name,
    unitId: String(project.unitId),
    focusArea: project.focusArea,
    totalInvestment: '9亿元',
  })),
  'ledger.step': pressed({ milestone: null }),
  'ledger.step-form': sent({ milestone: null }, () => ({
    name: '试试节点',
    due: '2020-12-31',
    ownerId: null,
    stage: null,
  })),
  'ledger.reason-form': [
    ...sent({ act: 'withdraw' }, () => ({ reason: '企业放弃' })),
    ...sent({ act: 'recategorise' }, () => ({ category: 'backbone', reason: '已投产' })),
    ...sent({ act: 'pause' }, () => ({ until: '2020-12-31', reason: '等规划' })),
  ],
  'ledger.change': [
    edits(async (county) => ({
      value: {
        project: county.project.id,
        version: await version(county),
        act: 'withdraw',
        reason: '企业放弃',
        category: null,
        until: null,
      },
    })),
  ],
  'ledger.keep': pressed(),
  'ledger.postpone': [postpones(async ({ project }) => ({ value: { project: project.id } }))],
  'ledger.postpone-form': [
    postpones(async (county) => ({
      sent: {
        metadata: { project: county.project.id, version: await version(county), place: noPlace },
        fields: { milestone: String(lastMilestone(county).id), to: '2023-12-31', reason: '设备交货推迟' },
      },
    })),
  ],
  'ledger.consent': consents((postponement) => ({ value: { postponement } })),
  'ledger.refuse': consents((postponement) => ({ value: { postponement } })),
  'ledger.refuse-form': consents((postponement) => ({
    sent: { metadata: { postponement, place: noPlace }, fields: { why: '关口不能动' } },
  })),
  'ledger.undo-edit': [
    tryOf('undo-edit', async (county) => {
      const after = await asItWas(county);
      const ctx = county.ctxOf(county.people.head);
      const done = await postpone(ctx, {
        projectId: county.project.id,
        milestoneId: lastMilestone(county).id,
        to: later(county),
        reason: '设备交货推迟',
      });
      if (done.kind !== 'changed') throw new Error(done.kind);
      return {
        arriving: { value: { cause: ctx.cause } },
        thing: { programId: county.program.id, authorId: county.people.head.id },
        after,
      };
    }),
  ],
};
