import { dayWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Said, Subscribed, Unsubscribed } from '../act/subscribe.js';
import { subscribeAgain, undoSubscription } from '../ids.js';
import { digestWords } from '../words.js';

type Reader = Pick<Ctx, 'language' | 'program'>;

/** What will come and when, with the way back. Said in the channel's new language where only that changed. */
export function subscribedMessage(done: Subscribed, reader: Reader): Message {
  const words = inLanguage(digestWords, reader.language);
  const text = subscribedLine(done, reader);
  if (done.result === 'already') return plain(text);
  return { text, blocks: [section(text), actions(button(undoSubscription, { id: done.subscription.id }, words.undo))] };
}

export function resubscribedMessage(done: readonly Subscribed[], reader: Reader): Message {
  return plain(done.map((each) => subscribedLine(each, reader)).join('\n'));
}

function subscribedLine({ result, subscription, time, next }: Subscribed, { language, program }: Reader): string {
  // A changed language is said in the one that it was changed to.
  const said = result === 'relanguaged' ? subscription.language : language;
  const words = inLanguage(digestWords, said);
  const [digest, often] = [digestName(subscription, said), words.often(subscription.cadence, time)];
  const day = dayWords(next, said, program.year);
  switch (result) {
    case 'relanguaged':
      return words.relanguaged(digest, often, day);
    case 'added':
      return words.subscribed(digest, often, day);
    case 'already':
      return words.already(digest, often, day);
  }
}

export function unsubscribedMessage({ ended }: Unsubscribed, language: Language): Message {
  const words = inLanguage(digestWords, language);
  if (ended.length === 0) return plain(words.notSubscribed);
  const text = words.unsubscribed(
    ended.map((each) => digestName(each, language)).join(language === 'zh' ? '、' : ', '),
  );
  // A button's value holds 2,000 characters; nobody subscribes a channel to more scopes than this.
  const subscriptions = ended
    .slice(0, 15)
    .map(({ scope, language: of, cadence }) => ({ scope, language: of, cadence }));
  return { text, blocks: [section(text), actions(button(subscribeAgain, { subscriptions }, words.resubscribe))] };
}

export const standingsMessage = (on: boolean, language: Language): Message => {
  const words = inLanguage(digestWords, language);
  return plain(on ? words.standingsOn : words.standingsOff);
};

/** In place of the message whose button took the subscription back. */
export function undoneMessage({ ended }: Unsubscribed, language: Language): Message {
  const words = inLanguage(digestWords, language);
  const [only] = ended;
  return plain(only === undefined ? words.notSubscribed : words.undone(digestName(only, language)));
}

/** `周报（经济开发区）` */
function digestName({ name, cadence }: Said, language: Language): string {
  const words = inLanguage(digestWords, language);
  return words.subscription(cadence, name === null ? words.wholePlan : escapeText(clip(name[language], 30)));
}
