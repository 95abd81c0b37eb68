import { departmentFault, handedOver, handOverFields } from './messages/handed-over.js';
import { mayOn } from './rights.js';
import { formVerb } from './verb.js';

/** 转办: another department clears it; once, but for a leader. */
export const handOver = formVerb<{ readonly toUnitId: number; readonly reason: string }>('hand-over', {
  right: 'work-obstacle',
  fields: handOverFields,
  imagined: () => ({ toUnitId: 0, reason: '…' }),
  read: (ctx, { department, text }) =>
    department === null ? { errors: departmentFault(ctx) } : { toUnitId: department, reason: text ?? '' },
  event: ({ by, person, obstacle, context: { units } }, { toUnitId, reason }) => ({
    do: 'hand-over',
    by,
    toUnitId,
    reason,
    headId: units.get(toUnitId)?.headId ?? null,
    leads: mayOn({ person }, 'lead-obstacle', obstacle),
  }),
  said: handedOver,
});
