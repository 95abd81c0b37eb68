import { localDay } from '../../../src/domain/day.js';
import { report } from '../../../src/features/progress/report.js';
import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { firstMilestone, milestoneThing, tryOf } from './things.js';

/* The county of these tries asks nobody about trips by its own plan: it is switched on for each try, for the first step. */
function asking(county: RightsCounty) {
  const { name } = firstMilestone(county);
  const mechanisms = county.program.policy.mechanisms as { trips?: object };
  mechanisms.trips = { procedures: [name], leastAnswers: 1, shackleAnswers: 1 };
  return name;
}

/** The report that ended it, said once by its owner; the first step is done from then on. */
let said: string | null = null;
async function ended(county: RightsCounty) {
  const step = asking(county);
  if (said === null) {
    const ctx = county.ctxOf(county.people.owner);
    const line = { text: `P-001 ${step} 完成`, surface: 'progress' as const, thread: null, files: [] };
    const outcome = await report(ctx, line);
    if (outcome.kind !== 'say') throw new Error(JSON.stringify(outcome));
    said = ctx.cause;
  }
  return { step, cause: said, milestone: firstMilestone(county) };
}

const end = (county: RightsCounty) => async () => {
  const { client } = county.opened;
  delete (county.program.policy.mechanisms as { trips?: object }).trips;
  await client.tripAnswer.deleteMany();
  await client.tripProposal.deleteMany();
};

const judges: Try = tryOf('judge-trips', async (county) => {
  const { step, milestone } = await ended(county);
  await county.store.trips.answer({
    programId: county.program.id,
    milestoneId: milestone.id,
    projectId: county.project.id,
    procedure: step,
    trips: 2,
    onDay: localDay('2020-06-17'),
    personId: county.people.owner.id,
    at: county.now,
  });
  const value = { procedure: step, month: '2020-06-01' };
  return { arriving: { value }, thing: { programId: county.program.id }, after: end(county) };
});

export const tripTries: Readonly<Record<string, readonly Try[]>> = {
  'trip.answer': [
    tryOf('report-milestone', async (county) => {
      const { step, cause } = await ended(county);
      const value = { project: county.project.id, step, trips: 1, cause };
      return { arriving: { value }, thing: milestoneThing(county), after: end(county) };
    }),
  ],
  'trip.propose': [judges],
  'trip.dismiss': [judges],
};
