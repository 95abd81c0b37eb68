import { dayWords } from '../../../domain/day-words.js';
import type { Ctx, Message } from '../../../feature.js';
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
  const words = inLanguage(digestWords, language);
  const day = dayWords(next, language, program.year);
  const scope = scopeWords(subscription, language);
  if (result === 'relanguaged')
    return inLanguage(digestWords, subscription.language).relanguaged(
      scopeWords(subscription, subscription.language),
      time,
      dayWords(next, subscription.language, program.year),
    );
  return result === 'added' ? words.subscribed(scope, time, day) : words.already(scope, time, day);
}

export function unsubscribedMessage({ ended }: Unsubscribed, language: Language): Message {
  const words = inLanguage(digestWords, language);
  if (ended.length === 0) return plain(words.notSubscribed);
  const text = words.unsubscribed(
    ended.map((each) => scopeWords(each, language)).join(language === 'zh' ? '、' : ', '),
  );
  // A button's value holds 2,000 characters; nobody subscribes a channel to more scopes than this.
  const subscriptions = ended.slice(0, 15).map((each) => ({ scope: each.scope, language: each.language }));
  return { text, blocks: [section(text), actions(button(subscribeAgain, { subscriptions }, words.resubscribe))] };
}

/** In place of the message whose button took the subscription back. */
export function undoneMessage({ ended }: Unsubscribed, language: Language): Message {
  const words = inLanguage(digestWords, language);
  const [only] = ended;
  return plain(only === undefined ? words.notSubscribed : words.undone(scopeWords(only, language)));
}

function scopeWords({ name }: Said, language: Language): string {
  return name === null ? inLanguage(digestWords, language).wholePlan : escapeText(clip(name[language], 30));
}
