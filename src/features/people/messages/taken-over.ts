import type { Message } from '../../../message.js';
import { context, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { HandedOver } from '../model.js';
import { nameOf } from './parts.js';
import { phrases } from './phrases.js';
import { countsWords } from './responsibilities.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  toNew: {
    zh: (from: string, what: string) => `您接手了${from}的工作：${what}。`,
    en: (from: string, what: string) => `You took over from ${from}: ${what}.`,
  },
  vacant: phrases.vacant,
  toNewPosition: {
    zh: (name: string, what: string) => `您接任${name}，接手：${what}。`,
    en: (name: string, what: string) => `You hold ${name} now, with ${what}.`,
  },
  toNewHint: {
    zh: '发 /progress 看节点，/obstacle 列表 等我 看卡点。',
    en: '/progress shows the milestones, /obstacle list waiting the obstacles.',
  },
  toOld: {
    zh: (to: string, what: string) => `您名下的工作已移交给${to}：${what}。`,
    en: (to: string, what: string) => `Your work was handed over to ${to}: ${what}.`,
  },
  threadNobody: { zh: '（空缺）', en: '(nobody)' },
  threadOwner: {
    zh: (who: string) => `责任人改为${who}`,
    en: (who: string) => `Owner is now ${who}`,
  },
  threadSponsor: {
    zh: (who: string) => `包保领导改为${who}`,
    en: (who: string) => `Sponsor is now ${who}`,
  },
} as const satisfies Phrases;

/** To who took over. */
export function newHolderMessage({ from, work, position }: HandedOver, language: Language): Message {
  const say = inLanguage(words, language);
  const what = countsWords(work, language);
  const line =
    position === null
      ? say.toNew(from ? nameOf(from, language) : say.vacant, what)
      : say.toNewPosition(escapeText(position), what);
  return { text: line, blocks: [section(line), context(say.toNewHint)] };
}

/** To who had it. */
export function oldHolderMessage({ to, work }: HandedOver, language: Language): Message {
  const say = inLanguage(words, language);
  return plain(say.toOld(to ? nameOf(to, language) : say.vacant, countsWords(work, language)));
}

/** For the thread of a project: whose it is now. */
export function threadMessage(
  to: Contact | null,
  { owner, sponsor }: { readonly owner: boolean; readonly sponsor: boolean },
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const who = to ? nameOf(to, language) : say.threadNobody;
  const lines = [...(owner ? [say.threadOwner(who)] : []), ...(sponsor ? [say.threadSponsor(who)] : [])];
  return plain(lines.join(language === 'zh' ? '；' : '; '));
}
