import { resolved, resolveFields } from './messages/resolved.js';
import { formVerb } from './verb.js';

/** 办结: who has it says what was done, and of a shackle which rule was changed. */
export const resolve = formVerb<{ readonly what: string; readonly rule: string | null }>('resolve', {
  right: 'work-obstacle',
  fields: resolveFields,
  imagined: () => ({ what: '…', rule: '…' }),
  read: (_, { text, rule }) => ({ what: text ?? '', rule }),
  event: ({ by }, done) => ({ do: 'resolve', by, ...done }),
  said: resolved,
});
