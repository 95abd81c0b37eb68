import { localDay } from '../../../src/domain/day.js';
import type { RightsCounty } from '../county.js';

/*
 * The county of these tries runs no promotion of its own plan: it is switched on for each try, with the unit of the project as its
 * office and no finance, and its sponsor as the leader.
 */
export async function running(county: RightsCounty) {
  const { client } = county.opened;
  const unit = await client.unit.findUniqueOrThrow({ where: { id: county.project.unitId } });
  const mechanisms = county.program.policy.mechanisms as { promotion: object };
  mechanisms.promotion = {
    activitiesPerLeaderPerMonth: 1,
    office: unit.key,
    since: localDay('2020-04-01'),
    project: { category: 'intention', focusArea: 'projects' },
  };
  return { programId: county.program.id, officeId: unit.id, financeId: null };
}

export const end = (county: RightsCounty) => async () => {
  const { client } = county.opened;
  await client.promotionActivity.deleteMany();
  await client.promotionMoney.deleteMany();
  await client.promotionExcuse.deleteMany();
  await client.promotionLeadReport.deleteMany();
  await client.promotionLead.deleteMany();
  await client.promotionImport.deleteMany();
};
