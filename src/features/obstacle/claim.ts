import type { LocalDay } from '../../domain/day.js';
import { latestPromise } from '../../domain/obstacle.js';
import { claimed, claimFields, promiseFaults } from './messages/claimed.js';
import { promiseAsked } from './messages/promise-asked.js';
import { formVerb, type Verb } from './verb.js';

/** `reason`: why it is later than the rung may promise by itself; empty where nothing was said. */
type Promised = { readonly promisedFor: LocalDay; readonly reason: string | null };

/** 认领: who has a case, or stands in for them, promises a day. What day will do: domain/obstacle/claim.ts. */
export const claim = formVerb<Promised>('claim', {
  right: 'work-obstacle',
  fields: claimFields,
  imagined: ({ obstacle: { state }, context }) => ({ promisedFor: latestPromise(state, context), reason: '…' }),
  read: (ctx, { promised, text }) =>
    promised === null ? { errors: promiseFaults(ctx, null) } : { promisedFor: promised, reason: text },
  event: ({ by }, promise) => ({ do: 'claim', by, ...promise }),
  instead: (refused, { reason }) =>
    refused.because === 'promise-too-far' && refused.above !== null && reason !== null ? askPromise : null,
  said: claimed,
});

/** A later day than the rung may promise by itself is asked of the next one, with its reason. */
const askPromise: Verb<Promised> = {
  right: 'work-obstacle',
  event: ({ by }, { promisedFor, reason }) => ({ do: 'ask-promise', by, promisedFor, reason: reason ?? '' }),
  said: promiseAsked,
};
