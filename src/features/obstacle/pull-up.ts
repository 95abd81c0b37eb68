import { raised, words } from './messages/raised.js';
import { ownRung } from './rights.js';
import { textVerb } from './verb.js';

/** 提到我这级: a leader takes a case that is below them to their own rung. */
export const pullUp = textVerb('pull-up', {
  right: 'lead-obstacle',
  label: words.whyUp,
  event: ({ by, person, obstacle }, { text }) => ({
    do: 'pull-up',
    by,
    to: ownRung(person, obstacle) ?? obstacle.state.rung,
    reason: text,
  }),
  said: (phrases, _, obstacle) => raised(phrases, obstacle),
});
