import type { Cadence } from '../../../domain/cadence.js';
import { dayWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { subscribeAgain, undoSubscription } from '../ids.js';
import type { Said, Subscribed, Unsubscribed } from '../model.js';
import { DIGESTS_EN, DIGESTS_ZH } from './phrases.js';

const OFTEN_ZH: Readonly<Record<Cadence, string>> = {
  daily: '每个工作日',
  weekly: '每周最后一个工作日',
  'half-monthly': '每半月最后一个工作日',
  monthly: '每月最后一个工作日',
};
const OFTEN_EN: Readonly<Record<Cadence, string>> = {
  daily: 'on working days',
  weekly: 'on the last working day of the week',
  'half-monthly': 'on the last working day of the half-month',
  monthly: 'on the last working day of the month',
};

/** What is said about subscribing. */
export const words = {
  subscription: {
    zh: (cadence: Cadence, scope: string) => `${DIGESTS_ZH[cadence]}（${scope}）`,
    en: (cadence: Cadence, scope: string) => `${DIGESTS_EN[cadence].toLowerCase()} (${scope})`,
  },
  often: {
    zh: (cadence: Cadence, time: string) => `${OFTEN_ZH[cadence]} ${time}`,
    en: (cadence: Cadence, time: string) => `at ${time} ${OFTEN_EN[cadence]}`,
  },
  subscribed: {
    zh: (digest: string, often: string, day: string) => `已订阅：本频道${often}收到${digest}，下一期${day}。`,
    en: (digest: string, often: string, day: string) =>
      `Subscribed: this channel gets the ${digest} ${often}, next on ${day}.`,
  },
  already: {
    zh: (digest: string, often: string, day: string) =>
      `本频道已订阅${digest}，没有重复订阅。${often}发送，下一期${day}。`,
    en: (digest: string, often: string, day: string) =>
      `This channel gets the ${digest} already; nothing was added. It comes ${often}, next on ${day}.`,
  },
  relanguaged: {
    zh: (digest: string, often: string, day: string) => `已改用中文发送${digest}。${often}发送，下一期${day}。`,
    en: (digest: string, often: string, day: string) => `The ${digest} now comes in English, ${often}, next on ${day}.`,
  },
  wholePlan: { zh: '全部项目', en: 'whole plan' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: {
    zh: (digest: string) => `已撤销，本频道不再收到${digest}。`,
    en: (digest: string) => `Undone: this channel no longer gets the ${digest}.`,
  },
  unsubscribed: {
    zh: (digests: string) => `已退订，本频道不再收到${digests}。`,
    en: (digests: string) => `Unsubscribed: this channel no longer gets the ${digests}.`,
  },
  resubscribe: { zh: '重新订阅', en: 'Subscribe again' },
  notSubscribed: { zh: '本频道没有订阅日报。', en: 'This channel gets no digest.' },
} as const satisfies Phrases;

type Reader = Pick<Ctx, 'language' | 'program'>;

/** What will come and when, with the way back. Said in the channel's new language where only that changed. */
export function subscribedMessage(done: Subscribed, reader: Reader): Message {
  const own = inLanguage(words, reader.language);
  const text = subscribedLine(done, reader);
  if (done.result === 'already') return plain(text);
  return { text, blocks: [section(text), actions(button(undoSubscription, { id: done.subscription.id }, own.undo))] };
}

export function resubscribedMessage(done: readonly Subscribed[], reader: Reader): Message {
  return plain(done.map((each) => subscribedLine(each, reader)).join('\n'));
}

function subscribedLine({ result, subscription, time, next }: Subscribed, { language, program }: Reader): string {
  // A changed language is said in the one that it was changed to.
  const said = result === 'relanguaged' ? subscription.language : language;
  const own = inLanguage(words, said);
  const [digest, often] = [digestName(subscription, said), own.often(subscription.cadence, time)];
  const day = dayWords(next, said, program.year);
  switch (result) {
    case 'relanguaged':
      return own.relanguaged(digest, often, day);
    case 'added':
      return own.subscribed(digest, often, day);
    case 'already':
      return own.already(digest, often, day);
  }
}

export function unsubscribedMessage({ ended }: Unsubscribed, language: Language): Message {
  const own = inLanguage(words, language);
  if (ended.length === 0) return plain(own.notSubscribed);
  const text = own.unsubscribed(ended.map((each) => digestName(each, language)).join(language === 'zh' ? '、' : ', '));
  // A button's value holds 2,000 characters; nobody subscribes a channel to more scopes than this.
  const subscriptions = ended
    .slice(0, 15)
    .map(({ scope, language: of, cadence }) => ({ scope, language: of, cadence }));
  return { text, blocks: [section(text), actions(button(subscribeAgain, { subscriptions }, own.resubscribe))] };
}

/** In place of the message whose button took the subscription back. */
export function undoneMessage({ ended }: Unsubscribed, language: Language): Message {
  const own = inLanguage(words, language);
  const [only] = ended;
  return plain(only === undefined ? own.notSubscribed : own.undone(digestName(only, language)));
}

/** `周报（经济开发区）` */
function digestName({ name, cadence }: Said, language: Language): string {
  const own = inLanguage(words, language);
  return own.subscription(cadence, name === null ? own.wholePlan : escapeText(clip(name[language], 30)));
}
