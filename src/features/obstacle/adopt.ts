import { ladderTerms } from '../../domain/ladder.js';
import { adopted } from './messages/adopted.js';
import { pressVerb } from './verb.js';

/** 改按现行期限: who sets the ladder takes a case over to the deadlines in force now. */
export const adopt = pressVerb({
  right: 'set-ladder',
  event: ({ by, program, obstacle: { state } }) => ({
    do: 'adopt',
    by,
    terms: ladderTerms(program.policy.ladder, state.kind),
  }),
  said: adopted,
});
