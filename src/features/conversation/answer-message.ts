import type { Ctx, Outcome, SaidMessage } from '../../feature.js';
import { reportMessage } from '../progress/door.js';
import { answerAsked } from './answer.js';
import { helpByWord } from './help.js';
import { notUnderstood } from './not-understood.js';
import { takeBackByWord } from './take-back.js';

/** Something that was said: an answer, a second thought, a wish for help, a report; said to us, it is never passed over. */
export async function answerMessage(ctx: Ctx, message: SaidMessage): Promise<Outcome | null> {
  const toUs = message.where !== 'thread';
  const said =
    (await answerAsked(ctx, message.text)) ??
    (await takeBackByWord(ctx, message)) ??
    (toUs ? await helpByWord(ctx, message.text) : null) ??
    (await reportMessage(ctx, message));
  return toUs && (said === null || said.kind === 'nothing') ? notUnderstood(ctx, message) : said;
}
