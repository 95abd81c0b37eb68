import { dismissed, words } from './messages/dismissed.js';
import { caseWords } from './messages/parts.js';
import { raised } from './messages/raised.js';
import { ended } from './messages/withdrawn.js';
import { pressVerb, textVerb } from './verb.js';

/** 不属卡点: it is none, says who has it. */
export const dismiss = textVerb('dismiss', {
  right: 'work-obstacle',
  label: words.why,
  hint: words.whyHint,
  event: ({ by }, { text }) => ({ do: 'dismiss', by, reason: text }),
  said: dismissed,
});

/** 提上去: it is one, says who raised it, and the next rung has it; once. */
export const takeUp = textVerb('take-up', {
  right: 'withdraw-obstacle',
  label: caseWords.reason,
  event: ({ by }, { text }) => ({ do: 'take-up', by, reason: text }),
  said: (phrases, _, obstacle) => raised(phrases, obstacle),
});

/** 同意: it is none, says who raised it, too. */
export const accept = pressVerb({
  right: 'withdraw-obstacle',
  event: ({ by }) => ({ do: 'accept', by }),
  said: ended,
});
