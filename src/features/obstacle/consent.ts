import { caseWords } from './messages/parts.js';
import { promiseAgreed, promiseRefused } from './messages/promise-asked.js';
import { pressVerb, textVerb } from './verb.js';

/** 同意: the rung above agrees to the later day that was asked for. */
export const consentPromise = pressVerb({
  right: 'consent-promise',
  event: ({ by }) => ({ do: 'consent-promise', by }),
  said: promiseAgreed,
});

/** 不同意, with the reason. */
export const refusePromise = textVerb('refuse-promise', {
  right: 'consent-promise',
  label: caseWords.reason,
  event: ({ by }, { text }) => ({ do: 'refuse-promise', by, reason: text }),
  said: promiseRefused,
});
