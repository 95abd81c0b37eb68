import { askOwners } from '../../../src/features/prompt/ask.js';
import type { Arriving, RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { forOwner, noPlace } from './things.js';

let asked = 0;

/** A row of the owner's prompt of the day that nobody has answered yet: the owner comes first. */
async function row(county: RightsCounty, persona: string) {
  if (persona === 'owner') asked += 1;
  const { client } = county.opened;
  const where = { programId: county.program.id, personId: county.people.owner.id };
  let prompt = await client.prompt.findFirst({ where });
  if (!prompt) {
    const slot = county.at('2020-06-17', '08:30');
    await askOwners(county.job(slot), '2020-06-17' as never);
    prompt = await client.prompt.findFirstOrThrow({ where });
  }
  const item = await client.promptItem.findFirstOrThrow({
    where: { promptId: prompt.id },
    orderBy: { milestoneId: 'asc' },
    skip: (asked - 1) % (await client.promptItem.count({ where: { promptId: prompt.id } })),
  });
  return { prompt: prompt.id, milestone: item.milestoneId };
}

/** The prompt with one more row, of a milestone that is ahead of pace and far from due. */
async function onPlan(county: RightsCounty, persona: string) {
  const { prompt } = await row(county, persona);
  const { client } = county.opened;
  const milestone = county.project.milestones.find(({ name }) => name === '设备安装');
  if (!milestone) throw new Error('P-001 has no 设备安装');
  if (persona === 'owner') {
    await client.milestone.update({ where: { id: milestone.id }, data: { percent: 60 } });
    const { ownerId, unitId } = await client.promptItem.findFirstOrThrow({ where: { promptId: prompt } });
    const asked = { promptId: prompt, ordinal: 50, milestoneId: milestone.id, ownerId, unitId, reason: 'unreported' };
    await client.promptItem.create({ data: { ...asked, paceFrom: '2020-03-31', firstDay: '2020-06-17' } });
  }
  return { prompt };
}

const pressed = (): readonly Try[] => [
  forOwner(async (county, persona) => ({
    arriving: { value: await row(county, persona) },
    thing: null,
    filtered: false,
  })),
];
const sent = (fields: Extract<Arriving, { sent: unknown }>['sent']['fields']): readonly Try[] => [
  forOwner(async (county, persona) => ({
    arriving: { sent: { metadata: { ...(await row(county, persona)), place: noPlace }, fields } },
    thing: null,
  })),
];

export const promptTries: Readonly<Record<string, readonly Try[]>> = {
  'prompt.number': pressed(),
  'prompt.late': pressed(),
  'prompt.blocked': pressed(),
  'prompt.on-pace': pressed(),
  'prompt.done': pressed(),
  'prompt.all-on-plan': [
    forOwner(async (county, persona) => ({ arriving: { value: await onPlan(county, persona) }, thing: null })),
  ],
  'prompt.undo': [
    forOwner(async (county, persona) => ({
      arriving: { value: { ...(await row(county, persona)), cause: 'none' } },
      thing: null,
    })),
  ],
  'prompt.number-form': sent({ percent: '30', text: null }),
  'prompt.late-form': sent({ day: '2020-07-31', text: '雨季' }),
  'prompt.blocked-form': sent({ text: '土地指标未批' }),
};
