import type { Try } from './index.js';
import { act, flagged, hidden } from './obstacle.js';
import { reported, reportThing } from './progress.js';
import { tryOf } from './things.js';

export const conversationTries: Readonly<Record<string, readonly Try[]>> = {
  'conversation.take-back': [
    tryOf('undo-report', async (county) => {
      const { cause, secret } = await reported(county);
      return { arriving: { value: { choice: cause, asked: 'asked' } }, thing: reportThing(county), secret };
    }),
    act(
      'withdraw-obstacle',
      flagged,
      ({ obstacle }) => ({ value: { choice: String(obstacle.id), asked: 'asked' } }),
      hidden,
    ),
  ],
};
