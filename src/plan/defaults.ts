import type { LadderPolicy, PromptPolicy } from '../domain/plan.js';

/** Working days a rung has. A shackle is a rule: only leaders can change it, and they are given longer. */
export const DEFAULT_LADDER_KINDS: LadderPolicy['kinds'] = {
  'stumbling-block': { start: 'unit', workdays: { unit: 2, department: 3, sponsor: 3, commander: 5 } },
  roadblock: { start: 'department', workdays: { department: 3, sponsor: 3, commander: 5 } },
  shackle: { start: 'sponsor', workdays: { sponsor: 5, commander: 10 } },
};

/** How long the one who raised an obstacle has to verify that it is cleared. */
export const DEFAULT_VERIFY_WORKDAYS = 3;

export const DEFAULT_PROMPTS: PromptPolicy = {
  morning: '08:30',
  reminder: '15:00',
  digest: '18:00',
  quietFrom: '20:00',
  quietTo: '08:00',
};
