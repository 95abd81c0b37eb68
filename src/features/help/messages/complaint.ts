import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { escapeText, quoted } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

/** A complaint or wish on its way to the coordinators, and their answer. */
export const words = {
  sent: {
    zh: (names: string) => `已送给项目办（${names}）。有了回复，我会私信您。`,
    en: (names: string) => `Sent to the coordinators (${names}). Their answer will come to your direct messages.`,
  },
  sentAnonymously: {
    zh: (names: string) => `已匿名送给项目办（${names}）。他们看不到是谁提的，也没法回复您。`,
    en: (names: string) => `Sent to the coordinators (${names}) without your name. They cannot answer you.`,
  },
  from: { zh: (who: string) => `*${who}*给项目办提意见：`, en: (who: string) => `*${who}* tells the coordinators:` },
  fromNobody: { zh: '有人匿名给项目办提意见：', en: 'Somebody tells the coordinators, without a name:' },
  noStatistics: { zh: '不进入任何统计。', en: 'It enters no statistics.' },
  reply: { zh: '回复', en: 'Answer' },
  answered: {
    zh: (who: string) => `项目办（${who}）回复您：`,
    en: (who: string) => `The coordinators (${who}) answer you:`,
  },
  youSaid: { zh: (text: string) => `您提的是：${text}`, en: (text: string) => `You wrote: ${text}` },
  answeredBy: {
    zh: (who: string, asker: string) => `*${who}*已回复${asker}的意见：`,
    en: (who: string, asker: string) => `*${who}* answered ${asker}:`,
  },
  replied: { zh: '已回复。', en: 'Answered.' },
} as const satisfies Phrases;

type Named = Pick<Contact, 'name' | 'nameEn'>;

const named = (who: Named, language: Language): string => escapeText(language === 'zh' ? who.name : who.nameEn);
/** To a coordinator: what somebody said, with the button to answer them. `by` null: without a name, so nobody can. */
export function complaintMessage(
  { id, by, text }: { readonly id: number; readonly by: Named | null; readonly text: string },
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const head = by === null ? say.fromNobody : say.from(named(by, language));
  return {
    text: `${head.replaceAll('*', '')}${escapeText(text)}`.slice(0, 3500),
    blocks: [
      section(`${head}\n${quoted(escapeText(text))}`),
      context(say.noStatistics),
      ...(by === null ? [] : [actions(button(ids.reply, { id }, say.reply))]),
    ],
  };
}

/** To who complained: what they said, and what a coordinator answers. */
export function answeredMessage(by: Named, about: string, text: string, language: Language): Message {
  const say = inLanguage(words, language);
  const head = say.answered(named(by, language));
  return {
    text: `${head}${escapeText(text)}`.slice(0, 3500),
    blocks: [section(`${head}\n${quoted(escapeText(text))}`), context(say.youSaid(escapeText(about.slice(0, 300))))],
  };
}

/** To the other coordinators. */
export function answeredNote(by: Named, asker: Named, text: string, language: Language): Message {
  const head = inLanguage(words, language).answeredBy(named(by, language), named(asker, language));
  return {
    text: `${head}${escapeText(text)}`.slice(0, 3500),
    blocks: [section(`${head}\n${quoted(escapeText(text))}`)],
  };
}

/** To who complained, at once: who got it. */
export function sentMessage(to: readonly Contact[], anonymous: boolean, language: Language): Message {
  const say = inLanguage(words, language);
  const names = to.map((each) => named(each, language)).join(language === 'zh' ? '、' : ', ');
  return plain(anonymous ? say.sentAnonymously(names) : say.sent(names));
}

export const repliedMessage = (language: Language): Message => plain(inLanguage(words, language).replied);
