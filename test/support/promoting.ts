import { localDay } from '../../src/domain/day.js';
import type { GoalSource, Plan } from '../../src/domain/plan.js';

const FROM: Readonly<Record<string, GoalSource>> = {
  'promotion-activities': 'activities',
  'funds-in-place': 'funds',
  'foreign-capital': 'foreign-capital',
};

/** The plan with promotion in use: commerce enters, finance confirms, three goals compute themselves, and trips are asked about. */
export function promoting(seed: Plan): Plan {
  return {
    ...seed,
    mechanisms: {
      ...seed.mechanisms,
      promotion: {
        activitiesPerLeaderPerMonth: 1,
        office: 'commerce',
        finance: 'finance',
        since: localDay('2020-04-01'),
        project: { category: 'intention', focusArea: 'projects' },
      },
      trips: { procedures: ['立项', '用地', '环评', '施工许可'] },
    },
    goals: seed.goals.map((goal) => {
      const from = FROM[goal.key];
      return from === undefined ? goal : { ...goal, rule: { by: 'recorded', from } };
    }),
  };
}
