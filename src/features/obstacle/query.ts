import { queried, supplemented, words } from './messages/queried.js';
import { textVerb } from './verb.js';

/** 退回补充: who has it asks who raised it for more, once. */
export const query = textVerb('query', {
  right: 'work-obstacle',
  label: words.missing,
  hint: words.missingHint,
  event: ({ by }, { text }) => ({ do: 'query', by, text }),
  said: queried,
});

/** 补充: who raised it adds what was asked for. */
export const supplement = textVerb('supplement', {
  right: 'withdraw-obstacle',
  label: words.added,
  event: ({ by }, { text }) => ({ do: 'supplement', by, text }),
  said: supplemented,
});
