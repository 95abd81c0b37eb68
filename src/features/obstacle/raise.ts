import { caseWords } from './messages/parts.js';
import { raised } from './messages/raised.js';
import { textVerb } from './verb.js';

/** 提级: who has it cannot clear it. */
export const raise = textVerb('raise', {
  right: 'work-obstacle',
  label: caseWords.reason,
  event: ({ by }, { text }) => ({ do: 'raise', by, reason: text }),
  said: (phrases, _, obstacle) => raised(phrases, obstacle),
});
