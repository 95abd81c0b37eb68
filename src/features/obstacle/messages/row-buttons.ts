import type { Button } from '@slack/types';
import type { Confirmation, ObstacleStanding } from '../../../domain/obstacle.js';
import { may, type ObstacleThing } from '../../../domain/permission.js';
import type { Rung } from '../../../domain/plan.js';
import type { Ctx } from '../../../feature.js';
import { button } from '../../../slack/blocks.js';
import { inLanguage } from '../../../text/language.js';
import { type FormAct, ids, type PressAct } from '../ids.js';
import { labels } from './labels.js';

/** What a row of a list knows of a case: enough to offer what its reader may do. */
export type VerbRow = {
  readonly id: number;
  readonly version: number;
  readonly standing: ObstacleStanding;
  readonly confirmation: Confirmation | null;
  readonly dismissed: boolean;
  readonly takenUp: boolean;
  readonly promiseAskedOf: number | null;
  readonly rung: Rung;
  readonly raisedById: number;
  readonly ownerId: number | null;
  readonly unitId: number;
  readonly sponsorId: number | null;
  readonly departmentId: number | null;
  readonly holderId: number | null;
  readonly claimedById: number | null;
  readonly confirmerId: number | null;
};

/** What the reader of a row may do with its case, at most three: what is asked of them first, then what they may beside. */
export function obstacleVerbs(ctx: Pick<Ctx, 'person' | 'program' | 'language'>, row: VerbRow): Button[] {
  const label = inLanguage(labels, ctx.language);
  const thing: ObstacleThing = { ...row, programId: ctx.program.id, consenterId: row.promiseAskedOf };
  const can = (action: Parameters<typeof offered>[2]) => offered(ctx, thing, action);
  const { id, version, standing, confirmation } = row;
  const act = (what: FormAct, word: keyof typeof labels = what) =>
    button(ids.act, { id, version, act: what }, label[word]);
  const press = (what: PressAct, word: keyof typeof labels = what) =>
    button(ids.press, { id, version, act: what }, label[word]);
  const sponsor = confirmation === 'sponsor';
  const verbs: Button[] = [];
  if (standing === 'resolved' && row.dismissed && can('withdraw-obstacle'))
    verbs.push(...(row.takenUp || row.rung === 'commander' ? [] : [act('take-up')]), press('accept'));
  if (standing === 'resolved' && !row.dismissed && can('verify-obstacle')) verbs.push(press('verify'), act('return'));
  if (confirmation !== null && can('confirm-obstacle'))
    verbs.push(press('confirm', sponsor ? 'uphold' : 'confirm'), act('dispute', sponsor ? 'strike' : 'dispute'));
  if (standing === 'open' && row.promiseAskedOf !== null && can('consent-promise'))
    verbs.push(press('consent-promise'), act('refuse-promise'));
  if (confirmation === null && can('work-obstacle')) {
    if (standing === 'open') verbs.push(act('claim'));
    if (standing === 'open' || standing === 'claimed') verbs.push(act('resolve'));
  }
  if ((standing === 'open' || standing === 'claimed') && can('instruct')) verbs.push(act('instruct'));
  return verbs.slice(0, 3);
}

type Offers =
  | 'withdraw-obstacle'
  | 'verify-obstacle'
  | 'confirm-obstacle'
  | 'consent-promise'
  | 'work-obstacle'
  | 'instruct';

const offered = ({ person }: Pick<Ctx, 'person'>, thing: ObstacleThing, action: Offers): boolean =>
  may(person, action, thing).allowed;
