import { verified } from './messages/verified.js';
import { pressVerb } from './verb.js';

/** 核实销号: who raised it, or owns the project, says that it is cleared indeed. */
export const verify = pressVerb({
  right: 'verify-obstacle',
  event: ({ by }) => ({ do: 'verify', by }),
  said: verified,
});
