import { adopt } from './adopt.js';
import { claim } from './claim.js';
import { comment } from './comment.js';
import { confirm, confirmUrgent, dispute } from './confirm.js';
import { consentPromise, refusePromise } from './consent.js';
import { accept, dismiss, takeUp } from './dismiss.js';
import { handOver } from './hand-over.js';
import type { FormAct, PressAct } from './ids.js';
import { instruct } from './instruct.js';
import { merge } from './merge.js';
import { pullUp } from './pull-up.js';
import { query, supplement } from './query.js';
import { raise } from './raise.js';
import { resolve } from './resolve.js';
import { sendBack } from './return.js';
import { verify } from './verify.js';
import { withdraw } from './withdraw.js';

/** All that may be done with a case by a form, by the word that its button carries. */
export const FORM_VERBS = {
  claim,
  'refuse-promise': refusePromise,
  resolve,
  return: sendBack,
  raise,
  'pull-up': pullUp,
  'hand-over': handOver,
  query,
  supplement,
  dismiss,
  'take-up': takeUp,
  dispute,
  merge,
  comment,
  instruct,
} as const satisfies Readonly<Record<FormAct, unknown>>;

/** And by a press alone. */
export const PRESS_VERBS = {
  'consent-promise': consentPromise,
  verify,
  accept,
  confirm,
  'confirm-urgent': confirmUrgent,
  withdraw,
  adopt,
} as const satisfies Readonly<Record<PressAct, unknown>>;
