import { caseWords } from './messages/parts.js';
import { returned } from './messages/verified.js';
import { textVerb } from './verb.js';

/** 退回: it is not cleared, and the rung that said so has it again. */
export const sendBack = textVerb('return', {
  right: 'verify-obstacle',
  seenWhereAsked: true,
  label: caseWords.reason,
  event: ({ by }, { text }) => ({ do: 'return', by, reason: text }),
  said: returned,
});
