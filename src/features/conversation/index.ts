import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { answerMessage } from './answer-message.js';
import { ids } from './ids.js';
import { chooseTakeBack } from './take-back.js';

/**
 * What people say to the bot, or in a project's thread: reports, answers to what was just asked, second thoughts, and how to.
 * Said to us, it is always answered; among people, only what is meant for us.
 */
export const conversation: Feature = {
  name: 'conversation',
  messages: answerMessage,
  actions: [on.press(ids.takeBack, ['undo-report', 'withdraw-obstacle'], chooseTakeBack)],
};
