import { may, type SlipThing } from '../../domain/permission.js';
import type { SlipAct } from '../../domain/slip.js';
import type { Ctx } from '../../feature.js';
import type { SlipCase } from '../../store/slips.js';

/** A slip as the rules look at it. */
export const thingOf = (slip: SlipCase): SlipThing => ({
  programId: slip.programId,
  slipUnitId: slip.unitId,
  ownerId: slip.ownerId,
  coOwnerIds: slip.coOwnerIds,
  sponsorId: slip.sponsorId,
  milestoneOwnerId: slip.milestoneOwnerId,
});

/** By which rule each act is let in; that it is done the ordinary report says, what voids it the ledger, and the calendar the rest. */
export const RIGHTS = {
  sign: 'answer-slip',
  answer: 'answer-slip',
  'ask-time': 'answer-slip',
  accept: 'judge-slip',
  return: 'judge-slip',
  'grant-time': 'judge-slip',
  'refuse-time': 'judge-slip',
  redden: 'judge-slip',
  hold: 'judge-slip',
  void: 'judge-slip',
} as const satisfies Readonly<
  Record<Exclude<SlipAct, 'finish' | 'lapse' | 'deepen' | 'draft'>, 'answer-slip' | 'judge-slip'>
>;

export const maySeeSlip = (ctx: Pick<Ctx, 'person'>, slip: SlipCase): boolean => mayOn(ctx, 'see-slip', slip);

/** Whether somebody may do this with slips of its kind: what its buttons are offered by. */
export const mayOn = (
  { person }: Pick<Ctx, 'person'>,
  action: 'see-slip' | 'answer-slip' | 'judge-slip',
  slip: SlipCase,
) => may(person, action, thingOf(slip)).allowed;
