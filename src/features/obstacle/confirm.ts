import { confirmed, disputed, urgentConfirmed, words } from './messages/confirmed.js';
import { pressVerb, textVerb } from './verb.js';

/** 确认: who is asked says that an outsider's is so; where it is disputed, the sponsor upholds it. */
export const confirm = pressVerb({
  right: 'confirm-obstacle',
  event: ({ by }) => ({ do: 'confirm', by }),
  said: confirmed,
});

/** 有异议: it is not so; of the sponsor, it is struck. */
export const dispute = textVerb('dispute', {
  right: 'confirm-obstacle',
  title: ({ state }) => (state.confirmation === 'sponsor' ? 'strike' : 'dispute'),
  label: words.wrong,
  event: ({ by, obstacle: { raisedById } }, { text }) => ({ do: 'dispute', by, raisedById, reason: text }),
  said: disputed,
});

/** 同意加急: the unit head agrees that it is urgent. */
export const confirmUrgent = pressVerb({
  right: 'confirm-urgent',
  whenever: true,
  event: ({ by }) => ({ do: 'confirm-urgent', by }),
  said: urgentConfirmed,
});
